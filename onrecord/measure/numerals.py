"""Numbers as news writes them: digits, words, scales, fractions, shares ("one in five")."""

import math
import re
from typing import NamedTuple

from onrecord.measure.lexicon import Lexicon, NumberWord
from onrecord.measure.pieces import NOTHING, Piece

_ENGLISH = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+")
_INDIAN = re.compile(r"\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?")
_EUROPEAN = re.compile(r"\d{1,3}(?:\.\d{3}){2,}(?:,\d+)?|\d{1,3}(?:\.\d{3})+,\d{1,2}|\d+,\d{1,2}")
_LONGEST = 40  # characters: a longer run of digits is no quantity, and may not be a finite number
_LARGEST = 1e18
_DENOMINATORS = frozenset({2, 3, 4, 5, 6, 8, 10, 16, 20, 32, 40, 50, 64, 100})
_FEW = 10
_ROUND = frozenset({10, 100, 1000, 10_000, 100_000, 1_000_000})


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


def read_numeral(pieces: list[Piece], index: int, lexicon: Lexicon) -> Numeral | None:
    """The number that begins at `index`, or None."""
    found = (
        _read_written(pieces, index, lexicon)
        if pieces[index].kind == "n"
        else _read_spelled(pieces, index, lexicon)
    )
    if found is None:
        return None
    found = _take_plus(pieces, _read_ratio(pieces, found, lexicon) or found)
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


def at(pieces: list[Piece], index: int) -> Piece:
    """The piece at `index`, or an empty one beyond the ends."""
    return pieces[index] if 0 <= index < len(pieces) else NOTHING


def _read_written(pieces: list[Piece], index: int, lexicon: Lexicon) -> Numeral | None:
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
    elif (mixed := _mixed_fraction(pieces, last, lexicon)) is not None:
        value, last = value + mixed[0], mixed[1]
    return _scale(pieces, Numeral(value, index, last, form, False, 0.0, comma, value), lexicon)


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


def _mixed_fraction(pieces: list[Piece], index: int, lexicon: Lexicon) -> tuple[float, int] | None:
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


def _scale(pieces: list[Piece], number: Numeral, lexicon: Lexicon) -> Numeral:
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


def _read_spelled(pieces: list[Piece], index: int, lexicon: Lexicon) -> Numeral | None:
    """A number in words, a share ("two-thirds", "half of") or an open one ("dozens")."""
    word = lexicon.numbers.get(pieces[index].word)
    if word is not None and word.kind == "plural":
        return _read_open(pieces, index, lexicon)
    share = _read_share(pieces, index, lexicon)
    if share is not None:
        return share
    number = _read_cardinal(pieces, index, lexicon)
    if number is None:
        return None
    if number.last < len(pieces):
        if (part := _part_of(pieces, number, lexicon)) is not None:
            return part
        mixed = _mixed_fraction(pieces, number.last, lexicon)
        if mixed is not None:
            added = mixed[0] * (
                lexicon.numbers[pieces[number.last - 1].word].value if number.scaled else 1
            )
            number = number._replace(value=number.value + added, last=mixed[1])
        number = _scale(pieces, number, lexicon)
    return number


def _read_open(pieces: list[Piece], index: int, lexicon: Lexicon) -> Numeral:
    """As in "Dozens", "hundreds of thousands": at least one of the unit that is named."""
    value, last = lexicon.numbers[pieces[index].word].value, index + 1
    if at(pieces, last).word == "of":
        above = lexicon.numbers.get(at(pieces, last + 1).word)
        if above is not None and above.kind == "plural":
            value, last = value * above.value, last + 2
    return Numeral(value, index, last, "open")


def _read_share(pieces: list[Piece], index: int, lexicon: Lexicon) -> Numeral | None:
    """As in "Half of the crew", "a third of", "half a million", "a quarter of an hour"."""
    if at(pieces, index - 1).word in lexicon.grammar["before half"]:
        return None  # "the second half of the year"
    step = index + 1 if pieces[index].word in ("a", "an") else index
    word = lexicon.numbers.get(at(pieces, step).word)
    if word is None or word.kind not in ("part", "vulgar"):
        return None
    following = lexicon.numbers.get(at(pieces, step + 1).word)
    scaled = following is not None and following.kind == "scale" and word.value == 4
    if step == index and word.kind == "part" and word.value != 2 and not scaled:
        return None  # "third" alone is an ordinal
    value = word.value if word.kind == "vulgar" else 1 / word.value
    after = step + 1
    if at(pieces, after).raw == "-" or at(pieces, after).word in ("a", "of"):
        beyond = after + (2 if at(pieces, after + 1).word == "a" else 1)
        scale = lexicon.numbers.get(at(pieces, beyond).word)
        if scale is not None and scale.kind in ("scale", "dozen"):
            return Numeral(value * scale.value, index, beyond + 1, "words", True, mantissa=value)
    scale = lexicon.numbers.get(at(pieces, after).word)
    if scale is not None and scale.kind in ("scale", "dozen") and word.value in (2, 4):
        return Numeral(value * scale.value, index, after + 1, "words", True, mantissa=value)
    if word.kind == "vulgar":
        return Numeral(value, index, after, "words", mantissa=value)
    alone = (
        at(pieces, after).kind != "w"
        and at(pieces, after).raw != "-"  # "less than a half-hour"
        and at(pieces, index - 1).word in lexicon.grammar["before share"]
    )
    if (
        at(pieces, after).word == "of"
        or alone
        or (word.value == 2 and at(pieces, after).word in lexicon.grammar["whole"])
    ):
        return Numeral(value, index, after, "share", mantissa=value)
    return None


