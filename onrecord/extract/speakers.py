"""Speakers made whole: the pronoun alone, and the one who goes on speaking after "and"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onrecord.extract.attributions import Attribution
from onrecord.extract.page import Page
from onrecord.extract.segments import Segment

_SUBJECTS = frozenset("it he she they we".split())
_PREPOSITIONS = frozenset("to in on at by with from of for after before".split())
_JOINTS = frozenset(("and", "but"))
_AUXILIARIES = frozenset("has have had also then later".split())


def mend_speakers(page: Page, found: Sequence[Attribution]) -> list[Attribution]:
    """The attributions with sources that swallowed too much, or too little, put right."""
    cut = [replace(one, source=cut_to_pronoun(page, one.source, one.cue)) for one in found]
    return [finish_clause(page, give_first_speaker(page, one, cut)) for one in cut]


def cut_to_pronoun(page: Page, source: Segment | None, cue: Segment) -> Segment | None:
    """In "In a letter to customers it denied" the source is "it", not "customers it".

    An "and" before a speaker is none of his either.
    """
    if source is None or source.right - source.left < 2:
        return source
    words = page.words[source.left : source.right]
    if words[0] in _JOINTS:
        return Segment(source.left + 1, source.right)
    phrase = source.left > 0 and page.words[source.left - 1] in _PREPOSITIONS
    if phrase and words[-1] in _SUBJECTS and source.right <= cue.left:
        return Segment(source.right - 1, source.right)
    return source


def give_first_speaker(page: Page, one: Attribution, found: Sequence[Attribution]) -> Attribution:
    """In "it dismissed the report and pointed out that" the report points out nothing: it does."""
    joint = one.cue.left - 1
    while joint > 0 and page.words[joint] in _AUXILIARIES:
        joint -= 1
    if one.source is None or joint < 0 or page.words[joint] not in _JOINTS:
        return one
    if not _is_bare_noun(page, one.source):
        return one
    for other in found:
        if (
            other.source is not None
            and other.source.right <= other.cue.left
            and page.sentence[other.cue.left] == page.sentence[one.cue.left]
            and other.cue.right <= one.source.left
            and one.source.right <= one.cue.left
        ):
            return replace(one, source=other.source)
    return one


def _is_bare_noun(page: Page, source: Segment) -> bool:
    """Whether a source is one common noun ("report"): no name, no pronoun, nobody described."""
    word = page.forms[source.left]
    return source.right - source.left == 1 and word.islower() and word not in {*_SUBJECTS, "i"}


def finish_clause(page: Page, one: Attribution) -> Attribution:
    """In "announced that Acme and its partner have built it" the content does not end at "and".

    Where a that-clause breaks off at "and" with names alone in it, its verb is still to come.
    """
    left, right = one.content[-1]
    last = page.bounds(one.cue.left)[1]
    if len(one.content) > 1 or left < one.cue.right or right >= last - 1:
        return one
    names = page.forms[left + 1 : right]
    if page.words[left] != "that" or page.words[right] != "and" or not names:
        return one
    if not all(form[0].isupper() or form in ("the", "of") for form in names):
        return one
    while page.words[last - 1] in (".", '"'):
        last -= 1
    return replace(one, content=(Segment(left, last),)) if last > right else one
