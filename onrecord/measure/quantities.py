"""Quantities: number, unit, rate, bound and change put together, ranges included."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from onrecord.measure.bounds import Bounding, read_bound, read_change
from onrecord.measure.labels import in_chain, is_label
from onrecord.measure.lexicon import Lexicon
from onrecord.measure.numbers import read_numeral
from onrecord.measure.numerals import Numeral, at
from onrecord.measure.pieces import Piece
from onrecord.measure.ranges import pair_terms, read_partner, share_unit
from onrecord.measure.rates import read_rate
from onrecord.measure.terms import Term, read_term
from onrecord.measure.units import Unit
from onrecord.model import Bound, Change

_DIGITS = 12  # significant digits kept: floats of decimal numbers stay as printed
_SHARES = {"1": 100.0}  # units that are written in hundredths


@dataclass(frozen=True, slots=True)
class Quantity:
    """A quantity over pieces `[first, last)`; `core` is where its number begins.

    `kind` is the dimension of its unit ("money", "time", "count", "share"); `form` and `bare` are
    how its number was written, for the rules that doubt small counts.
    """

    low: float | None
    high: float | None
    unit: str | None
    kind: str
    per: str | None
    bound: Bound
    approx: bool
    change: Change | None
    first: int
    last: int
    core: int
    end: int
    form: str
    unquantified: bool = False


def read_quantities(pieces: list[Piece], lexicon: Lexicon) -> Iterator[Quantity]:
    """The quantities of a passage, from left to right."""
    index, before, counted = 0, None, None
    while index < len(pieces):
        number = _number_at(pieces, index, lexicon)
        if number is None:
            index += 1
            continue
        chain = in_chain(pieces, number) if number.form == "digits" else 0
        if chain:
            index = max(chain, number.last)
            continue
        found = _read_one(pieces, number, lexicon, _floor(pieces, before, lexicon))
        if found is None:
            index = number.last
            continue
        if before is not None:
            found = _like_before(pieces, before, found)
        if counted is not None:
            found = _like_counted(pieces, counted, found, lexicon)
        yield found
        index, before = found.last, found
        counted = found if found.kind == "count" else counted if found.kind == "time" else None


def _floor(pieces: list[Piece], before: Quantity | None, lexicon: Lexicon) -> int:
    """Where the words of a quantity may begin: after those of the one `before` it.

    In "10 % more than 3,000" the "more than" tells the change, and is no bound.
    """
    if before is None:
        return 0
    compared = at(pieces, before.last).word in lexicon.comparatives and before.kind == "share"
    return before.last + (2 if compared and at(pieces, before.last + 1).word == "than" else 0)


def _number_at(pieces: list[Piece], index: int, lexicon: Lexicon) -> Numeral | None:
    piece = pieces[index]
    if piece.kind == "n" or piece.word in lexicon.starts:
        return read_numeral(pieces, index, lexicon)
    return None


def _read_one(
    pieces: list[Piece], number: Numeral, lexicon: Lexicon, floor: int
) -> Quantity | None:
    """The quantity that begins with `number`, a range or a single one; None for a label.

    Words before the piece `floor` belong to the quantity before.
    """
    left = read_term(pieces, number, lexicon, floor)
    right = read_partner(pieces, left, lexicon)
    if right is not None:
        paired = pair_terms(pieces, left, right, lexicon)
        if paired is not None:
            return _make_quantity(pieces, *paired, lexicon, floor)
        left = share_unit(pieces, left, right)
    return _make_quantity(pieces, left, None, lexicon, floor)


def _make_quantity(
    pieces: list[Piece], left: Term, right: Term | None, lexicon: Lexicon, floor: int
) -> Quantity | None:
    """`left` (to `right`) with rate, bound and change; None where it is a label."""
    unit, named = (right or left).unit, (right or left).last
    rate = read_rate(pieces, named, lexicon) if unit or left.number.form == "digits" else None
    last = rate[1] if rate is not None else named
    words = read_bound(pieces, left.first, last, _is_timed(unit), lexicon)
    if _is_taken(pieces, words, floor):
        words = Bounding(Bound.EQUAL, words.approx, floor, last)
    elif _is_loose(pieces, left.number, unit, words, lexicon) or (
        _is_timed(unit) and _is_during(pieces, words.first, floor, lexicon)
    ):
        words = Bounding(Bound.EQUAL, False, left.first, last)
    firm = words.bound is not Bound.EQUAL or words.approx or right is not None
    if left.currency is None and is_label(pieces, left.number, unit, firm, lexicon):
        return None
    if left.number.comma and unit is None and not left.number.scaled:
        return None  # "1,2" without a unit is a list
    first = words.first if words.first >= floor else left.first
    if right is not None and at(pieces, first - 1).word == "between":
        first -= 1
    is_open = left.number.form == "open" or left.number.plus
    is_open = is_open and words.bound is Bound.EQUAL and right is None
    bound = Bound.AT_LEAST if is_open else Bound.EQUAL if right is not None else words.bound
    low, high = _limits(left, right, unit, bound)
    return Quantity(
        low=low,
        high=high,
        unit=unit.name if unit else None,
        kind=unit.kind if unit else "",
        per=rate[0] if rate else None,
        bound=bound,
        approx=words.approx or left.number.form == "open",
        change=_change_of(pieces, first, words.last, unit, lexicon),
        first=first,
        last=words.last,
        core=left.first,
        end=named,
        form=left.number.form,
    )


def _is_loose(
    pieces: list[Piece], number: Numeral, unit: Unit | None, words: Bounding, lexicon: Lexicon
) -> bool:
    """Whether a word before a small count is no bound: "ran over two men", "talk about one of"."""
    if number.form != "words" or number.scaled or number.value >= _FEW or words.first < 0:
        return False
    lone = words.first == number.first - 1
    prepositional = pieces[words.first].word in lexicon.grammar["preposition"]
    return lone and prepositional and unit is not None and unit.kind == "count"


def _is_during(pieces: list[Piece], first: int, floor: int, lexicon: Lexicon) -> bool:
    """Whether "over" tells how long, and is no bound: "$5bn over two years", "grew over six"."""
    if at(pieces, first).word != "over":
        return False
    before = at(pieces, first - 1)
    if before.word in lexicon.changes:
        return True
    plain = before.word not in lexicon.grammar["before longer"] and before.raw not in (",", "(")
    return plain and floor > 0 and first - floor <= _CLAUSE


def _is_taken(pieces: list[Piece], words: Bounding, floor: int) -> bool:
    """Whether the words of a bound are the comparative of the change before: "10 % more than"."""
    return words.first == floor - 2 >= 0 and at(pieces, floor - 1).word == "than"


_CLAUSE = 6  # pieces between a quantity and the time that it is spread over
_FEW = 10


def _is_timed(unit: Unit | None) -> bool:
    return unit is not None and unit.kind == "time"


def _change_of(
    pieces: list[Piece], first: int, last: int, unit: Unit | None, lexicon: Lexicon
) -> Change | None:
    """Whether the quantity is a rise or fall; spans of time and ages are neither."""
    if at(pieces, first - 1).word in _LEVELS or (unit and unit.kind in ("age", "time")):
        return None
    return read_change(pieces, first, last, unit.kind if unit else "", lexicon)


_LEVELS = frozenset({"to", "from", "at"})


def _limits(
    left: Term, right: Term | None, unit: Unit | None, bound: Bound
) -> tuple[float | None, float | None]:
    """The two ends in the unit's own terms: percentages as fractions, None where open."""
    written = unit is not None and unit.kind == "share" and left.number.form != "share"
    divisor = _SHARES.get(unit.name or "", 1.0) if unit is not None and written else 1.0
    low = _rounded(left.value / divisor)
    if right is not None:
        return low, _rounded(right.value / divisor)
    if bound in (Bound.BELOW, Bound.AT_MOST):
        return None, low
    if bound in (Bound.ABOVE, Bound.AT_LEAST):
        return low, None
    return low, low


