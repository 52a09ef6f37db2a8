"""The frozen encoder's vectors for whole splits, written once to disk in half precision.

usage: states.py --base DIR --teacher DIR --shared DIR --to DIR [--splits dev train]
Training the linker then reads them as fast as the disk, instead of running 110 million weights.
"""

import argparse
import os
import pickle
import time
from pathlib import Path

os.environ.setdefault("OMP_NUM_THREADS", "1")

import numpy as np
import torch
from mpnet import BEGIN, END, PAD, Encoder, load_encoder
from windows import Window, cut, load_tokenizer, read_articles

LENGTH = 256  # pieces with the two marks; the teacher saw 192, and tags as well at 384
SIZE, BATCH = 768, 4


def main() -> None:
    """Write `SPLIT.states` and `SPLIT.windows` for each split."""
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("--base", "--teacher", "--shared", "--to"):
        parser.add_argument(name, type=Path, required=True)
    parser.add_argument("--splits", nargs="+", default=["dev", "train"])
    options = parser.parse_args()
    torch.set_num_threads(1)
    options.to.mkdir(parents=True, exist_ok=True)
    encoder = load_encoder(options.base, options.teacher / "teacher_delta_w8.safetensors")
    tokenizer = load_tokenizer(options.base)
    for split in options.splits:
        articles = read_articles(options.shared / f"data/polnear/{split}.jsonl")
        windows = [w for article in articles for w in cut(article, tokenizer, length=LENGTH)]
        write_states(encoder, windows, options.to / split)


def write_states(encoder: Encoder, windows: list[Window], to: Path) -> None:
    """Vectors of every piece of the windows, one after the other, [piece, 768] in float16."""
    total = sum(len(w.ids) for w in windows)
    states = np.memmap(to.with_suffix(".states"), np.float16, "w+", shape=(total, SIZE))
    starts = np.cumsum([0, *(len(w.ids) for w in windows)])
    order = sorted(range(len(windows)), key=lambda n: len(windows[n].ids))
    begun, done = time.time(), 0
    for first in range(0, len(order), BATCH):
        chosen = order[first : first + BATCH]
        for number, vectors in zip(chosen, run(encoder, [windows[n] for n in chosen]), strict=True):
            states[starts[number] : starts[number + 1]] = vectors
            done += len(vectors)
        if first % 200 == 0:
            print(to.name, done, "of", total, f"{done / (time.time() - begun):.0f}/s", flush=True)
    states.flush()
    to.with_suffix(".windows").write_bytes(pickle.dumps(windows))


def run(encoder: Encoder, windows: list[Window]) -> list[np.ndarray]:
    """The vectors of some windows' pieces, without the marks at the ends."""
    length = max(len(w.ids) for w in windows) + 2
    ids = torch.full((len(windows), length), PAD)
    mask = torch.zeros(len(windows), length)
    for row, window in enumerate(windows):
        ids[row, : len(window.ids) + 2] = torch.tensor([BEGIN, *window.ids, END])
        mask[row, : len(window.ids) + 2] = 1
    with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
        vectors = encoder.encode(ids, mask)
    return [
        vectors[row, 1 : len(w.ids) + 1].to(torch.float16).numpy() for row, w in enumerate(windows)
    ]


if __name__ == "__main__":
    main()