def _part_of(pieces: list[Piece], number: Numeral, lexicon: Lexicon) -> Numeral | None:
    """As in "Two-thirds", "three quarters", "one third" after the number `number`."""
    step = number.last + (1 if pieces[number.last].raw == "-" else 0)
    word = lexicon.numbers.get(at(pieces, step).word)
    if word is None or word.kind not in ("part", "parts"):
        return None
    one = number.value == 1
    if one != (word.kind == "part") or number.value >= word.value:
        return None
    if word.value == 4 and step == number.last and at(pieces, step + 1).word != "of":
        return None  # "three quarters" without "of" are quarters of a year
    return Numeral(number.value / word.value, number.first, step + 1, "share")


def _read_ratio(pieces: list[Piece], number: Numeral, lexicon: Lexicon) -> Numeral | None:
    """As in "One in five", "nine out of 10", "1 in every 20" as a share."""
    if number.form not in ("digits", "words") or number.scaled or not number.value.is_integer():
        return None
    if number.last + 1 >= len(pieces):
        return None
    step, spoken = _after_ratio_words(pieces, number.last)
    below = _read_bare(pieces, step, lexicon) if step else None
    if below is None or not 0 < number.value < below.value or not below.value.is_integer():
        return None
    if number.value > _FEW and below.value not in _ROUND:
        return None  # "300 out of 400 soldiers" are two counts
    if not spoken and number.value != 1 and below.value not in _ROUND:
        return None
    if not spoken and (below.value > 1000 or _is_unit(at(pieces, below.last), lexicon)):
        return None
    return Numeral(number.value / below.value, number.first, below.last, "share")


def _read_bare(pieces: list[Piece], index: int, lexicon: Lexicon) -> Numeral | None:
    if index >= len(pieces):
        return None
    if pieces[index].kind == "n":
        return _read_written(pieces, index, lexicon)
    return _read_cardinal(pieces, index, lexicon)


def _is_unit(piece: Piece, lexicon: Lexicon) -> bool:
    return any(form.kind != "count" for form in lexicon.units.get((piece.word,), ()))


def _after_ratio_words(pieces: list[Piece], index: int) -> tuple[int, bool]:
    """Where the second number of a ratio begins, and whether "out of" or "every" says it is one."""
    words = [piece.word for piece in pieces[index : index + 3]]
    if words[:3] == ["out", "of", "every"]:
        return index + 3, True
    if words[:2] in (["out", "of"], ["in", "every"], ["of", "every"]):
        return index + 2, True
    following = pieces[index + 1].raw if index + 1 < len(pieces) else ""
    if words[:1] == ["in"] or (words[:1] == ["of"] and following in ("10", "ten", "100")):
        return index + 1, False
    return 0, False


def _read_cardinal(pieces: list[Piece], index: int, lexicon: Lexicon) -> Numeral | None:
    """A whole number in words: "two hundred and fifty thousand", "a dozen", "twenty-five"."""
    total, current, scaled = 0.0, None, False
    step, kind = index, ""
    if pieces[index].word in ("a", "an"):
        word = lexicon.numbers.get(at(pieces, index + 1).word)
        if word is None or word.kind not in ("hundred", "scale", "dozen"):
            return None
        current, step = 1.0, index + 1
    last = step
    while step < len(pieces):
        piece = pieces[step]
        word = lexicon.numbers.get(piece.word)
        if word is None or word.kind not in _CARDINAL:
            joins = (
                piece.raw == "-" and piece.glued and kind in ("ten", "hundred", "small", "scale")
            )
            joins = joins or (piece.word == "and" and kind in ("hundred", "scale"))
            following = lexicon.numbers.get(at(pieces, step + 1).word)
            if joins and following is not None and _may_follow(kind, following, piece.word):
                step += 1
                continue
            break
        if kind and not _may_follow(kind, word, ""):
            break
        match word.kind:
            case "small" | "ten":
                current = (current or 0.0) + word.value
            case "hundred" | "dozen":
                current = (current or 1.0) * word.value
            case _:
                total, current, scaled = total + (current or 1.0) * word.value, None, True
        kind = word.kind
        step += 1
        last = step
    if not kind or (kind == "hundred" and last == index + 1):
        return None
    value = total + (current or 0.0)
    return Numeral(value, index, last, "words", scaled, mantissa=value)


_CARDINAL = frozenset({"small", "ten", "hundred", "scale", "dozen"})


def _may_follow(kind: str, word: NumberWord, joint: str) -> bool:
    """Whether a number word may follow one of `kind` within the same number."""
    following, value = word.kind, word.value
    match kind:
        case "small":
            return following in ("hundred", "scale", "dozen")
        case "ten":
            return (following == "small" and 0 < value < 10) or following in ("hundred", "scale")
        case "hundred":
            return following in ("small", "ten", "scale") if joint != "-" else following == "scale"
        case "scale":
            return following in ("small", "ten") if joint != "-" else False
        case "dozen":
            return following == "scale"
    return False
