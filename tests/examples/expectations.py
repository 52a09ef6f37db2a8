"""The expected ledger of the examples as single expectations, each of which can fail alone.

Those of single pages are in `page_expectations`, those of claims here.
"""

from collections.abc import Callable, Iterator
from typing import Any

from tests.examples.page_expectations import (
    EXPECTED,
    TABLES,
    ExportedLedger,
    Found,
    Record,
    differs,
    document_check,
    named,
)

Expectation = tuple[str, Callable[[ExportedLedger], Found]]


def all_expectations() -> Iterator[Expectation]:
    """Every expectation with a name that says where it comes from."""
    for key, entry in EXPECTED["documents"].items():
        for what in entry.keys() - {"path", "holds"}:
            yield f"document/{key}/{what}", document_check(key, entry, what)
    for entry in EXPECTED["claims"]:
        yield f"claim/{entry['name']}/found", lambda led, e=entry: _found(led, e)
        for what in sorted(entry.keys() - {"name", "anchors"}):
            yield f"claim/{entry['name']}/{what}", _claim_check(entry, what)
    for table, check in TABLES.items():
        for entry in EXPECTED[table]:
            name = entry.get("words") or entry.get("figures") or entry.get("kind") or ""
            name = ", ".join(name) if isinstance(name, list) else name
            yield f"{table}/{entry['document']}/{name[:48].strip()}", _bind(check, entry)


def _bind(
    check: Callable[[ExportedLedger, Record], Found], entry: Record
) -> Callable[[ExportedLedger], Found]:
    return lambda ledger: check(ledger, entry)


# --- claims ------------------------------------------------------------------------------------


def _found(ledger: ExportedLedger, entry: Record) -> Found:
    claim = ledger.claim(entry["anchors"])
    if claim is None:
        return ["no claim rests on any of its anchors"]
    return [
        f"not joined: {anchor['words']!r}"
        for anchor in entry["anchors"]
        if not ledger.evidence_on(claim, anchor["document"], anchor["words"])
    ]


def _claim_check(entry: Record, what: str) -> Callable[[ExportedLedger], Found]:
    def check(ledger: ExportedLedger) -> Found:
        claim = ledger.claim(entry["anchors"])
        if claim is None:
            return ["no such claim"]
        special = _CLAIM_CHECKS.get(what)
        if special:
            return special(ledger, claim, entry[what])
        return differs(what, entry[what], claim[what])

    return check


def _status(_: ExportedLedger, claim: Record, wanted: list[str]) -> Found:
    if claim["status"] in wanted:
        return []
    return [f"wanted {' or '.join(wanted)}, got {claim['status']}"]


def _flags(_: ExportedLedger, claim: Record, wanted: list[str]) -> Found:
    return [f"no flag {flag}" for flag in wanted if flag not in claim["flags"]]


def _parties(_: ExportedLedger, claim: Record, wanted: dict[str, list[str]]) -> Found:
    wrong = []
    for name, positions in wanted.items():
        got = [p["position"] for p in claim["parties"] if named(name, p["entity"])]
        if not set(got) & set(positions):
            wrong.append(f"{name}: wanted {' or '.join(positions)}, got {got or 'no party'}")
    return wrong


def _legs(_: ExportedLedger, claim: Record, wanted: list[Record]) -> Found:
    wrong = []
    for leg in wanted:
        fitting = [
            row["status"]
            for row in claim["legs"]
            if all(
                any(named(name, party) for party in row["parties"]) or named(name, row["text"])
                for name in leg["parties"]
            )
        ]
        if not set(fitting) & set(leg["status"]):
            wrong.append(f"leg {leg['parties']}: wanted {leg['status']}, got {fitting or 'none'}")
    return wrong


def _origin(_: ExportedLedger, claim: Record, wanted: str) -> Found:
    got = (claim["origin"] or {}).get("entity")
    return [] if named(wanted, got) else [f"wanted {wanted}, got {got}"]


def _origin_in_ledger(_: ExportedLedger, claim: Record, wanted: bool) -> Found:
    return differs("document", wanted, bool((claim["origin"] or {}).get("document")))


def _unnamed(_: ExportedLedger, claim: Record, wanted: int) -> Found:
    return [] if claim["unnamed"] >= wanted else [f"wanted {wanted}, got {claim['unnamed']}"]


def _due(_: ExportedLedger, claim: Record, wanted: str) -> Found:
    got = (claim["due"] or {}).get("to") or ""
    return [] if got.startswith(wanted) else [f"wanted {wanted}, got {claim['due']}"]


def _history(_: ExportedLedger, claim: Record, wanted: list[str]) -> Found:
    turns = iter(turn["status"] for turn in claim["history"])
    missing = [status for status in wanted if status not in turns]
    return [f"no turn to {status}, in this order" for status in missing]


def _evidence(ledger: ExportedLedger, claim: Record, wanted: list[Record]) -> Found:
    wrong = []
    for entry in wanted:
        items = ledger.evidence_on(claim, entry["document"], entry["words"])
        fitting = [
            item
            for item in items
            if item["stance"] == entry["stance"]
            and item["first_hand"] == entry.get("first_hand", item["first_hand"])
        ]
        if not fitting:
            got = [(item["stance"], item["first_hand"]) for item in items]
            wrong.append(f"{entry['words']!r}: wanted {entry['stance']}, got {got or 'nothing'}")
    return wrong


def _never(ledger: ExportedLedger, claim: Record, wanted: list[Record]) -> Found:
    wrong = []
    for entry in wanted:
        items = ledger.evidence_on(claim, entry["document"], entry["words"])
        if any(item["stance"] != "discusses" for item in items):
            wrong.append(f"taken as evidence: {entry['words']!r}")
    return wrong


def _open(_: ExportedLedger, claim: Record, wanted: list[str]) -> Found:
    return [
        f"nothing open about {name}"
        for name in wanted
        if not any(name in sentence for sentence in claim["open"])
    ]


_CLAIM_CHECKS: dict[str, Callable[[ExportedLedger, Record, Any], Found]] = {
    "status": _status,
    "flags": _flags,
    "parties": _parties,
    "legs": _legs,
    "origin": _origin,
    "origin_in_ledger": _origin_in_ledger,
    "unnamed": _unnamed,
    "due": _due,
    "history": _history,
    "evidence": _evidence,
    "never": _never,
    "open": _open,
}
