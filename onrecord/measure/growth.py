"""Growth: a change with the levels it leads from and to ("rose 5 % to 210 from 200")."""

import math
import re
from collections.abc import Iterator

from onrecord.measure.comparisons import find_change_since, find_change_than
from onrecord.measure.levels import find_change, find_change_above, is_large, is_parted, level_of
from onrecord.measure.lexicon import Lexicon
from onrecord.measure.lines import Line, make_check
from onrecord.measure.rounding import (
    Interval,
    is_exact,
    nominal,
    policy_of,
    widen,
    write_figure,
    write_number,
)
from onrecord.model import Amount, Change, Check, CheckVerdict, Figure

_LOOSE = 0.25  # "doubled" is said of anything from 1.5 to 2.5 times


def check_growth(lines: list[Line], lexicon: Lexicon) -> Iterator[Check]:
    """Changes recomputed from their levels, and levels implied by a change and its result."""
    for index, line in enumerate(lines):
        for place in range(len(line.figures)):
            three = line.figures[place : place + 3]
            since = find_change_since(lines, index, place, lexicon)
            found = since or find_change(line, place) or find_change_above(lines, index, place)
            if found is not None:
                yield from _judge(*found)
            else:
                yield from _imply(line, line.figures[place : place + 2])
                if find_change_since(lines, index, place + 1, lexicon) is None:
                    yield from _imply_earlier(line, line.figures[place : place + 2])
            than = find_change_than(line, place, lexicon)
            if than is not None:
                yield from _judge(*than)
            yield from _check_both(line, three)
            yield from _check_multiple(line, line.figures[place : place + 2], lexicon)
            yield from _check_times(line, line.figures[place : place + 2], lexicon)


def _check_both(line: Line, three: tuple[Figure, ...]) -> Iterator[Check]:
    """One change told twice with its result: "fell 102 points, or 0.36 %, to 27,934"."""
    if len(three) < 3 or any(figure.unquantified for figure in three):
        return
    step, share, result = three
    if step.change is None or step.unit in (None, "1") or share.unit != "1":
        return
    if not all(is_exact(figure) and nominal(figure) > 0 for figure in three):
        return
    if line.between(step, share) not in _OR or line.between(share, result) not in _ON_TO:
        return
    if result.unit not in (None, step.unit):
        return
    sign = 1.0 if step.change is Change.UP else -1.0
    moved, level, told = widen(step), widen(result), widen(share)
    spread = Interval(
        moved.low / (level.high - sign * moved.low), moved.high / (level.low - sign * moved.high)
    )
    exact = nominal(step) / (nominal(result) - sign * nominal(step))
    holds = spread.low <= told.high and told.low <= spread.high
    yield make_check(
        "growth",
        CheckVerdict.HOLDS if holds else CheckVerdict.FAILS,
        f"{step.change} {write_figure(step)} to {write_figure(result)} is "
        f"{write_number(round(exact, 4), '1')}; the text says {write_figure(share)} "
        f"({policy_of(step, share, result)})",
        (step, share, result),
        Amount(exact, exact, "1"),
    )


_OR = frozenset({", or", "or", "("})
_ON_TO = frozenset(
    {", to", "to", ") to", "), to", ", to close at", ", to end at", ", to finish at"}
)


def _judge(change: Figure, base: Figure, result: Figure) -> Iterator[Check]:
    """Whether `result` is `base` and `change`, as a share of it or as a difference."""
    if base.unit != result.unit or not nominal(base):
        return
    if not (is_exact(base) and is_exact(result)) or change.low is None:
        return
    sign = 1.0 if change.change is Change.UP else -1.0
    if change.unit == "1" == base.unit:
        # "Up 37 %, from 0.90 % to 1.23 %": of the level, or loosely in points; either may be meant.
        read = (_judge_share(change, base, result, sign),
                _judge_difference(change, base, result, sign))  # fmt: skip
        yield next((check for check in read if check.verdict is CheckVerdict.HOLDS), read[0])
    elif change.unit == "1":
        yield _judge_share(change, base, result, sign)
    elif change.unit in (base.unit, None if base.unit != "1" else ""):
        yield _judge_difference(change, base, result, sign)
    elif change.unit == "percentage point" and base.unit == "1":
        yield _judge_difference(change, base, result, sign, scale=100.0)


