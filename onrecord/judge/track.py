"""The source record: how the past claims of an outlet, or of a kind of source, ended.

Only events, admissions, findings and withdrawals end a claim; a denial ends nothing. The numbers
are counts over the claims of one ledger, never a grade of a source.
"""

import math
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from onrecord.model import (
    Claim,
    ClaimKind,
    EntityKind,
    Evidence,
    Naming,
    Reading,
    Stance,
    Statement,
    Status,
    Turn,
    Voice,
)

HELD = frozenset({Status.CONFIRMED, Status.MET})
FELL = frozenset({Status.REFUTED, Status.WITHDRAWN, Status.MISSED})
# Ended claims below which a share says little: at ten, half of them held, the interval still runs
# from 0.24 to 0.76.
FEW = 10
_Z = 1.96  # standard errors either side: 95 %
_OFFICIAL = frozenset({Voice.PRINCIPAL, Voice.AUTHORITY})
_PERSONS = frozenset({Voice.EXPERT, Voice.WITNESS})

Key = tuple[str, str]


class Carrier(StrEnum):
    """What kind of source carries a claim, from the plainest on."""

    PARTY = "party"
    NAMED = "named"
    ACCUSER = "accuser"
    UNNAMED = "unnamed"
    OUTLET = "outlet"
    SOCIAL = "social"


_CARRIERS = {
    Voice.PRINCIPAL: Carrier.PARTY,
    Voice.AUTHORITY: Carrier.PARTY,
    Voice.ORGANISATION: Carrier.NAMED,
    Voice.EXPERT: Carrier.NAMED,
    Voice.WITNESS: Carrier.NAMED,
    Voice.ACCUSER: Carrier.ACCUSER,
    Voice.UNNAMED: Carrier.UNNAMED,
    Voice.OUTLET: Carrier.OUTLET,
    Voice.AUTHOR: Carrier.OUTLET,
    Voice.SOCIAL: Carrier.SOCIAL,
}


@dataclass(frozen=True, slots=True)
class Tally:
    """How many claims a source carried, and how many stand where."""

    statuses: Mapping[Status, int]

    @property
    def claims(self) -> int:
        """All of them."""
        return sum(self.statuses.values())

    @property
    def held(self) -> int:
        """Those that were confirmed or met."""
        return sum(self.statuses.get(status, 0) for status in HELD)

    @property
    def fell(self) -> int:
        """Those that were refuted, withdrawn or missed."""
        return sum(self.statuses.get(status, 0) for status in FELL)

    @property
    def unresolved(self) -> int:
        """Those that nothing has ended: denied, disputed, reported, rumoured, open and so on."""
        return self.claims - self.held - self.fell

    @property
    def interval(self) -> tuple[float, float] | None:
        """Between which shares those that held lie among those that ended; None if none ended."""
        return wilson_interval(self.held, self.held + self.fell)

    @property
    def few(self) -> bool:
        """Whether too few have ended for the share to say much."""
        return self.held + self.fell < FEW


@dataclass(frozen=True, slots=True)
class OutletRecord:
    """An outlet's claims, and those among them by the kind of source that it gives."""

    outlet: str
    tally: Tally
    carriers: Mapping[Carrier, Tally]


@dataclass(frozen=True, slots=True)
class SourceRecord:
    """How the claims of a ledger ended, by outlet and by the kind of source that carries them.

    `reports` are events; `promises` are pledges and forecasts. `own` counts the events that nobody
    told before, or apart from, those whom they concern: an announcement is no report that could
    come true. `unclear` counts the claims whose sources were not made out.
    """

    claims: int
    outlets: tuple[OutletRecord, ...]
    reports: Mapping[Carrier, Tally]
    promises: Mapping[Carrier, Tally]
    own: int
    unclear: int


def record_sources(claims: Sequence[Claim], readings: Iterable[Reading]) -> SourceRecord:
    """The source record of settled claims; `readings` are the pages that their evidence is on.

    A claim counts once for every outlet that it goes back to (an echo counts for its origin), and
    once for the plainest kind of source that carries it.
    """
    readings = tuple(readings)
    statements = {
        (reading.document.id, statement.id): statement
        for reading in readings
        for statement in (*reading.statements, *reading.assertions)
    }
    people = _people(readings)
    outlets: dict[str, Counter[tuple[Carrier, Status]]] = {}
    reports: Counter[tuple[Carrier, Status]] = Counter()
    promises: Counter[tuple[Carrier, Status]] = Counter()
    own = unclear = 0
    for claim in claims:
        tellings = find_tellings(claim, statements)
        if not tellings:
            concerned = any(e.voice in _OFFICIAL for e in claim.evidence)
            own, unclear = own + concerned, unclear + (not concerned)
            continue
        family = reports if claim.kind is ClaimKind.EVENT else promises
        family[_plainest(tellings, statements), claim.status] += 1
        if claim.kind is not ClaimKind.EVENT:
            continue
        for outlet, told in sorted(_by_outlet(tellings, statements).items()):
            if not people.issuperset(outlet.split(" and ")):
                counts = outlets.setdefault(outlet, Counter())
                counts[_plainest(told, statements), claim.status] += 1
    records = [OutletRecord(name, _total(c), _by_carrier(c)) for name, c in outlets.items()]
    records.sort(key=lambda r: (-r.tally.claims, r.outlet))
    return SourceRecord(
        len(claims), tuple(records), _by_carrier(reports), _by_carrier(promises), own, unclear
    )


