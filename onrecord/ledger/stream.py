"""The streaming filter: one JSON document a line in, one JSON reading a line out, in order.

Nothing is kept from one line to the next but a count and the ids that were seen, so the memory is
bounded by the longest line that is let in.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import IO, Any

from onrecord.errors import InputError
from onrecord.kit import Kit
from onrecord.ledger.contract.pages import Json, show_fault, show_page
from onrecord.ledger.intake import refuse_text
from onrecord.ledger.pages import read_page
from onrecord.model import Fault

MAX_LINE = 16_000_000  # bytes: the longest text allowed, were every character written as \\uXXXX
MAX_IDS = 1_000_000  # ids remembered to count repeated ones: about 60 MB
_PIECE = 1 << 20


@dataclass(slots=True)
class Tally:
    """What has gone through the filter so far."""

    read: int = 0
    faults: int = 0
    repeated: int = 0
    first_fault: str = ""
    ids: set[int] = field(default_factory=set)

    def count(self, shown: Json) -> None:
        """Count one line of output."""
        if "fault" in shown:
            self.faults += 1
            self.first_fault = (
                self.first_fault or f"line {shown['line']}: {shown['fault']['error']}"
            )
            return
        self.read += 1
        mark = hash(shown["id"])
        self.repeated += mark in self.ids
        if len(self.ids) < MAX_IDS:
            self.ids.add(mark)


def split_lines(stream: IO[bytes]) -> Iterator[tuple[int, bytes | None]]:
    """The non-blank lines of a stream with their numbers; None for one that is too long."""
    number = 0
    while line := stream.readline(MAX_LINE + 1):
        number += 1
        if len(line) > MAX_LINE and not line.endswith(b"\n"):
            _skip_rest(stream)
            yield number, None
        elif line.strip():
            yield number, line


def _skip_rest(stream: IO[bytes]) -> None:
    """Read on to the end of the line in pieces that are dropped."""
    while piece := stream.readline(_PIECE):
        if piece.endswith(b"\n"):
            return


def extract_lines(
    lines: Iterable[tuple[int, bytes | None]], *, kit: Kit, reader: str, tally: Tally
) -> Iterator[str]:
    """One line of JSON for each line, in order; an unreadable one gives its fault in its place."""
    for number, raw in lines:
        shown = extract_line(number, raw, kit=kit, reader=reader)
        try:
            written = _write(shown)
        except (ValueError, UnicodeEncodeError) as error:
            shown = show_fault(Fault("", "write", f"cannot be written: {error}"), None, number)
            written = _write(shown)
        tally.count(shown)
        yield written


def extract_line(number: int, raw: bytes | None, *, kit: Kit, reader: str) -> Json:
    """What was read on the document of one line, or its fault."""
    from onrecord.read import capture_record

    if raw is None:
        error = f"over {MAX_LINE:,} bytes, the most for one line; split the document"
        return show_fault(Fault("", "parse", error), None, number)
    try:
        record = parse_line(raw)
    except InputError as error:
        return show_fault(Fault("", "parse", str(error)), None, number)
    given = given_id(record)
    capture = capture_record(record, number)
    if isinstance(capture, Fault):
        return show_fault(capture, given, number)
    if refused := refuse_text(capture.text):
        return show_fault(Fault("", "read", refused), given, number)
    page = read_page(capture, kit, reader)
    if isinstance(page, Fault):
        return show_fault(page, given, number)
    return show_page(page, given or f"line:{number}", with_text=record.get("text") is None)


def parse_line(raw: bytes) -> dict[str, Any]:
    """The JSON object of one line, or `InputError` in words."""
    try:
        record = json.loads(raw.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise InputError(f"not UTF-8 at byte {error.start}; save it as UTF-8") from None
    except json.JSONDecodeError as error:
        raise InputError(f"not JSON: {error.msg} at column {error.colno}") from None
    except (RecursionError, ValueError):
        raise InputError("JSON nested too deeply, or with a number too long to read") from None
    if not isinstance(record, dict):
        raise InputError('not a document: expected an object such as {"id": "1", "text": "..."}')
    return record


def given_id(record: dict[str, Any]) -> str | None:
    """The id of a record as text, None where it has none that can be written."""
    given = record.get("id")
    if isinstance(given, bool) or not isinstance(given, str | int) or given == "":
        return None
    try:
        str(given).encode("utf-8")
    except (UnicodeEncodeError, ValueError):
        return None
    return str(given)


def _write(shown: Json) -> str:
    written = json.dumps(shown, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    written.encode("utf-8")  # half a character would only fail at the pipe
    return written
