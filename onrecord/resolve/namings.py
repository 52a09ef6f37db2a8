"""What each spot of a page names: a known name, a person, a body, a short form, or unknown."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from onrecord.model import EntityKind
from onrecord.resolve.bodies import (
    LONGEST,
    PRESS,
    SHORT_FORM,
    Body,
    Page,
    body_role,
    is_rare,
    national_name,
    read_body,
    role_of_words,
)
from onrecord.resolve.people import (
    Person,
    count_title_words,
    find_affiliation,
    find_own_office,
    title_before,
)
from onrecord.resolve.roster import Roster
from onrecord.resolve.spotting import Spot

_SPOKEN_FOR = re.compile(r"(?P<whose>'s|\b[Hh]is|\b[Hh]er) (?P<office>[a-z]+),? $")
_BESIDE = 40  # characters before a name in which it is said for whom its bearer speaks
_NEAR = 400  # characters back in which "her" finds one person
_PARAGRAPH = 1200  # characters of a paragraph in which a body is looked for
_OTHERS = (EntityKind.ORGANISATION, EntityKind.PLACE)
_FULL_NAME = 4  # words of a person's full name


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


def judge_people(
    spots: Sequence[Spot], people: Sequence[Person | None], page: Page
) -> list[Person | None]:
    """`people` without those whom the page makes bodies or places, and with those it introduces."""
    judged: list[Person | None] = []
    for spot, person in zip(spots, people, strict=True):
        start, end = (person.start, person.end) if person else (spot.start, spot.end)
        name = page.text[start:end]
        kind = EntityKind.UNKNOWN if spot.known else page.leanings.kind(name)
        if person is not None and not person.title and kind in _OTHERS:
            judged.append(None)
        elif person is None and kind is EntityKind.PERSON and _may_be_person(spot, page):
            judged.append(Person(start, end, name, None, "", sure=not spot.title_case))
        else:
            judged.append(person)
    return judged


def _may_be_person(spot: Spot, page: Page) -> bool:
    """Whether a run has the shape of a person's full name."""
    words = spot.words
    if " the " in page.text[spot.start : spot.end]:
        return False  # "Bru the Terrier"
    plain = (word.text.lower() in page.lexicon.common for word in words)
    return 1 < len(words) <= _FULL_NAME and not any(plain) and not body_role(spot, page)


def read_spots(
    spots: Sequence[Spot], people: Sequence[Person | None], roster: Roster, page: Page
) -> list[Naming]:
    """Each spot read: known, person, body, short form of one of these, or unknown."""
    namings: list[Naming] = []
    surnames = _surnames_first(spots, people)
    in_text = _names_in_text(spots, people, page.text)
    for index, (spot, person) in enumerate(zip(spots, people, strict=True)):
        bearer = surnames.get(page.text[spot.start : spot.end])
        if bearer is not None and spot.known is not None:
            full = roster.full_person(bearer)
            namings.append(Naming(spot.start, spot.end, EntityKind.PERSON, full, spot=spot))
        elif spot.known is not None and spot.known.kind is EntityKind.PERSON:
            title = title_before(page.text, spot.start, page.lexicon)
            known = Person(spot.start, spot.end, spot.known.name, title, "")
            after = _next_body(spots, index, roster, page)
            namings.append(_person(spot, known, known.name, namings, after, page))
        elif spot.known is not None:
            own = _own_acronym(spot, roster, page)
            namings.append(own if own is not None else known_naming(spot))
        elif person is not None and _is_named(person, spot, roster):
            after = _next_body(spots, index, roster, page)
            full = roster.full_person(person.name)
            namings.append(_person(spot, person, full, namings, after, page))
        elif spot.title_case:
            namings.extend(read_heading(spot, in_text, roster, page))
        elif not _names_version(spot, namings, page.text):
            unknown = _unknown(spot, roster, page)
            if unknown is not None:
                namings.append(unknown)
    return namings


