"""Worksheets: figures that can be computed with, as sheets of variables and equations."""

from onrecord.measure.worksheets.answers import Solution, Verdict, solve_sheet
from onrecord.measure.worksheets.binding import Binding, Correction, Quote, bind_figures
from onrecord.measure.worksheets.loading import list_sheets, load_sheet, load_sheets, parse_sheet
from onrecord.measure.worksheets.pictures import draw_svg
from onrecord.measure.worksheets.requirements import read_requirement
from onrecord.measure.worksheets.sheets import Sheet
from onrecord.measure.worksheets.showing import show_default, show_solution, write_interval
from onrecord.measure.worksheets.standing import (
    Standing,
    find_quotes,
    find_standing,
    quote_page,
    read_corrections,
)
from onrecord.measure.worksheets.wording import Given, read_given

__all__ = [
    "Binding",
    "Correction",
    "Given",
    "Quote",
    "Sheet",
    "Solution",
    "Standing",
    "Verdict",
    "bind_figures",
    "draw_svg",
    "find_quotes",
    "find_standing",
    "list_sheets",
    "load_sheet",
    "load_sheets",
    "parse_sheet",
    "quote_page",
    "read_corrections",
    "read_given",
    "read_requirement",
    "show_default",
    "show_solution",
    "solve_sheet",
    "write_interval",
]
