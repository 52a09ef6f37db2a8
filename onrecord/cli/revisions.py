"""What changed between versions, on a terminal."""

from collections.abc import Sequence

from rich.padding import Padding

from onrecord.cli.screen import ink, screen
from onrecord.ledger.versions import Revision
from onrecord.model import Document, Statement


def print_revisions(revisions: Sequence[Revision]) -> None:
    """Each step: sentences that went and came, then statements that went and came."""
    out = screen()
    for revision in revisions:
        before, after = revision.before.document, revision.after.document
        out.print()
        out.print(ink(f"{_name(before)} → {_name(after)}", style="bold"))
        for change in revision.changes:
            for sentence in change.removed:
                out.print(Padding(ink(f"− {sentence}", style="red"), (0, 0, 0, 2)))
            for sentence in change.added:
                out.print(Padding(ink(f"+ {sentence}", style="green"), (0, 0, 0, 2)))
        _print_statements("No longer said:", revision.removed)
        _print_statements("Said anew:", revision.added)


def _print_statements(heading: str, statements: Sequence[Statement]) -> None:
    if statements:
        screen().print(ink(heading, style="dim"))
    for statement in statements:
        who = statement.source.text if statement.source else "nobody named"
        line = f"{who} ({statement.act}): {statement.content.text}"
        screen().print(Padding(ink(line), (0, 0, 0, 2)))


def _name(document: Document) -> str:
    """A version by its time, as far as that is known."""
    when = document.captured or document.published or "undated"
    return f"{document.id[:8]} ({when})"
