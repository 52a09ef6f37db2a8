"""Dimensions: whether an equation adds and compares only what can be added and compared.

Physical units are pint's. Currencies are dimensions of their own, each by its ISO code; `money`
is any one currency. What a sheet counts (vehicles, trips, motors, inferences) are dimensions of
their own too, or else "kWh per kWh of cells" would cancel to a bare number.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, SupportsFloat, cast

from onrecord.kit import Kit
from onrecord.measure.worksheets.expressions import Node, Relation, write_expression

if TYPE_CHECKING:
    import pint

Dimension = tuple[tuple[str, float], ...]  # ("[time]", -1.0), ("[vehicle]", 1.0), sorted
BARE: Dimension = ()
MONEY = "money"
_SAFE = re.compile(r"[A-Za-z0-9_ */().%$^-]{1,60}")
_TERM = r"(?:[A-Za-z_][A-Za-z_0-9]*|1)(?: ?(?:\*\*|\^) ?-?\d)?"
_BY = r"(?: ?[*/] ?| )"
_GROUP = rf"(?:{_TERM}|\( ?{_TERM}(?:{_BY}{_TERM})* ?\))"
_UNIT = re.compile(rf"{_GROUP}(?:{_BY}{_GROUP})*")
_WORD = re.compile(r"[A-Za-z_][A-Za-z_0-9]*")
_EACH = re.compile(r"(?<=[\w)]) (?:per|an?|each|every) (?=[\w(])")
_SOME_ZERO = "0"
_SCALES = (("thousand", "1e3"), ("million", "1e6"), ("billion", "1e9"), ("trillion", "1e12"))


class BadUnit(Exception):
    """A unit that cannot be read, or two that do not fit, in words."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit: how it is written, how much of the base units it is, and its dimension."""

    text: str
    scale: float
    dimension: Dimension


@dataclass(frozen=True, slots=True)
class Measures:
    """What the units of one sheet may be made of: what it counts (with nouns), and currencies."""

    counts: tuple[tuple[str, tuple[str, ...]], ...] = ()
    currencies: frozenset[str] = frozenset()

    def nouns(self) -> dict[str, str]:
        """Noun or its plural to the count that it is counted in."""
        named = {}
        for count, nouns in self.counts:
            for noun in (count, *nouns):
                named[noun] = named[f"{noun}s"] = count
        return named


def find_currencies(kit: Kit) -> frozenset[str]:
    """The ISO codes that the kit knows."""
    codes = kit.words("measure_currencies", "code")
    return frozenset(code for code in codes if len(code) == 3 and code.isupper())


def read_unit(text: str, measures: Measures, currency: str | None = None) -> Unit:
    """A unit as it is written in a sheet or beside a number ("vehicle/year", "USD/kWh", "%").

    Nouns stand for what they count. Where `currency` is given, that one is read as `money`.
    """
    written = " ".join(text.split()) or "1"
    if not _SAFE.fullmatch(written):
        raise BadUnit(f"{written[:40]!r} is no unit")
    nouns = measures.nouns()
    changed = {currency: MONEY} if currency else {}

    def name(match: re.Match[str]) -> str:
        word = match.group()
        return changed.get(word) or nouns.get(word) or word

    spaced = _EACH.sub(" / ", " ".join(written.replace("%", " percent ").split()))
    plain = _WORD.sub(name, spaced)
    if not _UNIT.fullmatch(plain):
        raise BadUnit(f"{written[:40]!r} is no unit")
    counts = tuple(count for count, _ in measures.counts)
    scale, dimension = _measure(plain, counts, measures.currencies)
    return Unit(written, scale, dimension)


@cache
def _measure(
    text: str, counts: tuple[str, ...], currencies: frozenset[str]
) -> tuple[float, Dimension]:
    """How much of the base units `text` is, and its dimension."""
    import pint

    registry, plain = _registry(currencies), _plain_dimensions(currencies)
    for count in counts:
        _define_count(registry, count)
    try:
        one = registry.Quantity(1.0, registry.parse_units(text))
        base = one.to_base_units()
        none = registry.Quantity(0.0, one.units).to_base_units()
    except (pint.errors.PintError, ValueError, TypeError, AttributeError, KeyError, OverflowError):
        raise BadUnit(f"{text!r} is no unit that is known") from None
    if none.magnitude != 0:
        raise BadUnit(f"{text!r} has no zero of its own; take a unit of difference")
    if not 0 < base.magnitude < float("inf"):
        raise BadUnit(f"{text!r} is no unit that can be computed with")
    known = {*plain, *(f"[{count}]" for count in counts)}
    if not known.issuperset(map(str, one.dimensionality)):  # what another sheet counts
        raise BadUnit(f"{text!r} is no unit that is known; count it under [counts]")
    kept = (
        (str(name), float(cast(SupportsFloat, power))) for name, power in one.dimensionality.items()
    )
    return float(base.magnitude), tuple(sorted(kept))


