"""Levels: which of neighbouring figures is a change, which the level before and which after it."""

import re
from dataclasses import replace

from onrecord.measure.lines import Line
from onrecord.measure.rounding import nominal
from onrecord.model import Bound, Change, Figure

_TO = re.compile(r"(?:^|.*\s)to(?: a(?: record| total of)?)?", re.DOTALL)
_FROM = re.compile(r"(?:^|.*\s)from(?: the| an?| its)?", re.DOTALL)
_AGAINST = re.compile(
    r"(?:^|.*\s)(?:(?:compared (?:with|to)|against|versus)(?: the| an?| its)?|"
    r"(?:on|over|than|from) (?:last|the (?:previous|prior)) (?:year|quarter|month)'s)",
    re.DOTALL,
)
_OWN_TIME = re.compile(r".*(?:year|quarter|month)'s", re.DOTALL)
# What must follow "compared with 4,000": else it may be a forecast or another's.
_EARLIER = re.compile(
    r"(?:a |one )?(?:year|quarter|month)s? (?:earlier|ago|before)|last (?:year|quarter|month)|"
    r"(?:in )?the (?:same|previous|prior|preceding|year before)|in (?:19|20)\d\d\b"
)
# Words that part a change from the levels beside it: another subject or another base.
_BREAK = re.compile(
    r"[;:.]|\b(?:and|but|while|whereas|which|who|excluding|adjusted|constant|"
    r"organic|underlying|per|target|forecast|expected|share|stock|closed|close)\b"
)
_COMPARED = re.compile(r"\b(?:compared|versus|against)\b")
_RESULT_GAP = re.compile(r"[a-z' ]{0,40}(?: in (?:19|20)\d\d)?, ?(?:or )?[a-z' ]{0,24}")
_THAT_IS = re.compile(
    r"(?:that|this)(?:'s| is| was| represents| marks| means)(?: an? [a-z]+ of| up| down)?(?: by)?"
)
_NEAR = 60  # characters between a change and its levels
_YEARS = range(1900, 2101)
_LARGE = 100


def level_of(line: Line, figure: Figure) -> str | None:
    """Whether a figure is a level that something came "from" or went "to", by what is before it."""
    before = line.before(figure)
    if _FROM.fullmatch(before):
        return "from"
    if _TO.fullmatch(before):
        return "to"
    if _AGAINST.fullmatch(before) is None:
        return None
    return "from" if _OWN_TIME.fullmatch(before) or _EARLIER.match(line.after(figure)) else None


def is_parted(gap: str) -> bool:
    """Whether the words between two figures let them speak of different things."""
    return len(gap) > _NEAR or _BREAK.search(gap) is not None


def find_change(line: Line, place: int) -> tuple[Figure, Figure, Figure] | None:
    """Change, base and result among the figures from `place` on, where they tell all three."""
    three = line.figures[place : place + 3]
    two = _split_range(line, three[:2])
    if two is not None:
        return two
    if len(three) < 3 or any(figure.unquantified for figure in three):
        return None
    gaps = line.between(three[0], three[1]), line.between(three[1], three[2])
    if any(is_parted(gap) for gap in gaps):
        return None
    ends = [level_of(line, figure) for figure in three]
    bases = [f for f, end in zip(three, ends, strict=True) if end == "from"]
    results = [f for f, end in zip(three, ends, strict=True) if end == "to"]
    levels = [id(figure) for figure in (*bases, *results)]
    changes = [f for f in three if id(f) not in levels and _is_change(line, f)]
    if not results and ends[0] is None and three[0].change is None:
        results = [three[0]] if _is_result(line, place, gaps[0]) else []
    elif any(_COMPARED.search(gap) for gap in gaps) and "from" not in ends:
        return None
    if not (len(changes) == len(bases) == len(results) == 1):
        return None
    return _in_one_unit(changes[0], bases[0], results[0])


