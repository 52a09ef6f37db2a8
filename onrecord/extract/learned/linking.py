"""From a cue to its source and content: additive attention with a bias for the distance.

The numbers come from training/statements/network.py (`Reader.link`), whose arithmetic this
repeats in numpy; a test holds the two together.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Array = npt.NDArray[np.float32]

REACH, EXACT, STEP = 20, 8, 1.35  # buckets a side; exact distances; growth beyond


@dataclass(frozen=True, slots=True)
class Linker:
    """The linker's own weights: distance biases, the two score vectors, the two offsets."""

    distance: Array
    score: Array
    bias: Array


@dataclass(frozen=True, slots=True)
class AdditiveLinks:
    """The linker over one window: `asks` and `parts` are the encoder's [piece, 2 x width]."""

    linker: Linker
    asks: Array
    parts: Array

    def ask(self, cues: Sequence[int]) -> tuple[Array, None]:
        """For each cue (a piece number) how likely every piece is of its source, its content."""
        return link_cues(self.linker, self.asks, self.parts, cues), None


def link_cues(linker: Linker, asks: Array, parts: Array, cues: Sequence[int]) -> Array:
    """For each cue (a piece number), how likely every piece belongs to its source and content.

    `asks` and `parts` are [piece, 2 x width]; the result is [cue, 2, piece], 0 to 1.
    """
    import numpy as np

    length, width = parts.shape[0], linker.score.shape[1]
    table = _buckets(length)
    logits = np.empty((len(cues), 2, length), dtype=np.float32)
    for row, cue in enumerate(cues):
        hidden = linker.distance[table[length - 1 - cue : 2 * length - 1 - cue]]
        hidden += parts
        hidden += asks[cue]
        halves = _gelu(hidden).reshape(length, 2, width)
        for role in (0, 1):
            logits[row, role] = halves[:, role] @ linker.score[role]
    logits += linker.bias[:, None]
    chances: Array = (1.0 / (1.0 + np.exp(-logits))).astype(np.float32)
    return chances


@cache
def _buckets(length: int) -> npt.NDArray[np.int64]:
    """The bucket of every distance from -(length - 1) to length - 1."""
    import numpy as np

    gaps = np.arange(-(length - 1), length)
    size = np.abs(gaps)
    far = EXACT + (np.log(np.maximum(size, EXACT) / EXACT) / math.log(STEP)).astype(np.int64)
    side = np.minimum(np.where(size <= EXACT, size, far), REACH)
    return np.where(gaps < 0, -side, side) + REACH


def _gelu(x: Array) -> Array:
    """The smooth rectifier by its erf form, with erf from Abramowitz and Stegun 7.1.26."""
    import numpy as np

    z = np.abs(x)
    z *= np.float32(math.sqrt(0.5))
    t = 1.0 / (1.0 + np.float32(0.3275911) * z)
    poly = np.full_like(t, _ERF[-1])
    for factor in reversed(_ERF[:-1]):
        poly *= t
        poly += factor
    poly *= t
    z *= -z
    poly *= np.exp(z, out=z)
    erf = np.copysign(1.0 - poly, x)
    erf += 1.0
    erf *= x
    erf *= np.float32(0.5)
    return erf


_ERF = (0.254829592, -0.284496736, 1.421413741, -1.453152027, 1.061405429)
