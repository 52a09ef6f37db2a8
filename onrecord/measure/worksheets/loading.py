"""Reading worksheets from TOML: every fault of a sheet is told at once, with where it stands."""

import math
import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from onrecord.errors import KitError
from onrecord.kit import Kit
from onrecord.measure.rounding import Interval
from onrecord.measure.worksheets.dimensions import (
    BadUnit,
    Measures,
    Unit,
    check_count,
    check_relation,
    find_currencies,
    read_unit,
)
from onrecord.measure.worksheets.expressions import BadExpression, Relation, read_relation
from onrecord.measure.worksheets.intervals import EVERYTHING, NOT_NEGATIVE
from onrecord.measure.worksheets.requirements import fit_requirement
from onrecord.measure.worksheets.sheets import Ask, Bind, Provenance, Sheet, Variable

FOLDER = "worksheets"
LARGEST = 200_000  # bytes of a sheet
MOST = 100  # variables or equations of a sheet
_NAME = re.compile(r"[A-Za-z_][A-Za-z_0-9]{0,39}")
_KEYS = {
    "worksheet", "version", "about", "counts", "equations", "vars", "premises", "binds", "ask",
}  # fmt: skip
_VARIABLE_KEYS = {"unit", "about", "range", "bounds", "source", "as"}
_RESERVED = {"exp", "log", "sqrt"}
_UNREAD = Unit("", 1.0, ())  # of a variable whose unit is at fault
Read = TypeVar("Read")


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
    if path.stat().st_size > LARGEST:
        raise KitError(f"{path}: a worksheet has at most {LARGEST:,} bytes")
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise KitError(f"{path}: expected UTF-8: {error.reason}") from error
    sheet = parse_sheet(text, str(path), find_currencies(kit))
    if sheet.name != path.stem:
        raise KitError(f"{path}: names itself {sheet.name!r}; name the file {sheet.name}.toml")
    return sheet


def parse_sheet(text: str, where: str, currencies: frozenset[str] = frozenset()) -> Sheet:
    """The worksheet that `text` holds; `KitError` with all its faults where it does not stand."""
    reader = _Reader(currencies)
    try:
        data = tomllib.loads(text, parse_float=reader.number)
        sheet = reader.read(data)
    except (tomllib.TOMLDecodeError, ValueError) as error:
        raise KitError(f"{where}: not valid TOML: {error}") from error
    except RecursionError:
        raise KitError(f"{where}: nested too deeply") from None
    if reader.faults:
        count = len(reader.faults)
        told = "; ".join(f"({n}) {fault}" for n, fault in enumerate(reader.faults, 1))
        raise KitError(f"{where}: {count} fault{'s' if count > 1 else ''}: {told}")
    return sheet


