"""How well tellings of one thing are joined: headlines into claims, documents into stories.

Headlines (Emergent: `claim_id`, `headline`) are pages of one sentence, read, compared and grouped
as any page is; a page that no group holds stands alone. Documents (ECB+: `story`, `sentences`) are
compared whole, with the same kit. Scored by B-cubed (Bagga and Baldwin 1998); the number of
groups is not given.

    python benchmarks/linking.py headlines DATA/emergent/train.jsonl [--as title|text]
    python benchmarks/linking.py stories DATA/ecbplus/dev.jsonl
"""

import argparse
import json
import sys
from collections import defaultdict
from collections.abc import Hashable, Sequence
from pathlib import Path
from typing import Any

from onrecord import flow, link
from onrecord.kit import Kit, load_kit
from onrecord.link.stories import join_stories
from onrecord.model import Capture, Reading


def main(arguments: Sequence[str]) -> int:
    """The door."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("what", choices=["headlines", "stories"])
    parser.add_argument("path", type=Path)
    parser.add_argument("--as", dest="form", choices=["title", "text"], default="title")
    parser.add_argument("--reader", default=flow.DEFAULT_READER)
    given = parser.parse_args(arguments)
    rows = [json.loads(line) for line in given.path.read_text(encoding="utf-8").splitlines()]
    kit = load_kit()
    if given.what == "headlines":
        found = group_headlines(rows, given.form, given.reader, kit)
        gold = [row["claim_id"] for row in rows]
    else:
        found = join_stories([join_sentences(row["sentences"]) for row in rows], kit)
        gold = [row["story"] for row in rows]
    precision, recall, f1 = score_b_cubed(found, gold)
    print(f"{given.path}: {len(rows)} in {len(set(gold))}, found {len(set(found))}")
    print(f"B-cubed precision {precision:.3f}  recall {recall:.3f}  F1 {f1:.3f}")
    return 0


def group_headlines(
    rows: Sequence[dict[str, Any]], form: str, reader: str, kit: Kit
) -> list[Hashable]:
    """The group of each headline: that of the first thing its page says."""
    readings = [flow.read(read_as(row["headline"], form), kit, reader=reader) for row in rows]
    pages: dict[str, Reading] = {r.document.id: r for r in readings}
    told = [p for key in sorted(pages) for p in link.make_propositions(pages[key], kit)]
    place: dict[str, tuple[tuple[bool, int, str], int]] = {}
    for number, group in enumerate(link.cluster_propositions(told, kit)):
        for one in group:
            rank = (not one.headline, one.order, one.statement.id)
            if one.document not in place or rank < place[one.document][0]:
                place[one.document] = (rank, number)
    return [place.get(r.document.id, (None, r.document.id))[1] for r in readings]


def read_as(headline: str, form: str) -> Capture:
    """A page that is nothing but a headline, given as its title or as its text."""
    return Capture(text="", title=headline) if form == "title" else Capture(text=headline)


def join_sentences(sentences: Sequence[str]) -> str:
    """The text of a document; the address that ECB+ puts first is none of it."""
    return "\n".join(one for one in sentences if not one.startswith("http"))


def score_b_cubed(
    found: Sequence[Hashable], gold: Sequence[Hashable]
) -> tuple[float, float, float]:
    """B-cubed precision, recall and F1 of a grouping."""
    ours: dict[Hashable, set[int]] = defaultdict(set)
    theirs: dict[Hashable, set[int]] = defaultdict(set)
    for number, (one, other) in enumerate(zip(found, gold, strict=True)):
        ours[one].add(number)
        theirs[other].add(number)
    precision = recall = 0.0
    for one, other in zip(found, gold, strict=True):
        both = len(ours[one] & theirs[other])
        precision += both / len(ours[one]) / len(gold)
        recall += both / len(theirs[other]) / len(gold)
    return precision, recall, 2 * precision * recall / (precision + recall)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
