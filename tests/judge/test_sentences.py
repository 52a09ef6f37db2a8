"""Sentences of fact, and what is none."""

from dataclasses import replace

import pytest

from onrecord.judge.sentences import is_fit, is_sentence
from onrecord.model import RegionKind
from tests.making import KIT, say


@pytest.mark.parametrize(
    "text",
    ["The yard will close in May", "Norvik has sold the ferry", "Two boats sank off the quay"],
)
def test_a_sentence_has_a_subject_and_a_verb(text: str) -> None:
    assert is_sentence(text, KIT)


@pytest.mark.parametrize(
    "text",
    [
        "the truce",
        "his source of the information",
        "them to believe that the yard is good",
        "which was sold in May last year",
        "the yard has been sold to the",
    ],
)
def test_a_fragment_is_none(text: str) -> None:
    assert not is_sentence(text, KIT)


def test_an_opinion_and_a_question_cannot_stand_for_a_claim() -> None:
    assert is_fit(say("the yard was sold in May", "Norvik").statement, KIT)
    assert not is_fit(say("the sale is a disgrace to the town", "Norvik").statement, KIT)
    assert not is_fit(say("who has sold the yard?", "Norvik").statement, KIT)


def test_a_headline_may_do_without_a_verb_that_we_know() -> None:
    headline = say("Norvik eyes Belmar yard").statement
    assert not is_fit(headline, KIT)
    assert is_fit(replace(headline, region=RegionKind.HEADLINE), KIT)


def test_a_country_is_no_pronoun() -> None:
    assert is_sentence("US officials closed the yard in Belmar", KIT)
    assert not is_sentence("us officials closed the yard in Belmar", KIT)
