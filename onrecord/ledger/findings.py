"""What single pages tell, gathered over a ledger: headlines, figures and checks."""

from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.ledger.contract.pages import Json, show_check, show_figure, show_headline
from onrecord.model import Check, Figure, Headline, HeadlineVerdict, Reading
from onrecord.text import cut


@dataclass(frozen=True, slots=True)
class WeighedHeadline:
    """A headline that says more than its article, with the words of both."""

    reading: Reading
    headline: Headline
    words: str
    passages: tuple[str, ...]

    def show(self) -> Json:
        """As JSON."""
        doc = self.reading.document
        return {
            "document": doc.id,
            "path": doc.path,
            "url": doc.url,
            "title": doc.title,
            **(show_headline(self.headline) or {}),
            "words": self.words,
            "passage_words": list(self.passages),
        }


@dataclass(frozen=True, slots=True)
class PageFigures:
    """The figures of one page and what came of recomputing them."""

    reading: Reading
    figures: tuple[Figure, ...]
    checks: tuple[Check, ...]

    def show(self) -> Json:
        """As JSON."""
        doc = self.reading.document
        return {
            "document": doc.id,
            "path": doc.path,
            "url": doc.url,
            "title": doc.title,
            "figures": [show_figure(figure) for figure in self.figures],
            "checks": [show_check(check) for check in self.checks],
        }


def find_headlines(readings: Iterable[Reading], *, fair: bool = False) -> list[WeighedHeadline]:
    """Headlines that say more than their article; with `fair`, all that were weighed."""
    found = []
    for reading in readings:
        headline = reading.headline
        if headline is None or (headline.verdict is HeadlineVerdict.FAIR and not fair):
            continue
        words = cut(reading.document.string(headline.where), [headline.headline])
        text = reading.document.text
        passages = tuple(cut(text, [span]) for span in headline.passages)
        found.append(WeighedHeadline(reading, headline, words, passages))
    return found


def find_figures(readings: Iterable[Reading]) -> list[PageFigures]:
    """The figures and checks of every page that has any."""
    return [
        PageFigures(reading, reading.figures, reading.checks)
        for reading in readings
        if reading.figures or reading.checks
    ]
