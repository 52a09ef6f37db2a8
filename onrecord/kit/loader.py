"""The kit: sheets (TSV with a header), TOML files and weights, read once and never changed.

Rooms ask for a sheet by name and build what they need from it once (`Kit.once`), so a compiled
matcher lives as long as the kit does.
"""

import csv
import hashlib
import tomllib
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any, TypeVar, cast

from onrecord.errors import KitError

Built = TypeVar("Built")
Row = dict[str, str]


class Kit:
    """The packaged data, with a user's own sheets laid over it where `over` is given."""

    def __init__(self, folder: Path, over: Path | None = None) -> None:
        self.folder = folder
        self.over = over
        self._built: dict[object, object] = {}

    def path(self, name: str) -> Path:
        """The file called `name`: the user's where there is one, else the packaged one."""
        for folder in (self.over, self.folder):
            if folder is not None and (folder / name).is_file():
                return folder / name
        raise KitError(f"kit: no file {name!r} in {self.folder}; reinstall onrecord")

    @property
    def digest(self) -> str:
        """What tells a kit with files of the user's own from every other; empty without any.

        Like all that is read from a kit it stays as it was first read.
        """
        return self.once("digest", _digest)

    def rows(self, sheet: str) -> tuple[Row, ...]:
        """The rows of `sheet`.tsv as dictionaries; lines that begin with # are comments."""
        return self.once(("rows", sheet), lambda kit: _read_rows(kit.path(f"{sheet}.tsv")))

    def words(self, sheet: str, column: str = "word") -> frozenset[str]:
        """One column of a sheet as a set."""
        return self.once(
            ("words", sheet, column),
            lambda kit: frozenset(row[column] for row in kit.rows(sheet)),
        )

    def toml(self, name: str) -> dict[str, Any]:
        """The content of `name`.toml."""
        return self.once(("toml", name), lambda kit: _read_toml(kit.path(f"{name}.toml")))

    def once(self, key: object, build: Callable[["Kit"], Built]) -> Built:
        """What `build` makes of this kit, made on the first call and kept under `key`."""
        if key not in self._built:
            self._built[key] = build(self)
        return cast(Built, self._built[key])


@cache
def load_kit(over: Path | None = None) -> Kit:
    """The packaged kit, with the sheets of the folder `over` in place of those they replace."""
    return Kit(Path(__file__).parent, over)


def _digest(kit: Kit) -> str:
    if kit.over is None:
        return ""
    packaged = {p.relative_to(kit.folder) for p in kit.folder.rglob("*") if p.is_file()}
    policies = {p.relative_to(kit.over) for p in kit.over.glob("policies/*.toml")}
    found = hashlib.sha256()
    for name in sorted(packaged | policies):
        own = kit.over / name
        if own.is_file():
            found.update(f"{name.as_posix()}\0".encode())
            found.update(hashlib.sha256(own.read_bytes()).digest())
    return found.hexdigest()


def _read_rows(path: Path) -> tuple[Row, ...]:
    with path.open(encoding="utf-8", newline="") as file:
        lines = (line for line in file if line.strip() and not line.startswith("#"))
        reader = csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        header = next(reader, None)
        if not header:
            raise KitError(f"{path}: expected a header line, found an empty sheet")
        rows, faults = [], []
        for number, values in enumerate(reader, start=2):
            if len(values) > len(header):
                faults.append(f"row {number}: {len(values)} values for {len(header)} columns")
            rows.append(dict(zip(header, values + [""] * len(header), strict=False)))
    if faults:
        raise KitError(f"{path}: " + "; ".join(faults))
    return tuple(rows)


def _read_toml(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise KitError(f"{path}: not valid TOML: {error}") from error
