"""Solves a packaged sheet with values as one types them."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from onrecord.kit import Kit, load_kit
from onrecord.measure.rounding import Interval
from onrecord.measure.worksheets import (
    Solution,
    load_sheet,
    read_given,
    read_requirement,
    solve_sheet,
)
from onrecord.measure.worksheets.answers import Result
from onrecord.measure.worksheets.sheets import Sheet


@dataclass(frozen=True, slots=True)
class Solved:
    """A sheet and its solution."""

    sheet: Sheet
    solution: Solution

    def result(self, name: str) -> Result:
        return next(item for item in self.solution.results if item.variable == name)

    def __getitem__(self, name: str) -> Interval:
        return self.result(name).interval

    @property
    def conflict(self) -> set[str]:
        """What was given and required that cannot hold together."""
        found = self.solution.conflict
        return set() if found is None else {*found.given, *found.required}


Solve = Callable[..., Solved]


@pytest.fixture(scope="session")
def kit() -> Kit:
    return load_kit()


@pytest.fixture(scope="session")
def solve(kit: Kit) -> Solve:
    """solve("plant", "gap <= 0", capacity="400000") as `onrecord whatif` would."""

    def call(name: str, *required: str, **values: str) -> Solved:
        sheet = load_sheet(name, kit)
        given = []
        for variable, text in values.items():
            found = sheet.variable(variable)
            assert found is not None, variable
            item = read_given(found, text, sheet, kit)
            assert item is not None
            given.append(item)
        relations = [read_requirement(text, sheet) for text in required]
        return Solved(sheet, solve_sheet(sheet, given, relations))

    return call
