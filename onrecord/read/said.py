"""When something was said: a date beside the saying, else the publication date, else nothing."""

import re
from collections.abc import Sequence

from onrecord.kit import load_kit
from onrecord.model import DateMention, Document, Passage, Span, When, Where
from onrecord.text import fold

_WORD = re.compile(r"[^\W\d_]+(?:[-'.][^\W\d_]+)*")
_STOPS = re.compile(r"[;:!?\"()\[\]—–]")
# "withdraws its report of 2 March": the date is the report's, not the withdrawal's.
_OWNED = re.compile(r"\b(?:of|from|dated) (?:the )?$", re.IGNORECASE)
_OWNED_REACH = 12  # characters
_LONGEST_CUE = 48  # characters; 99 % of the cues of PolNeAR (19,833) have at most 46
_MOST_GAP = 70  # characters between a cue and its date
_MOST_BEFORE = 30  # the same, where the date stands first ("on Tuesday publicly denied")
_OPENING = 6  # characters that may stand before a date which opens a sentence ("But on ")
_MOST_OPENED = 140  # characters from such a date to the cue


def said_at(
    document: Document, dates: Sequence[DateMention], spans: Sequence[Span], where: Where
) -> When | None:
    """When the saying at `spans` (its cue) was said.

    What has no cue comes with its content; a date in or before that tells when something
    happened, not when it was said.
    """
    if where is Where.TEXT and spans and spans[-1][1] - spans[0][0] <= _LONGEST_CUE:
        found = _date_beside(document, dates, spans)
        if found is not None:
            return found
    if document.published:
        return When(None, document.published, "published")
    return None


def _date_beside(
    document: Document, dates: Sequence[DateMention], spans: Sequence[Span]
) -> When | None:
    """The date in the saying's own sentence that belongs to the saying, not to what was said."""
    start, end = min(span[0] for span in spans), max(span[1] for span in spans)
    passage = _passage_at(document.passages, start)
    if passage is None:
        return None
    for mention in dates:
        if mention.end <= passage.start:
            continue
        if mention.start >= passage.end:
            break
        when = _past_part(mention.when, document.published)
        if when is not None and _belongs(document.text, passage, mention, start, end):
            return when
    return None


def _past_part(when: When, published: str | None) -> When | None:
    """The part of an interval up to publication: nobody said anything later."""
    if when.start is None and when.end is None:
        return None
    if published is None:
        return when
    if when.start is not None and when.start > published:
        return None
    last = min(when.end, published) if when.end else published
    return When(when.start, last, when.basis)


def _belongs(text: str, passage: Passage, mention: DateMention, start: int, end: int) -> bool:
    """Whether a date stands beside the saying at [start, end)."""
    if _OWNED.search(fold(text[max(0, mention.start - _OWNED_REACH) : mention.start])):
        return False
    if mention.start >= end:
        return mention.start - end <= _MOST_GAP and _is_gap(text[end : mention.start])
    if mention.end > start:
        return False
    if mention.start - passage.start <= _OPENING:
        between = fold(text[mention.end : start])
        return len(between) <= _MOST_OPENED and not re.search(r'[;:"]', between)
    return start - mention.end <= _MOST_BEFORE and _is_gap(text[mention.end : start])


def _is_gap(words: str) -> bool:
    """Whether only words of the setting ("reporters in a statement") or names stand between."""
    words = fold(words)
    if _STOPS.search(words):
        return False
    allowed = load_kit().words("read_saying")
    return all(
        word.lower() in allowed or word[0].isupper() or word.endswith("ly")
        for word in _WORD.findall(words)
    )


def _passage_at(passages: Sequence[Passage], position: int) -> Passage | None:
    """The passage of the text that holds a position (they are in order)."""
    low, high = 0, len(passages)
    while low < high:
        middle = (low + high) // 2
        one = passages[middle]
        if one.where is Where.TITLE or one.end <= position:
            low = middle + 1
        else:
            high = middle
    found = passages[low] if low < len(passages) else None
    return found if found and found.start <= position else None
