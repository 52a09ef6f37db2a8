"""Options that several commands share, worded once."""

from pathlib import Path
from typing import Annotated

import typer

DEFAULT_LEDGER = Path("onrecord.db")
DEFAULT_POLICY = "official-first"
DEFAULT_READER = "learned"

LedgerFile = Annotated[
    Path, typer.Option("--ledger", metavar="FILE", help="The ledger file.", show_default=True)
]
MaybeLedgerFile = Annotated[
    Path | None, typer.Option("--ledger", metavar="FILE", help="The ledger file.")
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON for scripts.")]
Now = Annotated[
    str | None,
    typer.Option("--now", metavar="TIME", help="The time of capture; the clock, if not given."),
]
Reader = Annotated[
    str,
    typer.Option(
        "--reader",
        metavar="NAME",
        help="Who finds statements: learned, rules (faster) or large (finds more).",
    ),
]
Policy = Annotated[
    str,
    typer.Option(
        "--policy", metavar="NAME", help="The rules for a status: a name, or a .toml file."
    ),
]
AsOf = Annotated[
    str | None,
    typer.Option("--as-of", metavar="DATE", help="Count only what had been said by that day."),
]
KnownAt = Annotated[
    str | None,
    typer.Option("--known-at", metavar="TIME", help="Count only what was captured by then."),
]
By = Annotated[str, typer.Option("--by", metavar="NAME", help="Who says so.")]
Why = Annotated[str, typer.Option("--why", metavar="REASON", help="The reason, kept with it.")]
Output = Annotated[
    Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write to a file instead.")
]
