"""Intervals of days: what a year, a month, a week, a quarter is on the calendar."""

import calendar
from datetime import date, timedelta
from typing import NamedTuple


class Days(NamedTuple):
    """An interval of days, both ends included; None where a side is open or not known."""

    first: date | None
    last: date | None


UNKNOWN = Days(None, None)
_MANY_YEARS = 60  # months from which an interval is cut at years: "the late 1980s"
FIRST_YEAR, LAST_YEAR = 1000, 2999  # of the calendar this grammar reads


def day(year: int, month: int, number: int) -> Days | None:
    """One day, or None where the calendar has no such day."""
    if not (FIRST_YEAR <= year <= LAST_YEAR and 1 <= month <= 12):
        return None
    if not 1 <= number <= calendar.monthrange(year, month)[1]:
        return None
    one = date(year, month, number)
    return Days(one, one)


def months(year: int, first: int, count: int = 1) -> Days:
    """`count` months from month `first` of `year`; `first` may lie outside 1-12."""
    start = year * 12 + first - 1
    last = start + count - 1
    last_year, last_month = last // 12, last % 12 + 1
    return Days(
        date(start // 12, start % 12 + 1, 1),
        date(last_year, last_month, calendar.monthrange(last_year, last_month)[1]),
    )


def years(first: int, count: int = 1) -> Days:
    """`count` whole years."""
    return Days(date(first, 1, 1), date(first + count - 1, 12, 31))


def week(of: date) -> Days:
    """The week, Monday to Sunday, that a day lies in."""
    monday = of - timedelta(days=of.weekday())
    return Days(monday, monday + timedelta(days=6))


def third(whole: Days, which: str) -> Days:
    """The early, middle or late third of an interval, cut at months where it has them."""
    first, last = whole
    if first is None or last is None:
        return whole
    order = {"early": 0, "mid": 1, "late": 2}[which]
    span = (last.year - first.year) * 12 + last.month - first.month + 1
    if span >= _MANY_YEARS and first.day == 1:
        many = span // 12
        each = -(-many // 3)
        starts = {"early": 0, "mid": (many - each) // 2, "late": many - each}
        return years(first.year + starts[which], each)
    if span >= 3 and first.day == 1:
        each = span // 3
        return months(first.year, first.month + order * each, each)
    length = (last - first).days + 1
    each = max(1, length // 3)
    start = first + timedelta(days=order * each)
    return Days(start, last if order == 2 else start + timedelta(days=each - 1))


def ending(whole: Days) -> Days:
    """The end of an interval: the last month of a year, the last ten days of a month."""
    first, last = whole
    if first is None or last is None:
        return whole
    if (last - first).days > 80:
        return months(last.year, last.month)
    return Days(max(first, last - timedelta(days=9)), last)


def beginning(whole: Days) -> Days:
    """The beginning of an interval: the first month of a year, the first ten days of a month."""
    first, last = whole
    if first is None or last is None:
        return whole
    if (last - first).days > 80:
        return months(first.year, first.month)
    return Days(first, min(last, first + timedelta(days=9)))


def shift(of: date, unit: str, count: int) -> Days:
    """The day, week, month, quarter, year or decade that lies `count` units from a day's own."""
    match unit:
        case "day":
            moved = of + timedelta(days=count)
            return Days(moved, moved)
        case "week":
            return week(of + timedelta(weeks=count))
        case "weekend":
            saturday = week(of).first
            assert saturday is not None
            start = saturday + timedelta(days=5 + 7 * count)
            return Days(start, start + timedelta(days=1))
        case "month":
            return months(of.year, of.month + count)
        case "quarter":
            return months(of.year, (of.month - 1) // 3 * 3 + 1 + 3 * count, 3)
        case "decade":
            return years(of.year // 10 * 10 + 10 * count, 10)
        case _:
            return years(of.year + count)


def back(of: date, unit: str, count: int) -> Days:
    """What "`count` units ago" means: a day for days, ever wider for weeks, months and years."""
    match unit:
        case "day":
            return shift(of, "day", -count)
        case "week":
            middle = of - timedelta(weeks=count)
            return Days(middle - timedelta(days=3), middle + timedelta(days=3))
        case "month" | "quarter":
            return shift(of, unit, -count)
        case "decade":
            return years(of.year - 10 * count - 2, 5)
        case _:
            return years(of.year - count)


def nearest(of: date, choices: list[Days], ahead: bool) -> Days:
    """The interval nearest to a day: among those not over where `ahead`, else the nearest at all.

    Of two equally near, the earlier.
    """
    open_ones = [one for one in choices if one.last is not None and one.last >= of]
    if ahead and open_ones:
        return min(open_ones, key=lambda one: one.first or of)
    return min(choices, key=lambda one: _distance(of, one))


def _distance(of: date, days: Days) -> int:
    assert days.first is not None
    assert days.last is not None
    if days.first > of:
        return (days.first - of).days
    return max(0, (of - days.last).days)
