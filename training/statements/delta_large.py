"""Packs what fine-tuning changed of the base at three bits a weight, for the kit.

usage: delta_large.py --base DIR --teacher DIR --to onrecord/kit/weights
A matrix is kept as eight levels of its change's spread, a scale a row (building.unpack turns it
back); biases, norms and the tagger are kept whole in half precision. Two files, so that neither
is unwieldy.
"""

import argparse
from pathlib import Path

import numpy as np
from safetensors.numpy import load_file

from onrecord.extract.learned.building import DELTAS, LEVELS

EDGES = [(low + high) / 2 for low, high in zip(LEVELS, LEVELS[1:], strict=False)]


def main() -> None:
    """Write the packed changes and say how large they are."""
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("--base", "--teacher", "--to"):
        parser.add_argument(name, type=Path, required=True)
    options = parser.parse_args()
    base = load_file(options.base / "model.safetensors")
    tuned = load_file(options.teacher / "teacher_delta_w8.safetensors")
    packed: dict[str, np.ndarray] = {}
    for key, value in tuned.items():
        name = key.removeprefix("mpnet.")
        if name.endswith(".q"):
            name = name[:-2]
            whole = value.astype(np.float32) * tuned[key[:-2] + ".s"].astype(np.float32)
            packed |= pack(name, whole - base[name])
        elif not name.endswith(".s"):
            packed[f"{name}:plain"] = value.astype(np.float16)
    names = sorted(packed)
    half = next(n for n, name in enumerate(names) if name.startswith("encoder.layer.5."))
    for path, some in zip(DELTAS, (names[:half], names[half:]), strict=True):
        to = options.to / Path(path).name
        np.savez(to, **{name: packed[name] for name in some})
        print(to, f"{to.stat().st_size / 1e6:.1f} MB")


def pack(name: str, change: np.ndarray) -> dict[str, np.ndarray]:
    """A matrix's change as codes of three bits and a scale a row."""
    scale = np.maximum(change.std(axis=1), 1e-9).astype(np.float16)
    codes = np.digitize(change / scale.astype(np.float32)[:, None], EDGES).astype(np.uint8)
    bits = (codes.reshape(-1, 1) >> np.array([2, 1, 0], dtype=np.uint8)) & 1
    return {f"{name}:q": np.packbits(bits), f"{name}:scale": scale}


if __name__ == "__main__":
    main()
