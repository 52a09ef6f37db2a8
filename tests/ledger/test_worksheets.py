"""The worksheets of a ledger's claims, as the export and the report have them."""

from pathlib import Path

import pytest

from onrecord.examples import ARTICLES
from onrecord.kit import load_kit
from onrecord.ledger import Ledger
from onrecord.web import render_report


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Ledger:
    """The example article about a van works, and one in which nothing binds."""
    made = Ledger(tmp_path_factory.mktemp("works") / "works.db", kit=load_kit())
    paths = [ARTICLES / "van-works.txt", ARTICLES / "ferry-denials.txt"]
    made.add(paths, captured="2026-06-30T08:00:00Z", reader="rules", base=Path(ARTICLES))
    return made


def test_a_sheet_stands_with_the_claim_whose_figures_it_computes_with(ledger: Ledger) -> None:
    export = ledger.export()
    (sheet,) = export["worksheets"]
    (claim,) = [claim for claim in export["claims"] if claim["id"] == sheet["claim"]]
    assert "build vans at its works in Velland" in claim["text"]
    assert sheet["sheet"] == "plant"
    assert {item["variable"]: item["text"] for item in sheet["bindings"]} == {
        "capacity": "250,000 vans a year",
        "be_rate": "roughly 80 %",
        "sales": "under 60,000 vans a year",
        "break_even": "200,000 vans",
    }
    figures = {figure["id"]: figure for figure in export["figures"]}
    documents = {document["id"]: document for document in export["documents"]}
    assert documents[sheet["document"]]["path"] == "van-works.txt"
    for item in sheet["bindings"]:
        assert figures[item["figure"]]["document"] == sheet["document"]


def test_the_report_shows_it_with_its_premise(ledger: Ledger) -> None:
    page = render_report(ledger.export(with_text=True))
    assert page.count('class="fold sheet"') == 1
    assert "if the sales quoted are the plant&#39;s whole output" in page
