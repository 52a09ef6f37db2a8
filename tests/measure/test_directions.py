"""Directions: a level that is said to have risen or fallen lies where the words say."""

from collections.abc import Callable

import pytest

from onrecord.model import Check

Checks = Callable[[str], list[Check]]


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("The price was $39,000, up from $38,300 a year ago.", "holds"),
        ("The price was $39,000, down from $38,300 a year ago.", "fails"),
        ("Zip cut its staff from 900 workers to 700 workers.", "holds"),
        ("Zip cut its staff from 700 workers to 900 workers.", "fails"),
        ("Rents rose to $900 in May from $1,200.", "fails"),
        ("Some 70 percent of tenants would stay, a drop from 76 percent in April.", "holds"),
        ("It has 60 stores, up from 45 a year ago.", "holds"),
        ("Orla took 31 percent, a bit more than the 28 percent of Brio.", "holds"),
        ("Inflation of 3.1% is higher than the 3.4% in May.", "fails"),
        ("Orla took 26 percent, a bit more than the 28 percent of Brio.", "fails"),
        ("It has 40 stores, up from 45 a year ago.", "fails"),
    ],
)
def test_a_level_lies_where_the_word_says(checks_of: Checks, text: str, verdict: str) -> None:
    assert [(check.kind, check.verdict) for check in checks_of(text)] == [("direction", verdict)]


@pytest.mark.parametrize(
    "text",
    [
        "The zloty fell from 4 zlotys to 5 zlotys to the dollar.",
        "Its margin rose to 4 percent from 6 percent excluding rents.",
        "It made a loss of $9 million, down from a profit of $7 million.",
        "It has 900 vans, up from 500 vans in May to 700 vans in June.",
        "It ran from 900 metres to 700 metres.",
        "To cut the rise in rents from $900 to $950 it built more.",
        "It has 40 stores and 45 vans, down from the north.",
        "Sales were $6 million; costs, up from $8 million, are not told.",
    ],
)
def test_another_change_is_not_judged(checks_of: Checks, text: str) -> None:
    assert checks_of(text) == []


def test_the_change_is_worked_out_and_printed(checks_of: Checks) -> None:
    (check,) = checks_of("Rents were $1,200, up from $1,000 a year ago.")
    says = 'from USD 1,000 to USD 1,200 is up USD 200 (20 %); the text says "up"'
    assert check.says == says
    assert check.value is not None and check.value.low == 200


def test_shares_move_in_points(checks_of: Checks) -> None:
    (check,) = checks_of("Approval fell from 60 percent to 55 percent.")
    assert "is down 5 points" in check.says
