"""Opinions: where an author speaks in the first person ("In my view …"), outside quotations."""

import re

from onrecord.kit import Kit
from onrecord.read.paragraphs import Paragraph

_CLAUSE_START = (
    r"(?:^|(?<=[.!?;:] )|(?<=, )|(?<=[—–] )|(?<=[—–])|(?<=\) )|(?<= and )|(?<= but )|(?<= so ))"
)
_OPENING = re.compile(r"(?<![\w'])'(?=\w)")
_CLOSING = re.compile(r"(?<=[\w.,!?])'(?![\w'])")
_TURN = re.compile(r"(?:[QA][:. ]|[A-Z][A-Z.' -]{1,30}: )")
_LEAST_TURNS = 3
_LONGEST = 20_000  # characters: a longer line is no paragraph that anybody wrote


def _build(kit: Kit) -> re.Pattern[str]:
    phrases = sorted((row["words"] for row in kit.rows("read_opinion")), key=len, reverse=True)
    return re.compile(
        _CLAUSE_START + "(?:" + "|".join(map(re.escape, phrases)) + r")\b", re.IGNORECASE
    )


def is_interview(paragraphs: list[Paragraph]) -> bool:
    """Whether a page prints questions and answers, whose "I" is not the author's."""
    return sum(bool(_TURN.match(one.folded)) for one in paragraphs) >= _LEAST_TURNS


def opinion_start(paragraph: Paragraph, kit: Kit) -> int | None:
    """The offset in a paragraph from which its author gives an opinion; None where it gives none.

    An opinion begins with the sentence that holds the marker and runs to the paragraph's end.
    """
    text = paragraph.folded
    if len(text) > _LONGEST or text.startswith(('"', "''", "'")):
        return None
    for match in kit.once("read.opinions", _build).finditer(text):
        if not _is_quoted(text, match.start()) and not _is_reported(text, match.end()):
            start = max(text.rfind(mark, 0, match.start()) for mark in (". ", "! ", "? "))
            return start + 2 if start >= 0 else 0
    return None


def _is_quoted(text: str, position: int) -> bool:
    """Whether a quotation is open at `position` of a paragraph."""
    if text.count('"', 0, position) % 2 == 1 or text.count("''", 0, position) % 2 == 1:
        return True
    before = text[:position]
    return len(_OPENING.findall(before)) > len(_CLOSING.findall(before))


def _is_reported(text: str, end: int) -> bool:
    """Whether the sentence of a marker names another speaker after it: `…, he said.`"""
    stop = text.find(". ", end)
    return bool(
        re.search(
            r", (?:said|says|[\w.' -]{2,40} (?:said|says|told|added|wrote)\b)",
            text[end : stop if stop > 0 else len(text)],
        )
    )
