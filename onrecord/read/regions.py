"""Regions: what every stretch of a page is, from its text alone.

Each paragraph gets one kind; a dateline or an opinion may cut one in two. The default is body:
body that is called boilerplate loses evidence, so every other kind needs a mark of its own.
"""

import re
from collections import Counter
from dataclasses import dataclass

from onrecord.kit import Kit
from onrecord.model import Region, RegionKind
from onrecord.read.headlines import MOST_WORDS, is_headline, normal_title
from onrecord.read.lines import (
    dateline_end,
    is_all_caps,
    is_bare_dateline,
    is_byline,
    is_date_line,
    is_junk,
    is_title_case,
    stems_of,
)
from onrecord.read.markers import Marker, find_markers, is_contact
from onrecord.read.opinions import is_interview, opinion_start
from onrecord.read.paragraphs import Paragraph

HEADLINE, BYLINE, BODY = RegionKind.HEADLINE, RegionKind.BYLINE, RegionKind.BODY
OPINION, TEASER, BOILERPLATE = RegionKind.OPINION, RegionKind.TEASER, RegionKind.BOILERPLATE

_PROSE_WORDS = 9  # a closed line of so many words is prose
_LONG_WORDS = 33  # an unclosed one of so many words too
_HEAD_LINES = 14  # lines in which the head of a page ends
_FEW, _LOOKED_AT = 3, 12  # paragraphs after a heading that may take up its words
_HEADING_WORDS = 14
_SHORT_HEADING_WORDS = 8  # of a heading that is not in title case: longer lines are captions
_NO_HEADING = re.compile(r"^(?:Q[:.]|A:|[—–-])|https?://|@\w|pic\.twitter|[,/|—–-]$")
_LEAST_TEASER_WORDS = 5
_KICKER_WORDS = 4
_OVERLINE_WORDS = 3
_LEAST_PROSE = 2  # paragraphs before "Top stories" can mean those of other pages
_RESUMED_WORDS = 6  # two closed paragraphs of so many words after teasers are the article again
_SIGNATURE_LINES = 4  # the last lines, where an author's box stands
_BOX = re.compile(
    r"[A-Z][\w'.-]+(?: [A-Z][\w'.-]*){1,3}"
    r" (?:(?:is|was) (?:an?|the|our|senior|chief|deputy|editor|co-\w+)\b|writes|covers|has covered)"
    r".{0,80}\b(?:reporter|writer|editor|correspondent|columnist|contributor|journalist|blogger"
    r"|for this (?:site|newspaper|publication)|author of|follow (?:him|her|them))\b"
)
_MOST_BOX_WORDS = 70


@dataclass(frozen=True, slots=True)
class Label:
    """What a paragraph is; from the offset `turn` on it is `after` instead."""

    kind: RegionKind
    turn: int = 0
    after: RegionKind | None = None


def label_paragraphs(
    paragraphs: list[Paragraph], title: str | None, english: bool, kit: Kit
) -> list[Label]:
    """The label of each paragraph, in order."""
    kinds = _mark_lines(paragraphs, english, kit)
    _mark_blocks(paragraphs, kinds, kit)
    lead = _mark_head(paragraphs, kinds, title, kit)
    _mark_labels(paragraphs, kinds, kit)
    _mark_headings(paragraphs, kinds, lead, kit)
    _mark_signature(paragraphs, kinds)
    _mark_opinion_page(paragraphs, kinds, lead, kit)
    spoken = is_interview(paragraphs)
    return [
        _cut(paragraph, kind, number == lead, spoken, kit)
        for number, (paragraph, kind) in enumerate(zip(paragraphs, kinds, strict=True))
    ]


def find_regions(text: str, paragraphs: list[Paragraph], labels: list[Label]) -> tuple[Region, ...]:
    """The regions: they cover the whole text, in order, without overlap."""
    marks: list[tuple[int, RegionKind, bool]] = []
    for paragraph, label in zip(paragraphs, labels, strict=True):
        alone = label.kind is HEADLINE
        if not marks or alone or marks[-1][2] or marks[-1][1] is not label.kind:
            marks.append((paragraph.start, label.kind, alone))
        if label.after is not None:
            marks.append((paragraph.start + label.turn, label.after, False))
    if not marks:
        return (Region(BODY, 0, len(text)),) if text else ()
    starts = [0] + [start for start, _, _ in marks[1:]]
    ends = [*starts[1:], len(text)]
    return tuple(
        Region(kind, start, end)
        for (_, kind, _), start, end in zip(marks, starts, ends, strict=True)
    )


