"""Which worksheets stand in a claim's dossier unasked: few, and only where something follows.

A sheet stands with a claim where, in one story of one article that is evidence on it,
1. its topic is spoken of within a few paragraphs of what is said on the claim;
2. the figures there bind to one of the sets of variables that the sheet needs, and no other
   figure there fits one of these as well and says something else;
3. one of these figures stands in the claim's own words, or these words speak of the topic;
4. what is bound leads to a result with two ends, or to a contradiction.
Where a person has said what a figure is, 4 is enough.
"""

import math
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass

from onrecord.errors import QuestionError
from onrecord.kit import Kit
from onrecord.measure.worksheets.answers import Solution, solve_sheet
from onrecord.measure.worksheets.binding import Binding, Correction, Quote, bind_figures
from onrecord.measure.worksheets.loading import list_sheets, load_sheet, read_topic
from onrecord.measure.worksheets.sheets import Sheet
from onrecord.model import Claim, Figure, Judgement, Passage, Reading, Stance, Where
from onrecord.text import fold

BINDING = "binding"  # the kind of a judgement that says what a figure is
NOTHING = "none"  # of a sheet: the figure is none of its variables
_REACH = 2  # paragraphs before and after what is said on the claim
_MOST = 3  # sheets of one claim
_ON_IT = (Stance.SUPPORTS, Stance.DENIES)


@dataclass(frozen=True, slots=True)
class Standing:
    """A worksheet that stands with a claim: the figures bound, what follows, and in which page."""

    sheet: Sheet
    document: str
    bindings: tuple[Binding, ...]
    solution: Solution


@dataclass(frozen=True, slots=True)
class _Place:
    """A story of a page in which a claim is told: its figures, and the words around them."""

    document: str
    quotes: tuple[Quote, ...]
    words: str


def find_standing(
    claim: Claim,
    readings: Iterable[Reading],
    kit: Kit,
    judgements: Sequence[Judgement] = (),
) -> tuple[Standing, ...]:
    """The worksheets that stand with `claim`, those with most figures first."""
    corrections = read_corrections(judgements, readings := tuple(readings))
    places = list(_find_places(claim, readings))
    found = []
    for name in list_sheets(kit) if places else ():
        told = [place for place in places if _may_stand(name, place, corrections, kit)]
        if told:
            sheet = load_sheet(name, kit)
            standing = [_stand(sheet, claim, place, corrections, kit) for place in told]
            best = max(filter(None, standing), key=_weight, default=None)
            found += [best] if best else []
    found.sort(key=lambda item: (-len(item.bindings), item.sheet.name))
    return tuple(found[:_MOST])


def _weight(standing: Standing) -> tuple[int, float]:
    return len(standing.bindings), sum(item.score for item in standing.bindings)


def read_corrections(
    judgements: Sequence[Judgement], readings: Iterable[Reading]
) -> tuple[Correction, ...]:
    """What people have said that figures are, the newest word on each figure and sheet."""
    said = [item for item in judgements if item.kind == BINDING]
    if not said:
        return ()
    pages = {reading.document.id: reading for reading in readings}
    found: dict[tuple[str, str], Correction] = {}
    for item in sorted(said, key=lambda j: (j.at, j.id)):
        sheet, _, variable = item.value.partition(".")
        kept = None if variable == NOTHING else variable
        for figure in _anchored(item, pages):
            found[figure, sheet] = Correction(figure, sheet, kept, item.by, item.why)
    return tuple(found.values())


def _anchored(judgement: Judgement, pages: Mapping[str, Reading]) -> Iterator[str]:
    """The figure that a judgement is about: by its id, else by the characters that it stands on."""
    page = pages.get(judgement.document or "")
    figures = page.figures if page else ()
    by_id = [figure.id for figure in figures if figure.id == judgement.subject]
    span = judgement.span
    by_place = [f.id for f in figures if f.where is Where.TEXT
                and span and f.start < span.end and span.start < f.end]  # fmt: skip
    yield from (by_id or by_place)[:1]


# --- places ------------------------------------------------------------------------------------


def find_quotes(claim: Claim, readings: Iterable[Reading]) -> tuple[Quote, ...]:
    """Every figure of the stories in which a claim is told, with how close it stands to it."""
    return tuple(quote for place in _find_places(claim, readings, near=False)
                 for quote in place.quotes)  # fmt: skip


def quote_page(reading: Reading) -> tuple[Quote, ...]:
    """Every figure of a page."""
    return tuple(_quote(figure, reading, 0) for figure in reading.figures)


def _find_places(
    claim: Claim, readings: Iterable[Reading], *, near: bool = True
) -> Iterator[_Place]:
    """The stories in which a claim is told; with `near` only the figures and words near it."""
    stances = {(item.document, item.statement) for item in claim.evidence
               if item.stance in _ON_IT or not near}  # fmt: skip
    for reading in sorted(readings, key=lambda r: r.document.id):
        doc = reading.document
        said = [item for item in (*reading.statements, *reading.assertions)
                if (doc.id, item.id) in stances and item.content.where is Where.TEXT]  # fmt: skip
        spans = [span for item in said for span in item.content.spans]
        own = [p for p in doc.passages if p.where is Where.TEXT
               and any(p.start < span.end and span.start < p.end for span in spans)]  # fmt: skip
        for story in dict.fromkeys(passage.story for passage in own):
            yield _make_place(reading, story, [p for p in own if p.story == story], near)


