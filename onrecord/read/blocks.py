"""Blocks: links to other articles under "More from …", and tables of contents.

What a block holds is told by its shape, not by its head alone: lists of links are lines without
an end, or beginnings cut off; entries of a table of contents stand again over their sections.
"""

from collections.abc import Sequence

from onrecord.kit import Kit
from onrecord.model import RegionKind
from onrecord.read.headlines import MOST_WORDS, normal_title
from onrecord.read.markers import find_markers
from onrecord.read.paragraphs import Paragraph

Kinds = list[RegionKind | None]

_PROSE_WORDS = 9  # a closed line of so many words is prose
_LONG_WORDS = 33  # an unclosed one of so many words too
_LEAST_PROSE = 2  # paragraphs before "Top stories" can mean those of other pages
_RESUMED_WORDS = 6  # two closed paragraphs of so many words after teasers are the article again
_LEAST_ENTRIES = 3  # of a table of contents without a head that says so
_ENTRY_WORDS = 14
_HEAD_WORDS = 6


def is_prose(one: Paragraph) -> bool:
    """Whether a paragraph is running text, by its length and its end."""
    return len(one.words) >= (_PROSE_WORDS if one.is_closed else _LONG_WORDS)


def mark_blocks(paragraphs: Sequence[Paragraph], kinds: Kinds, kit: Kit) -> None:
    """Mark tables of contents, and what follows "Related articles" and the like."""
    _mark_contents(paragraphs, kinds)
    markers = find_markers(kit)
    block, prose = "", 0
    places: dict[str, list[int]] | None = None
    for number, one in enumerate(paragraphs):
        marker = markers.find(one.folded, len(one.words)) if kinds[number] else None
        prose += kinds[number] is None and is_prose(one)
        if marker is not None and marker.opens == "links":
            if prose >= _LEAST_PROSE and _lists_links(paragraphs, number):
                block = "teasers"
            elif block != "teasers":
                plain = markers.find(one.folded, len(one.words), links=False)
                kinds[number] = plain.kind if plain else None
        elif marker is not None:
            block = (marker.opens if _may_open(marker.opens, prose) else "") or block
            places = _find_places(paragraphs) if block == "contents" else places
        elif block == "teasers":
            block = _go_on(paragraphs, kinds, number)
        elif block == "contents" and places is not None:
            if is_prose(one) or not _returns(one, places):
                block = ""
            else:
                kinds[number] = RegionKind.BOILERPLATE


def _may_open(opens: str, prose: int) -> bool:
    return opens != "teasers" or prose >= _LEAST_PROSE


def _go_on(paragraphs: Sequence[Paragraph], kinds: Kinds, number: int) -> str:
    """Mark a line of a block of teasers; the block that goes on after it, "" where it is over."""
    if _resumes(paragraphs, number):
        return ""
    if kinds[number] is None:
        kinds[number] = RegionKind.TEASER
    return "teasers"


def _lists_links(paragraphs: Sequence[Paragraph], number: int) -> bool:
    """Whether a line that may head links to other articles stands over such links."""
    if len(paragraphs[number].words) > _HEAD_WORDS or number + 1 == len(paragraphs):
        return False
    after = paragraphs[number + 1]
    return not (after.is_closed and not after.is_cut_off and after.folded.endswith((".", '"')))


def _resumes(paragraphs: Sequence[Paragraph], number: int) -> bool:
    """Whether the article goes on here after teasers: two whole paragraphs of prose in a row."""
    return number + 1 < len(paragraphs) and all(
        one.is_closed and not one.is_cut_off and len(one.words) >= _RESUMED_WORDS
        for one in paragraphs[number : number + 2]
    )


def _find_places(paragraphs: Sequence[Paragraph]) -> dict[str, list[int]]:
    """Where each short line stands on the page."""
    places: dict[str, list[int]] = {}
    for one in paragraphs:
        if len(one.words) <= MOST_WORDS:
            places.setdefault(normal_title(one.folded), []).append(one.number)
    return places


def _returns(entry: Paragraph, places: dict[str, list[int]]) -> bool:
    """Whether an entry of a table of contents stands again further down, over its section."""
    return places.get(normal_title(entry.folded), [-1])[-1] > entry.number


def _mark_contents(paragraphs: Sequence[Paragraph], kinds: Kinds) -> None:
    """Mark runs of short lines that stand again further down, each over a section of prose."""
    entries = [one for one in paragraphs if _may_be_entry(one)]
    if len(entries) < 2 * _LEAST_ENTRIES:
        return
    heads = {
        normal_title(one.folded): one.number
        for one in entries
        if one.number + 1 < len(paragraphs) and is_prose(paragraphs[one.number + 1])
    }
    run: list[int] = []
    for one in entries:
        listed = heads.get(normal_title(one.folded), -1) > one.number
        if run and (not listed or one.number != run[-1] + 1):
            _mark_run(paragraphs, kinds, run)
            run = []
        if listed:
            run.append(one.number)
    _mark_run(paragraphs, kinds, run)


def _may_be_entry(one: Paragraph) -> bool:
    return 0 < len(one.words) <= _ENTRY_WORDS and not one.folded.endswith((".", '"'))


def _mark_run(paragraphs: Sequence[Paragraph], kinds: Kinds, run: list[int]) -> None:
    """Mark the entries of a table of contents, and the short line over them."""
    if len(run) < _LEAST_ENTRIES:
        return
    for number in run:
        kinds[number] = RegionKind.BOILERPLATE
    above = run[0] - 1
    titled = any(kind is None for kind in kinds[: max(0, above)])
    if titled and kinds[above] is None and _may_head_list(paragraphs[above]):
        kinds[above] = RegionKind.BOILERPLATE


def _may_head_list(one: Paragraph) -> bool:
    return len(one.words) <= _HEAD_WORDS and _may_be_entry(one)
