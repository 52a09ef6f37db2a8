"""Propagation: what the equations leave of each variable's interval, forward and backward.

HC4 (F. Benhamou, F. Goualard, L. Granvilliers, J.-F. Puget: Revising hull and box consistency,
1999): every expression is worked out from its variables, then each part is narrowed from what the
whole must be. Any variable can so be the unknown. Equations are flattened into steps; a variable
has one step however often it stands in an equation. The work is bounded by rounds, never by time.
"""

import math
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from onrecord.measure.rounding import Interval
from onrecord.measure.worksheets import intervals as ops
from onrecord.measure.worksheets.expressions import Node, Relation
from onrecord.measure.worksheets.intervals import meet

ROUNDS = 80  # sweeps over the equations; the packaged sheets settle in 3 to 20
LEAST_ROUNDS = 4  # whatever the size of the sheet
WORK = 20_000  # steps of one propagation: large sheets get fewer rounds
CREEPING = 1e-6  # relative: what still moves by less in a round is as good as settled
SETTLED = 1e-9  # relative: a change smaller than this is none

EFFORT = 3_000_000  # steps of one question, some ten seconds; the loan takes up to 220,000

Box = list[Interval]  # one interval for each variable


class Effort:
    """The steps that may still be taken for one question; none left: ranges stay as they are."""

    def __init__(self, left: int = EFFORT) -> None:
        self.left = left

    def spend(self, constraint: "Constraint") -> bool:
        """Whether a constraint may be gone through once more."""
        self.left -= len(constraint.steps)
        return self.left > 0


class Step(NamedTuple):
    """One operation: on steps `left` and `right`, on variable `left`, or on `value` alone."""

    kind: str
    left: int = 0
    right: int = 0
    value: float = 0.0


class Constraint(NamedTuple):
    """A relation as steps; the two sides are the steps `left` and `right`."""

    steps: tuple[Step, ...]
    left: int
    right: int
    kind: str
    variables: tuple[int, ...]


def make_constraint(relation: Relation, places: dict[str, int]) -> Constraint:
    """The steps of a relation; `places` says which variable is which in a box."""
    steps: list[Step] = []
    known: dict[int, int] = {}
    left = _flatten(relation.left, places, steps, known)
    right = _flatten(relation.right, places, steps, known)
    return Constraint(tuple(steps), left, right, relation.kind, tuple(sorted(known)))


def _flatten(node: Node, places: dict[str, int], steps: list[Step], known: dict[int, int]) -> int:
    """Put the steps of `node` behind `steps`; which of them gives its value."""
    if node.kind == "name":
        place = places[node.name]
        if place not in known:
            known[place] = len(steps)
            steps.append(Step("name", place))
        return known[place]
    parts = [_flatten(part, places, steps, known) for part in node.parts]
    if node.kind == "**":  # a ** b is e ** (b * log a)
        steps.append(Step("log", parts[0]))
        steps.append(Step("*", parts[1], len(steps) - 1))
        parts, node = [len(steps) - 1], Node("exp", node.parts)
    steps.append(Step(node.kind, *parts, value=node.value))  # type: ignore[misc]
    return len(steps) - 1


def evaluate(steps: Sequence[Step], box: Box) -> list[Interval]:
    """The value of every step, forward."""
    seen: list[Interval] = []
    for kind, left, right, value in steps:
        match kind:
            case "name":
                seen.append(box[left])
            case "number":
                seen.append(Interval(value, value))
            case "*":
                seen.append(ops.multiply(seen[left], seen[right]))
            case "+":
                seen.append(ops.add(seen[left], seen[right]))
            case "-":
                seen.append(ops.subtract(seen[left], seen[right]))
            case "/":
                seen.append(ops.divide(seen[left], seen[right]))
            case _:
                seen.append(_apply(kind, seen[left], value))
    return seen


def _apply(kind: str, one: Interval, value: float) -> Interval:
    match kind:
        case "exp":
            return ops.exponential(one)
        case "log":
            return ops.logarithm(one)
        case "sqrt":
            return ops.square_root(one)
        case "power":
            return ops.power(one, int(value))
    return ops.negate(one)


def revise(constraint: Constraint, box: Box) -> None:
    """Narrow `box` by one constraint, in place; `Contradiction` where nothing is left."""
    seen = evaluate(constraint.steps, box)
    left, right = seen[constraint.left], seen[constraint.right]
    if constraint.kind == "=":
        seen[constraint.left] = seen[constraint.right] = meet(left, right)
    elif constraint.kind == "<=":
        seen[constraint.left] = meet(left, Interval(-ops.INF, right.high))
        seen[constraint.right] = meet(right, Interval(left.low, ops.INF))
    else:
        seen[constraint.left] = meet(left, Interval(right.low, ops.INF))
        seen[constraint.right] = meet(right, Interval(-ops.INF, left.high))
    for index in range(len(constraint.steps) - 1, -1, -1):
        _push_down(constraint.steps[index], index, seen, box)


