"""The words that bound a number ("under", "at least", "or more") or make it approximate."""

from typing import NamedTuple

from onrecord.measure.lexicon import BoundForm, Lexicon
from onrecord.measure.numerals import at
from onrecord.measure.pieces import Piece
from onrecord.model import Bound, Change


class Bounding(NamedTuple):
    """What the words around a number say of it, and the pieces they take it out to."""

    bound: Bound
    approx: bool
    first: int
    last: int


def read_bound(
    pieces: list[Piece], first: int, last: int, timed: bool, lexicon: Lexicon
) -> Bounding:
    """The bound of the quantity over pieces `[first, last)`; `timed` if it is a length of time."""
    found = Bounding(Bound.EQUAL, False, first, last)
    for _ in range(2):  # "up to about 300"
        before = _before(pieces, found.first, timed, lexicon)
        if before is None:
            break
        form, start = before
        bound = form.bound if found.bound is Bound.EQUAL else found.bound
        found = Bounding(bound, found.approx or form.approx, start, last)
    after = _after(pieces, last, lexicon)
    if after is not None and found.bound is Bound.EQUAL:
        form, end = after
        found = Bounding(form.bound, found.approx or form.approx, found.first, end)
    return found


def _before(
    pieces: list[Piece], first: int, timed: bool, lexicon: Lexicon
) -> tuple[BoundForm, int] | None:
    if first == 0:
        return None
    for length in range(lexicon.bound_tails.get(pieces[first - 1].word, 0), 0, -1):
        start = first - length
        if start < 0:
            continue
        form = lexicon.bounds.get(tuple(piece.word for piece in pieces[start:first]))
        if form is not None and _is_sum(pieces, start, lexicon):
            continue
        if form is not None and (timed or form.place != "time"):
            return form, start
    return None


def _is_sum(pieces: list[Piece], start: int, lexicon: Lexicon) -> bool:
    """As in "that adds up to 300", where "up to" bounds nothing; not "it adds up to 300 jobs"."""
    adds = pieces[start].word == "up" and at(pieces, start - 1).word in lexicon.grammar["adds"]
    return adds and at(pieces, start - 2).word in lexicon.grammar["before adds"]


def _after(pieces: list[Piece], last: int, lexicon: Lexicon) -> tuple[BoundForm, int] | None:
    for length in range(lexicon.bound_heads.get(at(pieces, last).word, 0), 0, -1):
        words = tuple(piece.word for piece in pieces[last : last + length])
        form = lexicon.bounds_after.get(words)
        if form is not None and at(pieces, last + len(words)).kind != "n":
            return form, last + len(words)  # not of "up 2 % and up 4 %"
    return None


_REACH = 4  # pieces before a number within which its word of change stands


def read_change(
    pieces: list[Piece], first: int, last: int, kind: str, lexicon: Lexicon
) -> Change | None:
    """Whether the quantity over `[first, last)` is itself a rise or a fall, not a level reached."""
    after = at(pieces, last)
    if after.word in lexicon.comparatives:
        return lexicon.comparatives[after.word]
    for step in range(last, min(last + 2, len(pieces))):
        if pieces[step].kind != "w" or pieces[step].word in lexicon.stops:
            break
        if pieces[step].word in lexicon.change_nouns:
            return lexicon.changes[pieces[step].word]
    return _change_before(pieces, first, kind, lexicon)


def _is_other(pieces: list[Piece], step: int, first: int, kind: str, lexicon: Lexicon) -> bool:
    """Whether a word of change says something else here: "gave up 5", "lost 3 men"."""
    word = pieces[step].word
    if word in _PARTICLES:
        return kind == "count" or at(pieces, step - 1).word in lexicon.grammar["phrasal"]
    partial = word in lexicon.grammar["change of share"] and pieces[first - 1].word != "by"
    return partial and kind not in ("share", "points")


def _change_before(pieces: list[Piece], first: int, kind: str, lexicon: Lexicon) -> Change | None:
    """The word of change that the quantity at `first` hangs on: "rose by", "a drop of", "up"."""
    for step in range(first - 1, max(first - 1 - _REACH, -1), -1):
        word = pieces[step].word
        change = lexicon.changes.get(word)
        if change is not None:
            return None if _is_other(pieces, step, first, kind, lexicon) else change
        if word not in lexicon.grammar["before change"] and word not in lexicon.vague_adverbs:
            return None
    return None


_PARTICLES = frozenset({"up", "down"})
