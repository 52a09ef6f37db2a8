"""What one statement is worth to one claim: for or against, by whom, on the record or not."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from onrecord.judge.negation import is_non_denial, negates
from onrecord.judge.speakers import (
    begins_alike,
    party_of,
    reported_by_others,
    speaks_out,
    stands_for_party,
    voice_towards,
)
from onrecord.kit import Kit
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

_LONGEST_SOURCE = 10  # words
_AGAINST = frozenset({Act.DENY, Act.RETRACT})
_SPEAKS_OFFICIALLY = frozenset({Voice.PRINCIPAL, Voice.AUTHORITY})
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
    identified: bool
    invented: bool = False

    @property
    def statement(self) -> Statement:
        """The statement itself."""
        return self.proposition.statement

    @property
    def day(self) -> str:
        """The day by which it was said (ISO); "" where nobody knows."""
        return (self.said.end or self.said.start or "") if self.said else ""

    @property
    def official(self) -> bool:
        """Whether a party or a competent authority says it on the record."""
        return self.voice in _SPEAKS_OFFICIALLY and self.on_record is True


def weigh(
    cluster: Cluster, parties: Iterable[str], pages: Mapping[str, Reading], kit: Kit
) -> tuple[Testimony, ...]:
    """Every statement of a claim as testimony, in page order."""
    named = frozenset(parties)
    entities = {key: {e.name: e for e in page.entities} for key, page in pages.items()}
    by_id = {key: {s.id: s for s in page.statements} for key, page in pages.items()}
    return tuple(
        _weigh_one(one, p, cluster, named, entities[p.document], by_id[p.document], kit)
        for p in cluster.propositions
        for one in _each_speaker(p.statement, named)
    )


def _each_speaker(statement: Statement, parties: frozenset[str]) -> list[Statement]:
    """A statement by "both companies" as one by each of them: each has a position of its own."""
    source = statement.source
    together = source.entity.split(" and ") if source and source.entity else []
    if source is None or len(together) < 2 or not parties.issuperset(together):
        return [statement]
    return [replace(statement, source=replace(source, entity=name)) for name in together]


def _weigh_one(
    statement: Statement,
    proposition: Proposition,
    cluster: Cluster,
    parties: frozenset[str],
    entities: Mapping[str, Entity],
    by_id: Mapping[str, Statement],
    kit: Kit,
) -> Testimony:
    speaker = statement.source.entity if statement.source else None
    party = party_of(statement, entities, parties)
    voice = voice_towards(statement, entities, party, kit)
    echo = cluster.echoes[proposition.key]
    root = entities.get(echo.root)
    resemblance = cluster.resemblance.get(proposition.key, 0.0)
    stance = take_stance(proposition, resemblance, cluster.about, kit)
    if stance is Stance.DENIES and _denies_another(proposition, speaker, cluster):
        stance = Stance.DISCUSSES
    return Testimony(
        proposition=proposition,
        stance=stance,
        entity=party or speaker or _described(statement),
        voice=voice,
        on_record=_on_record(statement, voice, kit) and not reported_by_others(statement, by_id),
        hedged=statement.hedged,
        root=echo.root,
        echo_of=echo.echo_of,
        first_hand=echo.first_hand,
        legs=cluster.parts.get(proposition.key, ()),
        resemblance=resemblance,
        said=statement.said,
        strong=_is_strong(proposition, stance, resemblance, kit),
        identified=_is_identified(statement, party),
        invented=root is not None and root.role == "satire",
    )


def take_stance(
    proposition: Proposition, resemblance: float, about: frozenset[str], kit: Kit
) -> Stance:
    """Where a statement stands towards the claim it was joined with.

    A position for or against a measure, a forecast by an onlooker, a refusal to say, a doubt:
    none is evidence for or against what happened.
    """
    statement = proposition.statement
    if statement.act in {Act.OPPOSE, Act.SUPPORT, Act.DECLINE, Act.DOUBT, Act.CORRECT}:
        return Stance.DISCUSSES
    if statement.force is Force.NON_DENIAL or resemblance < ABOUT_THE_CLAIM:
        return Stance.DISCUSSES
    if proposition.exposes == "satire":
        return Stance.DENIES
    if proposition.anaphoric and (proposition.falsifies or statement.act in _AGAINST):
        return Stance.DENIES
    if statement.act is Act.RETRACT:  # who takes back must take back this, and not its like
        return Stance.DENIES if resemblance >= SAYS_THE_CLAIM else Stance.DISCUSSES
    if proposition.falsifies or statement.act in _AGAINST:
        return Stance.DENIES if resemblance >= DENIES_THE_CLAIM else Stance.DISCUSSES
    if is_non_denial(statement.content.text, kit):
        return Stance.DISCUSSES
    if negates(statement.content.text, about, kit):
        return Stance.DENIES if resemblance >= DENIES_THE_CLAIM else Stance.DISCUSSES
    if statement.negated:
        return Stance.DENIES if resemblance >= SAYS_THE_CLAIM else Stance.DISCUSSES
    return Stance.SUPPORTS


def _is_identified(statement: Statement, party: str | None) -> bool:
    """Whether we know who speaks: a name, or an office of a body; "officials" are nobody."""
    if party is not None or (statement.source and statement.source.entity):
        return True
    return statement.naming is Naming.OFFICE


def _on_record(statement: Statement, voice: Voice, kit: Kit) -> bool | None:
    """Whether a statement is on the record: "the carmaker denied it" is, by the carmaker."""
    if voice is Voice.PRINCIPAL and stands_for_party(statement, kit):
        return True
    return statement.on_record


def _denies_another(proposition: Proposition, speaker: str | None, cluster: Cluster) -> bool:
    """Whether a denial in its own words names other counterparts than the claim's: who denies
    a sale to one buyer has not denied the sale to another.
    """
    if proposition.anaphoric or proposition.exposes or not cluster.counterparts:
        return False
    ours = [cluster.subject or "", *cluster.counterparts]
    others = [n for n in proposition.names if n != speaker]
    return bool(others) and not any(begins_alike(n, o) for n in others for o in ours if o)


def _described(statement: Statement) -> str | None:
    """A source that no name stands for, as the text describes it; a long text is a misreading."""
    if statement.source is None or statement.voice is Voice.AUTHOR:
        return None
    words = statement.source.text.split()
    return " ".join(words) if len(words) <= _LONGEST_SOURCE else None


def _is_strong(proposition: Proposition, stance: Stance, resemblance: float, kit: Kit) -> bool:
    """Whether a statement says the claim (or its denial) itself: out loud, and unhedged."""
    statement = proposition.statement
    if stance is Stance.DENIES:
        return proposition.anaphoric or resemblance >= DENIES_THE_CLAIM
    says = proposition.anaphoric or resemblance >= SAYS_THE_CLAIM
    return says and not statement.hedged and speaks_out(statement, kit)
