"""The worksheets that stand with a claim, on a terminal: what its figures imply."""

from collections.abc import Iterable

from rich.padding import Padding

from onrecord.cli.dossier import print_heading
from onrecord.cli.screen import ink, screen
from onrecord.cli.sheet import STYLES, print_answers, print_conflict, print_defaults, print_result
from onrecord.cli.table import SHORT
from onrecord.measure.worksheets import Standing, Verdict, write_interval
from onrecord.measure.worksheets.binding import Binding
from onrecord.measure.worksheets.sheets import Sheet
from onrecord.measure.worksheets.showing import find_plain
from onrecord.model import Claim

_LEFT = 2  # a dossier's parts stand this far in


def print_standing(claim: Claim, found: Iterable[Standing]) -> None:
    """Each sheet with the figures it took, what follows, and the command that goes on."""
    for standing in found:
        _print_sheet(claim, standing)


def _print_sheet(claim: Claim, standing: Standing) -> None:
    out, sheet, solution = screen(), standing.sheet, standing.solution
    print_heading(f"What the figures imply, by the worksheet {sheet.name}")
    for binding in standing.bindings:
        _print_binding(binding, sheet, solution.currency)
    if solution.verdict is not Verdict.FOUND_NONE:
        told = solution.verdict.value
        out.print(Padding(ink(told[0].upper() + told[1:], STYLES[solution.verdict]), (0, 0, 0, 2)))
    for conflict in (solution.conflict, *solution.set_aside):
        if conflict is not None:
            print_conflict(conflict, solution.given, sheet, _LEFT)
    answered = {item.result.variable for item in solution.answers if item.result is not None}
    for result in find_plain(solution):
        if result.variable not in answered:
            print_result(result, sheet)
    print_answers(solution, sheet, _LEFT)
    print_defaults(solution, sheet, _LEFT)
    for note in solution.notes:
        out.print(Padding(ink(f"Note: {note}", style="yellow"), (0, 0, 0, 2)))
    asked = [answer.result.variable for answer in solution.answers
             if answer.result is not None and answer.require]  # fmt: skip
    free = asked[-1] if asked else "NAME"
    command = f"onrecord whatif {sheet.name} --from {claim.id[:SHORT]} --set {free}=VALUE"
    out.print(Padding(ink(f"Correct it, or ask on: {command}", style="dim"), (0, 0, 0, 2)))


def _print_binding(binding: Binding, sheet: Sheet, currency: str | None) -> None:
    """A quoted figure: the variable it was taken for, what it was taken to mean, its sentence."""
    out, given = screen(), binding.given
    variable = sheet.variable(given.variable)
    if variable is None:
        return
    unit = variable.unit.text.replace("money", currency or "money")
    meant = write_interval(given.interval, variable, unit)
    told = ink(f"{given.variable} ", "bold") + ink(f"“{given.words}”") + ink(f"  {meant}", "dim")
    out.print(Padding(told, (0, 0, 0, 2)))
    if binding.corrected is not None:
        said = f"so said by {binding.corrected.by}: {binding.corrected.why}"
        out.print(Padding(ink(said, style="dim"), (0, 0, 0, 4)))
    quote = f"{' '.join(binding.quote.sentence.split())} ({binding.quote.document})"
    out.print(Padding(ink(quote, style="italic dim"), (0, 0, 0, 4)))
