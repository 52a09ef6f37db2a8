"""Annotated records, and what is said of wrong ones."""

from typing import Any

import pytest

from onrecord.bench import (
    Attribution,
    parse_attributions,
    parse_found,
    parse_quantities,
    parse_stance,
)
from onrecord.errors import InputError
from onrecord.model import Span, Stance

PAGE = {"id": "a", "text": "Orvane said no.", "attributions": []}


def given(**parts: Any) -> dict[str, Any]:
    """A page with one attribution."""
    return PAGE | {"attributions": [parts]}


def test_a_page_is_read_with_its_parts_those_left_out_empty() -> None:
    page = parse_attributions(given(source=[[0, 6]], content=[[12, 14]], cue=None))
    wanted = Attribution(source=(Span(0, 6),), content=(Span(12, 14),))
    assert page.attributions == (wanted,)
    assert parse_attributions(PAGE | {"id": 7}).id == "7"


@pytest.mark.parametrize(
    ("record", "said"),
    [
        ({}, '"id": expected'),
        (PAGE | {"id": True}, "came True"),
        (PAGE | {"text": 5}, '"text": expected some words'),
        (PAGE | {"text": " "}, '"text": expected some words'),
        ({"id": "a", "text": "b"}, '"attributions": expected a list'),
        (PAGE | {"attributions": ["no"]}, "came ['no']"),
        (given(source=[[0, 99]]), "none past the text's 15 characters; came [[0, 99]]"),
        (given(cue=[[5, 3]]), 'attribution 0, "cue"'),
        (given(cue=[[0, 1, 2]]), "came [[0, 1, 2]]"),
        (given(cue=[["0", "1"]]), "expected spans such as [[0, 7]]"),
        (given(cue="said"), "came 'said'"),
        (given(content=[[0, True]]), "expected spans"),
    ],
)
def test_a_wrong_page_is_told_what_was_expected_and_what_came(record: Any, said: str) -> None:
    with pytest.raises(InputError) as raised:
        parse_attributions(record)
    assert said in str(raised.value)


def test_a_wrong_value_is_shown_cut_short() -> None:
    with pytest.raises(InputError) as raised:
        parse_attributions(PAGE | {"text": ["x" * 500]})
    assert len(str(raised.value)) < 250


def test_what_was_found_is_read_from_extract_and_from_the_form_of_gold() -> None:
    part = {"spans": [[0, 6]]}
    line = {"id": "a", "statements": [{"source": None, "cue": part, "content": part}]}
    wanted = Attribution(cue=(Span(0, 6),), content=(Span(0, 6),))
    assert parse_found(line) == ("a", (wanted,))
    assert parse_found(given(cue=[[0, 6]], content=[[0, 6]])) == ("a", (wanted,))


def test_a_page_that_was_not_read_found_nothing() -> None:
    assert parse_found({"id": "a", "line": 3, "fault": {}}) == ("a", ())


def test_an_answer_past_the_end_of_its_page_is_refused() -> None:
    with pytest.raises(InputError, match="none past"):
        parse_found(given(cue=[[0, 16]]), 15)


def test_a_sentence_is_read_with_its_quantities() -> None:
    record = {"text": "Forty vans", "quantities": [{"value": "40", "normalized_unit": "van"}]}
    assert parse_quantities(record).quantities[0]["value"] == "40"


@pytest.mark.parametrize(
    ("quantities", "said"),
    [
        (None, '"quantities": expected a list'),
        ([{"value": "40"}], 'quantity 0, "normalized_unit": expected text or a number'),
        ([{"value": None, "normalized_unit": "van"}], 'quantity 0, "value"'),
        ([{"value": True, "normalized_unit": "van"}], "came True"),
    ],
)
def test_a_wrong_quantity_is_told_what_was_expected(quantities: object, said: str) -> None:
    with pytest.raises(InputError) as raised:
        parse_quantities({"text": "Forty vans", "quantities": quantities})
    assert said in str(raised.value)


@pytest.mark.parametrize(
    ("name", "stance"),
    [
        ("for", Stance.SUPPORTS),
        ("disagree", Stance.DENIES),
        ("observing", Stance.DISCUSSES),
        ("unrelated", Stance.UNRELATED),
        ("denies", Stance.DENIES),
    ],
)
def test_a_stance_may_have_the_name_of_its_corpus(name: str, stance: Stance) -> None:
    pair = {"claim": "Orvane sells", "headline": "Orvane to sell", "stance": name}
    assert parse_stance(pair).stance is stance
    assert parse_stance(pair).text == "Orvane to sell"
    text = {"claim": "Orvane sells", "text": "Orvane to sell", "stance": name}
    assert parse_stance(text) == parse_stance(pair)


@pytest.mark.parametrize("stance", [None, "maybe", 3, ["for"]])
def test_a_stance_that_is_none_is_refused(stance: object) -> None:
    with pytest.raises(InputError, match="expected one of for, against"):
        parse_stance({"claim": "a", "text": "b", "stance": stance})
