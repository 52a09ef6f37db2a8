"""Bylines: the lines of a page's head that give its author, its date, its outlet.

A masthead line is known piece by piece: each piece between its commas and bars must be a date, an
outlet, an author, a section, a place or the like, so that a headline with a date in it is none.
"""

import re
from collections.abc import Sequence

from onrecord.kit import Kit
from onrecord.model import Span
from onrecord.read.calendar_forms import calendar_of, read_day
from onrecord.read.nameplates import (
    is_section,
    nameplates,
    plate_of,
    plate_strength,
    split_pieces,
)
from onrecord.read.paragraphs import Paragraph, find_words

_NAME = r"(?:[A-Z][\w'.-]*|de|van|von|der|al|bin|la|le|of)"
_BYLINE = re.compile(
    rf"(?i:by)(?::| )+{_NAME}(?: {_NAME}){{0,4}}"
    rf"(?:(?:,? (?:and|&) |, ){_NAME}(?: {_NAME}){{0,4}}){{0,4}}"
    r"(?=$| ?[|,•·(\n-]| - | – | — | for | in | at | on |[A-Z@])"
)
_MOST_BYLINE_WORDS = 18
_PLACE = re.compile(r"(?:[A-Z][\w.'&-]{0,25} ){0,3}[A-Z][\w.'&-]{1,25}, ")  # or an outlet
_FULL_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_MOST_DATE_LINE = 10  # words: a date, an hour, "Published", a section's name
_MOST_HOUSE_WORDS = 4
_MOST_MASTHEAD_LINE = 16  # words: those, and the name of an outlet
_SIGNED = re.compile(
    rf"(?P<names>{_NAME}(?: {_NAME}){{1,3}}(?:(?: and| &) {_NAME}(?: {_NAME}){{1,3}})?), "
    r"(?P<desk>[A-Za-z][\w&' -]{2,50}?)"
    r"(?: (?:in|at) [A-Z][\w.'-]{1,25}(?: [A-Z][\w.'-]{1,25})?)?(?:, .{1,40})?"
)
_MOST_SIGNED_WORDS = 12
_PERSON = re.compile(
    r"(?:[—–-] ?)?(?:[A-Z][a-z'-]+(?: [A-Z][\w.'-]*){1,2}|[A-Z'-]+(?: [A-Z.'-]+){1,2})"
)
_SMALL = re.compile(
    r"(?:\d+[- ]min(?:ute)?s? read|(?:page|p\.?|vol\.?|volume|no\.?|number|issue|edition|nr\.?)"
    r" ?\d{1,5}|(?:first|second|third|late|early|final|morning|evening|print|online) edition)",
    re.IGNORECASE,
)
_TOWN = re.compile(r"[A-Z][\w.'-]{1,20}(?: [A-Z][\w.'-]{1,20}){0,2}")
_LEAST_PIECES = 2


def is_byline(paragraph: Paragraph) -> bool:
    """Whether a line names its author: "By Ana Ruiz and Tom Lee, staff writers"."""
    if len(paragraph.words) > _MOST_BYLINE_WORDS or paragraph.folded.endswith((".", "?", "!")):
        return False
    return bool(_BYLINE.match(paragraph.folded))


def has_shape_of_person(line: str) -> bool:
    """Whether a line is two or three words that could be somebody's name."""
    return not line.endswith((".", ":")) and bool(_PERSON.fullmatch(line))


def is_person(line: str, kit: Kit) -> bool:
    """Whether a line is a given name and one or two more, and no outlet's name."""
    if not has_shape_of_person(line) or plate_strength(line, kit):
        return False
    return line.split(" ")[0].title() in kit.words("names_first", "name") or (
        line[0] in "—–-" and find_words(line)[0].title() in kit.words("names_first", "name")
    )


def signed_names(paragraph: Paragraph, kit: Kit) -> Span | None:
    """Where a line signs without "By": "Mira Holt, football writer", "Mira Holt, Lund Post"."""
    if len(paragraph.words) > _MOST_SIGNED_WORDS or paragraph.is_closed:
        return None
    match = _SIGNED.fullmatch(paragraph.folded)
    if match:
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
    if not are_of_date(words, kit):
        plate = plate_of(line, kit)
        if plate is None:
            return False
        if not are_of_date(find_words(line[: plate.start] + " " + line[plate.end :]), kit):
            return False
    return read_day(line) is not None


def is_masthead_line(paragraph: Paragraph, kit: Kit) -> bool:
    """Whether a line is nothing but an outlet, a date, a name, a section, the number of a page:
    "Lund Gazette | Business | Mira Holt | 9 February 2026".
    """
    if len(paragraph.words) > _MOST_MASTHEAD_LINE or "@" in paragraph.folded:
        return False
    line = paragraph.folded
    pieces = [line[start:end] for start, end in split_pieces(line)]
    if len(pieces) < _LEAST_PIECES:
        return False
    dated = bool(_FULL_YEAR.search(line)) and read_day(line) is not None
    plates = any(plate_of(piece, kit) for piece in pieces)
    small = all(_SMALL.fullmatch(piece) for piece in pieces)
    if not (dated or plates or small):
        return False
    return all(
        _is_piece(piece, dated and plates, kit) or (dated and _may_be_house(piece, kit))
        for piece in pieces
    )


def _may_be_house(piece: str, kit: Kit) -> bool:
    """Whether a piece beside a date is worded as outlets' names are: "Goal Line"."""
    words = find_words(piece)
    if not 1 < len(words) <= _MOST_HOUSE_WORDS or not all(word[0].isupper() for word in words):
        return False
    return nameplates(kit).ends_as_house([word.lower() for word in words], loosely=True)


def _is_piece(piece: str, placed: bool, kit: Kit) -> bool:
    """Whether a piece of a line is what stands in a masthead; a place only where it is `placed`."""
    if _SMALL.fullmatch(piece) or is_section(piece, kit) or are_of_date(find_words(piece), kit):
        return True
    plate = plate_of(piece, kit)
    if plate and are_of_date(find_words(piece[: plate.start] + " " + piece[plate.end :]), kit):
        return True
    return is_person(piece, kit) or (placed and bool(_TOWN.fullmatch(piece)))


def masthead_names(paragraph: Paragraph, kit: Kit) -> Span | None:
    """Where the author's name stands in a masthead line, if it does."""
    for span in split_pieces(paragraph.folded):
        if is_person(paragraph.folded[span.start : span.end], kit):
            return span
    return None


def are_of_date(words: Sequence[str], kit: Kit) -> bool:
    """Whether words are those of a date: days, months, numbers, "Updated"."""
    calendar, desks = calendar_of(kit), kit.words("read_desks")
    known = kit.words("read_date_lines"), calendar.months, calendar.weekdays, desks
    return len(words) <= _MOST_DATE_LINE and all(
        word[0].isdigit() or any(word.lower() in words for words in known) for word in words
    )
