"""What each spot of a page names: a known name, a person, a body, a short form, or unknown."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from onrecord.model import EntityKind
from onrecord.resolve.clues import ENOUGH
from onrecord.resolve.gazetteer import Gazetteer, lower_same_length
from onrecord.resolve.leanings import Leanings
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
_OTHERS = (EntityKind.ORGANISATION, EntityKind.PLACE)
_PRESS = frozenset(("outlet", "agency", "satire"))
_FULL_NAME = 4  # words of a person's full name
_FOR_A_WORD = 4  # weight of the clues that make a body of an English word in capitals
_SHORT_FORM = 2  # letters of the longest run that is no short form
_OVER = frozenset("of for & de del di du".split())  # words over which a body's noun reaches
_OVER = frozenset("of for & de del di du".split())  # words over which a body's noun reaches
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


@dataclass(frozen=True, slots=True)
class Page:
    """What a page's spots are read by: its folded text, the kit's lists, its leanings."""

    text: str
    gazetteer: Gazetteer
    lexicon: Lexicon
    leanings: Leanings


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
    plain = (word.text.lower() in page.lexicon.common for word in words)
    return 1 < len(words) <= _FULL_NAME and not any(plain) and not _body_role(spot, page)


def make_roster(
    spots: Sequence[Spot],
    people: Sequence[Person | None],
    page: Page,
    outlet: str | None = None,
) -> Roster:
    """Who is named in full on the page: people, bodies with their short forms and acronyms.

    `outlet` is the one that the page came from: "the Post" then means it.
    """
    roster = Roster()
    if outlet is not None:
        roster.add_body(outlet, None, (outlet, outlet.split()[-1]))
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
            _add_body(spot, roster, page)
    return roster


def _add_body(spot: Spot, roster: Roster, page: Page) -> None:
    """Takes a spot's body into the roster, if it names one, with its acronym and short forms."""
    if spot.known is not None and spot.known.kind is not EntityKind.ORGANISATION:
        return
    name = spot.known.name if spot.known else page.text[spot.start : spot.end]
    match = _ACRONYM.match(page.text, spot.end)
    body = None if spot.known else read_body(spot, page)
    if spot.known is None and not (match or body):
        return
    national = None if spot.known else _national_name(spot, page)
    if national is not None:
        roster.add_national(name, national)
    shorts = None if body is None else _short_forms(name, body, page)
    roster.add_body(name, match[1] if match else None, shorts)


def _short_forms(name: str, body: "Body", page: Page) -> list[str]:
    """What a page may call a body for short: by its first words, the press by its last one.

    A first word that the page makes a place ("in Larchport") is none.
    """
    words = name.split()
    if body.role in _PRESS:
        return [words[-1]]
    shorts = [] if words[-1].lower() in page.lexicon.common else [words[-1]]
    for count in range(len(words) - 1, 0, -1):
        short = " ".join(words[:count])
        kind = page.leanings.kind(short)
        told = kind is EntityKind.ORGANISATION or (
            count == len(words) - 1 and kind is not EntityKind.PLACE
        )
        if told:
            shorts.append(short)
    return shorts


@dataclass(frozen=True, slots=True)
class Body:
    """What an unknown run is as a body: its role and trade, where the page tells them."""

    role: str
    sector: str | None


def read_body(spot: Spot, page: Page) -> Body | None:
    """The body that an unknown run names by its own words or by the clues of its page."""
    name = page.text[spot.start : spot.end]
    if len(name) < _SHORT_FORM:
        return None
    leaning = page.leanings.body(name)
    role = _body_role(spot, page)
    if leaning is not None and leaning.weights[EntityKind.ORGANISATION] >= _needed(spot, page):
        return Body(role or leaning.role, leaning.sector)
    return Body(role, None) if role is not None else None


