"""Numbers: one door to those in digits, in words, as a share, or open ("dozens")."""

import math

from onrecord.measure.cardinals import read_cardinal
from onrecord.measure.lexicon import Lexicon
from onrecord.measure.numerals import Numeral, at, mixed_fraction, read_written, scale
from onrecord.measure.parts import part_of, read_ratio, read_share
from onrecord.measure.pieces import Piece

_LARGEST = 1e18


def read_numeral(pieces: list[Piece], index: int, lexicon: Lexicon) -> Numeral | None:
    """The number that begins at `index`, or None."""
    found = (
        read_written(pieces, index, lexicon)
        if pieces[index].kind == "n"
        else _read_spelled(pieces, index, lexicon)
    )
    if found is None:
        return None
    found = _take_plus(pieces, read_ratio(pieces, found, lexicon) or found)
    if not math.isfinite(found.value) or abs(found.value) > _LARGEST:
        return None
    return found


def _take_plus(pieces: list[Piece], number: Numeral) -> Numeral:
    """The number with a "+" or "-plus" that stands on it ("100+", "20-plus years")."""
    after, beyond = at(pieces, number.last), at(pieces, number.last + 1)
    if after.raw == "+" and after.glued and not (beyond.kind == "n" and beyond.glued):
        return number._replace(last=number.last + 1, plus=True)
    if after.raw == "-" and after.glued and beyond.word == "plus":
        return number._replace(last=number.last + 2, plus=True)
    return number


def _read_spelled(pieces: list[Piece], index: int, lexicon: Lexicon) -> Numeral | None:
    """A number in words, a share ("two-thirds", "half of") or an open one ("dozens")."""
    word = lexicon.numbers.get(pieces[index].word)
    if word is not None and word.kind == "plural":
        return _read_open(pieces, index, lexicon)
    share = read_share(pieces, index, lexicon)
    if share is not None:
        return share
    number = read_cardinal(pieces, index, lexicon)
    if number is None:
        return None
    if number.last < len(pieces):
        if (part := part_of(pieces, number, lexicon)) is not None:
            return part
        mixed = mixed_fraction(pieces, number.last, lexicon)
        if mixed is not None:
            added = mixed[0] * (
                lexicon.numbers[pieces[number.last - 1].word].value if number.scaled else 1
            )
            number = number._replace(value=number.value + added, last=mixed[1])
        number = scale(pieces, number, lexicon)
    return number


def _read_open(pieces: list[Piece], index: int, lexicon: Lexicon) -> Numeral:
    """As in "Dozens", "hundreds of thousands": at least one of the unit that is named."""
    value, last = lexicon.numbers[pieces[index].word].value, index + 1
    if at(pieces, last).word == "of":
        above = lexicon.numbers.get(at(pieces, last + 1).word)
        if above is not None and above.kind == "plural":
            value, last = value * above.value, last + 2
    return Numeral(value, index, last, "open")