def _judge_share(change: Figure, base: Figure, result: Figure, sign: float) -> Check:
    low, high = widen(base), widen(result)
    spread = Interval(high.low / low.high - 1, high.high / low.low - 1)
    told = widen(change)
    told = told if sign > 0 else Interval(-told.high, -told.low)
    exact = nominal(result) / nominal(base) - 1
    holds = spread.meets(told)
    says = (
        f"from {write_figure(base)} to {write_figure(result)} is "
        f"{'up' if exact >= 0 else 'down'} {write_number(abs(round(exact, 3)), '1')}; "
        f"the text says {change.change} {write_figure(change)} "
        f"({policy_of(change, base, result)})"
    )
    verdict = CheckVerdict.HOLDS if holds else CheckVerdict.FAILS
    return make_check("growth", verdict, says, (change, base, result), Amount(exact, exact, "1"))


def _judge_difference(
    change: Figure, base: Figure, result: Figure, sign: float, scale: float = 1.0
) -> Check:
    low, high, told = widen(base), widen(result), widen(change)
    told = told if sign > 0 else Interval(-told.high, -told.low)
    spread = Interval((high.low - low.high) * scale, (high.high - low.low) * scale)
    exact = (nominal(result) - nominal(base)) * scale
    holds = spread.meets(told)
    says = (
        f"from {write_figure(base)} to {write_figure(result)} is "
        f"{'up' if exact >= 0 else 'down'} {write_number(abs(exact), change.unit)}; "
        f"the text says {change.change} {write_figure(change)} "
        f"({policy_of(change, base, result)})"
    )
    verdict = CheckVerdict.HOLDS if holds else CheckVerdict.FAILS
    amount = Amount(exact, exact, change.unit)
    return make_check("difference", verdict, says, (change, base, result), amount)


def _imply(line: Line, two: tuple[Figure, ...]) -> Iterator[Check]:
    """As in "Fell 7 % to $2.3bn": the level that it fell from."""
    if len(two) < 2 or not (two[0].change and is_exact(two[0]) and is_exact(two[1])):
        return
    change, result = two
    gap = line.between(change, result)
    if _STRAIGHT_TO.fullmatch(gap) is None or result.change is not None:
        return
    yield from _imply_base(change, result)


def _imply_earlier(line: Line, two: tuple[Figure, ...]) -> Iterator[Check]:
    """As in "It sold 30,154 vans, down 10 percent from a year ago": what it sold a year ago."""
    if len(two) < 2 or not (two[1].change and is_exact(two[0]) and is_exact(two[1])):
        return
    result, change = two
    gap = line.between(result, change)
    if result.change is not None or change.unit != "1" or len(gap) > _NEAR:
        return
    if _STILL.fullmatch(gap) and _YEAR_AGO.match(line.after(change)) and not result.unquantified:
        yield from _imply_base(change, result)


_NEAR = 80  # characters between a level and the change that led to it
_STILL = re.compile(
    r"[^;:]{0,70}?,? (?:which is |that is |but |still )*"
    r"(?:up|down|an? (?:[a-z]+ )?(?:rise|fall|increase|decrease|drop|decline|gain|jump) of)?"
)
_YEAR_AGO = re.compile(
    r"(?:from|on|compared (?:with|to)|over|than|versus) (?:an? (?:year|quarter|month) |last |"
    r"(?:in )?the (?:year|same|previous|prior|preceding) )"
)


