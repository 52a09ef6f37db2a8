"""A worksheet as its TOML says it: every fault is told at once, with what was expected and came."""

import math
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from itertools import islice
from typing import Any, TypeVar

from onrecord.measure.rounding import Interval
from onrecord.measure.worksheets.dimensions import (
    BadUnit,
    Measures,
    Unit,
    check_count,
    check_relation,
    read_unit,
)
from onrecord.measure.worksheets.expressions import BadExpression, Relation, read_relation
from onrecord.measure.worksheets.intervals import EVERYTHING, NOT_NEGATIVE
from onrecord.measure.worksheets.requirements import fit_requirement
from onrecord.measure.worksheets.sheets import (
    Ask,
    Bind,
    Premise,
    Provenance,
    Sheet,
    Shown,
    Variable,
)

MOST = 100  # variables, equations, bindings or questions of a sheet
_NAME = re.compile(r"[A-Za-z_][A-Za-z_0-9]{0,39}")
_KEYS = {
    "worksheet", "version", "about", "counts", "equations", "vars", "premises", "binds", "shown",
    "ask",
}  # fmt: skip
_VARIABLE_KEYS = {"unit", "about", "range", "bounds", "source", "as"}
_BIND_KEYS = {"of", "unit", "exact", "unless", "change"}
_CHANGES = ("up", "down")
_RESERVED = {"exp", "log", "sqrt"}
_UNREAD = Unit("", 1.0, ())  # of a variable whose unit is at fault
Read = TypeVar("Read")
Item = TypeVar("Item")


