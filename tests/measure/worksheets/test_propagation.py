"""Narrowing from any side, in bounded time whatever the equations are."""

import math

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from onrecord.measure.rounding import Interval
from onrecord.measure.worksheets import Given, Solution, Verdict, parse_sheet, solve_sheet

INF = math.inf


def solve(equations: list[str], /, names: str = "x y z", **given: tuple[float, float]) -> Solution:
    """Solve bare equations between unbounded bare numbers."""
    variables = "".join(
        f'[vars.{name}]\nunit = "1"\nbounds = [-inf, inf]\n' for name in names.split()
    )
    listed = ", ".join(f"'{equation}'" for equation in equations)
    text = f'worksheet = "bare"\nabout = "bare"\nequations = [{listed}]\n{variables}'
    known = [Given(name, Interval(*ends), "", "") for name, ends in given.items()]
    return solve_sheet(parse_sheet(text, "bare.toml"), known)


def box(solution: Solution, name: str) -> Interval:
    return next(item.interval for item in solution.results if item.variable == name)


@pytest.mark.parametrize(
    ("equation", "known", "unknown", "low", "high"),
    [
        ("z = x + y", {"z": (10, 12), "x": (1, 2)}, "y", 8, 11),
        ("z = x - y", {"z": (10, 12), "x": (1, 2)}, "y", -11, -8),
        ("z = x * y", {"z": (10, 12), "x": (2, 4)}, "y", 2.5, 6),
        ("z = x / y", {"z": (10, 12), "x": (2, 4)}, "y", 1 / 6, 0.4),
        ("z = x ** 2", {"z": (4, 9), "x": (0, INF)}, "x", 2, 3),
        ("z = x ** 2", {"z": (4, 9), "x": (-INF, 0)}, "x", -3, -2),
        ("z = x ** 2", {"x": (-3, 2)}, "z", 0, 9),
        ("z = x ** 3", {"z": (-8, 27)}, "x", -2, 3),
        ("z = x ** -2", {"x": (2, 4)}, "z", 1 / 16, 1 / 4),
        ("z = x ** 0.5", {"z": (2, 3)}, "x", 4, 9),
        ("z = 2 ** x", {"z": (4, 8)}, "x", 2, 3),
        ("z = exp(x)", {"z": (1, math.e)}, "x", 0, 1),
        ("z = log(x)", {"z": (0, 1)}, "x", 1, math.e),
        ("z = sqrt(x)", {"z": (2, 3)}, "x", 4, 9),
        ("z = -x", {"z": (2, 3)}, "x", -3, -2),
        ("z = x ** 0.5", {"x": (0, 0)}, "z", 0, 0),
        ("x <= y", {"y": (1, 2)}, "x", -INF, 2),
        ("x >= y", {"y": (1, 2)}, "x", 1, INF),
    ],
)
def test_any_variable_may_be_the_unknown(
    equation: str, known: dict[str, tuple[float, float]], unknown: str, low: float, high: float
) -> None:
    found = box(solve([equation], **known), unknown)
    assert found == pytest.approx((low, high), rel=1e-9, abs=1e-9)
    assert found.low <= low
    assert found.high >= high


def test_a_division_by_an_interval_through_zero_bounds_nothing_and_says_so() -> None:
    solution = solve(["z = x / y"], x=(1, 2), y=(-1, 1))
    assert box(solution, "z") == (-INF, INF)
    assert solution.notes == ("'z = x / y' divides by y, which may be zero",)


def test_a_division_by_zero_itself_is_a_contradiction() -> None:
    solution = solve(["z = x / y"], x=(1, 2), y=(0, 0))
    assert solution.verdict is Verdict.CONFLICT
    assert solution.conflict is not None
    assert set(solution.conflict.given) == {"x", "y"}


def test_nothing_times_anything_may_be_nothing() -> None:
    assert box(solve(["z = x * y"], x=(0, 0), z=(0, 0)), "y") == (-INF, INF)


@pytest.mark.parametrize(
    "equations",
    [
        ["x = y + 1", "y = x + 1"],
        ["x = x + 1"],
        ["x = 2 * y", "y = 2 * x"],
        ["x = y * z", "y = z * x", "z = x * y"],
        ["x = exp(exp(exp(x)))"],
        ["x = 1.0000001 * x + 0.0000001", "y = x ** 64", "z = y ** 64"],
    ],
)
def test_equations_that_turn_in_a_circle_end_in_bounded_time(equations: list[str]) -> None:
    solve(equations, x=(0.1, 1e6))
    solve(equations)


def test_a_circle_with_no_solution_is_found_or_left_open_never_solved() -> None:
    solution = solve(["x = y + 1", "y = x + 1"], x=(0, 1000))
    assert solution.verdict is Verdict.CONFLICT or any("stopped" in n for n in solution.notes)


