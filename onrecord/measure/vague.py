"""Amounts that no number tells: "a spike", "a noticeable uptick", "fell sharply"."""

from onrecord.measure.lexicon import Lexicon
from onrecord.measure.numerals import at
from onrecord.measure.pieces import Piece
from onrecord.measure.quantities import Quantity
from onrecord.model import Bound, Change

_REACH = 3  # adjectives between the article and the noun of change


def read_vague(pieces: list[Piece], taken: set[int], lexicon: Lexicon) -> list[Quantity]:
    """The vague amounts of a passage; `taken` are the pieces of its figures."""
    found: list[Quantity] = []
    for index, piece in enumerate(pieces):
        if piece.word in lexicon.vague_heads:
            start = _noun_start(pieces, index, lexicon)
            if start is not None and not _has_number(pieces, start, index, taken):
                found.append(_make(pieces, start, index + 1, lexicon.changes[piece.word]))
        elif piece.word in lexicon.vague_adverbs:
            verb = _verb_beside(pieces, index, lexicon)
            start, end = min(verb or 0, index), max(verb or 0, index)
            if verb is not None and not _has_number(pieces, start, end, taken):
                found.append(_make(pieces, start, end + 1, lexicon.changes[pieces[verb].word]))
    return found


def _noun_start(pieces: list[Piece], index: int, lexicon: Lexicon) -> int | None:
    """Where a noun of change with its adjectives begins; None for a verb or a bare noun."""
    start = index
    described = False
    while start > 0 and index - start < _REACH and _describes(pieces[start - 1], lexicon):
        start -= 1
        described = True
    article = at(pieces, start - 1).word in ("a", "an")
    if article:
        start -= 1
    if not article and not described:
        return None
    following = at(pieces, index + 1)
    if not described and following.word not in ("in", "of", "from", "for"):
        return None  # "a cut above", "a fall guy", "a drop"
    if following.raw == "-" and following.glued:
        return None
    if following.kind == "w" and following.word not in lexicon.stops:
        return None  # "a sharp increase rate": it stands before another noun
    return start


def _describes(piece: Piece, lexicon: Lexicon) -> bool:
    return piece.word in lexicon.vague_adjectives or piece.word in lexicon.vague_adverbs


def _verb_beside(pieces: list[Piece], index: int, lexicon: Lexicon) -> int | None:
    """The word of change before or after an adverb: "fallen dramatically", "sharply rose"."""
    for step in (index - 1, index + 1):
        word = at(pieces, step).word
        if word in lexicon.changes and word not in ("up", "down"):
            return step
    return None


def _has_number(pieces: list[Piece], start: int, end: int, taken: set[int]) -> bool:
    """Whether a figure stands in, right before or right after: then the amount is told."""
    return any(step in taken for step in range(start - 2, end + 4)) or any(
        piece.kind == "n" for piece in pieces[max(0, start - 1) : end + 4]
    )


def _make(pieces: list[Piece], first: int, last: int, change: Change) -> Quantity:
    return Quantity(
        None,
        None,
        None,
        "vague",
        None,
        Bound.EQUAL,
        False,
        change,
        first,
        last,
        first,
        last,
        "vague",
        unquantified=True,
    )
