"""Captures: files and records come in, each as a text with what its carrier said of it.

One file is one plain text, one web page, or NDJSON with one record a line. Readers of further
carriers (feeds, web archives) belong here: each yields captures, and a fault for what it cannot
read; everything after is the same for all.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, BinaryIO

from onrecord.errors import InputError
from onrecord.model import Capture, Fault
from onrecord.read.calendar_forms import read_day
from onrecord.read.decoding import decode, is_html, refuse_binary, refuse_surrogates
from onrecord.read.pages import MAX_TEXT, capture_page

MAX_BYTES = 4 * MAX_TEXT
_RECORD_SUFFIXES = frozenset({".ndjson", ".jsonl", ".json"})
_STAGE = "read"
_FIELDS = ("title", "url", "outlet", "author", "published", "captured")


def open_captures(path: str | Path) -> Iterator[Capture | Fault]:
    """The captures of one file, one after the other; what cannot be read is a fault."""
    path = Path(path)
    try:
        with path.open("rb") as file:
            if _holds_records(path, file.read(4096)):
                file.seek(0)
                whole = _read_whole(file) if path.suffix.lower() == ".json" else None
                if whole is not None:
                    yield from (_take(path, one, n) for n, one in enumerate(whole, start=1))
                    return
                file.seek(0)
                yield from _read_records(path, file)
                return
            file.seek(0)
            data = file.read(MAX_BYTES + 1)
        yield _capture_file(path, data)
    except InputError as error:
        yield Fault(str(path), _STAGE, str(error))
    except OSError as error:
        yield Fault(str(path), _STAGE, f"cannot be opened: {error.strerror or error}")


def capture_record(record: Mapping[str, Any], line: int) -> Capture | Fault:
    """The capture of one NDJSON record, as `extract` takes it; `line` counts from 1."""
    name = f"line:{line}"
    if not isinstance(record, Mapping):
        return Fault(name, _STAGE, f"expected a JSON object, found {_kind(record)}", line)
    given = record.get("id")
    name = str(given) if isinstance(given, str | int) and given != "" else name
    try:
        return _capture_fields(record, name)
    except InputError as error:
        return Fault(name, _STAGE, str(error), line)


def _capture_file(path: Path, data: bytes) -> Capture:
    if len(data) > MAX_BYTES:
        raise InputError(f"longer than {MAX_BYTES // 1_000_000} MB, the most for one document")
    refuse_binary(data)
    if is_html(data):
        return capture_page(data, path=str(path))
    text = decode(data)
    _check_text(text)
    return Capture(text=text, path=str(path), body=data)


def _capture_fields(record: Mapping[str, Any], name: str) -> Capture:
    """The capture of a record's fields, each checked."""
    fields = {key: _string(record, key) for key in _FIELDS}
    if fields["published"] is not None and read_day(fields["published"]) is None:
        raise InputError(
            f'"published": expected a date such as 2026-02-04, found {fields["published"]!r}'
        )
    text, html = _string(record, "text", strip=False), _string(record, "html", strip=False)
    if text is not None:
        _check_text(text)
        return _with_fields(Capture(text=text, given_id=name, made_by="read.record@1"), fields)
    if html is None:
        raise InputError('expected a "text" or an "html", found neither')
    if len(html) > MAX_TEXT:
        raise InputError(f'"html": longer than {MAX_TEXT:,} characters, the most for one page')
    refuse_surrogates(html)
    page = capture_page(html.encode("utf-8"), url=fields["url"], charset="utf-8")
    return _with_fields(replace(page, given_id=name), fields)


def _with_fields(capture: Capture, told: Mapping[str, str | None]) -> Capture:
    """A capture with what its record told; that outranks what the page says of itself."""
    return replace(
        capture,
        title=told["title"] or capture.title,
        url=told["url"] or capture.url,
        outlet=told["outlet"] or capture.outlet,
        author=told["author"] or capture.author,
        published=told["published"] or capture.published,
        captured=told["captured"] or capture.captured,
    )


def _read_records(path: Path, file: BinaryIO) -> Iterator[Capture | Fault]:
    """The records of an NDJSON file; a line that is no record is a fault with its number."""
    number = 0
    while True:
        raw = file.readline(MAX_BYTES + 1)
        if not raw:
            break
        number += 1
        if len(raw) > MAX_BYTES:
            _skip_line(file)
            yield Fault(str(path), _STAGE, f"longer than {MAX_BYTES // 1_000_000} MB", number)
            continue
        if not raw.strip():
            continue
        yield _capture_line(path, raw, number)
    if number == 0:
        yield Fault(str(path), _STAGE, "empty: no text in it")


def _capture_line(path: Path, raw: bytes, number: int) -> Capture | Fault:
    try:
        record = parse_record(raw)
    except InputError as error:
        return Fault(str(path), _STAGE, str(error), number)
    return _take(path, record, number)


def _read_whole(file: BinaryIO) -> list[Any] | None:
    """The records of a file that is one JSON object or one list of them; None where it is not."""
    data = file.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        return None
    try:
        value = parse_record(data)
    except InputError:
        return None
    return value if isinstance(value, list) else [value]


def _take(path: Path, record: Any, number: int) -> Capture | Fault:
    """The capture of a record, with the file that it came from."""
    found = capture_record(record, number)
    if isinstance(found, Fault):
        given = found.document != f"line:{found.line}"  # a line is told once
        name = f"{path}: {found.document}" if given else str(path)
        return Fault(name, found.stage, found.error, found.line)
    return replace(found, path=str(path))


def parse_record(raw: bytes | str) -> Any:
    """The JSON value of one line, or `InputError` in words."""
    try:
        text = decode(raw).lstrip("\ufeff") if isinstance(raw, bytes) else raw
        return json.loads(text)
    except json.JSONDecodeError as error:
        raise InputError(f"not JSON: {error.msg} at column {error.colno}") from None
    except ValueError as error:
        raise InputError(f"not JSON: {error}") from None
    except RecursionError:
        raise InputError("not read: JSON nested too deep") from None


def _skip_line(file: BinaryIO) -> None:
    while True:
        piece = file.readline(1 << 20)
        if not piece or piece.endswith(b"\n"):
            return


def _holds_records(path: Path, head: bytes) -> bool:
    """Whether a file is NDJSON: by its first line, and by its name where that line is broken."""
    if path.suffix.lower() in _RECORD_SUFFIXES:
        return True
    first = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    return first.startswith(b'{"') and (b'"text"' in first or b'"html"' in first)


def _check_text(text: str) -> None:
    if not text.strip("\ufeff \t\r\n"):
        raise InputError("empty: no text in it")
    if len(text) > MAX_TEXT:
        raise InputError(f"longer than {MAX_TEXT:,} characters, the most for one document")
    nul = text.find("\0")
    if nul >= 0:
        raise InputError(f"expected text, found binary data (a NUL at character {nul})")
    refuse_surrogates(text)


def _string(record: Mapping[str, Any], key: str, strip: bool = True) -> str | None:
    """A field that must be a string where it is there; an empty one counts as not there."""
    value = record.get(key)
    if value is None:
        return None
    if not isinstance(value, str):
        raise InputError(f'"{key}": expected a string, found {_kind(value)}')
    if strip:
        refuse_surrogates(value)
        value = value.strip() or None
    return value


def _kind(value: object) -> str:
    """The JSON name of a value's kind."""
    names = {dict: "an object", list: "a list", str: "a string", bool: "true or false"}
    return names.get(type(value), "nothing" if value is None else "a number")
