"""Opening one ledger from several processes at once."""

import multiprocessing
import threading
import time
from multiprocessing.synchronize import Barrier
from pathlib import Path

import pytest

from onrecord.errors import LedgerError
from onrecord.store import SqliteStore, connection
from onrecord.store.connection import open_engine

OPENERS = 4
ROUNDS = 40  # a single race is lost in about one round of ten where nobody waits


def _make(path: Path, together: Barrier) -> None:
    """Open the ledger in the same instant as the others; the exit status says how it went."""
    together.wait()
    try:
        open_engine(path).dispose()
    except LedgerError:
        raise SystemExit(2) from None


@pytest.mark.slow
def test_many_that_make_the_same_ledger_at_once_all_get_it(tmp_path: Path) -> None:
    forking = multiprocessing.get_context("fork")
    for turn in range(ROUNDS):
        together = forking.Barrier(OPENERS)
        path = tmp_path / f"{turn}.db"
        processes = [forking.Process(target=_make, args=(path, together)) for _ in range(OPENERS)]
        for process in processes:
            process.start()
        for process in processes:
            process.join()
        assert [process.exitcode for process in processes] == [0] * OPENERS


def test_a_writer_waits_while_another_gets_on_and_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(connection, "_LONG", 0)
    monkeypatch.setattr(connection, "_LOOK", 0)
    store = SqliteStore(tmp_path / "a.db")
    holds, written = threading.Event(), []

    def hold() -> None:
        with SqliteStore(tmp_path / "a.db").writing() as writer:
            writer.views.remember("held", "1")
            holds.set()
            time.sleep(0.4)
        written.append("first")

    other = threading.Thread(target=hold)
    other.start()
    assert holds.wait(10)
    with store.writing() as writer:
        assert written == ["first"] or writer.views.remembered("held") == "1"
    other.join()
    assert "another process is writing" in caplog.text


def test_a_writer_gives_up_on_one_that_does_not_get_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection, "BUSY_SECONDS", 0)
    monkeypatch.setattr(connection, "_LOOK", 0)
    store, other = SqliteStore(tmp_path / "a.db"), SqliteStore(tmp_path / "a.db")
    with (
        other.writing(),
        pytest.raises(LedgerError, match="has not got on"),
        store.writing(),
    ):
        pass
