"""`onrecord add`: articles into the ledger."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli import options
from onrecord.cli.opening import make_ledger, read_clock
from onrecord.cli.screen import count, disarm, margin, note, note_faults, print_json, say

if TYPE_CHECKING:
    from onrecord.ledger import Ledger, Progress, Summary


def register(app: typer.Typer) -> None:
    """Put the command on the command line."""
    app.command(name="add")(add)


def add(
    paths: Annotated[list[str], typer.Argument(metavar="PATH", help="Files, folders, patterns.")],
    ledger: options.LedgerFile = options.DEFAULT_LEDGER,
    now: options.Now = None,
    reader: options.Reader = options.DEFAULT_READER,
    as_json: options.AsJson = False,
) -> int:
    """Read articles into the ledger and settle what they claim.

    Takes plain text, saved web pages and NDJSON. What is known adds nothing, so it can always be
    run again. What cannot be read is named and kept as a fault; it never stops the rest.

    Examples:

    - `onrecord add articles/`

    - `onrecord add "clippings/*.html" wire.ndjson --ledger ford.db`
    """
    opened = make_ledger(ledger)
    with show_progress() as on_progress:
        summary = opened.add(
            paths, captured=read_clock(now), reader=reader, on_progress=on_progress
        )
    note_faults(summary.faults)
    if not (summary.added or summary.known or summary.faults):
        note(f"onrecord: nothing to read in {', '.join(paths)}; nothing added")
        return 2
    if as_json:
        print_json(_plain(opened, summary))
    else:
        say(_in_words(opened, summary))
    return 0 if summary.added or summary.known else 2


def _plain(ledger: "Ledger", summary: "Summary") -> dict[str, object]:
    return {
        "ledger": str(ledger.path),
        "added": summary.added,
        "known": summary.known,
        "faults": [
            {"document": f.document, "line": f.line, "stage": f.stage, "error": f.error}
            for f in summary.faults
        ],
        "claims": len(ledger.claims()),
    }


def _in_words(ledger: "Ledger", summary: "Summary") -> str:
    parts = [f"{count(summary.added, 'document')} added"]
    if summary.known:
        parts.append(f"{summary.known:,} known already")
    if summary.faults:
        parts.append(f"{len(summary.faults):,} not read")
    claims = ledger.claims()
    by_status = sorted({claim.status for claim in claims})
    tally = ", ".join(f"{sum(c.status == s for c in claims)} {s}" for s in by_status)
    told = f" ({tally})" if tally else ""
    return f"{', '.join(parts)}; {ledger.path} holds {count(len(claims), 'claim')}{told}"


@contextmanager
def show_progress() -> Iterator["Callable[[Progress], None] | None"]:
    """A progress bar on standard error, where that is a terminal."""
    console = margin()
    if not console.is_terminal:
        yield None
        return
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn
    from rich.progress import Progress as Bar

    columns = (
        TextColumn("reading"),
        BarColumn(bar_width=30),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        TextColumn("{task.fields[name]}", style="dim", markup=False),
    )
    with Bar(*columns, console=console, transient=True) as bar:
        task = bar.add_task("", total=None, name="")

        def report(progress: "Progress") -> None:
            name = disarm(Path(progress.path).name)
            bar.update(task, completed=progress.done, total=progress.total, name=name)

        yield report
