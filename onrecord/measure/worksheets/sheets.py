"""The records of a worksheet: variables, equations, premises, bindings and questions."""

from dataclasses import dataclass

from onrecord.measure.rounding import Interval
from onrecord.measure.worksheets.dimensions import Measures, Unit
from onrecord.measure.worksheets.expressions import Relation


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where a default comes from: its kind ("trade press", "assumption"), citation and date."""

    kind: str
    cite: str
    seen: str | None = None

    def __str__(self) -> str:
        return ", ".join(part for part in (self.kind, self.cite, self.seen) if part)


@dataclass(frozen=True, slots=True)
class Variable:
    """A quantity: its unit, what it can be at all (`bounds`), and what it usually is (`default`).

    Bounds are part of what the word means and are never given up; a default is soft and carries
    its source. `percent` says that a bare number is shown as a percentage.
    """

    name: str
    unit: Unit
    about: str
    bounds: Interval
    default: Interval | None = None
    source: Provenance | None = None
    percent: bool = False


@dataclass(frozen=True, slots=True)
class Premise:
    """What is taken for granted of a variable; `quoted`: only where the variable is given."""

    variable: str
    text: str
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class Bind:
    """Which figure of an article is a variable: the words by it, and the unit it is quoted in.

    Where `unit` measures something else than the variable ("month" for a number of payments),
    its number is taken as it is. `exact`: a figure without a bound is no rounded one (a term).
    A sentence with one of the words of `unless` speaks of something else. `change`: the figure is
    a rise ("up") or a fall ("down"); without it, a rise or a fall is no value of the variable.
    """

    variable: str
    of: tuple[str, ...]
    unit: Unit | None = None
    exact: bool = False
    unless: tuple[str, ...] = ()
    change: str | None = None


@dataclass(frozen=True, slots=True)
class Shown:
    """When a sheet stands in a claim's dossier unasked.

    `topic`: of each group of words one must stand by the figures. `needs`: sets of variables, of
    which one must be bound whole, or else nothing worth printing follows.
    """

    topic: tuple[tuple[str, ...], ...]
    needs: tuple[frozenset[str], ...]


@dataclass(frozen=True, slots=True)
class Ask:
    """What is worth asking: what is `report`ed if `require` is to hold."""

    question: str
    require: Relation | None
    report: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """A worksheet that has been read and found sound."""

    name: str
    version: int
    about: str
    measures: Measures
    variables: tuple[Variable, ...]
    equations: tuple[Relation, ...]
    premises: tuple[Premise, ...]
    binds: tuple[Bind, ...]
    asks: tuple[Ask, ...]
    shown: Shown | None = None

    def variable(self, name: str) -> Variable | None:
        """The variable of that name."""
        return next((var for var in self.variables if var.name == name), None)

    def units(self) -> dict[str, Unit]:
        """The unit of every variable."""
        return {var.name: var.unit for var in self.variables}
