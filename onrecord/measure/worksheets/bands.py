"""A sweep as a picture: for each column a band between its lower and upper end, in SVG.

The picture follows the reader's light or dark setting by itself and needs no script.
"""

from collections.abc import Iterator, Sequence
from html import escape

from onrecord.measure.rounding import Interval
from onrecord.measure.worksheets.pictures import STYLE
from onrecord.measure.worksheets.sheets import Sheet, Variable
from onrecord.measure.worksheets.showing import write_number, write_unit
from onrecord.measure.worksheets.sweeps import Sweep

_LEFT, _WIDE, _RIGHT = 110, 520, 30
_TOP, _HIGH, _GAP = 62, 150, 62


def draw_bands(sweep: Sweep, sheet: Sheet) -> str:
    """A panel for each column, one above the other; where nothing is possible a band breaks off."""
    height = _TOP + len(sweep.columns) * (_HIGH + _GAP)
    width = _LEFT + _WIDE + _RIGHT
    told = f"{sheet.about} {sweep.variable.name}: {sweep.variable.about}"
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img">',
        STYLE,
        f"<title>{escape(told)}</title>",
        f'<text class="bold" x="8" y="22">{escape(sheet.about)}</text>',
    ]
    for number, column in enumerate(sweep.columns):
        variable = sheet.variable(column.variable)
        if variable is not None:
            values = [point.values[number] if point.values else None for point in sweep.points]
            parts += _draw_panel(sweep, variable, values, _TOP + number * (_HIGH + _GAP))
    return "\n".join([*parts, "</svg>", ""])


def _draw_panel(
    sweep: Sweep, variable: Variable, values: Sequence[Interval | None], top: int
) -> Iterator[str]:
    """One column: its axis with the ends written on it, and the bands."""
    ends = [end for value in values if value for end in value if abs(end) != float("inf")]
    low, high = min([0.0, *ends]), max([0.0, *ends])
    unit = "" if variable.unit.text == "1" else f", {write_unit(variable.unit.text)}"
    bottom, right = top + _HIGH, _LEFT + _WIDE
    yield f'<text x="8" y="{top - 10}">{escape(f"{variable.name}{unit}")}</text>'
    yield f'<line class="axis" x1="{_LEFT}" x2="{_LEFT}" y1="{top}" y2="{bottom}"/>'
    for value in sorted({low, 0.0, high}):
        y = _height(value, low, high, top)
        told = escape(write_number(value, variable.percent))
        yield f'<line class="axis" x1="{_LEFT}" x2="{right}" y1="{y}" y2="{y}"/>'
        yield f'<text class="soft" x="{_LEFT - 8}" y="{y + 4}" text-anchor="end">{told}</text>'
    for run in _find_runs(values):
        lower = [(_LEFT + _across(n, values), _height(v.low, low, high, top)) for n, v in run]
        upper = [(_LEFT + _across(n, values), _height(v.high, low, high, top)) for n, v in run]
        path = " ".join(f"{x},{y}" for x, y in [*upper, *reversed(lower)])
        yield f'<polygon class="band" points="{path}"/>'
    points = sweep.points
    for x, point, anchor in ((_LEFT, points[0], "start"), (right, points[-1], "end")):
        told = f"{sweep.variable.name} {write_number(point.at, sweep.variable.percent)}"
        yield (
            f'<text class="soft" x="{x}" y="{bottom + 18}" text-anchor="{anchor}">'
            f"{escape(told)}</text>"
        )


def _find_runs(values: Sequence[Interval | None]) -> Iterator[list[tuple[int, Interval]]]:
    """The stretches of points at which something with two ends is left."""
    run: list[tuple[int, Interval]] = []
    for number, value in enumerate([*values, None]):
        if value is not None and all(abs(end) != float("inf") for end in value):
            run.append((number, value))
        elif run:
            yield run
            run = []


def _across(number: int, values: Sequence[object]) -> float:
    return round(_WIDE * number / (len(values) - 1), 1)


def _height(value: float, low: float, high: float, top: int) -> float:
    share = (value - low) / (high - low) if high > low else 0.0
    return round(top + _HIGH * (1 - share), 1)
