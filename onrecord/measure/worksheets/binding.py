"""Which figures of an article may be which variables of a worksheet: proposed, never certain.

A figure fits a variable where it is quoted in a unit of the same dimension and stands by one of
the words that the sheet names for it. Words in what the figure counts weigh most, then those
beside it, then those in its sentence. Each figure and each variable is taken once.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from onrecord.errors import QuestionError
from onrecord.kit import Kit
from onrecord.measure.rounding import Interval
from onrecord.measure.worksheets.sheets import Bind, Sheet, Variable
from onrecord.measure.worksheets.wording import (
    PERIOD_MISSING,
    Given,
    find_wordings,
    fit_unit,
    rescale,
    widen,
)
from onrecord.model import Bound, Figure
from onrecord.text import fold

_OF, _BESIDE, _SENTENCE, _WHOLE_UNIT = 3.0, 2.0, 1.0, 1.5
_NEAR = 45  # characters on either side of a figure that count as beside it


@dataclass(frozen=True, slots=True)
class Quote:
    """A figure with its sentence, where it stands in that sentence, and the document's name."""

    figure: Figure
    sentence: str
    at: int
    document: str


@dataclass(frozen=True, slots=True)
class Binding:
    """A quoted figure proposed for a variable, the words it was known by, and what else fits."""

    given: Given
    quote: Quote
    known_by: tuple[str, ...]
    score: float
    others: tuple[str, ...] = ()


def bind_figures(sheet: Sheet, quotes: Iterable[Quote], kit: Kit) -> tuple[Binding, ...]:
    """The proposals, in the order of the sheet's variables."""
    found = _find_bindings(sheet, tuple(quotes), kit)
    best: dict[str, Binding] = {}
    used: set[str] = set()
    for binding in sorted(found, key=_rank):
        name, figure = binding.given.variable, binding.quote.figure.id
        if name not in best and figure not in used:
            best[name] = binding
            used.add(figure)
    kept = [best[var.name] for var in sheet.variables if var.name in best]
    return tuple(_with_others(binding, found) for binding in kept)


def _rank(binding: Binding) -> tuple[float, str, int, str]:
    figure = binding.quote.figure
    return (-binding.score, binding.quote.document, figure.start, binding.given.variable)


def _with_others(binding: Binding, found: Sequence[Binding]) -> Binding:
    """The binding with the words of the other figures that fit its variable."""
    same = [other for other in found if other.given.variable == binding.given.variable]
    words = dict.fromkeys(other.quote.figure.text for other in sorted(same, key=_rank))
    others = tuple(word for word in words if word != binding.quote.figure.text)
    return Binding(binding.given, binding.quote, binding.known_by, binding.score, others)


def _find_bindings(sheet: Sheet, quotes: Sequence[Quote], kit: Kit) -> list[Binding]:
    """Every figure with every variable that it fits."""
    found = []
    for bind in sheet.binds:
        variable = sheet.variable(bind.variable)
        for quote in quotes:
            if variable is None or quote.figure.unquantified or quote.figure.unit is None:
                continue
            score, known_by = _weigh_words(bind, quote)
            given = _make_given(variable, bind, quote, sheet, kit) if known_by else None
            if given is not None:
                score += _WHOLE_UNIT * (not given.flags)
                found.append(Binding(given, quote, known_by, score))
    return found


def _weigh_words(bind: Bind, quote: Quote) -> tuple[float, tuple[str, ...]]:
    """How strongly the words around a figure speak for a variable, and which they are."""
    sentence = fold(quote.sentence).lower()
    end = quote.at + len(quote.figure.text)
    beside = sentence[max(0, quote.at - _NEAR) : end + _NEAR]
    counted = fold(quote.figure.of or "").lower()
    score, known_by = 0.0, []
    for phrase in bind.of:
        for text, weight in ((counted, _OF), (beside, _BESIDE), (sentence, _SENTENCE)):
            if re.search(rf"(?<!\w){re.escape(phrase.lower())}(?!\w)", text):
                score = max(score, weight) + 0.25
                known_by.append(phrase)
                break
    return score, tuple(known_by)


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


def lacks_period(given: Given) -> bool:
    """Whether the words give no period where the variable needs one."""
    return any(flag.startswith(PERIOD_MISSING) for flag in given.flags)
