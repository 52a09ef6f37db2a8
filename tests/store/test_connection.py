"""Opening one ledger from several processes at once."""

import multiprocessing
from multiprocessing.synchronize import Barrier
from pathlib import Path

import pytest

from onrecord.errors import LedgerError
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
