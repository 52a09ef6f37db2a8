"""Every score of the quality gate: what it runs, on which data, and the numbers it gives."""

import json
import re
import subprocess
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

Numbers = dict[str, float]

BENCHMARKS = Path(__file__).resolve().parents[2] / "benchmarks"
TRAINING = BENCHMARKS.parent / "training"
POLNEAR = "data/polnear/dev.jsonl"
RUMOURS = "rumours_dev/gold.json"
HEADLINES, STORIES = "data/emergent/train.jsonl", "data/ecbplus/dev.jsonl"
BODIES = "data/fnc1/bodies.jsonl"
ACTS = "data/polnear_acts/train.jsonl"
STRONG_ACTS = ("deny", "confirm", "retract")
NEWSQUANT = "data/newsquant/dev.jsonl"
RTEXT = tuple(
    f"data/rtext/{kind}.jsonl" for kind in ("age", "currency", "dimension", "temperature")
)

_STANCES = {"for": "supports", "against": "denies", "observing": "discusses"}


@dataclass(frozen=True, slots=True)
class Score:
    """A named score, the shared files it rests on, and the function that measures it.

    `slack` is what a share may fall by on another processor before its floor is broken: the
    encoder rounds its numbers to 8 bits, and a last digit may fall the other way.
    """

    name: str
    data: tuple[str, ...]
    measure: Callable[[Path, str], Numbers]
    slack: float = 0.0


def score_attribution(shared: Path, onrecord: str) -> Numbers:
    """Who said what, by which words: PolNeAR's development articles, the default reader."""
    return _score_attribution(shared, [onrecord, "extract"])


def score_rules(shared: Path, onrecord: str) -> Numbers:
    """The same with `--reader rules`."""
    return _score_attribution(shared, [onrecord, "extract", "--reader", "rules"])


def _score_attribution(shared: Path, command: list[str]) -> Numbers:
    gold = shared / POLNEAR
    found = _run(command, gold.read_text("utf-8"))
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
    of = len(json.loads((folder / "gold.json").read_text("utf-8"))["topics"])
    silent = of - result["abroad"]
    return {
        "status, strict (of 14)": result["check"]["strict"],
        "status, lenient (of 28)": result["check"]["lenient"],
        "silent abroad (of 28)": silent,
        "not strong where the record is weak (of 28)": of - result["check"]["strong_where_weak"],
        "statements, recall": result["statements"]["recall"],
        "statements, recall with act": result["statements"]["with_act"],
    }


def score_further(shared: Path, onrecord: str) -> Numbers:
    """Where 128 further rumours stand, annotated by us (a status counts by either reading)."""
    told = _run([sys.executable, str(BENCHMARKS / "rumours.py"), str(shared / BODIES)])
    right, of = map(int, re.findall(r"lenient: (\d+) of (\d+)", told)[0])
    weak = int(re.findall(r"strong where weak: (\d+)", told)[0])
    origins, named = map(int, re.findall(r"origin right: (\d+) of (\d+)", told)[0])
    return {
        "status, lenient": round(right / of, 3),
        "not strong where the record is weak": round(1 - weak / of, 3),
        "origins named right": round(origins / named, 3),
    }


def score_linking(shared: Path, onrecord: str) -> Numbers:
    """Headlines joined into their claims (Emergent, train), documents into stories (ECB+), B-cubed;
    origins of 28 real rumours.
    """
    asked = {
        "headlines, B-cubed F1": ["linking.py", "headlines", str(shared / HEADLINES)],
        "stories, B-cubed F1": ["linking.py", "stories", str(shared / STORIES)],
    }
    found = {}
    for name, (script, *arguments) in asked.items():
        told = _run([sys.executable, str(BENCHMARKS / script), *arguments])
        found[name] = float(told.split("F1")[-1])
    told = _run([sys.executable, str(BENCHMARKS / "origins.py"), str(shared / RUMOURS)])
    right, of = re.findall(r"origin right: (\d+) of (\d+)", told)[-1]
    return found | {f"origins named right (of {of})": float(right)}


def score_acts(shared: Path, onrecord: str) -> Numbers:
    """What a source does by saying it: the sure labels of polnear_acts, on their own spans."""
    told = _run([sys.executable, str(TRAINING / "acts/measure.py")]).split("all:")[0]
    right = float(told.split("=")[1].split()[0])
    precision = dict(re.findall(r"(\w+) +precision ([\d.]+)", told))
    return {"right": right} | {f"precision of {a}": float(precision[a]) for a in STRONG_ACTS}


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


SLACK = 0.003
SLACK_OF_FEW = 0.016  # two rumours of 128
SCORES = (
    Score("attribution", (POLNEAR,), score_attribution, SLACK),
    Score("rules reader", (POLNEAR,), score_rules),
    Score("acts", (ACTS,), score_acts),
    Score("rumours", (RUMOURS,), score_rumours, SLACK),
    Score("further rumours", (BODIES,), score_further, SLACK_OF_FEW),
    Score("linking", (HEADLINES, STORIES, RUMOURS), score_linking, SLACK),
    Score("stance", ("data/emergent/dev.jsonl",), score_stance),
    Score("figures", (NEWSQUANT, *RTEXT), score_figures),
)
