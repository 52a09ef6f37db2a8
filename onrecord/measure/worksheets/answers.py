"""Solving a worksheet: what follows from what is given, and what of it cannot hold together.

What is given stands firm; the sheet's own defaults are soft. Where the given alone contradicts
itself, the claims conflict. Where only a default stands against it, that default is named, set
aside, and the sheet is solved without it. "No contradiction found" is not "consistent":
propagation may leave an interval wider than it need be, never narrower.
"""

from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from enum import StrEnum

from onrecord.errors import QuestionError
from onrecord.measure.rounding import Interval
from onrecord.measure.worksheets import conflicts
from onrecord.measure.worksheets.conflicts import (
    DEFAULT,
    GIVEN,
    REQUIRED,
    Holding,
    System,
    make_system,
    minimise,
    settle,
)
from onrecord.measure.worksheets.expressions import Relation, find_divisors, write_expression
from onrecord.measure.worksheets.intervals import INF, Contradiction
from onrecord.measure.worksheets.propagation import Box, evaluate, make_constraint
from onrecord.measure.worksheets.sheets import Ask, Sheet, Variable
from onrecord.measure.worksheets.wording import Given

_MOST_ASIDE = 6  # conflicts with defaults that are told; after that every default is set aside
_CHANGE = 1e-7  # relative: a result that moves by less does not rest on what was taken away


class Verdict(StrEnum):
    """What came of solving."""

    FOUND_NONE = "no contradiction found"
    OUTSIDE = "outside default"
    CONFLICT = "claims conflict"


@dataclass(frozen=True, slots=True)
class Result:
    """What is left of a variable, how it came to be, and what it rests on.

    `how`: "given", "default" or "derived". A result is never shown without its `premises`.
    """

    variable: str
    unit: str
    interval: Interval
    how: str
    given: tuple[str, ...] = ()
    defaults: tuple[str, ...] = ()
    required: tuple[str, ...] = ()
    premises: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Conflict:
    """A minimal set that cannot hold together; `implied` is what the rest makes of each given."""

    given: tuple[str, ...]
    required: tuple[str, ...]
    defaults: tuple[str, ...]
    limits: tuple[str, ...]
    implied: tuple[tuple[str, Interval], ...]
    premises: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to one of the sheet's questions: a result, or why it cannot be."""

    question: str
    require: str | None
    result: Result | None
    conflict: Conflict | None
    set_aside: tuple[Conflict, ...] = ()


@dataclass(frozen=True, slots=True)
class Solution:
    """All that a sheet says about what is given."""

    sheet: str
    verdict: Verdict
    given: tuple[Given, ...]
    required: tuple[str, ...]
    results: tuple[Result, ...]
    conflict: Conflict | None
    set_aside: tuple[Conflict, ...]
    answers: tuple[Answer, ...]
    notes: tuple[str, ...]

    @property
    def currency(self) -> str | None:
        """The currency of what is given in money, where it is told."""
        return next((item.currency for item in self.given if item.currency), None)


def solve_sheet(
    sheet: Sheet, given: Iterable[Given] = (), required: Iterable[Relation] = ()
) -> Solution:
    """Solve `sheet` for what is given and required; each variable is given at most once."""
    given, required = tuple(given), tuple(required)
    solver = Solver(sheet, given, required)
    for strong in (False, True):  # the second pass where only shaving finds the contradiction
        if conflicts.contradicts(solver.system, solver.firm, strong=strong):
            return solver.refuse(strong)
        taken, aside = solver.take_defaults(solver.firm, strong=strong)
        with suppress(Contradiction):
            box, settled = settle(solver.system, taken, strong=True)
            break
    outside = solver.find_outside()
    results = tuple(solver.tell(sheet.variables, box, taken))
    verdict = Verdict.OUTSIDE if aside or outside else Verdict.FOUND_NONE
    notes = [*solver.find_flags(), *outside, *solver.find_gaps(box, settled)]
    if len(aside) == _MOST_ASIDE:
        notes.append("more defaults than are told stand against this: all are set aside")
    answers = tuple(solver.answer(ask, results) for ask in sheet.asks)
    return Solution(
        sheet=sheet.name,
        verdict=verdict,
        given=given,
        required=tuple(relation.text for relation in required),
        results=results,
        conflict=None,
        set_aside=aside,
        answers=answers,
        notes=(*notes, *solver.find_limits()),
    )


