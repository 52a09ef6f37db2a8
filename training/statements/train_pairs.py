"""Trains the large reader's linker: whose are the sources and contents that the tagger cut?

usage: train_pairs.py --states DIR --teacher DIR --out FILE.npz [--passes 12] [--width 128]
The cues and parts are the tagger's own on PolNeAR train (it errs little there), read off the frozen
encoder's vectors (states.py), and the gold ones that it missed. Needs minutes.
"""

import argparse
import os
import pickle
import random
import time
from dataclasses import dataclass
from pathlib import Path

os.environ.setdefault("OMP_NUM_THREADS", "1")

import numpy as np
import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional as F
from windows import Link, Window

from onrecord.extract.learned import pairing
from onrecord.extract.learned.pairing import CONTENT, CUE, SOURCE, Run

SIZE, RATE, DECAY, BATCH, INNER = 768, 1e-3, 0.05, 24, 32
TABLES = ("gap", "between", "beside", "rank_cue", "rank_part")
ROLES = (SOURCE, CONTENT)


class Pairs(nn.Module):
    """As pairing.pair has it."""

    def __init__(self, width: int, wet: float) -> None:
        super().__init__()
        self.wet = nn.Dropout(wet)
        self.cue = nn.Parameter(torch.randn(5 * SIZE, width) * 0.01)
        self.parts = nn.Parameter(torch.randn(2, 5 * SIZE, width) * 0.01)
        sizes = (2 * pairing.REACH + 1, *[pairing.MOST + 1] * 4)
        self.tables = nn.ParameterList(torch.zeros(2, size, width) for size in sizes)
        self.bias = nn.Parameter(torch.zeros(2, width))
        self.inner = nn.Parameter(torch.randn(2, width, INNER) * width**-0.5)
        self.inner_bias = nn.Parameter(torch.zeros(2, INNER))
        self.outer = nn.Parameter(torch.randn(2, INNER) * INNER**-0.5)
        self.outer_bias = nn.Parameter(torch.full((2,), -1.0))

    def forward(self, asked: Tensor, offered: Tensor, near: Tensor, which: int) -> Tensor:
        """Logits of pairs, each row of the three one pair's cue, part and nearness."""
        hidden = self.wet(asked) @ self.cue, self.wet(offered) @ self.parts[which]
        return self.judge(hidden[0], hidden[1], near, which)

    def judge(self, asked: Tensor, offered: Tensor, near: Tensor, which: int) -> Tensor:
        """From projected cues and parts on."""
        hidden = asked + offered + self.bias[which]
        for column, table in enumerate(self.tables):
            hidden = hidden + table[which][near[..., column]]
        hidden = F.relu(hidden) @ self.inner[which] + self.inner_bias[which]
        return F.relu(hidden) @ self.outer[which] + self.outer_bias[which]


@dataclass
class Example:
    """A window: its cues, and of both roles the parts, the nearness and whose they are."""

    cues: np.ndarray
    parts: list[np.ndarray]
    near: list[np.ndarray]
    gold: list[np.ndarray]


