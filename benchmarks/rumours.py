"""Where 128 rumours stand that nothing was written for, by `check` on their own articles.

`rumours.json` holds our annotation of them (the sentence to ask, the status, the origin, the ids
of FNC-1's training bodies); the bodies are read from the data. Three sets: each was annotated
blind and scored once before anybody looked at what it gets wrong (docs/accuracy.md has these first
scores); since then they are development data.

    python benchmarks/rumours.py DATA/fnc1/bodies.jsonl [--set third] [--misses]
"""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from origins import is_same

from onrecord import flow
from onrecord.kit import load_kit
from onrecord.model import Capture, Claim

ANNOTATED = Path(__file__).with_name("rumours.json")
WEAK = frozenset({"reported", "rumoured"})
STRONG = frozenset({"confirmed", "denied", "refuted", "withdrawn"})


def main(arguments: Sequence[str]) -> int:
    """The door."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("bodies", type=Path)
    parser.add_argument("--set", choices=("first", "second", "third"))
    parser.add_argument("--misses", action="store_true", help="list what comes out wrong")
    given = parser.parse_args(arguments)
    lines = given.bodies.read_text(encoding="utf-8").splitlines()
    bodies = {body["id"]: body["text"] for body in map(json.loads, lines)}
    rumours = json.loads(ANNOTATED.read_text(encoding="utf-8"))["rumours"]
    chosen = [r for r in rumours if given.set in (None, r["set"])]
    counts = Counter[str]()
    for rumour in chosen:
        claim = _ask(rumour, bodies)
        found = _judge(rumour, claim)
        counts.update(found)
        if given.misses and "lenient" not in found:
            status = str(claim.status) if claim else "silent"
            print(f"{rumour['id']}: {rumour['status']}, found {status}: {rumour['claim']}")
    _print(counts, len(chosen))
    return 0


def _ask(rumour: dict[str, Any], bodies: dict[int, str]) -> Claim | None:
    kit = load_kit()
    captures = [Capture(text=bodies[i], path=f"{i}.txt") for i in rumour["bodies"]]
    readings = [flow.read(capture, kit) for capture in captures]
    return flow.ask(rumour["claim"], readings, kit=kit, claims=()).claim


def _judge(rumour: dict[str, Any], claim: Claim | None) -> list[str]:
    """What holds of one answer, as the names of the counts it belongs to."""
    status = str(claim.status) if claim else None
    wanted, other = rumour["status"], rumour["other"]
    named = claim.origin.entity if claim and claim.origin else None
    holds = {
        "silent": status is None,
        "clear": other is None,
        "strict": other is None and status == wanted,
        "lenient": status is not None and status in (wanted, other),
        "strong where weak": wanted in WEAK and status in STRONG,
        "wrongly strong": status in STRONG | {"disputed"} and status not in (wanted, other),
        "with an origin": bool(rumour["origin"]),
        "origin": bool(rumour["origin"]) and is_same(named, rumour["origin"]),
    }
    return [name for name, true in holds.items() if true]


def _print(counts: Counter[str], of: int) -> None:
    print(f"status, strict: {counts['strict']} of {counts['clear']}")
    print(f"status, lenient: {counts['lenient']} of {of}")
    print(f"silent: {counts['silent']}; strong where weak: {counts['strong where weak']}")
    print(f"strong and wrong by either reading: {counts['wrongly strong']}")
    print(f"origin right: {counts['origin']} of {counts['with an origin']}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
