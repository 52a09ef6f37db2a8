"""Totals: so many at so much each ("40 buses at $500,000 each, a total of $20 million"), and so
much a month for so many months.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from onrecord.measure.lines import Line, make_check
from onrecord.measure.rounding import (
    is_exact,
    nominal,
    policy_of,
    widen,
    write_figure,
    write_number,
)
from onrecord.model import Amount, Check, CheckVerdict, Figure

_AT = re.compile(r"[a-z' -]{0,30}(?:at|for|costing|worth|priced at)(?: about)?")
_EACH = re.compile(r"(?:each|apiece|a piece|per [a-z]+)\b[a-z' ]{0,20}")
_TOTAL = re.compile(
    r"[a-z' ]{0,30}(?:,|-|–|—)?\s?(?:or|for|making|a|totalling|totaling)?\s?(?:an? )?"
    r"(?:(?:total|sum|bill|cost|price)(?: (?:cost|price|bill|value))? of|total(?:l?ing)?)"
    r"(?: about)?|[a-z' ]{0,30}, or(?: about)?"
)
_IN_ALL = re.compile(r"(?:in (?:all|total)|altogether|overall|over (?:that|the) (?:time|period))\b")
_FOR = re.compile(r"[a-z' ]{0,20}(?:for|over)(?: the next)?")
# "A sum of $1bn, which would need $250m a month over five months", "$10m over two years, or $5m a
# year", "40 buses for $20 million, or $500,000 each".
_NEEDS = re.compile(
    r"[^;:.]{0,70}?\b(?:requires?|needs?|means?|equals?|is|or|meant|needed|required)"
    r"(?: [a-z]+){0,5}"
)
_DURING = re.compile(r"(?:for|over|during|in)(?: each of)?(?: the)?(?: next| past| coming| first)?")
_OVER = re.compile(r"[a-z' ]{0,30}?(?:over|for|across|during)(?: the)?(?: next| past| coming)?")
_OR = re.compile(r"[a-z' ]{0,30},? (?:or|an average of|averaging|that is|roughly|about)(?: about)?")
_FOR_ALL = re.compile(r"[a-z' -]{0,40}?(?:for|at a (?:cost|price) of|costing|worth)(?: about)?")
# "A bonus of $4,000 for each of its 300 workers will cost $1.2 million", "$1.2 million in bonuses,
# or $4,000 to each of its 300 workers".
_EACH_OF = re.compile(
    r"(?:(?:for|to|from) )?each (?:one )?of (?:the|its|their|his|her|those|these)"
)
_COSTS = re.compile(
    r"[a-z' ]{0,30}\b(?:costs?|costing|com(?:es?|ing) to|came to|totall?(?:s|ed|ing)|makes?|making|"
    r"worth|add(?:s|ed|ing)? up to|amount(?:s|ed|ing)? to)(?: (?:it|them|the [a-z]+))?"
    r"(?: about| some| a total of)?"
)
# "It spent $90,000 on 180 laptops, or $500 each."
_SPENT_ON = re.compile(r"[a-z' ]{0,30}\b(?:on|for|in|to|among|between)(?: the| its| their| all)?")
_EACH_ENDS = re.compile(r"(?:(?:each|apiece|a piece)\b)?\s?(?:[.,;)].*|$)", re.DOTALL)
_LESS = re.compile(r"(?:more|less|fewer|higher|lower|above|below)\b")
_WITH = re.compile(r"(?:with|plus|including|before|after|without|excluding|on top)\b")
_PART_OF = re.compile(r"\bof (?:the|its|their|his|her|our|all|those|these)?$")
SPANS = frozenset({"day", "week", "month", "year", "hour", "quarter"})


def check_totals(lines: list[Line]) -> Iterator[Check]:
    """The totals of `lines` that a count and a price, or a rate and a span, come to."""
    for index, line in enumerate(lines):
        for span, total in zip(line.figures, line.figures[1:], strict=False):
            rate = _rate_above(lines, index, span, total)
            if rate is not None:
                yield judge_total(span, rate, total)
        for three in zip(line.figures, line.figures[1:], line.figures[2:], strict=False):
            exact = all(is_exact(f) and not f.unquantified and nominal(f) > 0 for f in three)
            if not exact or _PART_OF.search(line.before(three[0])):
                continue  # "3 of its 20 players for $40m": not 20 of them
            if _LESS.match(line.after(three[2])):
                continue  # "300 vans at $90,000 each, or $2 million less than planned"
            if _is_priced(line, *three) or _is_timed(line, *three):
                yield judge_total(*three)
            elif (turned := _read_total_first(line, *three)) is not None:
                yield judge_total(*turned)


# "It pays 3,000 euros a month. Over the | 24 months | of the lease that is | 72,000 euros."
_SPAN_OF = re.compile(r"(?:over|for|in|across)(?: the| its| all)?")
_THAT_IS = re.compile(
    r"(?:of (?:the|its|their) [a-z]+)?,? ?(?:that|this|it)(?:'s| is| was| makes| made| comes to|"
    r" came to| adds up to| added up to| amounts to| amounted to)(?: about| some| a total of)?"
)


def _rate_above(lines: list[Line], index: int, span: Figure, total: Figure) -> Figure | None:
    """The rate that the sentence above tells, where this one says what it comes to over a span."""
    line, total = lines[index], replace(total, change=None)
    if index == 0 or span.unit not in SPANS or total.per is not None or len(line.figures) > 2:
        return None
    said = _SPAN_OF.fullmatch(line.before(span)) and _THAT_IS.fullmatch(line.between(span, total))
    if not said or _ENDED.fullmatch(line.after(total)) is None:
        return None
    here, there = line.passage, lines[index - 1].passage
    told = [f for f in lines[index - 1].figures if not f.unquantified]
    if (here.story, here.paragraph) != (there.story, there.paragraph) or len(told) != 1:
        return None
    plain = all(is_exact(f) and nominal(f) > 0 for f in (span, total, told[0]))
    alike = told[0].per == span.unit and told[0].unit == total.unit and told[0].change is None
    return told[0] if plain and alike and told[0].unit not in (None, "1") else None


_ENDED = re.compile(r"\s?(?:[.;)].*)?", re.DOTALL)


def _read_total_first(
    line: Line, first: Figure, second: Figure, third: Figure
) -> tuple[Figure, Figure, Figure] | None:
    """Count or span, rate and total, where the rate comes after the total."""
    gaps = line.between(first, second), line.between(second, third)
    if _is_each(line, first, third, second, gaps):
        return first, third, second
    if _WITH.match(line.after(third)):
        return None  # "or about $3 million a year with interest"
    shared = _read_shared(line, first, second, third, gaps)
    if shared is not None:
        return shared
    if _is_spread(second, third, first) and _OVER.fullmatch(gaps[0]) and _OR.fullmatch(gaps[1]):
        return second, third, first
    if (
        _is_spread(third, second, first)
        and _NEEDS.fullmatch(gaps[0])
        and _DURING.fullmatch(gaps[1])
    ):
        return third, second, first
    return None


def _read_shared(
    line: Line, first: Figure, second: Figure, third: Figure, gaps: tuple[str, str]
) -> tuple[Figure, Figure, Figure] | None:
    """Count, price and total, where "each" or "each of its" tells that the total is shared out."""
    if _EACH_OF.fullmatch(gaps[1]) and _OR.fullmatch(gaps[0]):
        three = third, second, first
    elif _EACH_OF.fullmatch(gaps[0]) and _COSTS.fullmatch(gaps[1]):
        three = second, first, third
    elif (
        _SPENT_ON.fullmatch(gaps[0])
        and _OR.fullmatch(gaps[1])
        and _EACH_ENDS.fullmatch(line.after(third))
    ):
        three = second, third, first
    else:
        return None
    count, each, total = three
    money = each.unit is not None and each.unit.isupper() and each.unit == total.unit
    counted = count.unit not in (None, "1", each.unit) and count.unit not in SPANS
    plain = count.per is None and total.per is None and each.per in (None, count.unit)
    if three[1] is third and each.per is None and not _EACH.match(line.after(third)):
        return None
    return three if money and counted and plain else None


def _is_each(line: Line, count: Figure, each: Figure, total: Figure, gaps: tuple[str, str]) -> bool:
    """As in "40 buses for $20 million, or $500,000 each"."""
    if total.unit is None or total.unit != each.unit or not total.unit.isupper():
        return False
    if count.unit in (None, "1", total.unit) or count.per or total.per or count.unit in SPANS:
        return False
    said = each.per == count.unit or (each.per is None and _EACH.match(line.after(each)))
    return bool(said) and bool(_FOR_ALL.fullmatch(gaps[0])) and bool(_OR.fullmatch(gaps[1]))


def _is_spread(span: Figure, rate: Figure, total: Figure) -> bool:
    """Whether so much in a span of time, for so many spans, is the kind of the total."""
    if rate.unit in (None, "1") or rate.unit != total.unit or total.per is not None:
        return False
    return span.unit in SPANS and rate.per == span.unit and rate.change is None


def _is_priced(line: Line, count: Figure, price: Figure, total: Figure) -> bool:
    """Whether a count and the price of one are told, and then what they come to."""
    if price.unit is None or price.unit != total.unit or not price.unit.isupper():
        return False
    if count.unit in (None, "1", price.unit) or count.per or price.per not in (None, count.unit):
        return False
    if _AT.fullmatch(line.between(count, price)) is None:
        return False
    after = line.between(price, total)
    each = _EACH.match(after)
    if each is None and price.per is None:
        return False
    rest = after[each.end() :].strip() if each is not None else after
    return _TOTAL.fullmatch(rest) is not None


def _is_timed(line: Line, rate: Figure, span: Figure, total: Figure) -> bool:
    """Whether so much in a span of time, for so many spans, is told, and what it comes to."""
    if rate.unit in (None, "1") or rate.unit != total.unit or total.per is not None:
        return False
    if span.unit not in SPANS or rate.per != span.unit:
        return False
    if _FOR.fullmatch(line.between(rate, span)) is None:
        return False
    gap = line.between(span, total)
    told = "total" in gap or _IN_ALL.match(line.after(total)) is not None
    return told and _TOTAL.fullmatch(gap) is not None


def judge_total(count: Figure, each: Figure, total: Figure) -> Check:
    """The check whether so many at so much each come to `total`."""
    exact = nominal(count) * nominal(each)
    one, other, told = widen(count), widen(each), widen(total)
    holds = one.low * other.low <= told.high and told.low <= one.high * other.high
    return make_check(
        "total",
        CheckVerdict.HOLDS if holds else CheckVerdict.FAILS,
        f"{write_figure(count)} x {write_figure(each)} = {write_number(exact, total.unit)}; "
        f"the text says {write_figure(total)} ({policy_of(count, each, total)})",
        (count, each, total),
        Amount(exact, exact, total.unit),
    )