class SheetReader:
    """Reads a sheet and keeps what is wrong with it: the key, and what was expected and found."""

    def __init__(self, currencies: frozenset[str]) -> None:
        self.faults: list[tuple[str, str]] = []
        self.measures = Measures((), currencies)

    def number(self, text: str) -> float:
        """A float of the file; one that only overflow makes infinite is a fault."""
        value = float(text)
        if math.isinf(value) and "inf" not in text:
            self.faults.append((text[:30], "a number that large cannot be computed with"))
        return value

    def read(self, data: Mapping[str, Any]) -> Sheet:
        """The sheet as far as it can be read."""
        for key in sorted(data.keys() - _KEYS):
            self.faults.append((key[:40], f"no such key; known are {', '.join(sorted(_KEYS))}"))
        self.measures = Measures(self._counts(data.get("counts", {})), self.measures.currencies)
        variables = tuple(self._variables(self._table(data, "vars")))
        units = {var.name: var.unit for var in variables}
        if not variables:
            self.faults.append(("vars", "a worksheet needs at least one variable"))
        texts = self._list(data, "equations")
        equations = tuple(self._relations(texts, "equations", units))
        if not texts:
            self.faults.append(("equations", "a worksheet needs at least one"))
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
            shown=self._shown(data.get("shown"), units),
        )

    # --- variables and equations -------------------------------------------------------------

    def _counts(self, counts: Any) -> tuple[tuple[str, tuple[str, ...]], ...]:
        if not isinstance(counts, dict):
            self._expect("counts", 'a table, such as vehicle = ["car", "van"]', counts)
            return ()
        kept = []
        for name, nouns in self._first(counts.items(), len(counts), "counts"):
            if not _NAME.fullmatch(name) or not _is_words(nouns):
                self._expect(f"counts.{name[:40]}", "a name and a list of nouns", nouns)
            elif self._try(f"counts.{name}", partial(self._count, name)):
                kept.append((name, tuple(nouns)))
        return tuple(kept)

    def _count(self, name: str) -> bool:
        check_count(name, self.measures.currencies)
        return True

    def _variables(self, table: Mapping[str, Any]) -> Iterator[Variable]:
        for name, data in self._first(table.items(), len(table), "vars"):
            where = f"vars.{name[:40]}"
            if not _NAME.fullmatch(name) or name in _RESERVED:
                self._expect(where, "a name of at most 40 letters, digits and _", name)
            elif not isinstance(data, dict):
                self._expect(where, "a table with a unit", data)
            else:
                yield self._variable(name, where, data)

    def _variable(self, name: str, where: str, data: Mapping[str, Any]) -> Variable:
        self._no_others(data, _VARIABLE_KEYS, where)
        written = data.get("unit")
        if not isinstance(written, str):
            self._expect(f"{where}.unit", 'a unit, such as "vehicle/year" or "1"', written)
            written = "1"
        unit = self._try(f"{where}.unit", lambda: read_unit(written, self.measures))
        bounds = self._interval(data.get("bounds"), f"{where}.bounds") or NOT_NEGATIVE
        default = self._interval(data.get("range"), f"{where}.range")
        source = self._source(data.get("source"), f"{where}.source")
        if default == EVERYTHING and source is None:
            bounds, default = EVERYTHING, None
        if default is not None and source is None and "source" not in data:
            self.faults.append((where, "a range needs its source (kind and cite)"))
        if default is not None and not (bounds.low <= default.low and default.high <= bounds.high):
            told = f"[{default.low:g}, {default.high:g}] outside [{bounds.low:g}, {bounds.high:g}]"
            self.faults.append((f"{where}.range", f"the range reaches outside the bounds: {told}"))
        if data.get("as", "percent") != "percent":
            self._expect(f"{where}.as", '"percent"', data["as"])
        about = self._words(data.get("about", name.replace("_", " ")), f"{where}.about")
        percent = "as" in data
        return Variable(name, unit or _UNREAD, about, bounds, default, source, percent)

    def _interval(self, value: Any, where: str) -> Interval | None:
        if value is None:
            return None
        try:
            low, high = (float(end) for end in value if not isinstance(end, bool | str))
        except (TypeError, ValueError, OverflowError):
            self._expect(where, "two numbers, [low, high]", value)
            return None
        if not low <= high:
            self._expect(where, "low <= high", [low, high])
            return None
        return Interval(low, high)

    def _source(self, value: Any, where: str) -> Provenance | None:
        if value is None:
            return None
        if not isinstance(value, dict) or not value.keys() <= {"kind", "cite", "seen"}:
            self._expect(where, "kind, cite and perhaps seen", value)
            return None
        kind, cite = (self._words(value.get(key), f"{where}.{key}") for key in ("kind", "cite"))
        seen = value.get("seen")
        return Provenance(kind, cite, None if seen is None else str(seen)[:40])

    def _relations(
        self, texts: list[Any], where: str, units: Mapping[str, Unit]
    ) -> Iterator[Relation]:
        for number, text in enumerate(self._first(texts, len(texts), where), 1):
            relation = self._relation(text, f"{where} {number}", units)
            if relation is not None:
                yield relation

    def _relation(self, text: Any, where: str, units: Mapping[str, Unit]) -> Relation | None:
        if not isinstance(text, str):
            self._expect(where, 'words such as "gap = need - sales"', text)
            return None
        return self._try(where, lambda: check_names(read_relation(text), units))

    def _requirement(self, text: Any, where: str, units: Mapping[str, Unit]) -> Relation | None:
        if not isinstance(text, str):
            self._expect(f"{where}.require", 'words such as "gap <= 0"', text)
            return None
        return self._try(where, lambda: fit_requirement(read_relation(text), dict(units)))

    # --- what it is about --------------------------------------------------------------------

    def _premises(self, table: Mapping[str, Any], units: Mapping[str, Unit]) -> Iterator[Premise]:
        for name, data in self._first(table.items(), len(table), "premises"):
            where = f"premises.{name[:40]}"
            self._known(name, units, where)
            quoted = isinstance(data, dict) and data.keys() == {"quoted"}
            yield Premise(name, self._words(data["quoted"] if quoted else data, where), quoted)

    def _binds(self, table: Mapping[str, Any], units: Mapping[str, Unit]) -> Iterator[Bind]:
        for name, data in self._first(table.items(), len(table), "binds"):
            where = f"binds.{name[:40]}"
            if not self._known(name, units, where):
                continue
            if not isinstance(data, dict) or not data.keys() <= _BIND_KEYS:
                self._expect(where, f"{', '.join(sorted(_BIND_KEYS))}", data)
            elif not _is_words(data.get("of", [])) or not _is_words(data.get("unless", [])):
                self._expect(f"{where}.of", "a list of words", data.get("of"))
            else:
                yield self._bind(name, where, data, units)

    def _bind(
        self, name: str, where: str, data: Mapping[str, Any], units: Mapping[str, Unit]
    ) -> Bind:
        text = str(data.get("unit", units[name].text))
        change = data.get("change")
        if change is not None and change not in _CHANGES:
            self._expect(f"{where}.change", '"up" or "down"', change)
        return Bind(
            variable=name,
            of=tuple(data.get("of", [])),
            unit=self._try(f"{where}.unit", partial(read_unit, text, self.measures)),
            exact=data.get("exact", False) is True,
            unless=tuple(data.get("unless", [])),
            change=change,
        )

    def _shown(self, data: Any, units: Mapping[str, Unit]) -> Shown | None:
        if data is None:
            return None
        if not isinstance(data, dict) or data.keys() != {"topic", "needs"}:
            self._expect("shown", "topic and needs", data)
            return None
        topic, needs = data["topic"], data["needs"]
        for key, value in (("topic", topic), ("needs", needs)):
            if not isinstance(value, list) or not value or not all(map(_is_words, value)):
                self._expect(f"shown.{key}", "a list of lists of words", value)
                return None
        for name in sorted({name for names in needs for name in names}):
            self._known(name, units, "shown.needs")
        return Shown(tuple(map(tuple, topic)), tuple(map(frozenset, needs)))

    def _asks(self, asks: list[Any], units: Mapping[str, Unit]) -> Iterator[Ask]:
        for number, data in enumerate(self._first(asks, len(asks), "ask"), 1):
            where = f"ask {number}"
            if not isinstance(data, dict) or not data.keys() <= {"question", "require", "report"}:
                self._expect(where, "question, require and report", data)
            elif data.get("report") not in units:
                self.faults.append(
                    (where, f"reports {_short(data.get('report'))}, no such variable")
                )
            else:
                text = data.get("require")
                relation = None if text is None else self._requirement(text, where, units)
                told = data.get("question") or f"{data['report']} if {text}"
                yield Ask(self._words(told, f"{where}.question"), relation, data["report"])

    # --- small things ------------------------------------------------------------------------

    def _expect(self, where: str, expected: str, found: Any) -> None:
        self.faults.append((where, f"expected {expected}, found {_short(found)}"))

    def _known(self, name: str, units: Mapping[str, Unit], where: str) -> bool:
        if name not in units:
            self.faults.append((where, f"no such variable: {name[:40]}"))
        return name in units

    def _no_others(self, data: Mapping[str, Any], known: set[str], where: str) -> None:
        for key in sorted(data.keys() - known):
            told = f"no such key; known are {', '.join(sorted(known))}"
            self.faults.append((f"{where}.{key[:40]}", told))

    def _first(self, items: Iterable[Item], count: int, where: str) -> Iterator[Item]:
        """The items that are read: a sheet of a million variables is refused after the first."""
        if count > MOST:
            self.faults.append((where, f"expected at most {MOST}, found {count:,}"))
        return islice(items, MOST)

    def _try(self, where: str, read: Callable[[], Read]) -> Read | None:
        try:
            return read()
        except (BadExpression, BadUnit) as error:
            self.faults.append((where, str(error)))
            return None

    def _table(self, data: Mapping[str, Any], key: str) -> Mapping[str, Any]:
        value = data.get(key, {})
        if not isinstance(value, dict):
            self._expect(key, "a table", value)
            return {}
        return value

    def _list(self, data: Mapping[str, Any], key: str) -> list[Any]:
        value = data.get(key, [])
        if not isinstance(value, list):
            self._expect(key, "a list", value)
            return []
        return value

    def _words(self, value: Any, where: str) -> str:
        if not isinstance(value, str) or not value.strip():
            self._expect(where, "words", value)
            return ""
        return " ".join(value.split())

    def _name(self, value: Any) -> str:
        if not isinstance(value, str) or not _NAME.fullmatch(value):
            self._expect("worksheet", "the sheet's name: letters, digits and _", value)
            return ""
        return value

    def _version(self, value: Any) -> int:
        if isinstance(value, bool) or not isinstance(value, int) or not 0 < value < 10**6:
            self._expect("version", "a whole number from 1", value)
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


def _short(value: Any) -> str:
    """What came, in few characters."""
    if value is None:
        return "nothing"
    if isinstance(value, dict):
        return f"a table with {', '.join(list(value)[:6])}"[:80]
    if isinstance(value, list):
        value = value[:4]
    told = str(value)[:60] if not isinstance(value, str) else repr(value[:60])
    return " ".join(told.split())
