"""From chances to the words that name who said it."""

from collections.abc import Sequence

from onrecord.extract.learned.contents import trim
from onrecord.extract.page import Page
from onrecord.extract.segments import Segment


def find_source(
    page: Page, tokens: Sequence[int], chances: Sequence[float], cue: Segment, least: float
) -> Segment | None:
    """The run of tokens most believed to be the source; nobody where none is believed enough.

    A run ends with its sentence (a heading is no part of the name below it), and one in the
    cue's own sentence goes before all others.
    """
    runs: list[tuple[float, int, int]] = []
    for token, chance in zip(tokens, chances, strict=True):
        if chance <= least or cue.left <= token < cue.right:
            continue
        grows = runs and runs[-1][2] == token and page.sentence[token] == page.sentence[token - 1]
        if grows:
            weight, left, _ = runs[-1]
            runs[-1] = (weight + chance, left, token + 1)
        else:
            runs.append((chance, token, token + 1))
    if not runs:
        return None
    own = page.sentence[cue.left]
    _, left, right = max(runs, key=lambda run: (page.sentence[run[1]] == own, run[0], -run[1]))
    if _is_date(page.words[left:right]):
        return None
    source = trim(page, Segment(left, right))
    return _with_article(page, source) if source.left < source.right else None


def _is_date(words: Sequence[str]) -> bool:
    """Whether a run is mostly figures, as the date over an article is: "4 November 2026"."""
    return 2 * sum(word.isdigit() for word in words) > len(words)


def _with_article(page: Page, source: Segment) -> Segment:
    """A source with the article right before it, where it was begun without it."""
    left = source.left
    first, _ = page.bounds(left)
    if left > first and page.words[left - 1] in _ARTICLES and page.words[left] not in _ARTICLES:
        return Segment(left - 1, source.right)
    return source


_ARTICLES = frozenset(("the", "a", "an"))
