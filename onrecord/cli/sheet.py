"""A worksheet's answer on a terminal: what is given, what follows, what it rests on."""

from collections.abc import Iterable, Sequence

from rich.padding import Padding
from rich.table import Table

from onrecord.cli.screen import ink, screen
from onrecord.cli.table import SHORT
from onrecord.measure.worksheets.answers import Conflict, Result, Solution, Verdict
from onrecord.measure.worksheets.binding import Binding
from onrecord.measure.worksheets.pictures import draw_axes, plot_text
from onrecord.measure.worksheets.sheets import Sheet
from onrecord.measure.worksheets.showing import find_defaults, write_interval, write_number
from onrecord.measure.worksheets.wording import Given

STYLES = {Verdict.FOUND_NONE: "green", Verdict.OUTSIDE: "yellow", Verdict.CONFLICT: "bold red"}


def print_sheets(sheets: Iterable[Sheet]) -> None:
    """Every worksheet, what it answers, and what can be put into it."""
    out = screen()
    for sheet in sheets:
        out.print(ink(sheet.name, style="bold") + ink(f"  {sheet.about}"))
        for ask in sheet.asks:
            out.print(Padding(ink(ask.question), (0, 0, 0, 2)))
        names = ", ".join(var.name for var in sheet.variables)
        out.print(Padding(ink(names, style="dim"), (0, 0, 0, 2)))
    out.print()
    out.print(ink("What one takes, and from where: onrecord whatif SHEET", style="dim"))
    out.print(ink("Ask it: onrecord whatif SHEET --set NAME=VALUE", style="dim"))


def print_solution(
    solution: Solution, sheet: Sheet, bindings: Sequence[Binding], *, asked: bool
) -> None:
    """The whole answer of a sheet."""
    out = screen()
    out.print(ink(sheet.name, style="bold") + ink(f"  {sheet.about}"))
    if asked:
        _print_bindings(bindings)
    if not solution.given and not solution.required:
        _print_variables(sheet)
        return
    _print_given(solution, sheet)
    verdict = solution.verdict
    out.print()
    out.print(ink(verdict.value[0].upper() + verdict.value[1:], STYLES[verdict]))
    if solution.conflict is not None:
        print_conflict(solution.conflict, solution.given, sheet)
    for conflict in solution.set_aside:
        print_conflict(conflict, solution.given, sheet)
    _print_results(solution, sheet)
    print_answers(solution, sheet)
    _print_plots(solution, sheet)
    print_defaults(solution, sheet)
    for note in solution.notes:
        out.print(ink(f"Note: {note}", style="yellow"))


def _print_bindings(bindings: Sequence[Binding]) -> None:
    """The figures that were taken from an article, why, and what else was considered."""
    out = screen()
    if not bindings:
        out.print(ink("No figure there fits the sheet; set values with --set."))
        return
    out.print(ink("Taken from the article (correct with --set; NAME=any takes one back)"))
    for item in bindings:
        figure, name = item.quote.figure, item.given.variable
        said = item.corrected
        why = f"so said by {said.by}: {said.why}" if said else f"by: {', '.join(item.known_by)}"
        told = ink(f"{name} = “{' '.join(figure.text.split())}”, {why}")
        out.print(Padding(told + ink(f"  figure {figure.id[:SHORT]}", "dim"), (0, 0, 0, 2)))
        quote = f"{' '.join(item.quote.sentence.split())} ({item.quote.document})"
        out.print(Padding(ink(quote, style="italic dim"), (0, 0, 0, 4)))
        others = "; ".join(" ".join(other.split()) for other in item.others)
        if others:
            which = "fits as well" if item.rivals else "considered too"
            style = "yellow" if item.rivals else "dim"
            out.print(Padding(ink(f"{which}: {others}", style=style), (0, 0, 0, 4)))
    hint = "Remembered for good: onrecord judge binding FIGURE SHEET.VARIABLE (or SHEET.none)"
    out.print(Padding(ink(hint, style="dim"), (0, 0, 0, 2)))


def _print_given(solution: Solution, sheet: Sheet) -> None:
    """What is given, what it was taken to mean, and by which rule."""
    out = screen()
    out.print(ink("Given", style="bold"))
    table = _grid(3)
    for item in solution.given:
        variable = sheet.variable(item.variable)
        if variable is not None:
            unit = variable.unit.text.replace("money", solution.currency or "money")
            told = write_interval(item.interval, variable, unit)
            rule = f"“{item.words}”: {item.rule}"
            table.add_row(ink(item.variable), ink(told), ink(rule, style="dim"))
    for text in solution.required:
        table.add_row(ink("required"), ink(text), ink(""))
    out.print(Padding(table, (0, 0, 0, 2)))