def _imply_base(change: Figure, result: Figure) -> Iterator[Check]:
    """The level before a change that led to `result`."""
    assert change.change is not None
    if result.unit in (None, "1") or change.unit not in ("1", result.unit):
        return
    if change.unit == "1" and nominal(change) < _TELLING:
        return
    sign = 1.0 if change.change is Change.UP else -1.0
    told, level = widen(change), widen(result)
    if change.unit == "1":
        if nominal(change) >= 1 and sign < 0:
            return
        ends = [level.low / (1 + sign * told.low), level.low / (1 + sign * told.high)]
        ends += [level.high / (1 + sign * told.low), level.high / (1 + sign * told.high)]
        exact = nominal(result) / (1 + sign * nominal(change))
    else:
        ends = [level.low - sign * told.high, level.high - sign * told.low]
        exact = nominal(result) - sign * nominal(change)
    yield make_check(
        "base",
        CheckVerdict.IMPLIED,
        f"{write_figure(result)} after {change.change} {write_figure(change)} implies about "
        f"{write_number(float(f'{exact:.3g}'), result.unit)} before ({policy_of(change, result)})",
        (change, result),
        Amount(min(ends), max(ends), result.unit),
    )


_TELLING = 0.01  # a smaller change implies a level that rounding hides
_STRAIGHT_TO = re.compile(r"(?:in \d{4} |last year |this year |year-on-year |year over year )?to")


def _check_multiple(line: Line, two: tuple[Figure, ...], lexicon: Lexicon) -> Iterator[Check]:
    """As in "Doubled from 40 to 81"."""
    if len(two) < 2 or two[0].unit != two[1].unit:
        return
    if two[0].unit is None and not all(map(is_large, two)):
        return
    ends = [level_of(line, figure) for figure in two]
    words = [word for word in line.before(two[0]).split() if word in lexicon.multiples]
    if len(words) != 1 or sorted(map(str, ends)) != ["from", "to"]:
        return
    if not all(is_exact(figure) and nominal(figure) > 0 for figure in two):
        return
    base, result = (two[0], two[1]) if ends[0] == "from" else (two[1], two[0])
    if is_parted(line.between(*two)):
        return
    yield _say_multiple(base, result, words[0], lexicon.multiples[words[0]])


# "It sold 900 vans, more than twice the 400 of 2019."
_TIMES = re.compile(
    r"[^;:]{0,40}?,? ?(?:which is |that is |or )?"
    r"(?P<bound>more than|over|at least|nearly|almost|less than|about|roughly)? ?"
    r"(?P<word>twice|double|triple|treble|quadruple) (?:the|its|their|last year's)"
)


def _check_times(line: Line, two: tuple[Figure, ...], lexicon: Lexicon) -> Iterator[Check]:
    """As in "900 vans, twice the 450 of the year before"."""
    if len(two) < 2 or two[0].unit != two[1].unit or two[0].per != two[1].per:
        return
    plain = all(is_exact(f) and nominal(f) > 0 and f.change is None for f in two)
    gap = line.between(*two)
    found = _TIMES.fullmatch(gap) if plain and not is_parted(gap) else None
    if found is None or (two[0].unit is None and not all(map(is_large, two))):
        return
    words = " ".join(word for word in (found["bound"], found["word"]) if word)
    yield _say_multiple(two[1], two[0], words, lexicon.multiples[found["word"]])


def _say_multiple(base: Figure, result: Figure, words: str, factor: float) -> Check:
    exact = nominal(result) / nominal(base)
    more = words.startswith(("more", "over", "at least"))
    less = words.startswith("less")
    low = 0.0 if less else factor * (1 - (_FIRM if more else _LOOSE))
    high = math.inf if more else factor * (1 + (_FIRM if less else _LOOSE))
    taken = f"{low:g} to {high:g} times" if math.isfinite(high) else f"{low:g} times or more"
    return make_check(
        "multiple",
        CheckVerdict.HOLDS if low <= exact <= high else CheckVerdict.FAILS,
        f"from {write_figure(base)} to {write_figure(result)} is {exact:.2f} times; the text says "
        f'"{words}" (taken as {taken})',
        (base, result),
        Amount(exact, exact, "time"),
    )


_FIRM = 0.03  # what rounding leaves of "more than twice"
