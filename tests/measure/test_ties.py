"""Ties: which words set sentences apart."""

from collections.abc import Callable

import pytest

from onrecord.kit import Kit
from onrecord.measure import find_figures
from onrecord.measure.lexicon import load_lexicon
from onrecord.measure.lines import Line, draw_lines
from onrecord.measure.ties import is_beside, is_parted_by, names_of, words_of
from tests.measure.conftest import make_page

Draw = Callable[[str], list[Line]]


@pytest.fixture
def draw(kit: Kit) -> Draw:
    def lines(text: str) -> list[Line]:
        page = make_page(text)
        return draw_lines(page, find_figures(page, kit))

    return lines


def test_the_words_of_a_figure_are_not_those_of_its_sentence(draw: Draw) -> None:
    (line,) = draw("Brio hired more than 20 people in Arles.")
    assert words_of(line) == ["brio", "hired", "in", "arles"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("It bought other vans.", "other"),
        ("It bought vans, including lorries.", "part"),
        ("It didn't buy vans.", "not"),
        ("It had bought vans.", "past"),
        ("It bought vans in 2019.", "past"),
        ("It bought vans in May.", "time"),
    ],
)
def test_a_word_may_set_a_sentence_apart(draw: Draw, kit: Kit, text: str, kind: str) -> None:
    lexicon = load_lexicon(kit)
    assert is_parted_by(draw(text), frozenset({kind}), lexicon)
    assert not is_parted_by(draw("It bought vans."), frozenset({kind}), lexicon)


def test_names_are_the_words_with_a_capital(draw: Draw) -> None:
    (line,) = draw("Then Brio hired 20 people.")
    assert names_of(line) == {"then", "brio"}


def test_sentences_of_one_paragraph_stand_beside_each_other(draw: Draw) -> None:
    lines = draw("Brio has 20 vans. They are red.\n\nZip has 30 vans.")
    assert is_beside(lines, 0, 1)
    assert not is_beside(lines, 1, 2)
