"""Quantities: number, unit, rate, bound and change put together, ranges included."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from onrecord.measure.bounds import read_bound, read_change
from onrecord.measure.labels import in_chain, is_label
from onrecord.measure.lexicon import Lexicon
from onrecord.measure.numerals import Numeral, at, read_numeral
from onrecord.measure.pieces import Piece
from onrecord.measure.units import Unit, find_currency, read_rate, read_unit
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


@dataclass(frozen=True, slots=True)
class _Term:
    """One number with the currency and unit that stand by it."""

    value: float
    number: Numeral
    unit: Unit | None
    currency: str | None
    first: int
    last: int


def read_quantities(pieces: list[Piece], lexicon: Lexicon) -> Iterator[Quantity]:
    """The quantities of a passage, from left to right."""
    index, starts = 0, lexicon.starts
    floor = 0  # no bound word is taken from the quantity before
    while index < len(pieces):
        piece = pieces[index]
        if piece.kind != "n" and piece.word not in starts:
            index += 1
            continue
        number = read_numeral(pieces, index, lexicon)
        if number is None:
            index += 1
            continue
        chain = in_chain(pieces, number) if number.form == "digits" else 0
        if chain:
            index = max(chain, number.last)
            continue
        found = _read_one(pieces, number, lexicon, floor)
        for quantity in found:
            yield quantity
            floor = quantity.last
        index = max(found[-1].last, number.last) if found else number.last


def _read_one(pieces: list[Piece], number: Numeral, lexicon: Lexicon, floor: int) -> list[Quantity]:
    """The quantity that begins with `number`: a range, two alternatives, or a single one."""
    left = _read_term(pieces, number, lexicon)
    right = _read_partner(pieces, left, lexicon)
    if right is not None:
        joint = pieces[left.last]
        paired = _pair(pieces, left, right, joint, lexicon)
        if paired is not None:
            return _finish(pieces, paired[0], paired[1], lexicon, floor)
        left = _share_unit(left, right, joint)
    return _finish(pieces, left, None, lexicon, floor)


def _read_term(pieces: list[Piece], number: Numeral, lexicon: Lexicon) -> _Term:
    money = find_currency(pieces, number.first, lexicon)
    unit = (
        read_unit(pieces, number, lexicon)
        if number.form != "share"
        else _share_unit_of(pieces, number, lexicon)
    )
    value = number.value
    if number.letter:
        if money or (unit and unit.letter):
            value *= number.letter
        else:
            unit = unit if unit and not unit.letter else None
    last = unit.last if unit is not None and not money else number.last
    if money and number.letter:
        last = number.last + 1
    if money and unit is not None and unit.kind == "money":
        last = unit.last  # "$5 million dollars", "US$5 USD"
    elif money:
        unit = Unit(money[0], "money", last)
    first = money[1] if money else number.first
    if _is_negative(pieces, first):
        value, first = -value, first - 1
    return _Term(value, number, unit, money[0] if money else None, first, last)


def _share_unit_of(pieces: list[Piece], number: Numeral, lexicon: Lexicon) -> Unit:
    """ "1" for a fraction, but "half an hour" is half of one hour."""
    step = number.last + 1 if at(pieces, number.last).word == "of" else number.last
    if at(pieces, step).word in ("a", "an"):
        for form in lexicon.units.get((at(pieces, step + 1).word,), ()):
            if form.kind in ("time", "length", "mass", "volume") and form.how == "any":
                return Unit(form.unit, form.kind, step + 2)
    return Unit("1", "share", number.last)


def _is_negative(pieces: list[Piece], first: int) -> bool:
    """Whether a minus stands on the number ("-5 degrees"), not a hyphen or dash between words."""
    before = at(pieces, first - 1)
    return before.raw == "-" and pieces[first].glued and not before.glued


def _read_partner(pieces: list[Piece], left: _Term, lexicon: Lexicon) -> _Term | None:
    """The number after "to", a dash, "and" or "or" that may make a pair with `left`."""
    joint = at(pieces, left.last)
    if joint.raw not in _JOINTS and joint.word not in _JOINTS:
        return None
    step = left.last + 1
    while step < len(pieces) and step < left.last + 4 and pieces[step].kind != "n":
        if tuple(p.word for p in pieces[left.last + 1 : step + 1]) in lexicon.currencies:
            step += 1
        elif pieces[step].kind == "s" and pieces[step].raw in ("$", "£", "€", "¥", "₹"):
            step += 1
        else:
            break
    if step >= len(pieces) or (
        pieces[step].kind != "n" and pieces[step].word not in lexicon.starts
    ):
        return None
    number = read_numeral(pieces, step, lexicon)
    if number is None or number.form in ("share", "open") or left.number.form == "share":
        return None
    return _read_term(pieces, number, lexicon)


_JOINTS = frozenset({"to", "-", "–", "—", "and", "or", "through"})
_DASHES = frozenset({"-", "–", "—"})


def _pair(
    pieces: list[Piece], left: _Term, right: _Term, joint: Piece, lexicon: Lexicon
) -> tuple[_Term, _Term] | None:
    """`left` and `right` as one range, with unit and scale shared, or None."""
    left = _share_scale(left, right)
    name = right.unit.name if right.unit else None
    own = left.unit.name if left.unit else None
    if own is not None and name is not None and own != name:
        return None
    if right.value < left.value or (own is None and name is None and not _is_plain(left, right)):
        return None
    before = at(pieces, left.first - 1)
    match joint.raw.lower():
        case "and":
            linked = before.word == "between" or at(pieces, left.first - 2).word == "between"
        case "or":
            linked = False
        case "to" | "through":
            linked = not (own is not None and _is_changing(pieces, left.first, lexicon))
            linked = linked and (before.word != "from" or not _rises_from(pieces, left, lexicon))
        case _:
            linked = _is_dashed(pieces, left, right, joint)
    if not linked:
        return None
    unit = right.unit or left.unit
    return replace(left, unit=unit), replace(right, unit=unit)


def _share_scale(left: _Term, right: _Term) -> _Term:
    """ "3 to 4 million", "90-100k", "$3-4bn": the scale of the second number is the first's too."""
    if left.number.scaled or left.number.letter or not right.number.mantissa:
        return left
    factor = right.value / right.number.mantissa
    if factor > 1 and left.value < right.number.mantissa:
        number = left.number._replace(scaled=True)
        return replace(left, value=left.value * factor, number=number)
    return left


