"""Clauses that credit what stands before them: "The mill broke the rules, the inspectors found"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onrecord.extract.attributions import Attribution
from onrecord.extract.page import OUTSIDE, Page
from onrecord.extract.segments import Segment
from onrecord.kit import Kit

SCORE = 0.6  # of a clause that no model proposed: the form itself is plain
LONGEST_SPEAKER, LONGEST_REST = 8, 9  # words before the cue, and words after it
LEAST_CONTENT = 5
_PAUSES = frozenset(", – —".split())
_NAMING = frozenset("the its their his her".split())
_INNER = frozenset('that who which when where as if and but or to by " ( )'.split())
_RESTS = frozenset("on in at last late early earlier this yesterday today after during".split())
_STOPS = frozenset(". ! ?".split())


def add_trailing_clauses(page: Page, found: Sequence[Attribution], kit: Kit) -> list[Attribution]:
    """The attributions, with those of clauses at a sentence's end added or given their content.

    In "it missed its date: no sample was ready, the company admitted on Friday" the content is
    what stands between the colon and the comma, not "on Friday".
    """
    cues = kit.words("extract_trailing_cues")
    known = list(found)
    for number in range(len(page.passages)):
        trailing = find_trailing_clause(page, number, cues)
        if trailing is None:
            continue
        same = [one for one in known if _touch(one.cue, trailing.cue)]
        if not same:
            known.append(trailing)
        for one in same:
            if trailing.source is not None and one.content[0].left >= trailing.source.left:
                at = known.index(one)
                known[at] = replace(one, source=trailing.source, content=trailing.content)
    return known


def find_trailing_clause(page: Page, number: int, cues: frozenset[str]) -> Attribution | None:
    """The clause at the end of a sentence that says who told what stands before it."""
    first, last = page.first[number], page.first[number + 1]
    while last > first and page.words[last - 1] in _STOPS:
        last -= 1
    for place in range(last - 1, max(first, last - LONGEST_REST) - 1, -1):
        if page.words[place] in cues and _ends_plainly(page, place + 1, last):
            return _read_clause(page, first, place)
    return None


def _read_clause(page: Page, first: int, verb: int) -> Attribution | None:
    """The speaker between the last comma and a verb, and the clause before that comma."""
    cue = verb - 1 if page.words[verb - 1] in ("has", "have", "had") else verb
    left = cue
    while left > first and cue - left <= LONGEST_SPEAKER and page.words[left - 1] not in _PAUSES:
        left -= 1
    if left == first or page.words[left - 1] not in _PAUSES or not _may_speak(page, left, cue):
        return None
    start = _start_of_clause(page, first, left - 1)
    if left - 1 - start < LEAST_CONTENT:
        return None
    content = (Segment(start, left - 1),)
    return Attribution(Segment(left, cue), Segment(cue, verb + 1), content, SCORE)


def _may_speak(page: Page, left: int, right: int) -> bool:
    """Whether words look like a speaker: a name, or "the company"; no clause and no quotation."""
    words = page.words[left:right]
    if not words or not _INNER.isdisjoint(words) or page.quote[left] != OUTSIDE:
        return False
    return page.forms[left][0].isupper() or (words[0] in _NAMING and len(words) > 1)


def _ends_plainly(page: Page, left: int, last: int) -> bool:
    """Whether nothing, or only a time or a place, follows the cue: "found on Tuesday"."""
    return left >= last or (page.words[left] in _RESTS and "," not in page.words[left:last])


def _start_of_clause(page: Page, first: int, last: int) -> int:
    """The token after the last colon or semicolon before `last`, or the sentence's first."""
    start = next((t + 1 for t in range(last - 1, first, -1) if page.words[t] in (":", ";")), first)
    while start < last and page.words[start] in ("that", "-", "–", "—"):
        start += 1
    return start


def _touch(one: Segment, other: Segment) -> bool:
    return one.left < other.right and other.left < one.right