def _rounded(value: float) -> float:
    return float(f"{value:.{_DIGITS}g}")


def _like_before(pieces: list[Piece], before: Quantity, found: Quantity) -> Quantity:
    """`found` with what it takes over from the quantity before it.

    "More than 7 million crowns ($1 million)": the conversion has the same bound and change.
    """
    if found.core != before.last + 1 or pieces[before.last].raw != "(":
        return found
    plain = found.bound is Bound.EQUAL and not found.approx
    converts = found.kind == before.kind and found.unit != before.unit and found.kind
    if plain and converts and found.kind != "time" and at(pieces, found.last).raw == ")":
        low, high = _reopened(found, before.bound)
        return replace(
            found, low=low, high=high, bound=before.bound, approx=before.approx,
            change=before.change,
        )  # fmt: skip
    return found


def _like_counted(
    pieces: list[Piece], counted: Quantity, found: Quantity, lexicon: Lexicon
) -> Quantity:
    """`found` with the noun of the count before it, where it leaves its own out.

    "3.9 million headsets, up from 2.4 million"; spans of time between them do not matter.
    """
    if found.unit is None and found.first - counted.last <= _NEAR:
        stepped = at(pieces, found.first - 2).word in _STEPS  # "60 stores, up from 45"
        stepped = stepped or at(pieces, found.last).word in lexicon.comparatives
        large = stepped or (found.low or found.high or 0.0) >= _LARGE
        before = at(pieces, found.first - 1)
        if large and (
            before.word in lexicon.grammar["like before"] or (stepped and before.raw == ",")
        ):
            unit, kind, per = counted.unit, counted.kind, found.per or counted.per
            return replace(found, unit=unit, kind=kind, per=per)
    return found


_STEPS = frozenset({"up", "down"})
_NEAR = 14  # pieces between a counted number and one that leaves its noun out
_LARGE = 100


def _reopened(found: Quantity, bound: Bound) -> tuple[float | None, float | None]:
    if bound in (Bound.BELOW, Bound.AT_MOST):
        return None, found.high
    return (found.low, None) if bound in (Bound.ABOVE, Bound.AT_LEAST) else (found.low, found.high)
