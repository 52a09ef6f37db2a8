"""Records are kept once, views are replaced, and two processes lose nothing."""

import multiprocessing
import random
import sqlite3
import zlib
from dataclasses import replace
from pathlib import Path

import pytest

from onrecord.errors import LedgerError
from onrecord.model import Fault, Judgement
from onrecord.store import Seal, SqliteStore, capture_key
from onrecord.store.schema import HEAD, metadata

from .conftest import make_page


def add(store: SqliteStore, *texts: str, **facts: str) -> int:
    with store.writing() as writer:
        return sum(writer.add_reading(*make_page(text, **facts)) for text in texts)


def test_a_reading_comes_back_as_it_was_kept(store: SqliteStore) -> None:
    capture, reading = make_page("Orvane opens a yard. ü", path="a.txt")
    with store.writing() as writer:
        assert writer.add_reading(capture, reading)
    assert SqliteStore(store.path).readings() == (reading,)
    assert store.blob(reading.document.id) == "Orvane opens a yard. ü".encode()


def test_the_same_page_twice_adds_nothing(store: SqliteStore) -> None:
    assert add(store, "Orvane opens a yard.", path="a.txt") == 1
    before = store.record_keys()
    assert add(store, "Orvane opens a yard.", path="a.txt") == 0
    assert store.record_keys() == before


def test_only_the_newest_reading_of_a_page_counts(store: SqliteStore) -> None:
    for reader in ("rules@2", "rules@10", "rules@1"):
        with store.writing() as writer:
            writer.add_reading(*make_page("Orvane opens a yard.", reader, path="a.txt"))
    assert [reading.reader for reading in store.readings()] == ["rules@10"]


def test_known_captures_are_those_that_this_reader_has_read(store: SqliteStore) -> None:
    capture, reading = make_page("Orvane opens a yard.", path="a.txt")
    key = capture_key(capture, reading.document.text_sha256)
    assert store.known_captures([key], "rules@1") == set()
    add(store, capture.text, path="a.txt")
    assert store.known_captures([key], "rules@1") == {key}
    assert store.known_captures([key], "rules@2") == set()


def test_a_transaction_that_fails_keeps_nothing(store: SqliteStore) -> None:
    with pytest.raises(RuntimeError), store.writing() as writer:
        writer.add_reading(*make_page("Orvane opens a yard."))
        raise RuntimeError
    assert store.record_keys() == ()


def test_faults_and_judgements_are_kept_once(store: SqliteStore) -> None:
    fault = Fault("b.bin", "read", "binary", 3)
    judgement = Judgement("j1", "name", "Orvan", "Orvane", "Ana", "2026-03-02", "a misprint")
    for _ in range(2):
        with store.writing() as writer:
            writer.add_fault(fault, "2026-03-01")
            writer.add_judgement(judgement)
    assert store.faults() == (fault,)
    assert store.judgements() == (judgement,)


def test_sealing_removes_every_trace_of_the_bytes_and_keeps_hash_and_reason(
    store: SqliteStore,
) -> None:
    secret = "The quartermaster of Velland named his source as Idris Fenn."
    capture, reading = make_page(secret, path="leak.txt")
    add(store, secret, path="leak.txt")
    add(store, "Orvane opens a yard.", path="a.txt")
    signed = Judgement(
        "j1", "source", "s1", "Idris Fenn", "Ana", "2026-03-02", "why", secret, reading.document.id
    )
    with store.writing() as writer:
        writer.add_judgement(signed)
    seal = Seal(
        reading.document.id, reading.document.text_sha256, "Legal", "2026-03-03", "protection"
    )
    with store.writing() as writer:
        writer.seal(seal)
    assert [r.document.path for r in store.readings()] == ["a.txt"]
    assert store.seals() == (seal,)
    assert store.blob(reading.document.id) is None
    assert store.judgements() == (replace(signed, quote=None),)
    key = capture_key(capture, reading.document.text_sha256)
    assert store.known_captures([key], "rules@1") == {key}, "it is not taken in again"
    assert add(store, secret, path="leak.txt") == 0
    assert store.readings()[0].document.path == "a.txt"
    store.scrub()
    kept = b"".join(path.read_bytes() for path in store.path.parent.iterdir())
    assert b"leak.txt" not in kept
    assert b"quartermaster" not in kept
    assert zlib.compress(secret.encode()) not in kept


def test_every_table_of_the_schema_is_what_the_migrations_make(store: SqliteStore) -> None:
    with sqlite3.connect(store.path) as connection:
        made = dict(connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table'"))
        version = connection.execute("SELECT version_num FROM alembic_version").fetchone()
        indexes = {
            row[0]
            for row in connection.execute(
                "SELECT name FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL"
            )
        }
        columns = {
            table: {row[1] for row in connection.execute(f"PRAGMA table_info({table})")}
            for table in metadata.tables
        }
    connection.close()
    assert version == (HEAD,)
    assert made.keys() - {"alembic_version"} == metadata.tables.keys()
    for name, table in metadata.tables.items():
        assert made[name].rstrip().endswith("STRICT")
        assert columns[name] == {column.name for column in table.columns}
    assert indexes == {index.name for table in metadata.tables.values() for index in table.indexes}


def _write_many(path: Path, name: str) -> None:
    store = SqliteStore(path)
    for number in range(15):
        add(store, f"{name} opens yard number {number}.", path=f"{name}{number}.txt")


def test_processes_that_write_at_once_lose_nothing(tmp_path: Path) -> None:
    path = tmp_path / "shared.db"
    context = multiprocessing.get_context("fork")
    workers = [
        context.Process(target=_write_many, args=(path, name))
        for name in ("Orvane", "Tallis", "Brumel")
    ]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join(60)
    assert [worker.exitcode for worker in workers] == [0, 0, 0]
    assert len(SqliteStore(path).readings()) == 45


def test_a_ledger_that_cannot_be_written_is_read_as_it_is(store: SqliteStore) -> None:
    add(store, "Orvane opens a yard.", path="a.txt")
    reader = SqliteStore(store.path, read_only=True)
    assert len(reader.readings()) == 1
    with pytest.raises(LedgerError, match="cannot be written here"):
        add(reader, "Another text.")


def test_a_full_disk_is_one_clear_line_and_keeps_what_was_there(store: SqliteStore) -> None:
    from sqlalchemy import event

    add(store, "Orvane opens a yard.", path="a.txt")

    @event.listens_for(store._engine, "connect")
    def fill(connection: sqlite3.Connection, _: object) -> None:
        connection.execute("PRAGMA max_page_count = 1")  # no page more than are in use

    noise = random.Random(7).randbytes(100_000).hex()
    with pytest.raises(LedgerError, match="the disk is full"):
        add(store, noise, path="b.txt")
    assert [r.document.path for r in SqliteStore(store.path).readings()] == ["a.txt"]
