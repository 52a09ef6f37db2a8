"""Parts of a whole: "two-thirds", "half of the crew", "one in five", "half a million"."""

from onrecord.measure.cardinals import read_cardinal
from onrecord.measure.lexicon import Lexicon
from onrecord.measure.numerals import Numeral, at, read_written
from onrecord.measure.pieces import Piece

_FEW = 10
_ROUND = frozenset({10, 100, 1000, 10_000, 100_000, 1_000_000})


def read_share(pieces: list[Piece], index: int, lexicon: Lexicon) -> Numeral | None:
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
    alone = _is_step(pieces, index, after, lexicon) or (
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


def _is_step(pieces: list[Piece], index: int, after: int, lexicon: Lexicon) -> bool:
    """As in "fell by a quarter to 300", "a drop of a third", "a third fewer than"."""
    before, earlier = at(pieces, index - 1).word, at(pieces, index - 2).word
    following = at(pieces, after).word
    if before == "by":
        moved = earlier in lexicon.changes and following in ("on", "since", "compared")
        return moved or following in ("to", "from")
    if following in lexicon.comparatives and pieces[index].word in ("a", "an"):
        # "A third fewer than", "a quarter lower"; "a quarter more than happy" is no number of it.
        return at(pieces, after + 1).word == "than" or following in _BESIDE
    ends = at(pieces, after).kind != "w" and at(pieces, after).raw != "-"
    return before == "of" and earlier in lexicon.change_nouns and ends


_BESIDE = frozenset({"above", "below"})


def part_of(pieces: list[Piece], number: Numeral, lexicon: Lexicon) -> Numeral | None:
    """As in "Two-thirds", "three quarters", "one third" after the number `number`."""
    step = number.last + (1 if pieces[number.last].raw == "-" else 0)
    word = lexicon.numbers.get(at(pieces, step).word)
    if word is None or word.kind not in ("part", "parts"):
        return None
    one = number.value == 1
    if one != (word.kind == "part") or number.value >= word.value:
        return None
    value = number.value / word.value
    beyond = step + (3 if at(pieces, step + 1).word == "of" else 1)  # "three quarters of a"
    scale = lexicon.numbers.get(at(pieces, beyond).word)
    if scale is not None and scale.kind == "scale":
        whole = value * scale.value
        return Numeral(whole, number.first, beyond + 1, "words", True, mantissa=value)
    if word.value == 4 and step == number.last and at(pieces, step + 1).word != "of":
        return None  # "three quarters" without "of" are quarters of a year
    return Numeral(value, number.first, step + 1, "share")


def read_ratio(pieces: list[Piece], number: Numeral, lexicon: Lexicon) -> Numeral | None:
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
    if not spoken and (
        (below.value > 1000 and below.value not in _ROUND)
        or _is_unit(at(pieces, below.last), lexicon)
    ):
        return None
    return Numeral(number.value / below.value, number.first, below.last, "share")


def _read_bare(pieces: list[Piece], index: int, lexicon: Lexicon) -> Numeral | None:
    if index >= len(pieces):
        return None
    if pieces[index].kind == "n":
        return read_written(pieces, index, lexicon)
    return read_cardinal(pieces, index, lexicon)


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
