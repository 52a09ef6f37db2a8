"""Names of a page: mentions, and the people, bodies, places and products that they name."""

from collections.abc import Sequence
from dataclasses import replace

from onrecord.kit.loader import Kit
from onrecord.model import Document, Entity, EntityKind, Mention, Where, make_id
from onrecord.resolve.garbled import mark_garbled
from onrecord.resolve.gazetteer import Gazetteer, load_gazetteer
from onrecord.resolve.lexicon import Lexicon, load_lexicon
from onrecord.resolve.namings import Naming, known_naming, make_roster, read_spots
from onrecord.resolve.people import read_person
from onrecord.resolve.roster import Roster
from onrecord.resolve.spotting import find_spots
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
    roster = make_roster(spots, people, text, gazetteer, lexicon)
    namings = read_spots(spots, people, text, roster, gazetteer, lexicon)
    mentions = mark_garbled(_as_mentions(namings, document.text), document, text, kit)
    titled: list[Naming] = []
    if document.title and document.title_span is None:
        titled = _read_title(fold(document.title), roster, gazetteer, lexicon)
        mentions += _as_mentions(titled, document.title, Where.TITLE)
    return tuple(mentions), _as_entities([*namings, *titled], mentions)


def _read_title(text: str, roster: Roster, gazetteer: Gazetteer, lexicon: Lexicon) -> list[Naming]:
    """The names of a title outside the text: known ones, and those that the text names too."""
    found: list[Naming] = []
    for spot in find_spots(text, gazetteer, lexicon):
        if spot.known is not None:
            found.append(known_naming(spot))
            continue
        person = read_person(spot, text, lexicon)
        name = person.name if person else text[spot.start : spot.end]
        full = roster.full_person(name)
        if full is not None:
            found.append(Naming(spot.start, spot.end, EntityKind.PERSON, full, spot=spot))
    return found


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
