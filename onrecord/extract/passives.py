"""Passive cues: in "was accused by prosecutors of fraud" the prosecutors speak."""

from dataclasses import replace

from onrecord.extract.attributions import Attribution
from onrecord.extract.page import Page
from onrecord.extract.segments import Segment

LONGEST_AGENT = 10  # words of "by the harbour police and two customs officers"
_BE = frozenset("was were is are been being be".split())
_HEARERS = frozenset("told informed advised assured warned asked".split())
_AFTER_AGENT = frozenset("of that for over to in on after with as , . ; :".split())


def turn_passive(page: Page, found: Attribution) -> Attribution:
    """An attribution with the speaker of its passive cue as source, not the one spoken about.

    "Acme was accused by two rivals of fraud": the rivals, not Acme. "Staff were told that the mill
    would close": nobody is named; the staff only heard it.
    """
    cue, source = found.cue, found.source
    if source is None or source.right > cue.left or not _is_passive(page, cue):
        return found
    agent = _find_agent(page, cue)
    if agent is not None:
        return _with_agent(page, found, agent)
    if page.words[cue.right - 1] in _HEARERS:
        return replace(found, source=None)
    return found


def _is_passive(page: Page, cue: Segment) -> bool:
    """Whether the cue is a form of "be" and a participle: "was accused", "were told"."""
    words = [page.words[t] for t in range(max(0, cue.left - 1), cue.right)]
    if words[-1] == "by":
        words.pop()
    verb = bool(words) and (words[-1].endswith("ed") or words[-1] == "told")
    return verb and not _BE.isdisjoint(words[:-1])


def _find_agent(page: Page, cue: Segment) -> Segment | None:
    """The words after "by": who does what the passive cue says."""
    start = cue.right
    if page.words[start - 1] != "by":
        if start >= len(page.words) or page.words[start] != "by":
            return None
        start += 1
    last, end = page.bounds(cue.left)[1], start
    while end < last and end - start < LONGEST_AGENT and page.words[end] not in _AFTER_AGENT:
        end += 1
    return Segment(start, end) if end > start else None


def _with_agent(page: Page, found: Attribution, agent: Segment) -> Attribution:
    """The content is what follows the agent, or else the one spoken about."""
    rest = tuple(
        Segment(max(left, agent.right), right)
        for left, right in found.content
        if right > agent.right and left >= found.cue.right
    )
    marks = {page.words[t] for left, right in rest for t in range(left, right)} <= set(",.;: ")
    spoken_about = found.source
    if (not rest or marks) and spoken_about is not None:
        rest = (spoken_about,)
    return replace(found, source=agent, content=rest or found.content)
