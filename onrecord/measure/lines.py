"""Lines: the sentences of a page with the figures in them, as the checks walk over them."""

import math
from bisect import bisect_left
from dataclasses import dataclass

from onrecord.model import (
    Amount,
    Check,
    CheckVerdict,
    Document,
    Figure,
    Passage,
    RegionKind,
    Where,
    make_id,
)
from onrecord.text import fold

_EVIDENCE = frozenset({RegionKind.HEADLINE, RegionKind.BODY})
_REACH = 90  # characters around a figure that its part in a sum is read from


@dataclass(frozen=True, slots=True)
class Line:
    """A passage of headline or body, its plain text (small and as cased), its figures."""

    passage: Passage
    text: str
    cased: str
    figures: tuple[Figure, ...]
    starts: tuple[int, ...]

    def between(self, left: Figure, right: Figure) -> str:
        """The words between two figures, without the spaces at the ends."""
        return self.text[left.end - self.passage.start : right.start - self.passage.start].strip()

    def before(self, figure: Figure) -> str:
        """The words before a figure, back to the figure before it or so far as words matter."""
        start = figure.start - self.passage.start
        place = bisect_left(self.starts, figure.start)
        earlier = self.figures[place - 1].end - self.passage.start if place else 0
        return self.text[max(0, start - _REACH, earlier) : start].strip()

    def after(self, figure: Figure) -> str:
        """The words after a figure, up to the next figure or so far as words matter."""
        end = figure.end - self.passage.start
        place = bisect_left(self.starts, figure.end)
        later = (
            self.starts[place] - self.passage.start if place < len(self.starts) else end + _REACH
        )
        return self.text[end : min(end + _REACH, later)].strip()


def draw_lines(document: Document, figures: tuple[Figure, ...]) -> list[Line]:
    """The passages of `document` that checks may rest on, each with its figures."""
    plain = fold(document.text)
    small = plain.lower()
    if len(small) != len(plain):
        small = plain  # a letter whose small form is longer moves the offsets
    told = sorted((f for f in figures if f.where is Where.TEXT), key=lambda f: (f.start, f.end))
    lines: list[Line] = []
    index = 0
    for passage in sorted(document.passages, key=lambda p: (p.start, p.end)):
        if passage.where is not Where.TEXT or passage.region not in _EVIDENCE:
            continue
        while index < len(told) and told[index].start < passage.start:
            index += 1
        first = index
        while index < len(told) and told[index].end <= passage.end:
            index += 1
        here = slice(passage.start, passage.end)
        starts = tuple(figure.start for figure in told[first:index])
        lines.append(Line(passage, small[here], plain[here], tuple(told[first:index]), starts))
    return lines


def make_check(
    kind: str,
    verdict: CheckVerdict,
    says: str,
    figures: tuple[Figure, ...],
    value: Amount | None,
    premise: str | None = None,
) -> Check:
    """A check over `figures`, its id made of its kind and theirs."""
    if value is not None:
        value = Amount(_trimmed(value.low), _trimmed(value.high), value.unit)
    ids = tuple(figure.id for figure in figures)
    return Check(
        id=make_id("check", kind, *ids),
        kind=kind,
        verdict=verdict,
        premise=premise,
        says=says,
        figures=ids,
        value=value,
        story=figures[0].story,
    )


def _trimmed(value: float | None) -> float | None:
    """Without the noise of floating-point sums; None for what is not finite."""
    return None if value is None or not math.isfinite(value) else float(f"{value:.10g}")
