"""Worksheets in a dossier: quoted figures, what follows from them, and on what it rests."""

import math
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.measure.worksheets.pictures import Axis, Bar, lay_axes, share_of
from onrecord.web.index import LedgerIndex, Record, make_anchor, rows
from onrecord.web.wording import name_document

_SHORT = 8  # digits of a claim's id that are enough to name it
_CONFLICT, _OUTSIDE = "claims conflict", "outside default"


@dataclass(frozen=True, slots=True)
class QuotedView:
    """A figure of the article, the variable that it was taken for, and as which range."""

    variable: str
    words: str
    told: str
    rule: str
    flags: tuple[str, ...]
    known_by: str
    sentence: tuple[str, str, str]  # before the figure, the figure, after it
    corrected: str


@dataclass(frozen=True, slots=True)
class ResultView:
    """What follows: the question it answers (if it is one), the range, its ground and premises."""

    question: str
    variable: str
    about: str
    told: str
    rests: str
    premises: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ConflictView:
    """A smallest set that cannot hold together: each member with what the others leave it."""

    heading: str
    members: tuple[tuple[str, str, str], ...]  # variable, what is said, what the others leave it
    required: tuple[str, ...]
    premises: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BarView:
    """A bar on an axis, in hundredths of its width."""

    name: str
    told: str
    how: str
    x: float
    width: float


@dataclass(frozen=True, slots=True)
class AxisView:
    """Bars of one unit."""

    bars: tuple[BarView, ...]


@dataclass(frozen=True, slots=True)
class SheetView:
    """A worksheet as it stands in a dossier."""

    name: str
    about: str
    verdict: str
    summary: str
    page: str
    href: str
    quoted: tuple[QuotedView, ...]
    conflicts: tuple[ConflictView, ...]
    results: tuple[ResultView, ...]
    axes: tuple[AxisView, ...]
    defaults: tuple[tuple[str, str, str], ...]  # variable, range, source with its date
    notes: tuple[str, ...]
    command: str


def view_sheets(claim: Record, index: LedgerIndex) -> tuple[SheetView, ...]:
    """The worksheets that stand with a claim."""
    found = index.worksheets.get(str(claim["id"]), [])
    return tuple(_view_sheet(sheet, str(claim["id"]), index) for sheet in found)


def _view_sheet(sheet: Record, claim: str, index: LedgerIndex) -> SheetView:
    document = index.document(str(sheet.get("document")))
    results = tuple(_find_results(sheet))
    conflicts = tuple(_view_conflict(one, sheet) for one in _find_conflicts(sheet))
    asked = [answer for answer in rows(sheet, "answers") if answer.get("require")]
    free = str((asked[-1].get("result") or {}).get("variable") or "NAME") if asked else "NAME"
    return SheetView(
        name=str(sheet.get("sheet")),
        about=str(sheet.get("about") or ""),
        verdict=str(sheet.get("verdict")),
        summary=_summarise(sheet),
        page=name_document(document),
        href="#" + make_anchor("document", document.get("id", "")),
        quoted=tuple(_view_quoted(binding, sheet) for binding in rows(sheet, "bindings")),
        conflicts=conflicts,
        results=results,
        axes=tuple(_draw(sheet, {result.variable for result in results})),
        defaults=tuple(_tell_default(row) for row in rows(sheet, "defaults")),
        notes=tuple(_find_notes(sheet)),
        command=f"onrecord whatif {sheet.get('sheet')} --from {claim[:_SHORT]} --set {free}=VALUE",
    )


def _summarise(sheet: Record) -> str:
    verdict = str(sheet.get("verdict"))
    if verdict == _CONFLICT:
        conflict = sheet.get("conflict") or {}
        names = ", ".join(str(name) for name in rows(conflict, "given"))
        return f"Its figures cannot all hold: {names}"
    if verdict == _OUTSIDE:
        return "What its figures imply; one lies outside what is usual"
    return "What its figures imply"


def _view_quoted(binding: Record, sheet: Record) -> QuotedView:
    name, text = str(binding.get("variable")), str(binding.get("text") or "")
    given = next((row for row in rows(sheet, "given") if row.get("variable") == name), {})
    sentence = str(binding.get("sentence") or "")
    before, found, after = sentence.partition(text)
    said = binding.get("corrected") or {}
    return QuotedView(
        variable=name,
        words=" ".join(text.split()),
        told=str(given.get("told") or ""),
        rule=str(given.get("rule") or ""),
        flags=tuple(str(flag) for flag in rows(given, "flags")),
        known_by=", ".join(str(word) for word in rows(binding, "known_by")),
        sentence=(before, found, after),
        corrected=f"{said.get('by')}: {said.get('why')}" if said else "",
    )


