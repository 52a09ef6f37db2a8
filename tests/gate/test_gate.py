"""The gate compares, pins what is higher, and lowers only with a reason."""

import json
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))
import gate
import scores


@pytest.fixture
def score(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> scores.Score:
    """A score on one small file of data."""
    (tmp_path / "data.jsonl").write_text("{}\n")
    monkeypatch.setattr(gate, "SHARED", tmp_path)
    return scores.Score("made-up", ("data.jsonl",), lambda shared, command: {"f1": 0.5})


def test_a_number_below_its_floor_is_a_fault(score: scores.Score) -> None:
    pinned = gate._pin(score, {"f1": 0.5}, {}, None)
    assert gate._compare(score, {"f1": 0.5}, pinned) == []
    assert "below its floor" in gate._compare(score, {"f1": 0.499}, pinned)[0]


def test_other_data_than_the_floors_were_pinned_on_is_a_fault(score: scores.Score) -> None:
    pinned = gate._pin(score, {"f1": 0.5}, {}, None)
    (gate.SHARED / "data.jsonl").write_text("{}\n{}\n")
    assert "not the data" in gate._compare(score, {"f1": 0.9}, pinned)[0]


def test_a_number_that_is_no_longer_measured_is_a_fault(score: scores.Score) -> None:
    pinned = gate._pin(score, {"f1": 0.5}, {}, None)
    assert "no longer measured" in gate._compare(score, {}, pinned)[0]


def test_a_floor_goes_up_without_a_reason_and_down_only_with_one(score: scores.Score) -> None:
    pinned = gate._pin(score, {"f1": 0.5}, {}, None)
    assert gate._pin(score, {"f1": 0.6}, pinned, None)["floors"] == {"f1": 0.6}
    assert gate._pin(score, {"f1": 0.4}, pinned, None)["floors"] == {"f1": 0.5}
    lowered = gate._pin(score, {"f1": 0.4}, pinned, "a bug in the scorer")
    assert lowered["floors"] == {"f1": 0.4}
    assert lowered["lowered"][0]["reason"] == "a bug in the scorer"


def test_a_floor_is_cut_and_never_rounded_up(score: scores.Score) -> None:
    assert gate._pin(score, {"f1": 0.4996}, {}, None)["floors"] == {"f1": 0.499}


def test_the_accuracy_page_says_what_is_pinned() -> None:
    page = gate.PAGE.read_text("utf-8")
    pinned = json.loads(gate.FLOORS.read_text("utf-8"))
    assert gate.write_table(page, pinned) == page


def test_the_table_of_the_accuracy_page_is_written_between_its_marks(score: scores.Score) -> None:
    pinned = {"stance": gate._pin(score, {"accuracy": 0.5}, {}, None)}
    page = gate.write_table("before <!-- table -->\nold\n<!-- end of table --> after", pinned)
    assert "| accuracy | 0.5 |" in page
    assert "old" not in page
    assert page.startswith("before <!-- table -->\n")
    assert page.endswith("<!-- end of table --> after")
