"""Builds the large reader from a public base and the fine-tuning that the kit holds.

The base is all-mpnet-base-v2 (110 million weights, Apache-2.0). What fine-tuning changed of ten of
its layers is in the kit at three bits a weight with a scale a row: BitDelta (Liu 2024) showed that
the change needs few bits; it takes one, which is too few here.
"""

from __future__ import annotations

import json
import math
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from onrecord.errors import InputError
from onrecord.extract.learned.layout import (
    BLOCK,
    FILE,
    HEADS,
    LENGTH,
    SIZE,
    WORDS,
    Piece,
    lay_out,
)
from onrecord.extract.learned.places import LARGE
from onrecord.kit import Kit

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Array = npt.NDArray[np.float32]

GRAPH = "weights/reader_large_graph.onnx"
DELTAS = ("weights/reader_large_delta_1.npz", "weights/reader_large_delta_2.npz")
# Eight levels of a normal spread by least squares (Lloyd and Max).
LEVELS = (-2.152, -1.344, -0.756, -0.2451, 0.2451, 0.756, 1.344, 2.152)
_SHIFT = 4  # the base's vocabulary is BERT's, moved up by its own four marks
_MARKS = ((101, 0), (102, 2))  # a window's begin and end: in BERT's vocabulary, in the base's
_FARTHEST, _BUCKETS = 128, 32  # of the base's distances
_PLAIN = {"out": "attention.attn.o", "inner": "intermediate.dense", "outer": "output.dense"}
_NORM = {"norm": "attention.LayerNorm", "norm2": "output.LayerNorm"}


def build_large(base: Path, kit: Kit, to: Path) -> Path:
    """Write the large reader into the folder `to`; `base` is the base's model.safetensors."""
    import numpy as np

    delta: dict[str, npt.NDArray[np.generic]] = {}
    for name in DELTAS:
        with np.load(kit.path(name)) as packed:
            delta |= {key: packed[key] for key in packed.files}
    tensors = Tensors(base, delta)
    to.mkdir(parents=True, exist_ok=True)
    fresh = to / f"{FILE}.part"
    with fresh.open("wb") as file:
        for piece in lay_out():
            file.write(b"\0" * (piece.start - file.tell()))
            file.write(fill(piece, tensors).tobytes())
    fresh.replace(to / FILE)
    model = to / LARGE
    shutil.copyfile(kit.path(GRAPH), model)
    return model


class Tensors:
    """The base's tensors by name with the fine-tuning put on them, read as they are asked for."""

    def __init__(self, path: Path, delta: Mapping[str, npt.NDArray[np.generic]]) -> None:
        import numpy as np

        with path.open("rb") as file:
            length = int.from_bytes(file.read(8), "little")
            if length > 1_000_000:
                raise InputError(f"{path}: expected a safetensors file")
            self._places = json.loads(file.read(length))
        self._bytes = np.memmap(path, dtype=np.uint8, mode="r", offset=8 + length)
        self._delta = delta

    def get(self, name: str) -> Array:
        """One tensor, as the large reader has it."""
        import numpy as np

        if f"{name}:plain" in self._delta:
            return self._delta[f"{name}:plain"].astype(np.float32)
        place = self._places[name]
        start, end = place["data_offsets"]
        base = self._bytes[start:end].view(np.float32).reshape(place["shape"])
        if f"{name}:q" not in self._delta:
            return np.array(base)
        change = unpack(self._delta[f"{name}:q"], self._delta[f"{name}:scale"], base.shape)
        tuned: Array = base + change
        return tuned


def unpack(
    packed: npt.NDArray[np.generic], scale: npt.NDArray[np.generic], shape: tuple[int, ...]
) -> Array:
    """Three bits a weight, each one of the eight levels times its row's scale."""
    import numpy as np

    bits = np.unpackbits(packed.view(np.uint8)).reshape(-1, 3)
    codes = bits[:, 0] * 4 + bits[:, 1] * 2 + bits[:, 2]
    levels = np.array(LEVELS, dtype=np.float32)[codes.reshape(shape)]
    full: Array = levels * scale.astype(np.float32)[:, None]
    return full


def fill(piece: Piece, tensors: Tensors) -> npt.NDArray[np.generic]:
    """The numbers of one array of the file."""
    found = _make(piece.name, tensors)
    if found.shape != piece.shape or found.dtype.name != piece.kind:
        raise InputError(f"the base does not fit: {piece.name} is {found.shape}")
    return found


def _make(name: str, tensors: Tensors) -> npt.NDArray[np.generic]:
    import numpy as np

    match name.split("."):
        case ["words", part]:
            words = _words(tensors.get("embeddings.word_embeddings.weight"))
            scale = np.maximum(np.abs(words).max(axis=1, keepdims=True) / 127, np.float32(1e-9))
            whole: Array = np.rint(words / scale).astype(np.int8) if part == "q" else scale
            return whole
        case ["places"]:
            return tensors.get("embeddings.position_embeddings.weight")[2 : LENGTH + 2]
        case ["near"]:
            return _distances(tensors.get("encoder.relative_attention_bias.weight"))
        case ["norm", kind]:
            return tensors.get(f"embeddings.LayerNorm.{kind}")
        case ["tagger", kind]:
            return np.ascontiguousarray(tensors.get(f"classifier.{kind}").T)
        case ["layers", layer, matrix, part]:
            return _of_layer(f"encoder.layer.{layer}", matrix, part, tensors)
    raise InputError(f"no such array: {name}")


def _of_layer(layer: str, matrix: str, part: str, tensors: Tensors) -> npt.NDArray[np.generic]:
    import numpy as np

    if matrix in _NORM:
        return tensors.get(f"{layer}.{_NORM[matrix]}.{part}")
    kind = "bias" if part == "bias" else "weight"
    if matrix == "all_three":
        three = [tensors.get(f"{layer}.attention.attn.{one}.{kind}") for one in "qkv"]
        three[0] = three[0] / np.float32(math.sqrt(SIZE / HEADS))
        full: Array = np.concatenate(three)
    else:
        full = tensors.get(f"{layer}.{_PLAIN[matrix]}.{kind}")
    if part == "bias":
        return full
    blocks = full.reshape(full.shape[0], -1, BLOCK)
    scale = np.maximum(np.abs(blocks).max(axis=2, keepdims=True) / 127, np.float32(1e-9))
    flat: Array = scale.reshape(-1)
    codes: npt.NDArray[np.uint8] = (np.rint(blocks / scale) + 128).astype(np.uint8)
    return flat if part == "scale" else codes


def _words(table: Array) -> Array:
    """The base's word vectors in the order of BERT's vocabulary, which the tokenizer speaks."""
    words = table[_SHIFT : _SHIFT + WORDS].copy()
    for here, there in _MARKS:
        words[here] = table[there]
    return words


def _distances(near: Array) -> Array:
    """The bias of every distance from -(LENGTH - 1) to LENGTH - 1 by T5's growing buckets."""
    import numpy as np

    half, exact = _BUCKETS // 2, _BUCKETS // 4
    gaps = np.arange(-(LENGTH - 1), LENGTH)
    size = np.abs(gaps)
    grown = np.log(np.maximum(size, 1) / exact) / math.log(_FARTHEST / exact)
    far = np.minimum(exact + (grown * (half - exact)).astype(np.int64), half - 1)
    side = np.where(size < exact, size, far)
    table: Array = near[np.where(gaps > 0, half, 0) + side]
    return table
