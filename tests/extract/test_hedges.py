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
