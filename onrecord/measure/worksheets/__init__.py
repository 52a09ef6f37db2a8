"""Worksheets: figures that can be computed with, as sheets of variables and equations."""

from onrecord.measure.worksheets.answers import Solution, Verdict, solve_sheet
from onrecord.measure.worksheets.loading import list_sheets, load_sheet, load_sheets, parse_sheet
from onrecord.measure.worksheets.requirements import read_requirement
from onrecord.measure.worksheets.wording import Given, read_given

__all__ = [
    "Given",
    "Solution",
    "Verdict",
    "list_sheets",
    "load_sheet",
    "load_sheets",
    "parse_sheet",
    "read_given",
    "read_requirement",
    "solve_sheet",
]
