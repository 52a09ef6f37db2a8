"""Words and marks with their offsets."""

import re
from typing import NamedTuple

from onrecord.text.normal import fold

_TOKEN = re.compile(
    r"[$€£¥]?\d+(?:[.,:]\d+)*(?:\w{0,3})%?"  # numbers, with currency, grouping, "3.5bn", "80%"
    r"|(?:[A-Za-z]\.){2,}"  # U.S., a.m.
    r"|\w+(?:[-'&/.]\w+)*(?:'s|')?"  # words, hyphenated and possessive; AT&T; dot-com
    r"|\.\.\.|[^\w\s]"
)


class Token(NamedTuple):
    """A word or mark. `word` is folded and lower-cased; `start`/`end` point into the text."""

    start: int
    end: int
    word: str


def find_tokens(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """The words and marks of `text[start:end]`, offsets into `text`."""
    folded = fold(text[start:end])
    return [
        Token(start + m.start(), start + m.end(), m.group().lower())
        for m in _TOKEN.finditer(folded)
    ]
