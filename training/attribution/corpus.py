"""The training texts as pages with labels: PolNeAR (gold) and FNC-1 bodies (teacher's labels).

Run from the repository's root; the corpora lie in ../shared and are not part of the repository.
"""

import json
from bisect import bisect_right
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

from onrecord.extract.page import Page, make_page
from onrecord.model import Passage, RegionKind
from onrecord.text import split_sentences

SHARED = Path(__file__).resolve().parents[3] / "shared"
ROLES = ("source", "cue", "content")


def passages_of(text: str) -> list[Passage]:
    """The sentences of a plain text, a paragraph a line; the first line is the headline."""
    passages, paragraph, start = [], 0, 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            kind = RegionKind.BODY if paragraph else RegionKind.HEADLINE
            passages += [
                Passage(a, b, kind, None, paragraph)
                for a, b in split_sentences(text, start, start + len(line))
            ]
            paragraph += 1
        start += len(line)
    return passages


def read_polnear(part: str) -> Iterator[tuple[dict[str, Any], Page]]:
    """The documents of a part ("train", "dev") with their pages."""
    with (SHARED / "data" / "polnear" / f"{part}.jsonl").open(encoding="utf-8") as file:
        for line in file:
            record = json.loads(line)
            yield record, make_page(record["text"], passages_of(record["text"]))


def tokens_of(page: Page, spans: list[list[int]]) -> list[tuple[int, int]]:
    """Character spans as token spans (empty ones left out)."""
    found = []
    for start, end in sorted(map(tuple, spans)):
        left, right = bisect_right(page.ends, start), bisect_right(page.starts, end - 1)
        if left < right:
            found.append((left, right))
    return found


def label_tokens(page: Page, attributions: list[dict[str, Any]]) -> np.ndarray:
    """Targets: one row a token; columns begin/inside of source, cue, content (0 or 1)."""
    target = np.zeros((len(page.starts), 6), dtype=np.float32)
    for attribution in attributions:
        for number, role in enumerate(ROLES):
            for left, right in tokens_of(page, attribution[role]):
                target[left, 2 * number] = 1
                target[left:right, 2 * number + 1] = 1
    return target
