"""Files and records come in; what cannot be read is one clear fault."""

import json
from pathlib import Path

import pytest

from onrecord.model import Capture, Fault
from onrecord.read import capture_record, open_captures
from onrecord.read import captures as captures_room
from onrecord.read.captures import parse_record

TEXT = "Harlow buys forty trucks\n\nHarlow Freight said on Monday that it would buy trucks.\n"


def write(tmp_path: Path, data: bytes, name: str = "page.txt") -> Path:
    path = tmp_path / name
    path.write_bytes(data)
    return path


def open_one(path: Path) -> Capture | Fault:
    (found,) = open_captures(path)
    return found


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        TEXT.replace("\n", "\r\n").encode(),
        b"\xef\xbb\xbf" + TEXT.encode(),
    ],
)
def test_a_text_comes_in_unchanged(data: bytes, tmp_path: Path) -> None:
    found = open_one(write(tmp_path, data))
    assert isinstance(found, Capture)
    assert found.text.encode() == data
    assert found.body == data
    assert found.published is None


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "empty"),
        (b" \r\n\xef\xbb\xbf", "empty"),
        (b"\x00\x01\x02\x03" * 50, "binary"),
        (b"Harlow\x00 buys trucks", "NUL byte at byte 6"),
        (b"\x89PNG\r\n\x1a\n" + b"x" * 100, "an image"),
        (b"%PDF-1.7 trucks", "a PDF"),
        (b"PK\x03\x04trucks", "ZIP"),
        (b"\x1f\x8btrucks", "gzip"),
        (b"Harlow buys \x98\xfe\xed trucks \xff\xfa", "not UTF-8 at byte 12"),
        ("Харлоу покупает грузовики у Кестреля".encode("cp1251"), "not UTF-8 at byte 0"),
        (b"\xff\xfeH\x00a\x00\x00", "marked as UTF-16-LE but not valid"),
    ],
)
def test_what_is_no_text_is_a_fault_that_says_why(data: bytes, says: str, tmp_path: Path) -> None:
    found = open_one(write(tmp_path, data))
    assert isinstance(found, Fault)
    assert says in found.error
    assert found.document.endswith("page.txt")
    assert found.stage == "read"


def test_a_text_in_windows_1252_is_read_where_every_odd_byte_fits(tmp_path: Path) -> None:
    text = "“Harlow’s cafés are open,” Brandt said – and Cléon agreed. " * 3 + "It was so. " * 20
    found = open_one(write(tmp_path, text.encode("cp1252")))
    assert isinstance(found, Capture)
    assert found.text == text


def test_a_line_of_fifty_megabytes_is_one_fault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(captures_room, "MAX_BYTES", 1_000_000)
    found = open_one(write(tmp_path, b"truck " * 200_000))
    assert isinstance(found, Fault)
    assert "longer than 1 MB" in found.error


def test_a_file_that_is_not_there_and_a_folder_are_faults(tmp_path: Path) -> None:
    assert "cannot be opened" in getattr(open_one(tmp_path / "none.txt"), "error", "")
    assert "cannot be opened" in getattr(open_one(tmp_path), "error", "")


def test_a_web_page_is_known_by_its_content_not_its_name(tmp_path: Path) -> None:
    page = "<!DOCTYPE html><html><head><title>Trucks</title></head><body><article>" + (
        "<p>Harlow Freight said on Monday that it would buy forty trucks from Kestrel.</p>" * 5
    )
    found = open_one(write(tmp_path, page.encode(), "page.txt"))
    assert isinstance(found, Capture)
    assert found.media_type == "text/html"
    assert "<p>" not in found.text


def test_a_text_that_mentions_a_tag_is_plain_text(tmp_path: Path) -> None:
    found = open_one(write(tmp_path, b"The <p> tag opens a paragraph.", "page.html"))
    assert isinstance(found, Capture)
    assert found.media_type == "text/plain"


def test_each_line_of_a_record_file_is_a_capture_or_a_fault(tmp_path: Path) -> None:
    lines = [
        json.dumps({"id": "a", "text": TEXT, "published": "2026-02-04", "outlet": "Lorry"}),
        "",
        "not json",
        json.dumps({"id": "b"}),
        json.dumps([1]),
        "[" * 10_000,
        json.dumps({"id": "c", "text": "half \ud83d of a pair"}),
        json.dumps({"id": "d", "text": TEXT, "published": "soon"}),
        json.dumps({"id": "e", "text": 7}),
        '{"text": "' + "1" * 30 + '", "n": ' + "9" * 5000 + "}",
        json.dumps({"text": TEXT}),
    ]
    found = list(open_captures(write(tmp_path, "\n".join(lines).encode(), "all.ndjson")))
    assert len(found) == 10
    assert isinstance(found[0], Capture)
    assert (found[0].given_id, found[0].published, found[0].outlet) == ("a", "2026-02-04", "Lorry")
    assert isinstance(found[-1], Capture)
    assert found[-1].given_id == "line:11"
    faults = [one for one in found if isinstance(one, Fault)]
    assert [one.line for one in faults] == [3, 4, 5, 6, 7, 8, 9, 10]
    for fault, says in zip(
        faults,
        ["not JSON", "neither", "found a list", "nested too deep", "lone surrogate U+D83D",
         'found \'soon\'', "expected a string, found a number", "not JSON"],
        strict=True,
    ):  # fmt: skip
        assert says in fault.error
    assert [one.document.removeprefix(str(tmp_path)) for one in faults[1:3]] == [
        "/all.ndjson: b",
        "/all.ndjson",
    ]


def test_records_are_known_by_their_first_line_whatever_the_file_is_called(
    tmp_path: Path,
) -> None:
    line = json.dumps({"id": "a", "text": TEXT}).encode()
    found = open_one(write(tmp_path, line, "dump.txt"))
    assert isinstance(found, Capture)
    assert found.given_id == "a"


@pytest.mark.parametrize("indent", [None, 2])
def test_a_json_file_may_hold_one_record_or_a_list_of_them(
    indent: int | None, tmp_path: Path
) -> None:
    one = json.dumps({"id": "a", "text": TEXT}, indent=indent).encode()
    assert isinstance(open_one(write(tmp_path, one, "one.json")), Capture)
    many = json.dumps([{"id": "a", "text": TEXT}, {"id": "b"}], indent=indent).encode()
    assert [type(one) for one in open_captures(write(tmp_path, many, "all.json"))] == [
        Capture,
        Fault,
    ]


def test_what_a_record_tells_outranks_what_its_page_says() -> None:
    html = (
        '<html><head><meta property="og:title" content="Page"></head><body><article><p>'
        + "Harlow Freight said on Monday that it would buy forty trucks. " * 5
        + "</p></article></body></html>"
    )
    found = capture_record({"id": "a", "html": html, "title": "Given"}, 1)
    assert isinstance(found, Capture)
    assert found.title == "Given"
    assert getattr(capture_record({"html": html}, 1), "title", None) == "Page"


def test_an_empty_field_of_a_record_counts_as_not_there() -> None:
    found = capture_record({"id": "", "text": TEXT, "title": " ", "published": ""}, 4)
    assert isinstance(found, Capture)
    assert (found.given_id, found.title, found.published) == ("line:4", None, None)


def test_a_record_may_begin_with_a_byte_order_mark() -> None:
    assert parse_record(b'\xef\xbb\xbf{"id": 1}') == {"id": 1}
