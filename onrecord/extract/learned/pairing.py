"""The large reader's linker: it pairs each cue with the sources and contents that the tagger cut.

The tagger's pieces are nearly as good as a person's; what is left is whose they are. A pair is
judged by the encoder's vectors in, before and after both, by how far they are apart, by how many
other cues and pieces lie between, and by which is nearest to which. The numbers come from
training/statements/train_pairs.py, whose arithmetic this repeats in numpy.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Array = npt.NDArray[np.float32]
    Whole = npt.NDArray[np.int64]

SOURCE, CUE, CONTENT = 0, 1, 2
REACH = 20  # buckets of distance a side
MOST = 3  # others between, and ranks: more count as this many
HOLE = 2  # pieces of doubt inside a run that do not cut it


class Run(NamedTuple):
    """Pieces `left` to `right` (not included) of one window that the tagger gives one role."""

    left: int
    right: int


@dataclass(frozen=True, slots=True)
class PairWeights:
    """The linker's numbers, by the names that train_pairs.py gives them."""

    cue: Array
    parts: Array  # [role, 5 x size, width]
    gap: Array
    between: Array
    beside: Array
    rank_cue: Array
    rank_part: Array
    bias: Array
    inner: Array
    inner_bias: Array
    outer: Array
    outer_bias: Array


def find_runs(tags: Array, role: int, least: float = 0.5) -> list[Run]:
    """The runs of pieces that are of a role, cut where another begins; small holes are filled."""
    begins, belief = tags[:, 1 + 2 * role], tags[:, 1 + 2 * role] + tags[:, 2 + 2 * role]
    hole = HOLE if role == CONTENT else 0
    found: list[Run] = []
    for piece in (belief > least).nonzero()[0].tolist():
        near = found and piece - found[-1].right <= hole and begins[piece] <= 0.5
        if near and float(tags[found[-1].right : piece, 1:5].sum()) < 0.5:
            found[-1] = Run(found[-1].left, piece + 1)
        else:
            found.append(Run(piece, piece + 1))
    return found


def pool(vectors: Array, runs: Sequence[Run]) -> Array:
    """For each run the mean of its vectors, its first and last, and those before and after it."""
    import numpy as np

    none = np.zeros(vectors.shape[1], dtype=np.float32)
    rows = [
        np.concatenate(
            [
                vectors[left:right].mean(axis=0),
                vectors[left],
                vectors[right - 1],
                vectors[left - 1] if left else none,
                vectors[right] if right < len(vectors) else none,
            ]
        )
        for left, right in runs
    ]
    return np.array(rows, dtype=np.float32)


def relate(cues: Sequence[Run], parts: Sequence[Run]) -> Whole:
    """How each cue and each part stand to each other: [cue, part, 5] small whole numbers.

    Distance in buckets, other cues between, other parts between, and two ranks: the cue's among
    the cues by nearness to the part, the part's among the parts by nearness to the cue.
    """
    import numpy as np

    left = np.array([p.left for p in parts]) - np.array([[c.right] for c in cues])
    right = np.array([[c.left] for c in cues]) - np.array([p.right for p in parts])
    after = left >= right
    gap = np.maximum(np.maximum(left, right), 0)
    found = np.zeros((len(cues), len(parts), 5), dtype=np.int64)
    found[..., 0] = REACH + np.where(after, _bucket(gap), -_bucket(gap))
    low = np.where(after, np.array([[c.left] for c in cues]), np.array([p.left for p in parts]))
    high = np.where(after, np.array([p.left for p in parts]), np.array([[c.left] for c in cues]))
    for column, others in ((1, cues), (2, parts)):
        at = np.array([one.left for one in others])
        within = (at > low[..., None]) & (at < high[..., None])
        found[..., column] = np.minimum(within.sum(axis=-1), MOST)
    found[..., 3] = np.minimum(gap.argsort(axis=0, kind="stable").argsort(axis=0), MOST)
    found[..., 4] = np.minimum(gap.argsort(axis=1, kind="stable").argsort(axis=1), MOST)
    return found


def _bucket(gap: Whole) -> Whole:
    """Exact to 8, then by powers of 1.35; 0 is kept for what touches."""
    import numpy as np

    far = 8 + (np.log(np.maximum(gap, 8) / 8) / math.log(1.35)).astype(np.int64)
    return np.minimum(np.where(gap <= 8, gap, far), REACH)


def pair(
    weights: PairWeights, vectors: Array, cues: Sequence[Run], parts: Sequence[Run], role: int
) -> Array:
    """How likely each part is of each cue, [cue, part]; `role` is SOURCE or CONTENT."""
    import numpy as np

    which = 0 if role == SOURCE else 1
    asked = pool(vectors, cues) @ weights.cue
    offered = pool(vectors, parts) @ weights.parts[which]
    near = relate(cues, parts)
    hidden = asked[:, None] + offered[None] + weights.bias[which]
    for column, table in enumerate(
        (weights.gap, weights.between, weights.beside, weights.rank_cue, weights.rank_part)
    ):
        hidden += table[which][near[..., column]]
    hidden = np.maximum(hidden, 0) @ weights.inner[which] + weights.inner_bias[which]
    logits = np.maximum(hidden, 0) @ weights.outer[which] + weights.outer_bias[which]
    chances: Array = (1.0 / (1.0 + np.exp(-logits))).astype(np.float32)
    return chances


@dataclass(frozen=True, slots=True)
class PairLinks:
    """The linker over one window: its tags [piece, 7] and the encoder's vectors [piece, size]."""

    weights: PairWeights
    tags: Array
    vectors: Array

    def ask(self, cues: Sequence[int]) -> tuple[Array, None]:
        """For each cue (a piece number) how likely every piece is of its source, its content."""
        import numpy as np

        own = {p: run for run in find_runs(self.tags, CUE, LEAST_CUE) for p in range(*run)}
        asked = [own.get(piece, Run(piece, piece + 1)) for piece in cues]
        found = np.zeros((len(cues), 2, len(self.tags)), dtype=np.float32)
        for which, role in enumerate((SOURCE, CONTENT)):
            runs = find_runs(self.tags, role)
            if runs:
                told = pair(self.weights, self.vectors, asked, runs, role)
                for (left, right), chances in zip(runs, told.T, strict=True):
                    found[:, which, left:right] = chances[:, None]
        return found, None


LEAST_CUE = 0.3  # the tagger's belief in a piece of a cue


def load_pair_weights(path: Path) -> PairWeights:
    """The linker's numbers from its file."""
    import numpy as np

    with np.load(path) as packed:
        return PairWeights(**{name: packed[name].astype(np.float32) for name in packed.files})
