"""Bodies: which unknown runs name an organisation, of what role, and how a page shortens them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from onrecord.model import EntityKind
from onrecord.resolve.clues import ENOUGH
from onrecord.resolve.gazetteer import Gazetteer, lower_same_length
from onrecord.resolve.leanings import Leanings
from onrecord.resolve.lexicon import Lexicon
from onrecord.resolve.people import Person
from onrecord.resolve.roster import Roster
from onrecord.resolve.spotting import Spot

PRESS = frozenset(("outlet", "agency", "satire"))
LONGEST = 8  # words of the longest unknown run that may be one name
SHORT_FORM = 2  # letters of the longest run that is no short form
_ACRONYM = re.compile(r" \(([A-Z][A-Za-z&]{1,7})\)")
_CALL_SIGN = re.compile(r"[KW][A-Z]{3}(?:[- ]?(?:TV|FM|AM|\d{1,2}))?")  # of American stations
_STATION = re.compile(r"\b(?:TV|television|radio|news (?:station|channel)|station|broadcast\w*)\b")
_NATIONAL = frozenset(("government", "police", "court", "regulator"))
_COUNTRY = 40  # characters before a body in which its country is looked for
_LEAST_INITIALS = 3  # words of a name that is called by its initials
_FOR_A_WORD = 4  # weight of the clues that make a body of an English word in capitals
_OVER = frozenset("of for & de del di du".split())  # words over which a body's noun reaches


@dataclass(frozen=True, slots=True)
class Page:
    """What a page's spots are read by: its folded text, the kit's lists, its leanings."""

    text: str
    gazetteer: Gazetteer
    lexicon: Lexicon
    leanings: Leanings


@dataclass(frozen=True, slots=True)
class Body:
    """What an unknown run is as a body: its role and trade, where the page tells them."""

    role: str
    sector: str | None


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
    full = (
        person.name
        for person, spot in zip(people, spots, strict=True)
        if person and " " in person.name and not spot.title_case
    )
    roster.add_people(full, known)
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
    if match and len(spot.words) == 1 and match[1][0] != name[:1].upper():
        match = None  # "... of Seals (RSPS)" is more than Seals
    body = None if spot.known else read_body(spot, page)
    if spot.known is None and not (match or body):
        return
    national = None if spot.known else national_name(spot, page)
    if national is not None:
        roster.add_national(name, national)
    shorts = None if body is None else _short_forms(name, body, page)
    acronym = match[1] if match else _initials(spot)
    roster.add_body(name, acronym, shorts)


def _initials(spot: Spot) -> str | None:
    """The capitals of a name of several words: "HRC" for "Harbour Rescue Corps"."""
    if not _LEAST_INITIALS <= len(spot.words) <= LONGEST:
        return None
    letters = "".join(word.text[0] for word in spot.words)
    return letters if letters.isupper() else None


def _short_forms(name: str, body: Body, page: Page) -> list[str]:
    """What a page may call a body for short: by its first words, the press by its last one.

    A first word that the page makes a place ("in Larchport") is none.
    """
    words = name.split()
    if body.role in PRESS:
        return [words[-1]]
    shorts = [] if words[-1].lower() in page.lexicon.common else [words[-1]]
    for count in range(len(words) - 1, 0, -1):
        short = " ".join(words[:count])
        if count == 1 and not is_rare(short, page):
            continue  # "Health" is no short form of "Health Department"
        kind = page.leanings.kind(short)
        told = kind is EntityKind.ORGANISATION or (
            count == len(words) - 1 and kind is not EntityKind.PLACE
        )
        if told:
            shorts.append(short)
    return shorts


def is_rare(name: str, page: Page) -> bool:
    """Whether a word is none that headlines and sentences use by itself."""
    lower = name.lower()
    return lower not in page.lexicon.common and lower not in page.lexicon.plain


def read_body(spot: Spot, page: Page) -> Body | None:
    """The body that an unknown run names by its own words or by the clues of its page."""
    name = page.text[spot.start : spot.end]
    if len(name) < SHORT_FORM:
        return None
    leaning = page.leanings.body(name)
    if _CALL_SIGN.fullmatch(name) and _STATION.search(page.text):
        return Body("outlet", "media")
    role = body_role(spot, page)
    if leaning is not None and leaning.weights[EntityKind.ORGANISATION] >= _needed(spot, page):
        return Body(role or leaning.role, leaning.sector)
    return Body(role, None) if role is not None else None


def _needed(spot: Spot, page: Page) -> int:
    """The weight of clues that a name needs: more where it is an English word."""
    plain = all(word.text.lower() in page.lexicon.common for word in spot.words)
    return _FOR_A_WORD if plain and len(spot.words) == 1 else ENOUGH


def body_role(spot: Spot, page: Page) -> str | None:
    """The role of an organisation that an unknown run names by its words, or None."""
    return role_of_words(page.text[spot.start : spot.end].split(), page.lexicon)


def role_of_words(words: Sequence[str], lexicon: Lexicon) -> str | None:
    """The role of a body that some words name: by its last word, or one before "of", "for"."""
    if len(words) > LONGEST or len(words) < 2:
        return None
    if words[-1] in lexicon.forms:
        return "company"
    if words[-1].isupper() and len(words) > SHORT_FORM and words[-2] in lexicon.org_words:
        return role_of_words(words[:-1], lexicon)  # "News Agency LARCH"
    for last in (" ".join(words[-2:]), words[-1]):  # a "News Agency" is none of a government's
        if last in lexicon.org_words:
            return lexicon.org_words[last]
    for left, right in pairwise(words):
        if right in _OVER and left in lexicon.org_words:
            return lexicon.org_words[left]  # "Ministry of ...", "University of ..."
    return None


def national_name(spot: Spot, page: Page) -> str | None:
    """A ministry, police or court with its country: "Iraq's Interior Ministry" is not Lebanon's."""
    if body_role(spot, page) not in _NATIONAL:
        return None
    before = page.text[max(0, spot.start - _COUNTRY) : spot.start].rstrip(" ").removesuffix("'s")
    for length in (2, 1):
        words = " ".join(before.split(" ")[-length:])
        for alias, end in page.gazetteer.match(words, lower_same_length(words), 0):
            if end == len(words) and alias.known.role == "country":
                return f"{page.text[spot.start : spot.end]} of {alias.known.name}"
    return None
