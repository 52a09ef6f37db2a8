"""Status, reasons and open questions in an editor's words; never a verdict of truth."""

from collections.abc import Sequence, Set
from dataclasses import replace

from onrecord.judge.tally import (
    here,
    name_day,
    on_whose_word,
    since_when,
    tell_leg,
    told_in,
)
from onrecord.judge.testimony import Testimony
from onrecord.model import (
    Act,
    Claim,
    ClaimKind,
    Flag,
    Force,
    Leg,
    Party,
    Position,
    Stance,
    Status,
    Voice,
)

_PLAIN = {
    Status.REFUTED: "Refuted: {reason}",
    Status.DISPUTED: "Disputed{since}: {affirmers} {affirm}; {deniers} {deny}",
    Status.CONFIRMED: "Confirmed on the record by {affirmers}{since}",
    Status.WITHDRAWN: "Withdrawn{on} by {withdrawers}, where it came from",
    Status.DENIED: "Denied by {deniers}{since}",
    Status.REPORTED: "Reported by {reporters}{word}; neither confirmed nor denied on the record "
    "here",
    Status.RUMOURED: "Rumoured: no identified outlet or named source stands behind it here",
    Status.MIXED: "Mixed: {legs}",
    Status.OPEN: "Open: {promise}",
    Status.MET: "Met, according to {teller}",
    Status.MISSED: "Missed, according to {teller}",
    Status.OVERDUE: "Overdue: due by {due}; nothing {here} says that it was done",
    Status.LAPSED: "Lapsed, according to {teller}",
}
_NAMED_SOURCES = frozenset({Voice.ORGANISATION, Voice.EXPERT, Voice.WITNESS})
# A policy may ask for more than the default one: then the sentence says what there is.
_SHORT_OF = {
    Status.REPORTED: "Reported: {confirmers} affirmed it on the record, which this policy does not "
    "yet take for a confirmation",
    Status.RUMOURED: "Rumoured under this policy, which asks for more than the word of {tellers}",
}


def explain(
    claim: Claim, testimony: Sequence[Testimony], speakers: Set[str] = frozenset()
) -> Claim:
    """`claim` with its status sentence and what the record leaves open. `speakers` are those who
    are quoted anywhere in its stories: of them nobody says that they made no statement.
    """
    return replace(
        claim,
        sentence=write_sentence(claim, testimony, speakers),
        open=open_questions(testimony, claim.parties, claim.legs, claim.articles, speakers),
    )


def write_sentence(
    claim: Claim, testimony: Sequence[Testimony], speakers: Set[str] = frozenset()
) -> str:
    """The claim's status as one sentence: who denies or confirms, who has not spoken, who still
    alleges it.
    """
    clauses = [_lead(claim, testimony)]
    spoke = _who_spoke(testimony)
    unaddressed = [p.entity for p in claim.parties if p.position is Position.UNADDRESSED]
    silent = [name for name in unaddressed if not may_be_among(name, spoke | speakers)]
    spoken = [p for p in claim.parties if p.position is not Position.UNADDRESSED]
    if claim.charge and claim.charge.accusers and claim.charge.accused:
        accusers, accused = claim.charge.accusers, claim.charge.accused
        verb = "accuses" if len(accusers) == 1 else "accuse"
        clauses.append(f"{listed(accusers)} {verb} {listed(accused)}")
    counted = told_in(claim) if claim.status is not Status.REFUTED else ""
    among = "in any of them" if counted else here(claim.articles)
    if silent and (spoken or claim.charge or claim.status in {Status.DENIED, Status.DISPUTED}):
        clauses.append(f"no statement by {listed(silent, 'or')} {among}")
    if counted:
        clauses.insert(1, counted)
    if Flag.STILL_ALLEGED in claim.flags:
        clauses.append("unnamed sources still allege it")
    if Flag.RENEWED_AFTER_DENIAL in claim.flags:
        clauses.append("a new source has alleged it since the denial")
    if Flag.PRESENT_ONLY in claim.flags:
        clauses.append("the denial speaks of the present only")
    declined = [p.entity for p in claim.parties if p.position is Position.DECLINES]
    if declined:
        clauses.append(f"{listed(declined)} declined to say")
    return "; ".join(clauses) + "."


