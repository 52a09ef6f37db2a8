"""Conversions: one measure in two units ("60 feet (18 metres)"), one rate in two spans."""

import re
from collections.abc import Iterator

from onrecord.measure.lexicon import Conversion, Lexicon
from onrecord.measure.lines import Line, make_check
from onrecord.measure.rounding import POLICY, write_figure, write_number
from onrecord.model import Amount, Check, CheckVerdict, Figure

# "60 feet (18 m)", "a 60-foot-wide (18 m) hole", "3.6 degrees Fahrenheit, or 2 degrees Celsius,".
_BRACKET = re.compile(r"-?(?:wide|long|tall|high|deep|thick|across|away)? ?\(")
_OR = re.compile(r",? or")
_WRONG = 0.10  # a newsroom rounds "10 miles (15 km)"; beyond this it is a slip
_ROUND = 0.04  # what ordinary rounding of both numbers leaves
_SPANS = {("month", "year"): 12.0, ("quarter", "year"): 4.0, ("week", "year"): 52.0,
          ("hour", "day"): 24.0}  # fmt: skip


def check_conversions(lines: list[Line], lexicon: Lexicon) -> Iterator[Check]:
    """Pairs of neighbouring figures that say one measure in two units or spans."""
    for line in lines:
        for place, (left, right) in enumerate(zip(line.figures, line.figures[1:], strict=False)):
            gap = line.between(left, right)
            told = _BRACKET.fullmatch(gap) or (_OR.fullmatch(gap) and _closes(line, right))
            if told and not _is_compound(line, place, lexicon):
                yield from _check_units(line, left, right, lexicon)
            if gap in (", or", "or", "("):
                yield from _check_spans(left, right)


def _closes(line: Line, figure: Figure) -> bool:
    """Whether the clause ends with the figure: then "or" before it says the same again."""
    tail = line.after(figure)
    return not tail or tail.startswith((",", ";")) or tail == "."


def _is_compound(line: Line, place: int, lexicon: Lexicon) -> bool:
    """As in "5 feet 10 inches (1.78 m)": the measure before the bracket is in two parts."""
    if place == 0:
        return False
    before, figure = line.figures[place - 1], line.figures[place]
    kinds = [lexicon.conversions.get(f.unit or "") for f in (before, figure)]
    near = len(line.between(before, figure)) <= len(", and ")
    return near and kinds[0] is not None and kinds[1] is not None and kinds[0].kind == kinds[1].kind


def _check_units(line: Line, left: Figure, right: Figure, lexicon: Lexicon) -> Iterator[Check]:
    source = lexicon.conversions.get(left.unit or "")
    target = lexicon.conversions.get(right.unit or "")
    if source is None or target is None or source.kind != target.kind or left.unit == right.unit:
        return
    tail = line.after(right)
    if not (tail.startswith((")", ",", "/", ";")) or _closes(line, right)) or left.per != right.per:
        return
    if (left.low == left.high) != (right.low == right.high):
        return  # "zero to 60 mph (97 kph)": the bracket is of one end
    both = ((left.low, right.low), (left.high, right.high))
    ends = [(a, b) for a, b in both if a is not None and b is not None]
    if not ends:
        return
    made, gaps = _compare(ends, source, target, step=left.change is not None)
    if max(gaps) > _ROUND and source.offset != target.offset:
        # "Below 2 degrees Celsius (3.6 Fahrenheit)" of warming: a difference of temperatures.
        other = _compare(ends, source, target, step=left.change is None)
        made, gaps = min((made, gaps), other, key=lambda pair: max(pair[1]))
    if _ROUND < max(gaps) <= _WRONG:
        return  # coarse, but no newsroom would correct it
    result = " to ".join(write_number(float(f"{x:.3g}")) for x in dict.fromkeys(made))
    yield make_check(
        "conversion",
        CheckVerdict.HOLDS if max(gaps) <= _ROUND else CheckVerdict.FAILS,
        f"{write_figure(left)} {left.unit} = {result} {right.unit}; "
        f"the text says {write_figure(right)} (rounding up to {write_number(_ROUND, '1')})",
        (left, right),
        Amount(made[0], made[-1], right.unit),
    )


def _compare(
    ends: list[tuple[float, float]], source: Conversion, target: Conversion, step: bool
) -> tuple[list[float], list[float]]:
    """The ends in the target unit, and how far the told ones are from them."""
    made = [_convert(a, source, target, step) for a, _ in ends]
    return made, [_gap(x, b, source, step) for x, (_, b) in zip(made, ends, strict=True)]


def _convert(value: float, source: Conversion, target: Conversion, step: bool) -> float:
    """`value` in the target unit; of a rise or fall in temperature, without the zero points."""
    if step:
        return value * source.factor / target.factor
    return (value * source.factor + source.offset - target.offset) / target.factor


def _gap(made: float, told: float, source: Conversion, step: bool) -> float:
    """How far apart, as a share; half a unit apart is nothing, and degrees count from -50."""
    if abs(made - told) <= _HALF:
        return 0.0
    zero = _COLD if source.kind == "temperature" and not step else 0.0
    return abs(made - told) / max(abs(told - zero), _HALF)


_HALF = 0.51
_COLD = -50.0


def _check_spans(left: Figure, right: Figure) -> Iterator[Check]:
    """As in "$1,200 a month, or $14,400 a year"."""
    if left.unit != right.unit or left.unit is None or None in (left.per, right.per):
        return
    pair = (left, right) if (left.per, right.per) in _SPANS else (right, left)
    times = _SPANS.get((pair[0].per or "", pair[1].per or ""))
    ends = pair[0].low, pair[1].low
    if times is None or ends[0] is None or ends[1] is None or left.bound != right.bound:
        return
    made = ends[0] * times
    gap = abs(made - ends[1]) / max(abs(ends[1]), 1e-9)
    if _ROUND < gap <= _WRONG:
        return
    yield make_check(
        "rate",
        CheckVerdict.HOLDS if gap <= _ROUND else CheckVerdict.FAILS,
        f"{write_figure(pair[0])} a {pair[0].per} x {times:g} = "
        f"{write_number(made, pair[0].unit)} a {pair[1].per}; the text says "
        f"{write_figure(pair[1])} ({POLICY})",
        (left, right),
        Amount(made, made, pair[0].unit),
    )
