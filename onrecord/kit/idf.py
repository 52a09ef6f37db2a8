"""How telling a word is: common words weigh little, rare ones much.

The counts come from the sheet `idf.tsv` (made by `training/idf/make_idf.py`), never from the
ledger, so the score of a pair of texts depends on the pair and the kit alone.
"""

import math
from collections.abc import Iterable, Mapping
from pathlib import Path

from onrecord.errors import KitError
from onrecord.kit.loader import Kit

_TOTAL = "# documents: "
_UNKNOWN_DF = 1.0  # the sheet leaves out stems found in one or two of its documents


class Idf:
    """Inverse document frequencies of stems, as `onrecord.text.stem` makes them."""

    def __init__(self, documents: int, counts: Mapping[str, int]) -> None:
        self.documents = documents
        self.unknown = _weigh(_UNKNOWN_DF, documents)
        self._weights = {stem: _weigh(df, documents) for stem, df in counts.items()}

    def weight(self, stem: str) -> float:
        """The weight of a stem: about 0 for "the", 7 for a stem that the sheet does not know."""
        return self._weights.get(stem, self.unknown)

    def total(self, stems: Iterable[str]) -> float:
        """The weights of distinct stems added up, in a fixed order so that the sum is exact."""
        return sum(self.weight(stem) for stem in sorted(set(stems)))


def load_idf(kit: Kit) -> Idf:
    """The weights of this kit, read on the first call."""
    return kit.once("idf", lambda kit: _read(kit.path("idf.tsv")))


def idf(stem: str, kit: Kit) -> float:
    """The weight of one stem; inside a loop, take `load_idf(kit).weight` once instead."""
    return load_idf(kit).weight(stem)


def _weigh(df: float, documents: int) -> float:
    """Smoothed: log((documents + 1) / (df + 1)), never below zero."""
    return max(0.0, math.log((documents + 1) / (df + 1)))


def _read(path: Path) -> Idf:
    lines = path.read_text(encoding="utf-8").splitlines()
    first, header = (*lines, "", "")[:2]
    total = first.removeprefix(_TOTAL)
    if not first.startswith(_TOTAL) or not total.isdecimal():
        raise KitError(f"{path}: expected a first line '{_TOTAL}N', found {first[:40]!r}")
    if header.split("\t") != ["stem", "df"]:
        raise KitError(f"{path}: expected the header 'stem<TAB>df', found {header[:40]!r}")
    counts: dict[str, int] = {}
    faults: list[str] = []
    for number, line in enumerate(lines[2:], start=3):
        stem, _, df = line.partition("\t")
        if df.isdecimal():
            counts[stem] = int(df)
        else:
            faults.append(f"line {number}: expected a count after the tab, found {df[:20]!r}")
    if faults:
        raise KitError(f"{path}: " + "; ".join(faults))
    return Idf(int(total), counts)
