"""What stands where on the pages of a group: passages and names found by position.

A page that is a book tells thousands of things, and looking through all its names for each of
them would take longer than everything else together.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping

from onrecord.model import Mention, Reading, Where


class Places:
    """The passages and mentions of some pages, sorted once for each page that is asked about."""

    def __init__(self, pages: Mapping[str, Reading]) -> None:
        self._pages = pages
        self._passages: dict[tuple[str, Where], list[int]] = {}
        self._mentions: dict[tuple[str, Where], tuple[list[int], list[Mention]]] = {}

    def start_of_passage(self, document: str, where: Where, at: int) -> int:
        """Where the last passage begins that begins at a place or before it; 0 without any."""
        if (document, where) not in self._passages:
            self._passages[document, where] = sorted(
                p.start for p in self._pages[document].document.passages if p.where is where
            )
        starts = self._passages[document, where]
        before = bisect_right(starts, at)
        return starts[before - 1] if before else 0

    def mentions(self, document: str, where: Where, start: int, end: int) -> list[Mention]:
        """The names that begin between two places, in the order in which they stand there."""
        if (document, where) not in self._mentions:
            inside = [m for m in self._pages[document].mentions if m.where is where]
            inside.sort(key=lambda m: (m.start, m.end))
            self._mentions[document, where] = ([m.start for m in inside], inside)
        starts, found = self._mentions[document, where]
        return found[bisect_left(starts, start) : bisect_left(starts, end)]
