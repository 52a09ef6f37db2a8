"""Passages: the sentences and headlines of a page, each in its region and story."""

from onrecord.model import Passage, RegionKind, Where
from onrecord.read.paragraphs import Paragraph
from onrecord.read.regions import Label
from onrecord.text import split_sentences

_WHOLE = frozenset({RegionKind.HEADLINE, RegionKind.BYLINE})


def find_passages(
    paragraphs: list[Paragraph], labels: list[Label], stories: list[str | None]
) -> list[Passage]:
    """The passages of a text, in order; headlines and bylines are one passage each."""
    found: list[Passage] = []
    for one, label, story in zip(paragraphs, labels, stories, strict=True):
        pieces = [(label.kind, 0, len(one.folded))]
        if label.after is not None:
            pieces = [(label.kind, 0, label.turn), (label.after, label.turn, len(one.folded))]
        for kind, start, end in pieces:
            found.extend(_cut_piece(one, kind, start, end, story))
    return found


def _cut_piece(
    one: Paragraph, kind: RegionKind, start: int, end: int, story: str | None
) -> list[Passage]:
    words = one.folded[start:end].rstrip()
    if kind in _WHOLE:
        spans = [(0, len(words))] if words else []
    else:
        spans = [(a, b) for a, b in split_sentences(words)]
    left = one.start + start
    return [Passage(left + a, left + b, kind, story, one.number) for a, b in spans]


def title_passage(title: str, story: str | None) -> Passage:
    """The passage of a title that does not stand in the text."""
    return Passage(0, len(title), RegionKind.HEADLINE, story, 0, Where.TITLE)
