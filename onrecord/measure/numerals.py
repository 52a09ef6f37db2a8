"""Numbers in digits as news writes them: grouping, scales, "10 1/2", "3.5bn"."""

import re
from typing import NamedTuple

from onrecord.measure.lexicon import Lexicon
from onrecord.measure.pieces import NOTHING, Piece

_ENGLISH = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+")
_INDIAN = re.compile(r"\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?")
_EUROPEAN = re.compile(r"\d{1,3}(?:\.\d{3}){2,}(?:,\d+)?|\d{1,3}(?:\.\d{3})+,\d{1,2}|\d+,\d{1,2}")
_LONGEST = 40  # characters: a longer run of digits is no quantity, and may not be a finite number
_DENOMINATORS = frozenset({2, 3, 4, 5, 6, 8, 10, 16, 20, 32, 40, 50, 64, 100})


class Numeral(NamedTuple):
    """A number over pieces `[first, last)`.

    `form`: "digits", "words", "share" (a fraction of something) or "open" ("dozens": at least so
    many). `scaled` if a scale word stood with it; `letter` is the factor of a following "m" or
    "b" that may mean a million, a billion, or something else. `comma` marks "3,5"; `plus` "100+".
    """

    value: float
    first: int
    last: int
    form: str
    scaled: bool = False
    letter: float = 0.0
    comma: bool = False
    mantissa: float = 0.0
    plus: bool = False


def read_digits(raw: str) -> float | None:
    """The value of grouped digits, English, Indian or European; None where they are no number."""
    if len(raw) > _LONGEST or (raw[0] == "0" and raw[1:2].isdecimal()):
        return None
    if _ENGLISH.fullmatch(raw) or _INDIAN.fullmatch(raw):
        return float(raw.replace(",", ""))
    if _EUROPEAN.fullmatch(raw):
        return float(raw.replace(".", "").replace(",", "."))
    return None


def at(pieces: list[Piece], index: int) -> Piece:
    """The piece at `index`, or an empty one beyond the ends."""
    return pieces[index] if 0 <= index < len(pieces) else NOTHING


def read_written(pieces: list[Piece], index: int, lexicon: Lexicon) -> Numeral | None:
    """A number that begins with digits: "1,250", "10 1/2", "3.5bn", "2 dozen"."""
    value = read_digits(pieces[index].raw)
    if value is None:
        return None
    comma = "," in pieces[index].raw and not _ENGLISH.fullmatch(pieces[index].raw)
    comma = comma and not _INDIAN.fullmatch(pieces[index].raw)
    last, form = index + 1, "digits"
    part = _slash_fraction(pieces, index)
    if part is not None:
        value, last, form = part, index + 3, "share"
    elif not pieces[index + 1 : index + 2]:
        return Numeral(value, index, last, form, comma=comma, mantissa=value)
    elif (mixed := mixed_fraction(pieces, last, lexicon)) is not None:
        value, last = value + mixed[0], mixed[1]
    return scale(pieces, Numeral(value, index, last, form, False, 0.0, comma, value), lexicon)


def _slash_fraction(pieces: list[Piece], index: int) -> float | None:
    """The value of "1/3" at `index`; not of "24/7" or "10/12/2019"."""
    slash, below = at(pieces, index + 1), at(pieces, index + 2)
    if slash.raw != "/" or below.kind != "n" or not (slash.glued and below.glued):
        return None
    if at(pieces, index + 3).raw == "/" or at(pieces, index - 1).raw == "/":
        return None
    above = pieces[index].raw
    if len(above) > 2 or len(below.raw) > 3 or not (above + below.raw).isdecimal():
        return None
    top, bottom = int(above), int(below.raw)
    return top / bottom if bottom in _DENOMINATORS and 0 < top < bottom else None


def mixed_fraction(pieces: list[Piece], index: int, lexicon: Lexicon) -> tuple[float, int] | None:
    """What "1/2", "½" or "and a half" at `index` adds to the number before, and where it ends."""
    piece = pieces[index]
    word = lexicon.numbers.get(piece.word)
    if word is not None and word.kind == "vulgar":
        return word.value, index + 1
    if piece.kind == "n" and not piece.glued:
        part = _slash_fraction(pieces, index)
        return (part, index + 3) if part is not None else None
    if piece.word == "and" and at(pieces, index + 1).word in ("a", "one"):
        half = lexicon.numbers.get(at(pieces, index + 2).word)
        if half is not None and half.kind == "part" and half.value in (2, 4):
            return 1 / half.value, index + 3
    return None


def scale(pieces: list[Piece], number: Numeral, lexicon: Lexicon) -> Numeral:
    """`number` with the scale words after it: "million", "-million", "bn", "k", "lakh crore"."""
    value, last, scaled = number.value, number.last, number.scaled
    for _ in range(2):
        step = last + 1 if at(pieces, last).raw == "-" and at(pieces, last).glued else last
        piece = at(pieces, step)
        word = lexicon.numbers.get(piece.word)
        if word is None:
            break
        if word.kind in ("letter", "money letter"):
            if piece.glued and step == last and not scaled:
                return number._replace(letter=word.value, value=value, last=last)
            break
        if word.kind not in ("scale", "suffix", "dozen", "hundred", "plural"):
            break
        if word.kind == "suffix" and len(piece.word) == 1 and not piece.glued:
            break  # a lone "k" is a letter
        if word.kind == "plural" and (step != last or number.form != "digits"):
            break
        value, last, scaled = value * word.value, step + 1, True
    return number._replace(value=value, last=last, scaled=scaled)
