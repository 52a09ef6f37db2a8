"""`onrecord judge binding`: say which variable of a worksheet a figure is."""

from typing import Annotated

import typer

from onrecord.cli import options
from onrecord.cli.judging import judge
from onrecord.cli.opening import open_ledger, read_clock
from onrecord.cli.screen import note, print_json, say


def register(app: typer.Typer) -> None:
    """Put the command among those of `judge`."""
    judge.command(name="binding")(binding)


def binding(
    figure: Annotated[
        str, typer.Argument(metavar="FIGURE", help="Its id, as whatif --from shows it.")
    ],
    value: Annotated[
        str, typer.Argument(metavar="SHEET.VARIABLE", help="What it is; SHEET.none: nothing of it.")
    ],
    by: options.By,
    why: options.Why,
    ledger: options.LedgerFile = options.DEFAULT_LEDGER,
    now: options.Now = None,
    as_json: options.AsJson = False,
) -> int:
    """Say which variable of a worksheet a figure is, or that it is none of them.

    It is remembered: dossiers, reports and `whatif --from` take the figure as you say.

    Example:

    - `onrecord judge binding 5d0c81aa plant.none --by Ana --why "the group's sales"`
    """
    from onrecord.ledger.bindings import judge_binding
    from onrecord.ledger.contract import show_judgement

    opened = open_ledger(ledger)
    made = judge_binding(
        opened.readings(), figure, value, opened.kit, by=by, why=why, at=read_clock(now)
    )
    if made is None:
        note(f"onrecord: no figure {figure!r} in {ledger}")
        return 1
    opened.judge(made)
    if as_json:
        print_json(show_judgement(made))
    else:
        told = " ".join((made.quote or "").split())
        say(f"kept as {made.id}: {made.kind} “{told}” ({made.subject}) → {made.value}")
    return 0
