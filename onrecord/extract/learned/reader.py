"""The learned reader's door: a page in, attributions out, by an ONNX model on the CPU.

Windows are run one by one and unpadded, so the output does not depend on what else is read.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.errors import KitError, MissingExtra
from onrecord.extract.attributions import Attribution
from onrecord.extract.learned.decoding import decode
from onrecord.extract.learned.linking import Linker
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
_BEGIN, _END = 101, 102  # [CLS] and [SEP] of BERT's vocabulary


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
    found: list[Attribution] = []
    for window in cut_windows(page, reader.tokenizer):
        ids = np.array([[_BEGIN, *window.ids, _END]], dtype=np.int64)
        tags, asks, parts = reader.session.run(None, {"ids": ids})
        found.extend(decode(page, window, tags[0], asks[0], parts[0], reader.linker))
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
    try:
        import onnxruntime
        from tokenizers import Tokenizer
    except ImportError as error:
        raise MissingExtra("onnxruntime", "learned") from error
    import numpy as np

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    session = onnxruntime.InferenceSession(
        str(kit.path(MODEL)), options, providers=["CPUExecutionProvider"]
    )
    with np.load(kit.path(LINKER)) as packed:
        linker = Linker(
            packed["distance"].astype(np.float32),
            packed["score"].astype(np.float32),
            packed["bias"].astype(np.float32),
        )
    tokenizer = Tokenizer.from_file(str(kit.path(TOKENIZER)))
    return LearnedReader(session, linker, tokenizer)
