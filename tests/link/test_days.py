"""The days a sentence names."""

import pytest

from onrecord.link.days import find_days, other_day
from onrecord.text import find_tokens


@pytest.mark.parametrize(
    ("sentence", "days"),
    [
        ("it closes on 9 June 2027", {"june", "2027", "9"}),
        ("it closes on June 9", {"june", "9"}),
        ("it closes in May", {"may"}),
        ("it May close soon", set()),  # a headline's modal
        ("it has 2027 parts", {"2027"}),
        ("it has 9 parts", set()),
    ],
)
def test_months_years_and_days_of_a_month_are_found(sentence: str, days: set[str]) -> None:
    assert set(find_days(sentence, find_tokens(sentence))) == days


def test_another_month_is_another_day_and_no_month_at_all_is_not() -> None:
    assert other_day("june", frozenset({"may", "2027"}))
    assert not other_day("june", frozenset({"june", "may"}))
    assert not other_day("june", frozenset({"2027"}))
