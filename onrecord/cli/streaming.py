"""`onrecord extract` and `onrecord stance`: filters from lines to lines, without a ledger."""

import sys
from collections.abc import Iterable

import typer

from onrecord.cli import options
from onrecord.cli.opening import open_kit
from onrecord.cli.screen import note


def register(app: typer.Typer) -> None:
    """Put the commands on the command line."""
    app.command(name="extract")(extract)
    app.command(name="stance")(stance)


def extract(reader: options.Reader = options.DEFAULT_READER) -> int:
    """Read NDJSON documents from standard input, write one NDJSON reading a line.

    A line in is `{"id", "text" or "html", "title"?, "url"?, "outlet"?, "published"?}`. Each gives
    one line out, in order; one that cannot be read gives its fault in its place. No ledger.
    A document may have 2,000,000 characters, a line 16 MB.

    Example:

    - `onrecord extract < articles.ndjson > readings.ndjson`
    """
    from onrecord import flow
    from onrecord.ledger.stream import Tally, extract_lines, split_lines

    flow.reader_version(reader)
    kit = open_kit()
    tally = Tally()
    _hint("documents")
    write_lines(extract_lines(split_lines(sys.stdin.buffer), kit=kit, reader=reader, tally=tally))
    return _report(tally.read, tally.faults, tally.first_fault, tally.repeated, "document")


def stance() -> int:
    """Say where each text stands towards a claim: supports, denies, discusses, unrelated.

    A line in is `{"claim", "text"}`; a line out is `{"stance", "score"}`.

    Example:

    - `onrecord stance < pairs.ndjson > stances.ndjson`
    """
    from onrecord.ledger.stances import tell_stances
    from onrecord.ledger.stream import Tally, split_lines

    tally = Tally()
    _hint("pairs")
    write_lines(tell_stances(split_lines(sys.stdin.buffer), kit=open_kit(), tally=tally))
    return _report(tally.read, tally.faults, tally.first_fault, 0, "pair")


def write_lines(lines: Iterable[str]) -> None:
    """Write each line as soon as it is there, so that the next program need not wait."""
    out = sys.stdout.buffer
    for line in lines:
        out.write(line.encode("utf-8") + b"\n")
        out.flush()


def _hint(what: str) -> None:
    if sys.stdin.isatty():
        note(f"onrecord: reading {what}, one JSON object a line, from the keyboard; end: Ctrl-D")


def _report(read: int, faults: int, first: str, repeated: int, noun: str) -> int:
    """Count on standard error what could not be read; status 1 where nothing could."""
    if faults:
        note(f"onrecord: {faults:,} of {read + faults:,} {noun}s not read; the first: {first}")
    if repeated:
        note(f"onrecord: {repeated:,} {noun}s with an id that an earlier line had")
    return 1 if faults and not read else 0
