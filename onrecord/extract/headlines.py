"""Headline grammar: "Acme to buy Borealis: report" credits a report with what stands before it."""

from collections.abc import Sequence

from onrecord.extract.attributions import Attribution
from onrecord.extract.naming import head_role
from onrecord.extract.page import Page
from onrecord.extract.segments import Segment
from onrecord.kit import Kit
from onrecord.model import RegionKind

LONGEST_CREDIT = 4  # words: "Borealis chief executive" after the colon
LONGEST_SPEAKER = 6  # words before the verb of a reaction
LEAST = 3  # words of what is credited
SCORE = 0.7
_MARKS = frozenset((":", "–", "—", "-"))


def find_credits(page: Page, found: Sequence[Attribution], kit: Kit) -> list[Attribution]:
    """What headlines credit to a source behind or before a colon or dash, where none was found."""
    cues = {token for one in found for token in range(*one.cue)}
    credits = []
    for number, passage in enumerate(page.passages):
        if passage.region is not RegionKind.HEADLINE:
            continue
        first, last = page.first[number], page.first[number + 1]
        while last > first and page.words[last - 1] in (".", "!"):
            last -= 1
        for mark in range(first + 1, last - 1):
            if page.words[mark] in _MARKS and mark not in cues:
                one = _credit(page, first, mark, last, kit)
                if one is not None:
                    credits.append(one)
                    break
    return credits


def find_reactions(page: Page, found: Sequence[Attribution], kit: Kit) -> list[Attribution]:
    """Who reacts in a headline, where no reader saw it: "Acme rejects talk of a sale"."""
    verbs = kit.words("extract_headline_cues")
    held = {token for one in found for token in range(*one.cue)}
    reactions = []
    for number, passage in enumerate(page.passages):
        if passage.region is not RegionKind.HEADLINE:
            continue
        first, last = page.first[number], page.first[number + 1]
        verb = next((t for t in range(first + 1, last) if page.words[t] in verbs), None)
        if verb is None or verb in held or not 0 < verb - first <= LONGEST_SPEAKER:
            continue
        while last > verb and page.words[last - 1] in (".", "!", "?"):
            last -= 1
        if last - verb > LEAST - 1 and page.words[verb - 1] not in ("to", "not"):
            content = (Segment(verb + 1, last),)
            speaker = Segment(first, verb)
            reactions.append(Attribution(speaker, Segment(verb, verb + 1), content, SCORE))
    return reactions


def _credit(page: Page, first: int, mark: int, last: int, kit: Kit) -> Attribution | None:
    left, right = Segment(first, mark), Segment(mark + 1, last)
    for source, content in ((right, left), (left, right)):
        if (
            source.right - source.left <= LONGEST_CREDIT
            and content.right - content.left >= LEAST
            and _is_speaker(page, source, kit)
        ):
            return Attribution(source, Segment(mark, mark + 1), (content,), SCORE)
    return None


def _is_speaker(page: Page, segment: Segment, kit: Kit) -> bool:
    """Whether the credit ends in a noun that speaks: "report", "sources", "police"."""
    words = page.words[segment.left : segment.right]
    kind, place = head_role(words, kit)
    return kind not in ("", "crowd") and place == len(words) - 1
