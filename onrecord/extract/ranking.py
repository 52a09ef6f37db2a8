"""What speaks for one candidate source or content of a cue: features, hashed into one table.

A feature is a template number and one to three small numbers; their hash is a row of the weights.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping

from onrecord.extract.features import shape_of
from onrecord.extract.page import CLOSING, INSIDE, OPENING, OUTSIDE, Page
from onrecord.extract.segments import Beliefs, Segment

TABLE = 1 << 17
SOURCE_FEATURES = 27  # per candidate source; "nobody" has fewer and is filled up with row 0
STRONG = 0.5  # a cue believed in so much ends any source
_MASK = TABLE - 1
_SPREAD = (0x9E3779B1, 0x85EBCA6B, 0xC2B2AE35, 0x27D4EB2F)
_PRONOUNS = frozenset("he she they it we i you who which that his her their its".split())


def _row(template: int, one: int = 0, two: int = 0, three: int = 0) -> int:
    mixed = template * 0x9E3779B1 + one * 0x85EBCA6B + two * 0xC2B2AE35 + three * 0x27D4EB2F
    mixed ^= mixed >> 15
    return (mixed * 0x2C1B3C6D >> 12) & _MASK


def _bucket(distance: int) -> int:
    """A distance in tokens as one of ten buckets."""
    if distance < 4:
        return max(distance, 0)
    return (
        4
        if distance < 6
        else 5
        if distance < 9
        else 6
        if distance < 14
        else (7 if distance < 22 else 8 if distance < 40 else 9)
    )


def _tenth(belief: float) -> int:
    return int(belief * 9.99)


class Scene:
    """A page with what was found on it, as the features need it: prefix sums and word numbers."""

    def __init__(
        self,
        page: Page,
        beliefs: Beliefs,
        cues: list[Segment],
        numbers: list[int],
        rates: Mapping[str, float],
    ) -> None:
        self.page, self.beliefs, self.cues, self.numbers = page, beliefs, cues, numbers
        self.rates = rates
        count = len(page.words)
        self.content_sum = _sums(beliefs.content)
        self.source_sum = _sums(beliefs.source)
        self.commas = _sums(
            [1.0 if word in (",", ";", ":", "–", "—") else 0.0 for word in page.words]
        )
        self.spoken_for = frozenset(
            page.sentence[cue.left] for cue in cues if page.quote[cue.left] == OUTSIDE
        )
        cue_at = [0.0] * count
        for cue in cues:
            cue_at[cue.left] = 1.0
        self.cue_sum = _sums(cue_at)

    def holds_cue(self, segment: Segment) -> bool:
        """Whether another attribution's cue lies inside a would-be source."""
        if self.cue_sum[segment.right] == self.cue_sum[segment.left]:
            return False
        belief, cues = self.beliefs.cue, self.cues
        number = bisect_right(cues, (segment.left, len(belief)))
        while number < len(cues) and cues[number].right < segment.right:
            if belief[cues[number].left] > STRONG:
                return True
            number += 1
        return False

    def rate(self, cue: Segment) -> int:
        """How often the likeliest word of a cue is part of one, in tenths."""
        rates = self.rates
        return int(10 * max(rates.get(word, 0.0) for word in self.page.words[cue.left : cue.right]))

    def content_mean(self, left: int, right: int) -> int:
        """The mean belief, in tenths, that tokens `left` to `right` are content; 10 for none."""
        if right <= left:
            return 10
        return _tenth((self.content_sum[right] - self.content_sum[left]) / (right - left))

    def number(self, token: int) -> int:
        """The word number of a token, or a fixed one beyond the page."""
        return self.numbers[token] if 0 <= token < len(self.numbers) else 2


def _sums(values: list[float]) -> list[float]:
    sums, total = [0.0], 0.0
    for value in values:
        total += value
        sums.append(total)
    return sums


