"""Whatever comes in: a clear line each, the documented exit status, nothing lost, no traceback."""

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from onrecord.cli import main

from .conftest import ARTICLE, ECHO, Command

NOW = "2026-06-01T00:00:00Z"
COMMAND = [sys.executable, "-m", "onrecord"]


def one_line(text: str) -> str:
    """The one line that was printed."""
    assert text.count("\n") == 1, text
    return text.strip()


# --- files ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("empty.txt", b"", "empty"),
        ("blank.txt", b" \n\t\n ", "empty"),
        ("noise.txt", bytes(range(256)) * 40, "binary"),
        ("photo.txt", b"\x89PNG\r\n\x1a\n" + bytes(500), "an image"),
        ("line.txt", b"word " * 3_500_000, "17,500,000 bytes"),
        ("long.txt", b"word " * 600_000, "3,000,000 characters"),
        ("legacy.txt", "Grüße aus dem Werk, schöne Straße".encode("cp500"), "not UTF-8"),
        ("half.txt", b"\xed\xa0\x80 Orvane said", "not UTF-8"),
        ("list.ndjson", b"[1, 2]\n", "expected a JSON object"),
        ("broken.ndjson", b'{"id": "1", "text": \n', "not JSON"),
        ("deep.ndjson", b"[" * 100_000 + b"\n", "too deep"),
    ],
)
def test_a_file_that_cannot_be_read_is_named_and_the_status_is_2(
    onrecord: Command, name: str, data: bytes, said: str
) -> None:
    Path(name).write_bytes(data)
    result = onrecord("add", name)
    assert result.status == 2
    line = one_line(result.err)
    assert name in line
    assert said in line
    faults = json.loads(onrecord("add", name, "--json").out)["faults"]
    assert [fault["document"].split(":")[0] for fault in faults] == [name]


def test_a_folder_of_mixed_rubbish_adds_what_can_be_read_and_names_the_rest(
    onrecord: Command, articles: Path
) -> None:
    (articles / "noise.bin").write_bytes(bytes(range(256)) * 40)
    (articles / "empty.txt").touch()
    (articles / ".hidden").write_text("not meant")
    (articles / "dangling.txt").symlink_to("nowhere.txt")
    os.mkfifo(articles / "pipe")
    (articles / "deeper").mkdir()
    (articles / "deeper" / "records.ndjson").write_text('{"id": "1"}\nnot json\n')
    result = onrecord("add", articles, "--json")
    summary = json.loads(result.out)
    assert (result.status, summary["added"], len(summary["faults"])) == (0, 2, 6)
    assert result.err.count("\n") == 6
    again = json.loads(onrecord("add", articles, "--json").out)
    assert (again["added"], again["known"]) == (0, 2)


@pytest.mark.parametrize("name", ["absent.txt", "absent/*.txt", "https://herald.example/a", "a\0b"])
def test_a_name_that_leads_nowhere_is_wrong_use(onrecord: Command, name: str) -> None:
    result = onrecord("add", name)
    assert result.status == 2
    assert one_line(result.err)
    assert not Path("onrecord.db").exists() or result.out == ""


# --- ledgers -------------------------------------------------------------------------------------


def test_a_ledger_that_is_none_is_refused_and_left_as_it_is(
    onrecord: Command, article: Path
) -> None:
    path = Path("notes.txt")
    path.write_text("These are my notes.")
    for command in (["add", article], ["claims"], ["export"], ["check", "Orvane sells"]):
        result = onrecord(*command, "--ledger", path)
        assert (result.status, "not an onrecord ledger" in one_line(result.err)) == (2, True)
    assert path.read_text() == "These are my notes."


def test_another_programs_database_is_refused_and_left_as_it_is(
    onrecord: Command, article: Path
) -> None:
    connection = sqlite3.connect("other.db")
    connection.execute("CREATE TABLE birds (name TEXT)")
    connection.commit()
    connection.close()
    before = Path("other.db").read_bytes()
    result = onrecord("add", article, "--ledger", "other.db")
    assert (result.status, "another program" in one_line(result.err)) == (2, True)
    assert Path("other.db").read_bytes() == before


def test_a_damaged_ledger_is_told_in_one_line(onrecord: Command, article: Path) -> None:
    onrecord("add", article)
    data = Path("onrecord.db").read_bytes()
    for leftover in ("onrecord.db-wal", "onrecord.db-shm"):
        Path(leftover).unlink(missing_ok=True)
    Path("onrecord.db").write_bytes(data[:100] + b"\xff" * (len(data) - 100))
    result = onrecord("claims")
    assert result.status == 2
    assert "onrecord.db" in one_line(result.err)


