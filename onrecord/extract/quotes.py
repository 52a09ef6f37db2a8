"""Quotations that no cue introduces: a paragraph in quotation marks goes on with who spoke last."""

from collections.abc import Sequence

from onrecord.extract.attributions import Attribution
from onrecord.extract.page import OPENING, OUTSIDE, Page
from onrecord.extract.segments import Segment

LEAST = 5  # words: a shorter quotation alone in a paragraph is a title or a slogan
SCORE = 0.6


def find_loose_quotations(page: Page, found: Sequence[Attribution]) -> list[Attribution]:
    """Paragraphs that are one quotation each and follow one whose speaker is known.

    The attribution found has that speaker's source and an empty cue at the quotation's start.
    """
    speakers = _last_speakers(page, found)
    held = {t for one in found for left, right in one.content for t in range(left, right)}
    loose = []
    for left, right in _paragraphs(page):
        home = _home(page, left)
        before = speakers.get((home[0] - 1, home[1]))
        if before is None or page.quote[left] != OPENING or not _is_all_quoted(page, left, right):
            continue
        if right - left < LEAST or not held.isdisjoint(range(left, right)):
            continue
        loose.append(Attribution(before, Segment(left, left), (Segment(left, right),), SCORE))
        speakers[home] = before
    return loose


def _last_speakers(
    page: Page, found: Sequence[Attribution]
) -> dict[tuple[int, str | None], Segment]:
    """For each paragraph whose last attribution is a quotation: who speaks there."""
    last: dict[tuple[int, str | None], Attribution] = {}
    for one in found:
        home = _home(page, one.cue.left)
        known = last.get(home)
        if page.quote[one.cue.left] == OUTSIDE and (
            known is None or one.content[-1].right >= known.content[-1].right
        ):
            last[home] = one
    return {
        home: one.source
        for home, one in last.items()
        if one.source is not None and any(page.run[t] >= 0 for t in range(*one.content[-1]))
    }


def _paragraphs(page: Page) -> list[Segment]:
    """The paragraphs of a page as token segments."""
    cuts = [0] if page.words else []
    for number in range(1, len(page.passages)):
        here, before = page.passages[number], page.passages[number - 1]
        if (here.paragraph, here.story) != (before.paragraph, before.story):
            cuts.append(page.first[number])
    return [
        Segment(left, right)
        for left, right in zip(cuts, [*cuts[1:], len(page.words)], strict=True)
        if left < right
    ]


def _home(page: Page, token: int) -> tuple[int, str | None]:
    passage = page.passages[page.sentence[token]]
    return passage.paragraph, passage.story


def _is_all_quoted(page: Page, left: int, right: int) -> bool:
    return all(page.quote[t] != OUTSIDE for t in range(left, right) if page.words[t][0].isalnum())
