"""Names of a page: mentions, and the people, bodies, places and products that they name."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from onrecord.kit.loader import Kit
from onrecord.model import Document, Entity, EntityKind, Mention, Where, make_id
from onrecord.resolve.garbled import mark_garbled
from onrecord.resolve.gazetteer import Gazetteer, load_gazetteer
from onrecord.resolve.lexicon import Lexicon, load_lexicon
from onrecord.resolve.people import (
    Person,
    count_title_words,
    find_affiliation,
    read_person,
    title_before,
)
from onrecord.resolve.roster import Roster
from onrecord.resolve.spotting import Spot, find_spots
from onrecord.text import fold

_ACRONYM = re.compile(r" \(([A-Z][A-Za-z&]{1,7})\)")
_LONGEST = 8  # words of the longest unknown run that may be one name


@dataclass(frozen=True, slots=True)
class Naming:
    """What one spot was read as: where the name stands and what it names."""

    start: int
    end: int
    kind: EntityKind
    name: str | None
    role: str = ""
    sector: str | None = None
    country: str | None = None
    affiliation: str | None = None
    title: str | None = None
    spot: Spot | None = None


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
    roster = _make_roster(spots, people, text, lexicon)
    namings = _read_spots(spots, people, text, roster, gazetteer, lexicon)
    mentions = mark_garbled(_as_mentions(namings, document.text), document, text, kit)
    titled: list[Naming] = []
    if document.title and document.title_span is None:
        titled = _read_title(fold(document.title), roster, gazetteer, lexicon)
        mentions += _as_mentions(titled, document.title, Where.TITLE)
    return tuple(mentions), _as_entities([*namings, *titled], mentions)


def _make_roster(
    spots: Sequence[Spot], people: Sequence[Person | None], text: str, lexicon: Lexicon
) -> Roster:
    roster = Roster()
    known = (s.known.name for s in spots if s.known and s.known.kind is EntityKind.PERSON)
    roster.add_people(
        [
            *known,
            *(
                person.name
                for person, spot in zip(people, spots, strict=True)
                if person and " " in person.name and not spot.title_case
            ),
        ]
    )
    for spot, person in zip(spots, people, strict=True):
        if person is None and not spot.title_case:
            name = spot.known.name if spot.known else text[spot.start : spot.end]
            match = _ACRONYM.match(text, spot.end)
            if spot.known is None and not (match or _body_role(spot, lexicon)):
                continue
            if spot.known is None or spot.known.kind is EntityKind.ORGANISATION:
                roster.add_body(name, match[1] if match else None)
    return roster


def _read_spots(
    spots: Sequence[Spot],
    people: Sequence[Person | None],
    text: str,
    roster: Roster,
    gazetteer: Gazetteer,
    lexicon: Lexicon,
) -> list[Naming]:
    """Each spot read: known, person, body, short form of one of these, or unknown."""
    namings: list[Naming] = []
    surnames = _surnames_first(spots, people)
    for index, (spot, person) in enumerate(zip(spots, people, strict=True)):
        bearer = surnames.get(text[spot.start : spot.end])
        if bearer is not None and spot.known is not None:
            full = roster.full_person(bearer)
            namings.append(Naming(spot.start, spot.end, EntityKind.PERSON, full, spot=spot))
            continue
        if spot.known is not None:
            namings.append(_known(spot))
            if spot.known.kind is EntityKind.PERSON:
                known = Person(
                    spot.start,
                    spot.end,
                    spot.known.name,
                    title_before(text, spot.start, lexicon),
                    "",
                )
                after = _next_body(spots, index, text, roster, lexicon)
                namings[-1:] = [
                    _person(spot, known, known.name, namings[:-1], after, text, lexicon)
                ]
            continue
        if person is not None:
            full = roster.full_person(person.name)
            if full or (" " in person.name and not spot.title_case) or person.title:
                after = _next_body(spots, index, text, roster, lexicon)
                namings.append(_person(spot, person, full, namings, after, text, lexicon))
                continue
        if _names_version(spot, namings, text):
            continue
        unknown = _unknown(spot, text, roster, gazetteer, lexicon)
        if unknown is not None:
            namings.append(unknown)
    return namings


def _surnames_first(spots: Sequence[Spot], people: Sequence[Person | None]) -> dict[str, str]:
    """Names of bodies that are here surnames: the person in full comes before the bare name.

    A page that speaks of "Harriet Ford" first and of "Ford" then means her; one that speaks of
    "Ford" first means the company throughout.
    """
    bare: set[str] = set()
    bearers: dict[str, str] = {}
    for spot, person in zip(spots, people, strict=True):
        if person is not None and " " in person.name and not spot.title_case:
            surname = person.name.split()[-1]
            if surname not in bare:
                bearers.setdefault(surname, person.name)
        elif spot.known is not None and len(spot.words) == 1:
            bare.add(spot.words[0].text)
    return bearers


def _names_version(spot: Spot, before: Sequence[Naming], text: str) -> bool:
    """Whether a word right after a product's name only tells its version: "Falcon Sport"."""
    last = before[-1] if before else None
    return (
        last is not None
        and last.kind is EntityKind.PRODUCT
        and len(spot.words) == 1
        and text[last.end : spot.start] == " "
    )