@cache
def _registry(currencies: frozenset[str]) -> "pint.UnitRegistry[Any]":
    """The units of pint with currencies; made once, since it takes half a second."""
    import pint

    registry: pint.UnitRegistry[Any] = pint.UnitRegistry()
    for scale, value in _SCALES:
        registry.define(f"{scale} = {value}")
    registry.define(f"{MONEY} = [{MONEY}]")
    for code in sorted(currencies):
        registry.define(f"{code} = [currency_{code}]")
    return registry


@cache
def _plain_dimensions(currencies: frozenset[str]) -> frozenset[str]:
    """The dimensions of a registry before any sheet counts something in it."""
    return frozenset(map(str, _registry(currencies)._dimensions))


def _define_count(registry: "pint.UnitRegistry[Any]", count: str) -> None:
    """Make a count a dimension; a word that is a unit already cannot be one."""
    if f"[{count}]" in registry._dimensions:
        return
    if count in registry:
        raise BadUnit(f"{count!r} is a unit already and cannot be counted; take another word")
    registry.define(f"{count} = [{count}]")


def check_count(count: str, currencies: frozenset[str]) -> None:
    """`BadUnit` where a word cannot be a count."""
    _plain_dimensions(currencies)
    _define_count(_registry(currencies), count)


def check_relation(relation: Relation, units: Mapping[str, Unit]) -> None:
    """`BadUnit` where the two sides of a relation do not measure the same."""
    left, right = _dimension(relation.left, units), _dimension(relation.right, units)
    if _SOME_ZERO not in (left, right) and left != right:
        raise BadUnit(
            f"{relation.text!r} sets {write_dimension(left)} against {write_dimension(right)}"
        )


def _dimension(node: Node, units: Mapping[str, Unit]) -> Dimension | str:
    """The dimension of an expression; a written 0 fits every dimension."""
    match node.kind:
        case "number":
            return _SOME_ZERO if node.value == 0 else BARE
        case "name":
            return units[node.name].dimension
        case "negate":
            return _dimension(node.parts[0], units)
    parts = [_dimension(part, units) for part in node.parts]
    if node.kind in "+-":
        return _same(node, *parts)
    known = [BARE if isinstance(part, str) else part for part in parts]
    match node.kind:
        case "*":
            return combine(known[0], known[1])
        case "/":
            return combine(known[0], known[1], -1)
        case "power":
            return combine(BARE, known[0], node.value)
        case "sqrt":
            return combine(BARE, known[0], 0.5)
        case "**" if node.parts[1].kind == "number":
            return combine(BARE, known[0], node.parts[1].value)
    for part, dimension in zip(node.parts, known, strict=True):
        if dimension != BARE:
            raise BadUnit(
                f"{write_expression(part)} in {node.kind} must be a bare number "
                f"and is {write_dimension(dimension)}"
            )
    return BARE


def _same(node: Node, left: Dimension | str, right: Dimension | str) -> Dimension | str:
    if left == _SOME_ZERO:
        return right
    if right not in (_SOME_ZERO, left):
        sign = "adds" if node.kind == "+" else "subtracts"
        raise BadUnit(
            f"{write_expression(node)} {sign} {write_dimension(left)} and {write_dimension(right)}"
        )
    return left


def combine(one: Dimension, other: Dimension, power: float = 1) -> Dimension:
    """The dimension of one thing times the other to a power."""
    powers = dict(one)
    for name, exponent in other:
        powers[name] = powers.get(name, 0.0) + power * exponent
    return tuple(sorted((name, exponent) for name, exponent in powers.items() if exponent))


def write_dimension(dimension: Dimension | str) -> str:
    """A dimension in words: "vehicle/time", "a bare number"."""
    if isinstance(dimension, str) or not dimension:
        return "a bare number"
    over = [_powered(name, power) for name, power in dimension if power > 0]
    under = [_powered(name, -power) for name, power in dimension if power < 0]
    return "*".join(over or ["1"]) + "".join(f"/{part}" for part in under)


def _powered(name: str, power: float) -> str:
    plain = name.strip("[]").removeprefix("currency_")
    return plain if power == 1 else f"{plain}**{power:g}"
