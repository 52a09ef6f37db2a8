"""Wordings: a share in words and the percentage beside it ("more than half, or 48 %").

"A majority", "a minority" count as words for a share. A fraction is coarse; a bound is a bound.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from onrecord.measure.lines import Line, make_check
from onrecord.measure.rounding import is_exact, is_fraction, nominal, write_number
from onrecord.model import Amount, Bound, Check, CheckVerdict, Figure

# "One in five, or 20 per cent", "a third of the readers, 33 %, say", "more than half (48 %)".
_LINK = re.compile(
    r"(?P<of>(?:of|the|its|their|all) [a-z' -]{1,50}?)?\s?"
    r"(?:(?P<sure>,? or|, i\.e\.|,? meaning|\()|,|--|–|—)"
)
_ENDS = re.compile(r"[,;)]|--|—|–|\.?$|\. ")
_MAJORITY = re.compile(
    r"\ban? (?:[a-z]+ )?(?P<word>majority|minority)(?: of [a-z' -]{1,50}?)?\s?"
    r"(?:,(?: or)?|\(|--|–|—)$"
)
_COARSE = 0.05
_COARSE_PART = 0.25  # of the fraction itself, where it is a small one
_POINT = 0.005  # half a point: percentages are told in whole ones
_NEARLY = 0.15  # "nearly half" is not said of a third


class ShareSpan(NamedTuple):
    """The shares that a wording may be said of."""

    low: float
    high: float


def check_wordings(lines: list[Line]) -> Iterator[Check]:
    """The shares in words of `lines` that a percentage says again."""
    for line in lines:
        for left, right in zip(line.figures, line.figures[1:], strict=False):
            if is_fraction(left) and _is_percentage(right) and _says_again(line, left, right):
                yield _judge(left, right)
        for figure in line.figures:
            if _is_percentage(figure):
                yield from _check_majority(line, figure)


def _is_percentage(figure: Figure) -> bool:
    told = figure.unit == "1" and not is_fraction(figure) and is_exact(figure)
    return told and figure.change is None and not figure.approx


def _says_again(line: Line, left: Figure, right: Figure) -> bool:
    """Whether the percentage is the same share again and not another one."""
    gap = line.between(left, right)
    link = _LINK.fullmatch(gap) if len(gap) <= _FAR else None
    if link is None or left.change is not None or left.unquantified:
        return False
    return bool(link["sure"] and not link["of"]) or _ENDS.match(line.after(right)) is not None


_FAR = 70  # characters between a share in words and its percentage


def _judge(left: Figure, right: Figure) -> Check:
    told, span = nominal(right), span_of(left)
    return make_check(
        "share",
        CheckVerdict.HOLDS if span.low <= told <= span.high else CheckVerdict.FAILS,
        f"{left.text} = {write_span(left, span)}; the text says {right.text}",
        (left, right),
        Amount(nominal(left), nominal(left), "1"),
    )


def span_of(figure: Figure) -> ShareSpan:
    """What a share in words may be said of: "a third", "more than half", "nearly a quarter"."""
    value = nominal(figure)
    coarse = min(_COARSE, _COARSE_PART * value)
    match figure.bound:
        case Bound.ABOVE | Bound.AT_LEAST:
            return ShareSpan(value - _POINT, 1.0)
        case Bound.BELOW | Bound.AT_MOST:
            return ShareSpan(value - _NEARLY if figure.approx else 0.0, value + _POINT)
    if figure.low != figure.high:
        return ShareSpan((figure.low or 0.0) - coarse, (figure.high or 1.0) + coarse)
    return ShareSpan(value - coarse, value + coarse)


def write_span(figure: Figure, span: ShareSpan) -> str:
    """What a share in words is and was taken as: "33.33 % (taken as 28.33 % to 38.33 %)"."""
    low, high = (write_number(round(max(0.0, end), 4), "1") for end in span)
    taken = f"{low} or more" if span.high >= 1 else f"{low} to {high}"
    return f"{write_number(nominal(figure), '1')} (taken as {taken}, as words are coarse)"


def _check_majority(line: Line, figure: Figure) -> Iterator[Check]:
    """As in "A majority of readers, 46 %, agreed"."""
    found = _MAJORITY.search(line.before(figure))
    if found is None or _ENDS.match(line.after(figure)) is None:
        return
    told, more = nominal(figure), found["word"] == "majority"
    holds = told >= _HALF - _POINT if more else told <= _HALF + _POINT
    yield make_check(
        "share",
        CheckVerdict.HOLDS if holds else CheckVerdict.FAILS,
        f"a {found['word']} is {'more' if more else 'less'} than 50 %; the text says "
        f"{write_number(told, '1')}",
        (figure,),
        Amount(_HALF if more else 0.0, 1.0 if more else _HALF, "1"),
    )


_HALF = 0.5
