"""Which figures of an article may be which variables of a worksheet: proposed, never certain.

A figure fits a variable where it is quoted in a unit of the same dimension and stands by one of
the words that the sheet names for it: among what it counts, within a few words, or, where the
unit is one of the sheet's own counts ("vehicles"), in its sentence. A rise or a fall is no level.
Each figure and each variable is taken once, and all figures come from one story of one article.
What a person has said about a figure goes before all of that, as long as its unit can be used.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from onrecord.errors import QuestionError
from onrecord.kit import Kit
from onrecord.measure.rounding import Interval
from onrecord.measure.worksheets.sheets import Bind, Sheet, Variable
from onrecord.measure.worksheets.wording import (
    Given,
    find_wordings,
    fit_unit,
    rescale,
    widen,
)
from onrecord.model import Bound, Figure
from onrecord.text import fold

_OF, _BESIDE, _SENTENCE, _WHOLE_UNIT = 3.0, 2.0, 1.0, 1.5
_EACH_PHRASE, _CLOSE = 0.25, 0.5
_JUDGED = 100.0  # a person's word outweighs every word beside a figure
_NEAR = 45  # characters on either side of a figure that count as beside it
_ALIKE = 0.75  # two figures whose scores differ by less fit a variable alike


@dataclass(frozen=True, slots=True)
class Quote:
    """A figure with its sentence, where it stands in that sentence, and the document's name.

    `closeness` to the claim asked about: 2 in its own sentence, 1 near it, 0 elsewhere.
    """

    figure: Figure
    sentence: str
    at: int
    document: str
    closeness: int = 0


@dataclass(frozen=True, slots=True)
class Correction:
    """What a person said that a figure is: a variable of a sheet, or (None) none of them."""

    figure: str
    sheet: str
    variable: str | None
    by: str
    why: str


@dataclass(frozen=True, slots=True)
class Binding:
    """A quoted figure proposed for a variable, the words it was known by, and what else fits.

    `rivals` are other figures that fit as well and say something else; `corrected` is the person's
    word that put it there.
    """

    given: Given
    quote: Quote
    known_by: tuple[str, ...]
    score: float
    others: tuple[str, ...] = ()
    rivals: tuple[str, ...] = ()
    corrected: Correction | None = None


def bind_figures(
    sheet: Sheet, quotes: Iterable[Quote], kit: Kit, corrections: Iterable[Correction] = ()
) -> tuple[Binding, ...]:
    """The proposals from the story that fits best, in the order of the sheet's variables."""
    judged = {item.figure: item for item in corrections if item.sheet == sheet.name}
    stories: dict[tuple[str, str], list[Binding]] = {}
    for binding in _find_bindings(sheet, tuple(quotes), kit, judged):
        story = (binding.quote.document, binding.quote.figure.story or "")
        stories.setdefault(story, []).append(binding)
    choices = [(_choose(found), found) for _, found in sorted(stories.items())]
    best, found = max(
        choices, key=lambda choice: sum(item.score for item in choice[0].values()), default=({}, [])
    )
    kept = [best[var.name] for var in sheet.variables if var.name in best]
    used = {binding.quote.figure.id for binding in kept}
    return tuple(_with_others(binding, found, used) for binding in kept)


def _choose(found: Sequence[Binding]) -> dict[str, Binding]:
    """Each figure for one variable and each variable from one figure, the best first.

    Then a variable that was left without a figure gets one from another that has a second choice,
    where both together fit better so ("can build 240,000 ... breaks even at 225,000").
    """
    best: dict[str, Binding] = {}
    ranked = sorted(found, key=_rank)
    for binding in ranked:
        if binding.given.variable not in best and not _holder(best, binding):
            best[binding.given.variable] = binding
    for binding in ranked:
        holder = _holder(best, binding)
        if binding.given.variable in best or holder is None:
            continue
        second = next((other for other in ranked if other.given.variable == holder.given.variable
                       and not _holder(best, other)), None)  # fmt: skip
        if second is not None and binding.score + second.score > holder.score:
            best[holder.given.variable] = second
            best[binding.given.variable] = binding
    return best


def _holder(best: dict[str, Binding], binding: Binding) -> Binding | None:
    """The binding that has taken the figure of another."""
    figure = binding.quote.figure.id
    return next((held for held in best.values() if held.quote.figure.id == figure), None)


def _rank(binding: Binding) -> tuple[float, str, int, str]:
    figure = binding.quote.figure
    return (-binding.score, binding.quote.document, figure.start, binding.given.variable)


