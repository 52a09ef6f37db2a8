"""Where the source and the content of a cue may lie: candidates, to be ranked by ranking.py."""

from __future__ import annotations

from bisect import bisect_left

from onrecord.extract.page import CLOSING, OPENING, Page
from onrecord.extract.segments import Beliefs, Segment

_OPENERS = frozenset("that whether to if how why what who as in for of about by".split())
_JOINTS = frozenset("and but as while who which when after because although though with or".split())
_MARKS = frozenset(', ; : – — - " ( )'.split())
_EDGES = frozenset(", ; : – — - ( .".split())
_ENDS = frozenset('. ? ! , ; : "'.split())
MAX_STARTS, MAX_ENDS = 7, 12
ENTERS, BEGINS = 0.4, 0.2  # beliefs at which a content may begin or end without a mark
SCAN = 200  # tokens looked at for a content's ends: longer than any clause, however long the line
JOIN_GAP, REACH_GAP = 2, 12
SOURCE_REACH = 45  # tokens: PolNeAR's sources stand in the cue's sentence in all but 1 of 700


def source_candidates(page: Page, cue: Segment, layers: list[list[Segment]]) -> list[Segment]:
    """The segments of the cue's sentence that may be its source, by any layer of belief.

    Segments that nearly touch are also offered as one ("the chief executive" + ", Ana Roe,"), and
    those that nearly reach the cue are also offered up to it.
    """
    first, last = page.bounds(cue.left)
    first, last = max(first, cue.left - SOURCE_REACH), min(last, cue.right + SOURCE_REACH)
    found = set()
    for layer in layers:
        before: Segment | None = None
        number = bisect_left(layer, (first, 0))
        while number < len(layer) and layer[number].left < last:
            for segment in _beside(layer[number], cue):
                found.add(segment)
                if before and _nearly_touch(before, segment, cue):
                    found.add(Segment(before.left, segment.right))
                if segment.right <= cue.left <= segment.right + REACH_GAP:
                    found.add(Segment(segment.left, cue.left))
                before = segment
            number += 1
    trimmed = {_trim(page, segment) for segment in found}
    return sorted(segment for segment in trimmed if segment.left < segment.right)


def _nearly_touch(left: Segment, right: Segment, cue: Segment) -> bool:
    """Whether two segments may be one source: hardly apart, and on one side of the cue."""
    apart = right.left - left.right
    return 0 <= apart <= JOIN_GAP and not left.left < cue.left < right.right


def _beside(segment: Segment, cue: Segment) -> list[Segment]:
    """The parts of a segment that lie beside a cue."""
    if segment.right <= cue.left or segment.left >= cue.right:
        return [segment]
    parts = []
    if segment.left < cue.left:
        parts.append(Segment(segment.left, cue.left))
    if segment.right > cue.right:
        parts.append(Segment(cue.right, segment.right))
    return parts


def _trim(page: Page, segment: Segment) -> Segment:
    """A source without the marks at its ends."""
    left, right = segment
    while left < right and not page.words[left][0].isalnum() and page.words[left] != '"':
        left += 1
    while right > left and page.words[right - 1] in _EDGES:
        right -= 1
    return Segment(left, right)


def content_candidates(
    page: Page, cue: Segment, source: Segment | None, beliefs: Beliefs
) -> list[Segment]:
    """The stretches to the right and to the left of a cue that may be its content."""
    first, last = page.bounds(cue.left)
    found = set()
    right_starts = _right_starts(page, cue, source, last, beliefs)
    for start in right_starts:
        for end in _right_ends(page, start, source, last, beliefs):
            found.add(Segment(start, end))
    for end in _left_ends(page, cue, source, first):
        for start in _left_starts(page, end, source, first, beliefs):
            found.add(Segment(start, end))
    if not right_starts or right_starts[0] >= last - 1:
        found.update(_next_sentence(page, last))
    return sorted(one for one in found if _has_word(page, one))


def _has_word(page: Page, segment: Segment) -> bool:
    return any(page.words[token][0].isalnum() for token in range(*segment))


def _right_starts(
    page: Page, cue: Segment, source: Segment | None, last: int, beliefs: Beliefs
) -> list[int]:
    starts = []
    begins, words = beliefs.content_begins, page.words
    for token in range(cue.right, min(last, cue.right + 30)):
        if source and source.left <= token < source.right:
            continue
        word, before = words[token], words[token - 1]
        good = token == cue.right or (source is not None and token == source.right)
        if good or word in _OPENERS or before in _MARKS or begins[token] > BEGINS:
            if word in _MARKS and word != '"' and token + 1 < last:
                continue
            if word == '"' and page.quote[token] == CLOSING:
                continue
            starts.append(token)
            if len(starts) == MAX_STARTS:
                break
    if cue.right < last and words[cue.right] in _MARKS and cue.right + 1 < last:
        starts.append(cue.right + 1)
    return sorted(set(starts))


