"""A ledger that settles a page at a time, whoever left it where."""

import sqlite3
from contextlib import closing
from pathlib import Path

from onrecord.kit import load_kit
from onrecord.ledger import Ledger
from onrecord.ledger.pages import read_page
from onrecord.ledger.settling import is_settled
from onrecord.model import Capture, Reading

TALKS = "Orvane Motors is in talks to sell its Velland works, the Velland Herald reported."


def leave_unsettled(ledger: Ledger, name: str, text: str) -> None:
    """Records as a process leaves them that dies before it settles."""
    capture = Capture(text, path=name, captured="2026-06-01T08:00:00Z")
    page = read_page(capture, ledger.kit, "rules")
    assert isinstance(page, Reading)
    with ledger.store.writing() as writer:
        writer.add_reading(capture, page, f"/{name}")


def test_who_opens_a_ledger_next_settles_what_a_killed_process_left(tmp_path: Path) -> None:
    leave_unsettled(Ledger(tmp_path / "a.db", kit=load_kit()), "a.txt", TALKS)
    ledger = Ledger.open(tmp_path / "a.db", kit=load_kit())
    assert not is_settled(ledger.store, ledger.kit, ledger.policy)
    assert len(ledger.claims()) == 1
    assert is_settled(ledger.store, ledger.kit, ledger.policy)


def test_a_ledger_that_cannot_be_written_still_tells_what_waits(tmp_path: Path) -> None:
    leave_unsettled(Ledger(tmp_path / "a.db", kit=load_kit()), "a.txt", TALKS)
    reader = Ledger(tmp_path / "a.db", kit=load_kit(), read_only=True)
    assert len(reader.claims()) == 1
    assert not is_settled(reader.store, reader.kit, reader.policy)


def test_a_sealed_document_is_listed_in_the_export(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path / "a.db", kit=load_kit())
    leave_unsettled(ledger, "a.txt", TALKS)
    (document,) = ledger.export()["documents"]
    ledger.seal(document["id"], by="Legal", why="court order", at="2026-06-02T00:00:00Z")
    shown = ledger.export()
    assert [seal["why"] for seal in shown["seals"]] == ["court order"]
    assert shown["documents"] == shown["claims"] == []


def test_when_the_newest_version_is_sealed_the_one_before_it_speaks_again(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path / "a.db", kit=load_kit())
    leave_unsettled(ledger, "a.txt", TALKS)
    ledger.settle()
    (before,) = ledger.claims()
    leave_unsettled(ledger, "a.txt", "The weather in Velland was mild.")
    ledger.settle()
    assert ledger.claims() == ()
    newest = next(r.document for r in ledger.readings() if "weather" in r.document.text)
    ledger.seal(newest.id, by="Legal", why="court order", at="2026-06-02T00:00:00Z")
    assert [claim.text for claim in ledger.claims()] == [before.text]


def test_a_ledger_of_an_older_schema_is_settled_anew_when_it_is_opened(tmp_path: Path) -> None:
    old = Ledger(tmp_path / "a.db", kit=load_kit())
    leave_unsettled(old, "a.txt", TALKS)
    before = old.claims()
    with closing(sqlite3.connect(tmp_path / "a.db")) as raw:
        raw.executescript(
            "DROP TABLE runs; DROP INDEX propositions_twice; "
            "ALTER TABLE propositions DROP COLUMN twin; "
            "UPDATE alembic_version SET version_num = '0002'"
        )
    ledger = Ledger.open(tmp_path / "a.db", kit=load_kit())
    assert not is_settled(ledger.store, ledger.kit, ledger.policy)
    ledger.settle()
    assert ledger.claims() == before != ()
    assert is_settled(ledger.store, ledger.kit, ledger.policy)
