"""Whole numbers in words: "two hundred and fifty thousand", "a dozen", "twenty-five"."""

from onrecord.measure.lexicon import Lexicon, NumberWord
from onrecord.measure.numerals import Numeral, at
from onrecord.measure.pieces import Piece


def read_cardinal(pieces: list[Piece], index: int, lexicon: Lexicon) -> Numeral | None:
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
