"""Sources behind a source: "the Post reported, citing two people" holds two statements."""

from collections.abc import Sequence
from dataclasses import replace

from onrecord.extract.attributions import Attribution
from onrecord.extract.naming import head_role
from onrecord.extract.page import Page
from onrecord.extract.segments import Segment
from onrecord.kit import Kit

_SPEAKERS = frozenset("unnamed office official outlet authority expert".split())
_CITING = frozenset("citing cites cited quoting".split())


def give_cited_contents(page: Page, found: Sequence[Attribution], kit: Kit) -> list[Attribution]:
    """The attributions, those by "citing" with the cited as source and the reported as content.

    "Acme is for sale, the Post reported, citing two people": the two people say what the Post
    reports. Where nothing is reported in the sentence, a citation is left as it was found.
    """
    found = [_skip_aside(page, one) for one in found]
    reported: dict[int, Attribution] = {}
    for one in found:
        if not _cites(page, one.cue) and one.source is not None:
            home = page.sentence[one.cue.left]
            known = reported.get(home)
            if known is None or _size(one) > _size(known):
                reported[home] = one
    return [_turn(page, one, reported.get(page.sentence[one.cue.left]), kit) for one in found]


def _skip_aside(page: Page, one: Attribution) -> Attribution:
    """In "reported, citing two people, that X" the content begins at "that" for both cues."""
    one = _drop_asides(page, one)
    left, right = one.content[0]
    citing = next((t for t in range(one.cue.left, left) if page.words[t] in _CITING), None)
    if citing is None:
        return one
    that = next(
        (t for t in range(left + 1, right - 1) if page.words[t - 1 : t + 1] == [",", "that"]), None
    )
    if that is None:
        return one
    rest = (Segment(that, right), *one.content[1:])
    if _cites(page, one.cue):
        return replace(one, source=Segment(left, that - 1), content=rest)
    return replace(one, content=rest)


def _drop_asides(page: Page, one: Attribution) -> Attribution:
    """The attribution without pieces that only say whom it cites: "..., quoting a spokesman"."""
    kept = tuple(p for n, p in enumerate(one.content) if not n or page.words[p.left] not in _CITING)
    return replace(one, content=kept) if len(kept) < len(one.content) else one


def _turn(page: Page, one: Attribution, outer: Attribution | None, kit: Kit) -> Attribution:
    cited = next((piece for piece in one.content if piece.left >= one.cue.right), None)
    if outer is None or cited is None or not _cites(page, one.cue):
        return one
    if one.source is not None and one.source.left >= one.cue.right:
        return one
    inside = any(left <= cited.left and cited.right <= right for left, right in outer.content)
    speaks = head_role(page.words[cited.left : cited.right], kit)[0] in _SPEAKERS
    return replace(one, source=cited, content=outer.content) if speaks and not inside else one


def _cites(page: Page, cue: Segment) -> bool:
    return page.words[cue.right - 1] in _CITING


def _size(one: Attribution) -> int:
    return sum(right - left for left, right in one.content)
