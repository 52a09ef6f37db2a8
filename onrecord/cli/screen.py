"""What the commands print on: plain in a pipe, coloured on a terminal, JSON where asked for."""

import io
import json
import os
import sys
from collections.abc import Iterable
from functools import cache
from typing import IO, TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

    from onrecord.model import Fault

WIDEST = 110  # columns: longer lines are hard to read
PIPED = 100  # columns where no terminal says how wide it is
MOST_FAULTS = 8  # faults named one by one on a terminal; the rest are counted

COLOURS = {
    "refuted": "red",
    "disputed": "yellow",
    "mixed": "yellow",
    "denied": "red",
    "confirmed": "green",
    "withdrawn": "magenta",
    "reported": "blue",
    "rumoured": "bright_black",
    "met": "green",
    "missed": "red",
    "overdue": "yellow",
}


# Articles are written by strangers: no control character and no mark that turns the direction of
# the writing reaches the terminal. One character for one, so that offsets stay.
_CONTROLS = [*range(0x20), *range(0x7F, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A)]
_HARMLESS = {code: "\ufffd" for code in _CONTROLS if chr(code) not in "\n\t"} | {ord("\r"): " "}


def disarm(text: str) -> str:
    """`text` without what a terminal would obey instead of showing."""
    return text.translate(_HARMLESS)


def ink(text: str, style: str = "") -> "Text":
    """Words of an article, safe to print, in a style."""
    from rich.text import Text

    return Text(disarm(text), style=style)


def line(*parts: "Text") -> "Text":
    """Several inks on one line, each in its own style."""
    from rich.text import Text

    return Text.assemble(*parts)


def screen() -> "Console":
    """Standard output as rich text; NO_COLOR and pipes are respected."""
    return _console(sys.stdout)


def margin() -> "Console":
    """Standard error, for what is not the answer: progress, faults, notes."""
    return _console(sys.stderr)


@cache
def _console(stream: Any) -> "Console":
    from rich.console import Console

    class Piping(Console):
        """Leaves it to `main` to go quietly when nobody reads on; rich would end with status 1."""

        def on_broken_pipe(self) -> None:
            raise BrokenPipeError

    if stream.isatty():
        width = min(Console(file=stream).width, WIDEST)
        return Console(file=stream, highlight=False, emoji=False, width=width)
    columns = os.environ.get("COLUMNS", "")
    width = int(columns) if columns.isdecimal() else PIPED
    plain = cast("IO[str]", Trimmed(stream))
    return Piping(file=plain, highlight=False, emoji=False, width=width, color_system=None)


class Trimmed(io.TextIOBase):
    """A stream without the spaces that a table leaves at the ends of its lines."""

    def __init__(self, stream: Any) -> None:
        self.stream = stream

    def write(self, text: str) -> int:
        """Write `text`, its lines trimmed at their ends."""
        self.stream.write("\n".join(line.rstrip(" ") for line in text.split("\n")))
        return len(text)

    def flush(self) -> None:
        """Pass on what was written."""
        self.stream.flush()


def print_json(value: Any) -> None:
    """One JSON value, indented, in UTF-8 whatever the terminal's locale."""
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, indent=2)
    write_text(text + "\n")


def write_text(text: str) -> None:
    """Text as it is, in UTF-8, on standard output."""
    sys.stdout.flush()
    sys.stdout.buffer.write(text.encode("utf-8"))
    sys.stdout.buffer.flush()


def say(text: str) -> None:
    """One plain line on standard output, however long."""
    screen().print(ink(text), soft_wrap=True)


def note(text: str) -> None:
    """One plain line on standard error."""
    sys.stderr.write(f"{disarm(' '.join(text.split()))}\n")


def note_faults(faults: Iterable["Fault"]) -> None:
    """What could not be read, a line each, the rest counted."""
    faults = list(faults)
    for fault in faults[:MOST_FAULTS]:
        line = f", line {fault.line}" if fault.line is not None else ""
        note(f"onrecord: not read: {fault.document}{line}: {fault.error}")
    if len(faults) > MOST_FAULTS:
        note(f"onrecord: and {len(faults) - MOST_FAULTS} more that could not be read")


def count(number: int, singular: str, plural: str | None = None) -> str:
    """A number with its noun: "1 article", "14 articles"."""
    return f"{number:,} {singular if number == 1 else plural or singular + 's'}"
