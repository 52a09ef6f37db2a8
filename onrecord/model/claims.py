"""Records across pages: claims, legs, evidence, status over time."""

from dataclasses import dataclass, field

from onrecord.model.kinds import (
    ClaimKind,
    Flag,
    Position,
    Stance,
    Status,
)
from onrecord.model.page import When


@dataclass(frozen=True, slots=True)
class Leg:
    """A part of a claim that can stand or fall alone."""

    id: str
    text: str
    status: Status
    parties: tuple[str, ...]
    because: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody whom a claim is about, and where they stand on it."""

    entity: str
    position: Position


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a claim comes from: an outlet or document, perhaps not itself in the ledger."""

    entity: str | None
    document: str | None
    statement: str | None


@dataclass(frozen=True, slots=True)
class Evidence:
    """A statement for, against or about a claim, and what weight the policy gives it."""

    statement: str
    document: str
    stance: Stance
    leg: str | None
    first_hand: bool
    echo_of: str | None
    weight: str
    scope: str


@dataclass(frozen=True, slots=True)
class Turn:
    """One status in a claim's history, the rule that gave it, and the statements behind it."""

    at: When | None
    status: Status
    rule: str
    because: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Claim:
    """Something said to be so, wherever it is said, and where it stands under a policy."""

    id: str
    text: str
    kind: ClaimKind
    status: Status
    since: When | None
    flags: tuple[Flag, ...]
    accusation: bool
    due: When | None
    legs: tuple[Leg, ...]
    parties: tuple[Party, ...]
    origin: Origin | None
    articles: int
    origins: int
    voices: int
    unnamed: int
    evidence: tuple[Evidence, ...]
    differences: tuple[str, ...]
    history: tuple[Turn, ...]
    sentence: str
    policy: str
    aliases: tuple[str, ...] = field(default=())
    open: tuple[str, ...] = field(default=())
