"""What a page says in its own voice."""

import pytest

from onrecord.extract import find_assertions, find_statements
from onrecord.model import Act, RegionKind, Voice
from tests.extract.pages import KIT, cut_passages, document_of

HEADLINE = RegionKind.HEADLINE


def own(text: str, region: RegionKind = RegionKind.BODY):
    document = document_of(text, cut_passages(text, region=region))
    return find_assertions(document, find_statements(document, KIT), KIT)


@pytest.mark.parametrize(
    "text",
    [
        "Acme opened a second mill in Leeds on Monday.",
        "The mill, which Acme bought in May, has closed.",
        "Last year Borealis sold 400 vans in Norway.",
    ],
)
def test_a_sentence_about_a_party_is_an_assertion(text: str) -> None:
    (assertion,) = own(text)
    assert assertion.content.text == text.rstrip(".")
    assert assertion.voice is Voice.AUTHOR and assertion.source is None and assertion.cue is None


@pytest.mark.parametrize(
    "text",
    [
        "Will Acme open a second mill in Leeds?",
        "In my view Acme should open a mill.",
        "Read more about Acme in our newsletter.",
        "It was raining and the roads were wet.",
        "Acme said that it had opened a second mill in Leeds.",
        "According to the Evening Post, Acme has opened a second mill in Leeds.",
        '"Acme opened a second mill in Leeds on Monday."',
    ],
)
def test_questions_opinions_orders_and_attributed_words_are_none(text: str) -> None:
    assert own(text) == ()


def test_a_headline_always_asserts() -> None:
    (assertion,) = own("Acme Opens Mill With Borealis", HEADLINE)
    assert assertion.region is HEADLINE and assertion.act is Act.ASSERT


@pytest.mark.parametrize("region", [RegionKind.TEASER, RegionKind.OPINION, RegionKind.BYLINE])
def test_other_regions_assert_nothing(region: RegionKind) -> None:
    assert own("Acme opened a second mill in Leeds on Monday.", region) == ()


def test_a_headline_about_a_plan_is_a_pledge() -> None:
    (assertion,) = own("Acme to open mill in Leeds", HEADLINE)
    assert assertion.act is Act.PLEDGE


def test_an_expectation_is_a_forecast() -> None:
    found = own("The Leeds mill of Acme is widely expected to close in May.")
    assert [s.act for s in found] in ([Act.FORECAST], [])


def test_a_rumoured_deal_is_hedged() -> None:
    (assertion,) = own("The rumoured deal between Acme and Borealis was signed in Oslo.")
    assert assertion.hedged


def test_a_negated_sentence_is_marked() -> None:
    (assertion,) = own("Acme has not opened a mill in Leeds.")
    assert assertion.negated


def test_a_headline_with_a_plan_behind_a_claim_keeps_the_claim() -> None:
    title = "Acme Buys Leeds Mill From Borealis, Plans to Hire 300"
    assert any(s.content.text.startswith("Acme Buys Leeds Mill") for s in own(title, HEADLINE))


def test_a_headline_that_is_all_attributed_asserts_nothing() -> None:
    assert own("Acme says it will close its mill in Leeds", HEADLINE) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Readers told us that it is a parody: we were fooled.",
        "The tale of the goat is a hoax.",
        "The photo was doctored.",
    ],
)
def test_that_a_story_is_invented_is_said_whoever_is_named(text: str) -> None:
    assert [one.content.text for one in own(text)]


def test_an_order_to_the_reader_is_no_finding() -> None:
    assert own("Read more about the hoax in our newsletter.") == ()
