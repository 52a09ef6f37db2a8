"""Lists where the articles on one rumour give a figure differently, to be judged by eye.

Each topic's pages are read and settled as one ledger. Topics come from a gold file with texts
beside it (`rumours_dev`), or from pairs of headline and body in which the bodies of one headline
are a topic (`fnc1`). With `--anywhere` also those that stand beside a claim's evidence.

    python benchmarks/accounts.py rumours_dev/gold.json
    python benchmarks/accounts.py fnc1/stances.jsonl [--anywhere]
"""

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from onrecord import flow
from onrecord.kit import load_kit
from onrecord.measure import accounts
from onrecord.model import Capture

MOST = 12  # pages of a topic


def rumour_topics(gold: Path) -> Iterator[list[Capture]]:
    """The bodies of each annotated rumour."""
    read = json.loads(gold.read_text(encoding="utf-8"))
    for topic in read["topics"] if isinstance(read, dict) else read:
        names = [f"{body['body_id']}.txt" for body in topic["bodies"]]
        yield [
            Capture((gold.parent / "texts" / name).read_text(encoding="utf-8"), path=name)
            for name in names
        ]


def headline_topics(stances: Path) -> Iterator[list[Capture]]:
    """The bodies that stand to one headline, headlines that share a body taken together."""
    bodies = stances.with_name("bodies.jsonl").read_text(encoding="utf-8").splitlines()
    texts = {row["id"]: row["text"] for row in map(json.loads, bodies)}
    topics: dict[int, set[int]] = {}
    by_headline: dict[str, int] = {}
    for line in stances.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if row["stance"] == "unrelated":
            continue
        body, first = row["body_id"], by_headline.setdefault(row["headline"], row["body_id"])
        joined = topics.get(first, {first}) | topics.get(body, {body})
        topics.update(dict.fromkeys(joined, joined))
    for topic in {min(topic): topic for topic in topics.values() if len(topic) > 1}.values():
        yield [Capture(texts[body], path=f"{body}.txt") for body in sorted(topic)[:MOST]]


def list_differences(topics: Iterator[list[Capture]]) -> dict[str, int]:
    """Prints each difference once, with the claim it is on; how many there are."""
    kit = load_kit()
    counts = {"topics": 0, "pages": 0, "claims": 0, "differences": 0}
    for captures in topics:
        readings = [flow.read(capture, kit) for capture in captures]
        claims = flow.settle(readings, kit=kit)
        counts["topics"] += 1
        counts["pages"] += len(readings)
        counts["claims"] += len(claims)
        found = accounts.compare_accounts(readings, claims, kit)
        said: dict[str, str] = {}
        for claim in claims:
            for difference in found.get(claim.id, ()):
                said.setdefault(difference, claim.text)
        for difference, claim_text in said.items():
            counts["differences"] += 1
            print(f"{claim_text}\n    {difference}")
    return counts


def main(arguments: Sequence[str]) -> int:
    """The door."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("path", type=Path)
    parser.add_argument("--anywhere", action="store_true", help="also beside a claim's evidence")
    given = parser.parse_args(arguments)
    if given.anywhere:
        accounts.bears_on = lambda telling, evidence: True
    read = headline_topics if given.path.suffix == ".jsonl" else rumour_topics
    print(json.dumps(list_differences(read(given.path)), indent=1))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
