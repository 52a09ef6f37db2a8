"""Sweeps: what follows as one variable goes from one value to another, step by step."""

import math
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from onrecord.errors import QuestionError
from onrecord.kit import Kit
from onrecord.measure.rounding import Interval
from onrecord.measure.worksheets import conflicts
from onrecord.measure.worksheets.answers import Result, Solution, Solver, has_moved, solve_sheet
from onrecord.measure.worksheets.conflicts import DEFAULT, GIVEN, Holding, minimise, settle
from onrecord.measure.worksheets.expressions import Relation
from onrecord.measure.worksheets.intervals import Contradiction
from onrecord.measure.worksheets.propagation import EFFORT, Effort
from onrecord.measure.worksheets.sheets import Sheet, Variable
from onrecord.measure.worksheets.showing import show_solution
from onrecord.measure.worksheets.wording import Given, read_given

STEPS = 11  # points of a sweep, unless it says how many
_MOST_STEPS = 101
_MOST_COLUMNS = 4
_EFFORTS = 3  # times what one question may take


@dataclass(frozen=True, slots=True)
class Point:
    """One value of the variable swept, and what is left of each column; or what forbids it.

    `outside` are the defaults that gave way at this value.
    """

    at: float
    values: tuple[Interval, ...]
    conflict: tuple[str, ...] = ()
    outside: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sweep:
    """A variable swept, the columns that move with it, and the points.

    `columns` are results of the point in the middle that is possible, or of the first: they say
    on what each column rests and under which premises. `solution` is that point's. `full` is false
    where the sheet was too large to be worked out: ranges may then be wider than need be.
    """

    variable: Variable
    columns: tuple[Result, ...]
    points: tuple[Point, ...]
    solution: Solution
    full: bool = True


def read_sweep(text: str, sheet: Sheet, kit: Kit) -> tuple[Given, int]:
    """What "extra=0..250,000" or "extra=0..250,000/6" asks for: a range, and how many points."""
    name, sign, rest = text.partition("=")
    variable = sheet.variable(name.strip())
    if not sign or variable is None:
        known = ", ".join(var.name for var in sheet.variables)
        raise QuestionError(f"--sweep {text[:60]!r}: expected NAME=LOW..HIGH, NAME one of {known}")
    ends, slash, count = rest.rpartition("/")
    if not slash or not count.strip().isdecimal():
        ends, count = rest, str(STEPS)
    steps = int(count.strip()[:6])
    given = read_given(variable, ends, sheet, kit)
    if (
        given is None
        or given.interval.low >= given.interval.high
        or any(math.isinf(end) for end in given.interval)
    ):
        raise QuestionError(f"--sweep {text[:60]!r}: expected two ends, such as {name}=0..100")
    if not 2 <= steps <= _MOST_STEPS:
        raise QuestionError(f"--sweep {text[:60]!r}: expected 2 to {_MOST_STEPS} points")
    return given, steps


