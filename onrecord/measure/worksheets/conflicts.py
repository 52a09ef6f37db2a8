"""What is taken to hold, and the smallest set of it that cannot hold together.

A deletion filter (J. W. Chinneck, E. W. Dravnieks, Locating minimal infeasible constraint sets in
linear programs, 1991): take each thing away in turn, and leave it away if what stays is still a
contradiction. It gives one minimal set, not all; what is tried first is more likely to go.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from onrecord.measure.rounding import Interval
from onrecord.measure.worksheets.expressions import Relation
from onrecord.measure.worksheets.intervals import EVERYTHING, Contradiction, meet, outward
from onrecord.measure.worksheets.propagation import (
    Box,
    Constraint,
    Effort,
    make_constraint,
    propagate,
    shave,
)
from onrecord.measure.worksheets.sheets import Sheet

_HANDFUL = 16  # parts into which a large set is divided
GIVEN, DEFAULT, REQUIRED, LIMIT = "given", "default", "required", "limit"


class Holding(NamedTuple):
    """Something taken to hold: an interval of a variable, or a requirement."""

    kind: str
    name: str
    interval: Interval | None = None
    constraint: Constraint | None = None


@dataclass(frozen=True, slots=True)
class System:
    """A sheet as the solver sees it: bounds and equations in base units."""

    sheet: Sheet
    places: dict[str, int]
    scales: tuple[float, ...]
    bounds: tuple[Interval, ...]
    constraints: tuple[Constraint, ...]
    effort: Effort = field(default_factory=Effort, compare=False)

    def hold(self, kind: str, name: str, interval: Interval) -> Holding:
        """An interval of a variable, in its own unit, as something that holds."""
        return Holding(kind, name, to_base(interval, self.scales[self.places[name]]))

    def require(self, relation: Relation) -> Holding:
        """A requirement as something that holds."""
        return Holding(REQUIRED, relation.text, None, make_constraint(relation, self.places))

    def shown(self, box: Box, name: str) -> Interval:
        """What `box` leaves of a variable, in its own unit."""
        place = self.places[name]
        scale = self.scales[place]
        return outward(box[place].low / scale, box[place].high / scale)


def make_system(sheet: Sheet) -> System:
    """The system of a sheet."""
    places = {var.name: place for place, var in enumerate(sheet.variables)}
    return System(
        sheet,
        places,
        tuple(var.unit.scale for var in sheet.variables),
        tuple(to_base(var.bounds, var.unit.scale) for var in sheet.variables),
        tuple(make_constraint(relation, places) for relation in sheet.equations),
    )


def to_base(interval: Interval, scale: float) -> Interval:
    """An interval in base units."""
    return outward(interval.low * scale, interval.high * scale)


def settle(
    system: System,
    holdings: Sequence[Holding],
    *,
    strong: bool = False,
    places: Sequence[int] | None = None,
) -> tuple[Box, bool]:
    """What is left of every variable, and whether it settled; `Contradiction` where nothing is.

    `strong` also shaves (only `places`, where they are given): it finds more and takes longer.
    """
    box = list(system.bounds)
    for holding in holdings:
        if holding.interval is not None:
            place = system.places[holding.name]
            box[place] = meet(box[place], holding.interval)
    required = [holding.constraint for holding in holdings if holding.constraint is not None]
    constraints = (*system.constraints, *required)
    box, settled = propagate(constraints, box, effort=system.effort)
    if strong:
        box, enough = shave(constraints, box, places, system.effort)
        box, settled = propagate(constraints, box, effort=system.effort)
        settled = settled and enough
    return box, settled


def contradicts(system: System, holdings: Sequence[Holding], *, strong: bool = False) -> bool:
    """Whether nothing is left of a variable."""
    try:
        settle(system, holdings, strong=strong)
    except Contradiction:
        return True
    return False


def minimise(
    system: System, holdings: Sequence[Holding], *, strong: bool = False
) -> tuple[Holding, ...]:
    """A part of `holdings` that still contradicts itself and has nothing to spare.

    Defaults are tried first, so that a set names as few of them as it can.
    """
    order = sorted(holdings, key=lambda held: held.kind != DEFAULT)
    size = len(order) // _HANDFUL + 1
    while size:  # of many, whole handfuls are tried first, then one by one
        start = 0
        while start < len(order):
            rest = [*order[:start], *order[start + size :]]
            if contradicts(system, rest, strong=strong):
                order = rest
            else:
                start += size
        size //= 2
    return tuple(held for held in holdings if any(held is other for other in order))


def find_limits(
    system: System, holdings: Sequence[Holding], *, strong: bool = False
) -> tuple[str, ...]:
    """The variables whose bounds, part of what the word means, a contradiction rests on."""
    bounds, needed = list(system.bounds), []
    for variable in system.sheet.variables:
        place = system.places[variable.name]
        kept, bounds[place] = bounds[place], EVERYTHING
        eased = replace(system, bounds=tuple(bounds))
        if not contradicts(eased, holdings, strong=strong):
            bounds[place] = kept
            needed.append(variable.name)
    return tuple(needed)
