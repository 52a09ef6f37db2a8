"""`onrecord whatif`: put figures into a worksheet and ask what follows."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from onrecord.cli import options
from onrecord.cli.opening import open_kit, open_ledger
from onrecord.cli.screen import note, print_json
from onrecord.errors import KitError, QuestionError

if TYPE_CHECKING:
    from onrecord.kit import Kit
    from onrecord.measure.worksheets.answers import Solution
    from onrecord.measure.worksheets.binding import Binding
    from onrecord.measure.worksheets.expressions import Relation
    from onrecord.measure.worksheets.sheets import Sheet
    from onrecord.measure.worksheets.wording import Given


def register(app: typer.Typer) -> None:
    """Put the command on the command line."""
    app.command(name="whatif")(whatif)


def whatif(
    name: Annotated[
        str | None, typer.Argument(metavar="SHEET", help="The worksheet; all are listed without.")
    ] = None,
    values: Annotated[
        list[str] | None,
        typer.Option("--set", metavar="NAME=VALUE", help='Such as capacity="roughly 400,000".'),
    ] = None,
    requirements: Annotated[
        list[str] | None,
        typer.Option("--require", metavar="RELATION", help='What must hold: "gap <= 0".'),
    ] = None,
    claim: Annotated[
        str | None,
        typer.Option(
            "--from", metavar="CLAIM", help="Take the figures of a claim's story, or a document's."
        ),
    ] = None,
    ledger: options.LedgerFile = options.DEFAULT_LEDGER,
    folder: Annotated[
        Path | None, typer.Option("--sheets", metavar="FOLDER", help="Your own worksheets.")
    ] = None,
    sweep: Annotated[
        str | None,
        typer.Option(
            "--sweep", metavar="NAME=LOW..HIGH", help="Move one variable; /N for N points."
        ),
    ] = None,
    report: Annotated[
        list[str] | None,
        typer.Option("--report", metavar="NAME", help="With --sweep: what to tell of."),
    ] = None,
    svg: Annotated[
        Path | None, typer.Option("--svg", metavar="FILE", help="Also draw the result here.")
    ] = None,
    as_json: options.AsJson = False,
) -> int:
    """Ask a worksheet what follows from figures, and what would have to be.

    Without SHEET it lists the worksheets and what each answers. VALUE is a number (80 %, 400k,
    90000..100000) or a number with a word that bounds it ("under 100,000", "roughly 80 %");
    "any" takes back what --from proposed. Status 1 where what is given contradicts itself.

    Examples:

    - `onrecord whatif plant --set capacity=400000 --set sales="under 100,000"`

    - `onrecord whatif plant --set capacity=300000 --set sales=90000..100000 --require "gap <= 0"`

    - `onrecord whatif plant --set capacity=300000 --set sales=90000 --sweep extra=0..200000`
    """
    if name is None:
        return _list(folder, as_json)
    from onrecord.measure.worksheets import load_sheet, read_requirement, solve_sheet

    kit = open_kit()
    sheet = load_sheet(name, kit, folder)
    bindings = _bind(sheet, claim, ledger, kit) if claim else ()
    given, kept = _gather(sheet, bindings, values or [], kit)
    required = [read_requirement(text, sheet) for text in requirements or []]
    if sweep is not None:
        return _sweep(sheet, sweep, given, required, report or [], svg, as_json)
    if report:
        raise QuestionError("--report goes with --sweep; without it everything is told")
    solution = solve_sheet(sheet, given, required)
    if svg is not None:
        from onrecord.measure.worksheets import draw_svg

        svg.write_text(draw_svg(solution, sheet), encoding="utf-8")
    return _answer(solution, sheet, kept, as_json, asked=claim is not None)


def _answer(
    solution: "Solution",
    sheet: "Sheet",
    bindings: "tuple[Binding, ...]",
    as_json: bool,
    *,
    asked: bool,
) -> int:
    """Print a solution; the exit status."""
    from onrecord.measure.worksheets import Verdict, show_solution

    if as_json:
        print_json(show_solution(solution, sheet, bindings))
    else:
        from onrecord.cli.sheet import print_solution

        print_solution(solution, sheet, bindings, asked=asked)
    return 1 if solution.verdict is Verdict.CONFLICT else 0


def _sweep(
    sheet: "Sheet",
    text: str,
    given: "list[Given]",
    required: "list[Relation]",
    wanted: list[str],
    svg: Path | None,
    as_json: bool,
) -> int:
    """Print what follows as one variable moves; status 1 where no point is possible."""
    from onrecord.measure.worksheets.bands import draw_bands
    from onrecord.measure.worksheets.sweeps import read_sweep, show_sweep, sweep_sheet

    swept, steps = read_sweep(text, sheet, open_kit())
    found = sweep_sheet(sheet, swept, steps, given, required, wanted)
    if svg is not None:
        svg.write_text(draw_bands(found, sheet), encoding="utf-8")
    if as_json:
        print_json(show_sweep(found, sheet))
    else:
        from onrecord.cli.sweeping import print_sweep

        print_sweep(found, sheet)
    return 1 if all(point.conflict for point in found.points) else 0


def _list(folder: Path | None, as_json: bool) -> int:
    """Name every worksheet with what it answers; one that is at fault is told, and left out."""
    from onrecord.measure.worksheets import list_sheets, load_sheet

    kit, sheets = open_kit(), []
    names = list_sheets(kit, folder)
    for name in names:
        try:
            sheets.append(load_sheet(name, kit, folder))
        except KitError as error:
            note(f"onrecord: {error}")
    if as_json:
        print_json([_describe(sheet) for sheet in sheets])
    else:
        from onrecord.cli.sheet import print_sheets

        print_sheets(sheets)
    return 0 if len(sheets) == len(names) else 2


def _describe(sheet: "Sheet") -> dict[str, Any]:
    """What a sheet answers and takes, as JSON."""
    from onrecord.measure.worksheets import show_default

    return {
        "sheet": sheet.name,
        "version": sheet.version,
        "about": sheet.about,
        "questions": [ask.question for ask in sheet.asks],
        "variables": [
            {
                "name": var.name,
                "unit": var.unit.text,
                "about": var.about,
                "default": show_default(var.name, sheet),
            }
            for var in sheet.variables
        ],
        "premises": [premise.text for premise in sheet.premises],
    }


def _gather(
    sheet: "Sheet", bindings: "tuple[Binding, ...]", values: list[str], kit: "Kit"
) -> "tuple[list[Given], tuple[Binding, ...]]":
    """What is given: the figures proposed, and what --set puts in their place or takes back."""
    from onrecord.measure.worksheets import read_given

    given = {binding.given.variable: binding.given for binding in bindings}
    for text in values:
        name, sign, value = text.partition("=")
        variable = sheet.variable(name.strip())
        if not sign or variable is None:
            known = ", ".join(var.name for var in sheet.variables)
            raise QuestionError(f"--set {text[:60]!r}: expected NAME=VALUE, NAME one of {known}")
        item = read_given(variable, value, sheet, kit)
        given.pop(variable.name, None)
        if item is not None:
            given[variable.name] = item
    kept = tuple(item for item in bindings if given.get(item.given.variable) is item.given)
    return [given[var.name] for var in sheet.variables if var.name in given], kept


def _bind(sheet: "Sheet", wanted: str, path: Path, kit: "Kit") -> "tuple[Binding, ...]":
    """The figures of a claim's stories, or of a document, as far as they fit the sheet."""
    from onrecord.measure.worksheets import bind_figures, find_quotes, quote_page, read_corrections

    ledger = open_ledger(path)
    claim = ledger.claim(wanted)
    if claim is not None:
        readings = ledger.readings({evidence.document for evidence in claim.evidence})
        quotes = find_quotes(claim, readings)
    else:
        reading = ledger.find_document(wanted)
        if reading is None:
            raise QuestionError(f"--from {wanted[:40]!r}: no such claim or document in {path}")
        readings, quotes = (reading,), quote_page(reading)
    corrections = read_corrections(ledger.judgements(), readings)
    return bind_figures(sheet, quotes, kit, corrections)
