"""Names of a page: mentions, and the people, bodies, places and products that they name."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from onrecord.kit.loader import Kit
from onrecord.model import Document, Entity, EntityKind, Mention, Where, make_id
from onrecord.resolve.bodies import LONGEST, Page, make_roster
from onrecord.resolve.clues import load_tables
from onrecord.resolve.domains import read_domains
from onrecord.resolve.garbled import mark_garbled
from onrecord.resolve.gazetteer import load_gazetteer
from onrecord.resolve.leanings import weigh_names
from onrecord.resolve.lexicon import load_lexicon
from onrecord.resolve.namings import Naming, judge_people, known_naming, read_spots
from onrecord.resolve.people import read_person
from onrecord.resolve.roster import Roster
from onrecord.resolve.spotting import Spot, find_spots
from onrecord.text import fold


def find_names(document: Document, kit: Kit) -> tuple[tuple[Mention, ...], tuple[Entity, ...]]:
    """The names in a page's text (and title), and what they name.

    A name that the kit does not know is kept as it stands; one that is likely garbled is marked
    and gets candidates instead of an entity.
    """
    if document.unread:
        return (), ()
    gazetteer, lexicon = load_gazetteer(kit), load_lexicon(kit)
    text = fold(document.text)
    spots = find_spots(text, gazetteer, lexicon)
    people = [None if spot.known else read_person(spot, text, lexicon) for spot in spots]
    outlet = _own_outlet(document)
    leanings = weigh_names(spots, people, text, load_tables(kit), outlet)
    page = Page(text, gazetteer, lexicon, leanings)
    people = judge_people(spots, people, page)
    roster = make_roster(spots, people, page, outlet)
    namings = _with_domains(read_spots(spots, people, roster, page), page, kit)
    mentions = mark_garbled(_as_mentions(namings, document.text), document, text, kit)
    titled: list[Naming] = []
    if document.title and document.title_span is None:
        titled = _read_title(fold(document.title), namings, roster, page)
        mentions += _as_mentions(titled, document.title, Where.TITLE)
    return tuple(mentions), _as_entities([*namings, *titled], mentions)


def _with_domains(namings: list[Naming], page: Page, kit: Kit) -> list[Naming]:
    """The names of a page with the addresses that stand for outlets, where no name overlaps."""
    found = [
        domain
        for domain in read_domains(page.text, page.gazetteer, kit)
        if not any(n.start < domain.end and domain.start < n.end for n in namings)
    ]
    return sorted([*namings, *found], key=lambda naming: naming.start)


def _own_outlet(document: Document) -> str | None:
    """The outlet that a page came from, where it has a name and not only an address."""
    name = (document.outlet or "").removeprefix("The ").strip()
    return name if " " in name and name.replace(" ", "").isalpha() else None


def _read_title(title: str, namings: Sequence[Naming], roster: Roster, page: Page) -> list[Naming]:
    """The names of a title outside the text: known ones, and those that the text names too."""
    in_text = {page.text[n.start : n.end]: n for n in namings if n.name}
    found: list[Naming] = []
    for spot in find_spots(title, page.gazetteer, page.lexicon):
        if spot.known is not None:
            found.append(known_naming(spot))
        else:
            found.extend(_read_run(spot, title, in_text, roster))
    return found


def _read_run(
    spot: Spot, title: str, in_text: Mapping[str, Naming], roster: Roster
) -> Iterator[Naming]:
    """The names in a run of a title that the text has too, the longest first."""
    words, first = spot.words, 0
    while first < len(words):
        for last in range(min(len(words), first + LONGEST), first, -1):
            start, end = words[first].start, words[last - 1].end
            name = title[start:end]
            same, full = in_text.get(name), roster.full_person(name)
            if same is not None:
                yield replace(same, start=start, end=end, spot=spot)
            elif full is not None:
                yield Naming(start, end, EntityKind.PERSON, full, spot=spot)
            else:
                continue
            first = last - 1
            break
        first += 1


def _as_mentions(namings: Sequence[Naming], text: str, where: Where = Where.TEXT) -> list[Mention]:
    return [
        Mention(n.start, n.end, text[n.start : n.end], n.kind, n.name, where=where) for n in namings
    ]


def _as_entities(namings: Sequence[Naming], mentions: Sequence[Mention]) -> tuple[Entity, ...]:
    """One entity for each name, with every spelling on the page as an alias."""
    merged: dict[str, Naming] = {}
    spellings: dict[str, set[str]] = {}
    for mention in mentions:
        if mention.entity is not None:
            spellings.setdefault(mention.entity, set()).add(mention.text)
    for naming in namings:
        if naming.name is None or naming.name not in spellings:
            continue
        old = merged.get(naming.name)
        merged[naming.name] = naming if old is None else _merge(old, naming)
    return tuple(
        Entity(
            make_id("entity", name),
            name,
            naming.kind,
            naming.role,
            naming.sector,
            tuple(sorted(spellings[name] - {name})),
            naming.affiliation,
            naming.title,
            naming.country,
        )
        for name, naming in sorted(merged.items())
    )


def _merge(old: Naming, new: Naming) -> Naming:
    """What two mentions tell of one entity together; the earlier one wins."""
    kind = old.kind if old.kind is not EntityKind.UNKNOWN else new.kind
    return replace(
        old,
        kind=kind,
        role=old.role or new.role,
        affiliation=old.affiliation or new.affiliation,
        title=old.title or new.title,
    )
