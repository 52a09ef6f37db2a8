"""Pictures of a solution: intervals of one unit as bars on one axis, as text and as SVG."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape

from onrecord.measure.worksheets.answers import Solution
from onrecord.measure.worksheets.sheets import Sheet
from onrecord.measure.worksheets.showing import write_interval, write_number, write_unit

_BAR, _POINT, _LINE = "█", "●", "·"
_ROW, _LEFT, _WIDE, _RIGHT = 26, 150, 420, 230
# What colours a picture that stands alone: it follows the reader's light or dark setting.
STYLE = (
    "<style>text{fill:#1c1b19;font:13px sans-serif}.soft{fill:#5c5952;font-size:12px}"
    ".bold{font-weight:bold}.axis{stroke:#b9b4a8}.band{fill:#1d4f7c;fill-opacity:.3;"
    "stroke:#1d4f7c;stroke-width:1.5}.given{fill:#1c1b19}.derived{fill:#1d4f7c}"
    ".default{fill:#a8a49b}@media (prefers-color-scheme:dark){svg{background:#17181a}"
    "text{fill:#e9e6df}.soft{fill:#a8a49b}.axis{stroke:#5a5b5d}.given{fill:#e9e6df}"
    ".band{fill:#8ebbe4;stroke:#8ebbe4}.derived{fill:#8ebbe4}.default{fill:#6d6a63}}</style>"
)


@dataclass(frozen=True, slots=True)
class Bar:
    """One variable's interval, what it is, and its words."""

    name: str
    low: float
    high: float
    how: str
    told: str


@dataclass(frozen=True, slots=True)
class Axis:
    """Bars of one unit, and the values at the two ends."""

    unit: str
    low: float
    high: float
    bars: tuple[Bar, ...]
    percent: bool


def draw_axes(solution: Solution, sheet: Sheet) -> tuple[Axis, ...]:
    """The bounded results, grouped by unit in the order of the sheet; lone ones are left out."""
    found = []
    for result in solution.results:
        variable = sheet.variable(result.variable)
        if variable is not None:
            told = write_interval(result.interval, variable, result.unit)
            bar = Bar(result.variable, *result.interval, result.how, told)
            found.append((result.unit, variable.percent, bar))
    return lay_axes(found)


def lay_axes(found: Iterable[tuple[str, bool, Bar]], *, bare: bool = False) -> tuple[Axis, ...]:
    """Bars with their unit and whether they are percentages, on one axis for each unit.

    Bare numbers of different meanings share no axis, unless they are told to be alike (`bare`).
    """
    groups: dict[tuple[str, bool], list[Bar]] = {}
    for unit, percent, bar in found:
        if not any(math.isinf(end) for end in (bar.low, bar.high)):
            groups.setdefault((unit, percent), []).append(bar)
    return tuple(
        Axis(
            "" if percent or unit == "1" else unit,
            min(0.0, *(bar.low for bar in bars)),
            max(bar.high for bar in bars),
            tuple(bars),
            percent,
        )
        for (unit, percent), bars in groups.items()
        if len(bars) > 1
        and (bare or percent or unit != "1")
        and max(bar.high for bar in bars) > min(0.0, *(b.low for b in bars))
    )


def plot_text(axis: Axis, width: int = 44) -> list[str]:
    """The bars of an axis as lines of text."""
    name = max(len(bar.name) for bar in axis.bars)
    lines = [f"{bar.name:<{name}}  {_line(bar, axis, width)}" for bar in axis.bars]
    low, high = write_number(axis.low, axis.percent), write_number(axis.high, axis.percent)
    middle = " " * max(1, width - len(low) - len(high))
    return [*lines, f"{'':<{name}}  {low}{middle}{high} {write_unit(axis.unit)}".rstrip()]


def _line(bar: Bar, axis: Axis, width: int) -> str:
    first, last = (round(share_of(end, axis) * (width - 1)) for end in (bar.low, bar.high))
    mark = _POINT if first == last else _BAR
    return _LINE * first + mark * (last - first + 1) + _LINE * (width - 1 - last)


def share_of(value: float, axis: Axis) -> float:
    """Where a value stands on an axis, from 0 to 1."""
    return min(1.0, max(0.0, (value - axis.low) / (axis.high - axis.low)))


def draw_svg(solution: Solution, sheet: Sheet) -> str:
    """The axes as one SVG picture with its title; every text is escaped."""
    axes = draw_axes(solution, sheet)
    height = 40 + sum((len(axis.bars) + 2) * _ROW for axis in axes)
    width = _LEFT + _WIDE + _RIGHT
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img">',
        STYLE,
        f"<title>{escape(sheet.about)}</title>",
        f'<text class="bold" x="8" y="22">{escape(sheet.about)}</text>',
    ]
    top = 40
    for axis in axes:
        parts += _axis_parts(axis, top)
        top += (len(axis.bars) + 2) * _ROW
    return "\n".join([*parts, "</svg>", ""])


def _axis_parts(axis: Axis, top: int) -> Sequence[str]:
    parts = []
    for row, bar in enumerate(axis.bars):
        y = top + row * _ROW
        x = _LEFT + share_of(bar.low, axis) * _WIDE
        wide = max(3.0, (share_of(bar.high, axis) - share_of(bar.low, axis)) * _WIDE)
        parts += [
            f'<text x="{_LEFT - 8}" y="{y + 13}" text-anchor="end">{escape(bar.name)}</text>',
            f'<rect x="{x:.1f}" y="{y + 2}" width="{wide:.1f}" height="14" class="{bar.how}">'
            f"<title>{escape(bar.told)}</title></rect>",
            f'<text x="{_LEFT + _WIDE + 10}" y="{y + 13}">{escape(bar.told)}</text>',
        ]
    y = top + len(axis.bars) * _ROW
    low, high = write_number(axis.low, axis.percent), write_number(axis.high, axis.percent)
    return [
        *parts,
        f'<line x1="{_LEFT}" x2="{_LEFT + _WIDE}" y1="{y}" y2="{y}" class="axis"/>',
        f'<text x="{_LEFT}" y="{y + 16}" class="soft">{escape(low)}</text>',
        f'<text x="{_LEFT + _WIDE}" y="{y + 16}" text-anchor="end" class="soft">'
        f"{escape(f'{high} {write_unit(axis.unit)}'.strip())}</text>",
    ]
