"""Every score of the quality gate: what it runs, on which data, and the numbers it gives."""

import json
import subprocess
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

Numbers = dict[str, float]

BENCHMARKS = Path(__file__).resolve().parents[2] / "benchmarks"
NEWSQUANT = "data/newsquant/dev.jsonl"
RTEXT = tuple(
    f"data/rtext/{kind}.jsonl" for kind in ("age", "currency", "dimension", "temperature")
)

_STANCES = {"for": "supports", "against": "denies", "observing": "discusses"}


@dataclass(frozen=True, slots=True)
class Score:
    """A named score, the shared files it rests on, and the function that measures it."""

    name: str
    data: tuple[str, ...]
    measure: Callable[[Path, str], Numbers]


def score_attribution(shared: Path, onrecord: str) -> Numbers:
    """Who said what, by which words: PolNeAR's development articles, `--reader rules`."""
    gold = shared / "data/polnear/dev.jsonl"
    return _score_attribution(shared, gold, _run([onrecord, "extract"], gold.read_text("utf-8")))


def _score_attribution(shared: Path, gold: Path, found: str) -> Numbers:
    scorer = str(shared / "score/score_attribution.py")
    command = [sys.executable, scorer, str(gold), "/dev/stdin", "--json"]
    result = json.loads(_run(command, found))
    wanted = ("relation", "content50", "triple_exact", "exact/source", "exact/cue", "exact/content")
    return {f"{name} F1": result[name]["f1"] for name in wanted}


def score_rumours(shared: Path, onrecord: str) -> Numbers:
    """Where 28 real rumours stand, and silence about those that the articles do not tell."""
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
    """Where a headline stands towards a claim: Emergent's development pairs."""
    pairs = _read(shared / "data/emergent/dev.jsonl")
    asked = _lines({"claim": pair["claim"], "text": pair["headline"]} for pair in pairs)
    answers = [
        json.loads(line)["stance"] for line in _run([onrecord, "stance"], asked).splitlines()
    ]
    wanted = [_STANCES[pair["stance"]] for pair in pairs]
    right = sum(a == w for a, w in zip(answers, wanted, strict=True))
    return {"accuracy": right / len(wanted)}


def score_figures(shared: Path, onrecord: str) -> Numbers:
    """Quantities in news sentences: NewsQuant's development sentences, and R-Text."""
    levels = ("value", "value+unit", "value+bound")
    news = _score_quantities([shared / NEWSQUANT])
    wires = _score_quantities([shared / name for name in RTEXT])
    return {f"{level} F1, NewsQuant": news[level]["f1"] for level in levels} | {
        f"{level} F1, R-Text": wires[level]["f1"] for level in levels[:2]
    }


def _score_quantities(paths: list[Path]) -> dict[str, Any]:
    command = [sys.executable, str(BENCHMARKS / "quantities.py"), *map(str, paths)]
    result: dict[str, Any] = json.loads(_run(command))
    return result


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
    Score("figures", (NEWSQUANT, *RTEXT), score_figures),
)
