"""Where a claim comes from: the outlet that most of its pages go back to, or who first said it."""

from collections import Counter
from collections.abc import Mapping, Sequence

from onrecord.judge.sides import SAYS_THE_CLAIM
from onrecord.judge.testimony import Testimony
from onrecord.model import Origin, Reading, Stance, Voice

_PAGE = "document:"  # begins the root of a page that goes back to no other
_SPEAKERS = frozenset({Voice.PRINCIPAL, Voice.AUTHORITY, Voice.WITNESS, Voice.ACCUSER})


def find_origin(testimony: Sequence[Testimony], pages: Mapping[str, Reading]) -> Origin | None:
    """The root that most pages go back to: an outlet, perhaps not in the ledger, or a page; where
    most pages go back to no outlet, and name on the record who says it, that speaker.

    Where the outlet's own telling is in the ledger, the origin names that page too; of a speaker
    the first page that has it from him.
    """
    forward = [t for t in testimony if t.stance is Stance.SUPPORTS]
    if not forward:
        return None
    counts = _count_pages(forward)
    if not counts:
        first = min(forward, key=_age)
        return Origin(None, first.root.removeprefix(_PAGE), first.statement.id)
    outlets = {t.root for t in forward}
    entity = min(counts, key=lambda name: (-counts[name], name not in outlets, name))
    if entity not in outlets:
        first = min((t for t in forward if t.entity == entity), key=_age)
        return Origin(entity, first.proposition.document, first.statement.id)
    told = [t for t in forward if t.root == entity]
    own = [t for t in told if pages[t.proposition.document].document.outlet == entity]
    first = min(own or told, key=_age)
    return Origin(entity, first.proposition.document if own else None, first.statement.id)


def _count_pages(forward: Sequence[Testimony]) -> Counter[str]:
    """How many pages go back to each outlet, or have it from each speaker of their own."""
    counts: Counter[str] = Counter()
    by_page: dict[str, list[Testimony]] = {}
    for one in sorted(forward, key=lambda t: (t.proposition.order, t.statement.id)):
        by_page.setdefault(one.proposition.document, []).append(one)
    for page in sorted(by_page):
        named = [t.root for t in by_page[page] if not t.root.startswith(_PAGE)]
        if named:
            counts[Counter(named).most_common(1)[0][0]] += 1
            continue
        speakers = (t.entity for t in by_page[page] if _says_it_openly(t))
        counts.update([name for name in speakers if name][:1])
    return counts


def _says_it_openly(one: Testimony) -> bool:
    return one.voice in _SPEAKERS and one.on_record is True and one.resemblance >= SAYS_THE_CLAIM


def _age(one: Testimony) -> tuple[str, int, str]:
    return (one.day or "9999", one.proposition.order, one.statement.id)