def test_a_question_to_no_ledger_makes_none(onrecord: Command) -> None:
    for command in (["claims"], ["export"], ["check", "Orvane sells"], ["claim", "abcd"]):
        result = onrecord(*command)
        assert (result.status, "no ledger there" in one_line(result.err)) == (2, True)
    assert list(Path().iterdir()) == []


def test_a_folder_in_place_of_a_ledger_is_refused(onrecord: Command, articles: Path) -> None:
    result = onrecord("add", articles, "--ledger", articles)
    assert (result.status, "a directory" in one_line(result.err)) == (2, True)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can become somebody else")
def test_a_read_only_place_can_be_read_and_not_written(onrecord: Command, articles: Path) -> None:
    onrecord("add", articles)
    before = onrecord("export").out
    (articles / "new.txt").write_text(ECHO.replace("Monday", "Friday") + "More.")
    here = Path.cwd()
    here.chmod(0o555)
    Path("onrecord.db").chmod(0o444)
    for parent in here.parents:
        if parent.stat().st_uid == 0 and str(parent).startswith(str(here.parents[1])):
            parent.chmod(0o755)
    try:
        os.seteuid(65534)
        exported, added = onrecord("export"), onrecord("add", articles)
    finally:
        os.seteuid(0)
        here.chmod(0o755)
    assert (exported.status, exported.out) == (0, before)
    assert (added.status, "cannot be written here" in one_line(added.err)) == (2, True)


def test_a_full_disk_is_one_clear_line_and_what_was_kept_stays(
    onrecord: Command, article: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    onrecord("add", article)
    before = onrecord("export").out
    connect = sqlite3.connect

    def fill(*arguments: object, **options: object) -> sqlite3.Connection:
        connection = connect(*arguments, **options)
        connection.execute("PRAGMA max_page_count = 1")
        return connection

    Path("more.txt").write_text(ECHO * 200, encoding="utf-8")
    with monkeypatch.context() as patch:
        patch.setattr(sqlite3, "connect", fill)
        result = onrecord("add", "more.txt")
    assert (result.status, "the disk is full" in one_line(result.err)) == (2, True)
    assert onrecord("export").out == before


# --- stopping ------------------------------------------------------------------------------------


NUMBER = 90  # files: three batches
SYLLABLES = ("Bor", "Cal", "Dun", "Fen", "Gar", "Hol", "Kes", "Lor", "Mar", "Nor")
GOODS = ("ferries", "tractors", "biscuits", "turbines", "carpets", "pianos", "lanterns")


def many_articles(folder: Path, number: int) -> None:
    """Articles that share no claim."""
    folder.mkdir()
    for n in range(number):
        name = f"{SYLLABLES[n % 10]}{SYLLABLES[n // 10].lower()}"
        text = ARTICLE.replace("Orvane", f"{name}ane").replace("Tallis", f"{name}lis")
        text = text.replace("Velland", f"{name}land").replace("vans", GOODS[n % 7])
        (folder / f"{n:03}.txt").write_text(text, encoding="utf-8")


def start_add(cwd: Path, *names: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [*COMMAND, "add", *(names or ("many",)), "--now", NOW],
        cwd=cwd,
        stderr=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(Path(main.__file__).parents[2])},
    )


def wait_for_first_batch(cwd: Path, process: subprocess.Popen[str]) -> None:
    """Until some documents are committed."""
    for _ in range(1200):
        time.sleep(0.05)
        if process.poll() is not None:
            pytest.fail(f"add ended before it was stopped: {process.communicate()}")
        if (cwd / "onrecord.db").exists():
            connection = sqlite3.connect(cwd / "onrecord.db")
            try:
                if connection.execute("SELECT count(*) FROM readings").fetchone()[0]:
                    return
            except sqlite3.OperationalError:
                continue
            finally:
                connection.close()
    process.kill()
    pytest.fail("nothing was committed in a minute")


@pytest.mark.slow
@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGINT], ids=["kill -9", "Ctrl-C"])
def test_an_add_that_is_stopped_keeps_whole_batches_and_the_next_completes_it(
    onrecord: Command, tmp_path: Path, number: signal.Signals
) -> None:
    many_articles(tmp_path / "many", NUMBER)
    with start_add(tmp_path) as process:
        wait_for_first_batch(tmp_path, process)
        process.send_signal(number)
        _, err = process.communicate(timeout=60)
    if number is signal.SIGINT:
        assert process.returncode == 130
        assert one_line(err.lstrip("\n")).startswith("onrecord: stopped")
    connection = sqlite3.connect("onrecord.db")
    assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    connection.close()
    kept = json.loads(onrecord("export").out)
    assert 0 < len(kept["documents"]) < NUMBER
    summary = json.loads(onrecord("add", "many", "--now", NOW, "--json").out)
    assert summary["added"] == NUMBER - len(kept["documents"])
    onrecord("add", "many", "--ledger", "anew.db", "--now", NOW)
    assert onrecord("export").out == onrecord("export", "--ledger", "anew.db").out