def _with_others(binding: Binding, found: Sequence[Binding], used: set[str]) -> Binding:
    """The binding with the other figures that fit its variable; one that is `used` is no rival."""
    own = binding.given.interval
    same = [
        other
        for other in sorted(found, key=_rank)
        if other.given.variable == binding.given.variable
        and other.quote.figure.text != binding.quote.figure.text
    ]
    rivals = [
        other
        for other in same
        if other.score > binding.score - _ALIKE
        and other.quote.figure.id not in used
        and (other.given.interval.low > own.high or other.given.interval.high < own.low)
    ]
    others, alike = (
        tuple(dict.fromkeys(other.quote.figure.text for other in items)) for items in (same, rivals)
    )
    return replace(binding, others=others, rivals=alike)


def _find_bindings(
    sheet: Sheet, quotes: Sequence[Quote], kit: Kit, judged: dict[str, Correction]
) -> Iterator[Binding]:
    """Every figure with every variable that it fits."""
    for bind in _all_binds(sheet, judged):
        variable = sheet.variable(bind.variable)
        for quote in quotes:
            figure = quote.figure
            if variable is None or figure.unquantified or figure.unit is None:
                continue
            said = judged.get(figure.id)
            if said is not None and said.variable != bind.variable:
                continue
            score, known_by = _weigh_words(bind, quote, sheet) if said is None else (_JUDGED, ())
            given = _make_given(variable, bind, quote, sheet, kit) if score else None
            if given is not None:
                score += _WHOLE_UNIT * (not given.flags) + _CLOSE * quote.closeness
                yield Binding(given, quote, known_by, score, corrected=said)


def _all_binds(sheet: Sheet, judged: dict[str, Correction]) -> Iterator[Bind]:
    """The sheet's own bindings, and one for each variable that only a person has bound."""
    yield from sheet.binds
    known = {bind.variable for bind in sheet.binds}
    for name in sorted({item.variable or "" for item in judged.values()} - known):
        variable = sheet.variable(name)
        if variable is not None:
            yield Bind(name, (), variable.unit)


def _weigh_words(bind: Bind, quote: Quote, sheet: Sheet) -> tuple[float, tuple[str, ...]]:
    """How strongly the words around a figure speak for a variable, and which they are."""
    if (quote.figure.change or None) != bind.change:
        return 0.0, ()
    sentence = fold(quote.sentence).lower()
    if any(_find(phrase, sentence) for phrase in bind.unless):
        return 0.0, ()
    end = quote.at + len(quote.figure.text)
    beside = sentence[max(0, quote.at - _NEAR) : end + _NEAR]
    counted = fold(quote.figure.of or "").lower()
    places = [(counted, _OF), (beside, _BESIDE)]
    if _counts_something(bind, sheet):
        places.append((sentence, _SENTENCE))
    score, known_by = 0.0, []
    for phrase in bind.of:
        for text, weight in places:
            if _find(phrase, text):
                score = max(score, weight) + _EACH_PHRASE
                known_by.append(phrase)
                break
    return score, tuple(known_by)


def _counts_something(bind: Bind, sheet: Sheet) -> bool:
    """Whether a variable is measured in what the sheet counts: few other figures are."""
    counts = {f"[{count}]" for count, _ in sheet.measures.counts}
    return bind.unit is not None and bool(counts & dict(bind.unit.dimension).keys())


def _find(phrase: str, text: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(phrase.lower())}(?!\w)", text) is not None


def _make_given(
    variable: Variable, bind: Bind, quote: Quote, sheet: Sheet, kit: Kit
) -> Given | None:
    """What a figure gives for a variable, None where its unit does not fit."""
    figure = quote.figure
    unit = figure.unit or "1"
    written = f"{unit}/{figure.per}" if figure.per else unit
    currency = unit if unit in sheet.measures.currencies else None
    try:
        scale, currency, flags = fit_unit(written, currency, variable, sheet, kit)
    except QuestionError:
        return None
    if bind.unit is None:
        return None
    interval, rule = _read_interval(figure, bind.exact, kit)
    scaled = rescale(interval, scale / variable.unit.scale)
    words = " ".join(figure.text.split())
    return Given(variable.name, scaled, words, rule, flags, currency, quoted=True)


def _read_interval(figure: Figure, exact: bool, kit: Kit) -> tuple[Interval, str]:
    """What the table makes of a figure's bound and number, and in which words."""
    low, high = figure.low, figure.high
    if low is not None and high is not None and low != high:
        return Interval(low, high), "the range as it stands"
    value = high if low is None else low
    assert value is not None  # a quantified figure has a number
    sign = str(figure.bound.value)
    if figure.approx:
        sign = {Bound.EQUAL: "~", Bound.BELOW: "nearly"}.get(figure.bound, sign)
    if exact and sign == "=":
        sign = "exactly"
    wording = find_wordings(kit)[sign]
    return widen(value, wording), wording.means
