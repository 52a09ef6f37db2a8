"""How often old news that returns is flagged, and how often news is flagged by mistake.

    python benchmarks/recycling.py --data NDJSON [--articles 120] [--alone 840] [--list]

NDJSON holds articles ({"id", "text"}) whose ids hold the day of their publication (PolNeAR's do).
Each of the first `--articles` is set into a ledger twice, the second time under another outlet 950
days later: some claim of it should be flagged. `--alone` of them stand for themselves under their
own day: none should be.
"""

import argparse
import itertools
import json
import re
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from onrecord import flow
from onrecord.kit import load_kit
from onrecord.model import Capture, Claim, Flag

LATER = timedelta(days=950)  # two years and seven months: no whole year, which might be a custom
DAY = re.compile(r"\d{4}-\d\d-\d\d")


def read_articles(path: Path) -> Iterator[tuple[date, str]]:
    """The articles of a file with the day that their id holds."""
    with path.open(encoding="utf-8") as file:
        for record in map(json.loads, file):
            found = DAY.search(record["id"])
            if found:
                yield date.fromisoformat(found[0]), record["text"]


def flagged(*pages: tuple[date, str]) -> list[Claim]:
    """The claims of pages that are flagged as recycled."""
    kit = load_kit()
    readings = [
        flow.read(
            Capture(text=text, published=day.isoformat(), outlet=f"Outlet {number}"),
            kit,
            reader="rules",
        )
        for number, (day, text) in enumerate(pages)
    ]
    return [c for c in flow.settle(readings, kit=kit) if Flag.RECYCLED in c.flags]


def main() -> None:
    """Read the arguments, set articles into ledgers, print both counts."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", required=True, type=Path)
    parser.add_argument("--articles", type=int, default=120)
    parser.add_argument("--alone", type=int, default=840)
    parser.add_argument("--list", action="store_true", help="show what is flagged by mistake")
    arguments = parser.parse_args()
    caught = count = 0
    for day, text in itertools.islice(read_articles(arguments.data), arguments.articles):
        caught += bool(flagged((day, text), (day + LATER, text)))
        count += 1
    print(f"told twice: {caught} of {count} articles flagged")
    wrong = count = 0
    for day, text in itertools.islice(read_articles(arguments.data), arguments.alone):
        claims = flagged((day, text))
        wrong += bool(claims)
        count += 1
        for claim in claims if arguments.list else ():
            print(f"    {claim.text} | {claim.differences[-1]}")
    print(f"told once: {wrong} of {count} articles flagged")


if __name__ == "__main__":
    main()
