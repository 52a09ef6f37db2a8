"""Tests of statements that share a claim's words and tell another deed or figure."""

from dataclasses import replace

import pytest

from onrecord.link.other_tales import find_other_tales
from onrecord.measure import measure_sentence
from onrecord.model import Act
from tests.making import KIT, say


def is_apart(claim: str, content: str, act: Act = Act.ASSERT, by: str = "Ona Field") -> bool:
    figures = tuple(measure_sentence(content, KIT))
    said = say(content, by, act)
    said = replace(said, figures=figures)
    asked = measure_sentence(claim, KIT)
    return said.key in find_other_tales([said], claim, asked, KIT)


@pytest.mark.parametrize(
    ("claim", "content"),
    [
        (
            "A porter helped burglars steal a lamp from the Torvik gallery",
            "officers arrested two men on suspicion of stealing a lamp from the Torvik gallery",
        ),
        ("Sundry Mills will cut 700 posts", "it would cut 450 posts, fewer than the 700 reported"),
        ("Sundry Mills will cut 700 posts", "the harbour board will cut fees for posts"),
    ],
)
def test_another_deed_or_figure_is_another_tale(claim: str, content: str) -> None:
    assert is_apart(claim, content, Act.CONFIRM)


@pytest.mark.parametrize(
    ("claim", "content"),
    [
        (
            "A porter helped burglars steal a lamp from the Torvik gallery",
            "a porter stole the lamp",
        ),
        ("Sundry Mills will cut 700 posts", "Sundry Mills would cut 700 posts at Harl"),
        ("Sundry Mills will cut about 700 posts", "Sundry Mills would cut 690 posts at Harl"),
        ("Sundry Mills will cut 700 posts", "the report is accurate"),
    ],
)
def test_the_same_deed_and_figure_are_the_same_tale(claim: str, content: str) -> None:
    assert not is_apart(claim, content, Act.CONFIRM, by="Sundry Mills")


def test_a_denial_of_another_deed_is_another_tale_and_one_in_other_words_is_not() -> None:
    claim = "Nine in ten workers join the strike at Sundry Mills"
    assert is_apart(claim, "that it had sold the boiler house", Act.DENY)
    assert not is_apart(
        "Seven patients have died of damp at Harl clinic",
        "claims that damp had killed seven patients",
        Act.DENY,
    )


def test_who_turned_himself_in_need_not_be_called_by_the_same_words() -> None:
    claim = "Dario Venn, wanted in Harl, wrote to the paper and then married Ona Field"
    assert not is_apart(claim, "that Venn had married Ona Field in Harl")
    assert is_apart(claim, "that a clerk had married Ona Field in Harl")


def test_a_deed_that_says_little_tells_no_tale_apart() -> None:
    claim = "A Harl lorry is used by smugglers in Torvik"
    assert not is_apart(claim, "his lorry was driven to Torvik by smugglers")
