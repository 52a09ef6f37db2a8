"""A solution as JSON, and its numbers as a newsroom writes them."""

import math
import re
from typing import Any

from onrecord.measure.rounding import Interval
from onrecord.measure.worksheets.answers import Answer, Conflict, Result, Solution
from onrecord.measure.worksheets.binding import Binding
from onrecord.measure.worksheets.sheets import Sheet, Variable
from onrecord.measure.worksheets.wording import Given

Json = dict[str, Any]
_DIGITS = 6  # significant digits that are shown
_RATE = re.compile(r"(\w+)/(year|month|week|day|gallon)")
_SCALES = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))
_SHARE_DIGITS = 4  # of a percentage


def write_interval(interval: Interval, variable: Variable, unit: str | None = None) -> str:
    """An interval with its unit: "300,800 to 339,200 vehicles a year", "at least 85 %"."""
    low, high = (write_number(end, variable.percent) for end in interval)
    named = "" if variable.unit.text == "1" else f" {write_unit(unit or variable.unit.text)}"
    if math.isinf(interval.low) and math.isinf(interval.high):
        return "not bounded by what is given"
    if math.isinf(interval.low):
        return f"at most {high}{named}"
    if math.isinf(interval.high):
        return f"at least {low}{named}"
    return f"{low}{named}" if low == high else f"{low} to {high}{named}"


def write_unit(unit: str) -> str:
    """A rate as one says it: "vehicles a year" for vehicle/year; other units as they are."""
    match = _RATE.fullmatch(unit)
    if match is None:
        return unit
    noun, period = match.groups()
    return f"{noun}{'s' if noun.islower() and len(noun) > 2 else ''} a {period}"


def write_number(value: float, percent: bool = False) -> str:
    """A number with thousands separated, or as a percentage."""
    if math.isinf(value):
        return "without end"
    if percent:
        return f"{_round(value * 100, _SHARE_DIGITS)} %"
    if abs(value) < 1e15:
        for size, word in _SCALES:
            if abs(value) >= size:
                return f"{_round(value / size, _DIGITS)} {word}"
    return _round(value, _DIGITS)


def _round(value: float, digits: int) -> str:
    if value == 0:
        return "0"
    if abs(value) >= 1e15 or abs(value) < 1e-4:
        return f"{value:.4g}"
    places = max(0, digits - 1 - math.floor(math.log10(abs(value))))
    text = f"{round(value, places):,.{min(places, 8)}f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def show_solution(solution: Solution, sheet: Sheet, bindings: tuple[Binding, ...] = ()) -> Json:
    """The whole of a solution as JSON; an end without bound is null, `told` is for reading."""
    write = _Writer(sheet, solution.currency)
    return {
        "sheet": sheet.name,
        "version": sheet.version,
        "about": sheet.about,
        "verdict": solution.verdict.value,
        "given": [write.given(given) for given in solution.given],
        "required": list(solution.required),
        "results": [write.result(result) for result in solution.results],
        "conflict": write.conflict(solution.conflict),
        "set_aside": [write.conflict(conflict) for conflict in solution.set_aside],
        "answers": [write.answer(answer) for answer in solution.answers],
        "defaults": [write.default(name) for name in find_defaults(solution)],
        "bindings": [_show_binding(binding) for binding in bindings],
        "notes": list(solution.notes),
    }


def show_default(name: str, sheet: Sheet) -> Json | None:
    """The default of a variable with where it comes from, as JSON; null where it has none."""
    variable = sheet.variable(name)
    has = variable is not None and variable.default is not None and variable.source is not None
    return _Writer(sheet, None).default(name) if has else None


def find_defaults(solution: Solution) -> tuple[str, ...]:
    """The defaults that some result, answer or conflict rests on, by name."""
    answers = [answer.result for answer in solution.answers if answer.result is not None]
    results = [item for item in (*solution.results, *answers) if item.given or item.required]
    found = {name for item in results for name in item.defaults}
    found |= {name for conflict in solution.set_aside for name in conflict.defaults}
    return tuple(sorted(found))


def find_plain(solution: Solution) -> tuple[Result, ...]:
    """The results that follow from what is given alone, and not from it under a default."""
    return tuple(
        result
        for result in solution.results
        if result.how == "derived"
        and (result.given or result.required)
        and not result.defaults
        and not all(math.isinf(end) for end in result.interval)
    )


def _ends(interval: Interval) -> Json:
    low, high = (None if math.isinf(end) else float(f"{end:.12g}") for end in interval)
    return {"low": low, "high": high}


class _Writer:
    """Writes the parts of one solution with the units of its sheet."""

    def __init__(self, sheet: Sheet, currency: str | None) -> None:
        self.variables = {variable.name: variable for variable in sheet.variables}
        self.currency = currency

    def interval(self, name: str, interval: Interval) -> Json:
        """An interval as numbers and in words."""
        variable = self.variables[name]
        unit = variable.unit.text.replace("money", self.currency or "money")
        told = write_interval(interval, variable, unit)
        return {**_ends(interval), "unit": unit, "percent": variable.percent, "told": told}

    def given(self, given: Given) -> Json:
        """What is given, in the words of whoever gave it."""
        return {
            "variable": given.variable,
            "words": given.words,
            **self.interval(given.variable, given.interval),
            "rule": given.rule,
            "flags": list(given.flags),
            "quoted": given.quoted,
        }

    def result(self, result: Result) -> Json:
        """A result with what it rests on and its premises."""
        return {
            "variable": result.variable,
            "about": self.variables[result.variable].about,
            **self.interval(result.variable, result.interval),
            "how": result.how,
            "rests_on": {
                "given": list(result.given),
                "defaults": list(result.defaults),
                "required": list(result.required),
            },
            "premises": list(result.premises),
        }

    def conflict(self, conflict: Conflict | None) -> Json | None:
        """A smallest set that cannot hold together, null where there is none."""
        if conflict is None:
            return None
        return {
            "given": list(conflict.given),
            "required": list(conflict.required),
            "defaults": list(conflict.defaults),
            "limits": list(conflict.limits),
            "implied": {name: self.interval(name, i) for name, i in conflict.implied},
            "premises": list(conflict.premises),
        }

    def answer(self, answer: Answer) -> Json:
        """One of the sheet's questions and what came of it."""
        return {
            "question": answer.question,
            "require": answer.require,
            "result": None if answer.result is None else self.result(answer.result),
            "conflict": self.conflict(answer.conflict),
            "set_aside": [self.conflict(conflict) for conflict in answer.set_aside],
        }

    def default(self, name: str) -> Json:
        """A default with where it comes from."""
        variable = self.variables[name]
        assert variable.default is not None and variable.source is not None
        source = variable.source
        return {
            "variable": name,
            **self.interval(name, variable.default),
            "source": {"kind": source.kind, "cite": source.cite, "seen": source.seen},
        }


def _show_binding(binding: Binding) -> Json:
    said = binding.corrected
    return {
        "variable": binding.given.variable,
        "figure": binding.quote.figure.id,
        "text": binding.quote.figure.text,
        "document": binding.quote.document,
        "sentence": binding.quote.sentence,
        "known_by": list(binding.known_by),
        "others": list(binding.others),
        "corrected": {"by": said.by, "why": said.why} if said else None,
    }
