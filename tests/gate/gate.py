"""The quality gate: measure every score, compare with the pinned floors, fail below one.

    python tests/gate/gate.py                      measure and compare
    python tests/gate/gate.py --only stance        one score
    python tests/gate/gate.py --raise              pin what was measured where it is higher
    python tests/gate/gate.py --lower "reason"     also pin what is lower, and keep the reason

A floor is what was measured, cut to three digits, so that another processor's last digit does not
fail it. Floors hold for one version of the data: its digest is pinned beside them. Pinning also
writes the table of docs/accuracy.md.
"""

import argparse
import hashlib
import json
import math
import os
import re
import shutil
import sys
from pathlib import Path
from typing import Any

from scores import SCORES, Numbers, Score

HERE = Path(__file__).resolve().parent
FLOORS = HERE / "floors.json"
SHARED = Path(os.environ.get("ONRECORD_SHARED", HERE.parents[2] / "shared"))
PAGE = HERE.parents[1] / "docs" / "accuracy.md"
TABLE = re.compile(r"(?<=<!-- table -->\n).*?(?=<!-- end of table -->)", re.S)
DIGITS = 3  # floors are cut, never rounded up, to this many digits
Pinned = dict[str, Any]


def main() -> int:
    """Measure, compare, and pin where asked to; 0 where every floor holds."""
    asked = _arguments()
    if not SHARED.is_dir():
        print(f"gate: no shared data at {SHARED}; nothing measured")
        return int("shared" in os.environ.get("ONRECORD_REQUIRE", "").split(","))
    pinned: Pinned = json.loads(FLOORS.read_text("utf-8"))
    faults = []
    for score in SCORES:
        if asked.only and score.name not in asked.only:
            continue
        measured = score.measure(SHARED, asked.onrecord)
        faults += _compare(score, measured, pinned.get(score.name, {}))
        if asked.raise_ or asked.lower:
            pinned[score.name] = _pin(score, measured, pinned.get(score.name, {}), asked.lower)
    if asked.raise_ or asked.lower:
        FLOORS.write_text(json.dumps(pinned, indent=2, ensure_ascii=False) + "\n", "utf-8")
        PAGE.write_text(write_table(PAGE.read_text("utf-8"), pinned), "utf-8")
        faults = [fault for fault in faults if not asked.lower]
    for fault in faults:
        print(f"gate: {fault}")
    return int(bool(faults))


def digest(shared: Path, files: tuple[str, ...]) -> str:
    """The SHA-256 of the data that a score rests on."""
    summed = hashlib.sha256()
    for name in files:
        summed.update((shared / name).read_bytes())
    return summed.hexdigest()


def write_table(page: str, pinned: Pinned) -> str:
    """The accuracy page with the pinned numbers in its table."""
    lines = ["", "| what | measured | number |", "|---|---|---|"]
    for score in SCORES:
        about = (score.measure.__doc__ or "").split("\n")[0].rstrip(".")
        for name, floor in pinned.get(score.name, {}).get("floors", {}).items():
            lines.append(f"| {about} | {name} | {floor:g} |")
            about = ""
    return TABLE.sub(lambda _: "\n".join(lines) + "\n\n", page)


def _compare(score: Score, measured: Numbers, pinned: Pinned) -> list[str]:
    """Print the score's rows of the table; say what is below its floor or on other data."""
    faults = []
    if pinned and pinned["data"] != digest(SHARED, score.data):
        faults.append(f"{score.name}: the data is not the data that its floors were pinned on")
    for name, value in measured.items():
        floor = pinned.get("floors", {}).get(name)
        holds = floor is None or value >= floor
        shown = "   new" if floor is None else f"{floor:6.3f}"
        print(f"{score.name:12} {name:30} {value:7.3f}  floor {shown}  {'' if holds else 'BELOW'}")
        if not holds:
            faults.append(f"{score.name}, {name}: {value:.3f} is below its floor {floor:.3f}")
    missing = sorted(set(pinned.get("floors", {})) - set(measured))
    return faults + [f"{score.name}, {name}: no longer measured" for name in missing]


def _pin(score: Score, measured: Numbers, pinned: Pinned, reason: str | None) -> Pinned:
    """The floors to keep: the higher of old and new, or the new ones with a reason to lower."""
    old = pinned.get("floors", {})
    new = {name: _cut(value, score.slack) for name, value in measured.items()}
    lowered = {name: [old[name], new[name]] for name in new if new[name] < old.get(name, 0)}
    history = list(pinned.get("lowered", []))
    if reason and lowered:
        history.append({"reason": reason, "floors": lowered})
    floors = new if reason else {name: max(new[name], old.get(name, 0)) for name in new}
    return {"data": digest(SHARED, score.data), "floors": floors, "lowered": history}


def _cut(value: float, slack: float) -> float:
    """The floor of a measured value: a count as it is, a share less its slack, cut."""
    if value == int(value) and value > 1:
        return value
    return math.floor(round((value - slack) * 10**DIGITS, 6)) / 10**DIGITS


def _arguments() -> argparse.Namespace:
    asked = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    beside = Path(sys.executable).with_name("onrecord")
    found = str(beside) if beside.exists() else shutil.which("onrecord")
    asked.add_argument("--onrecord", default=found, help="the command to measure")
    asked.add_argument("--only", action="append", choices=[score.name for score in SCORES])
    asked.add_argument("--raise", dest="raise_", action="store_true", help="pin what is higher")
    asked.add_argument("--lower", metavar="REASON", help="pin what was measured, also where lower")
    return asked.parse_args()


if __name__ == "__main__":
    sys.exit(main())
