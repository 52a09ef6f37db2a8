"""Spells: lengths of time against years, and pledges that were past when they were printed."""

from dataclasses import replace

import pytest

from onrecord.kit import Kit
from onrecord.measure import check_figures, find_figures
from tests.measure.conftest import make_page


def verdicts(kit: Kit, text: str, published: str | None = "2019-05-20") -> list[tuple[str, str]]:
    page = replace(make_page(text), published=published)
    checks = check_figures(page, find_figures(page, kit), kit)
    return [(check.kind, check.verdict.value) for check in checks]


@pytest.mark.parametrize(
    ("text", "kind", "verdict"),
    [
        ("It grew over six years, from 2010 to 2015.", "span", "holds"),
        ("It grew over nine years, from 2010 to 2015.", "span", "fails"),
        ("Between 1990 and 2000, a period of ten years, it grew.", "span", "holds"),
        ("It will build a mill in the next five years, by 2024.", "span", "holds"),
        ("It will build a mill in the next five years, by 2021.", "span", "fails"),
        ("It has been shut for 12 years since 2014.", "span", "fails"),
        ("It plans to cut 900 jobs by 2017.", "deadline", "fails"),
    ],
)
def test_a_length_of_time_fits_its_years(kit: Kit, text: str, kind: str, verdict: str) -> None:
    assert verdicts(kit, text) == [(kind, verdict)]


@pytest.mark.parametrize(
    "text",
    [
        "It grew over six years, and from 2010 to 2012 it shrank.",
        "It has been shut for three years since 2014.",
        "It plans to cut 900 jobs by 2021.",
        "It said in 2015 that it plans to cut 900 jobs by 2017.",
        "It once planned, and plans to this day, to cut 900 jobs by 2017.",
        "It will cut 900 jobs; by 1917 it had four.",
    ],
)
def test_what_may_be_told_of_another_day_is_left_alone(kit: Kit, text: str) -> None:
    assert verdicts(kit, text) == []


def test_an_undated_page_has_no_deadline_behind_it(kit: Kit) -> None:
    assert verdicts(kit, "It plans to cut 900 jobs by 2017.", None) == []
    assert verdicts(kit, "It will build it in the next five years, by 2021.", None) == []