@pytest.mark.slow
def test_two_that_add_at_once_lose_nothing(onrecord: Command, tmp_path: Path) -> None:
    many_articles(tmp_path / "many", 70)
    files = sorted(str(path.relative_to(tmp_path)) for path in (tmp_path / "many").iterdir())
    halves = [start_add(tmp_path, *files[:40]), start_add(tmp_path, *files[30:])]
    for process in halves:
        _, err = process.communicate(timeout=120)
        assert (process.returncode, err) == (0, "")
    onrecord("add", "many", "--ledger", "anew.db", "--now", NOW)
    assert onrecord("export").out == onrecord("export", "--ledger", "anew.db").out


def test_ctrl_c_is_one_line_and_status_130(
    onrecord: Command, article: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("onrecord.ledger.facade.find_files", interrupt)
    result = onrecord("add", article)
    assert result.status == 130
    assert one_line(result.err.lstrip("\n")).startswith("onrecord: stopped")


# --- wrong use -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "arguments",
    [
        ["no-such-command"],
        ["claims", "--no-such-option"],
        ["add"],
        ["claims", "--status", "false"],
        ["claims", "--as-of", "yesterday"],
        ["claims", "--known-at", "yesterday"],
        ["claims", "--policy", "mine"],
        ["add", "works.txt", "--now", "noon"],
        ["add", "works.txt", "--reader", "oracle"],
        ["export", "--format", "docx"],
        ["check", "   "],
        ["judge", "status", "abcd", "denied", "--by", "Ana"],
    ],
)
def test_wrong_use_is_one_line_and_status_2(
    onrecord: Command, article: Path, arguments: list[str]
) -> None:
    onrecord("add", article)
    result = onrecord(*arguments)
    assert result.status == 2
    assert one_line(result.err).startswith("onrecord: ")


def test_a_bug_is_told_in_one_line(onrecord: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise ZeroDivisionError("by design")

    monkeypatch.setattr("onrecord.ledger.intake.os.path.lexists", fail)
    monkeypatch.delenv("ONRECORD_DEBUG", raising=False)
    result = onrecord("add", "x.txt")
    assert result.status == 2
    assert "a bug in onrecord (ZeroDivisionError: by design)" in one_line(result.err)


def test_a_bug_in_reading_one_page_stops_no_other(
    onrecord: Command, articles: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from onrecord import flow

    read = flow.read

    def fail_on_one(capture: object, *rest: object, **options: object) -> object:
        if "paper says" in capture.text:  # type: ignore[attr-defined]
            raise ZeroDivisionError("by design")
        return read(capture, *rest, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(flow, "read", fail_on_one)
    result = onrecord("add", articles)
    assert result.status == 0
    assert "onrecord failed on it (ZeroDivisionError: by design)" in one_line(result.err)


# --- hostile words -------------------------------------------------------------------------------


def test_no_control_character_of_an_article_or_a_name_reaches_the_terminal(
    onrecord: Command,
) -> None:
    evil = "\x1b]0;owned\x07 \x1b[2J \u202e [bold]x[/] [/red]"
    name = "a[red]\x1b[2J.txt"
    Path(name).write_text(ARTICLE.replace("Velland works", f"Velland {evil} works"))
    Path(f"bad{name}").write_bytes(b"")
    results = [onrecord("add", name, f"bad{name}"), onrecord("claims")]
    claims = json.loads(onrecord("claims", "--json").out)
    results += [onrecord("claim", claims[0]["id"]), onrecord("figures"), onrecord("headlines")]
    results += [onrecord("check", f"Orvane sells {evil}"), onrecord("add", "\x1b[2J")]
    results += [onrecord("diff", evil), onrecord("claims", "--entity", evil)]
    for result in results:
        assert not set("\x1b\x07\u202e") & set(result.out + result.err)
    assert claims


def test_markup_in_an_article_is_printed_as_it_stands(onrecord: Command, article: Path) -> None:
    article.write_text(ARTICLE.replace("vans", "[red]vans[/red]"), encoding="utf-8")
    onrecord("add", article)
    assert "[red]vans" in onrecord("figures").out + onrecord("export", "--with-text").out