def _mark_lines(paragraphs: list[Paragraph], english: bool, kit: Kit) -> list[RegionKind | None]:
    """The kinds that lines have by their own words; None where they tell nothing."""
    markers = find_markers(kit)
    kinds: list[RegionKind | None] = []
    for number, one in enumerate(paragraphs):
        marker: Marker | None = markers.find(one.folded, len(one.words))
        if marker is not None:
            kinds.append(marker.kind)
        elif is_junk(one, english) or is_contact(one.folded, len(one.words)):
            kinds.append(BOILERPLATE)
        else:
            head = number < _HEAD_LINES
            dated = head and (is_date_line(one, kit) or is_bare_dateline(one))
            kinds.append(BYLINE if dated or is_byline(one) else None)
    return kinds


def _mark_blocks(paragraphs: list[Paragraph], kinds: list[RegionKind | None], kit: Kit) -> None:
    """Mark what follows "Related articles" and "Table of contents"."""
    markers = find_markers(kit)
    block, prose = "", 0
    lines: Counter[str] = Counter()
    for number, one in enumerate(paragraphs):
        marker = markers.find(one.folded, len(one.words)) if kinds[number] else None
        prose += kinds[number] is None and _is_prose(one)
        if marker is not None:
            opens = marker.opens if prose >= _LEAST_PROSE or marker.opens != "teasers" else ""
            block = opens or block
            lines = lines or (_count_lines(paragraphs) if block == "contents" else lines)
        elif block == "teasers":
            if _resumes(paragraphs, number):
                block = ""
            elif kinds[number] is None:
                kinds[number] = TEASER
        elif block == "contents":
            if _is_prose(one) or not _returns(one, lines):
                block = ""
            else:
                kinds[number] = BOILERPLATE


def _resumes(paragraphs: list[Paragraph], number: int) -> bool:
    """Whether the article goes on here after teasers: two whole paragraphs of prose in a row."""
    return number + 1 < len(paragraphs) and all(
        one.is_closed and not one.is_cut_off and len(one.words) >= _RESUMED_WORDS
        for one in paragraphs[number : number + 2]
    )


def _returns(entry: Paragraph, lines: Counter[str]) -> bool:
    """Whether an entry of a table of contents stands again further down, over its section."""
    title = normal_title(entry.folded)
    lines[title] -= 1
    return lines[title] > 0


def _count_lines(paragraphs: list[Paragraph]) -> Counter[str]:
    """How often each short line stands on the page."""
    return Counter(normal_title(one.folded) for one in paragraphs if len(one.words) <= MOST_WORDS)


def _mark_head(
    paragraphs: list[Paragraph], kinds: list[RegionKind | None], title: str | None, kit: Kit
) -> int:
    """Mark headline and bylines at the top; the number of the paragraph where prose begins."""
    wanted = normal_title(title) if title else None
    headed = False
    for number, one in enumerate(paragraphs):
        if wanted and number < _HEAD_LINES and normal_title(one.folded) == wanted:
            kinds[number] = HEADLINE
            headed = True
            continue
        if kinds[number] is not None:
            continue
        if number >= _HEAD_LINES:
            return number
        after = _next_unmarked(paragraphs, kinds, number)
        if not headed and wanted is None and is_headline(one, after, kit):
            headed = not _is_overline(one, after)
            kinds[number] = HEADLINE if headed else BYLINE
        elif _is_prose(one) or not after:
            return number
        elif _is_label(one, kinds, number, kit):
            kinds[number] = BYLINE
        elif headed and not one.is_closed and len(one.words) > _KICKER_WORDS:
            kinds[number] = HEADLINE
        else:
            return number
    return len(paragraphs)


def _mark_labels(paragraphs: list[Paragraph], kinds: list[RegionKind | None], kit: Kit) -> None:
    """Mark section names ("Markets") that stand beside a date or byline near the top."""
    for number in range(1, min(_HEAD_LINES, len(paragraphs))):
        if kinds[number] is None and _is_label(paragraphs[number], kinds, number, kit):
            kinds[number] = BYLINE


def _is_overline(one: Paragraph, after: list[Paragraph]) -> bool:
    """Whether a first line is but a section or issuer over the headline: "Markets"."""
    if len(one.words) > _OVERLINE_WORDS or not after or after[0].is_closed:
        return False
    return _OVERLINE_WORDS < len(after[0].words) <= MOST_WORDS


