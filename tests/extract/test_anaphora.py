"""Contents that point back to a claim."""

import pytest

from onrecord.extract import is_anaphoric


@pytest.mark.parametrize(
    "content",
    [
        "the claim",
        "the claims",
        "it",
        "that idea",
        "no truth to the report",
        "there is \u201cno truth\u201d to the report",
        "these allegations",
        "it \u201ccompletely false\u201d".split()[0],
        "any such rumours",
    ],
)
def test_words_that_stand_for_a_claim_are_anaphoric(content: str) -> None:
    assert is_anaphoric(content)


@pytest.mark.parametrize(
    "content",
    [
        "that it had met Borealis in Oslo",
        "the plant would open in May",
        "paying the fine",
        "",
        "the report says that the mill was closed because the valves of both boilers had failed",
    ],
)
def test_a_content_that_says_something_of_its_own_is_not(content: str) -> None:
    assert not is_anaphoric(content)
