"""Scores the figures of single sentences against gold quantities, as the CQE paper counts.

The counting is `onrecord.bench.quantities`; this adds the speed, and the sentences that differ.

    python benchmarks/quantities.py newsquant/dev.jsonl [more.jsonl ...] [--errors]
"""

import argparse
import json
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from onrecord.bench.counts import Count, add_counts
from onrecord.bench.quantities import LEVELS, count_sentence, label
from onrecord.kit import load_kit
from onrecord.measure import measure_sentence
from onrecord.model import Figure


def read_rows(path: Path) -> Iterator[dict[str, Any]]:
    """The sentences of a gold file."""
    with path.open(encoding="utf-8") as file:
        yield from (json.loads(line) for line in file if line.strip())


def score(paths: Sequence[Path], errors: bool) -> dict[str, Any]:
    """Precision, recall and F1 at each level, and sentences read in a CPU-second."""
    kit = load_kit()
    rows = [row for path in paths for row in read_rows(path)]
    measure_sentence("10 people", kit)  # loads the kit before the clock starts
    began = time.process_time()
    found = [measure_sentence(row["text"], kit) for row in rows]
    spent = time.process_time() - began
    counts = [
        count_sentence(figures, row["quantities"], kit)
        for row, figures in zip(rows, found, strict=True)
    ]
    if errors:
        for row, figures, count in zip(rows, found, counts, strict=True):
            show(row, figures, count)
    total = add_counts(counts)
    result: dict[str, Any] = {"sentences": len(rows), "per_cpu_second": round(len(rows) / spent)}
    for level in LEVELS:
        one = total.get(level, Count())
        result[level] = {"p": round(one.precision, 3), "r": round(one.recall, 3)}
        result[level]["f1"] = round(one.f1, 3)
    return result


def show(row: dict[str, Any], figures: Sequence[Figure], count: Mapping[str, Count]) -> None:
    """A sentence that was not read as gold has it."""
    wanted = len(row["quantities"])
    if len(figures) == wanted and all(one.met == wanted for one in count.values()):
        return
    print(f"\n{row['text']}\n  met { {level: one.met for level, one in count.items()} }")
    for gold in row["quantities"]:
        print("  gold", gold.get("change", ""), gold["value"], "|", gold["normalized_unit"])
    for figure in figures:
        print("  ours", label(figure)[0], figure.low, figure.high, "|", figure.unit, figure.per,
              "|", figure.text)  # fmt: skip


def main(arguments: Sequence[str]) -> int:
    """The door."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("paths", nargs="+", type=Path)
    parser.add_argument("--errors", action="store_true", help="print what differs")
    given = parser.parse_args(arguments)
    print(json.dumps(score(given.paths, given.errors), indent=1))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
