"""Totals: so many at so much each ("40 buses at $500,000 each, a total of $20 million"), and so
much a month for so many months.
"""

import re
from collections.abc import Iterator

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
_SPANS = frozenset({"day", "week", "month", "year", "hour", "quarter"})


def check_totals(lines: list[Line]) -> Iterator[Check]:
    """The totals of `lines` that a count and a price, or a rate and a span, come to."""
    for line in lines:
        for three in zip(line.figures, line.figures[1:], line.figures[2:], strict=False):
            exact = all(is_exact(f) and not f.unquantified and nominal(f) > 0 for f in three)
            if exact and (_is_priced(line, *three) or _is_timed(line, *three)):
                yield _judge(*three)


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
    if span.unit not in _SPANS or rate.per != span.unit:
        return False
    if _FOR.fullmatch(line.between(rate, span)) is None:
        return False
    gap = line.between(span, total)
    told = "total" in gap or _IN_ALL.match(line.after(total)) is not None
    return told and _TOTAL.fullmatch(gap) is not None


def _judge(count: Figure, each: Figure, total: Figure) -> Check:
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
