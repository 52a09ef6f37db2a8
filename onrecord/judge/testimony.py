"""What one statement is worth to one claim: for or against, by whom, on the record or not."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from onrecord.model import (
    Act,
    Cluster,
    Entity,
    Force,
    Naming,
    Proposition,
    Reading,
    Stance,
    Statement,
    Voice,
    When,
)

Key = tuple[str, str]

AFFIRMING = frozenset({Act.ASSERT, Act.CONFIRM, Act.STAND_BY, Act.MATCH, Act.PLEDGE, Act.FORECAST})
_AGAINST = frozenset({Act.DENY, Act.RETRACT})
_SPEAKS_OFFICIALLY = frozenset({Voice.PRINCIPAL, Voice.AUTHORITY})
_KEPT_VOICES = frozenset({Voice.UNNAMED, Voice.SOCIAL, Voice.ACCUSER, Voice.AUTHOR, Voice.OUTLET})
_AUTHORITY_ROLES = frozenset(
    {"regulator", "police", "court", "government", "ministry", "central bank", "league", "military"}
)
# What a strong status may rest on: the claim itself, not a thing near it. Chosen on rumours_dev.
SAYS_THE_CLAIM = 0.4
DENIES_THE_CLAIM = 0.25
ABOUT_THE_CLAIM = 0.2


@dataclass(frozen=True, slots=True)
class Testimony:
    """A statement weighed for one claim.

    `entity` speaks (a party where the speaker speaks for one); `resemblance` says how much of the
    claim the content itself says (0 to 1, 1 where it points back to the claim).
    """

    proposition: Proposition
    stance: Stance
    entity: str | None
    voice: Voice
    on_record: bool | None
    hedged: bool
    root: str
    echo_of: str | None
    first_hand: bool
    legs: tuple[str, ...]
    resemblance: float
    said: When | None
    strong: bool

    @property
    def statement(self) -> Statement:
        """The statement itself."""
        return self.proposition.statement

    @property
    def official(self) -> bool:
        """Whether a party or a competent authority says it on the record."""
        return self.voice in _SPEAKS_OFFICIALLY and self.on_record is True


def weigh(
    cluster: Cluster, parties: Iterable[str], pages: Mapping[str, Reading]
) -> tuple[Testimony, ...]:
    """Every statement of a claim as testimony, in page order."""
    named = frozenset(parties)
    return tuple(_weigh_one(p, cluster, named, pages[p.document]) for p in cluster.propositions)


def _weigh_one(
    proposition: Proposition, cluster: Cluster, parties: frozenset[str], page: Reading
) -> Testimony:
    statement = proposition.statement
    entities = {entity.name: entity for entity in page.entities}
    speaker = statement.source.entity if statement.source else None
    entity = entities.get(speaker) if speaker else None
    party = _party_of(speaker, entity, parties)
    voice = _voice_towards(statement, entity, party)
    echo = cluster.echoes[proposition.key]
    resemblance = cluster.resemblance.get(proposition.key, 0.0)
    stance = take_stance(proposition, resemblance)
    return Testimony(
        proposition=proposition,
        stance=stance,
        entity=party or speaker,
        voice=voice,
        on_record=statement.on_record,
        hedged=statement.hedged,
        root=echo.root,
        echo_of=echo.echo_of,
        first_hand=echo.first_hand,
        legs=cluster.parts.get(proposition.key, ()),
        resemblance=resemblance,
        said=statement.said,
        strong=_is_strong(statement, stance, resemblance),
    )


def take_stance(proposition: Proposition, resemblance: float) -> Stance:
    """Where a statement stands towards the claim it was joined with.

    A position for or against a measure, a forecast by an onlooker, a refusal to say, a doubt:
    none is evidence for or against what happened.
    """
    statement = proposition.statement
    if statement.act in {Act.OPPOSE, Act.SUPPORT, Act.DECLINE, Act.DOUBT, Act.CORRECT}:
        return Stance.DISCUSSES
    if statement.force is Force.NON_DENIAL or resemblance < ABOUT_THE_CLAIM:
        return Stance.DISCUSSES
    if proposition.falsifies or (proposition.anaphoric and statement.act in _AGAINST):
        return Stance.DENIES
    if statement.act in _AGAINST:
        return Stance.DENIES if resemblance >= DENIES_THE_CLAIM else Stance.DISCUSSES
    if statement.negated:
        return Stance.DENIES if resemblance >= SAYS_THE_CLAIM else Stance.DISCUSSES
    return Stance.SUPPORTS


def _is_strong(statement: Statement, stance: Stance, resemblance: float) -> bool:
    """Whether a statement says the claim (or its denial) itself, unhedged."""
    if stance is Stance.DENIES:
        return resemblance >= ABOUT_THE_CLAIM
    return resemblance >= SAYS_THE_CLAIM and not statement.hedged


def _party_of(speaker: str | None, entity: Entity | None, parties: frozenset[str]) -> str | None:
    """The party for which a speaker speaks: itself, or the body it belongs to."""
    if speaker in parties:
        return speaker
    if entity is not None and entity.affiliation in parties:
        return entity.affiliation
    return None


def _voice_towards(statement: Statement, entity: Entity | None, party: str | None) -> Voice:
    """The voice a source has on this claim: a party is a principal, whatever it is elsewhere."""
    if statement.voice in _KEPT_VOICES:
        return statement.voice
    if statement.naming in {Naming.BARE, Naming.NONE}:
        return statement.voice
    if party is not None:
        return Voice.PRINCIPAL
    if entity is not None and entity.role in _AUTHORITY_ROLES:
        return Voice.AUTHORITY
    return statement.voice
