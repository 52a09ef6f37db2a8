"""Policies on a terminal: their rules, and the claims that flip between two of them."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

from rich.padding import Padding
from rich.table import Table

from onrecord.cli.screen import COLOURS, count, ink, line, screen
from onrecord.cli.table import SHORT
from onrecord.judge import DEFAULT_POLICY, Flip, Policy, PolicyDiff
from onrecord.model import Reading, Statement

MOST_FLIPS = 8  # shown of each move
MOST_STATEMENTS = 2  # shown under one claim; the dossier has them all
LONGEST_WORDS = 160  # characters of a statement that are shown
_QUOTES = " ,;\"'“”‘’"  # those around a statement: it is shown in quotes of ours

Told = Mapping[str, tuple[Reading, Statement]]


def print_policies(policies: Sequence[Policy]) -> None:
    """Each policy with what it is about, in its own words."""
    out = screen()
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(no_wrap=True)
    table.add_column(ratio=1)
    for policy in policies:
        default = " (the default)" if policy.name == DEFAULT_POLICY else ""
        table.add_row(ink(policy.label, style="bold"), ink(f"{policy.about}{default}"))
    out.print(table)
    out.print(ink("The rules of one: onrecord policy show NAME", style="dim"))


def print_policy(policy: Policy) -> None:
    """The rules of a policy in order, each with the facts that it asks for."""
    out = screen()
    out.print(ink(policy.label, style="bold"))
    if policy.about:
        out.print(ink(policy.about))
    for number, rule in enumerate(policy.rules, start=1):
        out.print()
        style = f"bold {COLOURS.get(rule.status, '')}".strip()
        out.print(line(ink(f"{number:>2}  "), ink(rule.status, style), ink(f": {rule.name}")))
        asked = [f"needs {' or '.join(sorted(group))}" for group in rule.needs]
        if rule.unless:
            asked.append(f"unless {' or '.join(sorted(rule.unless))}")
        for words in asked or ["whatever no other rule fits"]:
            out.print(Padding(ink(words, style="dim"), (0, 0, 0, 4)))


def print_flips(diff: PolicyDiff, readings: Iterable[Reading], *, every: bool = False) -> None:
    """The claims that flip, under a heading for each pair of statuses and rules; those that most
    articles tell come first.
    """
    out = screen()
    told = {
        statement.id: (reading, statement)
        for reading in readings
        for statement in (*reading.statements, *reading.assertions)
    }
    verb = "stands" if len(diff.flips) == 1 else "stand"
    moved = f"{len(diff.flips):,} of {count(diff.claims, 'claim')}"
    out.print(ink(f"{moved} {verb} elsewhere under {diff.after} than under {diff.before}."))
    for _, group in groupby(diff.flips, key=_move):
        flips = list(group)
        _print_heading(diff, flips)
        shown = flips if every else flips[:MOST_FLIPS]
        for flip in shown:
            _print_flip(flip, told)
        if len(shown) < len(flips):
            out.print(ink(f"\n  and {len(flips) - len(shown):,} more (--all)", style="dim"))
    out.print()
    out.print(ink("One in full: onrecord claim ID --policy NAME", style="dim"))


def _move(flip: Flip) -> tuple[str, ...]:
    return flip.before.status, flip.after.status, flip.before.rule, flip.after.rule


def _print_heading(diff: PolicyDiff, flips: Sequence[Flip]) -> None:
    out = screen()
    first = flips[0]
    out.print()
    out.print(
        line(
            ink(first.before.status.upper(), f"bold {COLOURS.get(first.before.status, '')}"),
            ink(" → "),
            ink(first.after.status.upper(), f"bold {COLOURS.get(first.after.status, '')}"),
            ink(f"  {len(flips):,}", "dim"),
        )
    )
    out.print(ink(f"  {diff.before}: {first.before.rule}", style="dim"))
    out.print(ink(f"  {diff.after}: {first.after.rule}", style="dim"))


def _print_flip(flip: Flip, told: Told) -> None:
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(no_wrap=True, style="dim")
    table.add_column(ratio=1)
    articles = ink(f"  {count(flip.articles, 'article')}", "dim")
    table.add_row(flip.id[:SHORT], line(ink(flip.text, style="bold"), articles))
    for leg in flip.legs:
        table.add_row("", ink(f"{leg.text}: {leg.before} → {leg.after}"))
    statements = list(dict.fromkeys([*flip.before.because, *flip.after.because]))
    tellings = [_tell(flip, *told[name]) for name in statements if name in told]
    shown = list(dict.fromkeys(tellings))[:MOST_STATEMENTS]
    for words in shown:
        table.add_row("", ink(words))
    left = len(statements) - sum(words in shown for words in tellings)
    if left > 0:
        table.add_row("", ink(f"and {count(left, 'statement')} more", "dim"))
    screen().print()
    screen().print(Padding(table, (0, 0, 0, 2)))


def _tell(flip: Flip, reading: Reading, statement: Statement) -> str:
    """Who says what; the name alone where the words are the claim's own."""
    who, words = _who(statement, reading), _words(statement)
    return who if words.lower() == flip.text.lower() else f"{who}: “{words}”"


def _who(statement: Statement, reading: Reading) -> str:
    if statement.source is None:
        return f"{reading.document.outlet or 'the article'}, in its own words"
    return statement.source.entity or " ".join(statement.source.text.split())


def _words(statement: Statement) -> str:
    words = " ".join(statement.content.text.split()).strip(_QUOTES)
    if len(words) <= LONGEST_WORDS:
        return words
    return f"{words[:LONGEST_WORDS].rsplit(' ', 1)[0]} …"
