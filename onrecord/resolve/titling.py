"""Lines in title case: where every word is capitalised, a capital says nothing of names."""

import re
from collections.abc import Container

_TITLE_CASE = 0.6  # share of capitalised words from which a line is a headline in title case
_LONGEST_HEADLINE = 240  # characters
_SMALL = frozenset("of the and a an in on to for with by at".split())
_ABBREVIATED = re.compile(r"\b[A-Z]\.[A-Z]\.$")  # a headline may end in "U.S."
_LONG_WORD = re.compile(r"[^\W\d_]{4,}")


class TitleCase:
    """Which lines of a text capitalise nearly every word."""

    def __init__(self, text: str, given: Container[str]) -> None:
        self.text = text
        self.given = given
        self.left = self.right = 0
        self.value = False

    def at(self, place: int) -> bool:
        """Whether the line at `place` is in title case (asked in rising order, kept per line)."""
        if not self.left <= place < self.right:
            self.left = self.text.rfind("\n", 0, place) + 1
            right = self.text.find("\n", place)
            self.right = len(self.text) if right < 0 else right + 1
            self.value = self._capitalises()
        return self.value

    def _capitalises(self) -> bool:
        """Whether the present line is short, ends no sentence and capitalises most words."""
        if self.right - self.left > _LONGEST_HEADLINE:
            return False
        line = self.text[self.left : self.right].strip(" \n\r\"')")
        words = _LONG_WORD.findall(line)
        upper = sum(word[0].isupper() for word in words)
        if len(words) in (1, 2):
            return self._heads(line)
        ends = line.endswith(".") and not _ABBREVIATED.search(line)
        return len(words) > 2 and not ends and upper >= _TITLE_CASE * len(words)

    def _heads(self, line: str) -> bool:
        """Whether a line of a few words is a heading: each capitalised, and no person's name."""
        words = line.split()
        whole = self.right - self.left < len(self.text)
        return (
            whole
            and line[-1:].isalnum()
            and words[0] not in self.given
            and words[0] != "By"
            and all(word[:1].isupper() or word in _SMALL for word in words)
        )
