"""Exchange: two sums of a page told in the same two currencies, at rates that cannot both be."""

from collections.abc import Iterator

from onrecord.measure.lines import Line, make_check
from onrecord.measure.rounding import is_exact, nominal, write_figure
from onrecord.model import Amount, Check, CheckVerdict, Figure

_OTHER = 3.0  # times: rates of different days differ by less
_MOST = 40  # pairs of a page that are compared
Pair = tuple[float, Figure, Figure]


def check_exchange(lines: list[Line]) -> Iterator[Check]:
    """The conversions of a page that stray from its other ones."""
    rates: dict[tuple[str, str], list[Pair]] = {}
    for line in lines:
        for left, right in zip(line.figures, line.figures[1:], strict=False):
            if _is_conversion(line, left, right):
                pair = sorted((left, right), key=lambda figure: figure.unit or "")
                codes = pair[0].unit or "", pair[1].unit or ""
                rate = nominal(pair[1]) / nominal(pair[0])
                rates.setdefault(codes, []).append((rate, left, right))
    for codes in sorted(rates):
        yield from _compare(rates[codes][:_MOST])


def _is_conversion(line: Line, left: Figure, right: Figure) -> bool:
    """As in "$12.9bn (£10bn)"."""
    if line.between(left, right) != "(" or not line.after(right).startswith(")"):
        return False
    money = all(
        len(f.unit or "") == len("USD") and (f.unit or "").isupper() and is_exact(f)
        for f in (left, right)
    )
    told = nominal(left) > 0 and nominal(right) > 0 and left.per == right.per
    split = line.after(right).startswith((") m", ") b", ") t"))  # "$40 (£26) million"
    return money and told and left.unit != right.unit and not split


def _compare(pairs: list[Pair]) -> Iterator[Check]:
    """The pairs that no other pair of the page comes near; of two, the second."""
    for place, (rate, left, right) in enumerate(pairs):
        others = [pair for at, pair in enumerate(pairs) if at != place]
        far = [o for o in others if max(rate, o[0]) / min(rate, o[0]) > _OTHER]
        if not others or len(far) < len(others) or (len(pairs) == _TWO and place == 0):
            continue
        other = far[0]
        yield make_check(
            "exchange",
            CheckVerdict.FAILS,
            f"{write_figure(left)} for {write_figure(right)} and {write_figure(other[1])} for "
            f"{write_figure(other[2])} are rates that differ {_times(rate, other[0])} times",
            (left, right, other[1], other[2]),
            Amount(rate, rate, None),
        )


_TWO = 2


def _times(one: float, other: float) -> str:
    return f"{max(one, other) / min(one, other):.3g}"
