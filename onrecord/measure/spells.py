"""Spells: a length of time and the years told with it ("in five years, by 2021"); pledges whose day
was past when the page came out.

A check needs the day of the page where the text counts from it; without one nothing is said.
"""

import re
from collections.abc import Iterator

from onrecord.measure.lines import Line, make_check
from onrecord.measure.rounding import is_exact, nominal, write_number
from onrecord.model import Amount, Check, CheckVerdict, Figure

_YEAR = r"(?:19|20)\d\d"
_TO = r"(?:to|and|until|through)"
_FROM_TO = re.compile(
    rf"(?:period |span |stretch )?,? ?(?:from|between) ({_YEAR}) {_TO} ({_YEAR})\b"
)
_AFTER_YEARS = re.compile(
    rf"(?:from|between) ({_YEAR}) {_TO} ({_YEAR}),? (?:or|a (?:period|span) of)$"
)
_NEXT = re.compile(r"(?:^|\W)(?:over|in|within|during) (?:the )?(?:next|coming|following)$")
_BY = re.compile(rf",? (?:or )?by (?:the end of )?({_YEAR})\b|,? (?:until|to) ({_YEAR})\b")
_SINCE = re.compile(rf",? ?since ({_YEAR})\b")
_DUE = re.compile(rf"\bby (?:the end of |late |mid-|early )?({_YEAR})\b")
_PLEDGES = re.compile(
    r"\b(?:will|plans to|plan to|aims to|aim to|intends to|intend to|expects to|expect to|"
    r"pledges to|promises to)\b"
)
_PAST = re.compile(r"\b(?:said in|had|would|was|were|previously|originally|once|ago)\b|[\"“”]")
_LENGTHS = {"year": 1.0, "decade": 10.0}
_MOST_YEARS = 60


def check_spells(lines: list[Line], published: str | None) -> Iterator[Check]:
    """The lengths of time in `lines` set against years, and pledges due before `published`."""
    year = int(published[:4]) if published and published[:4].isdecimal() else None
    for line in lines:
        for figure in line.figures:
            if figure.unit in _LENGTHS and is_exact(figure) and not figure.approx:
                yield from _check_length(line, figure, year)
        if year is not None and line.figures:
            yield from _check_due(line, year)


def _check_length(line: Line, figure: Figure, year: int | None) -> Iterator[Check]:
    """One length against the two years, or the year and the day of the page, that bound it."""
    length = nominal(figure) * _LENGTHS[figure.unit or ""]
    if not length.is_integer() or not 0 < length <= _MOST_YEARS:
        return
    before, after = line.before(figure), line.after(figure)
    both = _FROM_TO.match(after) or _AFTER_YEARS.search(before)
    if both is not None:
        first, last = int(both[1]), int(both[2])
        gap = last - first
        if gap > 0:  # both ends may be counted: 2010 to 2015 is five years, or six
            yield _say(figure, gap <= length <= gap + 1, f"{first} to {last} is {_years(gap)}", gap)
    elif year is not None and _NEXT.search(before) and (by := _BY.match(after)):
        gap = int(by[1] or by[2]) - year
        says = f"from {year}, the year of the page, to {by[1] or by[2]} is {_years(gap)}"
        yield _say(figure, abs(gap - length) <= 1, says, gap)
    elif year is not None and (since := _SINCE.match(after)):
        gap = year - int(since[1])
        if length > gap + 1:
            says = f"from {since[1]} to {year}, the year of the page, is {_years(gap)}"
            yield _say(figure, False, says, gap)


def _say(figure: Figure, holds: bool, says: str, gap: int) -> Check:
    return make_check(
        "span",
        CheckVerdict.HOLDS if holds else CheckVerdict.FAILS,
        f"{says}; the text says {figure.text}",
        (figure,),
        Amount(float(gap), float(gap), "year"),
    )


def _years(gap: int) -> str:
    return f"{write_number(gap)} year{'' if gap == 1 else 's'}"


def _check_due(line: Line, year: int) -> Iterator[Check]:
    """As in "It will cut 900 jobs by 2017", in a page of 2019."""
    pledge = _PLEDGES.search(line.text)
    if pledge is None or _PAST.search(line.text) is not None:
        return
    due = _DUE.search(line.text, pledge.end())
    if due is None or int(due[1]) >= year or int(due[1]) < year - _STALE:
        return
    start = line.passage.start
    told = [f for f in line.figures if start + pledge.end() <= f.start < start + due.start()]
    if told:
        yield make_check(
            "deadline",
            CheckVerdict.FAILS,
            f"due by {due[1]}, and the page is of {year}",
            (told[-1],),
            Amount(float(int(due[1]) - year), float(int(due[1]) - year), "year"),
        )


_STALE = 30  # years; what is older is history, told in the present
