"""Normalised forms that keep every offset."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.text import fold, stem


@given(st.text())
def test_folding_keeps_every_offset(text: str) -> None:
    assert len(fold(text)) == len(text)
    assert fold(fold(text)) == fold(text)


def test_folding_makes_quotes_hyphens_and_spaces_plain() -> None:
    assert fold("“a”‘b’ c‑d\u202f%\ufeff`") == "\"a\"'b' c-d % '"


def test_folding_leaves_dashes_and_letters() -> None:
    assert fold("é – — ß") == "é – — ß"


@pytest.mark.parametrize(
    ("one", "other"),
    [("produces", "produced"), ("plans", "planned"), ("deny", "denies"), ("denied", "deny"),
     ("Harlow's", "harlow"), ("price", "pricing")],
)  # fmt: skip
def test_forms_of_a_word_have_one_stem(one: str, other: str) -> None:
    assert stem(one) == stem(other)


@pytest.mark.parametrize(("one", "other"), [("plan", "plant"), ("bus", "bu"), ("king", "k")])
def test_other_words_keep_their_own(one: str, other: str) -> None:
    assert stem(one) != stem(other)
