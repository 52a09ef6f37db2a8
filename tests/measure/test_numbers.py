"""Numbers as news writes them."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.kit import load_kit
from onrecord.measure.lexicon import load_lexicon
from onrecord.measure.numbers import read_numeral
from onrecord.measure.numerals import read_digits
from onrecord.measure.pieces import find_pieces
from onrecord.text import fold

LEXICON = load_lexicon(load_kit())


def read(text: str) -> tuple[float, str] | None:
    pieces = find_pieces(text, fold(text), 0, len(text))
    number = read_numeral(pieces, 0, LEXICON)
    if number is None:
        return None
    return number.value, text[pieces[number.first].start : pieces[number.last - 1].end]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("3.5bn", 3.5e9),
        ("400k", 4e5),
        ("2.5-million", 2.5e6),
        ("1,234,567.8", 1234567.8),
        ("12,34,567", 1234567),
        ("1.234.567,5", 1234567.5),
        ("120\u202f000", 120000),
        ("7\u00a0500", 7500),
        ("3 lakh", 3e5),
        ("2.5 lakh crore", 2.5e12),
        ("10 1/2", 10.5),
        ("2½", 2.5),
        ("two and a half", 2.5),
        ("one and a half million", 1.5e6),
        ("a million and a half", 1.5e6),
        ("half a million", 5e5),
        ("a quarter of a million", 2.5e5),
        ("a dozen", 12),
        ("half a dozen", 6),
        ("twenty\u2011five", 25),
        ("two hundred and fifty thousand", 250000),
        ("one hundred and two", 102),
        ("two-thirds", 2 / 3),
        ("three quarters of", 0.75),
        ("one in five", 0.2),
        ("nine out of 10", 0.9),
        ("tens of thousands", 10000),
    ],
)
def test_a_number_is_read_in_any_of_its_forms(text: str, value: float) -> None:
    found = read(text)
    assert found is not None
    assert math.isclose(found[0], value)
    assert found[1] == text.removesuffix(" of")


@pytest.mark.parametrize("text", ["1,1,1,1", "9" * 1000, "007", "third", "a plan", "1e999"[1:]])
def test_what_is_no_number_is_none(text: str) -> None:
    assert read(text) is None


def test_a_ratio_is_not_made_of_two_unrelated_numbers() -> None:
    assert read("two in 2016") == (2, "two")
    assert read("300 out of 400 soldiers") == (300, "300")
    assert read("one in two months") == (1, "one")


@given(st.text(alphabet="0123456789.,", max_size=60))
def test_digits_are_finite_or_none(text: str) -> None:
    value = read_digits(text) if text else None
    assert value is None or math.isfinite(value)
