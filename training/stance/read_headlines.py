"""Print verdicts on headlines over bodies, to be read by eye; count them.

    python training/stance/read_headlines.py --data DATA --stance discuss --documents 200 --seed 1
    python training/stance/read_headlines.py --data DATA --stance polnear --documents 200 --seed 1

FNC-1's headlines are set over the bodies they were paired with (at most four pairs a headline),
PolNeAR's first lines over their own.
"""

import argparse
import random
from collections import Counter
from pathlib import Path

from pairs import read_records

from onrecord import flow
from onrecord.kit import load_kit
from onrecord.model import Capture, HeadlineVerdict

MOST_PAIRS = 4


def pick_texts(data: Path, stance: str, documents: int, seed: int) -> list[str]:
    """Headlines over bodies."""
    rng = random.Random(seed)
    if stance == "polnear":
        texts = [record["text"] for record in read_records(data / "polnear" / "train.jsonl")]
        return rng.sample(texts, documents)
    bodies = {r["id"]: r["text"] for r in read_records(data / "fnc1" / "bodies.jsonl")}
    records = [r for r in read_records(data / "fnc1" / "stances.jsonl") if r["stance"] == stance]
    rng.shuffle(records)
    seen, texts = Counter[str](), []
    for record in records:
        seen[record["headline"]] += 1
        if seen[record["headline"]] <= MOST_PAIRS:
            texts.append(f"{record['headline']}\n\n{bodies[record['body_id']]}")
    return texts[:documents]


def main() -> None:
    """Read the arguments, weigh, print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", required=True, type=Path)
    parser.add_argument("--stance", required=True)
    parser.add_argument("--documents", type=int, default=100)
    parser.add_argument("--seed", type=int, default=0)
    arguments = parser.parse_args()
    kit, counts = load_kit(), Counter[str]()
    texts = pick_texts(arguments.data, arguments.stance, arguments.documents, arguments.seed)
    for text in texts:
        reading = flow.read(Capture(text=text), kit)
        weighed = reading.headline
        counts[str(weighed.verdict) if weighed else "none"] += 1
        if weighed and weighed.verdict is not HeadlineVerdict.FAIR:
            print(f"{weighed.verdict}: {reading.document.title}\n    {weighed.why}")
            for start, end in weighed.passages:
                print(f"    * {' '.join(reading.document.text[start:end].split())}")
    print(dict(sorted(counts.items())))


if __name__ == "__main__":
    main()
