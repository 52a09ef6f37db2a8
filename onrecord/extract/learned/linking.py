"""From a cue to its source and content: additive attention with a bias for the distance.

The numbers come from training/statements/network.py (`Reader.link`), whose arithmetic this
repeats in numpy; a test holds the two together.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
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


def link_cues(linker: Linker, asks: Array, parts: Array, cues: list[int]) -> Array:
    """For each cue (a piece number), how likely every piece belongs to its source and content.

    `asks` and `parts` are [piece, 2 x width]; the result is [cue, 2, piece], 0 to 1.
    """
    import numpy as np

    length, width = parts.shape[0], linker.score.shape[1]
    table = _buckets(length)
    found = np.empty((len(cues), 2, length), dtype=np.float32)
    for row, cue in enumerate(cues):
        near = linker.distance[table[length - 1 - cue : 2 * length - 1 - cue]]
        hidden = _gelu(asks[cue] + parts + near).reshape(length, 2, width)
        logits = np.einsum("lrw,rw->rl", hidden, linker.score) + linker.bias[:, None]
        found[row] = 1.0 / (1.0 + np.exp(-logits))
    return found


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

    z = np.abs(x) * np.float32(0.7071067811865476)
    t = 1.0 / (1.0 + np.float32(0.3275911) * z)
    poly = t * (
        0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429)))
    )
    erf = np.sign(x) * (1.0 - poly * np.exp(-z * z))
    result: Array = (0.5 * x * (1.0 + erf)).astype(np.float32)
    return result
