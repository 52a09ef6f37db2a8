"""`onrecord sources`: how the claims of a ledger ended, with the number behind every word."""

import json
from pathlib import Path

import pytest

from onrecord.cli.tallies import tell_tally
from onrecord.judge import Carrier, Tally
from onrecord.model import Status

from .conftest import Command
from .test_policy import PAGES

CONFIRMED = {
    "outlet": "Brumel Courier",
    "title": "Orvane Motors confirms talks to sell its Velland works to Tallis Foods",
    "published": "2026-05-09",
    "text": "Orvane Motors is in talks to sell its Velland works to Tallis Foods, the company "
    "confirmed on Saturday.\n\n“We are in talks to sell the Velland works to Tallis Foods,” said "
    "Mara Quill, chief executive of Orvane Motors.",
}


def fill(onrecord: Command, folder: Path, pages: list[dict[str, str]]) -> None:
    lines = [json.dumps({"id": str(n), **page}) for n, page in enumerate(pages)]
    (folder / "pages.ndjson").write_text("\n".join(lines), encoding="utf-8")
    assert onrecord("add", "pages.ndjson", "--now", "2026-06-01").status == 0


def test_a_report_that_was_confirmed_counts_for_the_outlet_that_had_it(
    onrecord: Command, tmp_path: Path
) -> None:
    fill(onrecord, tmp_path, [PAGES[0], CONFIRMED])
    result = onrecord("sources")
    words = " ".join(result.out.split())
    assert result.status == 0
    assert "Of 1 claim resting on unnamed sources in this ledger, 1 was confirmed" in words
    assert "too few to go by" in words
    assert "no grades" in words
    found = json.loads(onrecord("sources", "--json").out)
    (outlet,) = found["outlets"]
    assert (outlet["outlet"], outlet["held"], outlet["fell"], outlet["unresolved"]) == (
        "Velland Herald",
        1,
        0,
        0,
    )
    assert outlet["interval"] == [0.207, 1.0]
    assert outlet["sources"][0]["source"] == "unnamed"


def test_before_the_confirmation_the_same_report_is_open(onrecord: Command, tmp_path: Path) -> None:
    fill(onrecord, tmp_path, [PAGES[0], CONFIRMED])
    found = json.loads(onrecord("sources", "--as-of", "2026-05-06", "--json").out)
    assert [outlet["unresolved"] for outlet in found["outlets"]] == [1]


def test_a_ledger_without_claims_has_no_record(onrecord: Command, tmp_path: Path) -> None:
    fill(onrecord, tmp_path, [PAGES[0]])
    assert onrecord("sources", "--as-of", "2020-01-01").status == 1


@pytest.mark.parametrize(
    ("kind", "statuses", "told"),
    [
        (
            "report",
            {Status.CONFIRMED: 12, Status.REFUTED: 7, Status.WITHDRAWN: 2, Status.DENIED: 20},
            "Of 41 claims resting on unnamed sources in this ledger, 12 were confirmed, 9 refuted "
            "or withdrawn, 20 are open (20 of these denied, which ends nothing). Of the 21 that "
            "ended, 12 held: 57 % (95 % interval 36 % to 76 %).",
        ),
        (
            "report",
            {Status.CONFIRMED: 1, Status.REPORTED: 1},
            "Of 2 claims resting on unnamed sources in this ledger, 1 was confirmed, 0 refuted or "
            "withdrawn, 1 is open. Only 1 has ended: too few to go by.",
        ),
        (
            "promise",
            {Status.MET: 1, Status.MISSED: 1, Status.WITHDRAWN: 1},
            "Of 3 pledges and forecasts resting on unnamed sources in this ledger, 1 was met, 2 "
            "missed, refuted or withdrawn, 0 are open. Only 3 have ended: too few to go by.",
        ),
        (
            "promise",
            {Status.OPEN: 1},
            "Of 1 pledge or forecast resting on unnamed sources in this ledger, 0 were met, 0 "
            "missed, 1 is open. None has ended.",
        ),
    ],
)
def test_a_base_rate_is_a_sentence_with_its_numbers(
    kind: str, statuses: dict[Status, int], told: str
) -> None:
    assert tell_tally(kind, Carrier.UNNAMED, Tally(statuses)) == told
