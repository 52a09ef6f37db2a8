"""Claims that a person joins, statements taken out of one, judgements taken back."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Command

SIGNED = ("--by", "Ana", "--why", "so")
TALKS = "Orvane Motors is in talks to sell its Velland works to Tallis Foods, {outlet} reported."
DEPOT = "Kestrane Energy will close its Brumel depot, the Northline Press reported on Tuesday."


@pytest.fixture
def filled(onrecord: Command, tmp_path: Path) -> Command:
    for number, outlet in enumerate(("the Velland Herald", "the Dovrel Courier")):
        Path(f"talks{number}.txt").write_text(TALKS.format(outlet=outlet), "utf-8")
    Path("depot.txt").write_text(DEPOT, "utf-8")
    assert onrecord("add", ".", "--reader", "rules").status == 0
    return onrecord


def claims(onrecord: Command) -> dict[str, list[str]]:
    """The claims by id, each with its statements."""
    listed = json.loads(onrecord("claims", "--json").out)
    return {c["id"]: [e["statement"] for e in c["evidence"]] for c in listed}


def test_two_claims_are_made_one_and_both_ids_lead_to_it_until_it_is_undone(
    filled: Command,
) -> None:
    before = claims(filled)
    assert len(before) > 1
    one, other = sorted(before)[:2]
    made = json.loads(filled("judge", "merge", one, other, *SIGNED, "--json").out)
    after = claims(filled)
    assert len(after) == len(before) - 1
    found = [json.loads(filled("claim", key, "--json").out)["id"] for key in (one, other)]
    assert found[0] == found[1]
    assert filled("judge", "undo", made["id"], *SIGNED).status == 0
    assert claims(filled) == before


def test_a_statement_is_taken_out_of_a_claim(filled: Command) -> None:
    before = claims(filled)
    wide, statements = next((k, s) for k, s in sorted(before.items()) if len(set(s)) > 1)
    assert filled("judge", "split", wide, statements[0], *SIGNED).status == 0
    assert all(set(statements) - set(s) for s in claims(filled).values())


def test_what_is_not_in_a_claim_cannot_be_taken_out_of_it(filled: Command) -> None:
    wide = next(k for k, s in sorted(claims(filled).items()) if len(set(s)) > 1)
    refused = filled("judge", "split", wide, "0000000000000000", *SIGNED)
    assert refused.status == 2
    assert "not among its statements" in refused.err
