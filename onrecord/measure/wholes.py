"""Wholes: the figure that a share is a share of, where it is not the one right beside it.

"It sells 9,000 tonnes a year. Its blue cheese is a quarter of that, or 2,250 tonnes": "that" is the
last amount told. "Built for 2,000 births, it saw 1,240, or 62 % of its capacity": the capacity is
the one figure of its story that is told as one.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable

from onrecord.measure.lexicon import Lexicon
from onrecord.measure.lines import Line
from onrecord.measure.roles import role_of
from onrecord.measure.rounding import is_exact, nominal
from onrecord.model import Figure

_BACK = 4  # lines above a share in which its whole may stand
_MOST = 40  # figures of a line that a reader would look back over
_THAT = re.compile(r"of (?:that|this|it|these|those|them)(?: (?:sum|amount|total|number))?")


def is_share(figure: Figure) -> bool:
    """Whether a figure is a plain percentage or fraction."""
    return figure.unit == "1" and figure.change is None and not figure.unquantified


def is_amount(figure: Figure) -> bool:
    """Whether a figure is one number of something, and no change of it."""
    return is_exact(figure) and figure.unit != "1" and figure.change is None


def find_whole(
    lines: list[Line], index: int, noun: str, share: Figure, part: Figure, lexicon: Lexicon
) -> Figure | None:
    """The whole of `share`, named by `noun` ("capacity", "of that"), that `part` is a part of."""
    before = min(share.start, part.start)
    if _THAT.fullmatch(noun.strip()):
        return _last_told(lines, index, before, part.unit)
    role = next((lexicon.relations[w] for w in noun.split() if w in lexicon.relations), None)
    if role is None:
        return None
    first = max(0, index - _BACK) if part.unit is not None else index
    bases = [
        figure
        for line in lines[first : index + 1]
        if line.passage.story == lines[index].passage.story
        for figure in _told_before(line, before)
        if is_amount(figure)
        and (part.unit is None or figure.unit == part.unit)
        and role_of(line, figure, lexicon) == role
    ]
    return _the_one(bases)


def _last_told(lines: list[Line], index: int, before: int, unit: str | None) -> Figure | None:
    """The one amount in `unit` of this sentence before `before`, else of the sentence above."""
    for line in reversed(lines[max(0, index - 1) : index + 1]):
        here, there = line.passage, lines[index].passage
        if (here.story, here.paragraph) != (there.story, there.paragraph):
            break
        told = [f for f in _told_before(line, before) if f.unit == unit and not f.unquantified]
        if told:
            return _the_one(told) if all(is_amount(figure) for figure in told) else None
    return None


def _told_before(line: Line, before: int) -> tuple[Figure, ...]:
    place = bisect_left(line.starts, before)
    return line.figures[max(0, place - _MOST) : place]


def _the_one(figures: Iterable[Figure]) -> Figure | None:
    """The figure, where all of them say the same."""
    by_value = {nominal(figure): figure for figure in figures}
    return next(iter(by_value.values())) if len(by_value) == 1 else None
