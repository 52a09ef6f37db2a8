"""One claim settled: its legs, parties, origin, evidence, history and sentence under a policy."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from onrecord.judge.accusations import find_charge, is_accusation
from onrecord.judge.competence import matters_of
from onrecord.judge.exhibits import find_exhibits
from onrecord.judge.explain import explain
from onrecord.judge.flags import find_differences, find_flags, title_of
from onrecord.judge.origin import find_origin
from onrecord.judge.policy import Policy
from onrecord.judge.promises import claim_kind, find_due, promises, settle_promise
from onrecord.judge.prospects import what_would_change
from onrecord.judge.recycling import Return, find_returns, tell_return
from onrecord.judge.speakers import speaks_out
from onrecord.judge.status import position_of, settle_status, tell_history
from onrecord.judge.testimony import Testimony, weigh
from onrecord.judge.wording import word_claim
from onrecord.kit import Kit
from onrecord.model import (
    Act,
    Claim,
    ClaimKind,
    Cluster,
    Evidence,
    Leg,
    Party,
    Proposition,
    Reading,
    Stance,
    Status,
    Turn,
    Voice,
    When,
    make_id,
)

_SETTLED_BY_DENIAL = frozenset({Status.DENIED, Status.REFUTED, Status.WITHDRAWN, Status.DISPUTED})


@dataclass(frozen=True, slots=True)
class _Case:
    """One claim before the policy: what was said, by when, and of whom."""

    cluster: Cluster
    names: tuple[str, ...]
    testimony: tuple[Testimony, ...]
    pages: Mapping[str, Reading]
    policy: Policy
    kit: Kit
    day: str

    @property
    def speakers(self) -> frozenset[str]:
        """Who is quoted on anything in the stories that tell the claim."""
        stories = {(t.proposition.document, t.statement.story) for t in self.testimony}
        return frozenset(
            statement.source.entity
            for key in {document for document, _ in stories}
            for statement in self.pages[key].statements
            if (key, statement.story) in stories
            and statement.source is not None
            and statement.source.entity is not None
            and statement.act is not Act.DECLINE
            and statement.on_record
            and speaks_out(statement, self.kit)
        )


@dataclass(frozen=True, slots=True)
class _Standing:
    """Where a claim stands, as a promise or an event, its legs, and what that rests on."""

    kind: ClaimKind
    due: When | None
    status: Status
    legs: tuple[Leg, ...]
    parties: tuple[Party, ...]
    because: tuple[str, ...]


def settle_claim(
    cluster: Cluster,
    centre: Proposition,
    pages: Mapping[str, Reading],
    policy: Policy,
    kit: Kit,
    *,
    today: str,
    as_of: str | None = None,
    denied_alone: bool = False,
) -> Claim | None:
    """The claim that a cluster makes, from what was said up to `as_of` (all of it where None).

    None where nothing had been said for it by then; with `denied_alone` a claim that the record
    only denies ("denied that anybody had died") stands too, where the denial settles it. `today`
    (ISO date) is the day on which promises are judged to be due.
    """
    names = tuple(name for name in (cluster.subject, *cluster.counterparts) if name)
    known = tuple(t for t in weigh(cluster, names, pages, kit) if _known(t, as_of, pages))
    only_denied = all(t.stance is not Stance.SUPPORTS for t in known)
    if all(t.stance is Stance.DENIES for t in known) and not (known and denied_alone):
        return None
    case = _Case(cluster, names, known, pages, policy, kit, as_of or today)
    claim_id = make_id("claim", earliest(known).statement.id)
    standing = _stand(case, claim_id, centre)
    if only_denied and denied_alone and standing.status not in _SETTLED_BY_DENIAL:
        return None
    claim = _draft(case, claim_id, centre, standing)
    history = tell_history(known, policy, standing.kind, standing.due, case.day, kit)
    told = explain(replace(claim, since=_since(history), history=history), known, case.speakers)
    prospects = what_would_change(told, matters_of(cluster.about, kit), kit)
    return replace(told, open=told.open + prospects)


def _stand(case: _Case, claim_id: str, centre: Proposition) -> _Standing:
    """Kind, status, legs and positions; legs that disagree make the claim mixed. A claim whose
    own words promise nothing is an event, whatever promises stand beside it.
    """
    testimony, kit = case.testimony, case.kit
    forward = [t for t in testimony if t.stance is not Stance.DENIES]
    kind, due = claim_kind(forward, case.names, kit), find_due(forward, case.pages, kit)
    if not any(t.proposition.key == centre.key and promises(t, kit) for t in forward):
        kind = ClaimKind.EVENT
    settled = settle_status(testimony, case.policy)
    status, _ = settle_promise(testimony, settled.status, settled.rule, kind, due, case.day, kit)
    legs = _settle_legs(claim_id, case.cluster, testimony, case.policy)
    if len({leg.status for leg in legs}) > 1:
        status = Status.MIXED
    parties = tuple(Party(name, position_of(name, settled, testimony)) for name in case.names)
    return _Standing(
        kind, due if kind is not ClaimKind.EVENT else None, status, legs, parties, settled.because
    )


def _draft(case: _Case, claim_id: str, centre: Proposition, standing: _Standing) -> Claim:
    """The claim without its history and its sentence."""
    testimony, pages = case.testimony, case.pages
    differences = find_differences(case.cluster, testimony, pages)
    returns = find_returns(testimony, pages, case.kit)
    return Claim(
        id=claim_id,
        text=word_claim(centre, testimony, standing.because, pages, case.kit),
        kind=standing.kind,
        status=standing.status,
        since=None,
        flags=find_flags(testimony, standing.status, differences, pages, returns),
        accusation=is_accusation(testimony, case.kit),
        due=standing.due,
        legs=standing.legs,
        parties=standing.parties,
        origin=find_origin(testimony, pages),
        articles=len({t.proposition.document for t in testimony}),
        origins=len({t.root for t in testimony if t.stance is Stance.SUPPORTS}),
        voices=_count_voices(testimony),
        unnamed=sum(t.voice is Voice.UNNAMED and t.stance is Stance.SUPPORTS for t in testimony),
        evidence=tuple(dict.fromkeys(_as_evidence(t, claim_id) for t in testimony)),
        differences=differences + tuple(_tell(one, pages) for one in returns),
        history=(),
        sentence="",
        policy=case.policy.label,
        aliases=_aliases(testimony, claim_id),
        exhibits=find_exhibits(testimony, pages, case.kit),
        charge=find_charge(testimony, standing.parties, case.kit, case.speakers),
    )


def _tell(returned: Return, pages: Mapping[str, Reading]) -> str:
    """What a page tells as new although it is old, in one sentence."""
    page = pages[returned.page]
    earlier = title_of(pages[returned.earlier]) if returned.earlier else None
    return tell_return(returned, title_of(page), earlier, page.document.published or "")


def _since(history: Sequence[Turn]) -> When | None:
    """Since when a claim stands where it stands."""
    return history[-1].at if history else None


def earliest(testimony: Sequence[Testimony]) -> Testimony:
    """The statement that a claim's id rests on: the first that supports it, by what day it was
    said or published; undated last, then by statement id (law 5).
    """
    forward = [t for t in testimony if t.stance is Stance.SUPPORTS] or list(testimony)
    return min(forward, key=lambda t: (t.day or "9999", t.statement.id))


def _aliases(testimony: Sequence[Testimony], claim_id: str) -> tuple[str, ...]:
    """Every id that this claim has had or would have had with fewer pages: an earlier statement
    that arrives, or a merger, changes the id, and the old one goes on to resolve (law 5).
    """
    ids = {make_id("claim", t.statement.id) for t in testimony}
    return tuple(sorted(ids - {claim_id}))


def _settle_legs(
    claim_id: str, cluster: Cluster, testimony: Sequence[Testimony], policy: Policy
) -> tuple[Leg, ...]:
    """One leg for each counterpart where there are several, or for the part that is singled out
    and for the rest; a blanket denial reaches them all.
    """
    if len(cluster.legs) < 2:
        return ()
    legs, named = [], {cluster.subject, *cluster.counterparts}
    for name in cluster.legs:
        bearing = [t for t in testimony if not t.legs or name in t.legs]
        settled = settle_status(bearing, policy)
        legs.append(
            Leg(
                id=make_id("leg", claim_id, name),
                text=f"{cluster.subject} and {name}" if name in cluster.counterparts else name,
                status=settled.status,
                parties=tuple(p for p in (cluster.subject, name) if p and p in named),
                because=settled.because,
            )
        )
    apart = set(cluster.legs) <= set(cluster.counterparts)
    return tuple(legs) if apart or len({leg.status for leg in legs}) > 1 else ()


def _known(testimony: Testimony, as_of: str | None, pages: Mapping[str, Reading]) -> bool:
    """Whether a statement had been made by a day; an undated one counts on every day."""
    if as_of is None:
        return True
    day = testimony.day or (pages[testimony.proposition.document].document.published or "")
    return not day or day[: len(as_of)] <= as_of


def _count_voices(testimony: Sequence[Testimony]) -> int:
    """Distinct entities that affirm or deny on the record; no declines, outlets or unnamed."""
    silent = {Voice.OUTLET, Voice.UNNAMED, Voice.AUTHOR, Voice.SOCIAL}
    return len(
        {
            t.entity
            for t in testimony
            if t.entity
            and t.identified
            and t.voice not in silent
            and t.on_record
            and t.stance in {Stance.SUPPORTS, Stance.DENIES}
        }
    )


def _as_evidence(testimony: Testimony, claim_id: str) -> Evidence:
    leg = make_id("leg", claim_id, testimony.legs[0]) if len(testimony.legs) == 1 else None
    return Evidence(
        statement=testimony.statement.id,
        document=testimony.proposition.document,
        stance=testimony.stance,
        leg=leg,
        first_hand=testimony.first_hand,
        echo_of=testimony.echo_of,
        weight=weight_words(testimony),
        scope="all" if not testimony.legs else ", ".join(testimony.legs),
        root=None if testimony.root.startswith("document:") else testimony.root,
        voice=testimony.voice,
    )


def weight_words(testimony: Testimony) -> str:
    """What a statement counts as, in words: "principal on the record", "unnamed source"."""
    if testimony.stance is Stance.DISCUSSES:
        return "no evidence: discusses it"
    words = {
        Voice.UNNAMED: "unnamed source",
        Voice.AUTHOR: "the article's own words",
        Voice.OUTLET: "outlet",
        Voice.SOCIAL: "social media",
    }
    if testimony.voice in words:
        return words[testimony.voice]
    record = {True: "on the record", False: "not on the record", None: "record unclear"}
    return f"{testimony.voice} {record[testimony.on_record]}"
