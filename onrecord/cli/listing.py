"""`onrecord headlines`, `figures` and `pledges`: what a reader should mind."""

from typing import Annotated

import typer

from onrecord.cli import options
from onrecord.cli.opening import make_view, open_ledger
from onrecord.cli.screen import note, print_json


def register(app: typer.Typer) -> None:
    """Put the commands on the command line."""
    app.command(name="headlines")(headlines)
    app.command(name="figures")(figures)
    app.command(name="pledges")(pledges)


def headlines(
    ledger: options.LedgerFile = options.DEFAULT_LEDGER,
    every: Annotated[bool, typer.Option("--all", help="Also those that are fair.")] = False,
    as_json: options.AsJson = False,
) -> int:
    """List the headlines that say more than their own article, with both passages.

    Example:

    - `onrecord headlines`
    """
    from onrecord.ledger.findings import find_headlines

    found = find_headlines(open_ledger(ledger).readings(), fair=every)
    if as_json:
        print_json([item.show() for item in found])
    elif found:
        from onrecord.cli.findings import print_headlines

        print_headlines(found)
    else:
        note(f"onrecord: no headline in {ledger} says more than its article")
    return 0 if found else 1


def figures(
    ledger: options.LedgerFile = options.DEFAULT_LEDGER,
    as_json: options.AsJson = False,
) -> int:
    """List the figures of the articles, and what came of recomputing them.

    Status 1 where there are none, or where a check fails.

    Example:

    - `onrecord figures --json`
    """
    from onrecord.ledger.findings import find_figures
    from onrecord.model import CheckVerdict

    found = find_figures(open_ledger(ledger).readings())
    if as_json:
        print_json([item.show() for item in found])
    elif found:
        from onrecord.cli.findings import print_figures

        print_figures(found)
    else:
        note(f"onrecord: no figures in {ledger}")
    failed = any(c.verdict is CheckVerdict.FAILS for item in found for c in item.checks)
    return 1 if failed or not found else 0


def pledges(
    ledger: options.LedgerFile = options.DEFAULT_LEDGER,
    as_of: options.AsOf = None,
    known_at: options.KnownAt = None,
    policy: options.Policy = options.DEFAULT_POLICY,
    as_json: options.AsJson = False,
) -> int:
    """List what was promised or foreseen: what is due, met, missed, overdue.

    Example:

    - `onrecord pledges --as-of 2027-01-31`
    """
    from onrecord.model import ClaimKind

    view = make_view(as_of, known_at, policy)
    kinds = (ClaimKind.PLEDGE, ClaimKind.FORECAST)
    found = [claim for claim in open_ledger(ledger).claims(**view) if claim.kind in kinds]
    found.sort(key=lambda claim: ((claim.due.end if claim.due else None) or "9999", claim.id))
    if as_json:
        from onrecord.ledger.contract import show_claim

        print_json([show_claim(claim) for claim in found])
    elif found:
        from onrecord.cli.table import print_claims

        print_claims(found, as_of=view["as_of"], known_at=view["known_at"])
    else:
        note(f"onrecord: no pledge or forecast in {ledger}")
    return 0 if found else 1