def find_change_above(
    lines: list[Line], index: int, place: int
) -> tuple[Figure, Figure, Figure] | None:
    """As in "It sold 900 vans. That is down 10 % from the 1,000 of 2019": the result stands in the
    sentence above, as its one figure of that kind.
    """
    line, two = lines[index], lines[index].figures[place : place + 2]
    if place or index == 0 or len(two) < 2 or two[0].change is None or two[1].change is not None:
        return None
    above = lines[index - 1]
    if (above.passage.story, above.passage.paragraph) != (
        line.passage.story,
        line.passage.paragraph,
    ):
        return None
    if _THAT_IS.fullmatch(line.before(two[0])) is None or level_of(line, two[1]) != "from":
        return None
    if is_parted(line.between(*two)) or two[1].unit in (None, "1"):
        return None
    told = [f for f in above.figures if f.unit == two[1].unit]
    return (two[0], two[1], told[0]) if len(told) == 1 and told[0].change is None else None


def _is_result(line: Line, place: int, gap: str) -> bool:
    """As in "it sold 500,000 vans, up 25 % ...": the first number of its kind in the sentence."""
    unit = line.figures[place].unit
    first = all(figure.unit != unit for figure in line.figures[:place])
    return first and not is_whole(line, place) and _RESULT_GAP.fullmatch(gap) is not None


def is_whole(line: Line, place: int) -> bool:
    """As in "48 % of the 50,000 members": what is compared next is the part, not the whole."""
    if not place:
        return False
    return _OF_THE.fullmatch(line.between(*line.figures[place - 1 : place + 1])) is not None


_OF_THE = re.compile(r"(?:[a-z]+ )?(?:out )?of(?: all)?(?: (?:the|its|their|his|her|our|some))?")


def _split_range(line: Line, two: tuple[Figure, ...]) -> tuple[Figure, Figure, Figure] | None:
    """As in "up 25 %, from $4m to $5m" or the other way round: the range is two levels."""
    if len(two) < 2 or is_parted(line.between(*two)):
        return None
    for change, levels in (two, two[::-1]):
        plain = levels.low is not None and levels.high is not None and levels.low != levels.high
        led = _FROM.fullmatch(line.before(levels)) is not None and levels.bound is Bound.EQUAL
        if plain and led and change.change is not None and change.low is not None:
            return change, replace(levels, high=levels.low), replace(levels, low=levels.high)
    return None


def _is_change(line: Line, figure: Figure) -> bool:
    """A rise or fall, or a share that something was cut or raised "by"."""
    if figure.change is not None:
        return True
    before = line.before(figure)
    return figure.unit == "1" and (before.endswith(" by") or _CHANGES.search(before) is not None)


# What was raised may stand between: "it raised prices 4 % to $52 from $50".
_CHANGES = re.compile(
    r"\b(?:rais(?:es?|ed|ing)|lift(?:s|ed)?|lower(?:s|ed)?|cut(?:s|ting)?|reduc(?:es?|ed|ing)|"
    r"increas(?:es?|ed|ing)|push(?:es|ed)) (?:its |their |the )?[a-z-]+(?: [a-z-]+)?$"
)


def _in_one_unit(
    change: Figure, base: Figure, result: Figure
) -> tuple[Figure, Figure, Figure] | None:
    """The three, with a unit that only one level tells carried over; None where they do not fit."""
    if base.unit is None and result.unit is None and not (is_large(base) and is_large(result)):
        return None
    base, result = replace(base, unit=base.unit or result.unit), result
    result = replace(result, unit=result.unit or base.unit)
    if change.change is None:
        grown = nominal(result) > nominal(base)
        change = replace(change, change=Change.UP if grown else Change.DOWN)
    return change, base, result


def is_large(figure: Figure) -> bool:
    """Whether a bare number is a count, not a year or the number of something."""
    value = nominal(figure)
    return value >= _LARGE and ("," in figure.text or int(value) not in _YEARS)
