"""The large reader is put together from a base and what fine-tuning changed of it."""

import json
import math
from pathlib import Path

import numpy as np
import pytest

from onrecord.errors import InputError
from onrecord.extract.learned.building import GRAPH, LEVELS, Tensors, _distances, unpack
from onrecord.extract.learned.layout import FILE, HEADS, LENGTH, SIZE, lay_out
from onrecord.extract.learned.reader import open_session
from onrecord.kit import load_kit

KIT = load_kit()


def write_base(path: Path, tensors: dict[str, np.ndarray]) -> Path:
    """A safetensors file, as the format has it: a length, a table, the bytes."""
    table, start = {}, 0
    for name, values in tensors.items():
        end = start + values.nbytes
        table[name] = {
            "dtype": "F32",
            "shape": list(values.shape),
            "data_offsets": [start, end],
        }
        start = end
    head = json.dumps(table).encode()
    body = b"".join(values.tobytes() for values in tensors.values())
    path.write_bytes(len(head).to_bytes(8, "little") + head + body)
    return path


def test_a_tensor_that_fine_tuning_left_alone_is_the_bases_own(tmp_path: Path) -> None:
    values = np.arange(12, dtype=np.float32).reshape(3, 4)
    tensors = Tensors(write_base(tmp_path / "base", {"first": values * 2, "kept": values}), {})
    assert (tensors.get("kept") == values).all()


def test_a_changed_tensor_is_the_base_plus_levels_times_its_rows_scale(tmp_path: Path) -> None:
    base = np.ones((2, 8), dtype=np.float32)
    codes = np.arange(16, dtype=np.uint8).reshape(-1, 1) % 8
    bits = (codes >> np.array([2, 1, 0], dtype=np.uint8)) & 1
    scale = np.array([0.5, 2.0], dtype=np.float16)
    delta = {"matrix:q": np.packbits(bits), "matrix:scale": scale}
    found = Tensors(write_base(tmp_path / "base", {"matrix": base}), delta).get("matrix")
    wanted = 1 + np.outer([0.5, 2.0], LEVELS)
    assert found == pytest.approx(wanted, abs=1e-6)
    assert unpack(delta["matrix:q"], scale, (2, 8)) == pytest.approx(wanted - 1, abs=1e-6)


def test_what_is_kept_whole_replaces_the_base(tmp_path: Path) -> None:
    path = write_base(tmp_path / "base", {"bias": np.zeros(3, dtype=np.float32)})
    delta = {"bias:plain": np.array([1, 2, 3], dtype=np.float16)}
    assert Tensors(path, delta).get("bias").tolist() == [1.0, 2.0, 3.0]


def test_a_file_that_is_no_base_is_refused_in_a_line(tmp_path: Path) -> None:
    path = tmp_path / "base"
    path.write_bytes(b"\xff" * 64)
    with pytest.raises(InputError, match="expected a safetensors file"):
        Tensors(path, {})


def test_near_distances_have_biases_of_their_own_and_far_ones_share() -> None:
    near = np.arange(32, dtype=np.float32)[:, None].repeat(HEADS, axis=1)
    found = _distances(near)[:, 0]
    middle = LENGTH - 1
    assert found[middle : middle + 8].tolist() == [0, *range(17, 24)]
    assert found[middle - 7 : middle][::-1].tolist() == list(range(1, 8))
    assert found[middle + 128] == found[middle + 200] == 31
    gap = 40  # by T5's own formula
    bucket = 8 + int(math.log(gap / 8) / math.log(128 / 8) * 8)
    assert found[middle - gap] == bucket
    assert found[middle + gap] == bucket + 16


def test_the_arrays_of_the_file_follow_one_another_without_overlap() -> None:
    pieces = lay_out()
    for one, following in zip(pieces, pieces[1:], strict=False):
        assert one.start + one.size <= following.start < one.start + one.size + 64
    assert len({piece.name for piece in pieces}) == len(pieces)


def test_the_packaged_graph_runs_on_a_file_of_that_layout(tmp_path: Path) -> None:
    """On a file of zeros, which takes no room on the disk: every tag is as likely as any."""
    last = lay_out()[-1]
    with (tmp_path / FILE).open("wb") as file:
        file.truncate(last.start + last.size)
    (tmp_path / "model.onnx").write_bytes(KIT.path(GRAPH).read_bytes())
    session = open_session(tmp_path / "model.onnx")
    tags, vectors = session.run(None, {"ids": np.array([[101, 5, 6, 7, 102]])})
    assert tags.shape == (1, 3, 7)
    assert vectors.shape == (1, 3, SIZE)
    assert tags == pytest.approx(1 / 7)
