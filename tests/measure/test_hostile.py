"""Hostile figures: numbers that are no numbers, in bounded time and with a plain outcome."""

import math
from collections.abc import Callable

import pytest

from onrecord.kit import Kit
from onrecord.measure import check_figures, find_figures
from onrecord.model import Check, Figure
from tests.measure.conftest import make_page

Find = Callable[[str], list[Figure]]
Checks = Callable[[str], list[Check]]


@pytest.mark.parametrize(
    "text",
    [
        "It costs $" + "9" * 1_000_000 + " a year.",
        "It costs $1e400, $10^400 and 10**400 euros.",
        "It is 1/2/3/4/5/6/7 of it, 1/1/1, 0/0 and 5/0.",
        "It takes ½½½½ of ⅔⅔ cups.",
        "It has -∞ stores, NaN shops and ٣٤٥ vans.",
        "It has " + "million " * 2_000 + "vans.",
        "It has ten " + "thousand million billion trillion " * 500 + "vans.",
        "Half " + "of a half " * 2_000 + "of the vans.",
        "Not less than " * 3_000 + "5 vans.",
    ],
    ids=lambda text: text[:24],
)
def test_what_is_no_quantity_is_no_infinite_one(figures_of: Find, text: str) -> None:
    for figure in figures_of(text):
        ends = [end for end in (figure.low, figure.high) if end is not None]
        assert all(math.isfinite(end) and abs(end) <= 1e18 for end in ends)


def test_a_number_of_a_million_digits_is_not_read(figures_of: Find) -> None:
    assert figures_of("It has " + "7" * 1_000_000 + " vans.") == []


def test_four_hundred_noughts_are_not_read(figures_of: Find) -> None:
    assert figures_of("It has 1" + "0" * 400 + " vans and 3 lorries.")[0].unit == "lorry"


@pytest.mark.slow
@pytest.mark.parametrize(
    "unit",
    [
        "1,",
        "1,2.",
        "12,345,678,",
        "1/2/",
        "5 % of 10, or ",
        "10 of the 120 workers, or a third, ",
        "up from 5 vans, ",
        "from 5 % to 6 %, ",
        "a third, 33%, ",
        "$5 million (£4m) ",
        "Arles, Basel; ",
        "four cities: ",
        "( ",
        "million ",
        "over the next ",
        "of the ",
    ],
)
def test_a_flood_of_it_is_read_and_checked_in_bounded_time(kit: Kit, unit: str) -> None:
    text = "It has " + unit * (400_000 // len(unit)) + " vans."
    page = make_page(text)
    check_figures(page, find_figures(page, kit), kit)