def _own_acronym(spot: Spot, roster: Roster, page: Page) -> Naming | None:
    """An acronym read as the body whose initials it is on this page, whatever the kit knows by it.

    Unless the page gives the kit's name in full too.
    """
    known, text = spot.known, page.text[spot.start : spot.end]
    if known is None or known.name == text or not text.isupper() or known.name in page.text:
        return None
    name = roster.acronym(text)
    return None if name in (None, known.name) else _as_body(spot, str(name), None, page)


def _is_named(person: Person, spot: Spot, roster: Roster) -> bool:
    """Whether a person is named in full, with a title, or elsewhere on the page in full."""
    if " " in person.name and not spot.title_case:
        return True
    return bool(person.title) or roster.full_person(person.name) is not None


def _names_in_text(
    spots: Sequence[Spot], people: Sequence[Person | None], text: str
) -> dict[str, tuple[Spot, Person | None]]:
    """The unknown names of running text: a headline may have these, and no others."""
    return {
        text[spot.start : spot.end]: (spot, person)
        for spot, person in zip(spots, people, strict=True)
        if spot.known is None and not spot.title_case
    }


def read_heading(
    spot: Spot, in_text: Mapping[str, tuple[Spot, Person | None]], roster: Roster, page: Page
) -> list[Naming]:
    """The names in a run of a line in title case that the running text has too, longest first."""
    found: list[Naming] = []
    first = 0
    words = spot.words
    while first < len(words):
        for last in range(min(len(words), first + LONGEST), first, -1):
            part = replace(
                spot,
                start=words[first].start,
                end=words[last - 1].end,
                words=words[first:last],
                title_case=False,
            )
            naming = _as_in_text(part, in_text, roster, page)
            if naming is not None:
                found.append(naming)
                first = last - 1
                break
        first += 1
    return found


def _as_in_text(
    part: Spot, in_text: Mapping[str, tuple[Spot, Person | None]], roster: Roster, page: Page
) -> Naming | None:
    """Part of a heading read as the running text reads the same words; None where it has none."""
    name = page.text[part.start : part.end]
    if name not in in_text:
        body = roster.body(name) if len(name) > SHORT_FORM and is_rare(name, page) else None
        return _unknown(part, roster, page) if body is not None else None
    person = in_text[name][1]
    if person is not None:
        full = roster.full_person(person.name) or person.name
        return Naming(part.start, part.end, EntityKind.PERSON, full, spot=part)
    naming = _unknown(part, roster, page)
    return naming if naming is not None and naming.name is not None else None


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
    page: Page,
) -> Naming:
    last = next((n for n in before[:-4:-1] if n.kind is EntityKind.ORGANISATION), None)
    behind = (last.name, last.end) if last is not None and last.name else None
    affiliation, title = find_affiliation(person, page.text, behind, after, page.lexicon)
    if affiliation is None and (office := find_own_office(person, page.text, page.lexicon)):
        affiliation, title = _company_of_paragraph(before, person.start, page.text), office
    if affiliation is None and (spoken := _spoken_for(person, before, page)):
        affiliation, title = spoken
    return Naming(
        person.start,
        person.end,
        EntityKind.PERSON,
        full or person.name,
        affiliation=affiliation,
        title=title,
        spot=spot,
    )


def _spoken_for(person: Person, before: Sequence[Naming], page: Page) -> tuple[str, str] | None:
    """The person for whom a lawyer or publicist speaks, and the office: "Her lawyer, Ada Roe,",
    "Bell's manager Ada Roe". "Her" is the person named last, where only one was named nearby.
    """
    head = page.text[max(0, person.start - _BESIDE) : person.start]
    match = _SPOKEN_FOR.search(head)
    if match is None or page.lexicon.offices.get(match["office"], ("", ""))[0] != "spokesperson":
        return None
    place = person.start - len(head) + match.start()
    near = [n for n in before if n.kind is EntityKind.PERSON and n.name]
    if match["whose"].startswith("'"):
        owner = near[-1] if near and near[-1].end == place else None
        return (owner.name or "", match["office"]) if owner is not None else None
    gender = "m" if match["whose"].lower() == "his" else "f"
    given = page.lexicon.given
    names = {
        n.name
        for n in near
        if place - n.start < _NEAR and given.get((n.name or "").split()[0], gender) in (gender, "u")
    }
    return (str(names.pop()), match["office"]) if len(names) == 1 else None


