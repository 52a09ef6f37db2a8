"""Where weights that are built, not shipped, are looked for."""

from pathlib import Path

import pytest

from onrecord.errors import KitError
from onrecord.extract.learned.places import LARGE, find_large, has_large, weights_folder
from onrecord.kit import load_kit

KIT = load_kit()


def test_the_folder_that_the_environment_names_comes_first(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("ONRECORD_WEIGHTS", str(tmp_path))
    assert weights_folder() == tmp_path
    assert not has_large(KIT)
    (tmp_path / LARGE).write_bytes(b"")
    assert find_large(KIT) == tmp_path / LARGE


def test_else_it_lies_with_the_users_data(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("ONRECORD_WEIGHTS", raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert weights_folder() == tmp_path / "onrecord/weights"
    monkeypatch.delenv("XDG_DATA_HOME")
    assert weights_folder() == Path.home() / ".local/share/onrecord/weights"


def test_a_reader_that_is_not_built_says_how_to_build_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("ONRECORD_WEIGHTS", str(tmp_path))
    with pytest.raises(KitError, match="run: onrecord readers build"):
        find_large(KIT)
