"""Speakers inside what others say: "the Post reports that a clerk said the mill is sold"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from onrecord.extract.attributions import Attribution
from onrecord.extract.cues import subject_of
from onrecord.extract.page import OUTSIDE, Page
from onrecord.extract.segments import Segment
from onrecord.extract.speakers import may_speak
from onrecord.kit import Kit

SCORE = 0.6
LEAST = 3  # words of an inner content
MOST_AUXILIARIES = 3
LONGEST_HEARER = 5  # words between "told" and what was told
_AUXILIARIES = frozenset("has have had also reportedly allegedly later then since".split())
_ENDS = frozenset('. , ; : ! ? " – —'.split())
# Words that begin no clause: "said on Monday", "claims of fraud", "confirmed by", "said to be".
_NO_CLAUSE = frozenset(
    "in on at of by to for with from as about during after before and or but when which who".split()
)


def add_inner_speakers(page: Page, found: Sequence[Attribution], kit: Kit) -> list[Attribution]:
    """The attributions, and those that stand inside the content of another.

    A reader finds who reports; who is reported as speaking stands inside, and it is mostly he
    whose word counts. Quotations are left alone: what somebody quotes is his own affair.
    """
    verbs = kit.once("extract.inner", _read)
    held = {token for one in found for token in range(*one.cue)}
    inner: dict[int, Attribution] = {}
    for one in found:
        for piece in one.content:
            for token in range(piece.left + 1, piece.right - LEAST):
                after = verbs.get(page.words[token])
                if after is None or token in held or page.quote[token] != OUTSIDE:
                    continue
                nested = _read_clause(page, piece, token, after, kit)
                if nested is not None:
                    inner.setdefault(token, nested)
    return [*found, *(inner[token] for token in sorted(inner))]


def _read_clause(page: Page, piece: Segment, verb: int, after: str, kit: Kit) -> Attribution | None:
    """Who speaks before a verb and what follows it, both inside a piece of content."""
    left = verb
    while verb - left < MOST_AUXILIARIES and page.words[left - 1] in _AUXILIARIES:
        left -= 1
    speaker = subject_of(page, Segment(left, verb + 1))
    if speaker is None or speaker.right <= piece.left:
        return None
    speaker = Segment(max(speaker.left, piece.left), speaker.right)
    if not may_speak(page, speaker, kit):
        return None
    start = _find_clause(page, verb + 1, piece.right, after)
    if start is None:
        return None
    right = min(piece.right, page.bounds(verb)[1])
    while right > start and page.words[right - 1] in _ENDS:
        right -= 1
    if right - start < LEAST:
        return None
    return Attribution(speaker, Segment(left, verb + 1), (Segment(start, right),), SCORE)


def _find_clause(page: Page, start: int, last: int, after: str) -> int | None:
    """Where what was said begins, None where no clause follows."""
    reach = min(last, start + (LONGEST_HEARER if after == "hearer" else 2))
    for token in range(start, reach):
        if page.words[token] == "that":
            return token
        if page.words[token] in _ENDS:
            return None
    if after == "that":
        return None
    if after == "hearer":
        start += 2 if page.words[start] in ("the", "a", "an", "his", "her", "its", "their") else 1
    if start >= last or page.words[start] in _NO_CLAUSE or page.words[start] in _ENDS:
        return None
    return start


def _read(kit: Kit) -> Mapping[str, str]:
    return {row["word"]: row["after"] for row in kit.rows("extract_inner_cues")}