def source_features(scene: Scene, cue: Segment, source: Segment | None, rank: int) -> list[int]:
    """What speaks for `source` (None: nobody) as the source of `cue`."""
    page, number = scene.page, scene.number
    head, tail = number(cue.left), number(cue.right - 1)
    after, before = number(cue.right), number(cue.left - 1)
    if source is None:
        none = [
            _row(1), _row(2, head), _row(3, tail), _row(4, after), _row(5, before),
            _row(6, head, before), _row(7, tail, after), _row(8, page.quote[cue.left]),
            _row(9, cue.left - page.bounds(cue.left)[0] < 2, head),
        ]  # fmt: skip
        return none + [0] * (SOURCE_FEATURES - len(none))
    left, right = source
    is_right = left >= cue.right
    low, high = (cue.right, left) if is_right else (right, cue.left)
    gap = high - low
    commas = int(scene.commas[high] - scene.commas[low])
    cues = int(scene.cue_sum[high] - scene.cue_sum[low])
    mean = (scene.source_sum[right] - scene.source_sum[left]) / (right - left)
    first, last = number(left), number(right - 1)
    way = is_right * 2 + (gap == 0)
    near = min(rank, 5)
    found = [
        _row(20, is_right, _bucket(gap)),
        _row(21, is_right, min(commas, 3), min(cues, 3)),
        _row(22, way, head), _row(23, way, tail), _row(24, way, after), _row(25, way, before),
        _row(26, is_right, first), _row(27, is_right, last), _row(28, way, number(left - 1)),
        _row(29, way, number(right)),
        _row(30, _tenth(mean)), _row(31, near, is_right, min(cues, 2)),
        _row(32, min(right - left, 12), is_right),
        _row(33, page.quote[left], page.quote[cue.left], is_right),
        _row(34, page.run[left] == page.run[cue.left], is_right),
        _row(35, is_right, _bucket(gap), min(commas, 3) * 4 + min(cues, 3)),
        _row(36, way, head, number(left - 1)), _row(37, way, first, tail),
        _row(38, page.words[left] in _PRONOUNS, way, min(cues, 2)),
        _row(39, _tenth(scene.beliefs.source_begins[left]), _tenth(mean)),
        _row(40, way, last, number(right)), _row(41, is_right, near, _bucket(gap)),
        _row(42, way, min(commas, 3), before), _row(43, is_right, left == page.bounds(left)[0]),
        _row(44, _tenth(scene.beliefs.source[left - 1]) if left else 10, _tenth(mean)),
        _row(45, _tenth(scene.beliefs.source[right]) if right < len(page.words) else 10, is_right),
        _row(46, way, first, last),
    ]  # fmt: skip
    return found


def content_features(
    scene: Scene, cue: Segment, source: Segment | None, content: Segment
) -> list[int]:
    """What speaks for `content` as the main piece of the content of `cue`."""
    page, number, beliefs = scene.page, scene.number, scene.beliefs
    left, right = content
    is_right = left >= cue.right
    head, tail = number(cue.left), number(cue.right - 1)
    low, high = (cue.right, left) if is_right else (right, cue.left)
    gap = high - low
    inside = source is not None and source.left >= low and source.right <= high
    if inside and source is not None:
        gap -= source.right - source.left
    way = is_right * 4 + (gap == 0) * 2 + inside
    first, last = page.bounds(cue.left)
    mean = (scene.content_sum[right] - scene.content_sum[left]) / (right - left)
    begins = _tenth(beliefs.content_begins[left])
    enters = _tenth(beliefs.content[left])
    ahead = _tenth(beliefs.content[left - 1]) if left else 10
    closing = _tenth(beliefs.content[right - 1])
    beyond = _tenth(beliefs.content[right]) if right < len(page.words) else 10
    cues = min(int(scene.cue_sum[high] - scene.cue_sum[low]), 2)
    within = min(int(scene.cue_sum[right] - scene.cue_sum[left]), 3)
    ends = (right >= last) * 2 + (right == last - 1)
    starts = left == first
    side = 0 if source is None else 1 if source.left < cue.left else 2
    size = _bucket(right - left)
    tail_mean = scene.content_mean(right, min(right + 5, last))
    commas = min(int(scene.commas[right] - scene.commas[left]), 4)
    enter_state = page.quote[left] * 4 + (page.quote[left - 1] if left else 0)
    leave_state = page.quote[right - 1] * 4 + (page.quote[right] if right < len(page.words) else 0)
    return [
        _row(60, way, _bucket(gap)), _row(61, way, head), _row(62, way, tail),
        _row(63, way, number(cue.right)), _row(64, is_right, number(left), gap == 0),
        _row(65, is_right, number(left - 1), number(left)), _row(66, is_right, number(right)),
        _row(67, is_right, number(right - 1), ends), _row(68, is_right, number(right), beyond),
        _row(69, way, _tenth(mean)), _row(70, begins, way), _row(71, ahead, enters, is_right),
        _row(72, closing, beyond, is_right), _row(73, way, cues, within), _row(74, way, size),
        _row(75, is_right, ends, size), _row(76, is_right, starts, size),
        _row(77, enter_state, leave_state, way), _row(78, page.run[left] == page.run[right - 1], way),
        _row(79, side, way, gap == 0), _row(80, tail, number(left), way),
        _row(81, tail, number(cue.right), way), _row(82, ends, leave_state, is_right),
        _row(83, number(right), number(right + 1), is_right), _row(84, page.quote[cue.left], enter_state, way),
        _row(85, beyond, ends, number(right)), _row(86, left < first, right > last, way),
        _row(87, head, side, way), _row(88, tail, side, size), _row(89, number(cue.left - 1), way, side),
        _row(90, is_right, _tenth(mean), beyond), _row(91, within, size, ends),
        _row(92, closing, number(right), is_right), _row(93, ahead, begins, number(left)),
    ]  # fmt: skip


