"""Terms: one number with the currency and the unit that stand by it."""

from dataclasses import dataclass

from onrecord.measure.cardinals import read_cardinal
from onrecord.measure.currencies import find_currency
from onrecord.measure.lexicon import Lexicon
from onrecord.measure.numerals import Numeral, at, read_digits, scale
from onrecord.measure.pieces import Piece
from onrecord.measure.units import Unit, read_unit


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
    if money and unit is not None and unit.kind == "money" and unit.name == money[0].code:
        last = unit.last  # "$5 million dollars", "US$5 USD"
    elif money:
        unit = Unit(money[0].code, "money", last, factor=money[0].factor)
    value, last = _with_scale(pieces, number, value, unit, last, lexicon)
    value, last = _with_smaller(pieces, value, unit, last, lexicon)
    first = money[1] if money else number.first
    if _is_negative(pieces, first):
        value, first = -value, first - 1
    return Term(value, number, unit, money[0].code if money else None, first, last)


def _with_scale(
    pieces: list[Piece],
    number: Numeral,
    value: float,
    unit: Unit | None,
    last: int,
    lexicon: Lexicon,
) -> tuple[float, int]:
    """As in "30 MUSD", "75 USD million": the scale on a currency or after it."""
    if unit is None or unit.kind != "money":
        return value, last
    if unit.factor == 1 and not number.scaled and not number.letter and last > number.last:
        further = scale(pieces, number._replace(last=last), lexicon)
        if further.scaled:
            return further.value, further.last
    return value * unit.factor, last


def _with_smaller(
    pieces: list[Piece], value: float, unit: Unit | None, last: int, lexicon: Lexicon
) -> tuple[float, int]:
    """As in "3 dollars 50 cents", "6-foot-4", "5 feet 10 inches": the smaller unit added in."""
    if unit is None or (unit.kind != "money" and unit.name not in _SMALLER):
        return value, last
    per, tails = _SMALLER.get(unit.name or "", (100, _COINS))
    step = last + 1 if at(pieces, last).word in ("and", "-", ",") else last
    found = _small_number(pieces, step, lexicon)
    if found is None or found.value >= per:
        return value, last
    joined = step > last and pieces[last].raw == "-" and pieces[step].glued
    forms = lexicon.units.get((at(pieces, found.last).word,), ())
    short = pieces[last - 1].word == "ft"  # after "6ft" the "in" of "2in" is no preposition
    if any(form.unit in tails and (form.how == "any" or short) for form in forms):
        return value + found.value / per, found.last + 1
    if joined and per == 12:
        return value + found.value / per, found.last
    if per == 100 and _is_spoken_sum(pieces, last, step, found):
        return value + found.value / per, found.last
    return value, last


_COINS = frozenset({"cent", "penny"})
_SMALLER = {"foot": (12, frozenset({"inch"})), "stone": (14, frozenset({"pound"}))}
_TENS = 10


def _small_number(pieces: list[Piece], step: int, lexicon: Lexicon) -> Numeral | None:
    """The whole number at `step`, in digits or words, that may count the smaller unit."""
    if at(pieces, step).kind == "n":
        small = read_digits(pieces[step].raw)
        return Numeral(small, step, step + 1, "digits") if small is not None else None
    return read_cardinal(pieces, step, lexicon) if step < len(pieces) else None


def _is_spoken_sum(pieces: list[Piece], last: int, step: int, small: Numeral) -> bool:
    """As in "it costs 15 dollars 50": two figures that end the clause are cents."""
    worded = pieces[last - 1].kind == "w"
    ends = small.last >= len(pieces) or pieces[small.last].raw in (".", ";", "!", "?", ")")
    return worded and step == last and small.value >= _TENS and ends


def _share_unit_of(pieces: list[Piece], number: Numeral, lexicon: Lexicon) -> Unit:
    """The unit of a fraction: "1", but "half an hour" is half of one hour."""
    step = number.last + 1 if at(pieces, number.last).word == "of" else number.last
    article = at(pieces, step).word in ("a", "an")
    if article or step == number.last:
        noun = step + 1 if article else step
        for form in lexicon.units.get((at(pieces, noun).word,), ()):
            if form.kind in ("time", "length", "mass", "volume") and form.how == "any":
                return Unit(form.unit, form.kind, noun + 1)
        for words in (2, 1):  # "half a percentage point", "a quarter point"
            phrase = tuple(piece.word for piece in pieces[noun : noun + words])
            for form in lexicon.units.get(phrase, ()):
                if form.kind == "points" and form.how == "any":
                    return Unit(form.unit, form.kind, noun + words)
    return Unit("1", "share", number.last)


def _is_negative(pieces: list[Piece], first: int) -> bool:
    """Whether a minus stands on the number ("-5 degrees"), not a hyphen or dash between words."""
    before = at(pieces, first - 1)
    ranged = at(pieces, first - 2).kind == "n"  # "75 -300mm", "10 minus 5"
    if before.word == "minus":
        return not ranged
    return before.raw == "-" and pieces[first].glued and not before.glued and not ranged
