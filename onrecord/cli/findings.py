"""Headlines, figures and checks on a terminal."""

from collections.abc import Sequence
from itertools import groupby

from rich.padding import Padding
from rich.table import Table

from onrecord.cli.screen import count, ink, line, screen
from onrecord.ledger.findings import PageFigures, WeighedHeadline
from onrecord.model import Check, Figure, Reading

_VERDICTS = {"holds": "green", "fails": "bold red", "conditional": "yellow", "implied": "yellow"}


def print_headlines(found: Sequence[WeighedHeadline]) -> None:
    """Each headline, why it says more, and the passages of its own article."""
    out = screen()
    for item in found:
        out.print()
        out.print(ink(item.words, style="bold"))
        style = "green" if item.headline.verdict == "fair" else "yellow"
        out.print(line(ink(item.headline.verdict, style), ink(f": {item.headline.why}")))
        for passage, span in zip(item.passages, item.headline.passages, strict=True):
            out.print(Padding(ink(passage, style="italic"), (0, 0, 0, 2)))
            place = f"{_name(item.reading)}, characters {span.start}-{span.end}"
            out.print(Padding(ink(place, style="dim"), (0, 0, 0, 2)))


def print_figures(found: Sequence[PageFigures]) -> None:
    """The figures of each page in the order of its text, then what was recomputed."""
    out = screen()
    for item in found:
        out.print()
        out.print(ink(item.reading.document.title or _name(item.reading), style="bold"))
        out.print(ink(_name(item.reading), style="dim"))
        table = Table.grid(padding=(0, 2, 0, 0))
        table.add_column()
        table.add_column(style="dim")
        table.add_column(style="dim", no_wrap=True)
        for figure in item.figures:
            place = f"{figure.start}-{figure.end}"
            table.add_row(ink(" ".join(figure.text.split())), ink(tell_figure(figure)), place)
        out.print(Padding(table, (0, 0, 0, 2)))
        _print_checks(item.checks)
    figures = sum(len(item.figures) for item in found)
    checks = sum(len(item.checks) for item in found)
    told = f"{count(figures, 'figure')}, {count(checks, 'check')}, {count(len(found), 'document')}"
    out.print()
    out.print(ink(told, style="dim"))


def _print_checks(checks: Sequence[Check]) -> None:
    """What was recomputed; results that rest on one premise stand under it, told once."""
    out = screen()
    for premise, told in groupby(checks, key=lambda check: check.premise):
        for place, check in enumerate(told):
            verdict = ink(check.verdict, _VERDICTS.get(check.verdict, ""))
            if premise is None:
                out.print(Padding(verdict + ink(f": {check.says}"), (0, 0, 0, 2)))
                continue
            if place == 0:
                out.print(Padding(verdict + ink(f", {premise}:"), (0, 0, 0, 2)))
            out.print(Padding(ink(check.says.removesuffix(f", {premise}")), (0, 0, 0, 4)))


def tell_figure(figure: Figure) -> str:
    """A figure as it was read: "< 100000 vehicle"."""
    if figure.unquantified:
        return "no number given"
    about = "about " if figure.approx else ""
    if figure.low is not None and figure.high is not None and figure.low != figure.high:
        number = f"{_number(figure.low)} to {_number(figure.high)}"
    else:
        value = figure.high if figure.low is None else figure.low
        number = "" if value is None else _number(value)
    bound = "" if figure.bound == "=" else f"{figure.bound} "
    unit = "" if figure.unit in (None, "1") else f" {figure.unit}"
    per = f" per {figure.per}" if figure.per else ""
    change = f" {figure.change}" if figure.change else ""
    of = f" ({figure.of})" if figure.of else ""
    return f"{bound}{about}{number}{unit}{per}{change}{of}"


def _number(value: float) -> str:
    return f"{value:,.10g}"


def _name(reading: Reading) -> str:
    doc = reading.document
    return doc.path or doc.url or f"document {doc.id}"