def may_be_among(name: str, speakers: Set[str]) -> bool:
    """Whether somebody of this name, or with this last name alone, is among `speakers`: who speaks
    as "Venn" on a page with two Venns may be Dario Venn.
    """
    return name in speakers or (" " in name and name.split()[-1] in speakers)


def listed(names: Sequence[str], joiner: str = "and", most: int = 3) -> str:
    """ "A", "A and B", "A, B and 2 others"."""
    names = list(dict.fromkeys(names))
    if len(names) > most:
        names = [*names[: most - 1], f"{len(names) - most + 1} others"]
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} {joiner} {names[-1]}"


def open_questions(
    testimony: Sequence[Testimony],
    parties: Sequence[Party],
    legs: Sequence[Leg],
    articles: int,
    speakers: Set[str] = frozenset(),
) -> tuple[str, ...]:
    """What the record leaves open, one sentence each."""
    where = here(articles)
    spoke = _who_spoke(testimony)
    found = [
        f"{p.entity} speaks of it {where}, and neither confirms nor denies it."
        if p.entity in spoke
        else f"No statement by {p.entity} {where}."
        for p in parties
        if p.position is Position.UNADDRESSED
        and (p.entity in spoke or not may_be_among(p.entity, spoke | speakers))
    ]
    found.extend(
        f"{p.entity} was asked and gave no answer {where}."
        for p in parties
        if p.position is Position.DECLINES
    )
    blanket = [t for t in testimony if t.stance is Stance.DENIES and not t.legs and t.official]
    if blanket and legs:
        who = listed(sorted({t.entity or t.statement.voice for t in blanket}))
        found.append(
            f"{who} denied the whole; {listed([leg.text for leg in legs])} were not denied apart."
        )
    if any(t.statement.force is Force.PRESENT_ONLY for t in testimony):
        found.append("A denial of plans or talks now leaves the past and the future open.")
    return tuple(found)


def _withdrawers(testimony: Sequence[Testimony]) -> list[str]:
    """Who took it back, by name; a note on a page speaks for its outlet."""
    names = []
    for one in testimony:
        if one.proposition.exposes == "retraction" and one.stance is Stance.DENIES:
            names.append(one.root if not one.root.startswith("document:") else "the page itself")
        elif one.statement.act is Act.RETRACT:
            names.append(one.entity or "the source")
    return list(dict.fromkeys(names))


def _who_spoke(testimony: Sequence[Testimony]) -> frozenset[str]:
    """Who has said something of the matter on the record: nobody may say that they have not."""
    return frozenset(t.entity for t in testimony if t.entity and t.aloud and t.on_record)


def _lead(claim: Claim, testimony: Sequence[Testimony]) -> str:
    affirmers = _names(testimony, Stance.SUPPORTS)
    deniers = _names(testimony, Stance.DENIES)
    withdrawers = _withdrawers(testimony)
    origin, due = claim.origin, claim.due
    reporters = [origin.entity] if origin and origin.entity else _reporters(testimony)
    confirmers, tellers = _confirmers(testimony), _tellers(testimony)
    there_is_more = {Status.REPORTED: confirmers, Status.RUMOURED: tellers}
    lead = _SHORT_OF if there_is_more.get(claim.status) else _PLAIN
    return lead[claim.status].format(
        confirmers=listed(confirmers or ["a party"]),
        tellers=listed(tellers or ["one source"]),
        affirmers=listed(affirmers or ["a party"]),
        affirm="affirms it" if len(affirmers) == 1 else "affirm it",
        deniers=listed(deniers or ["a party"]),
        deny="denies it" if len(deniers) == 1 else "deny it",
        withdrawers=listed(withdrawers or ["its source"]),
        reporters=listed(reporters or ["one source"]),
        legs="; ".join(tell_leg(leg, testimony) for leg in claim.legs),
        since=since_when(claim.since),
        on=since_when(claim.since).replace(" since ", " on "),
        word=on_whose_word(testimony),
        here=here(claim.articles),
        promise=_promise(claim, testimony),
        due=name_day((due.end or due.start or "") if due else ""),
        teller=listed(_outcome_tellers(claim, testimony) or ["a later article"]),
        reason=_exposed(testimony, deniers),
    )


