"""A timeline puts what was said in the order in which it was said."""

from typing import Any

from onrecord.web.index import index_export
from onrecord.web.timelines import lay_timeline, tell_history
from tests.web.exports import claim, document, evidence, statement

TEXT = "Heading\nOne said this. Two said that. Three said more.\n"


def _ledger(*said: dict[str, Any] | None, published: str | None = None) -> Any:
    words = ["this", "that", "more"]
    rows = [
        statement(f"s{n}", "d", TEXT, words[n], ["One", "Two", "Three"][n], said=when)
        for n, when in enumerate(said)
    ]
    items = [evidence(row["id"], "d", "supports") for row in rows]
    page = document("d", TEXT, published=published)
    return index_export({"documents": [page], "statements": rows}), items


def _day(iso: str) -> dict[str, str]:
    return {"from": iso, "to": iso, "basis": "text"}


def test_days_stand_in_order_and_tell_how_long_nothing_was_said() -> None:
    index, items = _ledger(_day("2026-03-09"), _day("2026-03-02"), _day("2026-03-10"))
    timeline = lay_timeline(items, index)
    assert [day.label for day in timeline.days] == ["2 March 2026", "9 March 2026", "10 March 2026"]
    assert [day.gap for day in timeline.days] == ["", "7 days later", ""]


def test_what_has_no_date_stands_at_the_side() -> None:
    index, items = _ledger(None, _day("2026-03-02"))
    timeline = lay_timeline(items, index)
    assert [saying.speaker for saying in timeline.undated] == ["One"]
    assert len(timeline.days) == 1


def test_a_statement_without_a_day_of_its_own_has_the_day_of_its_article() -> None:
    index, items = _ledger(None, published="2026-03-05T08:00:00Z")
    assert lay_timeline(items, index).days[0].iso == "2026-03-05"


def test_evidence_that_the_export_lacks_is_left_out_of_the_timeline() -> None:
    index, _ = _ledger(None)
    assert lay_timeline([evidence("gone", "d", "denies")], index).undated == ()


def test_history_gives_the_rule_and_leads_to_the_statements() -> None:
    index, items = _ledger(_day("2026-03-02"))
    turn = {"at": _day("2026-03-02"), "status": "reported", "rule": "an outlet asserts it"}
    told = tell_history(
        claim("c", "It is so", "reported", items, history=[{**turn, "because": ["s0", "gone"]}]),
        index,
    )
    assert (told[0].when, told[0].label, told[0].rule) == (
        "2 March 2026",
        "Reported",
        "an outlet asserts it",
    )
    assert told[0].because == (("#statement-d-s0", "One says (d.txt)"),)
