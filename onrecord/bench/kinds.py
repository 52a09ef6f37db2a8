"""Attributions by kind: where a reader is strong and where it is weak.

A found attribution is of the kind that its own spans make it, a wanted one of its own; both are
right where they are the same relation (`attribution.is_same_relation`).
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from onrecord.bench.attribution import Attribution, Sides, is_same_relation, match_sides, take_sides
from onrecord.model import Span

LONG_CUE = 4  # words; nine in ten of PolNeAR's cues have three or fewer
QUOTED = 0.9  # of a content's words inside quotation marks: what is left is "that" and the like
LONGEST_QUOTATION = 5_000  # characters; a mark that is never closed quotes no page

_CLOSERS = {"“": "”", '"': '"', "‘": "’", "«": "»", "„": "“"}
_WORD = re.compile(r"\w+")
_PARAGRAPH = re.compile(r"[^\n]+")


@dataclass(frozen=True, slots=True)
class KindCount:
    """Of one kind: how many were found and right, and how many were wanted and met."""

    found: int = 0
    right: int = 0
    wanted: int = 0
    met: int = 0

    @property
    def precision(self) -> float:
        """The share of the found ones that is right."""
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """The share of the wanted ones that was met."""
        return self.met / self.wanted if self.wanted else 0.0

    def __add__(self, other: "KindCount") -> "KindCount":
        return KindCount(
            self.found + other.found,
            self.right + other.right,
            self.wanted + other.wanted,
            self.met + other.met,
        )


@dataclass(frozen=True, slots=True)
class Marked:
    """An attribution with what its kind depends on beyond its own spans."""

    side: Sides
    quoted: float
    within: bool
    text: str = field(repr=False)


def is_direct(one: Marked) -> bool:
    """Whether all that is said stands in quotation marks."""
    return one.quoted >= QUOTED


def is_mixed(one: Marked) -> bool:
    """Whether some of it does."""
    return 0 < one.quoted < QUOTED


def is_indirect(one: Marked) -> bool:
    """Whether none of it does."""
    return bool(one.side.content) and not one.quoted


def has_no_source(one: Marked) -> bool:
    """Whether nobody is named to have said it."""
    return not one.side.source


def has_long_cue(one: Marked) -> bool:
    """Whether the words that attribute it are four or more."""
    return len(one.side.cue) >= LONG_CUE


def is_nested(one: Marked) -> bool:
    """Whether it stands inside what somebody else is said to have said."""
    return one.within


def is_discontinuous(one: Marked) -> bool:
    """Whether what is said is interrupted, as in "this," she said, "and that"."""
    pieces = one.side.spans[2]
    gaps = (one.text[a.end : b.start] for a, b in zip(pieces, pieces[1:], strict=False))
    return any(_WORD.search(gap) for gap in gaps)


def comes_last(one: Marked) -> bool:
    """Whether the cue stands after what is said."""
    cue, content = one.side.cue, one.side.content
    return bool(cue and content) and min(cue) > min(content)


KINDS: Mapping[str, Callable[[Marked], bool]] = {
    "direct": is_direct,
    "mixed": is_mixed,
    "indirect": is_indirect,
    "cue after content": comes_last,
    "long cue": has_long_cue,
    "no source": has_no_source,
    "nested": is_nested,
    "discontinuous": is_discontinuous,
}


def count_kinds(
    text: str, found: Sequence[Attribution], wanted: Sequence[Attribution]
) -> dict[str, KindCount]:
    """The counts of one page by kind; a kind that it does not have counts nothing."""
    ours, theirs = take_sides(text, found), take_sides(text, wanted)
    pairs = match_sides(ours, theirs, is_same_relation)
    sides = (ours, {i for i, _ in pairs}), (theirs, {j for _, j in pairs})
    marked = [(list(mark_sides(text, group)), right) for group, right in sides]
    counts = {}
    for kind, belongs in KINDS.items():
        numbers = []
        for group, right in marked:
            places = {place for place, one in enumerate(group) if belongs(one)}
            numbers += [len(places), len(places & right)]
        counts[kind] = KindCount(*numbers)
    return counts


def mark_sides(text: str, sides: Sequence[Sides]) -> Iterator[Marked]:
    """Each with the share of its content that is quoted, and whether it stands in another's."""
    quotations = find_quotations(text)
    quoted = _words_within(text, quotations)
    for side in sides:
        share = len(side.content & quoted) / len(side.content) if side.content else 0.0
        whole = side.content | side.cue | side.source
        within = any(other is not side and whole < other.content for other in sides)
        yield Marked(side, share, within, text)


def find_quotations(text: str) -> list[Span]:
    """What stands between quotation marks, the marks left out.

    A mark that its paragraph does not close reaches to the paragraph's end if the next one opens
    with a mark too (as newspapers set long quotations); else it quotes nothing.
    """
    found: list[Span] = []
    paragraphs = [match.span() for match in _PARAGRAPH.finditer(text) if match.group().strip()]
    for number, (start, end) in enumerate(paragraphs):
        following = text[slice(*paragraphs[number + 1])] if number + 1 < len(paragraphs) else ""
        goes_on = following.lstrip()[:1] in _CLOSERS
        found += _scan(text, start, end, goes_on)
    return found


def _scan(text: str, start: int, end: int, goes_on: bool) -> Iterator[Span]:
    """The quotations of one paragraph, from its first mark on, none inside another."""
    opened, closer = -1, ""
    for place in range(start, end):
        sign = text[place]
        if opened < 0:
            if sign in _CLOSERS and _opens(text, place, start):
                opened, closer = place + 1, _CLOSERS[sign]
        elif sign == closer and not (closer == "’" and text[place + 1 : place + 2].isalnum()):
            if place - opened <= LONGEST_QUOTATION:
                yield Span(opened, place)
            opened = -1
    if opened >= 0 and goes_on and closer != "’":
        yield Span(opened, end)


def _opens(text: str, place: int, start: int) -> bool:
    """Whether a mark stands where a quotation may begin: not behind a letter or a figure."""
    return place == start or not text[place - 1].isalnum()


def _words_within(text: str, spans: Iterable[Span]) -> frozenset[int]:
    """The places of the words inside `spans`."""
    return frozenset().union(
        *(side.content for side in take_sides(text, [Attribution(content=tuple(spans))]))
    )
