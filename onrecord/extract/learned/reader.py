"""The learned reader's door: a page in, attributions out, by an ONNX model on the CPU.

Windows are run one by one and unpadded, so the output does not depend on what else is read.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from onrecord.errors import KitError, MissingExtra
from onrecord.extract.attributions import Attribution
from onrecord.extract.cues import read_phrases
from onrecord.extract.learned.decoding import Thresholds, decode
from onrecord.extract.learned.linking import AdditiveLinks, Linker
from onrecord.extract.learned.windows import cut_windows
from onrecord.extract.page import Page
from onrecord.kit import Kit

if TYPE_CHECKING:
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

MODEL, LINKER, TOKENIZER = (
    "weights/reader.onnx",
    "weights/reader_linker.npz",
    "weights/reader_tokenizer.json",
)
# Chosen on PolNeAR dev (training/statements/measure.py): relation F1 is .704 without a floor on
# the score, .719 at 0.5 and .724 at 0.6, which finds less.
BAR = Thresholds(cue=0.4, source=0.4, content=0.4, score=0.5, switch=1.5)
_BEGIN, _END = 101, 102  # [CLS] and [SEP] of BERT's vocabulary
# One fusion of onnxruntime 1.32 is slower than what it replaces: a sixth of the encoder's time.
_UNFUSED = ["SkipLayerNormFusion"]


@dataclass(frozen=True, slots=True)
class LearnedReader:
    """The model, its linker and its tokenizer, loaded once."""

    session: InferenceSession
    linker: Linker
    tokenizer: Tokenizer


def find_learned_attributions(page: Page, kit: Kit) -> list[Attribution]:
    """The attributions that the learned reader finds on a page, in the order of their cues."""
    import numpy as np

    reader = kit.once("learned reader", load_reader)
    phrases = kit.once("extract.phrases", read_phrases)
    found: list[Attribution] = []
    for window in cut_windows(page, reader.tokenizer):
        ids = np.array([[_BEGIN, *window.ids, _END]], dtype=np.int64)
        tags, asks, parts = reader.session.run(None, {"ids": ids})
        links = AdditiveLinks(reader.linker, asks[0], parts[0])
        found.extend(decode(page, window, tags[0], links, BAR, phrases))
    return found


def has_weights(kit: Kit) -> bool:
    """Whether the learned reader's weights are in the kit."""
    try:
        kit.path(MODEL)
    except KitError:
        return False
    return True


def load_reader(kit: Kit) -> LearnedReader:
    """The reader of this kit; raises `MissingExtra` where onnxruntime is not installed."""
    import numpy as np

    session, tokenizer = open_session(kit.path(MODEL)), open_tokenizer(kit)
    with np.load(kit.path(LINKER)) as packed:
        linker = Linker(
            packed["distance"].astype(np.float32),
            packed["score"].astype(np.float32),
            packed["bias"].astype(np.float32),
        )
    return LearnedReader(session, linker, tokenizer)


def open_session(path: Path) -> InferenceSession:
    """A model ready to run on one thread of the CPU."""
    try:
        import onnxruntime
    except ImportError as error:
        raise MissingExtra("onnxruntime", "learned") from error
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    return onnxruntime.InferenceSession(
        str(path), options, providers=["CPUExecutionProvider"], disabled_optimizers=_UNFUSED
    )


def open_tokenizer(kit: Kit) -> Tokenizer:
    """The word pieces of both learned readers: their vocabularies cut a text alike."""
    try:
        from tokenizers import Tokenizer
    except ImportError as error:
        raise MissingExtra("tokenizers", "learned") from error
    return Tokenizer.from_file(str(kit.path(TOKENIZER)))
