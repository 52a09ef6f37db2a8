"""The days a sentence names: months, years and days of a month, as words can be compared."""

import re
from collections.abc import Sequence

from onrecord.model import Figure
from onrecord.text import Token


def find_days(sentence: str, tokens: Sequence[Token]) -> list[str]:
    """The parts of dates in a sentence: "may", "9", "2027" (a day of a month beside it)."""
    parts = [part for token in tokens if (part := day_part(sentence, token))]
    parts += [m["day"] or m["after"] for m in _DAY.finditer(sentence)]
    return [part.lower() for part in dict.fromkeys(parts)]


def day_part(sentence: str, token: Token) -> str:
    """The month or year that a token is, else ""."""
    if _YEAR.fullmatch(token.word):
        return token.word
    month = _MONTHS.get(token.word.removesuffix("'s").rstrip("."))
    modal = month == "may" and not _DAY.search(sentence) and not _IN_MAY.search(sentence)
    return month if month and sentence[token.start].isupper() and not modal else ""


def is_day(asked: str, figure: Figure) -> bool:
    """Whether a figure of a sentence is part of a date."""
    return bool(_YEAR.fullmatch(figure.text.strip())) or any(
        match.start() < figure.end and figure.start < match.end() for match in _DAY.finditer(asked)
    )


def find_dated(sentence: str, tokens: Sequence[Token]) -> set[int]:
    """Where the words of dates begin in a sentence."""
    spans = [match.span() for match in _DAY.finditer(sentence)]
    return {
        token.start
        for token in tokens
        if day_part(sentence, token) or any(start <= token.start < end for start, end in spans)
    }


def other_day(asked: str, told: frozenset[str]) -> bool:
    """Whether a sentence with the days `told` names another month, year or day of a month."""
    return any(
        kind.fullmatch(asked) and any(kind.fullmatch(day) for day in told) and asked not in told
        for kind in _KINDS_OF_DAY
    )


_NAMES_OF_MONTHS = (
    "january february march april may june july august september october november december"
)
_MONTHS = {m: m for m in _NAMES_OF_MONTHS.split()} | {m[:3]: m for m in _NAMES_OF_MONTHS.split()}
_MONTHS["sept"] = "september"
_YEAR = re.compile(r"(?:19|20)\d\d")
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?"
_DAY = re.compile(
    rf"\b(?P<day>[0-3]?\d)(?:st|nd|rd|th)? (?:of )?{_MONTH}\b"
    rf"|\b{_MONTH} (?P<after>[0-3]?\d)(?:st|nd|rd|th)?\b"
)
_KINDS_OF_DAY = (re.compile(r"[a-z]+"), re.compile(r"\d{4}"), re.compile(r"\d\d?"))
_IN_MAY = re.compile(r"\b(?:in|from|by|since|until|before|after|this|next|last) May\b")
