"""For every sheet: a point that satisfies its equations always lies in the solver's box."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.kit import load_kit
from onrecord.measure.rounding import Interval
from onrecord.measure.worksheets import Given, Verdict, list_sheets, load_sheet, solve_sheet

Point = dict[str, float]
SLACK = 1e-9  # relative: the point itself is computed in floating point


def plant(free: Callable[[float, float], float]) -> Point:
    p = {"capacity": free(5e4, 6e5), "be_rate": free(0.75, 0.85)}
    p["sales"] = free(0, p["capacity"])
    p["extra"] = free(0, p["capacity"] - p["sales"])
    p["break_even"] = p["be_rate"] * p["capacity"]
    p["utilisation"] = (p["sales"] + p["extra"]) / p["capacity"]
    p["gap"] = p["break_even"] - p["sales"] - p["extra"]
    p["used_now"] = p["sales"] / p["capacity"]
    p["short_now"] = p["break_even"] - p["sales"]
    return p


def electrode(free: Callable[[float, float], float]) -> Point:
    p = {
        "output": free(1e6, 5e8),
        "energy": free(20.3, 47),
        "dry_share": free(0.25, 0.52),
        "dry_cut": free(0, 1),
        "price": free(0.05, 0.15),
        "space_share": free(0.1, 0.5),
        "space_cut": free(0, 1),
    }
    p["energy_saved"] = p["energy"] * p["dry_share"] * p["dry_cut"]
    p["energy_saving"] = p["energy_saved"] * p["output"] * p["price"]
    p["other_saving"] = free(0, 30) * p["output"]
    p["saving"] = p["energy_saving"] + p["other_saving"]
    p["per_kwh"] = p["saving"] / p["output"]
    p["plant_space_cut"] = p["space_share"] * p["space_cut"]
    return p


def fleet(free: Callable[[float, float], float]) -> Point:
    p = {"build": free(0, 1e7), "life": free(3, 8), "trips": free(5, 40), "markets": free(1, 500)}
    p["fleet"] = p["build"] * p["life"]
    p["demand"] = p["fleet"] * p["trips"]
    p["per_market"] = p["fleet"] / p["markets"]
    return p


def loan(free: Callable[[float, float], float]) -> Point:
    p = {
        "price": free(5e3, 1e6),
        "rate": free(0.0098, 0.075),
        "n": free(12, 120),
        "days": free(30, 30.4375),
        "loss": free(0.01, 0.02),
    }
    p["down"] = free(0, 0.5) * p["price"]
    p["k"] = free(0, p["n"])
    p["principal"] = p["price"] - p["down"]
    p["r"] = p["rate"] / 12
    p["growth"], p["growth_k"] = (1 + p["r"]) ** p["n"], (1 + p["r"]) ** p["k"]
    p["payment"] = p["principal"] * p["r"] / (1 - 1 / p["growth"])
    p["paid"] = p["payment"] * p["n"]
    p["interest"] = p["paid"] - p["principal"]
    p["per_day"] = p["payment"] / p["days"]
    p["owed"] = p["principal"] * (p["growth"] - p["growth_k"]) / (p["growth"] - 1)
    p["worth"] = p["price"] * (1 - p["loss"]) ** p["k"]
    p["equity"] = p["worth"] - p["owed"]
    return p


def line(free: Callable[[float, float], float]) -> Point:
    p = {
        "pieces": free(1, 1e6),
        "shifts": free(1, 3),
        "hours": free(6.5, 8),
        "days": free(220, 300),
        "oee": free(0.6, 0.9),
    }
    p["takt"] = p["shifts"] * p["hours"] * 3600 * p["days"] * p["oee"] / p["pieces"]
    p["per_shift"] = p["pieces"] / (p["shifts"] * p["days"])
    return p


def compute(free: Callable[[float, float], float]) -> Point:
    p = {
        "tops": free(0.1, 1e4),
        "power": free(0.5, 1e3),
        "ops": free(0.1, 1e4),
        "used": free(0.05, 1),
        "drive": free(0.13, 0.22),
        "speed": free(30, 110),
    }
    p["rate"] = p["tops"] * 1e12 * p["used"] / (p["ops"] * 1e9)
    p["energy"] = p["power"] / p["rate"] * 1e3
    driving = p["drive"] * p["speed"] * 1e3
    p["range_cost"] = p["power"] / (p["power"] + driving)
    return p


def running_cost(free: Callable[[float, float], float]) -> Point:
    p = {
        "city": free(6, 140),
        "highway": free(6, 140),
        "miles": 15000.0,
        "years": 5.0,
        "fuel": free(2, 6),
        "mpg_other": free(5, 150),
    }
    p["mpg"] = 1 / (0.55 / p["city"] + 0.45 / p["highway"])
    p["annual"] = p["miles"] * p["fuel"] / p["mpg"]
    p["annual_other"] = p["miles"] * p["fuel"] / p["mpg_other"]
    p["saving"] = p["years"] * (p["annual_other"] - p["annual"])
    p["payback"] = free(0, 10)
    p["premium"] = p["payback"] * p["saving"] / p["years"]
    if p["premium"] < 0:
        p["payback"] = p["premium"] = 0.0
    return p


def uplift(free: Callable[[float, float], float]) -> Point:
    p = {"before": free(1, 1e6), "trend": free(0.8, 1.2), "weeks": free(1, 8)}
    p["after"] = p["before"] * free(0, 5)
    p["raw"] = p["after"] / p["before"] - 1
    p["lift"] = (1 + p["raw"]) / p["trend"] - 1
    p["extra"] = (p["after"] - p["before"] * p["trend"]) * p["weeks"]
    p["cost_each"] = free(0, 1e3) if p["extra"] >= 0 else free(-1e3, 0)
    p["spend"] = p["cost_each"] * p["extra"]
    return p


FORWARD = {
    "plant": plant,
    "electrode": electrode,
    "fleet": fleet,
    "loan": loan,
    "line": line,
    "compute": compute,
    "running_cost": running_cost,
    "uplift": uplift,
}
EXAMPLES = {"loan": 8}


def test_every_packaged_sheet_has_its_property() -> None:
    assert sorted(FORWARD) == list_sheets(load_kit())


@pytest.mark.parametrize("name", sorted(FORWARD))
def test_a_point_computed_forward_lies_in_the_box(name: str) -> None:
    sheet = load_sheet(name, load_kit())

    @settings(max_examples=EXAMPLES.get(name, 25), database=None)
    @given(st.data())
    def check(data: st.DataObject) -> None:
        def free(low: float, high: float) -> float:
            return low + (high - low) * data.draw(st.integers(0, 1000)) / 1000

        point = FORWARD[name](free)
        assert point.keys() == {var.name for var in sheet.variables}
        shown = data.draw(st.sets(st.sampled_from(sorted(point)), max_size=6))
        known = []
        for variable in sorted(shown):
            value = point[variable]
            margin = SLACK * abs(value) + abs(value) * data.draw(st.sampled_from([0, 0.01, 0.3]))
            known.append(Given(variable, Interval(value - margin, value + margin), "", ""))
        solution = solve_sheet(sheet, known)
        assert solution.verdict is not Verdict.CONFLICT
        if solution.set_aside:
            return  # the point itself lies outside a default
        for result in solution.results:
            slack = 1e-6 * max(1e-9, abs(point[result.variable]))
            low, high = result.interval
            assert low - slack <= point[result.variable] <= high + slack, result.variable

    check()
