"""The learned readers' door: a page in, attributions out, by an ONNX model on the CPU.

Windows are run one by one and unpadded, so the output does not depend on what else is read.
"learned" is small and in the kit; "large" is built once by the user (`onrecord readers build`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from onrecord.errors import KitError, MissingExtra, QuestionError
from onrecord.extract.attributions import Attribution
from onrecord.extract.cues import read_phrases
from onrecord.extract.learned.decoding import Links, Thresholds, decode
from onrecord.extract.learned.linking import AdditiveLinks, Linker
from onrecord.extract.learned.pairing import PairLinks, load_pair_weights
from onrecord.extract.learned.places import find_large
from onrecord.extract.learned.windows import Window, cut_windows
from onrecord.extract.page import Page
from onrecord.kit import Kit

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

    Array = npt.NDArray[np.float32]

MODEL, LINKER, TOKENIZER, LARGE_LINKER = (
    "weights/reader.onnx",
    "weights/reader_linker.npz",
    "weights/reader_tokenizer.json",
    "weights/reader_large_linker.npz",
)
# Chosen on PolNeAR dev (training/statements/measure.py): relation F1 is .704 without a floor on
# the score, .719 at 0.5 and .724 at 0.6, which finds less.
BAR = Thresholds(cue=0.4, source=0.4, content=0.4, score=0.5, switch=1.5)
# Chosen there too: relation F1 is .763; .758 with a score from .39, which finds more; .761 from .5
# with content from .5. Of its beliefs of .2, .35, .75 and .85 on dev .45, .60, .84 and .95 are
# right, which is near their square roots.
LARGE_BAR = Thresholds(
    cue=0.3, source=0.3, content=0.4, score=0.45, switch=0.01, share=100, power=0.5
)
LENGTH, LARGE_LENGTH = 190, 254  # word pieces without the two marks at the ends: as in training
_BEGIN, _END = 101, 102  # [CLS] and [SEP] of BERT's vocabulary, which both readers are given
# One fusion of onnxruntime 1.32 is slower than what it replaces: a sixth of the encoder's time.
_UNFUSED = ["SkipLayerNormFusion"]


@dataclass(frozen=True, slots=True)
class LearnedReader:
    """The model, its tokenizer and how its vectors are linked, loaded once."""

    session: InferenceSession
    tokenizer: Tokenizer
    link: Callable[..., Links]  # of the model's outputs for one window
    length: int
    bar: Thresholds


def find_learned_attributions(page: Page, kit: Kit, reader: str = "learned") -> list[Attribution]:
    """The attributions that a learned reader finds on a page, in the order of their cues."""
    loaded = kit.once(("learned reader", reader), lambda kit: load_reader(kit, reader))
    phrases = kit.once("extract.phrases", read_phrases)
    return [
        one
        for window, tags, links in read_windows(page, loaded)
        for one in decode(page, window, tags, links, loaded.bar, phrases)
    ]


def read_windows(page: Page, reader: LearnedReader) -> Iterator[tuple[Window, Array, Links]]:
    """The windows of a page with their tag probabilities [piece, 7] and what links them."""
    import numpy as np

    for window in cut_windows(page, reader.tokenizer, reader.length):
        ids = np.array([[_BEGIN, *window.ids, _END]], dtype=np.int64)
        outputs = [part[0] for part in reader.session.run(None, {"ids": ids})]
        yield window, outputs[0], reader.link(*outputs)


def has_weights(kit: Kit) -> bool:
    """Whether the small learned reader's weights are in the kit."""
    try:
        kit.path(MODEL)
    except KitError:
        return False
    return True


def load_reader(kit: Kit, reader: str = "learned") -> LearnedReader:
    """The reader of this kit; raises `MissingExtra` where onnxruntime is not installed."""
    if reader == "large":
        model, weights = open_session(find_large(kit)), load_pair_weights(kit.path(LARGE_LINKER))

        def pair_up(tags: Array, vectors: Array) -> Links:
            return PairLinks(weights, tags, vectors)

        return LearnedReader(model, open_tokenizer(kit), pair_up, LARGE_LENGTH, LARGE_BAR)
    if reader != "learned":
        raise QuestionError(f"no learned reader is called {reader!r}")
    linker = load_linker(kit.path(LINKER))

    def add_up(tags: Array, asks: Array, parts: Array) -> Links:
        return AdditiveLinks(linker, asks, parts)

    session = open_session(kit.path(MODEL))
    return LearnedReader(session, open_tokenizer(kit), add_up, LENGTH, BAR)


def load_linker(path: Path) -> Linker:
    """The small reader's linker."""
    import numpy as np

    with np.load(path) as packed:
        return Linker(
            packed["distance"].astype(np.float32),
            packed["score"].astype(np.float32),
            packed["bias"].astype(np.float32),
        )


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
    """The word pieces of both readers."""
    try:
        from tokenizers import Tokenizer
    except ImportError as error:
        raise MissingExtra("tokenizers", "learned") from error
    return Tokenizer.from_file(str(kit.path(TOKENIZER)))
