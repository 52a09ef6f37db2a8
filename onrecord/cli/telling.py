"""`onrecord claims` and `onrecord claim`: where the claims of the ledger stand, and why."""

from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli import options
from onrecord.cli.opening import make_view, open_ledger
from onrecord.cli.screen import note, print_json
from onrecord.errors import QuestionError

if TYPE_CHECKING:
    from onrecord.ledger import Ledger
    from onrecord.model import Claim, Reading


def register(app: typer.Typer) -> None:
    """Put the commands on the command line."""
    app.command(name="claims")(claims)
    app.command(name="claim")(claim)


def claims(
    ledger: options.LedgerFile = options.DEFAULT_LEDGER,
    status: Annotated[
        str | None, typer.Option("--status", metavar="STATUS", help="Only those that stand so.")
    ] = None,
    entity: Annotated[
        str | None, typer.Option("--entity", metavar="NAME", help="Only those about it or from it.")
    ] = None,
    as_of: options.AsOf = None,
    known_at: options.KnownAt = None,
    policy: options.Policy = options.DEFAULT_POLICY,
    as_json: options.AsJson = False,
) -> int:
    """List the claims of the ledger, grouped by where they stand.

    Examples:

    - `onrecord claims --status denied`

    - `onrecord claims --entity Xiaomi --as-of 2026-02-04`
    """
    _check_status(status)
    opened = open_ledger(ledger)
    view = make_view(as_of, known_at, policy)
    found = opened.claims(status=status, entity=entity, **view)
    if as_json:
        from onrecord.ledger.contract import show_claim

        print_json([show_claim(claim) for claim in found])
    elif found:
        from onrecord.cli.table import print_claims

        print_claims(found, as_of=view["as_of"], known_at=view["known_at"])
    else:
        note(f"onrecord: no such claim in {ledger}")
    return 0 if found else 1


def claim(
    wanted: Annotated[str, typer.Argument(metavar="ID", help="Its id, or the first digits of it.")],
    ledger: options.LedgerFile = options.DEFAULT_LEDGER,
    as_of: options.AsOf = None,
    known_at: options.KnownAt = None,
    policy: options.Policy = options.DEFAULT_POLICY,
    as_json: options.AsJson = False,
) -> int:
    """Show the dossier of one claim: who says what, in which words, where, and what is open.

    Example:

    - `onrecord claim 3f2a91c0`
    """
    opened = open_ledger(ledger)
    found = opened.claim(wanted, **make_view(as_of, known_at, policy))
    if found is None:
        note(f"onrecord: no claim {wanted!r} in {ledger}; onrecord claims lists them")
        return 1
    if as_json:
        from onrecord.ledger.contract import show_claim

        print_json(show_claim(found))
    else:
        from onrecord.cli.dossier import print_dossier

        pages = opened.readings({evidence.document for evidence in found.evidence})
        print_dossier(found, pages, lambda: _print_worksheets(opened, found, pages))
    return 0


def _print_worksheets(ledger: "Ledger", claim: "Claim", pages: "tuple[Reading, ...]") -> None:
    """What the figures of a claim imply, where a worksheet stands with it."""
    from onrecord.measure.worksheets.standing import find_standing

    found = find_standing(claim, pages, ledger.kit, ledger.judgements())
    if found:
        from onrecord.cli.standing import print_standing

        print_standing(claim, found)


def _check_status(status: str | None) -> None:
    from onrecord.model import Status

    if status is not None and status not in set(Status):
        raise QuestionError(f"--status {status!r}: expected one of {', '.join(Status)}")