def _company_of_paragraph(before: Sequence[Naming], place: int, text: str) -> str | None:
    """The one company that a paragraph names before a place; None where it names two.

    Where it names none, the one company that the page has kept naming before.
    """
    left = text.rfind("\n", max(0, place - _PARAGRAPH), place)
    near: list[Naming] = []
    for naming in reversed(before):
        if naming.start < max(left, place - _PARAGRAPH):
            break
        near.append(naming)
    bodies = [n for n in near if n.kind is EntityKind.ORGANISATION and n.role not in PRESS]
    found = {n.name for n in bodies if n.role == "company"} or {n.name for n in bodies}
    if not bodies:
        named = [naming.name for naming in before if naming.role == "company"]
        found = set(named) if len(named) > 1 else set()
    return found.pop() if len(found) == 1 else None


def _next_body(
    spots: Sequence[Spot], index: int, roster: Roster, page: Page
) -> tuple[str, int] | None:
    """The organisation named next after a spot, and where it starts."""
    for spot in spots[index + 1 : index + 4]:
        if spot.known is not None and spot.known.kind is EntityKind.ORGANISATION:
            return spot.known.name, spot.start
        if spot.known is None and len(spot.words) <= LONGEST:
            name = page.text[spot.start : spot.end]
            if read_body(spot, page) is not None or len(spot.words) > 1:
                return roster.body(name) or name, spot.start
    return None


def _unknown(spot: Spot, roster: Roster, page: Page) -> Naming | None:
    """An unknown run: a short form of somebody named in full, a body, a place, or unknown."""
    lexicon = page.lexicon
    name = page.text[spot.start : spot.end]
    if name.isupper() and page.leanings.get(name.title()) is not None:
        name = name.title()  # "LARCHPORT, Friday -" is Larchport
    if count_title_words(spot.words, lexicon) == len(spot.words):
        return None
    full = roster.full_person(name)
    as_body = national_name(spot, page) or roster.body(name)
    body = read_body(spot, page)
    if full is not None and len(spot.words) == 1 and not (as_body and body):
        return Naming(spot.start, spot.end, EntityKind.PERSON, full, spot=spot)
    if as_body is not None and (spot.end - spot.start > SHORT_FORM):
        return _as_body(spot, as_body, body, page)
    if len(spot.words) > LONGEST:
        return None
    if body is not None:
        return _as_body(spot, name, body, page)
    if len(spot.words) == 1 and (len(name) < 2 or name.lower() in lexicon.prefixes):
        return None
    kind = page.leanings.kind(name)
    plain = all(not is_rare(word.text, page) for word in spot.words)
    called = len(spot.words) == 1 and name in lexicon.given and not plain
    if kind is EntityKind.PERSON and called:  # "his niece Ada"
        return Naming(spot.start, spot.end, kind, name, spot=spot)
    if kind is EntityKind.PLACE and not plain:
        return Naming(spot.start, spot.end, kind, name, spot=spot)
    return Naming(spot.start, spot.end, EntityKind.UNKNOWN, None if plain else name, spot=spot)


def _as_body(spot: Spot, name: str, own: Body | None, page: Page) -> Naming:
    """A body under its full name, with what the kit or the page tells of it."""
    known = page.gazetteer.names.get(name)
    whole = page.leanings.body(name)
    words = role_of_words(name.split(), page.lexicon)
    if known is not None:
        role, sector = known.role, known.sector
    elif whole is not None:
        role, sector = words or whole.role, whole.sector
    else:
        role, sector = words or (own.role if own else ""), own.sector if own else None
    return Naming(spot.start, spot.end, EntityKind.ORGANISATION, name, role, sector, spot=spot)
