"""What each spot of a page names: a known name, a person, a body, a short form, or unknown."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from onrecord.model import EntityKind
from onrecord.resolve.gazetteer import Gazetteer, lower_same_length
from onrecord.resolve.lexicon import Lexicon
from onrecord.resolve.people import (
    Person,
    count_title_words,
    find_affiliation,
    find_own_office,
    title_before,
)
from onrecord.resolve.roster import Roster
from onrecord.resolve.spotting import Spot

_ACRONYM = re.compile(r" \(([A-Z][A-Za-z&]{1,7})\)")
_NATIONAL = frozenset(("government", "police", "court", "regulator"))
_COUNTRY = 40  # characters before a body in which its country is looked for
_PARAGRAPH = 1200  # characters of a paragraph in which a body is looked for
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


def make_roster(
    spots: Sequence[Spot],
    people: Sequence[Person | None],
    text: str,
    gazetteer: Gazetteer,
    lexicon: Lexicon,
) -> Roster:
    """Who is named in full on the page: people, bodies with their short forms and acronyms."""
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
            national = None if spot.known else _national_name(spot, text, gazetteer, lexicon)
            if national is not None:
                roster.add_national(name, national)
            if spot.known is None or spot.known.kind is EntityKind.ORGANISATION:
                roster.add_body(name, match[1] if match else None)
    return roster


def read_spots(
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
            namings.append(known_naming(spot))
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


def known_naming(spot: Spot) -> Naming:
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
    if affiliation is None and (office := find_own_office(person, text, lexicon)):
        affiliation, title = _company_of_paragraph(before, person.start, text), office
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


def _company_of_paragraph(before: Sequence[Naming], place: int, text: str) -> str | None:
    """The one company that a paragraph names before a place; None where it names two."""
    left = text.rfind("\n", max(0, place - _PARAGRAPH), place)
    found = set()
    for naming in reversed(before):
        if naming.start < max(left, place - _PARAGRAPH):
            break
        if naming.role == "company":
            found.add(naming.name)
    return found.pop() if len(found) == 1 else None


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


def _national_name(spot: Spot, text: str, gazetteer: Gazetteer, lexicon: Lexicon) -> str | None:
    """A ministry, police or court with its country: "Iraq's Interior Ministry" is not Lebanon's."""
    if _body_role(spot, lexicon) not in _NATIONAL:
        return None
    before = text[max(0, spot.start - _COUNTRY) : spot.start].rstrip(" ").removesuffix("'s")
    for length in (2, 1):
        words = " ".join(before.split(" ")[-length:])
        for alias, end in gazetteer.match(words, lower_same_length(words), 0):
            if end == len(words) and alias.known.role == "country":
                return f"{text[spot.start : spot.end]} of {alias.known.name}"
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
    body = _national_name(spot, text, gazetteer, lexicon) or roster.body(name)
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
