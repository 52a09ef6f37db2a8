"""Scores the figures of a room full of single sentences against gold quantities.

Counted as Almasian, Bruseva and Gertz (2023, "CQE: A Comprehensive Quantity Extractor") count: a
found quantity and a gold one match if their values are equal; then also their units; then also
their bounds. Each gold quantity is matched once. Precision, recall and F1 over all sentences.

Their labels and ours differ in form, not in sense, so gold is read into ours first: a percentage is
a fraction here; "<", ">", "~", "up" and "down" are one label there and bound, approximate and
change here; a unit there may carry its adjectives ("different bosses"), ours is the noun, and it is
right if it is one of the words of theirs.

    python benchmarks/quantities.py newsquant/dev.jsonl [--errors]
"""

import argparse
import json
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from onrecord.kit import load_kit
from onrecord.measure import find_figures
from onrecord.model import (
    Bound,
    Document,
    Figure,
    Passage,
    RegionKind,
    text_sha256,
)
from onrecord.text import stem

LEVELS = ("value", "value+unit", "value+bound")
CLOSE = 1e-6  # relative: fractions are printed with more digits than we keep

# Their names of units against ours, where no word is shared.
UNITS = {
    "USD": "dollar us$ $",
    "GBP": "pound sterling £",
    "EUR": "euro",
    "JPY": "yen",
    "CNY": "yuan renminbi",
    "INR": "rupee",
    "AUD": "australian",
    "CAD": "canadian c$",
    "DKK": "krone crowns",
    "FIM": "markka",
    "ITL": "lira lire",
    "DEM": "mark marks",
    "HKD": "hong kong",
    "FRF": "franc",
    "CHF": "franc",
    "NZD": "zealand",
    "1": "percent percentage %",
    "time": "count",
    "mile/hour": "mile mph",
    "kilometre/hour": "km/h kilometre",
    "revolution/minute": "revolutions rpm",
    "pound-foot": "pound-foot",
    "person": "people person persons",
    "pound": "pound-mass pound",
    "tonne": "tonne ton",
    "penny": "p pence penny point",
    "ounce": "ounce ounce-mass",
}


@cache
def unit_names() -> dict[str, str]:
    """Our unit to the words that theirs may have: the table above and the kit's currencies."""
    names = dict(UNITS)
    for row in load_kit().rows("measure_currencies"):
        last = stem(row["sign"].split()[-1])
        names[row["code"]] = f"{names.get(row['code'], '')} {last}"
    return names


def make_document(text: str) -> Document:
    """A page of one passage."""
    passages = (Passage(0, len(text), RegionKind.BODY, None, 0),)
    return Document(
        "d", text, text_sha256(text), None, None, None, None, None, None, "en", False,
        None, None, None, (), (), passages,
    )  # fmt: skip


def gold_values(gold: dict[str, Any]) -> list[tuple[float, float]]:
    """The ends of a gold value: one number, or "1.0-1.5"; empty where it is not one."""
    text = str(gold["value"])
    head, _, tail = text[1:].partition("-")
    try:
        low = float(text[0] + head)
        return [(low, float(tail) if tail else low)]
    except ValueError:
        return []


def same_value(figure: Figure, gold: dict[str, Any]) -> bool:
    """Whether the numbers agree; a percentage there is a hundred times a fraction here."""
    if is_open(figure) and figure.low is not None:  # "dozens": to ten times as many there
        return (figure.low, 10 * figure.low) in gold_values(gold)
    low = figure.low if figure.low is not None else figure.high
    high = figure.high if figure.high is not None else figure.low
    if low is None or high is None:
        return False
    scale = 100.0 if figure.unit == "1" and "percent" in gold["normalized_unit"] else 1.0
    ours = (low * scale, high * scale)
    return any(
        all(abs(a - b) <= CLOSE * max(abs(a), abs(b), 1) for a, b in zip(ours, theirs, strict=True))
        for theirs in gold_values(gold)
    )