def _print_variables(sheet: Sheet) -> None:
    """Every variable with its unit, its default and where that comes from; how they hang
    together, under which premises, and what the sheet asks.
    """
    out = screen()
    out.print(ink("Nothing is given. What can be set, and what is taken where it is not:"))
    table = _grid(4)
    for variable in sheet.variables:
        default = variable.default
        ends = [] if default is None else [write_number(e, variable.percent) for e in default]
        unit = "share" if variable.percent else variable.unit.text
        cells = (variable.name, unit, " to ".join(ends), variable.about)
        table.add_row(*(ink(cell, style="dim" if n > 1 else "") for n, cell in enumerate(cells)))
        if variable.source is not None:
            table.add_row("", "", "", ink(str(variable.source), style="dim italic"))
    out.print(Padding(table, (0, 0, 0, 2)))
    for relation in sheet.equations:
        out.print(Padding(ink(relation.text, style="dim"), (0, 0, 0, 2)))
    for premise in sheet.premises:
        told = f"{premise.variable}: if {premise.text}"
        out.print(Padding(ink(told, style="yellow"), (0, 0, 0, 2)))
    for ask in sheet.asks:
        out.print(Padding(ink(ask.question), (0, 0, 0, 2)))


def print_defaults(solution: Solution, sheet: Sheet, left: int = 0) -> None:
    """The defaults that something shown rests on, each with its source."""
    names = find_defaults(solution)
    if names:
        head = ink("Defaults used (soft: --set replaces them)", style="bold")
        screen().print(Padding(head, (0, 0, 0, left)))
    for name in names:
        variable = sheet.variable(name)
        if variable is not None and variable.default is not None:
            told = f"{name}: {write_interval(variable.default, variable)} ({variable.source})"
            screen().print(Padding(ink(told, style="dim"), (0, 0, 0, 2)))


def _print_results(solution: Solution, sheet: Sheet) -> None:
    """What follows, each with what it rests on and under which premise."""
    out = screen()
    plain = [answer.result for answer in solution.answers if answer.require is None]
    asked = {result.variable for result in plain if result is not None}
    follows = [item for item in solution.results if item.how == "derived" and _follows(item)]
    shown = [item for item in follows if item.variable not in asked]
    if not shown:
        return
    out.print(ink("What follows", style="bold"))
    for result in shown:
        print_result(result, sheet)


def _follows(result: Result) -> bool:
    """Whether a result follows from what is given, not from defaults alone."""
    return bool(result.given or result.required)


def print_result(result: Result, sheet: Sheet) -> None:
    """A result with what it rests on and every premise that it stands under."""
    out = screen()
    variable = sheet.variable(result.variable)
    if variable is None:
        return
    told = write_interval(result.interval, variable, result.unit)
    line = ink(f"{result.variable}: ") + ink(told, style="bold") + ink(f"  {variable.about}", "dim")
    out.print(Padding(line, (0, 0, 0, 2)))
    parts = [", ".join((*result.given, *(f"“{text}”" for text in result.required)))]
    if result.defaults:
        parts.append("default of " + ", ".join(result.defaults))
    rests = "; ".join(part for part in parts if part)
    if rests:
        out.print(Padding(ink(f"rests on {rests}", style="dim"), (0, 0, 0, 4)))
    for premise in result.premises:
        out.print(Padding(ink(f"if {premise}", style="yellow"), (0, 0, 0, 4)))


def print_conflict(conflict: Conflict, given: Sequence[Given], sheet: Sheet, left: int = 0) -> None:
    """What cannot hold together, and what the rest of it makes of each."""
    out = screen()
    soft = conflict.defaults
    head = "Outside the default of " + ", ".join(soft) + ", which is set aside:" if soft else ""
    out.print(Padding(ink(head or "These cannot all hold:"), (0, 0, 0, left)))
    words = {item.variable: item.words for item in given}
    for name, interval in conflict.implied:
        variable = sheet.variable(name)
        if variable is None:
            continue
        default = f"default, {variable.source}" if name in soft else ""
        said = words.get(name) or default
        implied = write_interval(interval, variable)
        line = f"{name} = {said}; the others leave it {implied}"
        out.print(Padding(ink(line), (0, 0, 0, 2)))
    for text in conflict.required:
        out.print(Padding(ink(f"required: {text}"), (0, 0, 0, 2)))
    for name in conflict.limits:
        variable = sheet.variable(name)
        if variable is not None:
            bounds = write_interval(variable.bounds, variable)
            line = f"{name} is {bounds} by what it means ({variable.about})"
            out.print(Padding(ink(line, style="dim"), (0, 0, 0, 2)))
    for premise in conflict.premises:
        out.print(Padding(ink(f"if {premise}", style="yellow"), (0, 0, 0, 2)))


def print_answers(solution: Solution, sheet: Sheet, left: int = 0) -> None:
    """The sheet's own questions."""
    out = screen()
    if solution.answers:
        out.print(Padding(ink("Questions", style="bold"), (0, 0, 0, left)))
    for answer in solution.answers:
        asked = f"{answer.question}" + (f" ({answer.require})" if answer.require else "")
        out.print(Padding(ink(asked), (0, 0, 0, 2)))
        if answer.result is not None:
            print_result(answer.result, sheet)
        if answer.conflict is not None:
            print_conflict(answer.conflict, solution.given, sheet)


def _print_plots(solution: Solution, sheet: Sheet) -> None:
    """Bars of the intervals, one axis for each unit."""
    out = screen()
    for axis in draw_axes(solution, sheet):
        out.print()
        for line in plot_text(axis):
            out.print(Padding(ink(line), (0, 0, 0, 2)))
    if solution.results:
        out.print()


def _grid(columns: int) -> Table:
    table = Table.grid(padding=(0, 2, 0, 0))
    for _ in range(columns):
        table.add_column()
    return table
