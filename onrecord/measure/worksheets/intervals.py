"""Arithmetic on intervals, rounded outward: the result always holds every value that can come out.

After R. E. Moore, Interval Analysis (1966). Sums, products and quotients are widened by one unit
in the last place, functions of the C library by two, since it does not promise the nearest number.
"""

import math

from onrecord.measure.rounding import Interval

INF = math.inf
EVERYTHING = Interval(-INF, INF)
NOT_NEGATIVE = Interval(0.0, INF)
_LARGEST_POWER = 1000  # beyond it every double but those next to 1 has left the range


class Contradiction(Exception):
    """No value is left; caught inside this room and told as a conflict."""


def meet(one: Interval, other: Interval) -> Interval:
    """The values in both; `Contradiction` where there are none."""
    low, high = max(one.low, other.low), min(one.high, other.high)
    if low > high:
        raise Contradiction
    return one if low == one.low and high == one.high else Interval(low, high)


def outward(low: float, high: float, places: int = 1) -> Interval:
    """From `low` to `high`, widened by `places` units in the last place; exact zeros stay."""
    for _ in range(places):
        low = low if low == 0 else math.nextafter(low, -INF)
        high = high if high == 0 else math.nextafter(high, INF)
    return Interval(low, high)


def add(one: Interval, other: Interval) -> Interval:
    """The sums."""
    return outward(one.low + other.low, one.high + other.high)


def negate(one: Interval) -> Interval:
    """The same values with the other sign."""
    return Interval(-one.high, -one.low)


def subtract(one: Interval, other: Interval) -> Interval:
    """The differences."""
    return outward(one.low - other.high, one.high - other.low)


def multiply(one: Interval, other: Interval) -> Interval:
    """The products."""
    products = [_product(a, b) for a in one for b in other]
    return outward(min(products), max(products))


def _product(a: float, b: float) -> float:
    """The product; nothing times an unbounded number is nothing, and no product sinks to 0."""
    if a == 0 or b == 0:
        return 0.0
    return a * b or math.copysign(math.nextafter(0.0, 1.0), math.copysign(1.0, a) * b)


def divide(one: Interval, other: Interval) -> Interval:
    """The quotients; unbounded where the divisor may be zero."""
    if other.low > 0 or other.high < 0:
        return multiply(one, Interval(*sorted(_reciprocals(other))))
    if other.low == other.high == 0:
        if one.low <= 0 <= one.high:
            return EVERYTHING
        raise Contradiction
    if other.low == 0:
        return _by_positive(one, other.high)
    if other.high == 0:
        return negate(_by_positive(one, -other.low))
    return EVERYTHING


def _reciprocals(one: Interval) -> tuple[float, float]:
    wide = outward(1 / one.high, 1 / one.low)
    return wide.low, wide.high


def _by_positive(one: Interval, high: float) -> Interval:
    """The quotients by a divisor above zero and up to `high`."""
    least = 0.0 if math.isinf(high) else math.nextafter(1 / high, 0.0)
    low = -INF if one.low < 0 else math.nextafter(one.low * least, -INF) if least else 0.0
    top = INF if one.high > 0 else math.nextafter(one.high * least, INF) if least else 0.0
    return Interval(max(low, 0.0) if one.low >= 0 else low, min(top, 0.0) if one.high <= 0 else top)


def factor(product: Interval, other: Interval) -> Interval:
    """What times `other` may give `product`: anything at all, where both may be zero."""
    if product.low <= 0 <= product.high and other.low <= 0 <= other.high:
        return EVERYTHING
    return divide(product, other)


def exponential(one: Interval) -> Interval:
    """Euler's number to the power of the values."""
    wide = outward(_exp(one.low), _exp(one.high), 2)
    return Interval(max(wide.low, 0.0), wide.high)


def _exp(value: float) -> float:
    try:
        return math.exp(value)
    except OverflowError:
        return INF


def logarithm(one: Interval) -> Interval:
    """The natural logarithms of those values that have one; that of zero has no end below.

    Zero stays in, since zero to a power is worked out through its logarithm.
    """
    positive = meet(one, NOT_NEGATIVE)
    return outward(_log(positive.low), _log(positive.high), 2)


def _log(value: float) -> float:
    return -INF if value == 0 else math.log(value)


def square_root(one: Interval) -> Interval:
    """The square roots of those values that have one."""
    positive = meet(one, NOT_NEGATIVE)
    wide = outward(math.sqrt(positive.low), math.sqrt(positive.high))
    return Interval(max(wide.low, 0.0), wide.high)


def power(one: Interval, exponent: int) -> Interval:
    """The values to a whole power."""
    if exponent < 0:
        return divide(Interval(1.0, 1.0), power(one, -exponent))
    if exponent == 0:
        return Interval(1.0, 1.0)
    low, high = _raise(one.low, exponent), _raise(one.high, exponent)
    if exponent % 2:
        return outward(low, high, 2)
    wide = outward(min(low, high), max(low, high), 2)
    crosses = one.low <= 0 <= one.high
    return Interval(0.0 if crosses else max(wide.low, 0.0), wide.high)


def _raise(value: float, exponent: int) -> float:
    try:
        return float(value**exponent)
    except OverflowError:
        return -INF if value < 0 and exponent % 2 else INF


def root(result: Interval, exponent: int, base: Interval) -> Interval:
    """Which values of `base` may give `result` when raised to `exponent`."""
    if exponent < 0:
        return root(factor(Interval(1.0, 1.0), result), -exponent, base)
    if exponent == 0 or exponent > _LARGEST_POWER:
        return base
    if exponent % 2:
        return meet(base, outward(_root(result.low, exponent), _root(result.high, exponent), 4))
    positive = meet(result, NOT_NEGATIVE)
    wide = outward(_root(positive.low, exponent), _root(positive.high, exponent), 4)
    near = max(wide.low, 0.0)
    if base.low > -near:
        return meet(base, Interval(near, wide.high))
    if base.high < near:
        return meet(base, Interval(-wide.high, -near))
    return meet(base, Interval(-wide.high, wide.high))


def _root(value: float, exponent: int) -> float:
    if math.isinf(value) or value == 0:
        return value
    return math.copysign(abs(value) ** (1 / exponent), value)
