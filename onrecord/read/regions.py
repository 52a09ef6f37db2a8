"""Regions: what every stretch of a page is, from its text alone.

Each paragraph gets one kind; a dateline or an opinion may cut one in two. The default is body:
body that is called boilerplate loses evidence, so every other kind needs a mark of its own.
"""

import re
from dataclasses import dataclass

from onrecord.kit import Kit
from onrecord.model import Region, RegionKind
from onrecord.read.blocks import Kinds, is_prose, mark_blocks
from onrecord.read.bylines import is_byline, is_date_line, is_masthead_line, signed_names
from onrecord.read.headlines import MOST_WORDS, is_headline, is_lone_headline, normal_title
from onrecord.read.lines import (
    dateline_end,
    is_all_caps,
    is_bare_dateline,
    is_junk,
    is_title_case,
    stems_of,
)
from onrecord.read.markers import Marker, find_markers, is_contact
from onrecord.read.nameplates import SURE_PLATE, plate_strength
from onrecord.read.opinions import (
    is_interview,
    mark_opinion_page,
    mark_opinion_parts,
    opinion_start,
)
from onrecord.read.paragraphs import Paragraph
from onrecord.read.signatures import mark_signature

HEADLINE, BYLINE, BODY = RegionKind.HEADLINE, RegionKind.BYLINE, RegionKind.BODY
OPINION, TEASER, BOILERPLATE = RegionKind.OPINION, RegionKind.TEASER, RegionKind.BOILERPLATE

_HEAD_LINES = 14  # lines in which the head of a page ends
_FEW, _LOOKED_AT = 3, 12  # paragraphs after a heading that may take up its words
_HEADING_WORDS = 14
_SHORT_HEADING_WORDS = 8  # of a heading that is not in title case: longer lines are captions
_NO_HEADING = re.compile(r"^(?:Q[:.]|A:|[—–-])|https?://|@\w|pic\.twitter|[,/|—–-]$")
_LEAST_TEASER_WORDS = 5
_KICKER_WORDS = 4
_OVERLINE_WORDS = 3
_BARE_PLATE_WORDS = 2  # of an outlet's name on a page without a headline
_SHORT = 3  # letters


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
    mark_blocks(paragraphs, kinds, kit)
    _mark_nameplates(paragraphs, kinds, title, kit)
    lead = _mark_head(paragraphs, kinds, title, kit)
    _mark_labels(paragraphs, kinds, kit)
    _mark_headings(paragraphs, kinds, lead, kit)
    mark_signature(paragraphs, kinds, kit)
    mark_opinion_page(paragraphs, kinds, lead, kit)
    mark_opinion_parts(paragraphs, kinds, lead, kit)
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


def _mark_lines(paragraphs: list[Paragraph], english: bool, kit: Kit) -> Kinds:
    """The kinds that lines have by their own words; None where they tell nothing."""
    markers = find_markers(kit)
    kinds: Kinds = []
    for number, one in enumerate(paragraphs):
        marker: Marker | None = markers.find(one.folded, len(one.words))
        if marker is not None:
            kinds.append(marker.kind)
        elif is_junk(one, english) or is_contact(one.folded, len(one.words)):
            kinds.append(BOILERPLATE)
        else:
            head = number < _HEAD_LINES
            dated = head and (is_date_line(one, kit) or is_bare_dateline(one))
            dated = dated or (head and is_masthead_line(one, kit))
            signed = is_byline(one) or (head and number > 0 and signed_names(one, kit))
            kinds.append(BYLINE if dated or signed else None)
    return kinds


