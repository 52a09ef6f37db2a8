"""Mastheads: author, outlet and publication date as a page prints them around its article."""

import re
from datetime import date
from urllib.parse import urlsplit

from onrecord.kit import Kit
from onrecord.model import RegionKind, Span
from onrecord.read.bylines import (
    has_shape_of_person,
    is_byline,
    is_date_line,
    is_masthead_line,
    is_person,
    masthead_names,
    signed_names,
)
from onrecord.read.calendar_forms import read_day
from onrecord.read.houses import find_house
from onrecord.read.markers import find_markers, is_contact, mail_host
from onrecord.read.nameplates import plate_of, plate_strength, print_name, spelled_host
from onrecord.read.paragraphs import Paragraph
from onrecord.read.regions import Label

_HEAD = 12  # lines from the top in which a page prints its date
_MOST_DATE_WORDS = 18
_MOST_EXTRA_WORDS = 6  # words beside the date in a line that is a date
_AUTHOR = re.compile(
    r"(?:(?:written|posted|story|words|text) )?by:? +"
    r"(?P<names>[^|,•·(\n\d@]{3,80}?)"
    r"(?= *(?:$|[|,•·(@\d]| - | – | — | for | in | at | on |published|posted|updated))",
    re.IGNORECASE,
)
_STAFF = re.compile(
    r"(?:(?:our|an?|the) |staff\b|newsroom|admin|editor|reporter|associated press|reuters)\b",
    re.IGNORECASE,
)
_NO_NAME = " \u00a0—–-"
_COPYRIGHT = re.compile(
    r"(?:copyright|©|\(c\))[ :,]*(?:©|\(c\))?[ ,]*(?:\d{4}(?:[-–]\d{2,4})?)?[ ,]*(?:by )?"
    r"(?P<owner>[A-Z][\w'&/ -]{3,50}?)"
    r"(?=$|[.,|;]| \d{4}| (?:all rights|inc|ltd|llc|limited|media|plc)\b)",
    re.IGNORECASE,
)
_PUBLISHED = re.compile(r"(?:first |originally )?(?:published|posted)\b", re.IGNORECASE)


def find_published(paragraphs: list[Paragraph], labels: list[Label]) -> date | None:
    """The full date of a date line, byline or dateline near the top, or of a "Published" line."""
    found: list[tuple[int, date]] = []
    prose = 0
    for number, (one, label) in enumerate(zip(paragraphs, labels, strict=True)):
        announced = bool(_PUBLISHED.match(one.folded))
        near = number < _HEAD and prose < 2
        prose += label.kind is RegionKind.BODY
        if label.after is RegionKind.BODY and label.kind is RegionKind.BYLINE:
            words = one.folded[: label.turn]
        elif label.kind in (RegionKind.BYLINE, RegionKind.BOILERPLATE):
            words = one.folded
        else:
            continue
        if (near or announced) and len(words.split()) <= _MOST_DATE_WORDS:
            day = read_day(words)
            if day is not None:
                found.append((0 if announced else 2 if "updat" in words.lower() else 1, day))
    return min(found, key=lambda one: one[0])[1] if found else None


def find_author(
    paragraphs: list[Paragraph], labels: list[Label], text: str, kit: Kit
) -> str | None:
    """The author whom a byline names, or whose name alone stands by the date or at the end."""
    lines = _bylines(paragraphs, labels)
    for one in lines:
        match = _AUTHOR.match(one.folded)
        if match and not _STAFF.match(match.group("names")):
            return _printed(one, Span(*match.span("names")), text)
    for one in lines:
        names = signed_names(one, kit)
        if names is None and one.number < _HEAD and is_masthead_line(one, kit):
            names = masthead_names(one, kit)
        if names is not None:
            return _printed(one, names, text)
    heads = [one for one in lines if one.number < _HEAD]
    dated = {
        one.number for one in heads if is_date_line(one, kit) or plate_strength(one.folded, kit)
    }
    for one in heads:
        if dated & {one.number - 1, one.number + 1} and is_person(one.folded, kit):
            return _printed(one, Span(0, len(one.folded)), text)
    return _find_signature(paragraphs, labels, text, kit)


def _find_signature(
    paragraphs: list[Paragraph], labels: list[Label], text: str, kit: Kit
) -> str | None:
    """The author whose name alone stands below the article."""
    for one, label in zip(reversed(paragraphs), reversed(labels), strict=True):
        if RegionKind.BODY in (label.kind, label.after):
            return None
        if label.kind is RegionKind.BYLINE and has_shape_of_person(one.folded):
            marked = find_markers(kit).find(one.folded, len(one.words))
            return None if marked else _printed(one, Span(0, len(one.folded)), text)
    return None


def _bylines(paragraphs: list[Paragraph], labels: list[Label]) -> list[Paragraph]:
    return [
        one
        for one, label in zip(paragraphs, labels, strict=True)
        if label.kind is RegionKind.BYLINE and label.after is None
    ]


def _printed(one: Paragraph, span: Span, text: str) -> str:
    """Names as the page prints them, not in capitals throughout."""
    name = text[one.start + span.start : one.start + span.end].strip(_NO_NAME)
    return name.title() if name.isupper() else name


def find_outlet(
    url: str | None, paragraphs: list[Paragraph], labels: list[Label], text: str, kit: Kit
) -> str | None:
    """The outlet: its name at the page's head, else the host of the page's address, else what
    stands in an outlet's place there, else the owner of the copyright, else the host of the mail
    address by which to contact it.

    A host is spelled as the page writes that name, where it does.
    """
    name = _find_plate(paragraphs, labels, text, kit)
    if name:
        return name
    host = urlsplit(url).hostname if url else None
    if host:
        return spelled_host(host, text) or host.removeprefix("www.")
    house = find_house(
        [one for one in _bylines(paragraphs, labels) if one.number < _HEAD], text, kit
    )
    if house:
        return house
    owner = _find_owner(paragraphs, labels, text, kit)
    if owner:
        return owner
    for one, label in zip(paragraphs, labels, strict=True):
        if label.kind is RegionKind.BOILERPLATE and is_contact(one.folded, len(one.words)):
            found = mail_host(one.folded)
            if found and found not in kit.words("read_webmail"):
                return spelled_host(found, text) or found
    return None


def _find_plate(
    paragraphs: list[Paragraph], labels: list[Label], text: str, kit: Kit
) -> str | None:
    """The outlet's name from a line of the head: alone first, else beside a date or author."""
    heads = [one for one in _bylines(paragraphs, labels) if one.number < _HEAD]
    for one in heads:
        if not one.is_closed and plate_strength(one.folded, kit):
            return print_name(text[one.start : one.end])
    for one in heads:
        found = plate_of(one.folded, kit)
        dated = is_date_line(one, kit) or is_masthead_line(one, kit)
        if found and (dated or is_byline(one) or signed_names(one, kit)):
            return print_name(text[one.start + found.start : one.start + found.end])
    return None


def _find_owner(
    paragraphs: list[Paragraph], labels: list[Label], text: str, kit: Kit
) -> str | None:
    """The outlet to which a line at the foot gives the copyright."""
    for one, label in zip(paragraphs, labels, strict=True):
        if label.kind is not RegionKind.BOILERPLATE:
            continue
        match = _COPYRIGHT.match(one.folded)
        if match and plate_strength(match.group("owner"), kit):
            start, end = match.span("owner")
            return print_name(text[one.start + start : one.start + end])
    return None
