"""Scores on a terminal and as JSON: tables of precision, recall and F1, and the speed beside."""

from collections.abc import Mapping
from typing import Any

from rich.padding import Padding
from rich.table import Table

from onrecord.bench import Count, Counts, KindCount, StanceScore, StatusScore
from onrecord.cli.screen import ink, screen

MEASURES = {
    "relation": "relation: source and content",
    "content50": "content50: content alone",
    "exact/source": "exact source",
    "exact/cue": "exact cue",
    "exact/content": "exact content",
    "triple_exact": "triple exact: all three",
}
Told = Mapping[str, Any]


def print_attribution(told: Told, counts: Counts, kinds: Mapping[str, KindCount]) -> None:
    """The measures that people compare; `--json` has the others."""
    _head(told, "articles")
    _measures((name, counts[key]) for key, name in MEASURES.items())
    if kinds:
        screen().print()
        _kinds(kinds)
    _foot(told)


def print_quantities(told: Told, counts: Counts) -> None:
    """Values, units and bounds."""
    _head(told, "sentences")
    _measures((name, one) for name, one in counts.items() if one.wanted or one.found)
    _foot(told)


def print_stances(told: Told, score: StanceScore) -> None:
    """Accuracy, each stance, and what was told for what."""
    _head(told, "pairs")
    screen().print(
        ink(f"  accuracy {score.accuracy:.3f}   mean F1 of the stances {score.macro_f1:.3f}")
    )
    screen().print()
    _measures(score.stances.items())
    screen().print()
    _confusion(score)
    _foot(told)


def print_rumours(told: Told, status: StatusScore, said: Counts) -> None:
    """Statuses, silence elsewhere, the statements found, and each status that is another."""
    _head(told, "rumours")
    table = _table("", "right", "of")
    table.add_row("status, strict: unambiguous", f"{status.strict}", f"{status.unambiguous}")
    table.add_row("status, lenient: either reading", f"{status.lenient}", f"{status.topics}")
    table.add_row("silent where not told", f"{status.topics - told['abroad']}", f"{status.topics}")
    for name, one in said.items():
        table.add_row(f"{name} found", f"{one.met:,}", f"{one.wanted:,}")
    screen().print(Padding(table, (0, 0, 0, 2)))
    density = told["statements_per_1000_words"]
    screen().print(ink(f"  {density} statements in 1,000 words", style="dim"))
    for topic, wanted, given in status.wrong:
        screen().print(ink(f"  {topic}: {given or 'silent'}, annotated {wanted}"))
    _foot(told)


def plain_rumours(status: StatusScore, said: Counts) -> dict[str, Any]:
    """The same for scripts."""
    return {
        "strict": status.strict,
        "strict_of": status.unambiguous,
        "lenient": status.lenient,
        "of": status.topics,
        "silent": status.silent,
        "strong_where_weak": status.strong_where_weak,
        "wrong": [
            {"topic": topic, "wanted": wanted, "told": given}
            for topic, wanted, given in status.wrong
        ],
        "measures": plain_counts(said),
    }


def plain_attribution(counts: Counts, kinds: Mapping[str, KindCount]) -> dict[str, Any]:
    """The same for scripts, every measure in it."""
    plain: dict[str, Any] = {"measures": plain_counts(counts)}
    if kinds:
        plain["kinds"] = {
            name: {
                "precision": round(one.precision, 4),
                "recall": round(one.recall, 4),
                "found": one.found,
                "right": one.right,
                "wanted": one.wanted,
                "met": one.met,
            }
            for name, one in kinds.items()
        }
    return plain


def plain_stances(score: StanceScore) -> dict[str, Any]:
    """The same for scripts."""
    return {
        "accuracy": round(score.accuracy, 4),
        "macro_f1": round(score.macro_f1, 4),
        "measures": plain_counts(score.stances),
        "confusion": [
            {"wanted": wanted, "told": told, "pairs": number}
            for (wanted, told), number in score.confusion.items()
        ],
    }


def plain_counts(counts: Mapping[Any, Count]) -> dict[str, dict[str, float]]:
    """Each measure with its three numbers and the three counts that they come from."""
    return {
        str(name): {
            "precision": round(one.precision, 4),
            "recall": round(one.recall, 4),
            "f1": round(one.f1, 4),
            "met": one.met,
            "found": one.found,
            "wanted": one.wanted,
        }
        for name, one in counts.items()
    }


def _head(told: Told, what: str) -> None:
    by = f", {told['by']}" if "by" in told else ""
    names = ", ".join(told["data"])
    screen().print(ink(f"{names}: {told[what]:,} {what}{by}", style="bold"), soft_wrap=True)
    screen().print()


def _measures(rows: Any) -> None:
    table = _table("", "precision", "recall", "F1", "met", "found", "wanted")
    for name, one in rows:
        shares = (f"{share:.3f}" for share in (one.precision, one.recall, one.f1))
        table.add_row(ink(str(name)), *shares, f"{one.met:,}", f"{one.found:,}", f"{one.wanted:,}")
    screen().print(Padding(table, (0, 0, 0, 2)))


def _kinds(kinds: Mapping[str, KindCount]) -> None:
    screen().print(ink("By kind (relation)", style="bold"))
    table = _table("", "precision", "right of found", "recall", "met of wanted")
    for name, one in kinds.items():
        right, met = f"{one.right:,} of {one.found:,}", f"{one.met:,} of {one.wanted:,}"
        precision = f"{one.precision:.3f}" if one.found else "-"
        recall = f"{one.recall:.3f}" if one.wanted else "-"
        table.add_row(ink(name), precision, right, recall, met)
    screen().print(Padding(table, (0, 0, 0, 2)))


def _confusion(score: StanceScore) -> None:
    screen().print(ink("Wanted, and what was told", style="bold"))
    stances = list(score.stances)
    table = _table("wanted", *(f"told {stance}" for stance in stances))
    for wanted in stances:
        numbers = (score.confusion.get((wanted, told), 0) for told in stances)
        table.add_row(ink(wanted), *(f"{number:,}" for number in numbers))
    screen().print(Padding(table, (0, 0, 0, 2)))


def _table(first: str, *others: str) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="dim", pad_edge=False)
    table.add_column(first)
    for name in others:
        table.add_column(name, justify="right")
    return table


def _foot(told: Told) -> None:
    for key, number in told.items():
        if key.endswith("_per_cpu_second"):
            what = key.removesuffix("_per_cpu_second")
            line = f"{number:,} {what} in a CPU second ({told['cpu_seconds']:,} s, start-up aside)"
            screen().print()
            screen().print(ink(line, style="dim"))
