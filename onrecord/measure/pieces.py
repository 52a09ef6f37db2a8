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
            if pieces[-1].kind == "s":
                pieces.pop()
            before = pieces.pop()
            left, raw = before.start, f"{before.raw},{raw}"
            add(Piece(left, right, raw, raw, kind, before.glued))
        else:
            add(Piece(left, right, raw, raw.lower(), kind, left == last))
        last = right
    return pieces


def _continues_number(text: str, pieces: list[Piece], left: int, raw: str) -> bool:
    """Whether digits at `left` are the next group of the number before them.

    They are after a thin space; also after a plain one, or a comma and one, where they begin with
    a nought and so are no number of their own ("120 000", "80, 000").
    """
    if not pieces or len(raw.split(".")[0]) != _GROUP:
        return False
    before, gap = pieces[-1], 1
    if before.raw == "," and before.glued and len(pieces) > 1:
        before, gap = pieces[-2], 2
    if before.kind != "n" or before.end != left - gap:
        return False
    head = before.raw.split(",")[0]
    if len(head) > _GROUP or "." in before.raw or len(before.raw) > _LONGEST:
        return False
    return (gap == 1 and text[left - 1] in _THIN) or (raw[0] == "0" != head[0])


_LONGEST = 40  # characters of a grouped number; longer runs are no quantity
