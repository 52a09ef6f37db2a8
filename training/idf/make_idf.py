"""Count in how many documents each stem occurs, and write the sheet `idf.tsv`.

    python training/idf/make_idf.py --out onrecord/kit/idf.tsv \
        DATA/fnc1/bodies.jsonl DATA/polnear/train.jsonl DATA/ecbplus/dev.jsonl

Each input is NDJSON, one document a line, with `text` or a list of `sentences`. The counts depend
on the inputs alone, and the sheet is sorted: the same inputs give the same bytes.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from onrecord.text import find_tokens, stem

MIN_DOCUMENTS = 3  # rarer stems are mostly misspellings; they get the weight of an unknown stem
MAX_STEMS = 25_000
MAX_STEM_LENGTH = 40


def read_texts(path: Path) -> Iterator[str]:
    """The texts of one NDJSON file."""
    with path.open(encoding="utf-8") as file:
        for line in file:
            record = json.loads(line)
            yield record["text"] if "text" in record else "\n".join(record["sentences"])


def find_stems(text: str) -> set[str]:
    """The distinct stems of the words (not the marks) of a text."""
    stems = {stem(token.word) for token in find_tokens(text)}
    return {s for s in stems if len(s) <= MAX_STEM_LENGTH and any(c.isalnum() for c in s)}


def count_documents(paths: list[Path]) -> tuple[int, Counter[str]]:
    """How many documents there are, and in how many of them each stem occurs."""
    total, counts = 0, Counter[str]()
    for path in paths:
        for text in read_texts(path):
            total += 1
            counts.update(find_stems(text))
    return total, counts


def write_sheet(out: Path, total: int, counts: Counter[str]) -> None:
    """Write the most widespread stems, by name, under a comment that gives the total."""
    common = sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:MAX_STEMS]
    kept = sorted(item for item in common if item[1] >= MIN_DOCUMENTS)
    lines = [f"# documents: {total}", "stem\tdf", *(f"{s}\t{df}" for s, df in kept)]
    out.write_text("\n".join(lines) + "\n", encoding="utf-8")


def main() -> None:
    """Read the arguments, count, write."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("inputs", nargs="+", type=Path)
    parser.add_argument("--out", required=True, type=Path)
    arguments = parser.parse_args()
    total, counts = count_documents(arguments.inputs)
    write_sheet(arguments.out, total, counts)


if __name__ == "__main__":
    main()
