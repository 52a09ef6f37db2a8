"""From the numbers of the encoder and the linker to the attributions of a window."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from onrecord.extract.attributions import PLAIN_SCORE, Attribution
from onrecord.extract.cues import PLAIN, Phrases, floor_of, subject_of
from onrecord.extract.learned.contents import find_contents
from onrecord.extract.learned.cues import find_cues
from onrecord.extract.learned.sources import find_source
from onrecord.extract.learned.windows import Window
from onrecord.extract.page import Page
from onrecord.extract.segments import Segment

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Array = npt.NDArray[np.float32]

B_CUE, I_CUE = 3, 4  # the tagger's labels
_MARGIN = 0.1  # of the score over a phrase's floor


@dataclass(frozen=True, slots=True)
class Thresholds:
    """How much a reader must believe before it says so."""

    cue: float
    source: float
    content: float
    score: float
    switch: float  # nats that a change between content and not costs
    share: int = 6  # a piece of a content is at least this part of the longest
    power: float = 1.0  # of the belief, so that the score is near the share that is right


class Links(Protocol):
    """What a linker says about one window."""

    def ask(self, cues: Sequence[int]) -> tuple[Array, Array | None]:
        """Chances [cue, role, piece] of source and content, and of each cue to be one at all.

        The second is None where the linker does not say: the tagger's word stands.
        """
        ...


def decode(
    page: Page, window: Window, tags: Array, links: Links, bar: Thresholds, phrases: Phrases
) -> list[Attribution]:
    """The attributions of one window. `tags` are probabilities [piece, 7]."""
    import numpy as np

    first = _first_pieces(window)
    tokens = [window.tokens[piece] for piece in first]
    begins = tags[first, B_CUE]
    belief = begins + tags[first, I_CUE]
    cues = find_cues(page, tokens, begins.tolist(), belief.tolist(), phrases, bar.cue)
    if not cues:
        return []
    place = {token: number for number, token in enumerate(tokens)}
    places = [place[cue.left] for cue in cues]
    chances, sure = links.ask([first[n] for n in places])
    widths = np.diff([*first, len(window.tokens)])
    believed = (np.add.reduceat(chances, first, axis=2) / widths).tolist()
    told = belief[places] if sure is None else sure
    found = []
    for cue, (source, content), certain in zip(cues, believed, told.tolist(), strict=True):
        who = find_source(page, tokens, source, cue, bar.source)
        pieces = find_contents(page, tokens, content, cue, bar.content, bar.switch, bar.share)
        score = (min(1.0, certain) * _mean_inside(place, content, pieces)) ** bar.power
        one = judge(page, cue, who, pieces, score, bar.score, floor_of(page, cue, phrases))
        if one is not None:
            found.append(one)
    return found


def judge(
    page: Page,
    cue: Segment,
    who: Segment | None,
    pieces: list[Segment],
    score: float,
    bar: float,
    floor: float,
) -> Attribution | None:
    """The attribution, if it is sure enough; a plain phrase helps itself to source and content.

    "Did not respond" is said by its subject, and is its own content.
    """
    if floor < PLAIN:
        who = who or subject_of(page, cue)
        pieces = pieces or [cue]
        score = max(score, PLAIN_SCORE) if who else score
    score = round(score, 3)
    if not pieces or score < min(bar, floor + _MARGIN):
        return None
    return Attribution(who, cue, tuple(pieces), score)


def _first_pieces(window: Window) -> list[int]:
    """The first piece of every token that the window holds."""
    tokens = window.tokens
    return [n for n in range(len(tokens)) if n == 0 or tokens[n] != tokens[n - 1]]


def _mean_inside(
    place: Mapping[int, int], chances: Sequence[float], pieces: Sequence[Segment]
) -> float:
    """The mean belief in the tokens of a content; 1 of none."""
    inside = [chances[place[t]] for piece in pieces for t in range(*piece) if t in place]
    return sum(inside) / len(inside) if inside else 1.0
