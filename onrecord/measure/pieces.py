"""The words, digits and marks of a passage, hyphens apart, so that "90-100k" can be read."""

import re
from typing import NamedTuple

_PIECE = re.compile(
    r"(\d+(?:[.,]\d+)*|(?<![\w.])\.\d+)"  # 1: digits with their grouping; ".500"
    r"|((?:[A-Za-z]\.){2,}|[^\W\d_]+(?:'[^\W\d_]+)?)"  # 2: words; "U.S."
    r"|[^\w\s]|_"
)
# Spaces that group digits ("120 000"); an ordinary space does not.
_THIN = "\u00a0\u202f\u2009\u2007"
_GROUP = 3  # digits in a group


class Piece(NamedTuple):
    """A word ("w"), digits ("n") or a mark ("s"); `glued` if no space stands before it."""

    start: int
    end: int
    raw: str
    word: str
    kind: str
    glued: bool


NOTHING = Piece(-1, -1, "", "", "", False)


def find_pieces(text: str, folded: str, start: int, end: int) -> list[Piece]:
    """The pieces of `folded[start:end]`; `text` tells which spaces were thin."""
    pieces: list[Piece] = []
    add = pieces.append
    last = -1
    for match in _PIECE.finditer(folded, start, end):
        raw = match.group()
        left, right = match.span()
        group = match.lastindex
        kind = "n" if group == 1 else "w" if group == 2 else "s"
        if kind == "n" and _continues_number(text, pieces, left, raw):
            before = pieces.pop()
            left, raw = before.start, f"{before.raw},{raw}"
            add(Piece(left, right, raw, raw, kind, before.glued))
        else:
            add(Piece(left, right, raw, raw.lower(), kind, left == last))
        last = right
    return pieces


def _continues_number(text: str, pieces: list[Piece], left: int, raw: str) -> bool:
    """Whether digits at `left` are the next group of the number before a thin space."""
    if not pieces or pieces[-1].kind != "n" or pieces[-1].end != left - 1:
        return False
    before = pieces[-1].raw
    return (
        text[left - 1] in _THIN
        and len(raw.split(".")[0]) == _GROUP
        and len(before.split(",")[0]) <= _GROUP
        and "." not in before
        and len(before) <= _LONGEST
    )


_LONGEST = 40  # characters of a grouped number; longer runs are no quantity
