"""How often the origin of a rumour is named right, on annotated rumours.

Each rumour of a gold file (`claim`, `origin`, `bodies`, with the texts beside it) is asked of its
own pages. An origin is right where one name holds the other, the article and spaces aside.

    python benchmarks/origins.py rumours_dev/gold.json [--reader learned]
"""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from onrecord import flow
from onrecord.kit import load_kit
from onrecord.model import Capture


def main(arguments: Sequence[str]) -> int:
    """The door."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("gold", type=Path)
    parser.add_argument("--reader", default=flow.DEFAULT_READER)
    given = parser.parse_args(arguments)
    topics = json.loads(given.gold.read_text(encoding="utf-8"))["topics"]
    kit, right = load_kit(), 0
    for topic in topics:
        paths = [given.gold.parent / "texts" / f"{b['body_id']}.txt" for b in topic["bodies"]]
        captures = [Capture(path.read_bytes().decode("utf-8"), path=str(path)) for path in paths]
        readings = [flow.read(capture, kit, reader=given.reader) for capture in captures]
        claim = flow.ask(topic["claim"], readings, kit=kit, claims=()).claim
        named = claim.origin.entity if claim and claim.origin else None
        if is_same(named, topic["origin"]):
            right += 1
        else:
            print(f"{topic['topic_id']}: {topic['origin']}, found {named}")
    print(f"origin right: {right} of {len(topics)} ({right / len(topics):.0%})")
    return 0


def is_same(found: str | None, wanted: str) -> bool:
    """Whether two names name one origin: one holds the other, marks and the article aside."""
    one, other = (
        "".join(filter(str.isalnum, name.lower().replace("the ", "")))
        for name in (found or "", wanted)
    )
    return bool(one) and (one in other or other in one)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
