"""Another solver over the reals, Microsoft's z3, on every sheet that is made of polynomials.

It decides where ours only narrows: whatever z3 can satisfy must lie in our ranges, and what we
call a contradiction z3 must refuse, down to the smallest set.
"""

import random
from collections import Counter
from fractions import Fraction
from typing import Any

import pytest
import z3

from onrecord.kit import load_kit
from onrecord.measure.rounding import Interval
from onrecord.measure.worksheets import Given, Solution, Verdict, load_sheet, solve_sheet
from onrecord.measure.worksheets.expressions import Node
from onrecord.measure.worksheets.sheets import Sheet

from .test_properties import FORWARD

POLYNOMIAL = ("compute", "electrode", "fleet", "line", "plant", "running_cost", "uplift")
CASES = 6
PATIENCE = 3000  # milliseconds of one question to z3
SLACK = 1e-7  # relative, for the outward rounding of ours

pytestmark = pytest.mark.slow


def exact(value: float) -> Any:
    """A float as the fraction that it is."""
    fraction = Fraction(value)
    return z3.RealVal(fraction.numerator) / fraction.denominator


class Reals:
    """A sheet in z3's words: a real for each variable, in its own unit."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.names = {variable.name: z3.Real(variable.name) for variable in sheet.variables}
        self.scales = {variable.name: variable.unit.scale for variable in sheet.variables}
        self.solver = z3.Solver()
        self.solver.set("timeout", PATIENCE)
        for variable in sheet.variables:
            self.solver.add(*self.within(variable.name, variable.bounds))
        for equation in sheet.equations:
            sides = self.write(equation.left), self.write(equation.right)
            kinds = {"=": sides[0] == sides[1], "<=": sides[0] <= sides[1]}
            self.solver.add(kinds.get(equation.kind, sides[0] >= sides[1]))

    def write(self, node: Node) -> Any:
        """An expression; what it divides by is not zero."""
        if node.kind == "number":
            return exact(node.value)
        if node.kind == "name":
            return self.names[node.name] * exact(self.scales[node.name])
        parts = [self.write(part) for part in node.parts]
        match node.kind:
            case "+":
                return parts[0] + parts[1]
            case "-":
                return parts[0] - parts[1]
            case "*":
                return parts[0] * parts[1]
            case "/":
                self.solver.add(parts[1] != 0)
                return parts[0] / parts[1]
            case "negate":
                return -parts[0]
        raise AssertionError(f"{node.kind} is no polynomial")

    def within(self, name: str, interval: Interval) -> list[Any]:
        """That a variable lies in an interval."""
        low, high = interval
        held = [self.names[name] >= exact(low)] if abs(low) != float("inf") else []
        return held + ([self.names[name] <= exact(high)] if abs(high) != float("inf") else [])

    def can(self, *held: Any) -> bool | None:
        """Whether all that holds can, with what else is `held`; None where z3 does not know."""
        self.solver.push()
        self.solver.add(*held)
        found = self.solver.check()
        self.solver.pop()
        return None if found == z3.unknown else bool(found == z3.sat)


def draw(name: str, rng: random.Random, shown: int = 4) -> list[Given]:
    """Some variables of a point that satisfies the sheet, with a margin; one of them may be off."""
    point = FORWARD[name](lambda low, high: rng.uniform(low, high))
    given = []
    for variable in sorted(rng.sample(sorted(point), min(shown, len(point)))):
        value = point[variable] * rng.choice([1, 1, 1, 1.4])
        margin = abs(value) * rng.choice([1e-6, 0.02, 0.2])
        given.append(Given(variable, Interval(value - margin, value + margin), "", ""))
    return given


def hold_defaults(reals: Reals, solution: Solution, given: set[str]) -> None:
    """The defaults as ours takes them: of what is not given and was not set aside."""
    gone = {name for conflict in solution.set_aside for name in conflict.defaults}
    for variable in reals.sheet.variables:
        if variable.default is not None and variable.name not in given | gone:
            reals.solver.add(*reals.within(variable.name, variable.default))


@pytest.mark.parametrize("name", POLYNOMIAL)
def test_z3_finds_no_point_outside_our_ranges_and_no_way_out_of_our_contradictions(
    name: str,
) -> None:
    sheet, rng, seen = load_sheet(name, load_kit()), random.Random(f"z3 {name}"), Counter[str]()
    for _ in range(CASES):
        given = draw(name, rng)
        solution = solve_sheet(sheet, given)
        reals = Reals(sheet)
        if solution.verdict is Verdict.CONFLICT:
            assert solution.conflict is not None
            core = [held for item in given if item.variable in solution.conflict.given
                    for held in reals.within(item.variable, item.interval)]  # fmt: skip
            seen["refused"] += (answer := reals.can(*core)) is False
            assert answer is not True, solution.conflict
            continue
        for item in given:
            reals.solver.add(*reals.within(item.variable, item.interval))
        hold_defaults(reals, solution, {item.variable for item in given})
        seen["possible"] += reals.can() is True
        for result in solution.results:
            real, (low, high) = reals.names[result.variable], result.interval
            slack = SLACK * max(abs(end) for end in (low, high, 1e-9) if abs(end) != float("inf"))
            outside = [real < exact(low - slack)] if low != -float("inf") else []
            outside += [real > exact(high + slack)] if high != float("inf") else []
            answer = reals.can(z3.Or(*outside)) if outside else False
            seen[str(answer)] += 1
            assert answer is not True, f"{result.variable} outside {low} to {high}"
    decided = seen["False"]
    assert decided > 4 * seen["None"], seen  # z3 must have an opinion for this to say anything
    assert seen["possible"] + seen["refused"] >= CASES - 1, seen


@pytest.mark.parametrize("name", POLYNOMIAL)
def test_none_of_our_contradictions_can_spare_one_of_its_figures(name: str) -> None:
    sheet, rng = load_sheet(name, load_kit()), random.Random(f"core {name}")
    found = 0
    for _ in range(60):
        given = draw(name, rng, 8)
        solution = solve_sheet(sheet, given)
        if solution.conflict is None or found == 2:
            continue
        found += 1
        held = {item.variable: item.interval for item in given}
        for spared in solution.conflict.given:
            reals = Reals(sheet)
            rest = [part for other in solution.conflict.given if other != spared
                    for part in reals.within(other, held[other])]  # fmt: skip
            assert reals.can(*rest) is not False, (solution.conflict.given, spared)
    assert found == 2


def test_z3_agrees_on_the_plant_and_names_the_same_figures() -> None:
    sheet = load_sheet("plant", load_kit())
    for break_even, possible in ((300_900, True), (339_100, True), (360_000, False)):
        taken = {
            "capacity": Interval(400_000, 400_000),
            "be_rate": Interval(0.752, 0.848),
            "break_even": Interval(break_even, break_even),
        }
        reals = Reals(sheet)
        for name, interval in taken.items():
            reals.solver.assert_and_track(z3.And(*reals.within(name, interval)), f"given {name}")
        ours = solve_sheet(sheet, [Given(name, i, "", "") for name, i in taken.items()])
        assert (
            (reals.solver.check() == z3.sat) is possible is (ours.verdict is not Verdict.CONFLICT)
        )
        if not possible:
            core = {str(name).removeprefix("given ") for name in reals.solver.unsat_core()}
            assert ours.conflict is not None
            assert core == set(ours.conflict.given)
