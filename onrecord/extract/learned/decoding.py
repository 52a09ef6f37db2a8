"""From the numbers of the encoder to sources, cues and contents on a page."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING

from onrecord.extract.attributions import Attribution
from onrecord.extract.learned.linking import Linker, link_cues
from onrecord.extract.learned.windows import Window
from onrecord.extract.page import Page
from onrecord.extract.segments import Segment, cut_segments

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Array = npt.NDArray[np.float32]

# Chosen on PolNeAR dev (training/statements/measure.py): relation F1 is .704 without a floor on
# the score, .719 at 0.5 and .724 at 0.6, which finds less.
CUE = 0.4
SOURCE = 0.4
CONTENT = 0.4
SCORE = 0.5
SWITCH = 1.5  # nats that a change between content and not costs
BRIDGE = 2  # tokens below CONTENT between two that are above: a comma, a closing mark
_LEAST_CONTENT = 2  # tokens: a single word is nobody's statement
_B_CUE, _I_CUE = 3, 4


def decode(
    page: Page, window: Window, tags: Array, asks: Array, parts: Array, linker: Linker
) -> list[Attribution]:
    """The attributions of one window. `tags` are probabilities [piece, 7]."""
    first_piece = _first_pieces(window)
    cues = _find_cues(page, window, tags, first_piece)
    if not cues:
        return []
    starts = [first_piece[cue.left] for cue in cues]
    linked = link_cues(linker, asks, parts, starts)
    found = []
    for cue, start, (source, content) in zip(cues, starts, linked, strict=True):
        believed = _by_token(window, content)
        pieces = _find_contents(page, believed, cue)
        if not pieces:
            continue
        who = _find_source(page, _by_token(window, source), cue)
        sure = float(tags[start, _B_CUE] + tags[start, _I_CUE])
        inside = [believed.get(t, CONTENT) for piece in pieces for t in range(*piece)]
        score = round(min(1.0, sure) * sum(inside) / len(inside), 3)
        if score >= SCORE:
            found.append(Attribution(who, cue, tuple(pieces), score))
    return found


def _first_pieces(window: Window) -> dict[int, int]:
    first: dict[int, int] = {}
    for piece, token in enumerate(window.tokens):
        first.setdefault(token, piece)
    return first


def _find_cues(
    page: Page, window: Window, tags: Array, first_piece: dict[int, int]
) -> list[Segment]:
    """The runs of tokens that the tagger calls a cue."""
    belief, begins = [0.0] * len(page.words), [0.0] * len(page.words)
    for token, piece in first_piece.items():
        belief[token] = float(tags[piece, _B_CUE] + tags[piece, _I_CUE])
        begins[token] = float(tags[piece, _B_CUE])
    return cut_segments(page, belief, begins, CUE)


def _by_token(window: Window, chance: Array) -> dict[int, float]:
    """The mean belief of each token's pieces."""
    total: dict[int, list[float]] = {}
    for token, value in zip(window.tokens, chance.tolist(), strict=True):
        total.setdefault(token, []).append(value)
    return {token: sum(values) / len(values) for token, values in total.items()}


def _find_contents(page: Page, belief: dict[int, float], cue: Segment) -> list[Segment]:
    """The runs of tokens most likely to be content, the cue itself left out."""
    tokens = sorted(t for t in belief if not cue.left <= t < cue.right)
    inside = smooth([belief[t] for t in tokens], CONTENT, SWITCH)
    runs: list[list[int]] = []
    for token, kept in zip(tokens, inside, strict=True):
        if not kept:
            continue
        if runs and _reaches(page, runs[-1][-1], token, cue):
            runs[-1].extend(range(runs[-1][-1] + 1, token + 1))
        else:
            runs.append([token])
    pieces = [_trim(page, Segment(run[0], run[-1] + 1)) for run in runs]
    kept_pieces = [p for p in pieces if p.right - p.left >= _LEAST_CONTENT]
    longest = max((p.right - p.left for p in kept_pieces), default=0)
    return [p for p in kept_pieces if 6 * (p.right - p.left) >= longest]


def smooth(chances: Sequence[float], middle: float, switch: float) -> list[bool]:
    """The likeliest run of yes and no, where each change between the two costs `switch` nats.

    Viterbi over two states; a chance of `middle` favours neither.
    """
    if not chances:
        return []
    lean = math.log(middle / (1 - middle))
    best = (0.0, 0.0)  # score of ending outside, inside
    back: list[tuple[bool, bool]] = []
    for chance in chances:
        chance = min(max(chance, 1e-6), 1 - 1e-6)
        gain = math.log(chance / (1 - chance)) - lean
        out_from_in = best[1] - switch > best[0]
        in_from_in = best[1] >= best[0] - switch
        outside = best[1] - switch if out_from_in else best[0]
        inside = (best[1] if in_from_in else best[0] - switch) + gain
        back.append((out_from_in, in_from_in))
        best = (outside, inside)
    state = best[1] > best[0]
    path = []
    for out_from_in, in_from_in in reversed(back):
        path.append(state)
        state = in_from_in if state else out_from_in
    return path[::-1]


def _reaches(page: Page, last: int, token: int, cue: Segment) -> bool:
    """Whether only a small hole, and not the cue, lies between two tokens."""
    return token - last - 1 <= BRIDGE and not last < cue.left < token


def _trim(page: Page, piece: Segment) -> Segment:
    """A piece without the commas and stops at its ends; quotation marks stay."""
    left, right = piece
    while left < right and page.words[left] in _MARKS:
        left += 1
    while right > left and page.words[right - 1] in _MARKS:
        right -= 1
    return Segment(left, right)


_MARKS = frozenset(",.;:")


def _find_source(page: Page, belief: dict[int, float], cue: Segment) -> Segment | None:
    """The run of tokens most believed to be the source; nobody where none is believed enough."""
    best: tuple[float, int, int] | None = None
    run: list[int] = []
    for token in [*sorted(belief), -1]:
        inside = token >= 0 and belief[token] > SOURCE and not cue.left <= token < cue.right
        if inside and (not run or token == run[-1] + 1):
            run.append(token)
            continue
        if run:
            weight = sum(belief[t] for t in run)
            if best is None or weight > best[0]:
                best = (weight, run[0], run[-1] + 1)
        run = [token] if inside else []
    if best is None:
        return None
    trimmed = _trim(page, Segment(best[1], best[2]))
    return trimmed if trimmed.left < trimmed.right else None
