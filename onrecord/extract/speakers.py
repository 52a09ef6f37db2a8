"""Speakers made whole: the pronoun alone, and the one who goes on speaking after "and"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onrecord.extract.attributions import Attribution
from onrecord.extract.cues import subject_of
from onrecord.extract.edges import mend_edges
from onrecord.extract.naming import head_role
from onrecord.extract.page import Page
from onrecord.extract.segments import Segment
from onrecord.kit import Kit

_SUBJECTS = frozenset("it he she they we".split())
_PREPOSITIONS = frozenset("to in on at by with from of for after before".split())
LONGEST_ASIDE = 24  # words between the commas
_DETERMINERS = frozenset("the a an his her its their".split())
_HEARSAY = frozenset("reportedly allegedly supposedly purportedly apparently".split())
_LATER = frozenset("later also then".split())
_PARTICIPLES = frozenset(
    "adding confirming denying insisting claiming saying noting stressing telling admitting "
    "acknowledging explaining warning revealing announcing asserting".split()
)
_REPORTS = frozenset("reports report claims claim rumors rumours speculation word news".split())
_THROUGH = frozenset(", interview statement post letter message email e-mail tweet".split())
_PASSIVE = frozenset("is was has had 's been being".split())
_CLAIMED = frozenset(
    "claimed reported said believed understood alleged thought rumoured rumored suggested".split()
)
_LONGEST_NOUN = 3  # words of a noun between its determiner and the cue
_JOINTS = frozenset(("and", "but"))
_PRONOUNS = frozenset("he she they".split())
_BE = frozenset("is are was were be been being has have had".split())
_AUXILIARIES = frozenset("has have had also then later".split())


def mend_speakers(page: Page, found: Sequence[Attribution], kit: Kit) -> list[Attribution]:
    """The attributions with sources that swallowed too much, or too little, put right."""
    found = mend_edges(page, found, kit)
    found = [fill_speaker(page, one) for one in found if not is_adjective(page, one)]
    found = [drop_nobody(page, cut_adverb(page, one)) for one in found]
    cut = [replace(one, source=cut_to_pronoun(page, one.source, one.cue)) for one in found]
    cut = [give_subject(page, one, kit) for one in cut]
    cut = [give_main_subject(page, one, cut) for one in cut]
    return [finish_clause(page, give_first_speaker(page, one, cut)) for one in cut]


def is_adjective(page: Page, one: Attribution) -> bool:
    """Whether a cue is no verb of a speaker but tells of a noun: "The reported closure"."""
    if one.source is None or one.cue.left != one.source.right:
        return False
    words = page.words[slice(*one.source)]
    if len(words) != 1 or words[0] not in _DETERMINERS:
        return False
    return page.words[one.cue.left].endswith("ed")


def cut_adverb(page: Page, one: Attribution) -> Attribution:
    """In "She reportedly wrote" the source is "She", and the cue "reportedly wrote"."""
    source, cue = one.source, one.cue
    if source is None or source.right - source.left < 2 or source.right != cue.left:
        return one
    if page.words[source.right - 1] not in _HEARSAY | _LATER:
        return one
    left = source.right - 1
    return replace(one, source=Segment(source.left, left), cue=Segment(left, cue.right))


def drop_nobody(page: Page, one: Attribution) -> Attribution:
    """Nobody speaks in "it is claimed that" and "there was speculation that"."""
    if one.source is None or one.source.right > one.cue.left:
        return one
    cue = page.words[slice(*one.cue)]
    if page.words[slice(*one.source)] == ["there"]:
        return replace(one, source=None)
    if opens_anew(page, one):
        return replace(one, source=None)
    alone = page.words[slice(*one.source)] == ["it"]
    passive = alone and len(cue) > 1 and cue[0] in _PASSIVE and cue[-1] in _CLAIMED
    return replace(one, source=None) if passive else one


def opens_anew(page: Page, one: Attribution) -> bool:
    """Whether a cue opens a sentence, and its source ends the one before: "... by Ana Roe. Reports
    of a sale are old."
    """
    source, cue = one.source, one.cue
    if source is None or page.sentence[source.left] == page.sentence[cue.left]:
        return False
    first = page.bounds(cue.left)[0]
    return cue.left == first and page.words[first] in _REPORTS


def fill_speaker(page: Page, one: Attribution) -> Attribution:
    """In "His publicist denied it" the source is "His publicist", not "His"."""
    source = one.source
    if source is None or source.right - source.left != 1 or source.right >= one.cue.left:
        return one
    if page.words[source.left] not in _DETERMINERS or one.cue.left - source.right > _LONGEST_NOUN:
        return one
    between = page.forms[source.right : one.cue.left]
    if all(form.isalpha() and form.islower() for form in between) and _BE.isdisjoint(between):
        return replace(one, source=Segment(source.left, one.cue.left))
    return one


def give_subject(page: Page, one: Attribution, kit: Kit) -> Attribution:
    """In "The Harbour Post reported on Monday that" the Post speaks, though no reader saw it.

    Only where the words right before the cue name or describe a speaker, and do speak: "it was
    reported", "a report said to be false" and "the clerk, reported missing" have none.
    """
    if one.source is not None or one.cue.left == one.cue.right:
        return one
    verb = page.words[one.cue.left]
    if not verb.endswith(("ed", "s", "said", "told", "says")) or verb in _BE:
        return one
    subject = subject_of(page, one.cue) or _subject_before_aside(page, one.cue)
    if subject is None or not may_speak(page, subject, kit):
        return one
    return replace(one, source=subject)


def give_main_subject(page: Page, one: Attribution, found: Sequence[Attribution]) -> Attribution:
    """In "Ana Roe spoke to us, confirming that it will open" she confirms it."""
    cue = one.cue
    if one.source is not None or cue.left == 0 or page.words[cue.left - 1] not in _THROUGH:
        return one
    if cue.left == cue.right or page.words[cue.left] not in _PARTICIPLES:
        return one
    speakers = {
        other.source
        for other in found
        if other.source is not None
        and other.source.right <= other.cue.left < cue.left
        and page.sentence[other.source.left] == page.sentence[cue.left]
    }
    return replace(one, source=speakers.pop()) if len(speakers) == 1 else one


def _subject_before_aside(page: Page, cue: Segment) -> Segment | None:
    """In "The company, which makes flour, confirmed" the company."""
    first, _ = page.bounds(cue.left)
    close = cue.left - 1
    while close > first and page.words[close] in _AUXILIARIES:
        close -= 1
    if close <= first or page.words[close] != ",":
        return None
    for token in range(close - 1, max(first, close - LONGEST_ASIDE), -1):
        if page.words[token] == ",":
            return subject_of(page, Segment(token, token + 1))
    return None


def may_speak(page: Page, speaker: Segment, kit: Kit) -> bool:
    """Whether words name or describe somebody who can speak."""
    words, forms = page.words[slice(*speaker)], page.forms[slice(*speaker)]
    if len(words) == 1 and words[0] in _PRONOUNS:
        return True
    if words[-1] in _BE or not words[-1][0].isalpha():
        return False
    if head_role(words, kit)[0] not in ("", "crowd"):
        return True
    if words[-1] in kit.words("names_nouns", "noun"):  # "the company", "both carmakers"
        return True
    return forms[-1][0].isupper()


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
