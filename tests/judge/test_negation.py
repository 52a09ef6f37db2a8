"""Negation beside a claim, and wordings that only look like a denial."""

import pytest

from onrecord.judge.negation import is_non_denial, negated_stems, negates, negates_the_deed
from onrecord.link.propositions import telling_stems
from tests.making import KIT

ABOUT = telling_stems("the lighthouse lamp was stolen from the harbour", KIT)


@pytest.mark.parametrize(
    "content",
    ["the lamp has not been stolen", "nobody stole: it wasn't stolen at all", "no lamp was stolen"],
)
def test_a_negation_shortly_before_a_word_of_the_claim_negates_it(content: str) -> None:
    assert negates(content, ABOUT, KIT)


@pytest.mark.parametrize(
    "content",
    [
        "the lamp was stolen, and it will be a long while before anybody knows, not days but weeks",
        "the lamp was stolen last night",
        "it was not just the lamp that was stolen",
        "there is no doubt the lamp was stolen",
    ],
)
def test_a_negation_elsewhere_does_not(content: str) -> None:
    assert not negates(content, ABOUT, KIT)


@pytest.mark.parametrize(
    ("content", "says_nothing"),
    [
        ("we have not announced any plans to buy the yard", True),
        ("it has not confirmed the sale", True),
        ("we are not buying the yard", False),
        ("there are no plans to buy the yard", False),
    ],
)
def test_nothing_announced_is_no_denial(content: str, says_nothing: bool) -> None:
    assert is_non_denial(content, KIT) is says_nothing


def test_a_negated_deed_is_told_from_a_negated_thing() -> None:
    assert negates_the_deed(negated_stems("the lamp has not been stolen", ABOUT, KIT), KIT)
    assert not negates_the_deed(negated_stems("no lighthouse stands there", ABOUT, KIT), KIT)


def test_a_negation_reaches_to_the_end_of_its_clause() -> None:
    far = "the keeper does not have the usual signs of a stolen lamp"
    assert negates(far, ABOUT, KIT)
    next_clause = "the keeper does not have keys, and the old lamp by the door is stolen"
    assert not negates(next_clause, ABOUT, KIT)