def _is_plain(left: _Term, right: _Term) -> bool:
    return left.number.scaled and right.number.scaled


def _is_changing(pieces: list[Piece], first: int, lexicon: Lexicon) -> bool:
    """Whether a word of change stands before: "rose $2bn to $5bn" are two figures."""
    before = [piece.word for piece in pieces[max(0, first - 3) : first]]
    return any(word in lexicon.changes for word in before) and before[-1:] != ["from"]


def _rises_from(pieces: list[Piece], left: _Term, lexicon: Lexicon) -> bool:
    """Whether "from 5 to 10" is a change of level ("rose from"), not a spread."""
    words = [piece.word for piece in pieces[max(0, left.first - 5) : left.first]]
    return any(word in lexicon.changes for word in words)


def _is_dashed(pieces: list[Piece], left: _Term, right: _Term, joint: Piece) -> bool:
    """Whether a dash between two numbers makes a range; not a score ("21-14") or a year span."""
    if right.value <= left.value:
        return False
    close = joint.glued or not pieces[left.last + 1].glued
    named = right.unit is not None or left.unit is not None
    return close and (named or (left.number.scaled and right.number.scaled))


def _share_unit(left: _Term, right: _Term, joint: Piece) -> _Term:
    """ "8 or 9 euros": the first of two alternatives takes the unit of the second."""
    if joint.word not in ("or", "and") or left.unit is not None or right.unit is None:
        return left
    if joint.word == "and" and right.unit.kind == "count":
        return left
    scaled = _share_scale(left, right) if joint.word == "or" else left
    return replace(scaled, unit=right.unit._replace(last=left.last, letter=False))


def _finish(
    pieces: list[Piece], left: _Term, right: _Term | None, lexicon: Lexicon, floor: int
) -> list[Quantity]:
    """`left` (to `right`) with rate, bound and change; empty where it is a label."""
    tail = right or left
    unit, last = tail.unit, tail.last
    named = last
    timed = unit is not None and unit.kind == "time"
    rate = read_rate(pieces, last, lexicon) if unit is not None and unit.name else None
    if rate is not None:
        last = rate[1]
    bounding = read_bound(pieces, left.first, last, timed, lexicon)
    bounded = bounding.bound is not Bound.EQUAL or bounding.approx or right is not None
    if left.currency is None and is_label(pieces, left.number, unit, bounded, lexicon):
        return []
    if _is_unused(left, unit):
        return []
    first = bounding.first if bounding.first >= floor else left.first
    if right is not None:
        first = _past_between(pieces, first)
    low, high = _limits(left, right, unit, bounding.bound)
    bound = Bound.EQUAL if right is not None else bounding.bound
    if left.number.form == "open" and bound is Bound.EQUAL:
        bound, high = Bound.AT_LEAST, None
    return [
        Quantity(
            low,
            high,
            unit.name if unit else None,
            unit.kind if unit else "",
            rate[0] if rate else None,
            bound,
            bounding.approx or left.number.form == "open",
            _change_of(pieces, first, max(bounding.last, last), unit, lexicon),
            first,
            max(bounding.last, last),
            left.first,
            named,
            left.number.form,
        )
    ]


def _is_unused(left: _Term, unit: Unit | None) -> bool:
    """A decimal comma without a unit is a list ("1,2"), not a number."""
    return left.number.comma and unit is None and not left.number.scaled


def _change_of(
    pieces: list[Piece], first: int, last: int, unit: Unit | None, lexicon: Lexicon
) -> Change | None:
    if at(pieces, first - 1).word in ("to", "from", "at") or (unit and unit.kind == "age"):
        return None
    return read_change(pieces, first, last, lexicon)


def _past_between(pieces: list[Piece], first: int) -> int:
    """A range takes in the "between" or "from" before it."""
    return first - 1 if at(pieces, first - 1).word == "between" else first


def _limits(
    left: _Term, right: _Term | None, unit: Unit | None, bound: Bound
) -> tuple[float | None, float | None]:
    """The two ends in the unit's own terms: percentages as fractions, None where open."""
    written = unit is not None and unit.kind == "share" and left.number.form != "share"
    divisor = _SHARES.get(unit.name or "", 1.0) if unit is not None and written else 1.0
    low = _rounded(left.value / divisor)
    high = _rounded(right.value / divisor) if right is not None else low
    if right is not None:
        return low, high
    if bound in (Bound.BELOW, Bound.AT_MOST):
        return None, high
    if bound in (Bound.ABOVE, Bound.AT_LEAST):
        return low, None
    return low, high


def _rounded(value: float) -> float:
    return float(f"{value:.{_DIGITS}g}")
