"""Where a claim comes from: the outlet that its pages go back to, or who first said it.

Each page that tells the claim goes back to one source: a page that invents, the outlet that it
credits, else whoever it quotes first as saying so, else what people say on a network. The claim
comes from the source to which most pages go back.
"""

from collections import Counter
from collections.abc import Mapping, Sequence

from onrecord.judge.sides import SAYS_THE_CLAIM
from onrecord.judge.testimony import Testimony
from onrecord.model import Act, Origin, Reading, Stance, Voice

_PAGE = "document:"  # begins the root of a page that goes back to no other
_OFFICIAL = frozenset({Voice.PRINCIPAL, Voice.AUTHORITY, Voice.WITNESS, Voice.ACCUSER})
_OTHERS = frozenset({Voice.EXPERT, Voice.ORGANISATION})
_REACTS = frozenset({Act.CONFIRM, Act.STAND_BY, Act.MATCH})


def find_origin(testimony: Sequence[Testimony], pages: Mapping[str, Reading]) -> Origin | None:
    """The source that most pages go back to: an outlet, perhaps not in the ledger, who says it on
    the record, or a page that goes back to nobody.

    Where the outlet's own telling is in the ledger, the origin names that page too; of a speaker
    the first page that has it from him.
    """
    forward = [t for t in testimony if t.stance is Stance.SUPPORTS]
    if not forward:
        return None
    entity = _who_invented(testimony, pages) or _most_told(forward)
    if entity is None:
        first = min(forward, key=_age)
        return Origin(None, first.root.removeprefix(_PAGE), first.statement.id)
    own = [t for t in forward if pages[t.proposition.document].document.outlet == entity]
    told = own or [t for t in forward if t.root == entity]
    said = [t for t in forward if t.entity == entity]
    first = min(told or said or forward, key=_age)
    at_hand = bool(own) or (not told and bool(said))
    return Origin(entity, first.proposition.document if at_hand else None, first.statement.id)


def _who_invented(testimony: Sequence[Testimony], pages: Mapping[str, Reading]) -> str | None:
    """The page that invents, as those who expose it call it: a name of the kit's list of satire
    that the exposing page has.
    """
    exposing = {t.proposition.document for t in testimony if t.proposition.exposes == "satire"}
    named = Counter(e.name for key in exposing for e in pages[key].entities if e.role == "satire")
    return min(named, key=lambda name: (-named[name], name)) if named else None


def _most_told(forward: Sequence[Testimony]) -> str | None:
    """The source that most pages go back to; one that invents before all others, and an outlet
    before a speaker where as many go back to either.
    """
    invented = sorted({t.root for t in forward if t.invented})
    if invented:
        return invented[0]
    by_page: dict[str, list[Testimony]] = {}
    for one in sorted(forward, key=lambda t: (t.proposition.order, t.statement.id)):
        by_page.setdefault(one.proposition.document, []).append(one)
    outlets = {t.root for t in forward}
    for find in (_outlet_or_official, _named_speaker, _on_a_network):
        counts = Counter(name for page in by_page.values() if (name := find(page)) is not None)
        if counts:
            return min(
                counts, key=lambda n: (-counts[n], n not in outlets, _first_day(n, forward), n)
            )
    return None


def _first_day(name: str, forward: Sequence[Testimony]) -> str:
    """The day on which a source is first heard of (the last there is where nothing is dated)."""
    days = [t.day for t in forward if t.day and name in (t.root, t.entity)]
    return min(days, default="9999")


def _outlet_or_official(page: Sequence[Testimony]) -> str | None:
    """The outlet that a page credits, else the party, authority or witness it has it from."""
    named = [t.root for t in page if not t.root.startswith(_PAGE)]
    official = next((t for t in page if _says_it_openly(t, _OFFICIAL)), None)
    if named:
        if official is not None and official.strong and _is_first(official, page):
            return official.entity
        return Counter(named).most_common(1)[0][0]
    return official.entity if official is not None else None


def _is_first(official: Testimony, page: Sequence[Testimony]) -> bool:
    """Whether an official puts it forward himself, before the page credits an outlet with it."""
    told = [t for t in page if t.resemblance >= SAYS_THE_CLAIM and t.statement.source is not None]
    return official.statement.act not in _REACTS and bool(told) and told[0] is official


def _named_speaker(page: Sequence[Testimony]) -> str | None:
    return next((t.entity for t in page if _says_it_openly(t, _OTHERS)), None)


def _on_a_network(page: Sequence[Testimony]) -> str | None:
    return next((t.entity for t in page if t.voice is Voice.SOCIAL and t.entity), None)


def _says_it_openly(one: Testimony, voices: frozenset[Voice]) -> bool:
    return (
        one.voice in voices
        and one.entity is not None
        and one.on_record is True
        and one.resemblance >= SAYS_THE_CLAIM
    )


def _age(one: Testimony) -> tuple[str, int, str]:
    return (one.day or "9999", one.proposition.order, one.statement.id)
