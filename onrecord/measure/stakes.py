"""Stakes: what is paid for a share of something, and what that values the whole at."""

import re
from collections.abc import Iterator

from onrecord.measure.lines import Line, make_check
from onrecord.measure.rounding import (
    is_exact,
    is_fraction,
    nominal,
    policy_of,
    widen,
    write_figure,
    write_number,
)
from onrecord.model import Amount, Check, CheckVerdict, Figure

# "A 20 % stake in Orla for $50m", "$50m for a 20 % stake in Orla".
_STAKE = re.compile(r"(?:equity |minority |majority |controlling )?(?:stakes?|interest|holding)\b")
_FOR = re.compile(r"(?:[a-z]+ )?(?:stakes?|interest|holding) (?:in [^;:,]{1,40} )?for(?: about)?")
_PAID = re.compile(
    r"(?:each )?(?:for|to (?:buy|take|acquire)|in exchange for)(?: an?| its| their)?"
)
_VALUES = re.compile(
    r"[^;:.]{0,60}?\b(?:valuing|values|valued|value|valuation|putting|pricing)\b[^;:.]{0,40}?"
    r"(?:at|of|to)(?: about)?"
)
_WRONG = 0.3  # money put in may or may not count in the valuation; beyond this it is a slip
_ROUND = 0.04
_FAR = 110  # characters between a price and the valuation


def check_stakes(lines: list[Line]) -> Iterator[Check]:
    """The prices of stakes in `lines` set against the valuation told with them, or implying one."""
    for line in lines:
        for place, (left, right) in enumerate(zip(line.figures, line.figures[1:], strict=False)):
            pair = _read_price(line, left, right)
            if pair is None:
                continue
            share, price = pair
            later = line.figures[place + 2 : place + 3]
            if later and _is_valuation(line, right, later[0], price):
                yield from _judge(share, price, later[0])
            else:
                yield _imply(share, price)


def _read_price(line: Line, left: Figure, right: Figure) -> tuple[Figure, Figure] | None:
    """The share and its price, in the order in which they are told."""
    gap = line.between(left, right)
    if _is_share(left) and _is_price(right) and _FOR.fullmatch(gap):
        return left, right
    stake = _is_price(left) and _is_share(right) and _STAKE.match(line.after(right))
    return (right, left) if stake and _PAID.fullmatch(gap) else None


def _is_share(figure: Figure) -> bool:
    exact = is_exact(figure) and figure.unit == "1" and not is_fraction(figure)
    return exact and figure.change is None and 0 < nominal(figure) < 1


def _is_price(figure: Figure) -> bool:
    unit = figure.unit or ""
    money = len(unit) == len("USD") and unit.isupper()
    return money and is_exact(figure) and figure.per is None and nominal(figure) > 0


def _is_valuation(line: Line, before: Figure, later: Figure, price: Figure) -> bool:
    gap = line.between(before, later)
    money = _is_price(later) and later.unit == price.unit and nominal(later) > nominal(price)
    return money and len(gap) <= _FAR and _VALUES.fullmatch(gap) is not None


def _judge(share: Figure, price: Figure, told: Figure) -> Iterator[Check]:
    exact = nominal(price) / nominal(share)
    gap = abs(exact - nominal(told)) / nominal(told)
    if _ROUND < gap <= _WRONG:
        return
    yield make_check(
        "product",
        CheckVerdict.HOLDS if gap <= _ROUND else CheckVerdict.FAILS,
        f"{write_figure(price)} / {write_figure(share)} = {_short(exact, price)}; the text says "
        f"{write_figure(told)} ({policy_of(share, price, told)})",
        (share, price, told),
        Amount(exact, exact, price.unit),
    )


def _imply(share: Figure, price: Figure) -> Check:
    rate, paid = widen(share), widen(price)
    exact = nominal(price) / nominal(share)
    return make_check(
        "value",
        CheckVerdict.IMPLIED,
        f"{write_figure(price)} for {write_figure(share)} implies about {_short(exact, price)} for "
        f"the whole ({policy_of(share, price)})",
        (share, price),
        Amount(paid.low / rate.high, paid.high / max(rate.low, 1e-9), price.unit),
    )


def _short(value: float, price: Figure) -> str:
    return write_number(float(f"{value:.3g}"), price.unit)
