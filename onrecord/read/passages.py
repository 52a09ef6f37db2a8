"""Passages: the sentences and headlines of a page, each in its region and story."""

import re
from collections.abc import Iterator

from onrecord.model import Passage, RegionKind, Where
from onrecord.read.paragraphs import Paragraph
from onrecord.read.regions import Label
from onrecord.text import split_sentences

LONGEST = 2_000  # characters; the longest sentence of 924 PolNeAR articles has 1,500

_WHOLE = frozenset({RegionKind.HEADLINE, RegionKind.BYLINE})
_PAUSE = re.compile(r"[,;:)]\s+")
_SPACE = re.compile(r"\s+")


def find_passages(
    paragraphs: list[Paragraph], labels: list[Label], stories: list[str | None]
) -> list[Passage]:
    """The passages of a text, in order; headlines and bylines are one passage each."""
    found: list[Passage] = []
    for one, label, story in zip(paragraphs, labels, stories, strict=True):
        pieces = [(label.kind, 0, len(one.folded))]
        if label.after is not None:
            pieces = [(label.kind, 0, label.turn), (label.after, label.turn, len(one.folded))]
        for kind, start, end in pieces:
            found.extend(_cut_piece(one, kind, start, end, story))
    return found


def _cut_piece(
    one: Paragraph, kind: RegionKind, start: int, end: int, story: str | None
) -> list[Passage]:
    words = one.folded[start:end].rstrip()
    if kind in _WHOLE:
        spans = [(0, len(words))] if words else []
    else:
        spans = [piece for a, b in split_sentences(words) for piece in cut_long(words, a, b)]
    left = one.start + start
    return [Passage(left + a, left + b, kind, story, one.number) for a, b in spans]


def cut_long(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A sentence in pieces that can be read: speech that was written down has no full stops.

    A piece ends at the last pause in its second half, else between two words, else where it is
    full.
    """
    while end - start > LONGEST:
        half, full = start + LONGEST // 2, start + LONGEST
        gaps = [*_PAUSE.finditer(text, half, full)] or [*_SPACE.finditer(text, half, full)]
        left, right = (gaps[-1].start(), gaps[-1].end()) if gaps else (full, full)
        if gaps and not text[left].isspace():
            left += 1  # the comma stays with what it ends
        yield start, left
        start = right
    if start < end:
        yield start, end


def title_passage(title: str, story: str | None) -> Passage:
    """The passage of a title that does not stand in the text."""
    return Passage(0, len(title), RegionKind.HEADLINE, story, 0, Where.TITLE)
