"""Dates of a text, as intervals of days against the publication date (Wednesday 4 Feb 2026)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.kit import load_kit
from onrecord.model import Capture
from onrecord.read import find_dates, make_document

PUBLISHED = "2026-02-04"


def dates(text: str, published: str | None = PUBLISHED) -> list[tuple[str, str | None, str | None]]:
    document = make_document(Capture(text=text, published=published), load_kit())
    return [(one.text, one.when.start, one.when.end) for one in find_dates(document)]


@pytest.mark.parametrize(
    ("text", "found", "start", "end"),
    [
        ("Two days ago, Harlow denied it.", "Two days ago", "2026-02-02", "2026-02-02"),
        ("At this week’s fair it was shown.", "this week’s", "2026-02-02", "2026-02-08"),
        ("It will open by year‑end.", "by year‑end", None, "2026-12-31"),
        ("It will open in early 2027.", "early 2027", "2027-01-01", "2027-04-30"),
        ("A plan that was scrapped in November.", "November", "2025-11-01", "2025-11-30"),
        ("The plant will close in November.", "November", "2026-11-01", "2026-11-30"),
        ("A weaker first-quarter profit is seen.", "first-quarter", "2026-01-01", "2026-03-31"),
        ("Profit fell in the fourth quarter.", "the fourth quarter", "2025-10-01", "2025-12-31"),
        ("Sales in Q1 2025 were flat.", "Q1 2025", "2025-01-01", "2025-03-31"),
        ("Harlow said on Tuesday it would buy.", "Tuesday", "2026-02-03", "2026-02-03"),
        ("The board will meet on Tuesday.", "Tuesday", "2026-02-10", "2026-02-10"),
        ("It was shown last month.", "last month", "2026-01-01", "2026-01-31"),
        ("It was shown on Sept. 3 in Lund.", "Sept. 3", "2025-09-03", "2025-09-03"),
        ("It was shown on 3 September 2025.", "3 September 2025", "2025-09-03", "2025-09-03"),
        ("It was shown on September 3rd, 2025.", "September 3rd, 2025", "2025-09-03", "2025-09-03"),
        ("Filed on 2025-09-03 in Lund.", "2025-09-03", "2025-09-03", "2025-09-03"),
        ("Trucks of the 1990s had no radar.", "the 1990s", "1990-01-01", "1999-12-31"),
        ("The late 1980s were lean.", "late 1980s", "1986-01-01", "1989-12-31"),
        ("It has built trucks since 2014.", "since 2014", "2014-01-01", None),
        ("The lease runs until 2030.", "until 2030", None, "2030-12-31"),
        ("It opened before 2019 in Lund.", "before 2019", None, "2019-01-01"),
        ("The poll of Sept. 16-19 was close.", "Sept. 16-19", "2025-09-16", "2025-09-19"),
        ("It was built in March 2019.", "March 2019", "2019-03-01", "2019-03-31"),
        ("It was built in mid-2019.", "mid-2019", "2019-05-01", "2019-08-31"),
        ("It opens by the end of 2027.", "by the end of 2027", None, "2027-12-31"),
        ("It opens at the end of the year.", "end of the year", "2026-12-01", "2026-12-31"),
        ("It opens later this year.", "later this year", "2026-02-04", "2026-12-31"),
        ("It was cut yesterday.", "yesterday", "2026-02-03", "2026-02-03"),
        ("It fell over the past three months.", "the past three months", "2025-11-01", PUBLISHED),
        ("It broke more than a year ago.", "more than a year ago", None, "2025-12-31"),
        (
            "It ran in the second half of 2025.",
            "the second half of 2025",
            "2025-07-01",
            "2025-12-31",
        ),
        ("The 2015-16 season was long.", "2015-16", "2015-01-01", "2016-12-31"),
        ("It was last November that it broke.", "last November", "2025-11-01", "2025-11-30"),
    ],
)
def test_a_date_is_found_as_an_interval_of_days(
    text: str, found: str, start: str | None, end: str | None
) -> None:
    assert dates(text) == [(found, start, end)]


@pytest.mark.parametrize(
    "text",
    [
        "Harlow may buy trucks, and it might march on.",
        "The plant builds 2000 trucks a year and 400,000 in all.",
        "Brandt, 48, paid $2,014 for a 2020 mm pipe of 3.5 tonnes.",
        "It runs at 80 percent, up 3 points.",
        "In today’s truck race, clarity counts.",
        "Read USA TODAY every morning.",
        "The March on the capital was peaceful.",
        "Nobody said when. The second quarterback fell.",
        "April Holt and August Lind said no. May Brandt agreed.",
    ],
)
def test_what_only_looks_like_a_date_is_none(text: str) -> None:
    assert dates(text) == []


def test_without_a_publication_date_a_relative_date_is_open_on_both_sides() -> None:
    text = "Two days ago Harlow denied what it said in November, and on 3 March 2024."
    assert dates(text, None) == [
        ("Two days ago", None, None),
        ("November", None, None),
        ("3 March 2024", "2024-03-03", "2024-03-03"),
    ]


def test_the_leap_day_is_a_date_only_in_leap_years() -> None:
    assert dates("It was on 29 February 2024.")[0][1] == "2024-02-29"
    assert dates("It was on 30 February 2024.") == []


@given(
    st.text(alphabet="0123456789 -/.,'’adegmnorstyJFMS\n", max_size=60),
    st.dates().map(lambda day: day.isoformat()),
)
def test_no_text_breaks_the_grammar_and_every_date_says_its_own_words(
    text: str, published: str
) -> None:
    text = f"It was {text} 400 decades ago, 399 years ago or the next 99 years."
    document = make_document(Capture(text=text, published=published), load_kit())
    for one in find_dates(document):
        assert document.text[one.start : one.end] == one.text
        assert one.when.start is None or one.when.end is None or one.when.start <= one.when.end


def test_last_winter_in_january_is_that_of_the_year_before() -> None:
    assert dates("It froze last winter.", "2026-01-20") == [
        ("last winter", "2024-12-01", "2025-02-28")
    ]
    assert dates("It froze last winter.", "2026-04-20") == [
        ("last winter", "2025-12-01", "2026-02-28")
    ]
