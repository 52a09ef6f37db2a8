"""What kind of line a paragraph is by its shape: a title, a byline, a dateline, junk."""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import chain

from onrecord.kit import Kit
from onrecord.model import Span
from onrecord.read.calendar_forms import calendar_of, read_day
from onrecord.read.nameplates import plate_of, plate_strength
from onrecord.read.paragraphs import Paragraph, find_words
from onrecord.text import stem

_TITLE_SHARE = 0.6  # of the longer words, capitalised; running text stays below .35
_LEAST_CAPS_WORDS = 3
_LONGER = 4  # letters
_MOST_TITLE_WORDS = 30
_NAME = r"(?:[A-Z][\w'.-]*|de|van|von|der|al|bin|la|le|of)"
_BYLINE = re.compile(
    rf"(?i:by)(?::| )+{_NAME}(?: {_NAME}){{0,4}}"
    rf"(?:(?:,? (?:and|&) |, ){_NAME}(?: {_NAME}){{0,4}}){{0,4}}"
    r"(?=$| ?[|,•·(\n-]| - | – | — | for | in | at | on |[A-Z@])"
)
_MOST_BYLINE_WORDS = 18
_LETTER = re.compile(r"[^\W\d_]")
_BARE_DATELINE = re.compile(r"[A-Z]{3,}(?:[ ,/]+[A-Z][\w.'-]*){0,5} ?(?:\([\w./ ]+\))? ?[-–—]+")
_LATIN = re.compile(r"[A-Za-z]")
_PLACE = re.compile(r"(?:[A-Z][a-z.'-]{1,20} ){0,2}[A-Z][a-z.'-]{1,20}, ")
_FULL_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_DATELINE = re.compile(
    r"\(?(?P<place>[A-Z][\w.'-]+(?:[ ,/]+[A-Z][\w.'-]*){0,5})?"
    r"(?:,? (?P<date>[A-Z][a-z]{2,8}\.? \d{1,2})(?:, \d{4})?)?"
    r" ?(?P<agency>\((?P<name>[A-Z][\w./ ]{1,30})\))?\)?,? ?(?:-{1,3}|–|—|―|:) ?(?=[A-Z\"'0-9])"
)
_MOST_DATELINE = 90  # characters
_MOST_DATE_LINE = 10  # words: a date, an hour, "Published", a section's name
_MOST_MASTHEAD_LINE = 16  # words: those, and the name of an outlet
_SIGNED = re.compile(
    rf"(?P<names>{_NAME}(?: {_NAME}){{1,3}}), (?P<desk>[A-Za-z][\w&' -]{{2,50}}?)"
    r"(?: (?:in|at) [A-Z][\w.'-]{1,25}(?: [A-Z][\w.'-]{1,25})?)?(?:, .{1,40})?"
)
_MOST_SIGNED_WORDS = 12
_PERSON = re.compile(
    r"(?:[—–-] ?)?(?:[A-Z][a-z'-]+(?: [A-Z][\w.'-]*){1,2}|[A-Z'-]+(?: [A-Z.'-]+){1,2})"
)


def title_share(paragraph: Paragraph) -> float:
    """The share of a line's longer words that begin with a capital."""
    longer = [word for word in paragraph.words if len(word) >= _LONGER]
    if not longer:
        longer = list(paragraph.words)
    return sum(not word[0].islower() for word in longer) / len(longer) if longer else 0.0


def is_title_case(paragraph: Paragraph) -> bool:
    """Whether a line is written as titles are: most of its longer words capitalised."""
    return len(paragraph.words) <= _MOST_TITLE_WORDS and title_share(paragraph) >= _TITLE_SHARE


def is_all_caps(paragraph: Paragraph) -> bool:
    """Whether a line is a heading in capitals throughout."""
    return len(paragraph.words) >= _LEAST_CAPS_WORDS and paragraph.folded.isupper()


def is_byline(paragraph: Paragraph) -> bool:
    """Whether a line names its author: "By Ana Ruiz and Tom Lee, staff writers"."""
    if len(paragraph.words) > _MOST_BYLINE_WORDS or paragraph.folded.endswith((".", "?", "!")):
        return False
    return bool(_BYLINE.match(paragraph.folded))


