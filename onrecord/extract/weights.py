"""The learned weights of this room: one packed file in the kit, opened once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.extract.features import Vocabulary
from onrecord.extract.cues import Phrases, read_phrases
from onrecord.kit import Kit

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Floats = npt.NDArray[np.float32]

SURE = 0.5  # a word that is part of a cue at least so often is always looked at
FILE = "weights/extract_attribution.npz"


@dataclass(frozen=True, slots=True)
class Weights:
    """The tagger's table (six columns) and the three rankers' tables, with the vocabulary.

    `sure` are the words that were cues more often than not in the training texts; `phrases` are
    the kit's plain cues by their first word, each with its words and the least score it needs.
    """

    vocabulary: Vocabulary
    tagger: Floats
    bias: Floats
    source: Floats
    content: Floats
    whole: Floats
    sure: frozenset[str]
    phrases: Phrases


def load_weights(kit: Kit) -> Weights:
    """The weights of `kit`, unpacked on the first call."""
    return kit.once("extract.weights", _read)


def _read(kit: Kit) -> Weights:
    import numpy as np

    with np.load(kit.path(FILE)) as file:
        words = bytes(file["vocabulary"]).decode("utf-8").split("\n")
        return Weights(
            vocabulary=Vocabulary(words),
            tagger=file["tagger"].astype(np.float32) * file["scale"],
            bias=file["bias"].astype(np.float32),
            source=file["source"].astype(np.float32),
            content=file["content"].astype(np.float32),
            whole=file["whole"].astype(np.float32),
            sure=frozenset(
                row["word"] for row in kit.rows("extract_cue_words") if float(row["rate"]) >= SURE
            ),
            phrases=read_phrases(kit),
        )