class Solver:
    """One sheet with what is given for it."""

    def __init__(
        self, sheet: Sheet, given: tuple[Given, ...], required: tuple[Relation, ...]
    ) -> None:
        self.sheet = sheet
        self.given = given
        self.required = required
        self.currency = _one_currency(given)
        self.system: System = make_system(sheet)
        held = [self.system.hold(GIVEN, item.variable, item.interval) for item in given]
        self.firm = (*held, *(self.system.require(relation) for relation in required))
        spoken_of = {item.variable for item in given}.union(*(r.names() for r in required))
        self.premises = [
            item for item in sheet.premises if not item.quoted or item.variable in spoken_of
        ]

    # --- defaults ----------------------------------------------------------------------------

    def take_defaults(
        self, firm: Sequence[Holding], *, strong: bool = False
    ) -> tuple[tuple[Holding, ...], tuple[Conflict, ...]]:
        """What holds with as many defaults as can, and the conflicts that set others aside."""
        defaults, aside = list(self._defaults()), []
        while conflicts.contradicts(self.system, (*firm, *defaults), strong=strong):
            core = minimise(self.system, (*firm, *defaults), strong=strong)
            soft = [holding for holding in core if holding.kind == DEFAULT]
            if not soft:
                raise Contradiction
            aside.append(self.explain(core, strong))
            gone = soft if len(aside) < _MOST_ASIDE else defaults
            defaults = [holding for holding in defaults if holding not in gone]
        return (*firm, *defaults), tuple(aside)

    def _defaults(self) -> Iterable[Holding]:
        """The defaults: of variables that are not given, and of the open ends of those that are."""
        given = {item.variable: item.interval for item in self.given}
        for variable in self.sheet.variables:
            default, known = variable.default, given.get(variable.name)
            if default is None:
                continue
            if known is None:
                yield self.system.hold(DEFAULT, variable.name, default)
            elif known.high == INF and known.low <= default.high < INF:
                yield self.system.hold(DEFAULT, variable.name, Interval(-INF, default.high))

    # --- telling -----------------------------------------------------------------------------

    def refuse(self, strong: bool) -> Solution:
        """The solution where what is given contradicts itself."""
        core = minimise(self.system, self.firm, strong=strong)
        conflict = self.explain(core, strong)
        return Solution(
            sheet=self.sheet.name,
            verdict=Verdict.CONFLICT,
            given=self.given,
            required=tuple(relation.text for relation in self.required),
            results=(),
            conflict=conflict,
            set_aside=(),
            answers=(),
            notes=(*self.find_flags(), *self.find_outside(), *self.find_limits()),
        )

    def explain(self, core: Sequence[Holding], strong: bool) -> Conflict:
        """A minimal conflicting set in words, with what the rest of it implies for each."""
        named = {kind: tuple(h.name for h in core if h.kind == kind)
                 for kind in (GIVEN, REQUIRED, DEFAULT)}  # fmt: skip
        limits = conflicts.find_limits(self.system, core, strong=strong)
        implied = []
        for holding in core:
            if holding.kind != REQUIRED:
                rest = [other for other in core if other is not holding]
                box, _ = settle(self.system, rest, strong=strong)
                implied.append((holding.name, self.system.shown(box, holding.name)))
        about = {*named[GIVEN], *named[DEFAULT]}
        premises = tuple(item.text for item in self.premises if item.variable in about)
        return Conflict(
            named[GIVEN], named[REQUIRED], named[DEFAULT], limits, tuple(implied), premises
        )

    def tell(
        self, variables: Iterable[Variable], box: Box, taken: Sequence[Holding]
    ) -> Iterable[Result]:
        """What is left of each variable and what that rests on."""
        variables = tuple(variables)
        plain, _ = settle(self.system, taken)
        without = [(held, self._without(taken, held)) for held in taken]
        cut = [(item.text, self._cut_off(taken, item.variable)) for item in self.premises]
        for variable in variables:
            place = self.system.places[variable.name]
            rests = [held for held, other in without if has_moved(plain[place], other[place])]
            premises = [text for text, other in cut if has_moved(plain[place], other[place])]
            own = [item.text for item in self.premises if item.variable == variable.name]
            names = {kind: tuple(held.name for held in rests if held.kind == kind)
                     for kind in (GIVEN, DEFAULT, REQUIRED)}  # fmt: skip
            yield Result(
                variable=variable.name,
                unit=variable.unit.text.replace("money", self.currency or "money"),
                interval=self.system.shown(box, variable.name),
                how=_how(variable.name, taken, rests),
                given=names[GIVEN],
                defaults=names[DEFAULT],
                required=names[REQUIRED],
                premises=tuple(dict.fromkeys((*own, *premises))),
            )

    def _without(self, taken: Sequence[Holding], held: Holding) -> Box:
        return settle(self.system, [other for other in taken if other is not held])[0]

    def _cut_off(self, taken: Sequence[Holding], name: str) -> Box:
        """What is left where nothing is known of a variable and no equation speaks of it."""
        place = self.system.places[name]
        kept = tuple(c for c in self.system.constraints if place not in c.variables)
        eased = replace(self.system, constraints=kept)
        return settle(eased, [held for held in taken if not _speaks_of(held, name, place)])[0]

    def answer(self, ask: Ask, results: Sequence[Result]) -> Answer:
        """The answer to one of the sheet's questions; what it asks for is taken as not given."""
        known = next(result for result in results if result.variable == ask.report)
        if ask.require is None:
            return Answer(ask.question, None, known, None)
        variable = self.sheet.variable(ask.report)
        assert variable is not None  # the sheet was checked when it was read
        firm = [held for held in self.firm if held.name != ask.report]
        firm.append(self.system.require(ask.require))
        text = ask.require.text
        if conflicts.contradicts(self.system, firm):
            core = minimise(self.system, firm)
            return Answer(ask.question, text, None, self.explain(core, False))
        taken, aside = self.take_defaults(firm)
        place = self.system.places[ask.report]
        try:
            box, _ = settle(self.system, taken, strong=True, places=[place])
        except Contradiction:
            core = minimise(self.system, taken, strong=True)
            return Answer(ask.question, text, None, self.explain(core, True), aside)
        (result,) = self.tell([variable], box, taken)
        return Answer(ask.question, text, result, None, aside)

    def find_limits(self) -> tuple[str, ...]:
        """Whether the sheet was too large to be worked out in full, and what that means."""
        if self.system.effort.left > 0:
            return ()
        return (
            "the sheet is too large to be worked out in full: ranges may be wider, and what they "
            "rest on and what conflicts may be told more broadly, than need be",
        )

    # --- notes -------------------------------------------------------------------------------

    def find_flags(self) -> tuple[str, ...]:
        """What the words of the given leave open."""
        return tuple(f"{item.variable}: {flag}" for item in self.given for flag in item.flags)

    def find_outside(self) -> tuple[str, ...]:
        """The given that lies outside what is usual, with the source of the default."""
        notes = []
        for item in self.given:
            variable = self.sheet.variable(item.variable)
            default = variable.default if variable else None
            if variable is None or default is None:
                continue
            if item.interval.low > default.high or item.interval.high < default.low:
                notes.append(
                    f"{item.variable}: outside default [{default.low:,g}, {default.high:,g}] "
                    f"{variable.unit.text} ({variable.source})"
                )
        return tuple(notes)

    def find_gaps(self, box: Box, settled: bool) -> Iterable[str]:
        """Where the intervals may be wider than they need be, and why."""
        if not settled:
            yield "narrowing was stopped before it settled: intervals may be wider than need be"
        for relation in self.sheet.equations:
            for side in (relation.left, relation.right):
                for divisor in find_divisors(side):
                    steps = make_constraint(Relation("", divisor, "=", divisor), self.system.places)
                    value = evaluate(steps.steps, box)[steps.left]
                    if -INF < value.low <= 0 <= value.high < INF:
                        told = write_expression(divisor)
                        yield f"{relation.text!r} divides by {told}, which may be zero"


def _one_currency(given: Iterable[Given]) -> str | None:
    """The currency of all that is given in money."""
    found = sorted({item.currency for item in given if item.currency})
    if len(found) > 1:
        raise QuestionError(
            f"figures in {' and '.join(found)} cannot be computed together; convert them first"
        )
    return found[0] if found else None


def _how(name: str, taken: Sequence[Holding], rests: Sequence[Holding]) -> str:
    """Whether a variable was given, is its default untouched, or was derived."""
    kinds = [held.kind for held in taken if held.name == name and held.interval is not None]
    if GIVEN in kinds:
        return GIVEN
    return DEFAULT if kinds and all(held.name == name for held in rests) else "derived"


def _speaks_of(held: Holding, name: str, place: int) -> bool:
    if held.constraint is not None:
        return place in held.constraint.variables
    return held.name == name


def has_moved(one: Interval, other: Interval) -> bool:
    """Whether two intervals differ by more than rounding."""
    for a, b in zip(one, other, strict=True):
        if a != b and (
            abs(a) == INF or abs(b) == INF or abs(a - b) > _CHANGE * max(abs(a), abs(b))
        ):
            return True
    return False
