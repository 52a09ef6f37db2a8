"""What speaks for one candidate source or content of a cue, as codes for the rankers' tables.

A code packs up to three small numbers (a word's number, a bucket, a state); hashing.py turns it,
with the number of its template, into a row of a table. The templates stand in order below.
"""

from __future__ import annotations

from onrecord.extract.hashing import NOBODY, SOURCE
from onrecord.extract.hashing import SECOND as _P
from onrecord.extract.hashing import THIRD as _Q
from onrecord.extract.page import CLOSING, INSIDE, OPENING, OUTSIDE
from onrecord.extract.scene import Scene, bucket, tenth
from onrecord.extract.segments import Segment

_PRONOUNS = frozenset("he she they it we i you who which that his her their its".split())


def source_features(scene: Scene, cue: Segment, source: Segment | None, rank: int) -> list[int]:
    """What speaks for `source` (None: nobody) as the source of `cue`."""
    page, number = scene.page, scene.numbers
    head, tail = number[cue.left], number[cue.right - 1]
    after, before = number[cue.right], number[cue.left - 1]
    if source is None:
        none = [
            0,
            head,
            tail,
            after,
            before,
            head + before * _P,
            tail + after * _P,
            page.quote[cue.left],
            (cue.left - page.bounds(cue.left)[0] < 2) + head * _P,
        ]
        return [NOBODY + code for code in none] + [NOBODY] * (len(SOURCE) - len(none))
    left, right = source
    is_right = left >= cue.right
    low, high = (cue.right, left) if is_right else (right, cue.left)
    gap = high - low
    commas = int(scene.commas[high] - scene.commas[low])
    cues = int(scene.cue_sum[high] - scene.cue_sum[low])
    mean = (scene.source_sum[right] - scene.source_sum[left]) / (right - left)
    first, last = number[left], number[right - 1]
    way = is_right * 2 + (gap == 0)
    near = min(rank, 5)
    return [
        is_right + bucket(gap) * _P,
        is_right + min(commas, 3) * _P + min(cues, 3) * _Q,
        way + head * _P,
        way + tail * _P,
        way + after * _P,
        way + before * _P,
        is_right + first * _P,
        is_right + last * _P,
        way + (number[left - 1]) * _P,
        way + number[right] * _P,
        tenth(mean),
        near + is_right * _P + min(cues, 2) * _Q,
        (min(right - left, 12)) + is_right * _P,
        page.quote[left] + page.quote[cue.left] * _P + is_right * _Q,
        (page.run[left] == page.run[cue.left]) + is_right * _P,
        is_right + bucket(gap) * _P + (min(commas, 3) * 4 + min(cues, 3)) * _Q,
        way + head * _P + (number[left - 1]) * _Q,
        way + first * _P + tail * _Q,
        (page.words[left] in _PRONOUNS) + way * _P + min(cues, 2) * _Q,
        tenth(scene.beliefs.source_begins[left]) + tenth(mean) * _P,
        way + last * _P + number[right] * _Q,
        is_right + near * _P + bucket(gap) * _Q,
        way + min(commas, 3) * _P + before * _Q,
        is_right + (left == page.bounds(left)[0]) * _P,
        (tenth(scene.beliefs.source[left - 1]) if left else 10) + tenth(mean) * _P,
        (tenth(scene.beliefs.source[right]) if right < len(page.words) else 10) + is_right * _P,
        way + first * _P + last * _Q,
    ]


