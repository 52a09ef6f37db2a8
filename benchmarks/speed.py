"""How fast `onrecord extract` reads, what it costs to start, and how much memory it takes.

    python benchmarks/speed.py [ARTICLES.jsonl]

Reports, never asserts. CPU seconds are of the whole process and its children (user and system):
wall time on a shared machine measures the neighbours. Without a file it reads PolNeAR's
development articles in ../shared.
"""

import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SHARED = Path(os.environ.get("ONRECORD_SHARED", ROOT.parent / "shared"))
ONRECORD = Path(sys.executable).with_name("onrecord")
REPEATS = 3  # the least of three: what disturbs a run only ever adds


def main() -> None:
    """Print the characters per CPU-second, the start-up and the peak memory."""
    path = Path(sys.argv[1]) if sys.argv[1:] else SHARED / "data/polnear/dev.jsonl"
    articles = path.read_text("utf-8")
    size = sum(len(json.loads(line)["text"]) for line in articles.split("\n") if line.strip())
    help_seconds = min(_spend(["--help"], "")[0] for _ in range(REPEATS))
    start = min(_spend(["extract"], '{"text": "A short line."}\n')[0] for _ in range(REPEATS))
    runs = [_spend(["extract"], articles) for _ in range(REPEATS)]
    seconds, memory = min(run[0] for run in runs), max(run[1] for run in runs)
    spread = statistics.pstdev(run[0] for run in runs)
    print(f"articles                       {path.name}, {size:,} characters")
    print(f"onrecord --help                {help_seconds:8.2f} CPU-s")
    print(f"extract, one short line        {start:8.2f} CPU-s")
    print(f"extract, all                   {seconds:8.2f} CPU-s (spread {spread:.2f})")
    print(f"characters per CPU-second      {size / seconds:8,.0f} with the start-up")
    print(f"                               {size / max(seconds - start, 0.01):8,.0f} without")
    print(f"peak memory                    {memory:8,.0f} MB")


def _spend(arguments: list[str], asked: str) -> tuple[float, float]:
    """CPU seconds and peak megabytes of one run of onrecord."""
    with tempfile.TemporaryFile("w+", encoding="utf-8") as given:
        given.write(asked)
        given.seek(0)
        child = subprocess.Popen(
            [str(ONRECORD), *arguments], stdin=given, stdout=subprocess.DEVNULL
        )
        _, status, used = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        sys.exit(f"onrecord {' '.join(arguments)} ended {child.returncode}")
    return used.ru_utime + used.ru_stime, _megabytes(used)


def _megabytes(used: resource.struct_rusage) -> float:
    unit = 1 if sys.platform == "darwin" else 1024  # macOS counts bytes, Linux kilobytes
    return used.ru_maxrss * unit / 1e6


if __name__ == "__main__":
    main()
