"""Margins: a lead in points and the two shares it lies between ("by 3 points, 45 % to 42 %")."""

import re
from collections.abc import Iterator
from dataclasses import replace

from onrecord.measure.lexicon import Lexicon
from onrecord.measure.lines import Line, make_check
from onrecord.measure.rounding import Interval, is_exact, nominal, widen, write_figure, write_number
from onrecord.model import Amount, Bound, Check, CheckVerdict, Figure

_POINTS = frozenset({"point", "percentage point"})
_AT = r"(?:,|at|:|--|—|\(|, with| with|, at)?"
_OVER = r"(?: (?:over|against|on|ahead of|behind) [a-z.' ]{1,30})?"
_LEAD = re.compile(rf"{_AT}|(?P<noun>[a-z]+){_OVER}\s?{_AT}")
_AFTER = re.compile(
    r",? ?(?:or|for|giving [a-z]+|which is|that is|--|—)?(?: ?an?)?(?: (?P<noun>[a-z]+) of)?"
)


def check_margins(lines: list[Line], lexicon: Lexicon) -> Iterator[Check]:
    """The leads of `lines` set against the two shares told with them."""
    for line in lines:
        for place, figure in enumerate(line.figures):
            if figure.unit not in _POINTS or not is_exact(figure) or figure.unquantified:
                continue
            ends = _shares_after(line, place, lexicon) or _shares_before(line, place, lexicon)
            if ends is not None:
                yield _judge(figure, *ends)


def _shares_after(line: Line, place: int, lexicon: Lexicon) -> tuple[Figure, Figure] | None:
    """As in "A three-point margin, 45 percent to 42 percent"."""
    margin, pair = line.figures[place], line.figures[place + 1 : place + 3]
    ends = _read_pair(line, pair)
    link = _LEAD.fullmatch(line.between(margin, pair[0])) if ends is not None else None
    if link is None:
        return None
    named = link["noun"] in lexicon.margins
    led = any(word in lexicon.margins for word in line.before(margin).split()[-_BACK:])
    return ends if named or (led and not link["noun"]) else None


_BACK = 6  # words before a lead in which "leads", "up" or "ahead" stands


def _shares_before(line: Line, place: int, lexicon: Lexicon) -> tuple[Figure, Figure] | None:
    """As in "45 percent to 42 percent, a three-point lead"."""
    margin = line.figures[place]
    pair = line.figures[max(0, place - 2) : place]
    ends = _read_pair(line, pair) or _read_pair(line, pair[1:])
    link = _AFTER.fullmatch(line.between(pair[-1], margin)) if ends is not None else None
    if link is None:
        return None
    nouns = [link["noun"], *line.after(margin).split(maxsplit=1)[:1]]
    return ends if any((noun or "").strip(".,;)") in lexicon.margins for noun in nouns) else None


def _read_pair(line: Line, figures: tuple[Figure, ...]) -> tuple[Figure, Figure] | None:
    """Two shares told against each other ("45 percent to 42 percent"), or read as a span."""
    if not figures or figures[0].unit != "1" or figures[0].bound is not Bound.EQUAL:
        return None
    first = figures[0]
    if first.low != first.high:
        return replace(first, high=first.low), replace(first, low=first.high)
    if len(figures) < 2 or figures[1].unit != "1" or not is_exact(figures[1]):
        return None
    against = line.between(first, figures[1]) in ("to", "against", "versus", "-", "–")
    return (first, figures[1]) if against else None


def _judge(margin: Figure, left: Figure, right: Figure) -> Check:
    one, other = widen(left), widen(right)
    ends = (one.low - other.high) * 100, (one.high - other.low) * 100
    exact = abs(nominal(left) - nominal(right)) * 100
    slack = 2 * _HALF if margin.approx else _HALF
    told = nominal(margin) if ends[0] + ends[1] >= 0 else -nominal(margin)
    holds = Interval(*ends).meets(Interval(told - slack, told + slack))
    says = (
        f"{write_figure(left)} less {write_figure(right)} is {write_number(round(exact, 2))} "
        f"points; the text says {write_number(nominal(margin))} (each share taken to half its "
        f"last place, the lead to half a point)"
    )
    verdict = CheckVerdict.HOLDS if holds else CheckVerdict.FAILS
    figures = tuple({figure.id: figure for figure in (margin, left, right)}.values())
    return make_check("margin", verdict, says, figures, Amount(exact, exact, margin.unit))


_HALF = 0.5  # points: leads are told in whole ones
