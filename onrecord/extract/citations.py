"""Sources behind a source: "the Post reported, citing two people" holds two statements."""

from collections.abc import Sequence
from dataclasses import replace

from onrecord.extract.attributions import Attribution
from onrecord.extract.page import Page
from onrecord.extract.segments import Segment

_CITING = frozenset("citing cites cited quoting".split())


def give_cited_contents(page: Page, found: Sequence[Attribution]) -> list[Attribution]:
    """The attributions, those by "citing" with the cited as source and the reported as content.

    "Acme is for sale, the Post reported, citing two people": the two people say what the Post
    reports. Where nothing is reported in the sentence, a citation is left as it was found.
    """
    reported: dict[int, Attribution] = {}
    for one in found:
        if not _cites(page, one.cue) and one.source is not None:
            home = page.sentence[one.cue.left]
            known = reported.get(home)
            if known is None or _size(one) > _size(known):
                reported[home] = one
    return [_turn(page, one, reported.get(page.sentence[one.cue.left])) for one in found]


def _turn(page: Page, one: Attribution, outer: Attribution | None) -> Attribution:
    if outer is None or not _cites(page, one.cue) or one.content[0].left < one.cue.right:
        return one
    cited = one.content[0]
    inside = any(left <= cited.left and cited.right <= right for left, right in outer.content)
    return one if inside else replace(one, source=cited, content=outer.content)


def _cites(page: Page, cue: Segment) -> bool:
    return page.words[cue.right - 1] in _CITING


def _size(one: Attribution) -> int:
    return sum(right - left for left, right in one.content)