def _promise(claim: Claim, testimony: Sequence[Testimony]) -> str:
    """Who promised it, for when: "promised by Uber for 31 December 2026, not yet due"."""
    if claim.kind is ClaimKind.FORECAST:
        return "foreseen, not settled"
    pledged = [t.entity for t in testimony if t.statement.act is Act.PLEDGE and t.identified]
    who = list(dict.fromkeys(name for name in pledged if name))
    day = (claim.due.end or claim.due.start or "") if claim.due else ""
    by = f" by {listed(who)}" if who else ""
    return f"promised{by}{f' for {name_day(day)}' if day else ''}, not yet due"


def _outcome_tellers(claim: Claim, testimony: Sequence[Testimony]) -> list[str]:
    """Who says what became of a promise: the voices behind the last turn, or their outlets."""
    because = set(claim.history[-1].because) if claim.history else set()
    last = [t for t in testimony if t.statement.id in because] or list(testimony)
    latest = max((t.day for t in last), default="")
    names = [t.entity or t.root for t in testimony if t.day == latest]
    return [n for n in dict.fromkeys(names) if not n.startswith("document:")]


def _names(testimony: Sequence[Testimony], stance: Stance) -> list[str]:
    """Who officially (or as accuser) takes a stance, in the order they were read; who said both
    is named on the side of what they said last, and of that most plainly.
    """
    voices = {Voice.PRINCIPAL, Voice.AUTHORITY, Voice.ACCUSER}
    plainest: dict[str | None, tuple[str, float, Stance]] = {}
    for one in testimony:
        if one.strong and one.stance is not Stance.DISCUSSES:
            plainest[one.entity] = max(
                plainest.get(one.entity, ("", -1.0, one.stance)),
                (one.day, one.resemblance, one.stance),
            )
    return list(
        dict.fromkeys(
            t.entity
            for t in testimony
            if t.stance is stance
            and t.entity
            and t.voice in voices
            and t.strong
            and t.identified
            and plainest[t.entity][-1] is stance
        )
    )


def _confirmers(testimony: Sequence[Testimony]) -> list[str]:
    """Parties and authorities that affirm it on the record, and do not deny it as well."""
    deniers = set(_names(testimony, Stance.DENIES))
    return [
        name
        for name in dict.fromkeys(
            t.entity or ""
            for t in testimony
            if t.stance is Stance.SUPPORTS and t.official and t.strong and t.identified
        )
        if name and name not in deniers
    ]


def _tellers(testimony: Sequence[Testimony]) -> list[str]:
    """Identified outlets that assert it without a hedge, and sources that are named."""
    forward = [t for t in testimony if t.stance is Stance.SUPPORTS]
    outlets = [t.root for t in forward if not t.hedged and not t.root.startswith("document:")]
    known = [t for t in forward if t.identified and t.voice in _NAMED_SOURCES]
    named = [t.entity for t in known if t.entity]
    return list(dict.fromkeys([*outlets, *named]))


def _reporters(testimony: Sequence[Testimony]) -> list[str]:
    named = [
        t.root if not t.root.startswith("document:") else t.entity or ""
        for t in testimony
        if t.stance is Stance.SUPPORTS
    ]
    return [name for name in dict.fromkeys(named) if name]


def _exposed(testimony: Sequence[Testimony], deniers: Sequence[str]) -> str:
    kinds = {t.proposition.exposes for t in testimony if t.stance is not Stance.SUPPORTS}
    if "satire" in kinds or any(t.invented for t in testimony):
        return "it goes back to a page that invents its stories"
    owners = [t.entity for t in testimony if t.proposition.exposes == "joke" and t.identified]
    if "joke" in kinds:
        who = list(dict.fromkeys(name for name in owners if name))
        return f"made up, in the words of {listed(who)}" if who else "it is said to be made up"
    if "exhibit" in kinds:
        return "what it rests on is said to be doctored, staged or of something else"
    checked = [t for t in testimony if t.proposition.checked and t.stance is Stance.DENIES]
    who = [t.entity for t in checked if t.voice is Voice.AUTHORITY and t.entity]
    names = list(dict.fromkeys(who)) or list(deniers) or ["an authority"]
    return f"{listed(names)} looked into it and found otherwise"
