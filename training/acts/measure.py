"""Measures the act rules on the labelled attributions of polnear_acts, on their gold spans.

usage: python training/acts/measure.py [--show ACT]
"""

import argparse
import json
import sys
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "attribution"))
from corpus import SHARED, read_polnear, tokens_of

from onrecord.extract.segments import Segment
from onrecord.extract.statements import tell_deed
from onrecord.kit import load_kit


def main() -> None:
    """Print the rules' precision and recall by act, on sure labels and on all."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--show", help="print the mistakes about this act")
    show, kit = parser.parse_args().show, load_kit()
    wanted: dict[str, list[dict]] = {}
    with (SHARED / "data" / "polnear_acts" / "train.jsonl").open(encoding="utf-8") as file:
        for line in file:
            row = json.loads(line)
            wanted.setdefault(row["id"], []).append(row)
    pairs = []
    for record, page in read_polnear("train"):
        for row in wanted.get(record["id"], []):
            gold = record["attributions"][row["n"]]
            source, cue, content = (tokens_of(page, gold[r]) for r in ("source", "cue", "content"))
            if not cue or not content:
                continue
            speaker = Segment(*source[0]) if source else None
            pieces = [Segment(*c) for c in content]
            deed = tell_deed(page, speaker, Segment(*cue[0]), pieces, kit)
            pairs.append((row, str(deed.act)))
            if show in (row["act"], str(deed.act)) and row["act"] != str(deed.act):
                print(
                    row["act"],
                    "<-",
                    deed.act,
                    "|",
                    row["sure"],
                    "|",
                    row["cue"],
                    "|",
                    row["content"],
                )
    for sure in (True, False):
        kept = [(r["act"], got) for r, got in pairs if r["sure"] or not sure]
        kept = [(gold, got) for gold, got in kept if gold != "question_or_other"]
        right = sum(gold == got for gold, got in kept)
        print(f"{'sure' if sure else 'all'}: {right}/{len(kept)} = {right / len(kept):.3f}")
        golds, gots = Counter(g for g, _ in kept), Counter(g for _, g in kept)
        both = Counter(g for g, got in kept if g == got)
        for act in sorted(golds | gots):
            p, r = both[act] / max(1, gots[act]), both[act] / max(1, golds[act])
            print(f"   {act:9} precision {p:.2f} recall {r:.2f} gold {golds[act]}")


if __name__ == "__main__":
    main()
