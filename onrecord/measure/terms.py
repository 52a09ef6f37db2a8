"""Terms: one number with the currency and the unit that stand by it."""

from dataclasses import dataclass

from onrecord.measure.lexicon import Lexicon
from onrecord.measure.numerals import Numeral, at, read_digits
from onrecord.measure.pieces import Piece
from onrecord.measure.units import Unit, find_currency, read_unit


@dataclass(frozen=True, slots=True)
class Term:
    """A number of `value` over pieces `[first, last)`, with the currency and unit by it."""

    value: float
    number: Numeral
    unit: Unit | None
    currency: str | None
    first: int
    last: int


def read_term(pieces: list[Piece], number: Numeral, lexicon: Lexicon, floor: int = 0) -> Term:
    """`number` with what stands before and after it."""
    money = find_currency(pieces, number.first, lexicon, floor)
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
    value, last = _with_smaller(pieces, value, unit, last, lexicon)
    first = money[1] if money else number.first
    if _is_negative(pieces, first):
        value, first = -value, first - 1
    return Term(value, number, unit, money[0] if money else None, first, last)


def _with_smaller(
    pieces: list[Piece], value: float, unit: Unit | None, last: int, lexicon: Lexicon
) -> tuple[float, int]:
    """As in "3 dollars 50 cents", "6-foot-4", "5 feet 10 inches": the smaller unit added in."""
    if unit is None or (unit.kind != "money" and unit.name != "foot"):
        return value, last
    per, tail = (100, "cent") if unit.kind == "money" else (12, "inch")
    step = last + 1 if at(pieces, last).word in ("and", "-", ",") else last
    small = read_digits(at(pieces, step).raw) if at(pieces, step).kind == "n" else None
    if small is None or small >= per:
        return value, last
    joined = step > last and pieces[last].raw == "-" and pieces[step].glued
    forms = lexicon.units.get((at(pieces, step + 1).word,), ())
    if any(form.unit == tail and form.how == "any" for form in forms):
        return value + small / per, step + 2
    return (value + small / per, step + 1) if joined and per == 12 else (value, last)


def _share_unit_of(pieces: list[Piece], number: Numeral, lexicon: Lexicon) -> Unit:
    """The unit of a fraction: "1", but "half an hour" is half of one hour."""
    step = number.last + 1 if at(pieces, number.last).word == "of" else number.last
    article = at(pieces, step).word in ("a", "an")
    if article or step == number.last:
        noun = step + 1 if article else step
        for form in lexicon.units.get((at(pieces, noun).word,), ()):
            if form.kind in ("time", "length", "mass", "volume") and form.how == "any":
                return Unit(form.unit, form.kind, noun + 1)
        two = (at(pieces, noun).word, at(pieces, noun + 1).word)
        for form in lexicon.units.get(two, ()):
            if form.kind == "points":  # "half a percentage point"
                return Unit(form.unit, form.kind, noun + 2)
    return Unit("1", "share", number.last)


def _is_negative(pieces: list[Piece], first: int) -> bool:
    """Whether a minus stands on the number ("-5 degrees"), not a hyphen or dash between words."""
    before = at(pieces, first - 1)
    return before.raw == "-" and pieces[first].glued and not before.glued