def content_features(
    scene: Scene, cue: Segment, source: Segment | None, content: Segment
) -> list[int]:
    """What speaks for `content` as the main piece of the content of `cue`."""
    page, number, beliefs = scene.page, scene.numbers, scene.beliefs
    shapes = scene.shapes
    left, right = content
    is_right = left >= cue.right
    head, tail = number[cue.left], number[cue.right - 1]
    low, high = (cue.right, left) if is_right else (right, cue.left)
    gap = high - low
    inside = source is not None and source.left >= low and source.right <= high
    if inside and source is not None:
        gap -= source.right - source.left
    way = is_right * 4 + (gap == 0) * 2 + inside
    first, last = page.bounds(cue.left)
    mean = (scene.content_sum[right] - scene.content_sum[left]) / (right - left)
    begins = tenth(beliefs.content_begins[left])
    enters = tenth(beliefs.content[left])
    ahead = tenth(beliefs.content[left - 1]) if left else 10
    closing = tenth(beliefs.content[right - 1])
    beyond = tenth(beliefs.content[right]) if right < len(page.words) else 10
    cues = min(int(scene.cue_sum[high] - scene.cue_sum[low]), 2)
    within = min(int(scene.cue_sum[right] - scene.cue_sum[left]), 3)
    ends = (right >= last) * 2 + (right == last - 1)
    starts = left == first
    side = 0 if source is None else 1 if source.left < cue.left else 2
    size = bucket(right - left)
    tail_mean = scene.content_mean(right, min(right + 5, last))
    commas = min(int(scene.commas[right] - scene.commas[left]), 4)
    next_shape = shapes[right + 1]
    enter_state = page.quote[left] * 4 + (page.quote[left - 1] if left else 0)
    leave_state = page.quote[right - 1] * 4 + (page.quote[right] if right < len(page.words) else 0)
    return [
        way + bucket(gap) * _P,
        way + head * _P,
        way + tail * _P,
        way + number[cue.right] * _P,
        is_right + number[left] * _P + (gap == 0) * _Q,
        is_right + (number[left - 1]) * _P + number[left] * _Q,
        is_right + number[right] * _P,
        is_right + (number[right - 1]) * _P + ends * _Q,
        is_right + number[right] * _P + beyond * _Q,
        way + tenth(mean) * _P,
        begins + way * _P,
        ahead + enters * _P + is_right * _Q,
        closing + beyond * _P + is_right * _Q,
        way + cues * _P + within * _Q,
        way + size * _P,
        is_right + ends * _P + size * _Q,
        is_right + starts * _P + size * _Q,
        enter_state + leave_state * _P + way * _Q,
        (page.run[left] == page.run[right - 1]) + way * _P,
        side + way * _P + (gap == 0) * _Q,
        tail + number[left] * _P + way * _Q,
        tail + number[cue.right] * _P + way * _Q,
        ends + leave_state * _P + is_right * _Q,
        number[right] + (number[right + 1]) * _P + is_right * _Q,
        page.quote[cue.left] + enter_state * _P + way * _Q,
        beyond + ends * _P + number[right] * _Q,
        (left < first) + (right > last) * _P + way * _Q,
        head + side * _P + way * _Q,
        tail + side * _P + size * _Q,
        (number[cue.left - 1]) + way * _P + side * _Q,
        is_right + tenth(mean) * _P + beyond * _Q,
        within + size * _P + ends * _Q,
        closing + number[right] * _P + is_right * _Q,
        ahead + begins * _P + number[left] * _Q,
        way + scene.content_mean(low, high) * _P,
        is_right + tail_mean * _P + number[right] * _Q,
        tail_mean + beyond * _P + ends * _Q,
        is_right + commas * _P + ends * _Q,
        shapes[left] + (gap == 0) * _P + is_right * _Q,
        number[right] + next_shape * _P,
        head + tail_mean * _P + ends * _Q,
    ]


def whole_features(
    scene: Scene,
    cue: Segment,
    source: Segment | None,
    content: Segment,
    margins: tuple[float, float],
) -> list[int]:
    """What speaks for a cue with its source and content being an attribution at all."""
    page, number, beliefs = scene.page, scene.numbers, scene.beliefs
    head, tail = number[cue.left], number[cue.right - 1]
    peak = tenth(max(beliefs.cue[cue.left : cue.right]))
    mean = tenth(sum(beliefs.cue[cue.left : cue.right]) / (cue.right - cue.left))
    content_mean = tenth(
        (scene.content_sum[content.right] - scene.content_sum[content.left])
        / (content.right - content.left)
    )
    source_mean = 10
    if source is not None:
        total = scene.source_sum[source.right] - scene.source_sum[source.left]
        source_mean = tenth(total / (source.right - source.left))
    is_right = content.left >= cue.right
    gap = content.left - cue.right if is_right else cue.left - content.right
    side = 0 if source is None else 1 if source.left < cue.left else 2
    spoken = page.quote[content.left] == OPENING or page.quote[content.right - 1] == CLOSING
    sure_source, sure_content = (tenth(min(max(m, 0.0), 0.999)) for m in margins)
    state = page.quote[cue.left]
    nested = state in (INSIDE, OPENING)
    rate = scene.rate(cue)
    return [
        rate,
        rate + peak * _P,
        rate + sure_source * _P + sure_content * _Q,
        peak,
        mean + (min(cue.right - cue.left, 6)) * _P,
        head,
        tail,
        head + tail * _P,
        content_mean + is_right * _P,
        source_mean + side * _P,
        sure_source + sure_content * _P,
        side + is_right * _P + bucket(gap) * _Q,
        tail + number[content.left] * _P + is_right * _Q,
        tail + side * _P + is_right * _Q,
        spoken + is_right * _P + peak * _Q,
        (bucket(content.right - content.left)) + is_right * _P,
        nested + peak * _P,
        nested + sure_source * _P + sure_content * _Q,
        sure_content + peak * _P,
        sure_source + peak * _P,
        content_mean + peak * _P,
        source_mean + peak * _P,
        number[cue.right] + tail * _P,
        (number[cue.left - 1]) + head * _P,
        (number[source.left] if source else 0) + side * _P,
        (number[source.right - 1] if source else 0) + side * _P,
        number[content.left] + is_right * _P,
        (page.sentence[cue.left] == 0),
        (page.sentence[content.left] == page.sentence[cue.left]) + spoken * _P + is_right * _Q,
        (cue.right - cue.left) + peak * _P + content_mean * _Q,
        sure_content + content_mean * _P,
        (page.quote[content.left] == OUTSIDE) + tail * _P,
    ]
