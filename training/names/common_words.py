"""Makes onrecord/kit/names_common_words.tsv: English words that news writes in lower case.

A capitalised word of this list at the head of a sentence is no name by itself. The words are
counted in bodies of news articles (JSON lines with a "text" or "body"); only words that stand in
lower case at least `OFTEN` times, and mostly in lower case, are kept.

    python training/names/common_words.py FILE.jsonl [FILE.jsonl ...]
"""

import json
import re
import sys
from collections import Counter
from pathlib import Path

OFTEN = 12
MOSTLY = 0.5  # share of lower case among all its uses inside a sentence
HEADER = "# English words that news writes in lower case, counted in news articles.\nword\n"
_INSIDE = re.compile(r"(?<=[a-z,] )[A-Za-z]{2,}\b")


def count_words(paths: list[Path]) -> tuple[Counter[str], Counter[str]]:
    """How often each word stands in lower case, and how often capitalised inside a sentence."""
    lower: Counter[str] = Counter()
    capital: Counter[str] = Counter()
    for path in paths:
        for line in path.open(encoding="utf-8"):
            record = json.loads(line)
            for word in _INSIDE.findall(record.get("text") or record.get("body") or ""):
                (lower if word.islower() else capital)[word.lower()] += 1
    return lower, capital


def main(paths: list[Path]) -> None:
    """Write the sheet."""
    lower, capital = count_words(paths)
    kept = sorted(
        word
        for word, count in lower.items()
        if count >= OFTEN and count >= MOSTLY * (count + capital[word])
    )
    sheet = Path(__file__).parents[2] / "onrecord" / "kit" / "names_common_words.tsv"
    sheet.write_text(HEADER + "\n".join(kept) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main([Path(name) for name in sys.argv[1:]])
