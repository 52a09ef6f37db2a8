"""Statements of somebody near a claim's person."""

import pytest

from onrecord.link.near_names import tells_of_another
from tests.making import KIT

VENN = ("Dario Venn",)
ABOUT = frozenset({"kill", "strike", "air"})


@pytest.mark.parametrize(
    "content",
    [
        "An air strike killed an aide to the group's leader Dario Venn",
        "Venn's brother was killed in an air strike",
        "the right hand of the group, a lieutenant of self-styled leader Dario Venn, was killed",
        "Dario Venn Morlock was killed in an air strike",
    ],
)
def test_an_aide_a_brother_and_a_longer_name_are_somebody_else(content: str) -> None:
    assert tells_of_another(content, VENN, ABOUT, KIT)


@pytest.mark.parametrize(
    "content",
    [
        "An air strike killed Dario Venn",
        "Venn was killed, and his brother was hurt",
        "Dario Venn Killed In Air Strike",
        "Venn, a friend of the mayor, was killed",
        "an aide said that the strike had missed",
    ],
)
def test_the_person_himself_is_not(content: str) -> None:
    assert not tells_of_another(content, VENN, ABOUT, KIT)


def test_a_claim_about_the_brother_is_told_by_the_brother() -> None:
    about = ABOUT | {"brother"}
    assert not tells_of_another("Venn's brother was killed", VENN, about, KIT)