def _push_down(step: Step, index: int, seen: list[Interval], box: Box) -> None:
    """Narrow what a step was made from by what the step must be."""
    kind, left, right, value = step
    whole = seen[index]
    match kind:
        case "name":
            box[left] = meet(box[left], whole)
        case "number":
            meet(Interval(value, value), whole)
        case "*":
            seen[left] = meet(seen[left], ops.factor(whole, seen[right]))
            seen[right] = meet(seen[right], ops.factor(whole, seen[left]))
        case "+":
            seen[left] = meet(seen[left], ops.subtract(whole, seen[right]))
            seen[right] = meet(seen[right], ops.subtract(whole, seen[left]))
        case "-":
            seen[left] = meet(seen[left], ops.add(whole, seen[right]))
            seen[right] = meet(seen[right], ops.subtract(seen[left], whole))
        case "/":
            seen[left] = meet(seen[left], ops.multiply(whole, seen[right]))
            seen[right] = meet(seen[right], ops.factor(seen[left], whole))
        case _:
            seen[left] = meet(seen[left], _undo(kind, whole, seen[left], value))


def _undo(kind: str, whole: Interval, one: Interval, value: float) -> Interval:
    match kind:
        case "exp":
            return ops.logarithm(whole)
        case "log":
            return ops.exponential(whole)
        case "sqrt":
            return ops.power(meet(whole, ops.NOT_NEGATIVE), 2)
        case "power":
            return ops.root(whole, int(value), one)
    return ops.negate(whole)


def propagate(
    constraints: Sequence[Constraint],
    box: Iterable[Interval],
    rounds: int = ROUNDS,
    settled: float = SETTLED,
    touched: Iterable[int] | None = None,
    effort: Effort | None = None,
) -> tuple[Box, bool]:
    """What is left of `box`, and whether it settled within `rounds` and `effort`.

    Where only the variables `touched` have moved since it last settled, say so: it is faster.
    """
    now = list(box)
    rounds = min(rounds, max(LEAST_ROUNDS, WORK // max(1, _size(constraints))))
    moved = set(range(len(now)) if touched is None else touched)
    for _ in range(rounds):
        before, waiting = list(now), moved
        moved = set()
        for constraint in constraints:
            variables = constraint.variables
            if waiting.isdisjoint(variables) and moved.isdisjoint(variables):
                continue
            if effort is not None and not effort.spend(constraint):
                return now, False
            revise(constraint, now)
            moved.update(n for n in variables if _moved(before[n], now[n], settled))
        if not moved:
            return now, True
    return now, not any(_moved(before[n], now[n], CREEPING) for n in moved)


def _size(constraints: Sequence[Constraint]) -> int:
    return sum(len(constraint.steps) for constraint in constraints)


def _moved(before: Interval, now: Interval, settled: float) -> bool:
    """Whether an interval has narrowed by more than what counts as settled, for its size."""
    if before == now:
        return False
    for one, other in zip(before, now, strict=True):
        if one != other and math.isinf(one):
            return True
    size = max(abs(end) for end in before if not math.isinf(end))
    return any(
        one != other and abs(one - other) > settled * size
        for one, other in zip(before, now, strict=True)
    )


def shave(
    constraints: Sequence[Constraint],
    box: Box,
    places: Sequence[int] | None = None,
    effort: Effort | None = None,
) -> tuple[Box, bool]:
    """Cut off edges of intervals that propagation proves impossible; whether effort sufficed.

    After O. Lhomme, Consistency techniques for numeric CSPs (1993), with slices that double where
    one falls and shrink where one stands. It undoes what is lost where a variable stands in
    several places. `places` are the variables to shave, all if not given.
    """
    now, left = list(box), [min(_TRIALS, _TRIAL_WORK // max(1, _size(constraints)))]
    places = range(len(now)) if places is None else places
    for _ in range(_SHAVING_ROUNDS):
        before = list(now)
        for place in places:
            for side in (0, 1):
                now = _shave_side(constraints, now, place, side, left, effort)
        if not any(_moved(b, n, _FINE) for b, n in zip(before, now, strict=True)):
            return now, True
        if left[0] <= 0:
            return now, False
    return now, True


_SHAVING_ROUNDS = 3
_TRIALS = 3000  # slices that are tried at most; the loan takes up to 700
_TRIAL_WORK = 1_000_000  # steps of all trials together, one round each
_FIRST = 1 / 16  # of an interval's width: the first slice that is tried
_FINE = 1e-3  # of it: slices are not tried below this
_TRIAL_ROUNDS = 12
_TRIAL_SETTLED = 1e-3


def _shave_side(
    constraints: Sequence[Constraint],
    box: Box,
    place: int,
    side: int,
    left: list[int],
    effort: Effort | None = None,
) -> Box:
    """`box` without what can be cut off one side of one interval."""
    low, high = box[place]
    width = high - low
    if not 0 < width < ops.INF or width <= 1e-9 * max(abs(low), abs(high)):
        return box
    share, cut = _FIRST, False
    while share >= _FINE and left[0] > 0 and (effort is None or effort.left > 0):
        left[0] -= 1
        low, high = box[place]
        slice_ = min(width * share, high - low)
        edge = low + slice_ if side == 0 else high - slice_
        trial = list(box)
        trial[place] = Interval(low, edge) if side == 0 else Interval(edge, high)
        try:
            propagate(constraints, trial, _TRIAL_ROUNDS, _TRIAL_SETTLED, (place,), effort)
        except ops.Contradiction:
            if slice_ >= high - low:
                raise
            box = list(box)
            box[place] = Interval(edge, high) if side == 0 else Interval(low, edge)
            share, cut = share * 2, True
        else:
            share /= 4
    return propagate(constraints, box, touched=(place,), effort=effort)[0] if cut else box
