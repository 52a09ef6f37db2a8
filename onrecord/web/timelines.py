"""Timelines: what was said when, undated at the side, and how the status turned."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from onrecord.web.index import LedgerIndex, Record, make_anchor, rows
from onrecord.web.wording import (
    day_of,
    name_document,
    name_speaker,
    tell_act,
    tell_when,
    words,
)

_LONG_GAP = 2  # days between two entries from which the page says how long nothing was said


@dataclass(frozen=True, slots=True)
class Saying:
    """One thing said: who, which way, in which article."""

    href: str
    speaker: str
    act: str
    stance: str
    mark: str
    outlet: str
    first_hand: bool


@dataclass(frozen=True, slots=True)
class Day:
    """What was said on one day; `gap` says how long nothing had been said before it."""

    label: str
    iso: str
    gap: str
    sayings: tuple[Saying, ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """Days in order, and what carries no date."""

    days: tuple[Day, ...]
    undated: tuple[Saying, ...]


@dataclass(frozen=True, slots=True)
class Turn:
    """One status in a claim's history, the rule that gave it, and the statements behind it."""

    when: str
    label: str
    tone: str
    rule: str
    because: tuple[tuple[str, str], ...]


def lay_timeline(evidence: Sequence[Record], index: LedgerIndex) -> Timeline:
    """Put a claim's evidence in the order in which it was said."""
    by_day: dict[str, list[Saying]] = {}
    labels: dict[str, str] = {}
    for item in evidence:
        key = (str(item.get("document")), str(item.get("statement")))
        statement = index.statements.get(key)
        if statement is None:
            continue
        when = statement.get("said") or _published(index.document(key[0]))
        day = day_of(when)
        labels.setdefault(day, tell_when(when))
        by_day.setdefault(day, []).append(_make_saying(item, statement, index))
    undated = by_day.pop("", [])
    ordered = sorted(by_day)
    gaps = (_tell_gap(left, right) for left, right in pairwise(["", *ordered]))
    days = [
        Day(labels[day], day, gap, tuple(by_day[day]))
        for day, gap in zip(ordered, gaps, strict=True)
    ]
    return Timeline(tuple(days), tuple(undated))


def tell_history(claim: Record, index: LedgerIndex) -> tuple[Turn, ...]:
    """How the status of a claim turned, each time with the rule and the statements behind it."""
    keys = {
        str(item.get("statement")): (str(item.get("document")), str(item.get("statement")))
        for item in rows(claim, "evidence")
    }
    turns = []
    for turn in rows(claim, "history"):
        status = words()["status"].get(str(turn.get("status")), {})
        because = [
            (
                "#" + make_anchor("statement", *keys[str(statement)]),
                _tell_reason(keys[str(statement)], index),
            )
            for statement in rows(turn, "because")
            if keys.get(str(statement)) in index.statements
        ]
        turns.append(
            Turn(
                when=tell_when(turn.get("at")),
                label=str(status.get("label", turn.get("status"))),
                tone=str(status.get("tone", "quiet")),
                rule=str(turn.get("rule") or ""),
                because=tuple(because),
            )
        )
    return tuple(turns)


def _published(document: Record) -> Record | None:
    day = document.get("published")
    return {"from": None, "to": str(day), "basis": "published"} if day else None


def _make_saying(item: Record, statement: Record, index: LedgerIndex) -> Saying:
    document = index.document(str(item.get("document")))
    stance = str(item.get("stance"))
    return Saying(
        href="#" + make_anchor("statement", item.get("document"), item.get("statement")),
        speaker=name_speaker(statement),
        act=tell_act(statement),
        stance=stance,
        mark=str(words()["stance"].get(stance, {}).get("mark", "")),
        outlet=name_document(document),
        first_hand=bool(item.get("first_hand")),
    )


def _tell_reason(key: tuple[str, str], index: LedgerIndex) -> str:
    statement, document = index.statements[key], index.document(key[0])
    speaker = name_speaker(statement)
    outlet = name_document(document)
    act = tell_act(statement)
    return f"{speaker} {act}" if outlet in speaker else f"{speaker} {act} ({outlet})"


def _tell_gap(left: str, right: str) -> str:
    """How long nothing was said between two days; empty for neighbours or where one is no day."""
    try:
        days = (date.fromisoformat(right) - date.fromisoformat(left)).days
    except ValueError:
        return ""
    return f"{days} days later" if days >= _LONG_GAP else ""