def find_tellings(claim: Claim, statements: Mapping[Key, Statement]) -> tuple[Evidence, ...]:
    """The evidence that put a claim forward before it ended.

    For an event, what a party or an authority says is how it ends, not a report of it. What a page
    says in its own words counts only where it is known to have been said no later, and not beside
    the ending: pages repeat what has become certain.
    """
    forward = [
        e
        for e in claim.evidence
        if e.stance is Stance.SUPPORTS and carrier_of(e, statements) is not None
    ]
    if claim.kind is not ClaimKind.EVENT:
        return tuple(forward)
    told = [e for e in forward if e.voice not in _OFFICIAL]
    ending = _ending(claim)
    if ending is None:
        return tuple(told)
    closing = {e.document for e in claim.evidence if e.statement in ending.because}
    last = (ending.at.end or "") if ending.at else ""
    return tuple(e for e in told if _came_first(e, _said(e, statements), last, closing))


def wilson_interval(held: int, ended: int) -> tuple[float, float] | None:
    """The 95 % interval of a share of `ended` claims (Wilson, 1927), to three digits."""
    if ended == 0:
        return None
    share = held / ended
    centre = share + _Z**2 / (2 * ended)
    spread = _Z * math.sqrt(share * (1 - share) / ended + _Z**2 / (4 * ended**2))
    scale = 1 + _Z**2 / ended
    low, high = (centre - spread) / scale, (centre + spread) / scale
    return max(0.0, round(low, 3)), min(1.0, round(high, 3))


def _ending(claim: Claim) -> Turn | None:
    """The turn that ended a claim, where the policy and not a person ended it."""
    if claim.status not in HELD | FELL:
        return None
    turns = [turn for turn in claim.history if turn.status is claim.status]
    return turns[-1] if turns else None


def _came_first(telling: Evidence, day: str, last: str, closing: Collection[str]) -> bool:
    """Whether a telling was there before its claim ended, on the day `last` ("" where undated)."""
    if telling.voice is Voice.AUTHOR:
        return telling.document not in closing and bool(day) and day <= last
    return not last or day <= last


def _by_outlet(
    tellings: Iterable[Evidence], statements: Mapping[Key, Statement]
) -> dict[str, list[Evidence]]:
    """The unhedged tellings by the outlet that they go back to; a "may" is nobody's claim."""
    found: dict[str, list[Evidence]] = {}
    for telling in tellings:
        statement = statements.get((telling.document, telling.statement))
        if telling.root is not None and not (statement and statement.hedged):
            found.setdefault(telling.root, []).append(telling)
    return found


def carrier_of(telling: Evidence, statements: Mapping[Key, Statement]) -> Carrier | None:
    """What kind of source a telling has; None where the reader could not tell who speaks."""
    if telling.voice is None:
        return None
    carrier = _CARRIERS[telling.voice]
    statement = statements.get((telling.document, telling.statement))
    if carrier is not Carrier.NAMED or statement is None:
        return carrier
    known = statement.source is not None and statement.source.entity is not None
    if known and statement.naming is not Naming.BARE:
        return Carrier.NAMED
    return Carrier.UNNAMED if telling.voice in _PERSONS else None


def _plainest(tellings: Iterable[Evidence], statements: Mapping[Key, Statement]) -> Carrier:
    found = {carrier_of(telling, statements) for telling in tellings}
    return next(carrier for carrier in Carrier if carrier in found)


def _people(readings: Iterable[Reading]) -> frozenset[str]:
    """The people whom the pages name: a journalist is not the outlet that a report goes back to."""
    readings = tuple(readings)
    outlets = {reading.document.outlet for reading in readings}
    named = {e.name for r in readings for e in r.entities if e.kind is EntityKind.PERSON}
    return frozenset(named - outlets)


def _total(counts: Counter[tuple[Carrier, Status]]) -> Tally:
    totals: Counter[Status] = Counter()
    for (_, status), number in counts.items():
        totals[status] += number
    return _tally(totals)


def _by_carrier(counts: Counter[tuple[Carrier, Status]]) -> dict[Carrier, Tally]:
    found: dict[Carrier, Counter[Status]] = {}
    for (carrier, status), number in counts.items():
        found.setdefault(carrier, Counter())[status] += number
    return {carrier: _tally(found[carrier]) for carrier in Carrier if carrier in found}


def _tally(counts: Counter[Status]) -> Tally:
    return Tally({status: counts[status] for status in Status if counts[status]})


def _said(telling: Evidence, statements: Mapping[Key, Statement]) -> str:
    """The day on which a telling was made, "" where that is not known."""
    statement = statements.get((telling.document, telling.statement))
    said = statement.said if statement else None
    return (said.end or said.start or "") if said else ""