def _find_results(sheet: Record) -> Iterator[ResultView]:
    """The answers to the sheet's questions, then what follows from the figures alone."""
    asked = set()
    for answer in rows(sheet, "answers"):
        if answer.get("result"):
            asked.add(answer["result"].get("variable"))
            yield _view_result(answer["result"], str(answer.get("question") or ""))
    for result in rows(sheet, "results"):
        rests = result.get("rests_on") or {}
        plain = result.get("how") == "derived" and rests.get("given") and not rests.get("defaults")
        open_ = result.get("low") is None and result.get("high") is None
        if plain and not open_ and result.get("variable") not in asked:
            yield _view_result(result, "")


def _view_result(result: Record, question: str) -> ResultView:
    rests = result.get("rests_on") or {}
    parts = [*rows(rests, "given"), *(f"“{text}”" for text in rows(rests, "required"))]
    defaults = ", ".join(str(name) for name in rows(rests, "defaults"))
    told = ", ".join(str(part) for part in parts)
    return ResultView(
        question=question,
        variable=str(result.get("variable")),
        about=str(result.get("about") or ""),
        told=str(result.get("told") or ""),
        rests="; ".join(part for part in (told, defaults and f"default of {defaults}") if part),
        premises=tuple(str(premise) for premise in rows(result, "premises")),
    )


def _find_conflicts(sheet: Record) -> list[Record]:
    return [one for one in (sheet.get("conflict"), *rows(sheet, "set_aside")) if one]


def _view_conflict(conflict: Record, sheet: Record) -> ConflictView:
    """What cannot hold together; a default among it gives way and is named as such."""
    soft = [str(name) for name in rows(conflict, "defaults")]
    words = {row.get("variable"): f"“{row.get('words')}”" for row in rows(sheet, "given")}
    heading = "These cannot all hold; without any one of them the others can:"
    if soft:
        heading = f"Outside the default of {', '.join(soft)}, which gives way:"
    members = tuple(
        (str(name), words.get(name, "by default"), str(implied.get("told") or ""))
        for name, implied in (conflict.get("implied") or {}).items()
    )
    required = tuple(str(text) for text in rows(conflict, "required"))
    premises = tuple(str(premise) for premise in rows(conflict, "premises"))
    return ConflictView(heading, members, required, premises)


def _find_notes(sheet: Record) -> Iterator[str]:
    """The notes that do not stand with a quoted figure already."""
    told = {f"{row.get('variable')}: {flag}" for row in rows(sheet, "given")
            for flag in rows(row, "flags")}  # fmt: skip
    yield from (note for note in map(str, rows(sheet, "notes")) if note not in told)


def _tell_default(row: Record) -> tuple[str, str, str]:
    source = row.get("source") or {}
    parts = (source.get("kind"), source.get("cite"), source.get("seen"))
    told = ", ".join(str(part) for part in parts if part)
    return str(row.get("variable")), str(row.get("told") or ""), told


# --- the picture ---------------------------------------------------------------------------------


def _draw(sheet: Record, shown: set[str]) -> Iterator[AxisView]:
    """What is quoted beside what follows; in a conflict, beside what the others leave it."""
    given = {str(row.get("variable")): row for row in rows(sheet, "given")}
    if sheet.get("conflict"):
        implied = (sheet["conflict"].get("implied") or {}).items()
        bars = []
        for name, row in implied:
            if name in given:
                bars.append(_bar(given[name], str(name), "quoted"))
                bars.append(_bar(row, f"{name} by the others", "derived"))
    else:
        answers = [answer["result"] for answer in rows(sheet, "answers") if answer.get("result")]
        found = {str(row.get("variable")): row for row in (*rows(sheet, "results"), *answers)}
        bars = [_bar(row, name, "quoted") for name, row in given.items()]
        bars += [_bar(row, name, "derived") for name, row in found.items()
                 if name in shown and row.get("how") == "derived"]  # fmt: skip
    for axis in lay_axes(bars):
        yield AxisView(tuple(_lay_bar(bar, axis) for bar in axis.bars))


def _bar(row: Record, name: str, how: str) -> tuple[str, bool, Bar]:
    low, high = (_number(row.get("low"), -math.inf), _number(row.get("high"), math.inf))
    told = str(row.get("told") or "")
    return str(row.get("unit") or "1"), bool(row.get("percent")), Bar(name, low, high, how, told)


def _number(value: object, other: float) -> float:
    return float(value) if isinstance(value, int | float) else other


def _lay_bar(bar: Bar, axis: Axis) -> BarView:
    first, last = 100 * share_of(bar.low, axis), 100 * share_of(bar.high, axis)
    width = max(last - first, 0.8)
    return BarView(bar.name, bar.told, bar.how, round(min(first, 100 - width), 2), round(width, 2))
