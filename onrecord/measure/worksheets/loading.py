"""Finding worksheets: the packaged ones, those of the user's kit, and those of a folder.

`onrecord.measure.worksheets.reading` says what a sheet may hold; here a file becomes one, or one
error that tells every fault of it with the line on which it stands.
"""

import re
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

from onrecord.errors import KitError
from onrecord.kit import Kit
from onrecord.measure.worksheets.dimensions import find_currencies
from onrecord.measure.worksheets.reading import SheetReader
from onrecord.measure.worksheets.sheets import Sheet

FOLDER = "worksheets"
LARGEST = 200_000  # bytes of a sheet
_MOST_TOLD = 20  # faults that are told; the rest are counted
_MOST_DOTS = 300  # in one line
_HEADER = re.compile(r"\s*\[\[?\s*([\w.\s-]{1,100}?)\s*\]\]?\s*(?:#.*)?")


def load_sheets(kit: Kit, folder: Path | None = None) -> dict[str, Sheet]:
    """Every worksheet by its name; those of `folder` take the place of packaged ones."""
    return {name: load_sheet(name, kit, folder) for name in list_sheets(kit, folder)}


def list_sheets(kit: Kit, folder: Path | None = None) -> list[str]:
    """The names of the worksheets that are there."""
    if folder is not None and not folder.is_dir():
        raise KitError(f"{folder}: no folder of worksheets there")
    homes = [home / FOLDER for home in (kit.folder, kit.over) if home is not None]
    paths = [path for home in (*homes, folder) if home for path in home.glob("*.toml")]
    return sorted({path.stem for path in paths})


def load_sheet(name: str, kit: Kit, folder: Path | None = None) -> Sheet:
    """The worksheet called `name`: the user's own where `folder` has it, else the packaged one."""
    if name not in list_sheets(kit, folder):
        known = ", ".join(list_sheets(kit, folder))
        raise KitError(f"no worksheet {name!r}; there are: {known}")
    if folder is not None and (folder / f"{name}.toml").is_file():
        return read_sheet(folder / f"{name}.toml", kit)
    return kit.once(("worksheet", name), lambda k: read_sheet(k.path(f"{FOLDER}/{name}.toml"), k))


def read_sheet(path: Path, kit: Kit) -> Sheet:
    """The worksheet in a file, which must bear the file's name."""
    sheet = parse_sheet(_read_text(path), str(path), find_currencies(kit))
    if sheet.name != path.stem:
        raise KitError(f"{path}: names itself {sheet.name!r}; name the file {sheet.name}.toml")
    return sheet


def read_topic(name: str, kit: Kit) -> Any:
    """What a sheet gives as its topic; the rest of it is not looked at, and need not be sound."""
    path = kit.path(f"{FOLDER}/{name}.toml")
    shown = _parse(_read_text(path), str(path), float).get("shown")
    return shown.get("topic") if isinstance(shown, dict) else None


def _read_text(path: Path) -> str:
    if path.stat().st_size > LARGEST:
        raise KitError(f"{path}: a worksheet has at most {LARGEST:,} bytes")
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise KitError(f"{path}: expected UTF-8: {error.reason}") from error
    return text


def parse_sheet(text: str, where: str, currencies: frozenset[str] = frozenset()) -> Sheet:
    """The worksheet that `text` holds; `KitError` with all its faults where it does not stand."""
    reader = SheetReader(currencies)
    sheet = reader.read(_parse(text, where, reader.number))
    if reader.faults:
        raise KitError(f"{where}: {_tell_faults(reader.faults, text)}")
    return sheet


def _parse(text: str, where: str, number: Callable[[str], float]) -> dict[str, Any]:
    """The TOML of a sheet, in time that its length bounds; `number` reads its floats."""
    for count, line in enumerate(text.split("\n"), 1):
        if line.count(".") > _MOST_DOTS:  # tomllib takes a minute for a key of 60,000 parts
            raise KitError(f"{where}: line {count}: more than {_MOST_DOTS} dots")
    try:
        return tomllib.loads(text, parse_float=number)
    except ValueError as error:
        raise KitError(f"{where}: not valid TOML: {error}") from error
    except RecursionError:
        raise KitError(f"{where}: nested too deeply") from None


def _tell_faults(faults: list[tuple[str, str]], text: str) -> str:
    """All faults of a sheet in one line, each with its line and key."""
    lines = text.splitlines()
    told = [
        f"({number}) {_place(key, lines)}{key}: {fault}"
        for number, (key, fault) in enumerate(faults[:_MOST_TOLD], 1)
    ]
    if len(faults) > _MOST_TOLD:
        told.append(f"and {len(faults) - _MOST_TOLD} more")
    return f"{len(faults)} fault{'s' if len(faults) > 1 else ''}: " + "; ".join(told)


def _place(key: str, lines: list[str]) -> str:
    """The line of a key as far as it can be found: of the key itself, else of its table."""
    name, _, count = key.partition(" ")
    wanted, seen, table = int(count or 1) if count.isdecimal() or not count else 1, 0, ""
    best = ""
    for number, line in enumerate(lines, 1):
        header = _HEADER.fullmatch(line[:200])
        if header is not None:
            table = header[1].replace(" ", "")
            seen += table == name.partition(".")[0]
            if table == name or (name.startswith(f"{table}.") and name.count(".") > 1):
                best = f"line {number}, " if not count or seen == wanted else best
            continue
        left = line[:100].partition("=")[0].strip()
        if left and (f"{table}.{left}" if table else left) == name:
            return f"line {number}, "
    return best
