"""The demo, as a newcomer runs it: a summary, one page, nothing fetched, nothing broken in it."""

import runpy
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
ONRECORD = Path(sys.executable).with_name("onrecord")
BROWSER = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking",
    "--enable-logging=stderr", "--window-size=1280,900",
)  # fmt: skip

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which `onrecord demo` has run."""
    folder = tmp_path_factory.mktemp("demo")
    done = subprocess.run([ONRECORD, "demo"], cwd=folder, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    (folder / "summary.txt").write_text(done.stdout, encoding="utf-8")
    return folder


def test_the_summary_says_where_the_report_is_and_what_to_do_next(folder: Path) -> None:
    summary = (folder / "summary.txt").read_text(encoding="utf-8")
    assert "report.html" in summary
    assert "onrecord add" in summary
    assert "not what is true" in summary


def test_the_report_is_one_file_and_shows_the_packaged_claims(folder: Path) -> None:
    check_report = runpy.run_path(str(ROOT / ".ci" / "check_demo.py"))["check_report"]
    assert check_report(folder / "report.html") == []


def test_the_demo_leaves_nothing_but_the_report(folder: Path) -> None:
    assert {path.name for path in folder.iterdir()} == {"report.html", "summary.txt"}


@pytest.mark.needs("chromium")
def test_a_browser_opens_the_report_without_complaint(
    folder: Path, tmp_path: Path, chromium: str
) -> None:
    page = (folder / "report.html").as_uri()
    command = [chromium, *BROWSER, f"--user-data-dir={tmp_path}", "--dump-dom", page]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120)
    said = [line for line in done.stderr.splitlines() if "CONSOLE" in line]
    assert said == []
    assert "What is on the record" in done.stdout
