"""Portions: a share and the shares that make it up ("four in ten are for it: 15 % and 24 %")."""

import re
from collections.abc import Iterator

from onrecord.measure.lines import Line, make_check
from onrecord.measure.rounding import is_exact, is_fraction, nominal, widen, write_number
from onrecord.model import Amount, Check, CheckVerdict, Figure

_OPENS = re.compile(r"[^:;.]{0,80}:(?: [a-z' -]{0,30})?")
_JOINS = re.compile(r"[a-z' -]{0,40}?(?:,|,? and|, and)(?: [a-z' -]{0,30})?")
_CLOSES = re.compile(r"[a-z' -]{0,40}(?:[.)]|$)")
# Shares "of the women" and "in the south" are of other wholes, and do not add up.
_ELSEWHERE = re.compile(r"(?:of|among|amongst|in|for|from|at|with|by|to|on|last|this)\b")
_MOST = 6  # parts
_POINT = 0.005  # each share is told to a whole point


def check_portions(lines: list[Line]) -> Iterator[Check]:
    """The shares of `lines` that parts in a list after a colon come to."""
    for line in lines:
        for place, whole in enumerate(line.figures):
            parts = _parts(line, place)
            if len(parts) >= 2 and _is_share(whole):
                check = _judge(whole, parts)
                if check is not None:
                    yield check


def _is_share(figure: Figure) -> bool:
    told = figure.unit == "1" and figure.change is None and not figure.unquantified
    return told and (is_exact(figure) or is_fraction(figure))


def _parts(line: Line, place: int) -> tuple[Figure, ...]:
    """The percentages listed after the share at `place`, where the list ends the sentence."""
    rest = line.figures[place + 1 : place + 2 + _MOST]
    if len(rest) < 2 or _OPENS.fullmatch(line.between(line.figures[place], rest[0])) is None:
        return ()
    parts = [rest[0]]
    for figure in rest[1:]:
        if _JOINS.fullmatch(line.between(parts[-1], figure)) is None:
            break
        parts.append(figure)
    plain = all(_is_share(part) and is_exact(part) and not is_fraction(part) for part in parts)
    own = not any(_ELSEWHERE.match(line.after(part)) for part in parts)
    ends = _CLOSES.fullmatch(line.after(parts[-1])) is not None
    return tuple(parts) if plain and own and ends and len(parts) <= _MOST else ()


def _judge(whole: Figure, parts: tuple[Figure, ...]) -> Check | None:
    """The parts fail where they exceed the whole; where they fall short one may not be told."""
    exact, told = sum(map(nominal, parts)), widen(whole)
    slack = _POINT * len(parts)
    if exact + slack < told.low:
        return None
    holds = exact - slack <= told.high
    written = " + ".join(write_number(nominal(part), "1") for part in parts)
    return make_check(
        "sum",
        CheckVerdict.HOLDS if holds else CheckVerdict.FAILS,
        f"{written} = {write_number(round(exact, 6), '1')}; the text says {whole.text} "
        "(each share taken to half a point, fractions to 10 %)",
        (whole, *parts),
        Amount(exact, exact, "1"),
    )
