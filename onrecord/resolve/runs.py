"""Capitalised words of a text, and the runs in which they stand together."""

import re
from typing import NamedTuple

_UPPER = "A-Z\u00c0-\u00d6\u00d8-\u00de\u0100-\u017f"
_CAPITALISED = re.compile(
    rf"(?<![\w$€£@#])(?:(?:[A-Z]\.){{2,}}"  # U.S., J.P.
    rf"|(?:(?:[ae]l|as|ash|an|ad|at|ar|ul|d|l)[-'](?=[{_UPPER}])|(?=[a-z0-9]{{0,4}}[{_UPPER}]))\w+(?:[-+.&/'!](?!s\b)[{_UPPER}0-9a-z]\w*)*)"
)
_JOINTS = frozenset(
    f" {words} "
    for words in (
        "of the|of|the|de la|de|del|della|di|da|du|van der|van|von|der|bin|al|el|&|for the|for"
    ).split("|")
)
_OWNERS = ("' ", "'s ")
_PLURALS = frozenset(("People", "Women", "Men", "Children"))
_QUOTES = " \"'([*•-–—\t"
_ENDS = ".!?:\n\r;|…"


class Word(NamedTuple):
    """A capitalised word; `opens` where it is the first of its sentence or line."""

    start: int
    end: int
    text: str
    opens: bool


def find_words(folded: str, abbreviations: frozenset[str]) -> list[Word]:
    """The capitalised words of a folded text, without a possessive 's.

    A word after one of `abbreviations` ("Lt.") or after an initial opens no sentence.
    """
    words: list[Word] = []
    for match in _CAPITALISED.finditer(folded):
        start, end = match.span()
        opens = _opens(folded, start)
        if opens and words and folded[words[-1].end : start] == ". ":
            opens = not abbreviates(words[-1].text, abbreviations)
        word = match.group()
        if word.endswith("-based"):  # "Larchport-based" names the place
            word = word.removesuffix("-based")
            end = start + len(word)
        words.append(Word(start, end, word, opens))
    return words


def abbreviates(word: str, abbreviations: frozenset[str]) -> bool:
    """Whether a full stop after `word` ends no sentence: an initial or a short title."""
    return (len(word) == 1 and word != "I") or word in abbreviations


def _opens(folded: str, start: int) -> bool:
    """Whether nothing but quotation marks stands between `start` and the end of a sentence."""
    left = start - 1
    while left >= 0 and folded[left] in _QUOTES:
        left -= 1
    return left < 0 or folded[left] in _ENDS


def joined(
    folded: str,
    left: Word,
    right: Word,
    abbreviations: frozenset[str],
    unions: frozenset[str] = frozenset(),
) -> bool:
    """Whether two capitalised words stand in one run: side by side, or over "of", "de", "&".

    One of `unions` joins those whom it unites: "Engineers' Union", "People's Assembly".
    """
    if right.start - left.end > 10:
        return False
    gap = folded[left.end : right.start]
    if gap in _OWNERS:
        return right.text in unions and (gap == "' " or left.text in _PLURALS)
    if gap == ". ":
        return abbreviates(left.text, abbreviations)
    return gap == " " or gap in _JOINTS
