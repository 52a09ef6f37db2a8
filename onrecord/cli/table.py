"""The claims on a terminal: grouped by where they stand, each with its status in words."""

from collections.abc import Sequence
from itertools import groupby

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from onrecord.cli.screen import COLOURS, count, ink, screen
from onrecord.model import Claim, Status

SHORT = 8  # digits of an id that are shown: enough for any ledger that one reads on a terminal

# What a desk looks at first stands first.
ORDER = (
    Status.DISPUTED,
    Status.DENIED,
    Status.REFUTED,
    Status.MIXED,
    Status.WITHDRAWN,
    Status.CONFIRMED,
    Status.REPORTED,
    Status.RUMOURED,
    Status.OVERDUE,
    Status.MISSED,
    Status.OPEN,
    Status.MET,
    Status.LAPSED,
)


def print_claims(
    claims: Sequence[Claim],
    *,
    as_of: str | None = None,
    known_at: str | None = None,
    most: int | None = None,
    hint: str = "One in full: onrecord claim ID",
) -> None:
    """Every claim (or the `most` first of each status) under the heading of its status."""
    out = screen()
    ordered = sorted(claims, key=lambda c: (ORDER.index(c.status), -c.articles, -c.voices))
    for status, group in groupby(ordered, key=lambda claim: claim.status):
        members = list(group)
        out.print()
        out.print(_heading(status, len(members)))
        out.print(Padding(_rows(members[:most]), (0, 0, 0, 2)))
        if most is not None and len(members) > most:
            out.print(ink(f"  and {len(members) - most} more", style="dim"))
    out.print()
    out.print(ink(_footer(claims, as_of, known_at), style="dim"))
    if hint:
        out.print(ink(hint, style="dim"))


def _heading(status: Status, number: int) -> Text:
    return Text.assemble(
        (status.upper(), f"bold {COLOURS.get(status, '')}".strip()), (f"  {number}", "dim")
    )


def _rows(claims: Sequence[Claim]) -> Table:
    table = Table.grid(padding=(0, 2, 1, 0))
    table.add_column(no_wrap=True, style="dim")
    table.add_column(ratio=1)
    for claim in claims:
        table.add_row(claim.id[:SHORT], _entry(claim))
    return table


def _entry(claim: Claim) -> RenderableType:
    lines: list[RenderableType] = [ink(claim.text, style="bold"), ink(claim.sentence)]
    lines.append(ink(" · ".join(tell_counts(claim)), style="dim"))
    return Group(*lines)


def tell_counts(claim: Claim) -> list[str]:
    """ "14 articles", "1 origin", "2 voices on the record", and the flags in words."""
    told = [count(claim.articles, "article"), count(claim.origins, "origin")]
    told.append(f"{count(claim.voices, 'voice')} on the record")
    if claim.unnamed:
        told.append(count(claim.unnamed, "unnamed source"))
    if claim.due:
        told.append(f"due {claim.due.end or claim.due.start}")
    return told + [flag.replace("_", " ") for flag in claim.flags]


def _footer(claims: Sequence[Claim], as_of: str | None, known_at: str | None) -> str:
    told = f"{count(len(claims), 'claim')}, policy {claims[0].policy}"
    if as_of:
        told += f", as of {as_of}"
    if known_at:
        told += f", as known at {known_at}"
    return f"{told}. What these documents say, not what is true."
