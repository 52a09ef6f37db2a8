"""Dates in the text, each as an interval of days against the publication date.

A date whose year or day only the publication date could tell has an open interval where there
is none: no date is ever invented.
"""

import re
from datetime import date
from functools import lru_cache

from onrecord.kit import load_kit
from onrecord.model import DateMention, Document, When
from onrecord.read.calendar_forms import Calendar, Context, Groups, calendar_of
from onrecord.read.intervals import UNKNOWN, Days, beginning, ending, third
from onrecord.text import fold

_BEFORE = 60  # characters before a date that are looked at for its tense and its modifiers
_PART = re.compile(r"(?P<part>early|mid|middle|late)(?:-|(?: in| on)? (?:the )?)$")
_EDGE = re.compile(r"(?:the )?(?P<edge>end|close|start|beginning|middle) of (?:the )?$")
_REACH = re.compile(
    r"(?P<reach>by|since|until|till|before|after|through|up to|from|ahead of|prior to"
    r"|no later than) (?:the )?$"
)
_HOUSE = re.compile(
    r"(?:in|of|on|by|since|until|till|before|after|from|during|through|this|last|next|early|late"
    r"|mid|for|between|and|to|the|back in|around|circa|as of|than)[ -]$"
)
_MONTH_HOUSE = re.compile(
    r"(?:in|of|by|since|until|till|before|after|from|during|through|this|last|next|early|late|mid"
    r"|end|start)[ -]$"
)
_SURNAME = re.compile(r" [A-Z][a-z]")
# A number like a year before these counts them: "in 2000 cars".
_COUNTED = re.compile(r" (?:people|units|cars|vehicles|workers|jobs|miles|[a-z]+s of)\b")
_CLAUSE = re.compile(r"[.;:!?]\s")
_WORD = re.compile(r"[a-z]+")
_NEED_HOUSE = frozenset({"month", "year"})
_CAPITAL = frozenset({"month", "month_day", "day_month", "month_year", "month_step", "weekday"})
_BASIS = "text"
_SHORT_VERB = 4  # letters: "need", "feed" are no past tense


def find_dates(document: Document) -> tuple[DateMention, ...]:
    """The dates of a document's text, in order."""
    calendar = calendar_of()
    published = date.fromisoformat(document.published) if document.published else None
    return tuple(_find(document.text, published, calendar))


def _find(text: str, published: date | None, calendar: Calendar) -> list[DateMention]:
    folded = fold(text)
    low = folded.lower()
    if len(low) != len(folded):
        low = "".join(one.lower() if len(one.lower()) == 1 else one for one in folded)
    found = []
    for match in calendar.union.finditer(low):
        name = match.lastgroup or ""
        if name in _CAPITAL and not _is_capital(folded, match):
            continue
        if name == "near" and _is_name(folded, match):
            continue
        before = low[max(0, match.start() - _BEFORE) : match.start()]
        form = calendar.by_name[name]
        inner = form.pattern.match(low, match.start())
        assert inner is not None
        groups = inner.groupdict()
        if name in _NEED_HOUSE and not _stands_as_date(
            name, groups, before, folded, match, calendar
        ):
            continue
        days = form.mean(groups, Context(published, _lies_ahead(before)))
        if days is None:
            continue
        start, days = _modify(match.start(), before, days, name)
        end = match.end() + 2 * folded.startswith("'s", match.end())
        found.append(DateMention(start, end, text[start:end], _when(days)))
    return found


def _when(days: Days) -> When:
    first, last = days
    return When(first.isoformat() if first else None, last.isoformat() if last else None, _BASIS)


def _is_capital(folded: str, match: re.Match[str]) -> bool:
    """Whether the name in a date is written as a name: "May", never "may"."""
    return any(char.isupper() for char in folded[match.start() : match.end()])


def _is_name(folded: str, match: re.Match[str]) -> bool:
    """Whether "Today" is no day: a paper ("USA TODAY"), or the present ("in today's market")."""
    word = match.group()
    written = folded[match.start() : match.end()]
    before = folded[max(0, match.start() - 3) : match.start()].rstrip(" ")
    if folded.startswith("'s", match.end()) and before.lower() == "in":
        return True  # "in today's market" is any day now
    inside = before[-1:].isalnum() or before[-1:] in "\"'"
    return written != word and (written.isupper() or (inside and bool(before)))


def _stands_as_date(
    name: str, groups: Groups, before: str, folded: str, match: re.Match[str], calendar: Calendar
) -> bool:
    """Whether a bare month or year is a date: by the word before it, or by being in brackets."""
    if name == "month":
        return groups["mon"] in calendar.alone or _is_month(before, folded, match.end())
    if _HOUSE.search(before):
        return not _COUNTED.match(folded, match.end())
    return before.endswith("(") or folded.startswith("'s", match.end())


def _is_month(before: str, folded: str, end: int) -> bool:
    """Whether "May", "June" or "August" is a month here and nobody's name."""
    return bool(_MONTH_HOUSE.search(before)) and not _SURNAME.match(folded, end)


@lru_cache(maxsize=4096)
def _lies_ahead(before: str) -> bool:
    """Whether the words before a date, in its clause, speak of what is to come."""
    cuts = [match.end() for match in _CLAUSE.finditer(before)]
    clause = before[cuts[-1] :] if cuts else before
    kit = load_kit()
    ahead, past = kit.words("read_future"), kit.words("read_past")
    for word in reversed(_WORD.findall(clause)):
        if word in ahead:
            return True
        if word in past or (word.endswith("ed") and len(word) > _SHORT_VERB):
            return False
    return False


def _modify(start: int, before: str, days: Days, name: str) -> tuple[int, Days]:
    """The date with "early", "the end of", "by", "since" before it taken in."""
    for pattern, change in ((_PART, _take_part), (_EDGE, _take_edge)):
        found = pattern.search(before)
        if found:
            days = change(found, days)
            start -= len(before) - found.start()
            before = before[: found.start()]
    found = _REACH.search(before)
    if found and found.group("reach") == "from" and name != "year":
        return start, days
    if found and days != UNKNOWN:
        return start - (len(before) - found.start()), _reach(found.group("reach"), days)
    if found:
        return start - (len(before) - found.start()), days
    return start, days


def _take_part(found: re.Match[str], days: Days) -> Days:
    part = found.group("part")
    return third(days, "mid" if part == "middle" else part)


def _take_edge(found: re.Match[str], days: Days) -> Days:
    edge = found.group("edge")
    if edge == "middle":
        return third(days, "mid")
    return ending(days) if edge in ("end", "close") else beginning(days)


def _reach(word: str, days: Days) -> Days:
    """An interval opened on the side where "by", "since", "after" leave it open."""
    if word in ("since", "from"):
        return Days(days.first, None)
    if word == "after":
        return Days(days.last, None)
    if word in ("before", "ahead of", "prior to"):
        return Days(None, days.first)
    return Days(None, days.last)
