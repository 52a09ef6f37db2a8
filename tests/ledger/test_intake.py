"""Files are found once each, and what cannot be a document is refused by size and kind."""

from pathlib import Path

import pytest

from onrecord.errors import InputError
from onrecord.ledger.intake import MAX_TEXT, find_files, open_files, refuse_text
from onrecord.model import Capture, Fault

NOW = "2026-06-01T08:00:00Z"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "b").mkdir()
    (tmp_path / ".git").mkdir()
    for name in ("z.txt", "a.txt", "b/c.txt", ".hidden", ".git/d.txt"):
        (tmp_path / name).write_text("It rained in Velland.")
    return tmp_path


def names(*given: str) -> list[str]:
    return [path.as_posix() for path in find_files(given)]


def test_a_folder_is_walked_in_order_without_hidden_files(folder: Path) -> None:
    assert names(".") == ["a.txt", "b/c.txt", "z.txt"]


def test_names_are_taken_once_in_the_order_given(folder: Path) -> None:
    assert names("z.txt", "./z.txt", "*.txt", "b/../a.txt") == ["z.txt", "a.txt"]


def test_a_pattern_reaches_into_folders(folder: Path) -> None:
    assert names("**/c.txt", "b*") == ["b/c.txt"]


def test_a_file_whose_name_looks_like_a_pattern_is_that_file(folder: Path) -> None:
    (folder / "[1].txt").write_text("It rained.")
    assert names("[1].txt") == ["[1].txt"]


def test_the_captured_path_can_be_told_below_a_base(folder: Path) -> None:
    found = open_files([folder / "b" / "c.txt"], captured=NOW, base=folder)
    ((_, capture),) = found
    assert isinstance(capture, Capture)
    assert (capture.path, capture.captured) == ("b/c.txt", NOW)


def test_an_address_is_not_fetched(folder: Path) -> None:
    with pytest.raises(InputError, match="does not fetch"):
        find_files(["https://herald.example/a"])


def test_a_file_that_cannot_be_opened_is_a_fault(folder: Path) -> None:
    ((_, fault),) = open_files([folder / "absent.txt"], captured=NOW)
    assert isinstance(fault, Fault)
    assert "No such file" in fault.error


@pytest.mark.parametrize(
    ("text", "said"),
    [("a" * (MAX_TEXT + 1), "may have"), (" \n", "no text"), ("a\ud83d", "surrogate")],
    ids=["long", "blank", "surrogate"],
)
def test_what_cannot_be_a_document_is_refused(text: str, said: str) -> None:
    assert said in (refuse_text(text) or "")


def test_an_ordinary_text_is_let_in() -> None:
    assert refuse_text("It rained in Velland. 雨") is None
