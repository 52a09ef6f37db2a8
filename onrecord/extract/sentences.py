"""Long contents taken apart: each sentence of a quotation can be denied, confirmed or met alone."""

from collections.abc import Iterable

from onrecord.extract.page import Page
from onrecord.extract.segments import Segment

LEAST = 4  # words of a sentence that says something by itself


def split_content(page: Page, pieces: Iterable[Segment]) -> list[list[Segment]]:
    """The sentences of a content, each as its own pieces; none where there is only one.

    The pieces of one broken sentence (`"We are sure," she said, "that it holds"`) stay together.
    """
    sentences: list[list[Segment]] = []
    for left, right in pieces:
        for start, end in _cut(page, left, right):
            broken = bool(sentences) and not _is_ended(page, sentences[-1][-1], start)
            if broken:
                sentences[-1].append(Segment(start, end))
            else:
                sentences.append([Segment(start, end)])
    if len(sentences) < 2:
        return []
    return [one for one in sentences if _count_words(page, one) >= LEAST]


def _cut(page: Page, left: int, right: int) -> list[Segment]:
    """A piece cut where a new sentence of the page begins."""
    cuts, start = [], left
    for token in range(left + 1, right):
        if page.sentence[token] != page.sentence[token - 1]:
            cuts.append(Segment(start, token))
            start = token
    return [*cuts, Segment(start, right)]


def _is_ended(page: Page, piece: Segment, following: int) -> bool:
    """Whether a piece ends its sentence before the token `following`."""
    last = piece.right - 1
    while last > piece.left and page.words[last] == '"':
        last -= 1
    if page.words[last] in (".", "?", "!", "..."):
        return True
    first = following
    while first + 1 < len(page.words) and page.words[first] == '"':
        first += 1
    return page.sentence[following] != page.sentence[last] and page.forms[first][0].isupper()


def _count_words(page: Page, pieces: Iterable[Segment]) -> int:
    return sum(page.words[t][0].isalnum() for left, right in pieces for t in range(left, right))
