"""Rumours: where each stands against where an annotator put it, and the statements that bear on it.

A topic is a claim with the articles that tell of it. Some topics are ambiguous: they have a second
status that a careful reader may give. *strict* counts the others alone; *lenient* counts all, and
lets the second status pass.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from onrecord.bench.counts import Count
from onrecord.bench.gold import take_text
from onrecord.errors import InputError
from onrecord.model import Span, Spans, Status
from onrecord.text import overlap

WEAK = frozenset({Status.REPORTED, Status.RUMOURED})
STRONG = frozenset({Status.DENIED, Status.REFUTED, Status.CONFIRMED, Status.WITHDRAWN})
_COVERED = 0.5  # of an annotated content that a found one must cover
_SHARE = (
    0.3  # of a found part that must lie on the annotated one: not more than three times as long
)


@dataclass(frozen=True, slots=True)
class Said:
    """A statement as it is compared: who (the source's spans), what, and in which act."""

    source: Spans
    content: Spans
    act: str


@dataclass(frozen=True, slots=True)
class RumourTopic:
    """A rumour: its claim, its status, a second one that passes, its articles' statements by id."""

    id: str
    claim: str
    status: Status
    second: Status | None
    ambiguous: bool
    bodies: Mapping[str, tuple[Said, ...]]


@dataclass(frozen=True, slots=True)
class StatusScore:
    """How many topics stand where they should; `wrong` lists those that do not, whatever passes."""

    strict: int
    unambiguous: int
    lenient: int
    topics: int
    silent: int
    strong_where_weak: int
    wrong: tuple[tuple[str, Status, Status | None], ...]


def score_statuses(topics: Sequence[RumourTopic], told: Mapping[str, Status | None]) -> StatusScore:
    """The score of the statuses that were told, by topic; None is silence."""
    right = {topic.id: told[topic.id] == topic.status for topic in topics}
    second = {t.id: t.ambiguous and told[t.id] == t.second for t in topics}
    plain = [topic for topic in topics if not topic.ambiguous]
    return StatusScore(
        strict=sum(right[topic.id] for topic in plain),
        unambiguous=len(plain),
        lenient=sum(right[topic.id] or second[topic.id] for topic in topics),
        topics=len(topics),
        silent=sum(told[topic.id] is None for topic in topics),
        strong_where_weak=sum(t.status in WEAK and told[t.id] in STRONG for t in topics),
        wrong=tuple((t.id, t.status, told[t.id]) for t in topics if not right[t.id]),
    )


def count_said(found: Sequence[Said], wanted: Sequence[Said]) -> dict[str, Count]:
    """The statements of one article: found at all, and found with their act.

    Annotators marked what bears on the rumour and no more, so only recall says something; `found`
    in the counts is all that was found.
    """
    left = list(found)
    met = acts = 0
    for gold in wanted:
        best = None
        for one in left:
            if _is_found(one, gold) and (best is None or one.act == gold.act):
                best = one
        if best is not None:
            left.remove(best)
            met += 1
            acts += best.act == gold.act
    return {
        "statement": Count(met, len(found), len(wanted)),
        "statement and act": Count(acts, len(found), len(wanted)),
    }


def _is_found(one: Said, gold: Said) -> bool:
    shared = overlap(one.content, gold.content)
    if shared < _COVERED * _size(gold.content) or shared < _SHARE * (_size(one.content) or 1):
        return False
    both = overlap(one.source, gold.source)
    return bool(both) and both >= _SHARE * (_size(one.source) or 1)


def _size(spans: Spans) -> int:
    return sum(end - start for start, end in spans)


def parse_topics(value: Any) -> list[RumourTopic]:
    """The topics of a file of annotated rumours; `InputError` names the topic that is wrong."""
    listed = value.get("topics") if isinstance(value, dict) else None
    if not isinstance(listed, list) or not listed:
        raise InputError(
            'expected {"topics": [{"topic_id", "claim", "expected_status", "bodies"}]}'
        )
    return [_topic(one, number) for number, one in enumerate(listed)]


def _topic(one: Any, number: int) -> RumourTopic:
    key = one.get("topic_id") if isinstance(one, dict) else None
    name = f"topic {key or number}"
    try:
        claim = take_text(one, "claim", '{"topic_id", "claim", ...}')
        second = one.get("alternative_status")
        return RumourTopic(
            id=str(one["topic_id"]),
            claim=claim,
            status=Status(one["expected_status"]),
            second=Status(second) if second else None,
            ambiguous=bool(one.get("ambiguous")),
            bodies={str(body["body_id"]): _said(body["statements"]) for body in one["bodies"]},
        )
    except InputError as error:
        raise InputError(f"{name}: {error}") from None
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        raise InputError(f"{name}: expected the form of rumours_dev/gold.json; {error}") from None


def _said(statements: Sequence[Mapping[str, Any]]) -> tuple[Said, ...]:
    """The attributed statements of a body: what a page says in its own voice is not scored."""
    return tuple(
        Said(_spans(one["source"]), _spans(one["content"]), str(one["act"]))
        for one in statements
        if not one.get("own_voice") and one["source"] and one["source"].get("start") is not None
    )


def _spans(part: Mapping[str, Any]) -> Spans:
    return (Span(int(part["start"]), int(part["end"])),)