def test_numbers_at_the_edge_of_what_can_be_computed_stay_intervals() -> None:
    solution = solve(["z = x * y", "x = y ** 3"], x=(1e300, 1e308), y=(1e-308, 1e308))
    for result in solution.results:
        assert not math.isnan(result.interval.low)
        assert not math.isnan(result.interval.high)


def test_a_sheet_of_many_equations_is_solved_in_bounded_time() -> None:
    names = " ".join(f"v{n}" for n in range(60))
    equations = [f"v{n + 1} = v{n} * 1.1 - v{(n * 7) % 60} / 3" for n in range(59)]
    solve(equations, names, v0=(1, 2))


def test_a_sheet_whose_defaults_all_contradict_each_other_is_solved_without_them() -> None:
    ranges = "".join(
        f'[vars.v{n}]\nunit = "1"\nrange = [{n}, {n + 1}]\n'
        'source = { kind = "assumption", cite = "none" }\n'
        for n in range(30)
    )
    listed = ", ".join(f"'v{n} = 2 * v{(n + 1) % 30}'" for n in range(29))
    text = f'worksheet = "bare"\nabout = "bare"\nequations = [{listed}]\n{ranges}'
    solution = solve_sheet(parse_sheet(text, "bare.toml"))
    assert solution.verdict is Verdict.OUTSIDE
    assert len(solution.set_aside) == 6
    assert solution.notes[-1].endswith("all are set aside")


@pytest.mark.slow
def test_a_sheet_as_large_as_may_be_is_answered_in_bounded_time_and_says_so() -> None:
    names = [f"v{n}" for n in range(100)]
    terms = [" + ".join(f"v{(n * k) % 100}*v{(n + k) % 100}/v{(k * 7) % 100}" for k in range(1, 15))
             for n in range(100)]  # fmt: skip
    listed = ", ".join(f'"v{n} = {text}"' for n, text in enumerate(terms))
    ranges = "".join(
        f'[vars.{name}]\nunit = "1"\nrange = [{n}, {n + 50}]\n'
        'source = { kind = "assumption", cite = "none" }\n'
        f'[premises.{name}]\nquoted = "so it is"\n'
        f'[[ask]]\nrequire = "{name} >= 1"\nreport = "{name}"\n'
        for n, name in enumerate(names)
    )
    sheet = parse_sheet(
        f'worksheet = "large"\nabout = "large"\nequations = [{listed}]\n{ranges}', "large.toml"
    )
    solution = solve_sheet(sheet)
    assert any("too large to be worked out in full" in note for note in solution.notes)


# --- any equations at all ------------------------------------------------------------------------

LEAVES = st.one_of(
    st.sampled_from(["x", "y", "z"]), st.integers(-3, 9).map(str), st.sampled_from(["0.5", "1e3"])
)
EXPRESSIONS = st.recursive(
    LEAVES,
    lambda inner: st.one_of(
        st.tuples(inner, st.sampled_from("+-*/"), inner).map(lambda t: f"({t[0]} {t[1]} {t[2]})"),
        st.tuples(inner, st.sampled_from([2, 3, -1, -2, 0.5])).map(lambda t: f"({t[0]}) ** {t[1]}"),
        st.tuples(st.sampled_from(["exp", "log", "sqrt"]), inner).map(lambda t: f"{t[0]}({t[1]})"),
        inner.map(lambda text: f"(-{text})"),
    ),
    max_leaves=6,
)
NAMES = {"exp": math.exp, "log": math.log, "sqrt": math.sqrt}


@settings(max_examples=150, database=None)
@given(
    st.lists(EXPRESSIONS, min_size=1, max_size=3),
    st.tuples(*[st.integers(-40, 40).map(lambda n: n / 8)] * 3),
    st.sets(st.sampled_from(["x", "y", "z", "a0", "a1", "a2"])),
    st.sampled_from([0.0, 0.1, 2.0]),
)
def test_a_point_that_satisfies_any_equations_is_never_lost(
    expressions: list[str], point: tuple[float, ...], shown: set[str], margin: float
) -> None:
    values = dict(zip("xyz", point, strict=True))
    for number, expression in enumerate(expressions):
        try:  # the tests may run what the product never does
            value = eval(expression, {"__builtins__": {}}, {**NAMES, **values})
        except (ArithmeticError, ValueError):
            assume(False)
        assume(isinstance(value, float | int) and abs(value) < 1e100)
        values[f"a{number}"] = float(value)
    known = {
        name: (values[name] - margin - 1e-9 * abs(values[name]),
               values[name] + margin + 1e-9 * abs(values[name]))
        for name in sorted(shown & values.keys())
    }  # fmt: skip
    equations = [f"a{number} = {text}" for number, text in enumerate(expressions)]
    solution = solve(equations, " ".join(values), **known)
    assert solution.verdict is not Verdict.CONFLICT
    for result in solution.results:
        value = values[result.variable]
        slack = 1e-7 * max(abs(value), *(abs(other) for other in values.values()))
        assert result.interval.low - slack <= value <= result.interval.high + slack