class _Reader:
    """Reads a sheet and keeps what is wrong with it."""

    def __init__(self, currencies: frozenset[str]) -> None:
        self.faults: list[str] = []
        self.measures = Measures((), currencies)

    def number(self, text: str) -> float:
        """A float of the file; one that only overflow makes infinite is a fault."""
        value = float(text)
        if math.isinf(value) and "inf" not in text:
            self.faults.append(f"{text[:30]}: a number that large cannot be computed with")
        return value

    def read(self, data: Mapping[str, Any]) -> Sheet:
        """The sheet as far as it can be read."""
        for key in sorted(data.keys() - _KEYS):
            self.faults.append(f"{key}: no such key; known are {', '.join(sorted(_KEYS))}")
        self.measures = Measures(self._counts(data.get("counts", {})), self.measures.currencies)
        variables = tuple(self._variables(self._table(data, "vars")))
        units = {var.name: var.unit for var in variables}
        if not variables:
            self.faults.append("vars: a worksheet needs at least one variable")
        texts = self._list(data, "equations")
        equations = tuple(self._relations(texts, "equations", units))
        if not texts:
            self.faults.append("equations: a worksheet needs at least one")
        if max(len(variables), len(texts)) > MOST:
            self.faults.append(f"more than {MOST} variables or equations")
        return Sheet(
            name=self._name(data.get("worksheet")),
            version=self._version(data.get("version", 1)),
            about=self._words(data.get("about"), "about"),
            measures=self.measures,
            variables=variables,
            equations=equations,
            premises=tuple(self._premises(self._table(data, "premises"), units)),
            binds=tuple(self._binds(self._table(data, "binds"), units)),
            asks=tuple(self._asks(self._list(data, "ask"), units)),
        )

    # --- parts -------------------------------------------------------------------------------

    def _counts(self, counts: Any) -> tuple[tuple[str, tuple[str, ...]], ...]:
        if not isinstance(counts, dict):
            self.faults.append('counts: expected a table, such as vehicle = ["car", "van"]')
            return ()
        kept = []
        for name, nouns in counts.items():
            if not _NAME.fullmatch(name) or not _is_words(nouns):
                self.faults.append(f"counts.{name}: expected a name and a list of nouns")
            elif self._try(f"counts.{name}", partial(self._count, name)):
                kept.append((name, tuple(nouns)))
        return tuple(kept)

    def _count(self, name: str) -> bool:
        check_count(name, self.measures.currencies)
        return True

    def _variables(self, table: Mapping[str, Any]) -> Iterator[Variable]:
        for name, data in table.items():
            where = f"vars.{name}"
            if not _NAME.fullmatch(name) or name in _RESERVED:
                self.faults.append(f"{where}: expected a name of letters, digits and _")
            elif not isinstance(data, dict):
                self.faults.append(f"{where}: expected a table with a unit")
            else:
                yield self._variable(name, where, data)

    def _variable(self, name: str, where: str, data: Mapping[str, Any]) -> Variable:
        for key in sorted(data.keys() - _VARIABLE_KEYS):
            self.faults.append(f"{where}.{key}: no such key")
        written = data.get("unit")
        if not isinstance(written, str):
            self.faults.append(f'{where}.unit: expected a unit, such as "vehicle/year" or "1"')
            written = "1"
        unit = self._try(f"{where}.unit", lambda: read_unit(written, self.measures))
        bounds = self._interval(data.get("bounds"), f"{where}.bounds") or NOT_NEGATIVE
        default = self._interval(data.get("range"), f"{where}.range")
        source = self._source(data.get("source"), f"{where}.source")
        if default == EVERYTHING and source is None:
            bounds, default = EVERYTHING, None
        if default is not None and source is None and "source" not in data:
            self.faults.append(f"{where}: a range needs its source (kind and cite)")
        if default is not None and not (bounds.low <= default.low and default.high <= bounds.high):
            self.faults.append(f"{where}: the range reaches outside the bounds")
        if data.get("as", "percent") != "percent":
            self.faults.append(f'{where}.as: expected "percent"')
        about = self._words(data.get("about", name.replace("_", " ")), f"{where}.about")
        percent = "as" in data
        return Variable(name, unit or _UNREAD, about, bounds, default, source, percent)

    def _interval(self, value: Any, where: str) -> Interval | None:
        if value is None:
            return None
        try:
            low, high = (float(end) for end in value if not isinstance(end, bool | str))
        except (TypeError, ValueError, OverflowError):
            self.faults.append(f"{where}: expected two numbers, [low, high]")
            return None
        if not low <= high:
            self.faults.append(f"{where}: expected low <= high, found [{low:g}, {high:g}]")
            return None
        return Interval(low, high)

    def _source(self, value: Any, where: str) -> Provenance | None:
        if value is None:
            return None
        if not isinstance(value, dict) or not value.keys() <= {"kind", "cite", "seen"}:
            self.faults.append(f"{where}: expected kind, cite and perhaps seen")
            return None
        kind, cite = (self._words(value.get(key), f"{where}.{key}") for key in ("kind", "cite"))
        seen = value.get("seen")
        return Provenance(kind, cite, None if seen is None else str(seen))

    def _relations(
        self, texts: list[Any], where: str, units: Mapping[str, Unit]
    ) -> Iterator[Relation]:
        for number, text in enumerate(texts[:MOST], 1):
            relation = self._relation(text, f"{where} {number}", units)
            if relation is not None:
                yield relation

    def _relation(self, text: Any, where: str, units: Mapping[str, Unit]) -> Relation | None:
        if not isinstance(text, str):
            self.faults.append(f'{where}: expected words such as "gap = need - sales"')
            return None
        return self._try(where, lambda: check_names(read_relation(text), units))

    def _requirement(self, text: Any, where: str, units: Mapping[str, Unit]) -> Relation | None:
        if not isinstance(text, str):
            self.faults.append(f'{where}.require: expected words such as "gap <= 0"')
            return None
        return self._try(where, lambda: fit_requirement(read_relation(text), dict(units)))

    def _premises(
        self, table: Mapping[str, Any], units: Mapping[str, Unit]
    ) -> Iterator[tuple[str, str]]:
        for name, text in table.items():
            if name not in units:
                self.faults.append(f"premises.{name}: no such variable")
            yield name, self._words(text, f"premises.{name}")

    def _binds(self, table: Mapping[str, Any], units: Mapping[str, Unit]) -> Iterator[Bind]:
        for name, data in table.items():
            where = f"binds.{name}"
            if name not in units:
                self.faults.append(f"{where}: no such variable")
            elif not isinstance(data, dict) or not data.keys() <= {"of", "unit", "exact"}:
                self.faults.append(f"{where}: expected of, unit and perhaps exact")
            elif not _is_words(data.get("of", [])):
                self.faults.append(f"{where}.of: expected a list of words")
            else:
                text = str(data.get("unit", units[name].text))
                unit = self._try(f"{where}.unit", partial(read_unit, text, self.measures))
                exact = data.get("exact", False) is True
                yield Bind(name, tuple(data.get("of", [])), unit, exact)

    def _asks(self, asks: list[Any], units: Mapping[str, Unit]) -> Iterator[Ask]:
        for number, data in enumerate(asks, 1):
            where = f"ask {number}"
            if not isinstance(data, dict) or not data.keys() <= {"question", "require", "report"}:
                self.faults.append(f"{where}: expected question, require and report")
            elif data.get("report") not in units:
                self.faults.append(f"{where}: reports {data.get('report')!r}, no such variable")
            else:
                text = data.get("require")
                relation = None if text is None else self._requirement(text, where, units)
                told = data.get("question") or f"{data['report']} if {text}"
                yield Ask(self._words(told, f"{where}.question"), relation, data["report"])

    # --- small things ------------------------------------------------------------------------

    def _try(self, where: str, read: Callable[[], Read]) -> Read | None:
        try:
            return read()
        except (BadExpression, BadUnit) as error:
            self.faults.append(f"{where}: {error}")
            return None

    def _table(self, data: Mapping[str, Any], key: str) -> Mapping[str, Any]:
        value = data.get(key, {})
        if not isinstance(value, dict):
            self.faults.append(f"{key}: expected a table")
            return {}
        return value

    def _list(self, data: Mapping[str, Any], key: str) -> list[Any]:
        value = data.get(key, [])
        if not isinstance(value, list):
            self.faults.append(f"{key}: expected a list")
            return []
        return value

    def _words(self, value: Any, where: str) -> str:
        if not isinstance(value, str) or not value.strip():
            self.faults.append(f"{where}: expected words")
            return ""
        return " ".join(value.split())

    def _name(self, value: Any) -> str:
        if not isinstance(value, str) or not _NAME.fullmatch(value):
            self.faults.append("worksheet: expected the sheet's name: letters, digits and _")
            return ""
        return value

    def _version(self, value: Any) -> int:
        if isinstance(value, bool) or not isinstance(value, int) or not 0 < value < 10**6:
            self.faults.append("version: expected a whole number")
            return 1
        return value


def check_names(relation: Relation, units: Mapping[str, Unit]) -> Relation:
    """The relation, if it names only known variables and compares what can be compared."""
    unknown = sorted(relation.names() - units.keys())
    if unknown:
        raise BadExpression(f"{relation.text!r}: no variable {', '.join(unknown)}")
    if not relation.names():
        raise BadExpression(f"{relation.text!r} names no variable")
    if all(units[name] is not _UNREAD for name in relation.names()):
        check_relation(relation, units)
    return relation


def _is_words(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(word, str) and word for word in value)
