"""Scores the exported reader on PolNeAR dev beside its thresholds, and its speed.

usage: python training/statements/measure.py --kit FOLDER [--documents N]
  --kit  a folder with weights/reader.onnx, reader_linker.npz and reader_tokenizer.json
"""

import argparse
import sys
import time
from pathlib import Path

from onrecord.extract.learned import decoding
from onrecord.extract.learned.reader import load_reader
from onrecord.extract.learned.windows import cut_windows
from onrecord.kit import load_kit

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "attribution"))
from corpus import SHARED, read_polnear

sys.path.insert(0, str(SHARED / "score"))
import numpy as np
import score_attribution as scorer

MEASURES = ("relation", "content50", "exact/source", "exact/cue", "exact/content")
SETTINGS = (
    (0.5, 0.4, 0.4, 0.0),
    (0.5, 0.4, 0.4, 1.0),
    (0.5, 0.4, 0.4, 2.0),
    (0.5, 0.4, 0.4, 3.0),
    (0.5, 0.4, 0.3, 2.0),
    (0.5, 0.4, 0.3, 4.0),
)


def main() -> None:
    """Print precision, recall and F1 of each measure for a few thresholds."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kit", type=Path, default=None)
    parser.add_argument("--documents", type=int, default=1000)
    options = parser.parse_args()
    reader = load_reader(load_kit(options.kit))
    documents = list(read_polnear("dev"))[: options.documents]
    begun = time.process_time()
    read = [run(reader, page) for _, page in documents]
    spent = time.process_time() - begun
    print(f"{sum(len(p.text) for _, p in documents) / spent:,.0f} characters per CPU-second")
    gold = {r["id"]: (r["text"], r["attributions"]) for r, _ in documents}
    for cue, source, content, switch in SETTINGS:
        decoding.CUE, decoding.SOURCE, decoding.CONTENT = cue, source, content
        decoding.SWITCH = switch
        pred = {}
        for (record, page), windows in zip(documents, read, strict=True):
            found = [a for w in windows for a in decoding.decode(page, *w, reader.linker)]
            pred[record["id"]] = [shape(page, a) for a in found]
        result = scorer.score(gold, pred)
        cells = [
            f"{m} {result[m]['p']:.3f} {result[m]['r']:.3f} {result[m]['f1']:.3f}" for m in MEASURES
        ]
        print(cue, source, content, switch, " | ".join(cells), flush=True)


def run(reader, page):
    """The windows of a page with tag probabilities and the linker's vectors."""
    windows = []
    for window in cut_windows(page, reader.tokenizer):
        ids = np.array([[101, *window.ids, 102]], dtype=np.int64)
        tags, asks, parts = reader.session.run(None, {"ids": ids})
        windows.append((window, tags[0], asks[0], parts[0]))
    return windows


def shape(page, a):
    """An attribution as the scorer takes it."""

    def spans(segments):
        return [list(page.span(*s)) for s in segments]

    return {
        "source": spans([a.source] if a.source else []),
        "cue": spans([a.cue]),
        "content": spans(a.content),
    }


if __name__ == "__main__":
    main()
