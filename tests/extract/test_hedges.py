"""Hedges and negation of a content."""

import pytest

from onrecord.extract.hedges import is_hedged, is_negated
from tests.extract.pages import KIT, page_of


@pytest.mark.parametrize(
    ("content", "cue", "hedged"),
    [
        ("Acme may sell its Dutch unit", "said", True),
        ("the mill has reportedly closed", "said", True),
        ("the talks are still going on", "suggested", True),
        ("Acme will sell its Dutch unit", "said", False),
        ("the mill closed in May", "confirmed", False),
    ],
)
def test_a_content_is_hedged_by_its_words_or_by_its_cue(
    content: str, cue: str, hedged: bool
) -> None:
    assert is_hedged(page_of(content).words, [cue], KIT) is hedged


@pytest.mark.parametrize(
    ("content", "negated"),
    [
        ("that it is not negotiating with Borealis", True),
        ("the unit wasn't for sale", True),
        ("there is no deal", True),
        ("it has never met the minister", True),
        ("the chairman cannot sell the shares", True),
        ("it will sell the unit because nobody wants it", False),
        ("the man who did not sign was fired", False),
        ("the plant not only pays but grows", False),
        ("the plant will open in May", False),
    ],
)
def test_only_the_main_clause_negates_a_content(content: str, negated: bool) -> None:
    assert is_negated(page_of(content).words) is negated


@pytest.mark.parametrize(
    ("content", "hedged"),
    [
        ("the news of her alleged death was a hoax", False),
        ("the rumoured sale is untrue", False),
        ("her alleged death filled the papers", True),
        ("if the alleged sale is true, the mill will close", True),
        ("the alleged sale may be a hoax", True),
    ],
)
def test_what_is_called_alleged_and_then_false_is_not_held_back(content: str, hedged: bool) -> None:
    assert is_hedged(page_of(content).words, ["said"], KIT) is hedged


@pytest.mark.parametrize(
    ("content", "hedged"),
    [
        ("The town is abuzz with rumours that Ada Bell has died", True),
        ("Speculation is rife that the mill will close", True),
        ("Rumours that Ada Bell had died were false", False),
        ("The mill will close in May", False),
        ("The reported closure of the mill comes in May", True),
        (
            "The lack of any free paper on the island and the silence of its mayor and of its "
            "council have for years fed rumours of a closure",
            True,
        ),
        ("The Evening Post reported losses of the mill", False),
    ],
)
def test_a_page_that_tells_a_rumour_as_one_holds_it_back(content: str, hedged: bool) -> None:
    assert is_hedged(page_of(content).words, [], KIT, own=True) is hedged


def test_what_a_source_says_of_a_rumour_is_not_thereby_held_back() -> None:
    assert not is_hedged(page_of("that the rumours had hurt the mill").words, ["said"], KIT)


def test_what_was_said_wrongly_by_its_own_cue_is_held_back() -> None:
    assert is_hedged(page_of("that Ada Bell had died").words, ["falsely", "claimed"], KIT)
