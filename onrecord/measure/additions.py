"""Additions: what joins others "bringing the total to" or is added "giving it a fleet of", and
what a cut leaves ("leaving 900").
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from onrecord.measure.lexicon import Lexicon
from onrecord.measure.lines import Line, make_check
from onrecord.measure.rounding import nominal, policy_of, widen, write_figure, write_number
from onrecord.measure.wholes import is_amount
from onrecord.model import Amount, Check, CheckVerdict, Figure

# "The five firms join nine others picked in May, bringing the number of bidders to 14."
_JOINS = re.compile(
    r"[^;:]{0,60}?\b(?:joins?|joined|joining|added to|adds to|in addition to|on top of|besides)\b"
    r"[^;:]{0,30}"
)
_BRINGS = re.compile(
    r"[^;:]{0,80}?\b(?:bringing|taking|pushing|raising|lifting|brings|brought|takes|took)"
    r"(?: the| its| their| his| her)? [^;:]{0,40}?\b(?:total|tally|number|count|toll|sum)\b"
    r"[^;:]{0,40}? to(?: about| some| a total of)?"
)
# "It adds | 310 shops | to the | 520 of Brio, making a chain of 830"; "it has 4,200 wagons | and
# will add | 3,100, giving it a fleet of 7,300".
_ADDS = re.compile(r"\b(?:adds?|added|adding|joins?|joined|joining)\b[^;:,]{0,40}$")
_TO = re.compile(r"to [^;:,.]{1,40}")
_WILL_ADD = re.compile(r"[^;:]{0,50}?\b(?:adds?|added|adding)(?: another| a further)?")
_GIVING = re.compile(
    r"[^;:.]{0,60}?, (?:giving|making|creating|for|which (?:gives|makes)|to (?:make|create))\b"
    r"[^;:.]{0,60}?\b(?:(?P<sure>fleet|total|network|workforce|staff|chain|portfolio|estate|"
    r"membership|combined [a-z]+) of|of|with)(?: about| some)?"
)
# "It will cut 300 of its 1,200 jobs, leaving 900."
_OF = re.compile(r"(?:out )?of (?:the|its|their|his|her|our|all|those|these)(?: total| current)?")
_LEAVING = re.compile(
    r"[^;:.]{0,50}?,? (?:leaving|which (?:leaves|left)|and (?:leaves|left|leave))"
    r"(?: (?:it|them|him|her|us|behind|with|just|only|about|some|a total of))*"
)
_SOME = re.compile(r"(?:^|.*\W)of(?: (?:the|its|their|all))?(?: total)?", re.DOTALL)
_FAR = 130  # characters between two terms of a sum
_COUNTED = 1000  # below this things are counted, not rounded
_OTHERS = frozenset({"other", "more"})  # "nine others", "20 more": the same again


def check_additions(lines: list[Line], lexicon: Lexicon) -> Iterator[Check]:
    """The totals of `lines` that an addition brings about, and what a subtraction leaves."""
    for line in lines:
        for place in range(len(line.figures) - 2):
            three = line.figures[place : place + 3]
            three = tuple(replace(figure, change=None) for figure in three)  # "cut 300 of ..."
            if not all(is_amount(figure) and not figure.approx for figure in three):
                continue
            gaps = line.between(three[0], three[1]), line.between(three[1], three[2])
            if max(map(len, gaps)) > _FAR:
                continue
            if _JOINS.fullmatch(gaps[0]) and _BRINGS.fullmatch(gaps[1]):
                yield from _judge(three[:2], three[2], lexicon)
            elif (giving := _read_giving(line, gaps, three)) is not None:
                sure = bool(giving["sure"]) or three[2].unit == three[0].unit
                yield from _judge(three[:2], three[2], lexicon, sure)
            elif _LEAVING.fullmatch(gaps[1]):
                yield from _judge_rest(line, gaps[0], three, lexicon)


def _read_giving(
    line: Line, gaps: tuple[str, str], three: tuple[Figure, ...]
) -> re.Match[str] | None:
    """As in "It adds 310 shops to the 520 of Brio, making a chain of 830"."""
    added = _ADDS.search(line.before(three[0])) is not None and _TO.fullmatch(gaps[0]) is not None
    return _GIVING.fullmatch(gaps[1]) if added or _WILL_ADD.fullmatch(gaps[0]) else None


def _judge_rest(
    line: Line, gap: str, three: tuple[Figure, ...], lexicon: Lexicon
) -> Iterator[Check]:
    """As in "300 of its 1,200 jobs, leaving 900", "of its 1,200 jobs 300 went, leaving 900"."""
    first, second, rest = three
    if _OF.fullmatch(gap):
        yield from _judge((first, rest), second, lexicon)
        return
    ends = not line.after(rest).strip(".,;)")  # not "leaving 100 jobs in Como"
    if ends and _SOME.fullmatch(line.before(first)) and nominal(second) < nominal(first):
        yield from _judge((second, rest), first, lexicon)


def _judge(
    parts: tuple[Figure, ...], total: Figure, lexicon: Lexicon, sure: bool = True
) -> Iterator[Check]:
    """Whether the parts come to the total; a failure only where all count one kind of thing."""
    exact = sum(nominal(part) for part in parts)
    low = sum(widen(part).low for part in parts)
    high = sum(widen(part).high for part in parts)
    whole = widen(total)
    small = max(exact, nominal(total)) < _COUNTED and exact % 1 == nominal(total) % 1 == 0
    holds = exact == nominal(total) if small else low <= whole.high and whole.low <= high
    if not holds and not (sure and _one_kind((*parts, total), lexicon)):
        return
    written = " + ".join(write_figure(part) for part in parts)
    yield make_check(
        "sum",
        CheckVerdict.HOLDS if holds else CheckVerdict.FAILS,
        f"{written} = {write_number(exact, total.unit)}; the text says {write_figure(total)} "
        f"({policy_of(total, *parts)})",
        (total, *parts),
        Amount(exact, exact, total.unit),
    )


def _one_kind(figures: tuple[Figure, ...], lexicon: Lexicon) -> bool:
    """Whether all figures count the same: one unit, people, or "others" of it."""
    units = {"person" if f.unit in lexicon.persons else f.unit for f in figures}
    return len(units - {None} - _OTHERS) <= 1 and len({figure.per for figure in figures}) == 1
