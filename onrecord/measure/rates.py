"""Rates: what a quantity is for each of: "a year", "per gallon", "/hour", "a $70-a-share offer"."""

from onrecord.measure.lexicon import Lexicon
from onrecord.measure.numerals import at
from onrecord.measure.pieces import Piece
from onrecord.measure.units import singular


def read_rate(pieces: list[Piece], index: int, lexicon: Lexicon) -> tuple[str, int] | None:
    """The rate at `index`, and where it ends: "a year", "per gallon", "/hour", "annually".

    "Of copper a year": the rate may follow what is measured.
    """
    if at(pieces, index).word == "of":
        for step in range(index + 2, index + 2 + _RATE_REACH):
            if at(pieces, step).kind != "w":
                break
            found = _rate_at(pieces, step, lexicon)
            if found is not None and at(pieces, step).word in ("a", "an", "per", "each", "every"):
                return found if _is_span(pieces[step + 1], lexicon) else None
        return None
    return _rate_at(pieces, index, lexicon)


_RATE_REACH = 3  # words of what is measured before its rate


def _rate_at(pieces: list[Piece], index: int, lexicon: Lexicon) -> tuple[str, int] | None:
    piece, following = at(pieces, index), at(pieces, index + 1)
    if piece.raw == "-" and following.word in ("a", "an", "per"):
        tail, joint = at(pieces, index + 3), at(pieces, index + 2)  # "a $70-a-share offer"
        even = joint.raw == "-" and joint.glued == piece.glued == following.glued == tail.glued
        name = _rate_noun(tail, lexicon) if even else None
        return (name, index + 4) if name is not None else None
    if piece.word in lexicon.rates and piece.word.endswith(("ly", "p.a", "p.a.")):
        return lexicon.rates[piece.word], index + 1
    name = _rate_noun(following, lexicon)
    if piece.word == "per" and following.kind == "w" and following.word != "cent":
        noun = singular(following.word, lexicon) or following.word
        return name or noun, index + 2
    if name is None or (piece.raw == "/" and not (piece.glued and following.glued)):
        return None
    if piece.raw == "/" or piece.word in ("a", "an"):
        ends = at(pieces, index + 2).word in ("ago", "earlier", "before", "later", "-")
        return None if ends else (name, index + 2)
    if piece.word in ("each", "every") and _is_span(following, lexicon):
        return name, index + 2
    return None


def _rate_noun(piece: Piece, lexicon: Lexicon) -> str | None:
    if piece.word in lexicon.rates:
        return lexicon.rates[piece.word]
    for form in lexicon.units.get((piece.word,), ()):
        if form.kind in _RATED and form.how == "any":
            return form.unit
    return None


def _is_span(piece: Piece, lexicon: Lexicon) -> bool:
    return any(form.kind == "time" for form in lexicon.units.get((piece.word,), ()))


_RATED = frozenset({"time", "length", "area", "volume", "mass", "energy", "power", "data", "count"})