def _is_prose(one: Paragraph) -> bool:
    return len(one.words) >= (_PROSE_WORDS if one.is_closed else _LONG_WORDS)


def _is_label(one: Paragraph, kinds: list[RegionKind | None], number: int, kit: Kit) -> bool:
    """Whether a short line of the head is a section's name beside a date or byline."""
    if one.is_closed or len(one.words) > _KICKER_WORDS:
        return False
    if normal_title(one.folded) in kit.words("read_kickers"):
        return True
    beside = [*kinds[max(0, number - 1) : number], *kinds[number + 1 : number + 2]]
    return BYLINE in beside


def _mark_headings(
    paragraphs: list[Paragraph], kinds: list[RegionKind | None], lead: int, kit: Kit
) -> None:
    """Mark headings of sections, and titles of other articles that stand between paragraphs."""
    for number in range(lead, len(paragraphs)):
        one = paragraphs[number]
        if kinds[number] is not None or not _may_head(one):
            continue
        following = _next_unmarked(paragraphs, kinds, number)
        if not following or not _is_prose(following[0]):
            continue
        kinds[number] = _heading_or_teaser(one, paragraphs, number, following, kit)


def _next_unmarked(
    paragraphs: list[Paragraph], kinds: list[RegionKind | None], number: int
) -> list[Paragraph]:
    """The next few paragraphs that nothing has marked yet."""
    found: list[Paragraph] = []
    for later in range(number + 1, min(len(paragraphs), number + _LOOKED_AT)):
        if kinds[later] is None:
            found.append(paragraphs[later])
            if len(found) == _FEW:
                break
    return found


def _may_head(one: Paragraph) -> bool:
    if not 0 < len(one.words) <= _HEADING_WORDS or one.is_cut_off:
        return False
    if is_all_caps(one):
        return True
    if one.is_item or one.folded[0].islower() or one.folded[0] in "\"'":
        return False
    if _NO_HEADING.search(one.folded):
        return False
    if one.is_closed and not one.folded.endswith(("?", "!")):
        return False
    apart = one.apart_before and one.apart_after
    return is_title_case(one) or (apart and len(one.words) <= _SHORT_HEADING_WORDS)


def _heading_or_teaser(
    one: Paragraph,
    paragraphs: list[Paragraph],
    number: int,
    following: list[Paragraph],
    kit: Kit,
) -> RegionKind | None:
    """A heading shares words with what it heads; a link to another article shares none."""
    if normal_title(one.folded) in kit.words("read_summaries"):
        return HEADLINE
    said = stems_of(one, kit)
    if any(said & stems_of(later, kit) for later in following):
        return HEADLINE
    if not is_title_case(one):
        return None
    if len(one.words) < _LEAST_TEASER_WORDS or is_all_caps(one):
        return HEADLINE
    near = paragraphs[max(0, number - 3) : number]
    return None if any(said & stems_of(before, kit) for before in near) else TEASER


def _mark_signature(paragraphs: list[Paragraph], kinds: list[RegionKind | None]) -> None:
    """Mark the author's box at the end of the article."""
    last = [number for number, kind in enumerate(kinds) if kind is None][-_SIGNATURE_LINES:]
    if len(last) < _SIGNATURE_LINES:
        return
    for number in last[2:]:
        one = paragraphs[number]
        if len(one.words) <= _MOST_BOX_WORDS and _BOX.match(one.folded[:400]):
            kinds[number] = BOILERPLATE


def _mark_opinion_page(
    paragraphs: list[Paragraph], kinds: list[RegionKind | None], lead: int, kit: Kit
) -> None:
    """Mark a whole article as opinion where a label at its head says so."""
    kickers = kit.words("read_kickers")
    head = (normal_title(one.folded) for one in paragraphs[:lead])
    if any(words in kickers or words.split(":")[0] in kickers for words in head):
        for number, kind in enumerate(kinds):
            if kind is None:
                kinds[number] = OPINION


def _cut(one: Paragraph, kind: RegionKind | None, first: bool, spoken: bool, kit: Kit) -> Label:
    """The label of a paragraph, with its dateline or its opinion cut off."""
    if kind is not None:
        return Label(kind)
    turn = dateline_end(one, kit, first)
    if turn:
        return Label(BYLINE, turn, BODY)
    opinion = None if spoken else opinion_start(one, kit)
    if opinion is None:
        return Label(BODY)
    return Label(BODY, opinion, OPINION) if opinion else Label(OPINION)