def has_shape_of_person(paragraph: Paragraph) -> bool:
    """Whether a line is two or three words that could be somebody's name."""
    return not paragraph.is_closed and bool(_PERSON.fullmatch(paragraph.folded))


def is_person(paragraph: Paragraph, kit: Kit) -> bool:
    """Whether a line is a given name and one or two more, and no outlet's name."""
    if not has_shape_of_person(paragraph) or plate_strength(paragraph.folded, kit):
        return False
    return paragraph.words[0].title() in kit.words("names_first", "name")


def signed_names(paragraph: Paragraph, kit: Kit) -> Span | None:
    """Where a line signs without "By": "Mira Holt, football writer", "Mira Holt, Lund Post"."""
    if len(paragraph.words) > _MOST_SIGNED_WORDS or paragraph.is_closed:
        return None
    match = _SIGNED.fullmatch(paragraph.folded)
    if not match:
        return None
    desk, given = match.group("desk"), paragraph.words[0].title()
    works = desk.split(" ")[-1].lower() in kit.words("read_desks")
    if works or (given in kit.words("names_first", "name") and plate_strength(desk, kit)):
        return Span(*match.span("names"))
    return None


def is_date_line(paragraph: Paragraph, kit: Kit) -> bool:
    """Whether a line holds a full date and little else: "Updated Feb. 4, 2026, 10:15 a.m. ET".

    A place or an outlet's name may stand beside it: "The Lund Gazette, 4 February 2026".
    """
    line = paragraph.folded
    if len(paragraph.words) > _MOST_MASTHEAD_LINE or not _FULL_YEAR.search(line) or "@" in line:
        return False
    place = _PLACE.match(line)
    words = paragraph.words[len(place.group().split()) if place else 0 :]
    if not _are_of_date(words, kit):
        plate = plate_of(line, kit)
        if plate is None:
            return False
        if not _are_of_date(find_words(line[: plate.start] + " " + line[plate.end :]), kit):
            return False
    return read_day(line) is not None


def _are_of_date(words: Sequence[str], kit: Kit) -> bool:
    calendar = calendar_of(kit)
    known = kit.words("read_date_lines"), calendar.months, calendar.weekdays
    return len(words) <= _MOST_DATE_LINE and all(
        word[0].isdigit() or any(word.lower() in words for words in known) for word in words
    )


def is_junk(paragraph: Paragraph, english: bool) -> bool:
    """Whether a line holds no words, or, on an English page, a few of another script."""
    letters = _LETTER.findall(paragraph.folded[:400])
    if not letters:
        return True
    if not english or len(paragraph.words) > 6:
        return False
    return sum(bool(_LATIN.match(one)) for one in letters) * 2 < len(letters)


def dateline_end(paragraph: Paragraph, kit: Kit, first: bool) -> int:
    """How many characters of a paragraph are its dateline ("ZURICH (Reuters) - "), 0 if none.

    A bare place counts only where the story begins.
    """
    match = _DATELINE.match(paragraph.folded[:_MOST_DATELINE])
    if not match:
        return 0
    place, agency = match.group("place"), match.group("name")
    if agency is not None:
        known = agency.lower().strip(" .") in kit.words("read_wires")
        return match.end() if known or (first and place) else 0
    if not (first and place) or match.group().rstrip().endswith(":"):
        return 0
    head = place.split(",")[0].split(" ")[0]
    return match.end() if len(head) >= _LONGER and head.isupper() else 0


def is_bare_dateline(paragraph: Paragraph) -> bool:
    """Whether a line is nothing but a dateline: "LUND, Sweden —"."""
    return bool(_BARE_DATELINE.fullmatch(paragraph.folded[:_MOST_DATELINE]))


def stems_of(paragraph: Paragraph, kit: Kit) -> frozenset[str]:
    """The stems of a paragraph's words, without the commonest."""
    common = kit.words("read_english")
    return frozenset(
        chain.from_iterable(_stems_of_word(word, common) for word in set(paragraph.words))
    )


@lru_cache(maxsize=65536)
def _stems_of_word(word: str, common: frozenset[str]) -> tuple[str, ...]:
    parts = word.split("-")
    return tuple(stem(part) for part in parts if len(part) > 2 and part.lower() not in common)