def _right_ends(
    page: Page,
    start: int,
    source: Segment | None,
    last: int,
    beliefs: Beliefs,
) -> list[int]:
    inside, words = beliefs.content, page.words
    limit = last
    if source is not None and source.left > start:
        limit = source.left
    ends = {limit}
    if words[limit - 1] in _ENDS and limit - 1 > start:
        ends.add(limit - 1)
    if page.run[start] >= 0:
        ends.add(page.runs[page.run[start]][1])
    for token in range(start + 1, min(limit, start + SCAN)):
        word = words[token]
        if word in _MARKS or word in _JOINTS:
            ends.add(token)
            if word == '"':
                ends.add(token + 1)
        elif inside[token] < ENTERS <= inside[token - 1]:
            ends.add(token)
        if len(ends) >= MAX_ENDS:
            break
    return sorted(end for end in ends if end > start)


def _left_ends(page: Page, cue: Segment, source: Segment | None, first: int) -> list[int]:
    ends = {cue.left}
    if source is not None and source.right <= cue.left:
        ends.add(source.left)
    for end in list(ends):
        while end - 1 > first and page.words[end - 1] in (",", "-", "–", "—"):
            end -= 1
            ends.add(end)
    return sorted(end for end in ends if end > first)


def _left_starts(
    page: Page, end: int, source: Segment | None, first: int, beliefs: Beliefs
) -> list[int]:
    inside, words = beliefs.content, page.words
    floor = first
    if source is not None and source.right <= end and source.left >= first:
        floor = source.right
    starts = {floor}
    run = page.run[end - 1]
    if run >= 0:
        starts.add(page.runs[page.run[end - 1]][0])
    for token in range(end - 1, max(floor, end - SCAN), -1):
        before = words[token - 1]
        joint = before in _MARKS or before in _JOINTS or words[token] in ("that", '"')
        if joint or inside[token] > ENTERS >= inside[token - 1]:
            starts.add(token)
        if len(starts) >= MAX_STARTS:
            break
    return sorted(start for start in starts if start < end)


def _next_sentence(page: Page, last: int) -> list[Segment]:
    """After "She continued:" the content is what follows: a quotation, or a sentence."""
    if last >= len(page.words):
        return []
    number = page.sentence[last]
    if page.passages[number].story != page.passages[number - 1].story:
        return []
    found = [Segment(last, page.first[number + 1])]
    if page.quote[last] == OPENING:
        found.append(Segment(last, page.runs[page.run[last]][1]))
    return found


def continue_quotation(
    page: Page,
    pieces: list[Segment],
    cue: Segment,
    source: Segment | None,
    spoken_for: frozenset[int],
) -> list[Segment]:
    """The pieces of a content with the further quotations that its speaker goes on with.

    `"X," she said, "Y. Z."` and `"X," she said. "Y."`: what stands in quotation marks right after
    the cue, up to the end of the paragraph or the next sentence with a cue of its own
    (`spoken_for`), is hers too.
    """
    head = pieces[0]
    spoken = page.quote[head.left] == OPENING or page.quote[head.right - 1] == CLOSING
    if not spoken or head.left >= cue.left:
        return pieces
    paragraph = _paragraph(page, cue.left)
    token = max(cue.right, source.right if source else 0)
    home = page.sentence[cue.left]
    grown = list(pieces)
    for _ in range(MAX_ENDS):
        opening = _next_opening(page, token, paragraph)
        if opening is None:
            break
        end = page.runs[page.run[opening]][1]
        ends = {page.sentence[opening], page.sentence[end - 1]} - {home}
        if not spoken_for.isdisjoint(ends):
            break
        grown.append(Segment(opening, end))
        token = end
    return grown


def _paragraph(page: Page, token: int) -> tuple[int, str | None]:
    passage = page.passages[page.sentence[token]]
    return passage.paragraph, passage.story


def _next_opening(page: Page, token: int, paragraph: tuple[int, str | None]) -> int | None:
    """The first token of the next quotation of the paragraph, at or after `token`."""
    number = bisect_left(page.runs, (token, 0))
    if number == len(page.runs):
        return None
    opening = page.runs[number][0]
    return opening if _paragraph(page, opening) == paragraph else None
