"""Runs a command as `main` does, and gives its exit status and what it printed."""

import io
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from onrecord.cli.main import run

ARTICLE = """Orvane Motors denies it will sell its Velland works to Tallis Foods

May 6, 2026

Orvane Motors is in talks to sell its Velland works to Tallis Foods, the Velland Herald reported \
on Monday. Orvane said there was “no truth” to the report. “We are not selling the Velland works,” \
said Mara Quill, chief executive of Orvane Motors.

A spokesperson for Tallis Foods declined to comment. The works makes 40,000 vans a year.
"""
ECHO = """Velland works up for sale, paper says

May 7, 2026

The Velland Herald reported that Orvane Motors is in talks to sell its Velland works to Tallis \
Foods. Orvane has denied the report.
"""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a command left behind."""

    status: int
    out: str
    err: str


Command = Callable[..., Outcome]


@pytest.fixture
def onrecord(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Command:
    """A function that runs `onrecord …` in an empty folder."""
    monkeypatch.chdir(tmp_path)

    def call(*arguments: object, stdin: bytes = b"") -> Outcome:
        capsys.readouterr()
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        status = run([str(argument) for argument in arguments])
        captured = capsys.readouterr()
        assert "Traceback" not in captured.err
        return Outcome(status, captured.out, captured.err)

    return call


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "works.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


@pytest.fixture
def articles(tmp_path: Path, article: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    article.rename(folder / "works.txt")
    (folder / "echo.txt").write_text(ECHO, encoding="utf-8")
    return folder
