"""Every score of the quality gate: what it runs, on which data, and the numbers it gives."""

import json
import subprocess
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

Numbers = dict[str, float]

_STANCES = {"for": "supports", "against": "denies", "observing": "discusses"}


@dataclass(frozen=True, slots=True)
class Score:
    """A named score, the shared files it rests on, and the function that measures it."""

    name: str
    data: tuple[str, ...]
    measure: Callable[[Path, str], Numbers]


def score_attribution(shared: Path, onrecord: str) -> Numbers:
    """Who said what, by which words: F1 on PolNeAR's development articles, with the rules."""
    gold = shared / "data/polnear/dev.jsonl"
    return _score_attribution(shared, gold, _run([onrecord, "extract"], gold.read_text("utf-8")))


def _score_attribution(shared: Path, gold: Path, found: str) -> Numbers:
    scorer = str(shared / "score/score_attribution.py")
    command = [sys.executable, scorer, str(gold), "/dev/stdin", "--json"]
    result = json.loads(_run(command, found))
    wanted = ("relation", "content50", "triple_exact", "exact/source", "exact/cue", "exact/content")
    return {f"{name} F1": result[name]["f1"] for name in wanted}


def score_rumours(shared: Path, onrecord: str) -> Numbers:
    """Where 28 real rumours stand: status, silence on rumours of other topics, statements found."""
    folder = shared / "rumours_dev"
    scorer = str(shared / "score/score_rumours.py")
    texts = str(folder / "texts")
    command = [sys.executable, scorer, str(folder / "gold.json"), texts, "--onrecord", onrecord]
    result = json.loads(_run(command))
    silent = len(json.loads((folder / "gold.json").read_text("utf-8"))["topics"]) - result["abroad"]
    return {
        "status, strict (of 14)": result["check"]["strict"],
        "status, lenient (of 28)": result["check"]["lenient"],
        "silent abroad (of 28)": silent,
        "statements, recall": result["statements"]["recall"],
        "statements, recall with act": result["statements"]["with_act"],
    }


def score_stance(shared: Path, onrecord: str) -> Numbers:
    """Where a headline stands towards a claim: accuracy on Emergent's development pairs."""
    pairs = _read(shared / "data/emergent/dev.jsonl")
    asked = _lines({"claim": pair["claim"], "text": pair["headline"]} for pair in pairs)
    answers = [
        json.loads(line)["stance"] for line in _run([onrecord, "stance"], asked).splitlines()
    ]
    wanted = [_STANCES[pair["stance"]] for pair in pairs]
    right = sum(a == w for a, w in zip(answers, wanted, strict=True))
    return {"accuracy": right / len(wanted)}


def score_figures(shared: Path, onrecord: str) -> Numbers:
    """Quantities in news sentences: F1 of the values, and of values with bounds, on NewsQuant."""
    records = _read(shared / "data/newsquant/dev.jsonl")
    asked = _lines({"id": str(n), "text": record["text"]} for n, record in enumerate(records))
    readings = [json.loads(line) for line in _run([onrecord, "extract"], asked).splitlines()]
    values, bounds = [0, 0, 0], [0, 0, 0]
    for record, reading in zip(records, readings, strict=True):
        gold = [(_gold_value(q["value"]), _gold_bound(q["change"])) for q in record["quantities"]]
        found = [(_value(f), _bound(f)) for f in reading["figures"] if _value(f)]
        _count([value for value, _ in gold], [value for value, _ in found], values)
        _count(gold, found, bounds)
    return {"value F1": _f1(*values), "value and bound F1": _f1(*bounds)}


def _gold_value(words: str) -> tuple[float, ...]:
    return tuple(float(part) for part in words.split("-") if part)


def _gold_bound(change: str) -> str:
    return change if change in {"<", ">", "~", "up", "down"} else "="


def _value(figure: dict[str, Any]) -> tuple[float, ...]:
    """The words' own numbers; NewsQuant writes percentages as percentages, not fractions."""
    scale = 100 if figure["unit"] == "1" else 1
    ends = {figure["low"], figure["high"]} - {None}
    return tuple(round(end * scale, 9) for end in sorted(ends))


def _bound(figure: dict[str, Any]) -> str:
    """The bound in NewsQuant's terms, which have one slot for change, bound and approximation."""
    if figure["change"]:
        return str(figure["change"])
    return "~" if figure["approx"] and figure["bound"] == "=" else str(figure["bound"])[0]


def _count(gold: list[Any], found: list[Any], tally: list[int]) -> None:
    """Add what is right, found and wanted to `tally`; each gold figure serves once."""
    free = list(gold)
    for item in found:
        if item in free:
            free.remove(item)
            tally[0] += 1
    tally[1] += len(found)
    tally[2] += len(gold)


def _f1(right: int, found: int, wanted: int) -> float:
    return 2 * right / (found + wanted) if found + wanted else 0.0


def _read(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").split("\n") if line.strip()]


def _lines(records: Iterable[dict[str, Any]]) -> str:
    return "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records)


def _run(command: list[str], asked: str | None = None) -> str:
    """The output of `command`; a scorer or door that fails ends the gate with its last words."""
    done = subprocess.run(
        command, input=asked, capture_output=True, text=True, encoding="utf-8", timeout=1200
    )
    if done.returncode:
        last = done.stderr.strip().splitlines()[-1:] or ["(it said nothing)"]
        sys.exit(f"gate: {' '.join(command[:2])} ended {done.returncode}: {last[0]}")
    return done.stdout


SCORES = (
    Score("attribution", ("data/polnear/dev.jsonl",), score_attribution),
    Score("rumours", ("rumours_dev/gold.json",), score_rumours),
    Score("stance", ("data/emergent/dev.jsonl",), score_stance),
    Score("figures", ("data/newsquant/dev.jsonl",), score_figures),
)
