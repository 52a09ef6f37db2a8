"""The streaming filter: a line in, a line out, in order, whatever the line holds."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from onrecord.cli import main
from onrecord.ledger.stream import MAX_LINE

from .conftest import ARTICLE, Command

KEYS = (
    "id title published language text_sha256 regions stories statements mentions figures checks "
    "dates headline assertions"
).split()
STATEMENT_KEYS = (
    "id story region source cue content act force approach voice naming on_record channel interest "
    "quoted hedged within refers_to said score made_by"
).split()


def lines(*records: Any) -> bytes:
    return b"".join(
        (record if isinstance(record, bytes) else json.dumps(record).encode()) + b"\n"
        for record in records
    )


def parsed(out: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in out.splitlines()]


def test_each_document_gives_one_line_with_every_key(onrecord: Command) -> None:
    result = onrecord("extract", stdin=lines({"id": "7", "text": ARTICLE}))
    (page,) = parsed(result.out)
    assert (result.status, result.err, page["id"]) == (0, "", "7")
    assert set(KEYS) <= page.keys()
    assert "text" not in page
    assert page["statements"]
    for statement in page["statements"]:
        assert set(STATEMENT_KEYS) <= statement.keys()
        for role in ("source", "cue", "content"):
            part = statement[role]
            if part:
                assert part["text"] == " … ".join(ARTICLE[a:b] for a, b in part["spans"])


def test_a_title_outside_the_text_says_so(onrecord: Command) -> None:
    title = "Orvane denies sale of works"
    document = {"id": "7", "text": "Nothing more was said. It rained.", "title": title}
    (page,) = parsed(onrecord("extract", stdin=lines(document)).out)
    parts = [
        part
        for statement in [*page["statements"], *page["assertions"]]
        for part in (statement["source"], statement["cue"], statement["content"])
        if part and part["text"] in title
    ]
    assert parts
    assert {part.get("in") for part in parts} == {"title"}


def test_a_page_of_html_comes_with_the_text_that_its_spans_refer_to(onrecord: Command) -> None:
    body = "".join(f"<p>{paragraph}</p>" for paragraph in ARTICLE.split("\n\n"))
    html = f"<html><body><article>{body}</article></body></html>"
    (page,) = parsed(onrecord("extract", stdin=lines({"id": "7", "html": html})).out)
    for mention in page["mentions"]:
        assert page["text"][mention["start"] : mention["end"]] == mention["text"]


BAD_LINES = [
    (b"not json", None),
    (b'{"id": "x", "text": ', None),
    (b"[" * 10_000, None),
    (b'{"a":' * 10_000, None),
    (b"[1, 2]", None),
    (b"null", None),
    (b"\xff\xfe{", None),
    (json.dumps({"id": "x"}).encode(), "x"),
    (json.dumps({"id": "x", "text": ""}).encode(), "x"),
    (json.dumps({"id": "x", "text": 5}).encode(), "x"),
    (json.dumps({"id": "x", "text": "half \ud83d of one"}).encode(), "x"),
    (json.dumps({"id": "\ud83d", "text": "half \ud83d"}).encode(), None),
    (json.dumps({"id": "x", "text": "word " * 500_000}).encode(), "x"),
    (json.dumps({"id": "x", "text": "Said so.", "published": "soon"}).encode(), "x"),
    (b'{"id": "x", "text": "a", "n": ' + b"9" * 5000 + b"}", None),
]


@pytest.mark.parametrize(("line", "given"), BAD_LINES, ids=range(len(BAD_LINES)))
def test_a_bad_line_gives_its_fault_in_its_place(
    onrecord: Command, line: bytes, given: str | None
) -> None:
    good = {"id": "good", "text": "Orvane denied the report."}
    result = onrecord("extract", stdin=lines(good, b"", line, good))
    first, fault, last = parsed(result.out)
    assert (first["id"], last["id"], result.status) == ("good", "good", 0)
    assert (fault["id"], fault["line"]) == (given, 3)
    assert fault["fault"].keys() == {"stage", "error"}
    assert "1 of 3 documents not read" in result.err


def test_the_status_is_1_where_every_line_failed(onrecord: Command) -> None:
    assert onrecord("extract", stdin=b"{\n[\n").status == 1


def test_nothing_in_gives_nothing_out(onrecord: Command) -> None:
    result = onrecord("extract", stdin=b"\n \n")
    assert (result.status, result.out, result.err) == (0, "", "")


def test_a_document_without_id_is_called_by_its_line(onrecord: Command) -> None:
    result = onrecord("extract", stdin=lines(b"", {"text": "Orvane denied it."}))
    assert [page["id"] for page in parsed(result.out)] == ["line:2"]


def test_repeated_ids_are_let_through_and_counted(onrecord: Command) -> None:
    document = {"id": 7, "text": "Orvane denied it."}
    result = onrecord("extract", stdin=lines(document, document, document))
    assert [page["id"] for page in parsed(result.out)] == ["7", "7", "7"]
    assert "2 documents with an id that an earlier line had" in result.err


def test_an_unknown_reader_is_refused_before_anything_is_read(onrecord: Command) -> None:
    result = onrecord("extract", "--reader", "oracle", stdin=b"{}")
    assert (result.status, result.out) == (2, "")


def start(*arguments: str) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(
        [sys.executable, "-m", "onrecord", *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(Path(main.__file__).parents[2])},
    )


@pytest.mark.slow
def test_each_line_is_answered_before_the_next_is_sent() -> None:
    with start("extract") as process:
        assert process.stdin is not None
        assert process.stdout is not None
        for number in range(3):
            process.stdin.write(lines({"id": number, "text": "Orvane denied it."}))
            process.stdin.flush()
            assert json.loads(process.stdout.readline())["id"] == str(number)
        process.communicate(timeout=30)
        assert process.returncode == 0


@pytest.mark.slow
def test_a_line_of_fifty_megabytes_is_a_fault_in_bounded_memory() -> None:
    with start("extract") as process:
        assert process.stdin is not None
        process.stdin.write(b'{"id": "x", "text": "')
        for _ in range(50):
            process.stdin.write(b"word " * 200_000)
        process.stdin.write(b'"}\n' + lines({"id": "good", "text": "Orvane denied it."}))
        process.stdin.close()
        fault, page = parsed(process.stdout.read().decode() if process.stdout else "")
        _, _, used = os.wait4(process.pid, 0)
        process.returncode = 0
        assert f"over {MAX_LINE:,} bytes" in fault["fault"]["error"]
        assert page["id"] == "good"
        assert used.ru_maxrss < 400_000, "kilobytes"


@pytest.mark.slow
def test_a_reader_that_leaves_early_is_no_error() -> None:
    with start("extract") as process:
        assert process.stdout is not None
        assert process.stdin is not None
        process.stdin.write(lines({"id": "1", "text": "Orvane denied it."}))
        process.stdin.flush()
        process.stdout.readline()
        process.stdout.close()
        try:
            for _ in range(200):
                process.stdin.write(lines({"id": "2", "text": "Orvane denied it."}))
            process.stdin.close()
        except BrokenPipeError:
            pass
        assert process.stderr is not None
        assert process.stderr.read() == b""
        process.wait(30)


@pytest.mark.slow
def test_the_filter_needs_little_memory() -> None:
    with start("extract") as process:
        assert process.stdin is not None
        process.stdin.write(lines({"id": "1", "text": "Orvane denied it."}))
        process.stdin.close()
        _, _, used = os.wait4(process.pid, 0)
        process.returncode = 0
        assert used.ru_maxrss < 600_000, "kilobytes"
