"""Scores a trained reader on PolNeAR dev, at several thresholds.

usage: measure.py --base DIR --weights FILE.pt [--documents N]   (needs the package on the path)
"""

import argparse
import sys
from pathlib import Path

import torch
from network import load_base
from tokenizers import Tokenizer

from onrecord.extract.learned import decoding
from onrecord.extract.learned.linking import Linker
from onrecord.extract.learned.windows import cut_windows

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "attribution"))
from corpus import SHARED, read_polnear

sys.path.insert(0, str(SHARED / "score"))
import score_attribution as scorer

MEASURES = ("relation", "content50", "exact/source", "exact/cue", "exact/content")


def main() -> None:
    """Print precision, recall and F1 of each measure for a few thresholds."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--documents", type=int, default=1000)
    options = parser.parse_args()
    torch.set_num_threads(1)
    reader = load_base(options.base).eval()
    state = torch.load(options.weights)
    reader.load_state_dict(state.get("reader", state))
    tokenizer = Tokenizer.from_file(str(options.base / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    documents = list(read_polnear("dev"))[: options.documents]
    read = [run(reader, tokenizer, page) for _, page in documents]
    gold = {r["id"]: (r["text"], r["attributions"]) for r, _ in documents}
    linker = linker_of(reader)
    for cue, source, content in (
        (0.5, 0.5, 0.5),
        (0.35, 0.5, 0.5),
        (0.5, 0.35, 0.4),
        (0.4, 0.3, 0.5),
    ):
        decoding.CUE, decoding.SOURCE, decoding.CONTENT = cue, source, content
        pred = {}
        for (record, page), windows in zip(documents, read, strict=True):
            found = [
                a for w, *numbers in windows for a in decoding.decode(page, w, *numbers, linker)
            ]
            pred[record["id"]] = [shape(page, a) for a in found]
        result = scorer.score(gold, pred)
        cells = [
            f"{m} {result[m]['p']:.3f} {result[m]['r']:.3f} {result[m]['f1']:.3f}" for m in MEASURES
        ]
        print(cue, source, content, " | ".join(cells), flush=True)


def run(reader, tokenizer, page):
    """The windows of a page with tag probabilities and the linker's vectors."""
    windows = []
    for window in cut_windows(page, tokenizer):
        ids = torch.tensor([[101, *window.ids, 102]])
        with torch.no_grad():
            tags, asks, parts = reader(ids, torch.ones_like(ids))
        windows.append(
            (
                window,
                tags[0, 1:-1].softmax(-1).numpy(),
                asks[0, 1:-1].numpy(),
                parts[0, 1:-1].numpy(),
            )
        )
    return windows


def linker_of(reader) -> Linker:
    """The linker's own weights."""
    return Linker(
        reader.distance.weight.detach().numpy(),
        reader.score.detach().numpy(),
        reader.bias.detach().numpy(),
    )


def shape(page, a):
    """An attribution as the scorer takes it."""
    spans = lambda segments: [list(page.span(*s)) for s in segments]
    return {
        "source": spans([a.source] if a.source else []),
        "cue": spans([a.cue]),
        "content": spans(a.content),
    }


if __name__ == "__main__":
    main()
