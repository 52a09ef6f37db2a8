"""Articles cut into windows of word pieces, with gold labels and a teacher's soft ones.

A window begins at a paragraph if it can, else at a sentence, so that a source, its cue and its
content mostly lie in one window: of PolNeAR's attributions 1 in 20 crosses an edge when windows
are cut at sentences, 1 in 200 when they are cut at line breaks.
"""

import json
import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from tokenizers import Tokenizer

LENGTH = 192  # word pieces, with the two marks at the ends
ROLES = ("source", "cue", "content")
LABELS = ("O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content")
_LEAST = 40  # pieces: a window is not cut shorter to begin the next one at a sentence
_BREAK = re.compile(r"[.!?”\"]\s+|\n+")
_LINE = re.compile(r"\n+")


@dataclass
class Link:
    """One attribution in a window: its cue's first piece, and the pieces of all three parts."""

    cue: int
    pieces: list[int]  # of the cue
    source: list[int]
    content: list[int]


@dataclass
class Window:
    """Pieces of one article. `tags` is None where nobody labelled them; `soft` likewise."""

    ids: list[int]
    offsets: list[tuple[int, int]]
    tags: list[int] | None
    soft: np.ndarray | None
    links: list[Link] = field(default_factory=list)


def load_tokenizer(base: Path) -> Tokenizer:
    """The base model's tokenizer, cutting nothing off."""
    tokenizer = Tokenizer.from_file(str(base / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def read_articles(path: Path) -> Iterator[dict]:
    """The records of an NDJSON file."""
    with path.open(encoding="utf-8") as file:
        for line in file:
            yield json.loads(line)


def read_soft(path: Path) -> dict[str, tuple[np.ndarray, np.ndarray]]:
    """A teacher's probabilities by article: piece starts, and seven labels a piece (0 to 1)."""
    with np.load(path) as packed:  # each access unpacks anew: take every array once
        keys, lengths, offsets, probs = (
            packed[name] for name in ("ids", "lengths", "offsets", "probs")
        )
    ends = np.cumsum(lengths)
    soft = {}
    for key, start, end in zip(keys, ends - lengths, ends, strict=True):
        soft[str(key)] = (offsets[start:end, 0], probs[start:end].astype(np.float32) / 255)
    return soft


def cut(
    article: dict,
    tokenizer: Tokenizer,
    soft: tuple[np.ndarray, np.ndarray] | None = None,
    length: int = LENGTH,
) -> list[Window]:
    """The windows of one article; without "attributions" they carry soft labels alone."""
    text = article["text"]
    coded = tokenizer.encode(text, add_special_tokens=False)
    gold = article.get("attributions")
    tags = _tag(text, coded.offsets, gold) if gold is not None else None
    softly = _align(coded.offsets, soft)
    starts = [{m.end() for m in mark.finditer(text)} for mark in (_LINE, _BREAK)]
    windows, left = [], 0
    while left < len(coded.ids):
        right = _right_edge(left, coded.offsets, starts, length)
        offsets = coded.offsets[left:right]
        windows.append(
            Window(
                ids=coded.ids[left:right],
                offsets=offsets,
                tags=tags[left:right] if tags is not None else None,
                soft=softly[left:right] if softly is not None else None,
                links=_links(offsets, gold or []),
            )
        )
        left = right
    return windows


def bare(window: Window, marks: frozenset[int]) -> Window:
    """A window without the pieces in `marks`, its labels moved along."""
    kept = [n for n, piece in enumerate(window.ids) if piece not in marks]
    if not kept or len(kept) == len(window.ids):
        return window
    new = {old: number for number, old in enumerate(kept)}
    links = []
    for link in window.links:
        cue, source, content = (
            [new[p] for p in part if p in new] for part in (link.pieces, link.source, link.content)
        )
        if cue:
            links.append(Link(cue[0], cue, source, content))
    return Window(
        ids=[window.ids[n] for n in kept],
        offsets=[window.offsets[n] for n in kept],
        tags=[window.tags[n] for n in kept] if window.tags is not None else None,
        soft=window.soft[kept] if window.soft is not None else None,
        links=links,
    )


def batches(windows: Sequence[Window], size: int, rng: random.Random) -> list[list[Window]]:
    """Windows shuffled into batches of like length."""
    order = list(windows)
    rng.shuffle(order)
    found = []
    for start in range(0, len(order), 32 * size):
        pool = sorted(order[start : start + 32 * size], key=lambda w: len(w.ids))
        found.extend(pool[i : i + size] for i in range(0, len(pool), size))
    rng.shuffle(found)
    return found


def _right_edge(
    left: int, offsets: Sequence[tuple[int, int]], starts: Sequence[set[int]], length: int
) -> int:
    """Where a window ends: the last of the first kind of start that it reaches, else full."""
    right = min(len(offsets), left + length - 2)
    if right < len(offsets):
        for kind in starts:
            for edge in range(right, left + _LEAST, -1):
                if offsets[edge][0] in kind:
                    return edge
    return right


def _tag(text: str, offsets: Sequence[tuple[int, int]], gold: Sequence[dict]) -> list[int]:
    role_at, begins = bytearray(len(text) + 1), bytearray(len(text) + 1)
    spans = [(role, a, b) for one in gold for role in ROLES for a, b in one[role]]
    for role, start, end in sorted(spans, key=lambda s: -(s[2] - s[1])):
        end = min(end, len(text))
        role_at[start:end] = bytes([ROLES.index(role) + 1]) * max(0, end - start)
        if start < len(text):
            begins[start] = 1
    tags, before = [], 0
    for start, end in offsets:
        role = role_at[start] if end > start else 0
        new = role and (any(begins[start:end]) or before != role)
        tags.append(0 if not role else 2 * role - 1 if new else 2 * role)
        before = role
    return tags


def _links(offsets: Sequence[tuple[int, int]], gold: Sequence[dict]) -> list[Link]:
    links = []
    for one in gold:
        cue = _inside(offsets, one["cue"])
        if cue:
            links.append(
                Link(cue[0], cue, _inside(offsets, one["source"]), _inside(offsets, one["content"]))
            )
    return links


def _inside(offsets: Sequence[tuple[int, int]], spans: Sequence[Sequence[int]]) -> list[int]:
    return [
        number
        for number, (start, end) in enumerate(offsets)
        if any(a <= start < b for a, b in spans) and end > start
    ]


def _align(
    offsets: Sequence[tuple[int, int]], soft: tuple[np.ndarray, np.ndarray] | None
) -> np.ndarray | None:
    """The teacher's labels for these pieces, found by where they begin; NaN where it has none."""
    if soft is None:
        return None
    at = {int(start): number for number, start in enumerate(soft[0])}
    rows = np.full((len(offsets), len(LABELS)), np.nan, dtype=np.float32)
    for number, (start, _) in enumerate(offsets):
        if start in at:
            rows[number] = soft[1][at[start]]
    return rows
