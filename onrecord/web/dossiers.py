"""Dossiers: a claim as the page shows it, with its evidence in the words of the articles."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.web.excerpts import Excerpt, show_statement
from onrecord.web.exhibits import ExhibitView, view_charge, view_exhibits
from onrecord.web.index import LedgerIndex, Record, make_anchor, rows
from onrecord.web.pictures import OriginPicture, draw_origins
from onrecord.web.sheets import SheetView, view_sheets
from onrecord.web.timelines import Timeline, Turn, lay_timeline, tell_history
from onrecord.web.wording import (
    day_of,
    name_document,
    name_speaker,
    say,
    tell_act,
    tell_day,
    tell_manner,
    tell_when,
    title_document,
    words,
)


@dataclass(frozen=True, slots=True)
class EvidenceView:
    """One statement as evidence: who, how, where, when, and the sentence with its parts marked."""

    href: str
    speaker: str
    descriptor: str
    act: str
    manner: tuple[str, ...]
    hand: str
    outlet: str
    title: str
    when: str
    basis: str
    region: str
    reach: str
    excerpt: Excerpt


@dataclass(frozen=True, slots=True)
class StanceGroup:
    """The evidence on one side of a claim."""

    stance: str
    heading: str
    mark: str
    items: tuple[EvidenceView, ...]


@dataclass(frozen=True, slots=True)
class LegView:
    """A part of a claim and where it stands."""

    text: str
    status: str
    label: str
    tone: str
    parties: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PartyView:
    """Somebody whom a claim is about, and where they stand in words."""

    name: str
    position: str
    words: str


@dataclass(frozen=True, slots=True)
class ClaimView:
    """A claim, ready for the page."""

    number: int
    anchor: str
    id: str
    text: str
    kind: str
    status: str
    label: str
    tone: str
    sentence: str
    since: str
    due: str
    accusation: bool
    flags: tuple[tuple[str, str], ...]
    counts: tuple[str, ...]
    parties: tuple[PartyView, ...]
    legs: tuple[LegView, ...]
    open: tuple[str, ...]
    differences: tuple[str, ...]
    aliases: tuple[str, ...]
    policy: str
    evidence: tuple[StanceGroup, ...]
    timeline: Timeline
    history: tuple[Turn, ...]
    origin: OriginPicture | None
    documents: tuple[str, ...]
    leading: bool
    sheets: tuple[SheetView, ...] = ()
    exhibits: tuple[ExhibitView, ...] = ()
    charge: str = ""


def make_dossier(number: int, claim: Record, index: LedgerIndex) -> ClaimView:
    """A claim as the page shows it; `number` is its place on the page."""
    status = str(claim.get("status"))
    kind = words()["status"].get(status, {})
    evidence = rows(claim, "evidence")
    return ClaimView(
        number=number,
        anchor=make_anchor("claim", claim["id"]),
        id=str(claim["id"]),
        text=str(claim.get("text") or ""),
        kind=str(claim.get("kind") or "event"),
        status=status,
        label=str(kind.get("label", status)),
        tone=str(kind.get("tone", "quiet")),
        sentence=str(claim.get("sentence") or ""),
        since=tell_when(claim["since"]) if claim.get("since") else "",
        due=tell_day(day_of(claim.get("due"))),
        accusation=bool(claim.get("accusation")),
        flags=tuple((str(flag), say("flags", flag)) for flag in rows(claim, "flags")),
        counts=tuple(tell_counts(claim)),
        parties=tuple(_view_party(party) for party in _parties_to_name(claim)),
        legs=tuple(_view_leg(leg) for leg in rows(claim, "legs")),
        open=tuple(str(sentence) for sentence in rows(claim, "open")),
        differences=tuple(str(sentence) for sentence in rows(claim, "differences")),
        aliases=tuple(str(alias) for alias in rows(claim, "aliases")),
        policy=str(claim.get("policy") or ""),
        evidence=_group_evidence(claim, index),
        timeline=lay_timeline(evidence, index),
        history=tell_history(claim, index),
        origin=draw_origins(claim, index),
        documents=tuple(dict.fromkeys(str(item.get("document")) for item in evidence)),
        leading=is_leading(claim),
        sheets=view_sheets(claim, index),
        exhibits=view_exhibits(claim),
        charge=view_charge(claim),
    )


def is_leading(claim: Record) -> bool:
    """Whether a claim is shown open: told more than once, answered, or not merely reported."""
    told = len(rows(claim, "evidence")) > 1
    return told or str(claim.get("status")) not in {"reported", "rumoured", "open"}


def tell_counts(claim: Record) -> list[str]:
    """How much stands behind a claim: 3 articles, 1 origin, 2 voices on the record."""
    numbers = [
        (claim.get("articles"), "article", "articles"),
        (claim.get("origins"), "origin", "origins"),
        (claim.get("voices"), "voice on the record", "voices on the record"),
        (claim.get("unnamed"), "unnamed source", "unnamed sources"),
    ]
    return [
        f"{number} {one if number == 1 else many}"
        for number, one, many in numbers
        if number or (number == 0 and one.startswith("voice"))
    ]


def count_statuses(claims: Sequence[Record]) -> list[tuple[str, str, str, int]]:
    """Status, label, tone and number of claims, in the order of the page."""
    counted = Counter(str(claim.get("status")) for claim in claims)
    known = words()["status"]
    order = [*known, *sorted(set(counted) - set(known))]
    return [
        (
            status,
            known.get(status, {}).get("label", status),
            known.get(status, {}).get("tone", "quiet"),
            counted[status],
        )
        for status in order
        if counted[status]
    ]


def _parties_to_name(claim: Record) -> list[Record]:
    """The parties, without those of whom what is open says already that they made no statement."""
    open_ = " ".join(str(sentence) for sentence in rows(claim, "open"))
    return [
        party
        for party in rows(claim, "parties")
        if party.get("position") != "unaddressed" or str(party.get("entity")) not in open_
    ]


def _view_party(party: Record) -> PartyView:
    position = str(party.get("position"))
    return PartyView(str(party.get("entity")), position, say("position", position))


def _view_leg(leg: Record) -> LegView:
    status = str(leg.get("status"))
    kind = words()["status"].get(status, {})
    return LegView(
        text=str(leg.get("text") or ""),
        status=status,
        label=str(kind.get("label", status)),
        tone=str(kind.get("tone", "quiet")),
        parties=tuple(str(party) for party in rows(leg, "parties")),
    )


def _group_evidence(claim: Record, index: LedgerIndex) -> tuple[StanceGroup, ...]:
    """The evidence by stance; within a stance first-hand before relayed, as the export has it."""
    legs = rows(claim, "legs")
    groups = []
    for stance, stance_words in words()["stance"].items():
        found = [item for item in rows(claim, "evidence") if item.get("stance") == stance]
        found.sort(key=lambda item: not item.get("first_hand"))
        items = [view for item in found if (view := _view_evidence(item, legs, index))]
        if items:
            heading, mark = str(stance_words["heading"]), str(stance_words["mark"])
            groups.append(StanceGroup(stance, heading, mark, tuple(items)))
    return tuple(groups)


def _view_evidence(item: Record, legs: Sequence[Record], index: LedgerIndex) -> EvidenceView | None:
    key = (str(item.get("document")), str(item.get("statement")))
    statement = index.statements.get(key)
    if statement is None:
        return None
    document = index.document(key[0])
    source = statement.get("source") or {}
    speaker = name_speaker(statement)
    said = statement.get("said")
    return EvidenceView(
        href="#" + make_anchor("statement", *key),
        speaker=speaker,
        descriptor=_other_words(speaker, source),
        act=tell_act(statement),
        manner=tuple(tell_manner(statement)),
        hand=_tell_hand(item, statement, index),
        outlet=name_document(document),
        title=title_document(document),
        when=tell_when(said),
        basis=say("basis", said.get("basis")) if said else "",
        region=str(statement.get("region") or "body"),
        reach=_tell_reach(item, legs),
        excerpt=show_statement(statement, document),
    )


def _tell_reach(item: Record, legs: Sequence[Record]) -> str:
    """The part of the claim that a statement is on; empty where it is on the whole."""
    if item.get("leg"):
        named = (str(leg.get("text")) for leg in legs if leg.get("id") == item["leg"])
        return next(named, str(item["leg"])) if len(legs) > 1 else ""
    scope = str(item.get("scope") or "all")
    names = set(scope.split(", "))
    return "" if scope == "all" or all(names & set(rows(leg, "parties")) for leg in legs) else scope


def _other_words(speaker: str, source: Record) -> str:
    """What the text calls the speaker, where that is not the name."""
    called = str(source.get("text") or "").strip(" ,;:")
    bare = called.casefold().removeprefix("the ")
    return "" if bare in speaker.casefold() or speaker.casefold() in bare else called


def _tell_hand(item: Record, statement: Record, index: LedgerIndex) -> str:
    """Whether the article has it from the speaker or from another, and whom it copies."""
    if item.get("first_hand"):
        return "first-hand"
    echo_of = str(item.get("echo_of") or "")
    home = index.homes.get(echo_of, echo_of)
    echoed = name_document(index.document(home)) if home in index.documents else echo_of
    if echoed and echoed != name_speaker(statement):
        return f"relayed from {echoed}"
    return "relayed" if statement.get("source") or echoed else ""