def whole_features(
    scene: Scene,
    cue: Segment,
    source: Segment | None,
    content: Segment,
    margins: tuple[float, float],
) -> list[int]:
    """What speaks for a cue with its source and content being an attribution at all."""
    page, number, beliefs = scene.page, scene.number, scene.beliefs
    head, tail = number(cue.left), number(cue.right - 1)
    peak = _tenth(max(beliefs.cue[cue.left : cue.right]))
    mean = _tenth(sum(beliefs.cue[cue.left : cue.right]) / (cue.right - cue.left))
    content_mean = _tenth(
        (scene.content_sum[content.right] - scene.content_sum[content.left])
        / (content.right - content.left)
    )
    source_mean = 10
    if source is not None:
        total = scene.source_sum[source.right] - scene.source_sum[source.left]
        source_mean = _tenth(total / (source.right - source.left))
    is_right = content.left >= cue.right
    gap = content.left - cue.right if is_right else cue.left - content.right
    side = 0 if source is None else 1 if source.left < cue.left else 2
    spoken = page.quote[content.left] == OPENING or page.quote[content.right - 1] == CLOSING
    sure_source, sure_content = (_tenth(min(max(m, 0.0), 0.999)) for m in margins)
    state = page.quote[cue.left]
    nested = state in (INSIDE, OPENING)
    rate = scene.rate(cue)
    return [
        _row(139, rate), _row(140, rate, peak), _row(141, rate, sure_source, sure_content),
        _row(110, peak), _row(111, mean, min(cue.right - cue.left, 6)), _row(112, head), _row(113, tail),
        _row(114, head, tail), _row(115, content_mean, is_right), _row(116, source_mean, side),
        _row(117, sure_source, sure_content), _row(118, side, is_right, _bucket(gap)),
        _row(119, tail, number(content.left), is_right), _row(120, tail, side, is_right),
        _row(121, spoken, is_right, peak), _row(122, _bucket(content.right - content.left), is_right),
        _row(123, nested, peak), _row(124, nested, sure_source, sure_content),
        _row(125, sure_content, peak), _row(126, sure_source, peak), _row(127, content_mean, peak),
        _row(128, source_mean, peak), _row(129, number(cue.right), tail), _row(130, number(cue.left - 1), head),
        _row(131, number(source.left) if source else 0, side), _row(132, number(source.right - 1) if source else 0, side),
        _row(133, number(content.left), is_right), _row(134, page.sentence[cue.left] == 0),
        _row(135, page.sentence[content.left] == page.sentence[cue.left], spoken, is_right),
        _row(136, cue.right - cue.left, peak, content_mean), _row(137, sure_content, content_mean),
        _row(138, OUTSIDE == page.quote[content.left], tail),
    ]  # fmt: skip
