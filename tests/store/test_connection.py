"""Opening one ledger from several places at once."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest

from onrecord.store.connection import open_engine

OPENERS = 4


@pytest.mark.parametrize("turn", range(12))
def test_many_that_make_the_same_ledger_at_once_all_get_it(tmp_path: Path, turn: int) -> None:
    together = Barrier(OPENERS)

    def make() -> None:
        together.wait()
        open_engine(tmp_path / f"{turn}.db").dispose()

    with ThreadPoolExecutor(OPENERS) as pool:
        for made in [pool.submit(make) for _ in range(OPENERS)]:
            made.result()
