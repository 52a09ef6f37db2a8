"""How a claim's status agrees with what journalists found later, against counting heads.

Each claim (Emergent's pages: `claim`, `claim_label`, `page_headline`, `page_domain`,
`page_position`) is asked of the headlines about it, each a page of its outlet. A status is no
verdict; here `confirmed` and `met` are read as True, `refuted` and `denied` as False, every other
and silence as Unverified. Counting heads takes the side that most headlines take, by the
annotators' own stances, and Unverified where neither has the most: it is told more than onrecord.

    python benchmarks/truth.py DATA/emergent_info/pages.jsonl
"""

import argparse
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from onrecord import flow
from onrecord.kit import Kit, load_kit
from onrecord.model import Capture

VERDICTS = ("TRUE", "FALSE", "Unverified")
READ_AS = {"confirmed": "TRUE", "met": "TRUE", "refuted": "FALSE", "denied": "FALSE"}
SIDES = {"for": "TRUE", "against": "FALSE"}


def main(arguments: Sequence[str]) -> int:
    """The door."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("pages", type=Path)
    parser.add_argument("--reader", default=flow.DEFAULT_READER)
    given = parser.parse_args(arguments)
    claims: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for line in given.pages.read_text(encoding="utf-8").splitlines():
        page = json.loads(line)
        claims[page["claim"].removeprefix("Claim: ")].append(page)
    kit = load_kit()
    found, heads = Counter[tuple[str, str]](), Counter[tuple[str, str]]()
    for claim, pages in claims.items():
        verdict = pages[0]["claim_label"]
        found[verdict, ask_status(claim, pages, given.reader, kit)] += 1
        heads[verdict, count_heads(pages)] += 1
    print_table("status", found)
    print_table("heads", heads)
    right = sum(n for (v, s), n in found.items() if READ_AS.get(s, "Unverified") == v)
    counted = sum(n for (v, s), n in heads.items() if v == s)
    print(f"{len(claims)} claims: status agrees with {right}, counting heads with {counted}")
    return 0


def ask_status(claim: str, pages: Sequence[dict[str, Any]], reader: str, kit: Kit) -> str:
    """What the record of a claim's headlines says of it; "silent" where it says nothing."""
    captures = (
        Capture(
            text="", title=page["page_headline"], outlet=page["page_domain"], url=page["page_url"]
        )
        for page in pages
        if page["page_headline"]
    )
    readings = [flow.read(capture, kit, reader=reader) for capture in captures]
    answer = flow.ask(claim, readings, kit=kit, claims=())
    return str(answer.claim.status) if answer.claim else "silent"


def count_heads(pages: Sequence[dict[str, Any]]) -> str:
    """The side that most headlines take, as the annotators read them."""
    sides = Counter(SIDES.get(page["page_position"], "Unverified") for page in pages)
    (best, most), *rest = sides.most_common()
    return "Unverified" if rest and rest[0][1] == most else best


def print_table(name: str, counts: Counter[tuple[str, str]]) -> None:
    """One row a column value, one column a verdict."""
    print(f"{name:12} " + " ".join(f"{verdict:>10}" for verdict in VERDICTS))
    for value in sorted({value for _, value in counts}):
        print(f"{value:12} " + " ".join(f"{counts[v, value]:10}" for v in VERDICTS))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
