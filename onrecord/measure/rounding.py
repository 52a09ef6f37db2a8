"""How far a printed number may be from the true one, and how numbers are printed in a check.

The policy: a number is taken to half a unit of its last significant place, but to no more than
2.5 % of itself ("400,000" is no licence for 450,000) and, if a percentage, to half a point or
less; "roughly", "about" and "nearly" are 6 % either way, a fraction ("a third") 10 %; "under" and
"up to" reach down to nothing, "more than" has no upper end.
"""

import math
import re
from typing import NamedTuple

from onrecord.model import Bound, Figure

APPROXIMATE = 0.06  # "roughly"
FRACTION = 0.1  # "a third" is said of 31 % and of 36 %
ROUNDED = 0.025  # the most that rounding alone excuses
_POINT = 0.01  # a percentage is rounded to a whole point or finer
POLICY = "each number taken to half its last place, at most 2.5 %"
POLICY_APPROXIMATE = POLICY + "; approximate ones to 6 %"
POLICY_FRACTION = "; fractions to 10 %"
_PERCENTAGE = re.compile(r"%|per[ -]?cent|pct", re.IGNORECASE)
_WORDS = {Bound.BELOW: "under ", Bound.AT_MOST: "up to ", Bound.ABOVE: "more than ",
          Bound.AT_LEAST: "at least "}  # fmt: skip


class Interval(NamedTuple):
    """All values that a number may stand for."""

    low: float
    high: float

    def meets(self, other: "Interval") -> bool:
        """Whether the two have a value in common."""
        return self.low <= other.high and other.low <= self.high


def is_exact(figure: Figure) -> bool:
    """Whether a figure is one number with no bound."""
    return figure.low is not None and figure.low == figure.high and figure.bound is Bound.EQUAL


def nominal(figure: Figure) -> float:
    """The number as printed, the middle of a range."""
    low = figure.low if figure.low is not None else figure.high
    high = figure.high if figure.high is not None else figure.low
    return ((low or 0.0) + (high or 0.0)) / 2


def widen(figure: Figure) -> Interval:
    """The values that `figure` may stand for under the policy."""
    low, high = figure.low, figure.high
    share = figure.unit == "1"
    if is_fraction(figure) and low is not None and high is not None:
        return Interval(low - abs(low) * FRACTION, high + abs(high) * FRACTION)
    if low is not None:
        low -= _slack(low, share, figure.approx)
    elif high is not None:
        low = 0.0 if high >= 0 else -math.inf
    if high is not None:
        high += _slack(high, share, figure.approx)
    return Interval(-math.inf if low is None else low, math.inf if high is None else high)


def is_fraction(figure: Figure) -> bool:
    """Whether a share is told as a fraction: "a third", "one in five"."""
    worded = any(letter.isalpha() for letter in figure.text)
    return figure.unit == "1" and worded and _PERCENTAGE.search(figure.text) is None


def _slack(value: float, share: bool, approx: bool) -> float:
    place = last_place(value)
    if share:
        slack = min(place, _POINT) / 2
    else:
        slack = min(place / 2, abs(value) * ROUNDED)
    return max(slack, abs(value) * APPROXIMATE) if approx else slack


def last_place(value: float) -> float:
    """The unit of the last significant place of `value`: 0.1 of 3.9, 10,000 of 320,000."""
    if value == 0 or not math.isfinite(value):
        return 1.0
    digits = f"{abs(value):.10e}"
    mantissa, exponent = digits.split("e")
    places = len(mantissa.replace(".", "").rstrip("0")) - 1
    return float(10.0 ** (int(exponent) - places))


def policy_of(*figures: Figure) -> str:
    """The words for the policy that a check on `figures` used."""
    policy = POLICY_APPROXIMATE if any(figure.approx for figure in figures) else POLICY
    return policy + (POLICY_FRACTION if any(map(is_fraction, figures)) else "")


def write_number(value: float, unit: str | None = None) -> str:
    """A number as a newsroom prints it: "320,000", "25 %", "USD 3.5 billion"."""
    if unit == "1":
        return f"{_plain(value * 100)} %"
    text = _scaled(value)
    if unit is not None and len(unit) == 3 and unit.isupper():
        return f"{unit} {text}"
    return text


def write_figure(figure: Figure) -> str:
    """A figure with its bound and number: "under 100,000", "roughly 80 %", "90 to 100"."""
    lead = "roughly " if figure.approx and figure.bound is Bound.EQUAL else ""
    lead = _WORDS.get(figure.bound, lead)
    if figure.low is not None and figure.high is not None and figure.low != figure.high:
        return (
            f"{write_number(figure.low, figure.unit)} to {write_number(figure.high, figure.unit)}"
        )
    return lead + write_number(nominal(figure), figure.unit)


def _scaled(value: float) -> str:
    for size, word in ((1e12, "trillion"), (1e9, "billion"), (1e6, "million")):
        if abs(value) >= size:
            return f"{_plain(value / size)} {word}"
    return _plain(value)


def _plain(value: float) -> str:
    if not value % 1:
        return f"{value:,.0f}"
    places = 2 if abs(value) >= _FINE else 4  # "$1.3231 from $1.3158"
    return f"{round(value, places):,.{places}f}".rstrip("0").rstrip(".")


_FINE = 10  # below this a number is printed to four places
