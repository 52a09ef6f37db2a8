"""Shares and products: "80 % capacity, or 320,000", "40 of 120 workers, or a third"."""

import re
from collections.abc import Iterator
from dataclasses import replace

from onrecord.measure.levels import is_large
from onrecord.measure.lexicon import Lexicon
from onrecord.measure.lines import Line, make_check
from onrecord.measure.rounding import (
    Interval,
    is_exact,
    is_fraction,
    nominal,
    policy_of,
    widen,
    write_figure,
)
from onrecord.measure.wholes import find_whole, is_amount, is_share
from onrecord.model import Amount, Check, CheckVerdict, Figure

_OF = re.compile(
    r"of|of (?:the|its|their|his|her|our|all|some|those|these|the total|a total of)|"
    r"of (?:its|their|the) (?:staff|workforce|total|payroll|force) of|out of(?: the)?"
)
_OF_WHICH = re.compile(r",? of (?:which|whom)(?: only| just| about)?")
# What stands between a number and the same thing said otherwise: "workers, or", "(", ", or about".
_OR = re.compile(r"(?P<noun>[a-z' -]{0,40}?)\s*(?:,? or|, i\.e\.|,? meaning|,? equivalent to|\()")
_JUST = re.compile(
    r"[^;:.]{0,40}?,? ?(?:of which|of that|of this|but|and) (?:just|only|some|about)?|"
    r"[^;:.]{0,40}?, (?:just|only)"
)
_OF_CAPACITY = re.compile(r"of (?:its|their|the|that|his|her|our)?\s?(?P<noun>[a-z-]{4,16})\b")
# "Two of its six posts are empty, a third of the total."
_APART = re.compile(r"[a-z' -]{0,60},(?: or)?")
# "It will cut 400 jobs in Arles, | a quarter | of the 1,600 people who work there."
_APPOSED = re.compile(r"[a-z' -]{0,60},")
_FINITE = re.compile(r"(?:is|are|was|were|has|have|had|will|would|did|does|do)\b")
# As in "It earned 4 million on sales of 40 million, a margin of 10 %".
_ON_SALES = re.compile(r"[a-z' ]{0,20}on (?:sales|revenues?|turnover)(?: of)?")
_MARGIN = re.compile(r",? (?:giving|making|or)?\s?a (?:net |profit |net profit )?margin of")
_OF_THE_TOTAL = re.compile(r"of (?:the (?:total|whole|lot)|all of them|them all)\b")


def check_shares(lines: list[Line], lexicon: Lexicon) -> Iterator[Check]:
    """The shares of `lines` that are said twice or whose whole is told."""
    for index, line in enumerate(lines):
        figures = line.figures
        for place, figure in enumerate(figures[:-1]):
            following = figures[place + 1]
            if is_share(figure) and is_amount(following):
                yield from _check_product(lines, index, figure, following, lexicon)
            elif is_amount(figure) and is_share(following):
                yield from _check_part(lines, index, figure, following, lexicon)
            if place + 2 < len(figures):
                yield from _check_three(line, figures[place : place + 3], lexicon)


def _check_product(
    lines: list[Line], index: int, share: Figure, part: Figure, lexicon: Lexicon
) -> Iterator[Check]:
    """As in "80 % capacity, or 320,000", "a quarter of that, or 2,250 tonnes"."""
    link = _OR.fullmatch(lines[index].between(share, part))
    if link is None or not is_exact(share) or "(" in link.group():
        return
    whole = find_whole(lines, index, link["noun"], share, part, lexicon)
    if whole is not None:
        yield _judge(share, whole, part)


def _check_part(
    lines: list[Line], index: int, part: Figure, share: Figure, lexicon: Lexicon
) -> Iterator[Check]:
    """As in "it saw 1,240 last year, or 62 % of its capacity"."""
    line = lines[index]
    link, of = _OR.fullmatch(line.between(part, share)), _OF_CAPACITY.match(line.after(share))
    if link is None or of is None or not is_exact(share):
        return
    whole = find_whole(lines, index, of["noun"], share, part, lexicon)
    if whole is not None and whole is not part:
        yield _judge(share, whole, part)


