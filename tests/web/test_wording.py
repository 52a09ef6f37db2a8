"""Records are said in an editor's words, and every closed set has words for all its values."""

from enum import StrEnum

import pytest

from onrecord import model
from onrecord.web.wording import say, tell_act, tell_amount, tell_day, tell_when, words


@pytest.mark.parametrize(
    ("table", "values"),
    [
        ("status", model.Status),
        ("flags", model.Flag),
        ("position", model.Position),
        ("act", model.Act),
        ("act_of_many", model.Act),
        ("voice", model.Voice),
        ("force", model.Force),
        ("approach", model.Approach),
        ("channel", model.Channel),
        ("region", model.RegionKind),
        ("verdict", model.CheckVerdict),
        ("verdict", model.HeadlineVerdict),
        ("verdict_tone", model.CheckVerdict),
        ("verdict_tone", model.HeadlineVerdict),
        ("bound", model.Bound),
    ],
)
def test_every_value_of_a_closed_set_has_words(table: str, values: type[StrEnum]) -> None:
    assert {str(value) for value in values} <= words()[table].keys()


def test_a_value_that_the_lists_do_not_know_is_said_as_it_is() -> None:
    assert say("flags", "brand_new_flag") == "brand new flag"


@pytest.mark.parametrize(
    ("iso", "told"),
    [
        ("2026-05-14", "14 May 2026"),
        ("2026-05-14T08:30:00+00:00", "14 May 2026"),
        ("2026-05", "May 2026"),
        ("2026", "2026"),
        ("soon", "soon"),
        ("2026-99-01", "2026-99-01"),
        ("", ""),
        (None, ""),
    ],
)
def test_days_are_printed_as_a_newspaper_prints_them(iso: str | None, told: str) -> None:
    assert tell_day(iso) == told


def test_intervals_keep_their_open_sides() -> None:
    assert tell_when({"from": "2026-01-01", "to": "2026-01-31"}) == ("1 to 31 January 2026")
    assert tell_when({"from": "2026-01-05", "to": "2026-03-04"}) == "5 January to 4 March 2026"
    assert tell_when({"from": "2025-12-30", "to": "2026-01-02"}) == (
        "30 December 2025 to 2 January 2026"
    )
    assert tell_when({"from": "2027-01-01", "to": None}) == "from 1 January 2027"
    assert tell_when({"from": None, "to": "2026-12-31"}) == "31 December 2026"
    assert tell_when(None) == "undated"


@pytest.mark.parametrize(
    ("figure", "told"),
    [
        ({"low": 0.7, "high": 0.7, "unit": "1", "approx": True}, "about 70 %"),
        ({"low": None, "high": 300, "unit": "propeller", "per": "year", "bound": "<="}, "at most "
         "300 propellers per year"),
        ({"low": 9, "high": None, "unit": None, "bound": ">"}, "above 9"),
        ({"low": 1.5, "high": 2, "unit": "mile/gallon"}, "1.5 to 2 miles/gallon"),
        ({"low": 48, "high": 48, "unit": "branch"}, "48 branches"),
        ({"low": 1, "high": 1, "unit": "branch"}, "1 branch"),
        ({"low": 42, "high": 42, "unit": "GBP"}, "42 GBP"),
        ({"low": 2, "high": 2, "unit": "country"}, "2 countries"),
        ({"low": 0.4, "high": 0.4, "unit": "1", "change": "down"}, "40 %, down"),
        ({"low": None, "high": None, "unquantified": True}, "no number given"),
    ],
)  # fmt: skip
def test_quantities_are_told_with_bound_unit_and_direction(
    figure: dict[str, object], told: str
) -> None:
    assert tell_amount(figure) == told


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ({"text": "People close to the matter", "entity": None}, "deny"),
        ({"text": "two of the officials", "entity": None}, "deny"),
        ({"text": "sources", "entity": None}, "deny"),
        ({"text": "Its press office", "entity": None}, "denies"),
        ({"text": "a person briefed on the talks", "entity": None}, "denies"),
        ({"text": "the company’s lawyer", "entity": None}, "denies"),
        ({"text": "Halden Works", "entity": "Halden Works"}, "denies"),
        ({"text": "both companies", "entity": "Halden and Torvane"}, "deny"),
        ({"text": "Pitch and Tar", "entity": "Pitch and Tar"}, "denies"),
        (None, "denies"),
    ],
)
def test_a_source_of_several_speaks_in_the_plural(source: object, told: str) -> None:
    assert tell_act({"act": "deny", "source": source}) == told
