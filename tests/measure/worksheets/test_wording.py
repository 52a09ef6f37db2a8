"""Words to intervals: the number, its word, its unit, and what the words leave open."""

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.errors import QuestionError
from onrecord.kit import Kit, load_kit
from onrecord.measure.worksheets import load_sheet, read_given, read_requirement
from onrecord.measure.worksheets.wording import Given, find_wordings


def read(kit: Kit, sheet: str, variable: str, text: str) -> Given:
    loaded = load_sheet(sheet, kit)
    found = loaded.variable(variable)
    assert found is not None
    given = read_given(found, text, loaded, kit)
    assert given is not None
    return given


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("400000", 400_000, 400_000),
        ("400,000", 400_000, 400_000),
        ("400k", 400_000, 400_000),
        ("0.4 million", 400_000, 400_000),
        ("0.4m vehicles", None, None),
        ("4e5", 400_000, 400_000),
        ("four hundred", None, None),
        ("exactly 400,000", 400_000, 400_000),
        ("printed 400,000", 350_000, 450_000),
        ("rounded 412,000", 411_500, 412_500),
        ("roughly 400,000", 376_000, 424_000),
        ("about 400\u00a0000"[:9], 376, 424),
        ("nearly 400,000", 376_000, 400_000),
        ("just over 400,000", 400_000, 424_000),
        ("under 400,000", 0, 400_000),
        ("up to 400,000", 0, 400_000),
        ("more than 400,000", 400_000, float("inf")),
        (">= 400,000", 400_000, float("inf")),
        ("90000..100000", 90_000, 100_000),
        ("90,000 to 100,000", 90_000, 100_000),
        ("90,000-100,000", 90_000, 100_000),
        ("[90000, 100000]", 90_000, 100_000),
        ("100000..90000", 90_000, 100_000),
        ("0.3 to 0.4 million", 300_000, 400_000),
        ("300,000..inf", 300_000, float("inf")),
        ("two million cars a year", 2_000_000, 2_000_000),
        ("1000 vehicles per day", 365_250, 365_250),
    ],
)
def test_a_value_is_read_as_an_interval(
    kit: Kit, text: str, low: float | None, high: float | None
) -> None:
    if low is None or high is None:
        with pytest.raises(QuestionError):
            read(kit, "plant", "capacity", text)
        return
    assert read(kit, "plant", "capacity", text).interval == pytest.approx((low, high))


@pytest.mark.parametrize("text", ["80 %", "80%", "80 percent", "80 per cent", "0.8"])
def test_a_share_may_be_told_in_percent(kit: Kit, text: str) -> None:
    assert read(kit, "plant", "be_rate", text).interval == pytest.approx((0.8, 0.8))


def test_a_share_may_be_a_range_of_percentages(kit: Kit) -> None:
    for text in ("75 % to 85 %", "75%..85%", "75 to 85 %"):
        assert read(kit, "plant", "be_rate", text).interval == pytest.approx((0.75, 0.85))


def test_the_rule_is_told_with_the_interval(kit: Kit) -> None:
    assert read(kit, "plant", "be_rate", "roughly 80 %").rule == "6 % either way"
    assert read(kit, "plant", "be_rate", "80 %").rule == "the number itself"


@pytest.mark.parametrize(
    ("sheet", "variable", "text", "value"),
    [
        ("loan", "n", "84 months", 84),
        ("loan", "n", "seven years", 84),
        ("electrode", "output", "100 GWh/year", 1e8),
        ("electrode", "output", "100 GWh a year", 1e8),
        ("running_cost", "mpg", "37 MPG", 37),
        ("running_cost", "fuel", "$2.80", 2.80),
        ("running_cost", "fuel", "2.80 dollars a gallon", 2.80),
        ("compute", "power", "3 watts", 3),
        ("line", "hours", "450 minutes", 7.5),
    ],
)
def test_a_unit_is_converted_and_a_number_quoted_otherwise_is_taken(
    kit: Kit, sheet: str, variable: str, text: str, value: float
) -> None:
    given = read(kit, sheet, variable, text)
    assert given.interval == pytest.approx((value, value))
    assert given.flags == ()


def test_a_figure_without_its_period_is_flagged(kit: Kit) -> None:
    given = read(kit, "electrode", "saving", "a billion dollars")
    assert given.flags == ("period missing: taken as a figure for one year",)
    assert given.interval == (1e9, 1e9)
    assert read(kit, "plant", "sales", "100,000 cars").flags != ()
    assert read(kit, "plant", "sales", "100,000 cars a year").flags == ()


@pytest.mark.parametrize(
    ("variable", "text"),
    [
        ("fuel", "3 euros a gallon"),
        ("mpg", "37 kg"),
        ("mpg", "37 blorps"),
        ("mpg", "many"),
        ("mpg", "1e400"),
        ("mpg", "9" * 400),
        ("mpg", "37 __import__('os')"),
        ("mpg", "#37"),
        ("mpg", "nan"),
    ],
)
def test_what_does_not_fit_is_refused_in_a_line(kit: Kit, variable: str, text: str) -> None:
    with pytest.raises(QuestionError, match=f"^{variable}: "):
        read(kit, "running_cost", variable, text)


def test_any_takes_a_value_back(kit: Kit) -> None:
    sheet = load_sheet("plant", kit)
    variable = sheet.variables[0]
    assert read_given(variable, "any", sheet, kit) is None
    assert read_given(variable, " ", sheet, kit) is None


def test_the_table_has_a_row_for_every_bound_that_a_figure_may_have(kit: Kit) -> None:
    table = find_wordings(kit)
    assert {"=", "<", "<=", ">", ">=", "~", "nearly", "exactly"} <= table.keys()
    assert all(wording.means for wording in table.values())


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("gap", "expected one of"),
        ("gap <= 0 <= 1", "found 2"),
        ("cat <= 0", "no variable cat"),
        ("gap <= be_rate", "sets vehicle/time against a bare number"),
        ("gap + 1 <= sales", "adds vehicle/time and a bare number"),
        ("gap <= exec('x')", "is not allowed"),
    ],
)
def test_a_requirement_that_cannot_be_is_refused(kit: Kit, text: str, fault: str) -> None:
    with pytest.raises(QuestionError, match="^requirement ") as caught:
        read_requirement(text, load_sheet("plant", kit))
    assert fault in str(caught.value)


@pytest.mark.parametrize(
    "text", ["gap <= 0", "extra = 150,000", "utilisation >= 80 %", "sales < capacity / 2"]
)
def test_a_requirement_may_name_numbers_in_a_variable_s_unit(kit: Kit, text: str) -> None:
    assert read_requirement(text, load_sheet("plant", kit)).text == text


PIECES = (
    "roughly |under |-|..| to |%|$|€|USD| a year|/|400k|1e9|inf|nan|3.5| billion|kWh|vehicle|"
    "[|]|,|**|()|a| "
).split("|")


@settings(max_examples=300, database=None)
@given(st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=3)), max_size=6).map("".join))
def test_whatever_is_typed_is_an_interval_or_refused(text: str) -> None:
    kit = load_kit()
    for name, variable in (("plant", "capacity"), ("loan", "price"), ("running_cost", "fuel")):
        sheet = load_sheet(name, kit)
        found = sheet.variable(variable)
        assert found is not None
        with suppress(QuestionError):
            value = read_given(found, text, sheet, kit)
            assert value is None or value.interval.low <= value.interval.high