def _known(spot: Spot) -> Naming:
    """A name of the gazetteer."""
    known = spot.known
    assert known is not None
    return Naming(
        spot.start,
        spot.end,
        known.kind,
        known.name,
        known.role,
        known.sector,
        known.country,
        known.maker,
        None,
        spot,
    )


def _person(
    spot: Spot,
    person: Person,
    full: str | None,
    before: Sequence[Naming],
    after: tuple[str, int] | None,
    text: str,
    lexicon: Lexicon,
) -> Naming:
    last = before[-1] if before and before[-1].kind is EntityKind.ORGANISATION else None
    behind = (last.name, last.end) if last is not None and last.name else None
    affiliation, title = find_affiliation(person, text, behind, after, lexicon)
    return Naming(
        person.start,
        person.end,
        EntityKind.PERSON,
        full or person.name,
        "",
        None,
        None,
        affiliation,
        title,
        spot,
    )


def _next_body(
    spots: Sequence[Spot], index: int, text: str, roster: Roster, lexicon: Lexicon
) -> tuple[str, int] | None:
    """The organisation named next after a spot, and where it starts."""
    for spot in spots[index + 1 : index + 4]:
        if spot.known is not None and spot.known.kind is EntityKind.ORGANISATION:
            return spot.known.name, spot.start
        if spot.known is None and len(spot.words) <= _LONGEST:
            name = text[spot.start : spot.end]
            if _body_role(spot, lexicon) is not None or len(spot.words) > 1:
                return roster.body(name) or name, spot.start
    return None


def _body_role(spot: Spot, lexicon: Lexicon) -> str | None:
    """The role of an organisation that an unknown run names by its words, or None."""
    words = [word.text for word in spot.words]
    if len(words) > _LONGEST or len(words) < 2:
        return None
    if words[-1] in lexicon.forms:
        return "company"
    if words[-1] in lexicon.org_words:
        return lexicon.org_words[words[-1]]
    for left, right in pairwise(spot.words):
        if right.start - left.end > 1 and left.text in lexicon.org_words:
            return lexicon.org_words[left.text]  # "Ministry of ...", "University of ..."
    return None


def _unknown(
    spot: Spot, text: str, roster: Roster, gazetteer: Gazetteer, lexicon: Lexicon
) -> Naming | None:
    """An unknown run: a short form of somebody named in full, a body by its words, or unknown."""
    name = text[spot.start : spot.end]
    if count_title_words(spot.words, lexicon) == len(spot.words):
        return None
    full = roster.full_person(name)
    if full is not None and len(spot.words) == 1:
        return Naming(spot.start, spot.end, EntityKind.PERSON, full, spot=spot)
    body = roster.body(name)
    if body is not None and (spot.end - spot.start > 2):
        known = gazetteer.names.get(body)
        role: str | None = known.role if known else (_body_role(spot, lexicon) or "")
        sector = known.sector if known else None
        return Naming(
            spot.start, spot.end, EntityKind.ORGANISATION, body, role or "", sector, spot=spot
        )
    if spot.title_case or len(spot.words) > _LONGEST:
        return None
    role = _body_role(spot, lexicon)
    if role is not None:
        return Naming(spot.start, spot.end, EntityKind.ORGANISATION, name, role, spot=spot)
    if len(spot.words) == 1 and (len(name) < 2 or name.lower() in lexicon.prefixes):
        return None
    plain = all(word.text.lower() in lexicon.common for word in spot.words)
    return Naming(spot.start, spot.end, EntityKind.UNKNOWN, None if plain else name, spot=spot)


def _read_title(text: str, roster: Roster, gazetteer: Gazetteer, lexicon: Lexicon) -> list[Naming]:
    """The names of a title outside the text: known ones, and those that the text names too."""
    found: list[Naming] = []
    for spot in find_spots(text, gazetteer, lexicon):
        if spot.known is not None:
            found.append(_known(spot))
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
