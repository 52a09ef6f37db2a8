"""From chances to the pieces of a content: smoothed, bridged, cut at regions and stories."""

import math
from collections.abc import Sequence

from onrecord.extract.page import Page
from onrecord.extract.segments import Segment

BRIDGE = 2  # tokens below the threshold between two that are above: a comma, a closing mark
_LEAST = 2  # tokens: a single word is nobody's statement


def find_contents(
    page: Page,
    tokens: Sequence[int],
    chances: Sequence[float],
    cue: Segment,
    middle: float,
    switch: float,
    share: int,
) -> list[Segment]:
    """The runs of tokens most likely to be content, the cue itself left out.

    `middle` and `switch` are as in `smooth`; a piece shorter than a `share`-th of the longest is
    left out.
    """
    places = [n for n, token in enumerate(tokens) if not cue.left <= token < cue.right]
    inside = smooth([chances[n] for n in places], middle, switch)
    runs: list[tuple[int, int]] = []
    for place, kept in zip(places, inside, strict=True):
        if not kept:
            continue
        token = tokens[place]
        if runs and _reaches(page, runs[-1][1], token, cue):
            runs[-1] = (runs[-1][0], token)
        else:
            runs.append((token, token))
    trimmed = [trim(page, Segment(left, right + 1)) for left, right in runs]
    pieces = [p for p in trimmed if p.right - p.left >= _LEAST]
    longest = max((p.right - p.left for p in pieces), default=0)
    return [p for p in pieces if share * (p.right - p.left) >= longest]


def smooth(chances: Sequence[float], middle: float, switch: float) -> list[bool]:
    """The likeliest run of yes and no, where each change between the two costs `switch` nats.

    Viterbi over two states; a chance of `middle` favours neither. What lies before the first
    chance above `middle`, or after the last, can only be no.
    """
    likely = [n for n, chance in enumerate(chances) if chance > middle]
    if not likely:
        return [False] * len(chances)
    first, last = likely[0], likely[-1] + 1
    path = _best_path(chances[first:last], middle, switch)
    return [False] * first + path + [False] * (len(chances) - last)


def _best_path(chances: Sequence[float], middle: float, switch: float) -> list[bool]:
    lean = math.log(middle / (1 - middle))
    out, into = 0.0, 0.0  # the scores of ending outside, inside
    back: list[tuple[bool, bool]] = []
    for chance in chances:
        chance = min(max(chance, 1e-6), 1 - 1e-6)
        gain = math.log(chance / (1 - chance)) - lean
        out_from_in, in_from_in = into - switch > out, into >= out - switch
        out, into = (
            into - switch if out_from_in else out,
            (into if in_from_in else out - switch) + gain,
        )
        back.append((out_from_in, in_from_in))
    state = into > out
    path = []
    for out_from_in, in_from_in in reversed(back):
        path.append(state)
        state = in_from_in if state else out_from_in
    return path[::-1]


def _reaches(page: Page, last: int, token: int, cue: Segment) -> bool:
    """Whether only a small hole lies between two tokens: not the cue, and no edge of a region."""
    if token - last - 1 > BRIDGE or last < cue.left < token:
        return False
    here, there = page.sentence[last], page.sentence[token]
    if here == there:
        return True
    one, other = page.passages[here], page.passages[there]
    return one.region == other.region and one.story == other.story


def trim(page: Page, piece: Segment) -> Segment:
    """A piece without the commas and stops at its ends; quotation marks stay."""
    left, right = piece
    while left < right and page.words[left] in _MARKS:
        left += 1
    while right > left and page.words[right - 1] in _MARKS:
        right -= 1
    return Segment(left, right)


_MARKS = frozenset(",.;:")
