"""Scores the attributions of the rules reader on PolNeAR dev at several floors, and its speed.

usage: python training/attribution/measure.py [--weights FILE]
"""

import sys
import time

from corpus import SHARED, read_polnear

from onrecord.extract.attributions import find_attributions
from onrecord.extract.weights import load_weights
from onrecord.kit import load_kit

sys.path.insert(0, str(SHARED / "score"))
import score_attribution as scorer

MEASURES = ("relation", "content50", "exact/source", "exact/cue", "exact/content")


def main() -> None:
    """Print precision, recall and F1 of the relation at each floor."""
    weights = load_weights(load_kit())
    documents = list(read_polnear("dev"))
    start = time.process_time()
    found = {r["id"]: (page, find_attributions(page, weights, 0.1)) for r, page in documents}
    spent = time.process_time() - start
    size = sum(len(page.text) for _, page in documents)
    print(f"{size / spent:,.0f} characters per CPU-second ({1e6 * spent / size:.2f} us each)")
    gold = {r["id"]: (r["text"], r["attributions"]) for r, _ in documents}
    for floor in (0.2, 0.25, 0.3, 0.35, 0.4, 0.45):
        pred = {
            key: [shape(p, a) for a in many if a.score >= floor] for key, (p, many) in found.items()
        }
        result = scorer.score(gold, pred)
        cells = [
            f"{name} {result[name]['p']:.3f} {result[name]['r']:.3f} {result[name]['f1']:.3f}"
            for name in MEASURES
        ]
        print(floor, " | ".join(cells))
    bins: dict[int, list[int]] = {}
    for record, _ in documents:
        page, many = found[record["id"]]
        for a in many:
            hit = scorer.score({"x": gold[record["id"]]}, {"x": [shape(page, a)]})["relation"]["tp"]
            bins.setdefault(int(a.score * 10), []).append(hit)
    print(
        "share right by score:",
        {b / 10: round(sum(h) / len(h), 2) for b, h in sorted(bins.items())},
    )


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
