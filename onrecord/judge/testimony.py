"""What one statement is worth to one claim: for or against, by whom, on the record or not."""

from collections import Counter
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass, replace

from onrecord.judge.beside import (
    answers_a_charge_beside,
    is_an_exhibit,
    names_as_teller,
    speaks_for_somebody,
    tells_its_own_check,
)
from onrecord.judge.competence import matters_of
from onrecord.judge.earlier import answers_an_earlier_report
from onrecord.judge.negation import negated_stems
from onrecord.judge.overlap import tells_a_deed
from onrecord.judge.selves import speaks_of_own, suffers_it
from onrecord.judge.sides import SAYS_THE_CLAIM, take_stance
from onrecord.judge.speakers import (
    begins_alike,
    party_of,
    reported_by_others,
    speaks_out,
    speaks_privately,
    stands_for_party,
    voice_towards,
)
from onrecord.judge.strength import denies_outright, is_strong
from onrecord.judge.wrongdoing import tells_of_wrongdoing
from onrecord.kit import Kit
from onrecord.model import (
    Act,
    Cluster,
    Document,
    Entity,
    EntityKind,
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
_WORD_IS_ENOUGH = frozenset({Act.CONFIRM, Act.PLEDGE, Act.RETRACT})
_ECHOED = frozenset({Act.ASSERT, Act.PLEDGE, Act.FORECAST})
_MAY_ACCUSE = frozenset({Voice.WITNESS, Voice.ORGANISATION})
_SPEAKS_OFFICIALLY = frozenset({Voice.PRINCIPAL, Voice.AUTHORITY})


@dataclass(frozen=True, slots=True)
class Testimony:
    """A statement weighed for one claim.

    `entity` speaks (a party where the speaker speaks for one); `resemblance` says how much of the
    claim the content itself says (0 to 1, 1 where it points back to the claim); `own_root` whether
    the page that tells it rests on no other; `aloud` whether it was said at all, and is not only
    what somebody plans or wants; `outright` whether it denies by its cue or by calling the claim
    false.
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
    aloud: bool = False
    own_root: bool = True
    outright: bool = False

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


@dataclass(frozen=True, slots=True)
class _Setting:
    """What one claim's statements are weighed against: its parties, the persons among them, those
    of whom somebody else tells it, those who tell it of themselves, the matters it belongs to, and
    the stems that it negates itself.
    """

    cluster: Cluster
    parties: frozenset[str]
    people: frozenset[str]
    told_of: frozenset[str]
    self_told: frozenset[str]
    matters: frozenset[str]
    negated: frozenset[str]
    kit: Kit


def weigh(
    cluster: Cluster, parties: Iterable[str], pages: Mapping[str, Reading], kit: Kit
) -> tuple[Testimony, ...]:
    """Every statement of a claim as testimony, in page order."""
    named = frozenset(parties)
    entities = {key: {e.name: e for e in page.entities} for key, page in pages.items()}
    by_id = {key: {s.id: s for s in page.statements} for key, page in pages.items()}
    people = {e.name for page in pages.values() for e in page.entities if _is_person(e)}
    setting = _Setting(
        cluster=cluster,
        parties=named,
        people=named & people,
        told_of=frozenset(name for name in named if _is_told_of(name, cluster, kit)),
        self_told=frozenset(n for n in named if _tells_itself(n, cluster, n in people, kit)),
        matters=matters_of(cluster.about, kit),
        negated=_negated_throughout(cluster, kit)
        if _may_be_negative(cluster, kit)
        else frozenset(),
        kit=kit,
    )
    weighed = [
        _weigh_one(one, p, setting, entities[p.document], by_id[p.document])
        for p in cluster.propositions
        for one in _each_speaker(p.statement, named)
    ]
    heard = {(t.proposition.document, t.entity) for t in weighed if t.statement.quoted}
    return tuple(
        _as_the_page_has_it(t, pages[t.proposition.document].document, heard) for t in weighed
    )


def _as_the_page_has_it(
    one: Testimony, page: Document, heard: Set[tuple[str, str | None]]
) -> Testimony:
    """A testimony with whether its page rests on no other. "Announced" on a page that has it from
    another outlet, and quotes nobody, is that page's verb, and settles nothing.
    """
    own = _rests_on_itself(one.root, page)
    announced = one.voice is Voice.PRINCIPAL and one.statement.act in _ECHOED
    echoed = announced and not own and one.echo_of is None and one.stance is Stance.SUPPORTS
    settles = not echoed or (page.id, one.entity) in heard
    return replace(one, own_root=own, strong=one.strong and settles)


def _rests_on_itself(root: str, page: Document) -> bool:
    """Whether the page that tells something is itself the root of it."""
    return root in (page.outlet, f"document:{page.id}")


def _may_be_negative(cluster: Cluster, kit: Kit) -> bool:
    """Whether a claim can be a negative one: not where a question asks for the thing itself."""
    return not cluster.asked or bool(negated_stems(cluster.asked, cluster.about, kit))


def _negated_throughout(cluster: Cluster, kit: Kit) -> frozenset[str]:
    """The stems that most tellings of a claim negate, so that the claim itself is negative:
    "the ferry will not sail".
    """
    tellings = [
        p.statement.content.text
        for p in cluster.propositions
        if cluster.resemblance.get(p.key, 0.0) >= SAYS_THE_CLAIM
        and not p.anaphoric
        and not p.falsifies
        and p.statement.act not in _AGAINST
    ]
    counts = Counter(s for text in tellings for s in negated_stems(text, cluster.about, kit))
    return frozenset(stem for stem, number in counts.items() if 2 * number > len(tellings))


def _is_told_of(party: str, cluster: Cluster, kit: Kit) -> bool:
    """Whether somebody else than a party says the claim of it: then its answer settles. To be
    named as who says it ("1,200, as the union had announced") is not to be told of.
    """
    return any(
        not _speaks_for(one, party)
        and any(begins_alike(name, party) for name in one.names)
        and not names_as_teller(one.statement.content.text, party, kit)
        for one in cluster.propositions
        if cluster.resemblance.get(one.key, 0.0) >= SAYS_THE_CLAIM
    )


def _tells_itself(party: str, cluster: Cluster, person: bool, kit: Kit) -> bool:
    """Whether a party says the claim of its own doing; who merely speaks of others does not."""
    return any(
        _speaks_for(one, party) and speaks_of_own(one.statement, party, person, kit)
        for one in cluster.propositions
        if cluster.resemblance.get(one.key, 0.0) >= SAYS_THE_CLAIM
    )


def _speaks_for(proposition: Proposition, party: str) -> bool:
    source = proposition.statement.source
    return bool(source and source.entity and begins_alike(source.entity, party))


def _is_person(entity: Entity) -> bool:
    return entity.kind is EntityKind.PERSON


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
    setting: _Setting,
    entities: Mapping[str, Entity],
    by_id: Mapping[str, Statement],
) -> Testimony:
    cluster, kit = setting.cluster, setting.kit
    speaker = statement.source.entity if statement.source else None
    party = party_of(statement, entities, setting.parties)
    resemblance = cluster.resemblance.get(proposition.key, 0.0)
    stance = _take_stance(proposition, speaker, resemblance, setting)
    answers = party if _answers_for(party, proposition, setting) else None
    voice = voice_towards(statement, entities, answers, setting.matters, kit)
    if stance is Stance.DENIES and tells_its_own_check(proposition, entities, kit):
        voice = Voice.AUTHORITY
    if stance is Stance.SUPPORTS and voice in _MAY_ACCUSE and _accuses(proposition, setting):
        voice = Voice.ACCUSER
    if stance is Stance.DENIES and voice in _MAY_ACCUSE and proposition.exposes == "exhibit":
        # "The video does not show it" is the page's own finding; of a person it is a charge.
        voice = Voice.AUTHOR if is_an_exhibit(statement, kit) else Voice.ACCUSER
    echo = cluster.echoes[proposition.key]
    root = entities.get(echo.root)
    return Testimony(
        proposition=proposition,
        stance=stance,
        entity=party or speaker or _described(statement),
        voice=voice,
        on_record=_on_record(statement, voice, kit)
        and not reported_by_others(statement, by_id)
        and not speaks_privately(statement, kit),
        hedged=statement.hedged,
        root=echo.root,
        echo_of=echo.echo_of,
        first_hand=echo.first_hand,
        legs=cluster.parts.get(proposition.key, ()),
        resemblance=resemblance,
        said=statement.said,
        strong=is_strong(proposition, stance, resemblance, cluster.about, kit)
        and (stance is not Stance.SUPPORTS or _is_deed(proposition, party, voice, setting)),
        identified=_is_identified(statement, party),
        invented=root is not None and root.role == "satire",
        aloud=speaks_out(statement, kit),
        outright=denies_outright(proposition, kit),
    )


def _take_stance(
    proposition: Proposition, speaker: str | None, resemblance: float, setting: _Setting
) -> Stance:
    """The side that a statement takes; none where what it says is of another matter: of somebody
    else, of another buyer, of a charge, of an earlier report, of another deed.
    """
    cluster, kit = setting.cluster, setting.kit
    stance = take_stance(proposition, resemblance, cluster.about, kit, setting.negated)
    elsewhere = proposition.key in cluster.elsewhere
    apart = proposition.key in cluster.apart and speaks_for_somebody(proposition, stance)
    if elsewhere or apart:
        return Stance.DISCUSSES
    denies_another = stance is Stance.DENIES and (
        _denies_another(proposition, speaker, cluster)
        or answers_a_charge_beside(proposition, cluster, kit)
        or answers_an_earlier_report(proposition, cluster)
    )
    return Stance.DISCUSSES if denies_another else stance


def _answers_for(party: str | None, proposition: Proposition, setting: _Setting) -> bool:
    """Whether a source speaks as a party to the claim: the claim is of its doing, or it reacts
    to what is told ("that is false"). Whoever merely speaks of something is no party to it.
    """
    if party is None:
        return False
    statement = proposition.statement
    reacts = proposition.anaphoric or statement.act in {*_AGAINST, Act.CONFIRM}
    if party in setting.people and not reacts:  # others' tales of a person are not his word
        if speaks_of_own(statement, party, True, setting.kit):
            return True
        charge = tells_of_wrongdoing(statement, setting.kit)
        return bool(setting.cluster.asked) and suffers_it(statement, setting.kit) and not charge
    return reacts or party in setting.told_of or party in setting.self_told


def _accuses(proposition: Proposition, setting: _Setting) -> bool:
    """Whether somebody who is no authority tells that another party of the claim did wrong: a
    former employee, a neighbour, a plaintiff, a rival.
    """
    statement = proposition.statement
    speaker = statement.source.entity if statement.source else None
    others = [p for p in setting.parties if speaker is None or not begins_alike(p, speaker)]
    told_of = speaker is not None and any(begins_alike(p, speaker) for p in setting.told_of)
    if told_of or statement.act is not Act.ASSERT:  # who is himself told of answers for himself
        return False
    return bool(others) and tells_of_wrongdoing(statement, setting.kit)


def _is_deed(proposition: Proposition, party: str | None, voice: Voice, setting: _Setting) -> bool:
    """Whether what a party says of itself, and nobody else of it, is news that its word settles:
    something done, promised or admitted, and not how it sees itself.
    """
    person = party in setting.people
    asked = (bool(setting.cluster.asked) and person) or (party in setting.told_of and not person)
    if voice is not Voice.PRINCIPAL or asked or proposition.anaphoric:
        return True
    settled_by_word = proposition.statement.act in _WORD_IS_ENOUGH
    return settled_by_word or tells_a_deed(proposition, setting.kit)


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
