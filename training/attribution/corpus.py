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


def read_silver(floor: float = 0.3) -> Iterator[tuple[Page, np.ndarray]]:
    """FNC-1 bodies with the teacher's beliefs as targets; those of rumours_dev are left out.

    The teacher's labels exclude each other, so what it takes for a source or cue says nothing
    about whether it lies in a content: these content targets are NaN (not learned from).
    """
    kept_out = {path.stem for path in (SHARED / "rumours_dev" / "texts").glob("*.txt")}
    bodies = {}
    with (SHARED / "data" / "fnc1" / "bodies.jsonl").open(encoding="utf-8") as file:
        for line in file:
            record = json.loads(line)
            bodies[str(record["id"])] = record["text"]
    packed = np.load(SHARED / "teacher" / "soft_fnc1_bodies.npz", allow_pickle=True)
    start = 0
    for key, length in zip(packed["ids"], packed["lengths"], strict=True):
        piece = slice(start, start + int(length))
        start += int(length)
        if str(key) in kept_out:
            continue
        page = make_page(bodies[str(key)], passages_of(bodies[str(key)]))
        yield page, _soften(page, packed["offsets"][piece], packed["probs"][piece] / 255.0, floor)


def _soften(page: Page, offsets: np.ndarray, beliefs: np.ndarray, floor: float) -> np.ndarray:
    """Beliefs per word piece (O, B/I source, B/I cue, B/I content) as targets per token."""
    target = np.full((len(page.starts), 6), np.nan, dtype=np.float32)
    starts = offsets[:, 0].tolist()
    for token, (left, right) in enumerate(zip(page.starts, page.ends, strict=True)):
        first, last = bisect_right(starts, left) - 1, bisect_right(starts, right - 1)
        if first < 0 or first >= last:
            continue
        head, mean = beliefs[first], beliefs[first:last].mean(0)
        for role in range(3):
            target[token, 2 * role] = head[1 + 2 * role]
            target[token, 2 * role + 1] = mean[1 + 2 * role] + mean[2 + 2 * role]
        if target[token, 1] + target[token, 3] > floor:
            target[token, 4:] = np.nan
    return target
