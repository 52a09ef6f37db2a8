"""Several processes that add to one ledger at once lose nothing, and agree on what is claimed."""

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from onrecord.kit import load_kit
from onrecord.ledger import Ledger
from onrecord.ledger.settling import is_settled

PROCESSES = 4
STORIES = 12
NOW = "2026-06-01T08:00:00Z"
SYLLABLES = ("Bor", "Cal", "Dun", "Fen", "Gar", "Hol")
GOODS = ("ferries", "tractors", "biscuits", "turbines", "carpets", "pianos")
TELLINGS = (
    "{firm} in talks to sell its {goods} works to {buyer}\n\n4 May 2026\n\n"
    "{firm} is in talks to sell its {goods} works in {town} to {buyer}, {paper} reported, citing "
    "two people familiar with the matter.\n",
    "{firm} denies it will sell its {goods} works\n\n5 May 2026\n\n"
    "{firm} said there was “no truth” to a report that it is in talks to sell its {goods} works "
    "in {town} to {buyer}.\n",
    "{town} waits for word on its works\n\n6 May 2026\n\n"
    "{paper} reported that {firm} may sell its {goods} works in {town} to {buyer}. A spokesperson "
    "for {buyer} declined to comment.\n",
    "{buyer} confirms talks with {firm}\n\n8 May 2026\n\n"
    "{buyer} confirmed that it wants to buy the {goods} works of {firm} in {town}, {paper} said.\n",
)


def write_stories(folder: Path) -> list[list[Path]]:
    """For each process the files that it adds: of every story one telling that it has alone, and
    one that the next process adds too.
    """
    shares: list[list[Path]] = [[] for _ in range(PROCESSES)]
    for number in range(STORIES):
        name = SYLLABLES[number % 6] + SYLLABLES[number // 6].lower()
        words = {
            "firm": f"{name}ane Motors",
            "buyer": f"{name}lis Foods",
            "town": f"{name}land",
            "goods": GOODS[number % 6],
        }
        for teller in range(PROCESSES):
            for telling in (teller, (teller + 1) % PROCESSES):
                path = folder / f"{number:02}-{telling}-{teller if telling == teller else 'x'}.txt"
                words["paper"] = f"the {SYLLABLES[telling]}mere Herald"
                path.write_text(TELLINGS[telling].format(**words), encoding="utf-8")
                shares[teller].append(path)
                if telling != teller:
                    shares[telling].append(path)
    return [sorted(set(share)) for share in shares]


def start_add(ledger: Path, share: list[Path]) -> subprocess.Popen[str]:
    """A process of its own that adds some files."""
    command = [sys.executable, "-m", "onrecord", "add", *map(str, share), "--ledger", str(ledger)]
    return subprocess.Popen(
        [*command, "--reader", "rules", "--now", NOW],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )


@pytest.mark.slow
def test_four_that_make_and_fill_one_ledger_at_once_lose_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "pages"
    folder.mkdir()
    shares = write_stories(folder)
    processes = [start_add(tmp_path / "shared.db", share) for share in shares]
    said = [process.communicate(timeout=300)[1] for process in processes]
    assert [process.returncode for process in processes] == [0] * PROCESSES, said

    together = Ledger.open(tmp_path / "shared.db", kit=load_kit())
    assert is_settled(together.store, together.kit, together.policy)
    with closing(sqlite3.connect(tmp_path / "shared.db")) as raw:
        assert raw.execute("PRAGMA integrity_check").fetchone() == ("ok",)

    alone = Ledger(tmp_path / "alone.db", kit=load_kit())
    alone.add(sorted(set().union(*shares)), captured=NOW, reader="rules")
    assert together.store.record_keys() == alone.store.record_keys()
    assert together.export() == alone.export()
    told = {len({e.document for e in claim.evidence}) for claim in together.claims()}
    assert max(told) >= PROCESSES  # the stories of one process are joined with those of the others