def main() -> None:
    """Train, write, and say after each pass how many pairs of dev are right."""
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("--states", "--teacher", "--out"):
        parser.add_argument(name, type=Path, required=True)
    for name, kind, value in (
        ("--passes", int, 12),
        ("--width", int, 128),
        ("--wet", float, 0.3),
        ("--seed", int, 0),
    ):
        parser.add_argument(name, type=kind, default=value)
    options = parser.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(options.seed)
    rng = random.Random(options.seed)
    packed = load_file(options.teacher / "teacher_delta_w8.safetensors")
    tagger = packed["classifier.weight"].float().numpy(), packed["classifier.bias"].float().numpy()
    examples, dev = (load(options.states / split, tagger) for split in ("train", "dev"))
    print("windows", len(examples), "cues", sum(len(e.cues) for e in examples), flush=True)
    pairs = Pairs(options.width, options.wet)
    optimiser = torch.optim.AdamW(pairs.parameters(), lr=RATE, weight_decay=DECAY)
    steps, step, begun = options.passes * (len(examples) // BATCH + 1), 0, time.time()
    for number in range(options.passes):
        rng.shuffle(examples)
        for first in range(0, len(examples), BATCH):
            for group in optimiser.param_groups:
                group["lr"] = RATE * (1 - step / steps)
            loss = torch.stack([loss_of(pairs, e) for e in examples[first : first + BATCH]]).mean()
            loss.backward()
            optimiser.step()
            optimiser.zero_grad()
            step += 1
        print(
            number,
            f"{time.time() - begun:.0f} s, loss {loss.item():.4f}",
            told(pairs, dev),
            flush=True,
        )
        write(pairs, options.out)


def load(path: Path, tagger: tuple[np.ndarray, np.ndarray]) -> list[Example]:
    """The examples of a split."""
    windows = pickle.loads(path.with_suffix(".windows").read_bytes())
    total = sum(len(w.ids) for w in windows)
    states = np.memmap(path.with_suffix(".states"), np.float16, "r", shape=(total, SIZE))
    found, start = [], 0
    for window in windows:
        vectors = np.asarray(states[start : start + len(window.ids)], dtype=np.float32)
        start += len(window.ids)
        example = make_example(window, vectors, tagger)
        if example is not None:
            found.append(example)
    return found


def make_example(
    window: Window, vectors: np.ndarray, tagger: tuple[np.ndarray, np.ndarray]
) -> Example | None:
    """What the tagger cuts of a window, and whose the annotators say it is."""
    logits = vectors @ tagger[0].T + tagger[1]
    tags = np.exp(logits - logits.max(-1, keepdims=True))
    tags /= tags.sum(-1, keepdims=True)
    cues = pairing.find_runs(tags, CUE, pairing.LEAST_CUE)
    met = {p for cue in cues for p in range(*cue)}
    cues = sorted([*cues, *(_run(link) for link in window.links if not met & set(link.pieces))])
    if not cues:
        return None
    owners = [_owner(cue, window.links) for cue in cues]
    parts, near, gold = [], [], []
    for role in ROLES:
        runs = pairing.find_runs(tags, role)
        parts.append(pairing.pool(vectors, runs).astype(np.float16))
        near.append(pairing.relate(cues, runs) if runs else np.zeros((len(cues), 0, 5), np.int64))
        gold.append(
            np.array([[_is_of(run, owner, role) for run in runs] for owner in owners], np.float32)
        )
    return Example(pairing.pool(vectors, cues).astype(np.float16), parts, near, gold)


def _run(link: Link) -> Run:
    return Run(link.pieces[0], link.pieces[-1] + 1)


def _owner(cue: Run, links: list[Link]) -> Link | None:
    shared = [(len(set(range(*cue)) & set(link.pieces)), n) for n, link in enumerate(links)]
    most, number = max(shared, default=(0, 0))
    return links[number] if most else None


def _is_of(run: Run, owner: Link | None, role: int) -> float:
    """Whether most of a part belongs to an attribution."""
    if owner is None:
        return 0.0
    wanted = set(owner.source if role == SOURCE else owner.content)
    return float(2 * len(wanted & set(range(*run))) > run.right - run.left)


def loss_of(pairs: Pairs, example: Example) -> Tensor:
    """Binary cross-entropy over the pairs of a window."""
    losses = [
        F.binary_cross_entropy_with_logits(logits, gold, reduction="sum")
        for _, logits, gold in judge(pairs, example)
    ]
    return sum(losses, torch.zeros(())) / 10


def judge(pairs: Pairs, example: Example) -> list[tuple[int, Tensor, Tensor]]:
    """Logits and gold of both roles, where a window has any."""
    found = []
    asked = pairs.wet(torch.from_numpy(example.cues).float()) @ pairs.cue
    for which in (0, 1):
        if not len(example.parts[which]):
            continue
        offered = pairs.wet(torch.from_numpy(example.parts[which]).float()) @ pairs.parts[which]
        near = torch.from_numpy(example.near[which])
        logits = pairs.judge(asked[:, None], offered[None], near, which)
        found.append((which, logits, torch.from_numpy(example.gold[which])))
    return found


def told(pairs: Pairs, examples: list[Example]) -> str:
    """F1 of the pairs of both roles."""
    pairs.eval()
    counts = np.zeros((2, 3))
    with torch.no_grad():
        for example in examples:
            for which, logits, gold in judge(pairs, example):
                yes = logits > 0
                counts[which] += [(yes & (gold > 0)).sum(), yes.sum(), gold.sum()]
    pairs.train()
    return " ".join(f"{2 * hit / (said + there):.4f}" for hit, said, there in counts)


def write(pairs: Pairs, out: Path) -> None:
    """The numbers, in half precision, as pairing.PairWeights names them."""
    named = dict(zip(TABLES, pairs.tables, strict=True))
    for name in ("cue", "parts", "bias", "inner", "inner_bias", "outer", "outer_bias"):
        named[name] = getattr(pairs, name)
    np.savez(out, **{k: v.detach().numpy().astype(np.float16) for k, v in named.items()})


if __name__ == "__main__":
    main()
