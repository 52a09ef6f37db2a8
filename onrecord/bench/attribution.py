"""Attributions found against attributions wanted, counted as PolNeAR's users count them.

Tokens are runs of letters, digits and underscores: punctuation and quotation marks never count.

- `strict/ROLE`: the characters of a part are the same; `exact/ROLE`: its words are the same.
- `token/ROLE`: the words of a page that carry the role.
- `relation`: pairs one to one whose contents, and whose sources, share at least half of the longer
  side; a wanted one without a source needs a found one without a source.
- `content50`: the same without a look at the source. `triple_exact`: all three parts exact.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from dataclasses import dataclass

from onrecord.bench.counts import Count
from onrecord.model import Span, Spans
from onrecord.text import trim

ROLES = ("source", "cue", "content")

_WORD = re.compile(r"\w+")
Words = frozenset[int]


@dataclass(frozen=True, slots=True)
class Attribution:
    """The spans of a source, a cue and a content; empty where a part is not there."""

    source: Spans = ()
    cue: Spans = ()
    content: Spans = ()


@dataclass(frozen=True, slots=True)
class Sides:
    """An attribution as the words that its parts cover, and as trimmed characters."""

    given: Attribution
    words: tuple[Words, Words, Words]
    spans: tuple[Spans, Spans, Spans]

    @property
    def source(self) -> Words:
        """The words of the source."""
        return self.words[0]

    @property
    def cue(self) -> Words:
        """The words of the cue."""
        return self.words[1]

    @property
    def content(self) -> Words:
        """The words of the content."""
        return self.words[2]


Agree = Callable[[Sides, Sides], bool]


def count_attributions(
    text: str, found: Sequence[Attribution], wanted: Sequence[Attribution]
) -> dict[str, Count]:
    """The counts of one page by measure."""
    ours, theirs = take_sides(text, found), take_sides(text, wanted)
    counts = dict(_count_parts(ours, theirs))
    pairs = len(match_sides(ours, theirs, is_same_relation))
    counts["relation"] = Count(pairs, len(ours), len(theirs))
    pairs = len(match_sides(ours, theirs, _is_roughly_same_relation))
    counts["relation_lenient"] = Count(pairs, len(ours), len(theirs))
    named = [s for s in ours if s.source], [s for s in theirs if s.source]
    pairs = len(match_sides(*named, is_same_relation))
    counts["relation_sourced"] = Count(pairs, len(named[0]), len(named[1]))
    same = match_sides(ours, theirs, is_same_content)
    counts["content50"] = Count(len(same), len(ours), len(theirs))
    triples = {s.words for s in ours}, {s.words for s in theirs}
    counts["triple_exact"] = _shared(*triples)
    sourced = [(ours[i], theirs[j]) for i, j in same if theirs[j].source]
    right = sum(_is_half(a.source, b.source) for a, b in sourced)
    counts["src_acc|content50(>=50%)"] = Count(right, len(sourced), len(sourced))
    right = sum(bool(a.source & b.source) for a, b in sourced)
    counts["src_acc|content50(any)"] = Count(right, len(sourced), len(sourced))
    return counts


def take_sides(text: str, attributions: Iterable[Attribution]) -> list[Sides]:
    """The attributions that cover a word of the text, in order."""
    places = [match.span() for match in _WORD.finditer(text)]
    starts, ends = [start for start, _ in places], [end for _, end in places]
    sides = []
    for given in attributions:
        parts = (given.source, given.cue, given.content)
        a, b, c = (_cover(part, starts, ends) for part in parts)
        if a or b or c:
            source, cue, content = (_trim(text, part) for part in parts)
            sides.append(Sides(given, (a, b, c), (source, cue, content)))
    return sides


def match_sides(
    ours: Sequence[Sides], theirs: Sequence[Sides], agree: Agree
) -> list[tuple[int, int]]:
    """The places of those that agree, one to one, the most alike first."""
    candidates = [
        (-(_dice(a.source, b.source) + _dice(a.content, b.content)), i, j)
        for i, a in enumerate(ours)
        for j, b in enumerate(theirs)
        if (a.content & b.content or a.source & b.source) and agree(a, b)
    ]
    pairs: list[tuple[int, int]] = []
    taken: tuple[set[int], set[int]] = set(), set()
    for _, i, j in sorted(candidates):
        if i not in taken[0] and j not in taken[1]:
            taken[0].add(i)
            taken[1].add(j)
            pairs.append((i, j))
    return pairs


def is_same_content(a: Sides, b: Sides) -> bool:
    """Whether the contents share at least half of the longer one."""
    return _is_half(a.content, b.content)


def is_same_relation(a: Sides, b: Sides) -> bool:
    """Whether contents and sources do; or neither has a source."""
    same = not (a.source or b.source) or _is_half(a.source, b.source)
    return same and is_same_content(a, b)


def _is_roughly_same_relation(a: Sides, b: Sides) -> bool:
    same = not (a.source or b.source) or bool(a.source & b.source)
    return same and is_same_content(a, b)


def _count_parts(ours: list[Sides], theirs: list[Sides]) -> Iterator[tuple[str, Count]]:
    """The measures of single parts: each distinct part of a page counts once."""
    for n, role in enumerate(ROLES):
        cut = {s.spans[n] for s in ours}, {s.spans[n] for s in theirs}
        yield f"strict/{role}", _shared(cut[0] - {()}, cut[1] - {()})
    for n, role in enumerate(ROLES):
        words = {s.words[n] for s in ours}, {s.words[n] for s in theirs}
        yield f"exact/{role}", _shared(words[0] - {frozenset()}, words[1] - {frozenset()})
    for n, role in enumerate(ROLES):
        every = [{word for side in sides for word in side.words[n]} for sides in (ours, theirs)]
        yield f"token/{role}", _shared(every[0], every[1])


def _shared(ours: Set[object], theirs: Set[object]) -> Count:
    return Count(len(ours & theirs), len(ours), len(theirs))


def _cover(spans: Spans, starts: list[int], ends: list[int]) -> Words:
    """The places of the words that the spans touch."""
    return frozenset(
        place
        for start, end in spans
        for place in range(bisect_right(ends, start), bisect_left(starts, end))
    )


def _trim(text: str, spans: Spans) -> Spans:
    """The spans without white space at their ends, those that only white space parts joined."""
    joined: list[Span] = []
    for start, end in sorted(spans):
        start, end = trim(text, max(0, start), min(len(text), end))
        if start >= end:
            continue
        if joined and not text[joined[-1].end : start].strip():
            joined[-1] = Span(joined[-1].start, max(end, joined[-1].end))
        else:
            joined.append(Span(start, end))
    return tuple(joined)


def _is_half(a: Words, b: Words) -> bool:
    return bool(a) and bool(b) and 2 * len(a & b) >= max(len(a), len(b))


def _dice(a: Words, b: Words) -> float:
    return 2 * len(a & b) / (len(a) + len(b)) if a or b else 0.0
