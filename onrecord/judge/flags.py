"""What a reader of a status must also know: flags, and how the accounts differ."""

from collections.abc import Iterable, Mapping, Sequence

from onrecord.judge.recycling import Return
from onrecord.judge.testimony import Testimony
from onrecord.model import (
    Act,
    Cluster,
    Flag,
    Force,
    Reading,
    Stance,
    Status,
    Voice,
)

_MANNERS = (
    "stated as fact",
    "given as what others say",
    "given as a possibility",
)
_SETTLED_AGAINST = frozenset({Status.DENIED, Status.DISPUTED, Status.REFUTED, Status.MIXED})


def find_flags(
    testimony: Sequence[Testimony],
    status: Status,
    differences: Sequence[str],
    pages: Mapping[str, Reading],
    returns: Sequence[Return] = (),
) -> tuple[Flag, ...]:
    """The flags of a claim, in the order of `Flag`; `returns` are the pages that tell it as new
    although it is old.
    """
    forward = [t for t in testimony if t.stance is Stance.SUPPORTS]
    denials = [t for t in testimony if t.stance is Stance.DENIES and t.official]
    roots = {t.root for t in forward}
    holds = {
        Flag.STILL_ALLEGED: status in _SETTLED_AGAINST and _still_alleged(forward, denials),
        Flag.RENEWED_AFTER_DENIAL: _renewed(forward, denials),
        Flag.UNDATED: any(t.said is None for t in testimony),
        Flag.REVERSED: _reversed(testimony),
        Flag.SINGLE_ORIGIN: len(roots) == 1,
        Flag.UNNAMED_ONLY: bool(forward) and _only_unnamed(forward),
        Flag.CONFIRMATION_RELAYED: status is Status.CONFIRMED
        and not any(t.first_hand for t in forward),
        Flag.PRESENT_ONLY: _all_denials(denials, Force.PRESENT_ONLY),
        Flag.UNSPECIFIC: _all_denials(denials, Force.CHARACTERISING),
        Flag.ACCOUNTS_DIFFER: bool(differences),
        Flag.RECYCLED: bool(returns),
        Flag.UNREAD_LANGUAGE: _told_unread(testimony, pages),
    }
    return tuple(flag for flag in Flag if holds.get(flag))


def find_differences(
    cluster: Cluster, testimony: Sequence[Testimony], pages: Mapping[str, Reading]
) -> tuple[str, ...]:
    """How the accounts of a claim differ: who is named where, and how plainly it is put. Nobody
    is said to have added or dropped anything: that takes the origin itself.
    """
    tellings: dict[str, list[Testimony]] = {}
    for one in testimony:
        if one.stance is Stance.SUPPORTS:
            tellings.setdefault(one.proposition.document, []).append(one)
    if len(tellings) < 2:
        return ()
    order = sorted(tellings)
    differences: list[str] = []
    for name in cluster.counterparts:
        having = [p for p in order if any(name in t.proposition.names for t in tellings[p])]
        if 0 < len(having) < len(order):
            where = "; ".join(title_of(pages[page]) for page in having)
            differences.append(
                f"{name} is named in {len(having)} of {len(order)} articles: {where}"
            )
    manners = {page: manner_of(tellings[page]) for page in order}
    if len(set(manners.values())) > 1:
        told = (f"{title_of(pages[page])} {manners[page]}" for page in order)
        differences.append("; ".join(told))
    return tuple(differences)


def manner_of(telling: Iterable[Testimony]) -> str:
    """How a page tells a claim at its plainest: in its own words, as said by others, or hedged."""
    manners = set()
    for one in telling:
        if one.hedged:
            manners.add(_MANNERS[2])
        else:
            manners.add(_MANNERS[0] if one.statement.source is None else _MANNERS[1])
    return next((m for m in _MANNERS if m in manners), _MANNERS[-1])


def title_of(page: Reading) -> str:
    """How a page is called in a sentence: its title in quotation marks, else its path."""
    document = page.document
    if document.title:
        return f"“{document.title.strip('“”')}”"
    return document.path or document.url or document.id


def _told_unread(testimony: Sequence[Testimony], pages: Mapping[str, Reading]) -> bool:
    """Whether a page that was kept and not read names somebody whom the claim names."""
    names = {name for t in testimony for name in t.proposition.names}
    unread = [page.document.text for page in pages.values() if page.document.unread]
    return any(name in text for text in unread for name in names)


def _still_alleged(forward: Iterable[Testimony], denials: Sequence[Testimony]) -> bool:
    """Whether an unnamed source alleges it in a text that stands after a denial in the same page,
    or on a later day.
    """
    for one in forward:
        if one.voice is not Voice.UNNAMED:
            continue
        for denial in denials:
            same_page = one.proposition.document == denial.proposition.document
            if same_page and one.proposition.order > denial.proposition.order:
                return True
            if not same_page and denial.day and one.day > denial.day:
                return True
    return False


def _renewed(forward: Iterable[Testimony], denials: Sequence[Testimony]) -> bool:
    """Whether a root that was not there before the first denial alleges it after that day."""
    if not denials or not all(d.day for d in denials):
        return False
    first = min(d.day for d in denials)
    forward = list(forward)
    before = {t.root for t in forward if t.day and t.day <= first}
    after = {t.root for t in forward if t.day > first}
    return bool(before) and bool(after - before)


def _reversed(testimony: Iterable[Testimony]) -> bool:
    stances: dict[str, dict[str, set[Stance]]] = {}
    for one in testimony:
        if one.official and one.entity and one.strong and one.day:
            stances.setdefault(one.entity, {}).setdefault(one.day, set()).add(one.stance)
    for by_day in stances.values():
        taken = [by_day[day] - {Stance.DISCUSSES} for day in sorted(by_day)]
        settled = [t for t in taken if len(t) == 1]
        if len(settled) > 1 and settled[0] != settled[-1]:
            return True
    return False


def _only_unnamed(forward: Sequence[Testimony]) -> bool:
    weightless = {Voice.UNNAMED, Voice.OUTLET, Voice.AUTHOR, Voice.SOCIAL}
    return all(t.voice in weightless for t in forward) and any(
        t.voice is Voice.UNNAMED for t in forward
    )


def _all_denials(denials: Sequence[Testimony], force: Force) -> bool:
    said = [t for t in denials if t.statement.act in {Act.DENY, Act.ASSERT}]
    return bool(said) and all(t.statement.force is force for t in said)