def same_unit(figure: Figure, gold: dict[str, Any]) -> bool:
    """Whether our noun (and rate) is among the words of their unit."""
    words = f"{gold.get('unit', '')} {gold['normalized_unit']}".lower().replace(
        "per cent", "percent"
    )
    theirs = {stem(word) for word in words.replace("-", " ").split()} | set(words.split())
    if figure.unit is None:
        return gold["normalized_unit"].strip() in ("-", "")
    if figure.unit == "1" and gold["normalized_unit"].strip() == "-":
        return "0." in str(gold["value"])
    rated = " per " in f" {words} " or " a " in f" {words} "
    if "/" not in figure.unit and bool(figure.per) != rated:
        return False
    ours = unit_names().get(figure.unit, figure.unit).replace("-", " ").split()
    return any(stem(word) in theirs or word in theirs for word in ours)


def same_bound(figure: Figure, gold: dict[str, Any]) -> bool:
    """Whether bound, approximation and change, read as one label, are theirs."""
    return gold.get("change", "=") in label(figure)


def is_open(figure: Figure) -> bool:
    """Whether it is a number such as "dozens" or "tens of thousands"."""
    return figure.bound is Bound.AT_LEAST and figure.approx and figure.high is None


def label(figure: Figure) -> tuple[str, ...]:
    """Their one label for our three fields."""
    if is_open(figure):
        return ("=",)
    if figure.approx and figure.bound is Bound.EQUAL:
        return ("~",)
    if figure.bound in (Bound.BELOW, Bound.AT_MOST):
        return ("<",) if not figure.approx else ("~", "<")
    if figure.bound in (Bound.ABOVE, Bound.AT_LEAST):
        return (">",)
    return (figure.change.value,) if figure.change else ("=",)


def match(figures: Sequence[Figure], golds: Sequence[dict[str, Any]], level: str) -> int:
    """How many gold quantities are met, each by one figure."""
    left = list(figures)
    met = 0
    for gold in golds:
        for figure in left:
            if (
                same_value(figure, gold)
                and (level != "value+unit" or same_unit(figure, gold))
                and (level != "value+bound" or same_bound(figure, gold))
            ):
                left.remove(figure)
                met += 1
                break
    return met


def read_rows(path: Path) -> Iterator[dict[str, Any]]:
    """The sentences of a gold file."""
    with path.open(encoding="utf-8") as file:
        yield from (json.loads(line) for line in file if line.strip())


def score(paths: Sequence[Path], errors: bool) -> dict[str, Any]:
    """Precision, recall and F1 at each level, and sentences read in a CPU-second."""
    kit = load_kit()
    rows = [row for path in paths for row in read_rows(path)]
    find_figures(make_document("10 people"), kit)
    began = time.process_time()
    found = [
        [f for f in find_figures(make_document(row["text"]), kit) if not f.unquantified]
        for row in rows
    ]
    spent = time.process_time() - began
    counts: Counter[str] = Counter()
    for row, figures in zip(rows, found, strict=True):
        golds = row["quantities"]
        counts["found"] += len(figures)
        counts["gold"] += len(golds)
        levels = LEVELS if not golds or "change" in golds[0] else LEVELS[:2]
        met = {level: match(figures, golds, level) for level in levels}
        counts.update(met)
        if errors and (len(figures) != len(golds) or set(met.values()) != {len(golds)}):
            show(row, figures, met)
    result: dict[str, Any] = {"sentences": len(rows), "per_cpu_second": round(len(rows) / spent)}
    for level in LEVELS:
        precision = counts[level] / max(1, counts["found"])
        recall = counts[level] / max(1, counts["gold"])
        f1 = 2 * precision * recall / max(1e-9, precision + recall)
        result[level] = {"p": round(precision, 3), "r": round(recall, 3), "f1": round(f1, 3)}
    return result


def show(row: dict[str, Any], figures: Sequence[Figure], met: dict[str, int]) -> None:
    """A sentence that was not read as gold has it."""
    print(f"\n{row['text']}\n  met {met}")
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