def _needed(spot: Spot, page: Page) -> int:
    """The weight of clues that a name needs: more where it is an English word."""
    plain = all(word.text.lower() in page.lexicon.common for word in spot.words)
    return _FOR_A_WORD if plain and len(spot.words) == 1 else ENOUGH


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
            namings.append(known_naming(spot))
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
        for last in range(min(len(words), first + _LONGEST), first, -1):
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
        body = roster.body(name) if len(name) > _SHORT_FORM and _is_rare(name, page) else None
        return _unknown(part, roster, page) if body is not None else None
    person = in_text[name][1]
    if person is not None:
        full = roster.full_person(person.name) or person.name
        return Naming(part.start, part.end, EntityKind.PERSON, full, spot=part)
    naming = _unknown(part, roster, page)
    return naming if naming is not None and naming.name is not None else None


def _is_rare(name: str, page: Page) -> bool:
    """Whether a word is none that headlines use by itself."""
    lower = name.lower()
    return lower not in page.lexicon.common and lower not in page.lexicon.plain


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
    last = before[-1] if before and before[-1].kind is EntityKind.ORGANISATION else None
    behind = (last.name, last.end) if last is not None and last.name else None
    affiliation, title = find_affiliation(person, page.text, behind, after, page.lexicon)
    if affiliation is None and (office := find_own_office(person, page.text, page.lexicon)):
        affiliation, title = _company_of_paragraph(before, person.start, page.text), office
    return Naming(
        person.start,
        person.end,
        EntityKind.PERSON,
        full or person.name,
        affiliation=affiliation,
        title=title,
        spot=spot,
    )


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
    bodies = [n for n in near if n.kind is EntityKind.ORGANISATION and n.role not in _PRESS]
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
        if spot.known is None and len(spot.words) <= _LONGEST:
            name = page.text[spot.start : spot.end]
            if read_body(spot, page) is not None or len(spot.words) > 1:
                return roster.body(name) or name, spot.start
    return None


def _body_role(spot: Spot, page: Page) -> str | None:
    """The role of an organisation that an unknown run names by its words, or None."""
    return role_of_words(page.text[spot.start : spot.end].split(), page.lexicon)


def role_of_words(words: Sequence[str], lexicon: Lexicon) -> str | None:
    """The role of a body that some words name: by its last word, or one before "of", "for"."""
    if len(words) > _LONGEST or len(words) < 2:
        return None
    if words[-1] in lexicon.forms:
        return "company"
    if words[-1] in lexicon.org_words:
        return lexicon.org_words[words[-1]]
    for left, right in pairwise(words):
        if right in _OVER and left in lexicon.org_words:
            return lexicon.org_words[left]  # "Ministry of ...", "University of ..."
    return None


def _national_name(spot: Spot, page: Page) -> str | None:
    """A ministry, police or court with its country: "Iraq's Interior Ministry" is not Lebanon's."""
    if _body_role(spot, page) not in _NATIONAL:
        return None
    before = page.text[max(0, spot.start - _COUNTRY) : spot.start].rstrip(" ").removesuffix("'s")
    for length in (2, 1):
        words = " ".join(before.split(" ")[-length:])
        for alias, end in page.gazetteer.match(words, lower_same_length(words), 0):
            if end == len(words) and alias.known.role == "country":
                return f"{page.text[spot.start : spot.end]} of {alias.known.name}"
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
    as_body = _national_name(spot, page) or roster.body(name)
    body = read_body(spot, page)
    if full is not None and len(spot.words) == 1 and not (as_body and body):
        return Naming(spot.start, spot.end, EntityKind.PERSON, full, spot=spot)
    if as_body is not None and (spot.end - spot.start > _SHORT_FORM):
        return _as_body(spot, as_body, body, page)
    if len(spot.words) > _LONGEST:
        return None
    if body is not None:
        return _as_body(spot, name, body, page)
    if len(spot.words) == 1 and (len(name) < 2 or name.lower() in lexicon.prefixes):
        return None
    kind = page.leanings.kind(name)
    plain = all(not _is_rare(word.text, page) for word in spot.words)
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
