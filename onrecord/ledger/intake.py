"""From what was named at the door (files, folders, patterns) to captures, one bad record at a time.

Sizes are capped here, so that no single page can take the memory of the machine.
"""

import glob
import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from onrecord.errors import InputError
from onrecord.model import Capture, Fault

MAX_TEXT = 2_000_000  # characters of one document: a long book; a news page has a hundredth of it
MAX_FILE = 16_000_000  # bytes of a file that holds one page, before its text is taken out of it
STREAMED = frozenset({".ndjson", ".jsonl", ".json"})  # read line by line, so of any size

_WILD = frozenset("*?[")
_LEDGER_FILES = (".db", ".db-wal", ".db-shm", ".db-journal")
_MAGIC = b"SQLite format 3\x00"


def find_files(names: Iterable[str | Path]) -> list[Path]:
    """The files that `names` stand for, each once: files, folders with all below, patterns.

    Hidden files and ledgers inside a folder are passed over. A name that leads nowhere is an
    error: it is better to stop than to leave out silently what was asked for.
    """
    found: dict[Path, None] = {}
    for name in names:
        for path in _expand(str(name)):
            found.setdefault(Path(os.path.normpath(path)))
    return list(found)


def _expand(name: str) -> list[Path]:
    if "://" in name:
        raise InputError(
            f"{name}: onrecord does not fetch pages; save the page and name the file instead"
        )
    path = Path(name)
    try:
        if path.is_dir():
            return sorted(_walk(path))
        if os.path.lexists(path):
            return [path]
    except (OSError, ValueError) as error:  # a name with a null byte, or far too long
        raise InputError(f"{name!r:.80}: not a file name: {error}") from error
    if _WILD & set(name):
        matches = sorted(Path(match) for match in glob.glob(name, recursive=True))  # noqa: PTH207 - also absolute
        if matches:
            return [file for match in matches for file in _expand_match(match)]
        raise InputError(f"{name}: no file matches this pattern")
    raise InputError(f"{name}: no such file or folder")


def _expand_match(match: Path) -> list[Path]:
    return sorted(_walk(match)) if match.is_dir() else [match]


def _walk(folder: Path) -> Iterator[Path]:
    for parent, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in files:
            path = Path(parent, name)
            if not name.startswith(".") and not _is_ledger(path):
                yield path


def _is_ledger(path: Path) -> bool:
    """Whether a file in a folder is a ledger, which nobody means by "these articles"."""
    if not path.name.endswith(_LEDGER_FILES):
        return False
    try:
        with path.open("rb") as file:
            head = file.read(len(_MAGIC))
    except OSError:
        return False
    return head == _MAGIC or not path.name.endswith(".db")


def open_files(
    paths: Iterable[Path], *, captured: str, base: Path | None = None
) -> Iterator[tuple[Path, Capture | Fault]]:
    """Every capture or fault of every file, with the time at the door, its path below `base`."""
    from onrecord.read import open_captures

    for path in paths:
        refused = _refuse(path)
        if refused:
            yield path, Fault(str(path), "open", refused)
            continue
        try:
            for found in open_captures(path):
                yield path, _admit(found, captured, base)
        except (OSError, MemoryError, RecursionError) as error:
            yield path, Fault(str(path), "open", _say(error))


def _refuse(path: Path) -> str | None:
    """Why a file is not opened at all, or None."""
    try:
        found = path.stat()
    except OSError as error:
        return f"cannot be read: {error.strerror}"
    if not stat.S_ISREG(found.st_mode):
        return "not a regular file"
    if found.st_size > MAX_FILE and path.suffix.lower() not in STREAMED:
        return (
            f"{found.st_size:,} bytes, and a page may have {MAX_FILE:,}; "
            "split it, or give one document a line as .ndjson"
        )
    return None


def _admit(found: Capture | Fault, captured: str, base: Path | None) -> Capture | Fault:
    """A capture with the time at the door, or the fault of one that cannot be kept."""
    if isinstance(found, Fault):
        return found
    refused = refuse_text(found.text)
    if refused:
        return Fault(found.given_id or found.path or "?", "capture", refused)
    path = found.path
    if base and path and Path(path).is_relative_to(base):
        path = str(Path(path).relative_to(base))
    return replace(found, captured=found.captured or captured, path=path)


def refuse_text(text: str) -> str | None:
    """Why a text cannot be a document, or None."""
    if len(text) > MAX_TEXT:
        return f"{len(text):,} characters, and a document may have {MAX_TEXT:,}; split it"
    if not text.strip():
        return "no text in it"
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        return f"half a character (a lone surrogate) at {error.start}; save it as UTF-8 again"
    return None


def _say(error: BaseException) -> str:
    """An error in a few words, for a fault."""
    if isinstance(error, OSError):
        return f"cannot be read: {error.strerror or error}"
    if isinstance(error, RecursionError):
        return "nested too deeply"
    return "too large for the memory of this machine"
