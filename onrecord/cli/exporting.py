"""`onrecord export` and `onrecord demo`: the whole ledger, for programs and for eyes."""

import os
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli import options
from onrecord.cli.opening import make_ledger, make_view, open_ledger, read_clock
from onrecord.cli.screen import count, note_faults, say
from onrecord.errors import OnRecordError, QuestionError

MOST_SHOWN = 3  # claims of each status in the summary of the demo; the report has them all

if TYPE_CHECKING:
    from onrecord.ledger import Ledger


def register(app: typer.Typer) -> None:
    """Put the commands on the command line."""
    app.command(name="demo")(demo)
    app.command(name="export")(export)


def export(
    ledger: options.LedgerFile = options.DEFAULT_LEDGER,
    form: Annotated[
        str,
        typer.Option(
            "--format", metavar="FORM", help="json, ndjson, csv, parquet, html, markdown, jsonld."
        ),
    ] = "json",
    with_text: Annotated[
        bool, typer.Option("--with-text", help="Also the texts of the documents.")
    ] = False,
    as_of: options.AsOf = None,
    known_at: options.KnownAt = None,
    policy: options.Policy = options.DEFAULT_POLICY,
    output: options.Output = None,
) -> int:
    """Write the whole ledger: every document, statement, claim and figure.

    The csv and parquet tables hold the claims; html is the report; jsonld is schema.org Claim,
    with a ClaimReview only where a person signed a status.

    Examples:

    - `onrecord export > ledger.json`

    - `onrecord export --format html --output report.html`
    """
    from onrecord.ledger.formats import WRITERS
    from onrecord.web import render_report

    writers = {**WRITERS, "html": render_report}
    if form not in writers:
        raise QuestionError(f"--format {form!r}: expected one of {', '.join(writers)}")
    view = make_view(as_of, known_at, policy)
    value = open_ledger(ledger).export(with_text=with_text or form == "html", **view)
    _deliver(writers[form](value), output)
    return 0


def demo(
    output: Annotated[
        Path, typer.Option("--output", "-o", metavar="FILE", help="Where the report goes.")
    ] = Path("report.html"),
    ledger: Annotated[
        Path | None, typer.Option("--ledger", metavar="FILE", help="Keep the ledger there.")
    ] = None,
    now: options.Now = None,
) -> int:
    """Build a ledger of the packaged example articles, show it, and write report.html.

    The articles are our own, about companies and people that do not exist.

    Examples:

    - `onrecord demo`

    - `onrecord demo --ledger demo.db --output demo.html`
    """
    with tempfile.TemporaryDirectory(prefix="onrecord-") as folder:
        opened = make_ledger(ledger or Path(folder, "demo.db"))
        _build(opened, now, output)
    return 0


def _build(ledger: "Ledger", now: str | None, output: Path) -> None:
    from onrecord.cli.adding import show_progress
    from onrecord.cli.table import print_claims
    from onrecord.examples import ARTICLES, article_paths
    from onrecord.web import render_report

    with show_progress() as on_progress:
        summary = ledger.add(
            article_paths(), captured=read_clock(now), base=ARTICLES, on_progress=on_progress
        )
    note_faults(summary.faults)
    claims = ledger.claims()
    if claims:
        print_claims(claims, most=MOST_SHOWN, hint="")
    _deliver(render_report(ledger.export(with_text=True)), output)
    read = count(summary.added + summary.known, "example article")
    say(f"\n{read} read. Every claim with its evidence: {output}")
    say("Your own articles: onrecord add FOLDER, then onrecord claims")


def _deliver(value: str | bytes, output: Path | None) -> None:
    """To standard output, or to a file that is whole or is not there."""
    data = value.encode("utf-8") if isinstance(value, str) else value
    if output is None:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return
    try:
        with tempfile.NamedTemporaryFile(dir=output.parent, delete=False) as file:
            file.write(data)
        Path(file.name).chmod(0o666 & ~_umask())
        Path(file.name).replace(output)
    except OSError as error:
        raise OnRecordError(f"{output}: cannot be written: {error.strerror}") from error


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