def _make_place(reading: Reading, story: str | None, own: Sequence[Passage], near: bool) -> _Place:
    doc, paragraphs = reading.document, {passage.paragraph for passage in own}
    around = [
        passage
        for passage in doc.passages
        if passage.where is Where.TEXT
        and passage.story == story
        and any(abs(passage.paragraph - number) <= _REACH for number in paragraphs)
    ]
    quotes = []
    for figure in reading.figures:
        if figure.where is Where.TEXT and figure.story == story:
            closeness = _holds(own, figure) + _holds(around, figure)
            if closeness or not near:
                quotes.append(_quote(figure, reading, closeness))
    words = fold(" ".join(doc.text[p.start : p.end] for p in around)).lower()
    return _Place(doc.id, tuple(quotes), words)


def _holds(passages: Iterable[Passage], figure: Figure) -> bool:
    return any(p.start <= figure.start and figure.end <= p.end for p in passages)


def _quote(figure: Figure, reading: Reading, closeness: int) -> Quote:
    """A figure with the passage that it stands in."""
    doc = reading.document
    text, start, end = doc.string(figure.where), figure.start, figure.end
    if figure.where is Where.TEXT:
        passage = next((p for p in doc.passages if p.where is Where.TEXT and _holds([p], figure)),
                       None)  # fmt: skip
        start, end = (passage.start, passage.end) if passage else (start, end)
    name = doc.path or doc.url or doc.id
    return Quote(figure, text[start:end], figure.start - start, name, closeness)


# --- the rule ----------------------------------------------------------------------------------


def _may_stand(name: str, place: _Place, corrections: Iterable[Correction], kit: Kit) -> bool:
    """Whether a sheet's topic is spoken of, before the sheet is read (which takes a while)."""
    if not place.quotes:
        return False
    judged = {item.figure for item in corrections if item.sheet == name and item.variable}
    if any(quote.figure.id in judged for quote in place.quotes):
        return True
    topic = kit.once(("worksheet topic", name), lambda k: _read_topic(name, k))
    return bool(topic) and _speaks_of(topic, place.words)


def _read_topic(name: str, kit: Kit) -> tuple[re.Pattern[str], ...]:
    """The topic of a sheet as patterns."""
    groups = read_topic(name, kit)
    if not isinstance(groups, list):
        return ()
    return tuple(
        re.compile(rf"(?<!\w)(?:{'|'.join(re.escape(str(word).lower()) for word in group)})(?!\w)")
        for group in groups
        if isinstance(group, list) and group
    )


def _speaks_of(topic: Iterable[re.Pattern[str]], words: str) -> bool:
    return all(pattern.search(words) for pattern in topic)


def _stand(
    sheet: Sheet, claim: Claim, place: _Place, corrections: Sequence[Correction], kit: Kit
) -> Standing | None:
    """The sheet with the figures of a place, None where it does not stand there."""
    proposed = bind_figures(sheet, place.quotes, kit, corrections)
    bindings = tuple(item for item in proposed if not item.rivals or item.corrected)
    if not any(item.corrected for item in bindings) and not (
        _is_enough(sheet, bindings) and _is_own(claim, sheet, bindings, kit)
    ):
        return None
    with suppress(QuestionError):  # figures in two currencies
        solution = solve_sheet(sheet, [item.given for item in bindings])
        if _leads_somewhere(solution):
            return Standing(sheet, place.document, bindings, solution)
    return None


def _is_enough(sheet: Sheet, bindings: Iterable[Binding]) -> bool:
    """Whether one of the sets of variables that the sheet needs is bound."""
    bound = {item.given.variable for item in bindings}
    return sheet.shown is not None and any(needed <= bound for needed in sheet.shown.needs)


def _is_own(claim: Claim, sheet: Sheet, bindings: Iterable[Binding], kit: Kit) -> bool:
    """Whether the claim's own words hold one of the figures, or speak of the sheet's topic."""
    words = _plain(claim.text)
    topic = kit.once(("worksheet topic", sheet.name), lambda k: _read_topic(sheet.name, k))
    return _speaks_of(topic, words) or any(
        item.quote.closeness > 1 and _plain(item.quote.figure.text) in words for item in bindings
    )


def _plain(text: str) -> str:
    return " ".join(fold(text).lower().split())


def _leads_somewhere(solution: Solution) -> bool:
    """Whether a contradiction or a result with two ends rests on what is given."""
    if solution.conflict is not None or solution.set_aside:
        return True
    answers = [answer.result for answer in solution.answers if answer.result is not None]
    derived = [result for result in solution.results if result.how == "derived"]
    return any(
        result.given and not any(math.isinf(end) for end in result.interval)
        for result in (*derived, *answers)
    )
