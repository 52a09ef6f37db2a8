"""Arithmetic on half-open spans."""

from collections.abc import Iterable, Sequence

from onrecord.model import Span, Spans

GAP = " … "  # between the pieces of a discontinuous text, as DESIGN.md's contract has it


def cut(text: str, spans: Iterable[Span]) -> str:
    """The text of `spans`, pieces joined with " … "."""
    return GAP.join(text[start:end] for start, end in spans)


def trim(text: str, start: int, end: int) -> Span:
    """`[start, end)` without the white space at its ends."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def overlap(left: Sequence[Span], right: Sequence[Span]) -> int:
    """How many characters two lists of spans share."""
    return sum(max(0, min(b, d) - max(a, c)) for a, b in left for c, d in right)


def covers(outer: Span, inner: Span) -> bool:
    """Whether `inner` lies inside `outer`."""
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def join_spans(spans: Iterable[Span]) -> Spans:
    """`spans` in order, with those that touch or overlap made one."""
    joined: list[Span] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(end, joined[-1].end))
        elif start < end:
            joined.append(Span(start, end))
    return tuple(joined)