def _check_three(line: Line, three: tuple[Figure, ...], lexicon: Lexicon) -> Iterator[Check]:
    """As in "40 of the 120 workers, or a third"; "30 % of the 400 members, or 120"."""
    first, second, third = three
    if _OF.fullmatch(line.between(second, third)):
        yield from _check_whole_last(line, three, lexicon)
        return
    if _JUST.fullmatch(line.between(first, second)):
        yield from _check_just(line, three)
        return
    if _OF_WHICH.fullmatch(line.between(first, second)):
        first, second = second, first  # "120 workers, of whom 40, or a third, left"
    elif _ON_SALES.fullmatch(line.between(first, second)):
        if is_share(third) and _MARGIN.fullmatch(line.between(second, third)):
            yield _judge(third, second, first)
        return
    elif _OF.fullmatch(line.between(first, second)) is None:
        return
    if not is_amount(second) or not _says_again(line, three):
        return
    part = replace(first, change=None)  # "cut 300 of its 1,200 staff"
    if is_amount(part) and is_share(third) and _same_kind(part, second, lexicon):
        yield _judge(third, second, first)
    elif is_share(first) and is_amount(third) and _same_kind(third, second, lexicon):
        yield _judge(first, second, third)


def _check_whole_last(line: Line, three: tuple[Figure, ...], lexicon: Lexicon) -> Iterator[Check]:
    """As in "40 workers, or a third of the 120"; "a third of workers (40 of 120)"."""
    first, second, whole = three
    gap = line.between(first, second)
    link = _OR.fullmatch(gap)
    if link is None and _is_apposed(line, three, gap, lexicon):
        yield _judge(second, whole, first)
    if link is None or not is_amount(whole):
        return
    part = replace(first, change=None)
    if is_amount(part) and is_share(second) and not link.group().endswith("("):
        share = second
    elif is_share(first) and is_amount(second) and link.group().endswith("("):
        part, share = second, first
    else:
        return
    if part.unit is None or whole.unit is None or _same_kind(part, whole, lexicon):
        yield _judge(share, whole, part)


def _is_apposed(line: Line, three: tuple[Figure, ...], gap: str, lexicon: Lexicon) -> bool:
    """As in "400 jobs in Arles, a quarter of the 1,600 people who work there"."""
    part, share, whole = replace(three[0], change=None), three[1], three[2]
    plain = is_amount(part) and is_amount(whole) and is_share(share) and is_fraction(share)
    if not plain or part.unit is None or part.per != whole.per or _APPOSED.fullmatch(gap) is None:
        return False
    # "300 left in May, a third of the 900 had gone before": a sentence of its own.
    own = _FINITE.match(line.after(whole)) is None and line.figures[0] is three[0]
    bare = whole.unit is None and is_large(whole)  # "a third of the 28,000 in the city"
    return own and (bare or _same_kind(part, whole, lexicon))


def _check_just(line: Line, three: tuple[Figure, ...]) -> Iterator[Check]:
    """As in "it raised $200 million, of which just $8 million, or 4 percent, came from here"."""
    whole, part, share = three
    link = _OR.fullmatch(line.between(part, share))
    if link is None or "(" in link.group() or not (is_amount(whole) and is_amount(part)):
        return
    closed = line.after(share).startswith((",", ")")) or not line.after(share).strip(".")
    alike = whole.unit == part.unit and whole.unit is not None and whole.per == part.per
    if closed and alike and is_share(share) and nominal(part) < nominal(whole):
        yield _judge(share, whole, part)


def _says_again(line: Line, three: tuple[Figure, ...]) -> bool:
    """Whether the third figure says the first two otherwise: "or a third", "a third of all"."""
    gap = line.between(three[1], three[2])
    if _OR.fullmatch(gap):
        return True
    whole = _OF_THE_TOTAL.match(line.after(three[2]))
    return whole is not None and _APART.fullmatch(gap) is not None


def _same_kind(left: Figure, right: Figure, lexicon: Lexicon) -> bool:
    """Whether a part is counted as the whole is; both may be people by different names."""
    if left.unit == right.unit or left.unit is None:
        return True
    people = lexicon.persons | lexicon.staff
    return left.unit in people and right.unit in people


def _judge(share: Figure, base: Figure, part: Figure) -> Check:
    """Whether `share` of `base` is `part`, the sum written out."""
    exact = nominal(share) * nominal(base)
    rate, whole = widen(share), widen(base)
    result = Interval(rate.low * whole.low, rate.high * whole.high)
    holds = result.meets(widen(part))
    told = share.text if is_fraction(share) else write_figure(share)
    bounded = replace(part, low=exact, high=exact, bound=share.bound, approx=False, change=None)
    says = (
        f"{told} of {write_figure(base)} = {write_figure(bounded)}; "
        f"the text says {write_figure(part)}"
    )
    if not holds or abs(exact - nominal(part)) > abs(exact) * 1e-9:
        says += f" ({policy_of(share, base, part)})"
    return make_check(
        "product",
        CheckVerdict.HOLDS if holds else CheckVerdict.FAILS,
        says,
        (share, base, part),
        Amount(exact, exact, part.unit),
    )
