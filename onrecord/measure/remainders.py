"""Remainders: a whole, a part of it, and "the rest" ("of the 120 men, 40 left and 80 stayed").

A whole told in the same breath must be met. One told in an earlier sentence bears the parts out
where they add up to it; where they do not it may be the whole of something else, and nothing is
said.
"""

import re
from collections.abc import Iterator

from onrecord.measure.lexicon import Lexicon
from onrecord.measure.lines import Line, make_check
from onrecord.measure.rounding import nominal, policy_of, widen, write_figure, write_number
from onrecord.measure.wholes import is_amount
from onrecord.model import Amount, Check, CheckVerdict, Figure

_REST = re.compile(
    r"[a-z' -]{0,60},?(?: and| while| with)? (?:the|its|their) (?:rest|remainder|remaining|balance)"
    r"\b[a-z' -]{0,40}"
)
_OF = re.compile(r"(?:^|.*\W)(?:out )?of (?:the|its|their|all|those|these)(?: total)?", re.DOTALL)
_THEN = re.compile(r"[a-z' -]{0,40},?[a-z' -]{0,20}")
_BACK = 4  # lines above in which the whole may stand


def check_remainders(lines: list[Line], lexicon: Lexicon) -> Iterator[Check]:
    """The parts and remainders of `lines` set against their wholes."""
    for index, line in enumerate(lines):
        for place, (part, rest) in enumerate(zip(line.figures, line.figures[1:], strict=False)):
            if not is_amount(part) or not is_amount(rest):
                continue
            if _REST.fullmatch(line.between(part, rest)) is None:
                continue
            whole = _whole_here(line, place)
            if whole is not None and _alike(part, rest, whole, lexicon):
                yield _judge(whole, part, rest)
                continue
            above = _whole_above(lines, index, part, lexicon)
            if above is not None and _alike(part, rest, above, lexicon):
                check = _judge(above, part, rest)
                if check.verdict is CheckVerdict.HOLDS:
                    yield check


def _whole_here(line: Line, place: int) -> Figure | None:
    """The whole that a sentence opens with: "of the 120 workers, 40 ..."."""
    if place == 0:
        return None
    whole, part = line.figures[place - 1], line.figures[place]
    if not is_amount(whole) or _OF.fullmatch(line.before(whole)) is None:
        return None
    return whole if _THEN.fullmatch(line.between(whole, part)) else None


def _whole_above(lines: list[Line], index: int, part: Figure, lexicon: Lexicon) -> Figure | None:
    """The one amount of the kind of `part` that the sentences above tell."""
    if part.unit is None:
        return None
    story = lines[index].passage.story
    told = {
        nominal(figure): figure
        for line in lines[max(0, index - _BACK) : index]
        if line.passage.story == story
        for figure in line.figures
        if is_amount(figure) and figure.unit == part.unit
    }
    return next(iter(told.values())) if len(told) == 1 else None


def _alike(part: Figure, rest: Figure, whole: Figure, lexicon: Lexicon) -> bool:
    """Whether all three count one kind of thing, the parts less than the whole."""
    kinds = {"person" if f.unit in lexicon.persons else f.unit for f in (part, rest, whole)} - {
        None
    }
    smaller = max(nominal(part), nominal(rest)) < nominal(whole)
    return len(kinds) == 1 and smaller and part.per == rest.per == whole.per


def _judge(whole: Figure, part: Figure, rest: Figure) -> Check:
    exact = nominal(part) + nominal(rest)
    one, other, all_of_it = widen(part), widen(rest), widen(whole)
    low, high = one.low + other.low, one.high + other.high
    holds = low <= all_of_it.high and all_of_it.low <= high
    if exact < _COUNTED and not any(f.approx for f in (whole, part, rest)):
        holds = exact == nominal(whole)
    return make_check(
        "sum",
        CheckVerdict.HOLDS if holds else CheckVerdict.FAILS,
        f"{write_figure(part)} + {write_figure(rest)} = {write_number(exact, whole.unit)}; "
        f"the text says {write_figure(whole)} ({policy_of(whole, part, rest)})",
        (whole, part, rest),
        Amount(exact, exact, whole.unit),
    )


_COUNTED = 1000  # below this things are counted, not rounded
