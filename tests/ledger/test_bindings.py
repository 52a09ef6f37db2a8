"""What a person says of a figure is kept with name and reason, and only if it can be so."""

import pytest

from onrecord import flow
from onrecord.errors import KitError, QuestionError
from onrecord.kit import load_kit
from onrecord.ledger.bindings import judge_binding
from onrecord.model import Capture, Judgement, Reading

TEXT = (
    "Orvane counts its vans\n\nMay 6, 2026\n\nThe Velland works can build 240,000 vans a year, "
    "Orvane said. It has 2,100 employees.\n"
)


@pytest.fixture(scope="module")
def reading() -> Reading:
    return flow.read(Capture(text=TEXT, path="vans.txt"), load_kit(), reader="rules")


def judge(
    reading: Reading, words: str, value: str, by: str = "Ana", why: str = "I asked"
) -> Judgement | None:
    figure = next(figure for figure in reading.figures if figure.text.startswith(words))
    at = "2026-06-01T08:00:00Z"
    return judge_binding([reading], figure.id[:8], value, load_kit(), by=by, why=why, at=at)


def test_it_is_kept_with_the_figure_s_words_and_place(reading: Reading) -> None:
    made = judge(reading, "240,000", "plant.sales")
    assert made is not None
    assert (made.kind, made.value, made.by, made.why) == (
        "binding", "plant.sales", "Ana", "I asked",
    )  # fmt: skip
    assert made.span is not None
    assert TEXT[made.span.start : made.span.end] == made.quote == "240,000 vans a year"


def test_that_it_is_nothing_of_a_sheet_needs_no_fitting_unit(reading: Reading) -> None:
    made = judge(reading, "2,100", "plant.none")
    assert made is not None
    assert made.value == "plant.none"


@pytest.mark.parametrize(
    ("words", "value", "told"),
    [
        ("2,100", "plant.capacity", "“2,100 employees” cannot be plant.capacity"),
        ("240,000", "plant.be_rate", "expected 1, found van a year"),
        ("240,000", "plant.cat", "expected plant.VARIABLE, one of capacity,"),
        ("240,000", "plant", "expected plant.VARIABLE"),
    ],
)
def test_what_cannot_be_is_refused(reading: Reading, words: str, value: str, told: str) -> None:
    with pytest.raises(QuestionError) as caught:
        judge(reading, words, value)
    assert told in str(caught.value)


def test_an_unknown_sheet_a_missing_name_and_an_unknown_figure_are_refused(
    reading: Reading,
) -> None:
    with pytest.raises(KitError, match="no worksheet 'cat'"):
        judge(reading, "240,000", "cat.tail")
    with pytest.raises(QuestionError, match="needs a name"):
        judge(reading, "240,000", "plant.sales", by=" ")
    assert (
        judge_binding([reading], "ffff", "plant.sales", load_kit(), by="A", why="b", at="") is None
    )
