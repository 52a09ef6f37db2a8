"""From the codes of ranking.py to rows of the rankers' tables, a whole page at a time."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Rows = npt.NDArray[np.int64]

TABLE = 1 << 17
SECOND, THIRD = 1 << 21, 1 << 42  # where the second and the third number of a code begin
NOBODY = 1 << 62  # marks the codes of the candidate "no source at all"

# The template number of each column of ranking.py's three lists: part of what is hashed, so that
# the same numbers in two columns are two features. They never change while weights are in use.
SOURCE = tuple(range(20, 47))
SOURCELESS = tuple(range(1, 10))
CONTENT = tuple(range(60, 101))
WHOLE = (139, 140, 141, *range(110, 139))


def hash_codes(codes: Sequence[Sequence[int]], templates: tuple[int, ...]) -> Rows:
    """The rows of a table for lists of codes, one list a candidate."""
    import numpy as np

    packed = np.array(codes, dtype=np.uint64)
    nobody = packed >= NOBODY
    packed &= np.uint64(NOBODY - 1)
    low = np.uint64(SECOND - 1)
    columns = np.array(templates, dtype=np.uint64)
    if nobody.any():
        other = np.zeros_like(columns)
        other[: len(SOURCELESS)] = SOURCELESS
        columns = np.where(nobody, other, columns)
    mixed = columns * np.uint64(0x9E3779B1) + (packed & low) * np.uint64(0x85EBCA6B)
    mixed += (packed >> np.uint64(21) & low) * np.uint64(0xC2B2AE35)
    mixed += (packed >> np.uint64(42)) * np.uint64(0x27D4EB2F)
    mixed ^= mixed >> np.uint64(15)
    rows = (mixed * np.uint64(0x2C1B3C6D) >> np.uint64(12)) & np.uint64(TABLE - 1)
    if columns.ndim > 1:
        rows[columns == 0] = 0
    return rows.astype(np.int64)
