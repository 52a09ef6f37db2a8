"""A tagged page as the rankers see it: beliefs, cues, word numbers, and sums over all of them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping

from onrecord.extract.page import OUTSIDE, Page
from onrecord.extract.segments import Beliefs, Segment

STRONG = 0.5  # a cue believed in so much ends any source
AFTER = 3  # the shape of what lies beyond the page
BEYOND = 2  # the word number of what lies beyond the page: that of a full stop
_MARKS = frozenset(", ; : – —".split())


def bucket(distance: int) -> int:
    """A distance in tokens as one of ten buckets."""
    if distance < 4:
        return max(distance, 0)
    return 4 + bisect_right((5, 8, 13, 21, 39), distance - 1)


def tenth(belief: float) -> int:
    """A belief as a whole number from 0 to 9."""
    return int(belief * 9.99)


class Scene:
    """A page with what was found on it, as the features need it: prefix sums and word numbers."""

    def __init__(
        self,
        page: Page,
        beliefs: Beliefs,
        cues: list[Segment],
        numbers: list[tuple[int, int, int]],
        rates: Mapping[str, float],
    ) -> None:
        self.page, self.beliefs, self.cues = page, beliefs, cues
        # Two beyond the end; index -1, before the first token, finds one of them too.
        self.numbers = [*(word for word, _, _ in numbers), BEYOND, BEYOND]
        self.shapes = [*(shape for _, _, shape in numbers), AFTER, AFTER]
        self.rates = rates
        count = len(page.words)
        self.content_sum = _sums(beliefs.content)
        self.source_sum = _sums(beliefs.source)
        self.commas = _sums([float(word in _MARKS) for word in page.words])
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
        return tenth((self.content_sum[right] - self.content_sum[left]) / (right - left))


def _sums(values: list[float]) -> list[float]:
    sums, total = [0.0], 0.0
    for value in values:
        total += value
        sums.append(total)
    return sums
