"""Scores the exported reader on PolNeAR dev beside its thresholds, and its speed.

usage: python training/statements/measure.py --kit FOLDER [--reader learned|large] [--documents N]
  --kit  a folder with weights/reader.onnx, reader_linker.npz and reader_tokenizer.json
"""

import argparse
import sys
import time
from pathlib import Path

from onrecord.extract.cues import read_phrases
from onrecord.extract.learned.decoding import Thresholds, decode
from onrecord.extract.learned.reader import load_reader, read_windows
from onrecord.kit import load_kit

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "attribution"))
from corpus import SHARED, read_polnear

sys.path.insert(0, str(SHARED / "score"))
import score_attribution as scorer

MEASURES = ("relation", "content50", "exact/source", "exact/cue", "exact/content")
SETTINGS = (
    Thresholds(cue=0.4, source=0.4, content=0.4, score=0.5, switch=1.5),
    Thresholds(cue=0.3, source=0.4, content=0.4, score=0.4, switch=1.5),
    Thresholds(cue=0.4, source=0.3, content=0.4, score=0.5, switch=1.5),
    Thresholds(cue=0.4, source=0.4, content=0.5, score=0.5, switch=1.5),
    Thresholds(cue=0.4, source=0.4, content=0.4, score=0.6, switch=1.5),
    Thresholds(cue=0.4, source=0.4, content=0.4, score=0.5, switch=3.0),
)


def main() -> None:
    """Print precision, recall and F1 of each measure for a few thresholds."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kit", type=Path, default=None)
    parser.add_argument("--reader", default="learned")
    parser.add_argument("--documents", type=int, default=1000)
    options = parser.parse_args()
    kit = load_kit(options.kit)
    reader, phrases = load_reader(kit, options.reader), read_phrases(kit)
    documents = list(read_polnear("dev"))[: options.documents]
    begun = time.process_time()
    read = [list(read_windows(page, reader)) for _, page in documents]
    spent = time.process_time() - begun
    print(f"{sum(len(p.text) for _, p in documents) / spent:,.0f} characters per CPU-second")
    gold = {r["id"]: (r["text"], r["attributions"]) for r, _ in documents}
    for bar in SETTINGS:
        pred = {}
        for (record, page), windows in zip(documents, read, strict=True):
            found = [a for w in windows for a in decode(page, *w, bar, phrases)]
            pred[record["id"]] = [shape(page, a) for a in found]
        result = scorer.score(gold, pred)
        cells = [
            f"{m} {result[m]['p']:.3f} {result[m]['r']:.3f} {result[m]['f1']:.3f}" for m in MEASURES
        ]
        print(bar, " | ".join(cells), flush=True)


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
