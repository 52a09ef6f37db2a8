"""What the commands print on."""

import os

import pytest

from onrecord.cli import main
from onrecord.cli.screen import screen


def test_a_list_whose_reader_has_gone_ends_quietly(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    def print_on(*_: object, **__: object) -> int:
        screen().print("many claims")
        return 0

    reader, writer = os.pipe()
    os.close(reader)
    with os.fdopen(writer, "w", buffering=1) as broken:
        monkeypatch.setattr("sys.stdout", broken)
        monkeypatch.setattr(main, "app", print_on)
        status = main.run(["claims"])
    assert status == 0
    assert capfd.readouterr().err == ""