def sweep_sheet(
    sheet: Sheet,
    swept: Given,
    steps: int,
    given: Iterable[Given] = (),
    required: Sequence[Relation] = (),
    wanted: Sequence[str] = (),
) -> Sweep:
    """The sheet solved at each of `steps` values of `swept`, beside what else is given.

    `wanted` are the variables to tell of; where none are named, those that move most tellingly.
    """
    variable = sheet.variable(swept.variable)
    assert variable is not None  # the sweep was read for this sheet
    rest = [item for item in given if item.variable != swept.variable]
    low, high = swept.interval
    values = [low + (high - low) * step / (steps - 1) for step in range(steps)]
    effort = Effort(_EFFORTS * EFFORT)
    solvers = [Solver(sheet, (*rest, _at(swept, value)), tuple(required)) for value in values]
    for solver in solvers:
        solver.system = replace(solver.system, effort=effort)
    found = [_solve(solver) for solver in solvers]
    possible = [number for number, point in enumerate(found) if point.box]
    middle = possible[len(possible) // 2] if possible else 0
    solution = solve_sheet(sheet, solvers[middle].given, required)
    ends = [found[possible[0]].box, found[possible[-1]].box] if possible else []
    columns = _find_columns(solution, sheet, ends, wanted)
    points = tuple(
        Point(
            value,
            tuple(point.box[item.variable] for item in columns) if point.box else (),
            point.conflict,
            point.outside,
        )
        for value, point in zip(values, found, strict=True)
    )
    return Sweep(variable, columns, points, solution, effort.left > 0)


def _at(swept: Given, value: float) -> Given:
    return replace(swept, interval=Interval(value, value), words=f"{value:.10g}")


class _Solved(NamedTuple):
    """What is left of every variable; or the smallest set that leaves nothing."""

    box: dict[str, Interval]
    conflict: tuple[str, ...] = ()
    outside: tuple[str, ...] = ()


def _solve(solver: Solver) -> _Solved:
    weak = conflicts.contradicts(solver.system, solver.firm)
    if not weak:
        taken, aside = solver.take_defaults(solver.firm)
        gone = {name for conflict in aside for name in conflict.defaults}
        with suppress(Contradiction):
            clipping = {held for held in taken if held.kind == DEFAULT and _clips(solver, held)}
            kept = [held for held in taken if held not in clipping]
            box, _ = settle(solver.system, kept, strong=True)
            shown = {name: solver.system.shown(box, name) for name in solver.system.places}
            return _Solved(shown, (), tuple(sorted(gone | {held.name for held in clipping})))
    core = minimise(solver.system, solver.firm, strong=not weak)
    return _Solved({}, tuple(held.name for held in core))


def _clips(solver: Solver, default: Holding) -> bool:
    """Whether a default would take away part of what is given: here what is given stands whole."""
    box, _ = settle(solver.system, [*solver.firm, default])
    free, _ = settle(solver.system, solver.firm)
    places = [solver.system.places[item.variable] for item in solver.given
              if not any(math.isinf(end) for end in item.interval)]  # fmt: skip
    return any(has_moved(free[place], box[place]) for place in places)


def _find_columns(
    solution: Solution,
    sheet: Sheet,
    ends: Sequence[dict[str, Interval]],
    wanted: Sequence[str],
) -> tuple[Result, ...]:
    """What is wanted; else what moves between the ends, first what the sheet itself asks for."""
    results = {result.variable: result for result in solution.results}
    unknown = [name for name in wanted if sheet.variable(name) is None]
    if unknown:
        known = ", ".join(var.name for var in sheet.variables)
        raise QuestionError(f"--report {unknown[0][:40]!r}: expected one of {known}")
    if wanted:
        return tuple(results[name] for name in dict.fromkeys(wanted) if name in results)
    moving = [
        result
        for name, result in results.items()
        if result.how != GIVEN
        and has_moved(ends[0][name], ends[1][name])
        and not any(math.isinf(end) for box in ends for end in box[name])
    ]
    asked = [ask.report for ask in sheet.asks]
    moving.sort(key=lambda result: (result.variable not in asked, bool(result.defaults)))
    return tuple(moving[:_MOST_COLUMNS])


def show_sweep(sweep: Sweep, sheet: Sheet) -> dict[str, Any]:
    """A sweep as JSON; the solution is that of the point on which `columns` rest."""
    names = [column.variable for column in sweep.columns]
    return {
        "variable": sweep.variable.name,
        "unit": sweep.variable.unit.text,
        "columns": names,
        "points": [
            {
                "at": point.at,
                "values": {
                    name: {"low": _finite(value.low), "high": _finite(value.high)}
                    for name, value in zip(names, point.values, strict=False)
                },
                "conflict": list(point.conflict),
                "outside": list(point.outside),
            }
            for point in sweep.points
        ],
        "full": sweep.full,
        "solution": show_solution(sweep.solution, sheet),
    }


def _finite(value: float) -> float | None:
    return None if math.isinf(value) else float(f"{value:.12g}")
