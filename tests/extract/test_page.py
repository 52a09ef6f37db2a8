"""Words, sentences and quotations of a page."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.extract.page import INSIDE, OUTSIDE
from onrecord.text import fold
from tests.extract.pages import page_of


def quoted(text: str) -> list[str]:
    page = page_of(text)
    return [w for w, state in zip(page.forms, page.quote, strict=True) if state == INSIDE]


def test_a_name_is_the_same_word_with_and_without_a_possessive() -> None:
    assert page_of("Acme\u2019s plan").words == ["acme", "'s", "plan"]


def test_words_between_marks_are_inside_a_quotation() -> None:
    assert quoted('She said "no deal" twice.') == ["no", "deal"]


def test_doubled_single_marks_are_quotation_marks() -> None:
    assert quoted("He said ''we will appeal'' on Monday.") == ["we", "will", "appeal"]


def test_a_quotation_left_open_goes_on_where_the_next_paragraph_opens_anew() -> None:
    text = "\u201cWe lost the first.\n\u201cWe won the second,\u201d she said."
    assert "first" in quoted(text) and "second" in quoted(text) and "said" not in quoted(text)


def test_an_unclosed_mark_does_not_swallow_the_next_paragraph() -> None:
    text = 'He called it "bold.\nThe plant opened in May.'
    assert "plant" not in quoted(text)


def test_inches_do_not_open_a_quotation() -> None:
    assert quoted('A 12" wafer and a 10" wafer were shown.') == []


@pytest.mark.parametrize("text", ["", "\n", '"', "\u201d\u201d", "''", "..."])
def test_odd_texts_make_a_page(text: str) -> None:
    page = page_of(text)
    assert all(state in range(4) for state in page.quote)


@given(st.text(alphabet="ab \"\u201c\u201d'\n.,AZ", max_size=80))
def test_tokens_point_at_their_own_characters(text: str) -> None:
    page = page_of(text)
    for token, form in enumerate(page.forms):
        assert fold(text)[page.starts[token] : page.ends[token]] == form
        assert (page.run[token] >= 0) == (page.quote[token] != OUTSIDE)
