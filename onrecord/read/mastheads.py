"""Mastheads: author, outlet and publication date as a page prints them around its article."""

import re
from datetime import date
from urllib.parse import urlsplit

from onrecord.kit import Kit
from onrecord.model import RegionKind
from onrecord.read.calendar_forms import read_day
from onrecord.read.markers import is_contact, mail_host
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
    r"(?:staff|newsroom|admin|editor|reporter|associated press|reuters)\b", re.IGNORECASE
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


def find_author(paragraphs: list[Paragraph], labels: list[Label], text: str) -> str | None:
    """The author whom a byline names."""
    for one, label in zip(paragraphs, labels, strict=True):
        if label.kind is not RegionKind.BYLINE or label.after is not None:
            continue
        match = _AUTHOR.match(one.folded)
        if match and not _STAFF.match(match.group("names")):
            start, end = match.span("names")
            name = text[one.start + start : one.start + end].strip()
            return name.title() if name.isupper() else name
    return None


def find_outlet(
    url: str | None, paragraphs: list[Paragraph], labels: list[Label], kit: Kit
) -> str | None:
    """The host of the page's address, else that of the mail address by which to contact it."""
    host = urlsplit(url).hostname if url else None
    if host:
        return host.removeprefix("www.")
    for one, label in zip(paragraphs, labels, strict=True):
        if label.kind is RegionKind.BOILERPLATE and is_contact(one.folded, len(one.words)):
            found = mail_host(one.folded)
            if found and found not in kit.words("read_webmail"):
                return found
    return None
