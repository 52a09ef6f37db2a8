"""The ledger of the example articles is what an editor would write down.

What the readers cannot do yet is listed in `known_gaps.txt`, one expectation a line; an
expectation that is not listed must be met. `python -m tests.examples.test_expected` prints all
that is not met, with the reason; with `--write` it lists the gaps anew.
"""

import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from onrecord.examples import article_paths
from onrecord.kit import load_kit
from onrecord.ledger import Ledger
from tests.examples.expectations import all_expectations
from tests.examples.page_expectations import ExportedLedger, Found

GAPS = Path(__file__).parent / "known_gaps.txt"
HEAD = (
    "# Expectations of onrecord/examples/expected.toml that the readers do not meet yet.\n"
    "# They are expected to fail and may pass: take a line out as soon as it is met for good.\n"
)
EXPECTATIONS = list(all_expectations())


def known_gaps() -> set[str]:
    """The expectations that are known not to be met."""
    lines = GAPS.read_text(encoding="utf-8").splitlines() if GAPS.exists() else []
    return {line for line in lines if line and not line.startswith("#")}


@cache
def example_ledger() -> ExportedLedger:
    """The example articles, read and settled by the real pipeline."""
    with TemporaryDirectory() as folder:
        ledger = Ledger(Path(folder) / "examples.db", kit=load_kit())
        ledger.add(article_paths(), captured="2026-10-01T00:00:00Z")
        ledger.settle()
        return ExportedLedger(ledger.export(with_text=True))


def test_expectations_have_names_of_their_own() -> None:
    names = [name for name, _ in EXPECTATIONS]
    assert len(names) == len(set(names))


def test_known_gaps_name_expectations() -> None:
    assert known_gaps() <= {name for name, _ in EXPECTATIONS}


@pytest.mark.parametrize(
    "check",
    [
        pytest.param(
            check,
            id=name,
            marks=[pytest.mark.xfail(reason="a known gap")] if name in known_gaps() else [],
        )
        for name, check in EXPECTATIONS
    ],
)
def test_the_ledger_shows(check: Callable[[ExportedLedger], Found]) -> None:
    assert check(example_ledger()) == []


def main(*options: str) -> None:
    """Print every expectation that is not met, and how many are; `--write` lists them anew."""
    missed = [(name, wrong) for name, check in EXPECTATIONS if (wrong := check(example_ledger()))]
    for name, wrong in missed:
        print(f"{name}\n    " + "\n    ".join(wrong))
    print(f"{len(EXPECTATIONS) - len(missed)} of {len(EXPECTATIONS)} met")
    if "--write" in options:
        GAPS.write_text(HEAD + "".join(f"{name}\n" for name, _ in missed), encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
