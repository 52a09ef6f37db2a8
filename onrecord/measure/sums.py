"""Sums: a total and the parts that are listed for it ("12 people: five men and seven women")."""

import re
from collections.abc import Iterator

from onrecord.measure.lexicon import Lexicon
from onrecord.measure.lines import Line, make_check
from onrecord.measure.rounding import is_exact, nominal, widen, write_figure, write_number
from onrecord.model import Amount, Check, CheckVerdict, Figure

# A total is set off from its parts by a colon, dash or bracket, with a few words before it at most.
_OPENS = re.compile(
    r"[a-z' -]{0,40}?\s*(?::|--|—|–|\s-\s?|\(|,?\s?(?:which )?(?:consist\w+|made up|comprised) of|"
    r",?\s?(?:which )?compris(?:es|ing))\s*",
    re.DOTALL,
)
_JOINS = re.compile(r"[a-z' -]{0,40}?(?:[,;]?\s?and|[,;])\s*(?:another|a further|the other)?\s*")
_CLOSES = re.compile(r"[a-z' -]{0,40}?(?:[).—–;]|--| - |$).*", re.DOTALL)
_PARTIAL = re.compile(
    r"\b(?:includ\w+|among|such as|at least|some|several|other|others|more|mostly|plus|many|"
    r"and (?:a|an|his|her|the|its|their)\b)"
)
_MOST = 6  # parts


def check_sums(lines: list[Line], lexicon: Lexicon) -> Iterator[Check]:
    """The totals of `lines` whose parts follow them."""
    for line in lines:
        for place, total in enumerate(line.figures):
            parts = _parts(line, place, lexicon) or _parts_before(line, place, lexicon)
            if not parts:
                continue
            check = _judge(total, parts)
            # "600 staff: 400 here and 200 there" adds up; bare numbers that do not may be others.
            if check.verdict is CheckVerdict.HOLDS or all(part.unit for part in parts):
                yield check


def _parts(line: Line, place: int, lexicon: Lexicon) -> tuple[Figure, ...]:
    """The parts of the figure at `place`; empty unless they are all told, and in its own kind."""
    total, rest = line.figures[place], line.figures[place + 1 : place + 2 + _MOST]
    if not _is_count(total) or len(rest) < 2:
        return ()
    if _OPENS.fullmatch(line.between(total, rest[0])) is None:
        return ()
    parts = [rest[0]]
    for figure in rest[1:]:
        if _JOINS.fullmatch(line.between(parts[-1], figure)) is None:
            break
        parts.append(figure)
    if not 2 <= len(parts) <= _MOST or not all(_is_part(p, total, lexicon) for p in parts):
        return ()
    told = line.text[total.end - line.passage.start : parts[-1].end - line.passage.start]
    tail = line.after(parts[-1])
    if _PARTIAL.search(told) or _PARTIAL.search(tail[:_TAIL]) or not _CLOSES.fullmatch(tail):
        return ()
    return tuple(parts)


_TOTALS = re.compile(
    r"[a-z' -]{0,40}?,?\s?(?:for|or|making|giving|which makes) a total of|[a-z' -]{0,40}?[,—–-]"
)
_IN_ALL = re.compile(r"(?:[a-z]+ )?(?:in (?:all|total)|altogether)\b")
_LISTS_BEFORE = re.compile(r"[.:,;]|\b(?:and|or)\b")


def _parts_before(line: Line, place: int, lexicon: Lexicon) -> tuple[Figure, ...]:
    """The parts that a total sums up after them: "five men and seven women, 12 people in all"."""
    total = line.figures[place]
    if place < 2 or not _is_count(total):
        return ()
    gap = line.between(line.figures[place - 1], total)
    if _TOTALS.fullmatch(gap) is None:
        return ()
    if "total" not in gap and not _IN_ALL.match(line.after(total)):
        return ()
    first = place - 1
    while first > 0 and place - first < _MOST:
        if _JOINS.fullmatch(line.between(line.figures[first - 1], line.figures[first])) is None:
            break
        first -= 1
    parts = line.figures[first:place]
    if len(parts) < 2 or not all(_is_part(part, total, lexicon) for part in parts):
        return ()
    told = line.text[parts[0].start - line.passage.start : total.start - line.passage.start]
    return () if _PARTIAL.search(told) or _lists_more(line, parts[0]) else parts


def _lists_more(line: Line, first: Figure) -> bool:
    """Whether the list began before its first number: "a guard, two cooks and three maids"."""
    return bool(_LISTS_BEFORE.search(line.before(first)[-_TAIL:]))


_TAIL = 40  # characters after the last part in which another part may follow without a number


def _is_count(figure: Figure) -> bool:
    return is_exact(figure) and not figure.approx and figure.unit not in (None, "1")


def _is_part(part: Figure, total: Figure, lexicon: Lexicon) -> bool:
    """Whether a part is counted in the total's unit, or both count people."""
    counted = is_exact(part) and not part.approx and part.unit != "1"
    if not counted or part.per != total.per or nominal(part) >= nominal(total):
        return False
    if part.unit in (None, total.unit):
        return True
    return part.unit in lexicon.persons and total.unit in lexicon.persons


def _judge(total: Figure, parts: tuple[Figure, ...]) -> Check:
    exact = sum(nominal(part) for part in parts)
    low = sum(widen(part).low for part in parts)
    high = sum(widen(part).high for part in parts)
    whole = widen(total)
    small = all(nominal(figure) < _COUNTED for figure in (*parts, total))
    holds = exact == nominal(total) if small else low <= whole.high and whole.low <= high
    written = " + ".join(write_figure(part) for part in parts)
    return make_check(
        "sum",
        CheckVerdict.HOLDS if holds else CheckVerdict.FAILS,
        f"{written} = {write_number(exact, total.unit)}; the text says {write_figure(total)}",
        (total, *parts),
        Amount(exact, exact, total.unit),
    )


_COUNTED = 100  # below this a count of parts is exact, not rounded
