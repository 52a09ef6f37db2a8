"""Shares and products: "80 % capacity, or 320,000", "40 of 120 workers, or a third"."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace

from onrecord.measure.lexicon import Lexicon
from onrecord.measure.lines import Line, make_check
from onrecord.measure.roles import role_of
from onrecord.measure.rounding import (
    Interval,
    is_exact,
    nominal,
    policy_of,
    widen,
    write_figure,
    write_number,
)
from onrecord.model import Amount, Check, CheckVerdict, Figure

_OF = re.compile(r"of|of (?:the|its|their|his|her|our|all|some|those|these)|out of(?: the)?")
# What stands between a number and the same thing said otherwise: "workers, or", "(", ", or about".
_OR = re.compile(r"(?P<noun>[a-z' -]{0,40}?)\s*(?:,? or|, i\.e\.|,? meaning|,? equivalent to|\()")
_FRACTION_TEXT = re.compile(r"%|per ?cent|pct")
_BACK = 4  # lines above a share in which its base may stand


def check_shares(lines: list[Line], lexicon: Lexicon) -> Iterator[Check]:
    """The shares of `lines` that are said twice or whose base is told."""
    for index, line in enumerate(lines):
        figures = line.figures
        for place, figure in enumerate(figures[:-1]):
            following = figures[place + 1]
            if _is_share(figure) and _is_amount(following):
                yield from _check_product(lines, index, figure, following, lexicon)
            elif _is_share(figure) and _is_share(following):
                yield from _check_same(line, figure, following)
            if place + 2 < len(figures):
                yield from _check_three(line, figures[place : place + 3], lexicon)


def _is_share(figure: Figure) -> bool:
    return figure.unit == "1" and figure.change is None and not figure.unquantified


def _is_amount(figure: Figure) -> bool:
    return is_exact(figure) and figure.unit != "1" and figure.change is None


def _check_product(
    lines: list[Line], index: int, share: Figure, part: Figure, lexicon: Lexicon
) -> Iterator[Check]:
    """As in "80 % capacity, or 320,000": the base is the one capacity of the story."""
    link = _OR.fullmatch(lines[index].between(share, part))
    if link is None or not is_exact(share) or "(" in link.group():
        return
    words = link["noun"].split()
    role = next((lexicon.relations[w] for w in words if w in lexicon.relations), None)
    if role is None:
        return
    bases = {
        nominal(figure): figure
        for line in lines[max(0, index - _BACK) : index + 1]
        if line.passage.story == lines[index].passage.story
        for figure in _near(line, share)
        if _is_amount(figure)
        and figure.end <= share.start
        and figure.unit == part.unit
        and role_of(line, figure, lexicon) == role
    }
    if len(bases) == 1:
        yield _judge(share, next(iter(bases.values())), part)


def _near(line: Line, share: Figure) -> tuple[Figure, ...]:
    """The last figures of a line before `share`, so many as a reader would look back over."""
    place = bisect_left(line.starts, share.start)
    return line.figures[max(0, place - _MOST) : place]


_MOST = 40


def _check_three(line: Line, three: tuple[Figure, ...], lexicon: Lexicon) -> Iterator[Check]:
    """As in "40 of the 120 workers, or a third"; "30 % of the 400 members, or 120"."""
    first, second, third = three
    if _OF.fullmatch(line.between(first, second)) is None or not _is_amount(second):
        return
    if _OR.fullmatch(line.between(second, third)) is None:
        return
    part = replace(first, change=None)  # "cut 300 of its 1,200 staff"
    if _is_amount(part) and _is_share(third) and _same_kind(part, second, lexicon):
        yield _judge(third, second, first)
    elif _is_share(first) and _is_amount(third) and _same_kind(third, second, lexicon):
        yield _judge(first, second, third)


def _same_kind(left: Figure, right: Figure, lexicon: Lexicon) -> bool:
    """Whether a part is counted as the whole is; both may be people by different names."""
    if left.unit == right.unit or left.unit is None:
        return True
    return left.unit in lexicon.persons and right.unit in lexicon.persons


def _judge(share: Figure, base: Figure, part: Figure) -> Check:
    """Whether `share` of `base` is `part`, the sum written out."""
    exact = nominal(share) * nominal(base)
    rate, whole = widen(share), widen(base)
    result = Interval(rate.low * whole.low, rate.high * whole.high)
    holds = result.meets(widen(part))
    says = (
        f"{write_figure(share)} of {write_figure(base)} = {write_number(exact, part.unit)}; "
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


def _check_same(line: Line, left: Figure, right: Figure) -> Iterator[Check]:
    """As in "One in five, or 20 per cent": a fraction in words and the percentage it is."""
    link = _OR.fullmatch(line.between(left, right))
    if link is None or link["noun"] or not (is_exact(left) and is_exact(right)):
        return
    fraction = _FRACTION_TEXT.search(left.text.lower()) is None
    if not fraction or _FRACTION_TEXT.search(right.text.lower()) is None:
        return
    holds = abs(nominal(left) - nominal(right)) <= _COARSE
    yield make_check(
        "share",
        CheckVerdict.HOLDS if holds else CheckVerdict.FAILS,
        f"{left.text} = {write_number(nominal(left), '1')}; the text says {right.text} "
        f"(within {write_number(_COARSE, '1')}, as fractions in words are coarse)",
        (left, right),
        Amount(nominal(left), nominal(left), "1"),
    )


_COARSE = 0.05
