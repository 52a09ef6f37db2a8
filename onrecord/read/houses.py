"""Outlets known by where their name stands: beside the date, or behind the author's name.

Between a headline and a date nearly every line of a few capitalised words is an outlet, a place, a
section or an author; what is none of these by its form is taken for the outlet. It is weaker than
what `nameplates` knows by itself, so the address of a page counts for more.
"""

import re
from collections.abc import Iterator, Sequence

from onrecord.kit import Kit
from onrecord.model import Span
from onrecord.read.bylines import (
    are_of_date,
    is_byline,
    is_date_line,
    is_masthead_line,
    is_person,
)
from onrecord.read.calendar_forms import read_day
from onrecord.read.nameplates import nameplates, split_pieces
from onrecord.read.paragraphs import Paragraph, find_words

_MOST_WORDS = 5
_NAME = re.compile(r"[A-Z0-9][\w'&-]*(?: (?:of|the|and|for|&|[A-Z0-9][\w'&-]*)){0,4}")
_JOINED = re.compile(r"(?!Mac)[A-Z][a-z]{2,}(?:[A-Z][a-z]+|[A-Z]{2,4})+|[A-Z][\w-]+\.[a-z]{2,8}")
_BY = re.compile(r"by\b", re.IGNORECASE)


def find_house(heads: Sequence[Paragraph], text: str, kit: Kit) -> str | None:
    """The outlet's name in the byline lines of a page's head, by its place; None in doubt."""
    dated = {one.number for one in heads if is_date_line(one, kit) or _is_dated(one, kit)}
    for one in heads:
        for start, end in _placed(one, dated, kit):
            name = one.folded[start:end]
            if is_house(name, kit, signed=is_byline(one)):
                return text[one.start + start : one.start + end].removeprefix("The ")
    return None


def is_house(name: str, kit: Kit, *, signed: bool = False) -> bool:
    """Whether a name in an outlet's place has an outlet's form.

    Two or more words that end as papers' names do ("Goal Line", "Market Daily") or begin with
    "The"; one word only where it is joined of two ("ChipWatch") or is a host.
    """
    if _JOINED.fullmatch(name):
        return True
    words = name.lower().split()
    if not 1 < len(words) <= _MOST_WORDS or not _NAME.fullmatch(name) or is_person(name, kit):
        return False
    plates = nameplates(kit)
    if plates.is_agency(name) or _is_place(name, kit):
        return False
    if words[0] == "the":
        return True
    desk = words[-1] in kit.words("read_desks")
    return not desk and plates.ends_as_house(words, loosely=not signed)


def _is_dated(one: Paragraph, kit: Kit) -> bool:
    return is_masthead_line(one, kit) and read_day(one.folded) is not None


def _placed(one: Paragraph, dated: set[int], kit: Kit) -> Iterator[Span]:
    """The pieces of a line that stand in an outlet's place."""
    pieces = split_pieces(one.folded)
    if is_byline(one):
        yield from pieces[1:]
        return
    words = [find_words(one.folded[start:end]) for start, end in pieces]
    names = [span for span, of in zip(pieces, words, strict=True) if not are_of_date(of, kit)]
    beside = one.number in dated or dated & {one.number - 1, one.number + 1}
    if beside and len(names) == 1 and not _BY.match(one.folded):
        yield names[0]


def _is_place(name: str, kit: Kit) -> bool:
    places = kit.once("read.places", _read_places)
    return name.lower() in places or name.lower().removeprefix("the ") in places


def _read_places(kit: Kit) -> frozenset[str]:
    return frozenset(
        name.lower()
        for row in kit.rows("names_places")
        for name in (row["name"], *row["aliases"].split("|"))
    )