def _mark_nameplates(
    paragraphs: list[Paragraph], kinds: Kinds, title: str | None, kit: Kit
) -> None:
    """Mark the name of the outlet: beside a date or byline, or over the headline."""
    top = True
    for number, one in enumerate(paragraphs[:_HEAD_LINES]):
        if kinds[number] is not None:
            continue
        strength = 0 if one.is_closed else plate_strength(one.folded, kit)
        beside = BYLINE in kinds[max(0, number - 1) : number + 2]
        if strength and not top and beside:
            kinds[number] = BYLINE
        elif strength and top and normal_title(one.folded) != normal_title(title or ""):
            after = _next_unmarked(paragraphs, kinds, number)
            if _stands_over(one, after, strength, beside, title is not None, kit):
                kinds[number] = BYLINE
                continue
        elif is_prose(one):
            return
        top = False


def _stands_over(
    one: Paragraph, after: list[Paragraph], strength: int, beside: bool, titled: bool, kit: Kit
) -> bool:
    """Whether the first line of a page is its outlet's name and not its headline.

    Words of a headline return in the text in lower case; those of a name hardly do.
    """
    if not (beside or strength == SURE_PLATE or len(one.words) <= _OVERLINE_WORDS):
        return False
    if not titled and not (after and _may_be_title(after, kit)):
        return beside and len(one.words) <= _BARE_PLATE_WORDS + (one.words[0].lower() == "the")
    told = {word for later in after for word in later.words if word.islower()}
    return sum(word.lower() in told for word in one.words if len(word) > _SHORT) <= 1


def _may_be_title(lines: list[Paragraph], kit: Kit) -> bool:
    asks = lines[0].folded.endswith(("?", "!")) and len(lines[0].words) <= _HEADING_WORDS
    return asks or is_headline(lines[0], lines[1:], kit)


def _mark_head(paragraphs: list[Paragraph], kinds: Kinds, title: str | None, kit: Kit) -> int:
    """Mark headline and bylines at the top; the number of the paragraph where prose begins."""
    wanted = normal_title(title) if title else None
    headed = False
    if wanted is None and len(paragraphs) == 1 and is_lone_headline(paragraphs[0]):
        kinds[0] = HEADLINE
        return 1
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
        elif is_prose(one) or not after:
            return number
        elif _is_label(one, kinds, number, kit):
            kinds[number] = BYLINE
        elif headed and not one.is_closed and len(one.words) > _KICKER_WORDS:
            kinds[number] = HEADLINE
        else:
            return number
    return len(paragraphs)


def _mark_labels(paragraphs: list[Paragraph], kinds: Kinds, kit: Kit) -> None:
    """Mark section names ("Markets") that stand beside a date or byline near the top."""
    for number in range(1, min(_HEAD_LINES, len(paragraphs))):
        if kinds[number] is None and _is_label(paragraphs[number], kinds, number, kit):
            kinds[number] = BYLINE


def _is_overline(one: Paragraph, after: list[Paragraph]) -> bool:
    """Whether a first line is but a section or issuer over the headline: "Markets"."""
    if len(one.words) > _OVERLINE_WORDS or not after or after[0].is_closed:
        return False
    return _OVERLINE_WORDS < len(after[0].words) <= MOST_WORDS


def _is_label(one: Paragraph, kinds: Kinds, number: int, kit: Kit) -> bool:
    """Whether a short line of the head is a section's name beside a date or byline."""
    if one.is_closed or len(one.words) > _KICKER_WORDS:
        return False
    if normal_title(one.folded) in kit.words("read_kickers"):
        return True
    beside = [*kinds[max(0, number - 1) : number], *kinds[number + 1 : number + 2]]
    return BYLINE in beside


def _mark_headings(paragraphs: list[Paragraph], kinds: Kinds, lead: int, kit: Kit) -> None:
    """Mark headings of sections, and titles of other articles that stand between paragraphs."""
    for number in range(lead, len(paragraphs)):
        one = paragraphs[number]
        if kinds[number] is not None or not _may_head(one):
            continue
        following = _next_unmarked(paragraphs, kinds, number)
        if not following or not is_prose(following[0]):
            continue
        kinds[number] = _heading_or_teaser(one, paragraphs, number, following, kit)


def _next_unmarked(paragraphs: list[Paragraph], kinds: Kinds, number: int) -> list[Paragraph]:
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
