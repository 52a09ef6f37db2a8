"""A sweep on a terminal: a table, a plot of each column, and the premises under both."""

from rich.padding import Padding
from rich.table import Table

from onrecord.cli.screen import ink, screen
from onrecord.measure.worksheets.pictures import Bar, lay_axes, plot_text
from onrecord.measure.worksheets.sheets import Sheet
from onrecord.measure.worksheets.showing import write_interval, write_number, write_unit
from onrecord.measure.worksheets.sweeps import Sweep


def print_sweep(sweep: Sweep, sheet: Sheet) -> None:
    """What follows as one variable moves."""
    out, swept = screen(), sweep.variable
    unit = "" if swept.unit.text == "1" else f", {write_unit(swept.unit.text)}"
    out.print(ink(f"{swept.name} from point to point ({swept.about}{unit})", style="bold"))
    out.print(Padding(_make_table(sweep, sheet), (0, 0, 0, 2)))
    if not sweep.full:
        out.print(ink("Note: too large to be worked out in full; ranges may be wider", "yellow"))
    if not sweep.columns:
        out.print(ink("Nothing else moves with it; name what to tell with --report NAME."))
    for number, column in enumerate(sweep.columns):
        _print_plot(sweep, sheet, number)
        for premise in column.premises:
            out.print(Padding(ink(f"if {premise}", style="yellow"), (0, 0, 0, 2)))


def _make_table(sweep: Sweep, sheet: Sheet) -> Table:
    """A row for each point; where it cannot be, what forbids it."""
    table = Table.grid(padding=(0, 3, 0, 0))
    heads = [sweep.variable.name, *(column.variable for column in sweep.columns), ""]
    table.add_row(*(ink(head, style="dim") for head in heads))
    for point in sweep.points:
        cells = [ink(write_number(point.at, sweep.variable.percent))]
        for column, value in zip(sweep.columns, point.values, strict=False):
            variable = sheet.variable(column.variable)
            cells.append(ink(write_interval(value, variable) if variable else ""))
        note = f"outside the default of {', '.join(point.outside)}" if point.outside else ""
        if point.conflict:
            cells += [ink("") for _ in sweep.columns]
            note = f"cannot be: {', '.join(point.conflict)}"
        style = "red" if point.conflict else "yellow"
        table.add_row(*cells, ink(note, style=style))
    return table


def _print_plot(sweep: Sweep, sheet: Sheet, number: int) -> None:
    """One column as bars, a line for each point."""
    out, column = screen(), sweep.columns[number]
    variable = sheet.variable(column.variable)
    bars = [
        (column.unit, bool(variable and variable.percent),
         Bar(write_number(point.at, sweep.variable.percent), *point.values[number], "derived", ""))
        for point in sweep.points
        if point.values
    ]  # fmt: skip
    out.print()
    out.print(Padding(ink(column.variable, style="bold"), (0, 0, 0, 2)))
    for axis in lay_axes(bars, bare=True):
        for line in plot_text(axis):
            out.print(Padding(ink(line), (0, 0, 0, 2)))
