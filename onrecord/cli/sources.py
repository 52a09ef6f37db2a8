"""`onrecord sources`: how the past claims of each outlet and kind of source ended."""

from typing import TYPE_CHECKING, Any

import typer

from onrecord.cli import options
from onrecord.cli.opening import make_view, open_ledger
from onrecord.cli.screen import note, print_json

if TYPE_CHECKING:
    from onrecord.judge import SourceRecord, Tally


def register(app: typer.Typer) -> None:
    """Put the command on the command line."""
    app.command(name="sources")(sources)


def sources(
    ledger: options.LedgerFile = options.DEFAULT_LEDGER,
    as_of: options.AsOf = None,
    known_at: options.KnownAt = None,
    policy: options.Policy = options.DEFAULT_POLICY,
    as_json: options.AsJson = False,
) -> int:
    """Say how the claims of each outlet, and of each kind of source, have ended in this ledger.

    Only events, admissions, findings and withdrawals end a claim; a denial ends nothing, and such
    a claim stays unresolved. These are counts over the articles that you added, not grades.

    Examples:

    - `onrecord sources`

    - `onrecord sources --as-of 2026-02-04 --json`
    """
    from onrecord.judge import record_sources

    opened = open_ledger(ledger)
    claims = opened.claims(**make_view(as_of, known_at, policy))
    record = record_sources(claims, opened.readings())
    if as_json:
        print_json(_plain(record))
    elif claims:
        from onrecord.cli.tallies import print_record

        print_record(record)
    else:
        note(f"onrecord: no claim in {ledger}")
    return 0 if claims else 1


def _plain(record: "SourceRecord") -> dict[str, Any]:
    from onrecord.cli.tallies import tell_tally

    families = (("report", record.reports), ("promise", record.promises))
    return {
        "claims": record.claims,
        "own": record.own,
        "unclear": record.unclear,
        "outlets": [
            {
                "outlet": one.outlet,
                **_plain_tally(one.tally),
                "sources": [
                    {"source": carrier, **_plain_tally(tally)}
                    for carrier, tally in one.carriers.items()
                ],
            }
            for one in record.outlets
        ],
        "sources": [
            {
                "kind": kind,
                "source": carrier,
                **_plain_tally(tally),
                "sentence": tell_tally(kind, carrier, tally),
            }
            for kind, family in families
            for carrier, tally in family.items()
        ],
    }


def _plain_tally(tally: "Tally") -> dict[str, Any]:
    return {
        "claims": tally.claims,
        "held": tally.held,
        "fell": tally.fell,
        "unresolved": tally.unresolved,
        "statuses": {str(status): number for status, number in tally.statuses.items()},
        "interval": list(tally.interval) if tally.interval else None,
        "few": tally.few,
    }
