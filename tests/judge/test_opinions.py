"""What can be confirmed, and what is only thought, felt, wanted or held possible."""

import pytest

from onrecord.judge.opinions import is_opinion, is_possibility
from tests.making import KIT


@pytest.mark.parametrize(
    "content",
    [
        "the tariff is a disgrace",
        "“I think the yard will close”",
        "that it is a step forward",
        "we should close the yard",
        "it's really sad",
        "I love this harbour",
        "is that how a port is run?",
        "bring your oars!",
        "I am simply tired of the harbour",
    ],
)
def test_an_opinion_cannot_be_confirmed(content: str) -> None:
    assert is_opinion(content, KIT)


@pytest.mark.parametrize(
    "content",
    [
        "the yard is closed",
        "that it has sold the ferry",
        "the captain is in a critical condition",
        "Norvik is responsible for the dredging",
        "“We closed the yard on Monday”",
        "the boat Wonderful was sold",
    ],
)
def test_a_statement_of_fact_is_none(content: str) -> None:
    assert not is_opinion(content, KIT)


def test_what_might_be_is_a_possibility_and_the_month_of_may_is_none() -> None:
    assert is_possibility("the yard may close", KIT)
    assert is_possibility("it could sell the ferry", KIT)
    assert not is_possibility("the yard closes in May", KIT)
    assert not is_possibility("it sold the ferry", KIT)
