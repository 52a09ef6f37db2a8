"""Runs of tokens that the tagger thinks belong to a source, a cue or a content."""

from __future__ import annotations

from typing import NamedTuple

from onrecord.extract.page import Page


class Segment(NamedTuple):
    """Tokens `left` to `right` (not included), all in one sentence."""

    left: int
    right: int


class Beliefs(NamedTuple):
    """What the tagger believes of each token, as lists of probabilities."""

    source_begins: list[float]
    source: list[float]
    cue_begins: list[float]
    cue: list[float]
    content_begins: list[float]
    content: list[float]


SPLIT = 0.5  # a token that begins a span with more than this belief cuts a run in two


def cut_segments(
    page: Page, inside: list[float], begins: list[float], threshold: float
) -> list[Segment]:
    """The runs of tokens whose belief is above `threshold`, cut where a new span begins."""
    found: list[Segment] = []
    left, last = -1, -2
    sentence = page.sentence
    for token, belief in enumerate(inside):
        if belief <= threshold:
            continue
        fresh = token != last + 1 or begins[token] > SPLIT or sentence[token] != sentence[last]
        if fresh:
            if left >= 0:
                found.append(Segment(left, last + 1))
            left = token
        last = token
    if left >= 0:
        found.append(Segment(left, last + 1))
    return found
