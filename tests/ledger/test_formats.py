"""Other shapes of the export, safe for the programs that open them."""

import csv
import io
import json

import pytest

from onrecord.ledger.contract import show_ledger
from onrecord.ledger.formats import write_csv, write_jsonld, write_markdown, write_ndjson

from .conftest import make_claim, make_judgement, make_reading

TEXT = "Mara Quill said the works *will* stay <b>here</b>."
PAGE = make_reading(TEXT, ("Mara Quill", "the works *will* stay <b>here</b>"), outlet="Herald")


def export(**facts: object) -> dict[str, object]:
    evidence = make_claim().evidence[0]
    from dataclasses import replace

    mine = replace(evidence, statement=PAGE.statements[0].id)
    claim = make_claim(**{"evidence": (mine,), **facts})
    return show_ledger([PAGE], [claim], [make_judgement("status", "old", "refuted")])


@pytest.mark.parametrize("words", ["=HYPERLINK(1)", "+1", "-1", "@SUM(A1)", "\tx"])
def test_a_cell_that_a_spreadsheet_would_run_is_defused(words: str) -> None:
    (row,) = csv.DictReader(io.StringIO(write_csv(export(text=words))))
    assert row["text"] == f"'{words}"


def test_a_plain_cell_stays_as_it_is() -> None:
    (row,) = csv.DictReader(io.StringIO(write_csv(export())))
    assert (row["text"], row["parties"]) == ("Orvane sells its works", "Orvane Motors: denies")


def test_words_of_strangers_are_no_markdown() -> None:
    page = write_markdown(export())
    assert r"the works \*will\* stay \<b\>here\</b\>" in page
    assert "<b>" not in page


def test_a_review_is_found_by_an_id_that_the_claim_once_had() -> None:
    graph = json.loads(write_jsonld(export(aliases=("old",))))["@graph"]
    assert [node["@type"] for node in graph] == ["Claim", "ClaimReview"]
    assert graph[0]["appearance"][0]["publisher"]["name"] == "Herald"
    assert len(json.loads(write_jsonld(export()))["@graph"]) == 1


def test_ndjson_lines_hold_no_line_breaks() -> None:
    lines = write_ndjson(export(text="two\nlines\u2028here")).split("\n")[:-1]
    assert all(json.loads(line)["record"] for line in lines)
