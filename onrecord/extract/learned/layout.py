"""Which numbers the large reader's model holds, and where they lie in its file.

The graph (kit/weights/reader_large_graph.onnx, made by training/statements/graph_large.py) is small
and names this file; `building.py` fills it. Both go by this one list.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from math import prod

LAYERS, SIZE, INNER, HEADS, WORDS, LABELS = 12, 768, 3072, 12, 30522, 7
LENGTH = 256  # pieces of a window with the marks at its ends
BLOCK = 64  # weights that share a scale: agrees as well as 32, a sixth faster
FILE = "reader_large.bin"
MATRICES = (
    ("all_three", SIZE, 3 * SIZE),
    ("out", SIZE, SIZE),
    ("inner", SIZE, INNER),
    ("outer", INNER, SIZE),
)
NORMS = ("norm", "norm2")
_ALIGN = 64


@dataclass(frozen=True, slots=True)
class Piece:
    """One array of the file: its name in the graph, its type and shape, where it begins."""

    name: str
    kind: str  # numpy's name
    shape: tuple[int, ...]
    start: int

    @property
    def size(self) -> int:
        """Its length in bytes."""
        return prod(self.shape) * (1 if self.kind in ("uint8", "int8") else 4)


def lay_out() -> list[Piece]:
    """Every array in the order of the file."""
    found, start = [], 0
    for name, kind, shape in _arrays():
        piece = Piece(name, kind, shape, start)
        found.append(piece)
        start = -(-(start + piece.size) // _ALIGN) * _ALIGN
    return found


def _arrays() -> Iterator[tuple[str, str, tuple[int, ...]]]:
    yield "words.q", "int8", (WORDS, SIZE)
    yield "words.scale", "float32", (WORDS, 1)
    yield "places", "float32", (LENGTH, SIZE)
    yield "near", "float32", (2 * LENGTH - 1, HEADS)
    yield from _norm("norm")
    for layer in range(LAYERS):
        for name, given, made in MATRICES:
            yield f"layers.{layer}.{name}.q", "uint8", (made, given // BLOCK, BLOCK)
            yield f"layers.{layer}.{name}.scale", "float32", (made * given // BLOCK,)
            yield f"layers.{layer}.{name}.bias", "float32", (made,)
        for name in NORMS:
            yield from _norm(f"layers.{layer}.{name}")
    yield "tagger.weight", "float32", (SIZE, LABELS)
    yield "tagger.bias", "float32", (LABELS,)


def _norm(name: str) -> Iterator[tuple[str, str, tuple[int, ...]]]:
    yield f"{name}.weight", "float32", (SIZE,)
    yield f"{name}.bias", "float32", (SIZE,)
