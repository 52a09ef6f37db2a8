"""The learned weights of this room: one packed file in the kit, opened once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.extract.cues import Phrases, read_phrases
from onrecord.extract.features import Vocabulary
from onrecord.kit import Kit

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Floats = npt.NDArray[np.float32]

FILE = "weights/extract_attribution.npz"


@dataclass(frozen=True, slots=True)
class Weights:
    """The tagger's table (six columns) and the three rankers' tables, with the vocabulary.

    `rates` says how often a word is part of a cue in the training texts; `phrases` are the kit's
    plain cues by their first word, each with its words and the least score it needs;
    `auxiliaries` are words that go with a cue.
    """

    vocabulary: Vocabulary
    tagger: Floats
    bias: Floats
    source: Floats
    content: Floats
    whole: Floats
    rates: Mapping[str, float]
    phrases: Phrases
    auxiliaries: frozenset[str]


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
            rates={row["word"]: float(row["rate"]) for row in kit.rows("extract_cue_words")},
            phrases=read_phrases(kit),
            auxiliaries=kit.words("extract_auxiliaries"),
        )
