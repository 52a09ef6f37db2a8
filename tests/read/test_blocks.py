"""Links to other articles, and tables of contents."""

import pytest

from tests.read.conftest import PROSE, SECOND, Kinds

ARTICLE = f"Harlow buys forty trucks from Kestrel\n\n{PROSE}\n\n{SECOND}\n\n"
LINKS = "Orbit Rail sells its depots\nThe crane at Elsmouth stands still"
PARTS = f"Forty Trucks\n\n{PROSE}\n\nThe Lund Works\n\n{SECOND}\n\nCranes\n\n{PROSE}"


@pytest.mark.parametrize(
    "head",
    [
        "More freight news",
        "More from Lund",
        "More on this story:",
        "You might also enjoy",
        "Readers also liked",
        "Latest business stories",
        "Also in this section",
        "Stories you may have missed",
        "From the archive",
        "In other news",
    ],
)
def test_a_head_over_links_makes_teasers_of_them(head: str, kinds: Kinds) -> None:
    found = kinds(f"{ARTICLE}{head}\n{LINKS}")
    assert {kind for kind, words in found if words in LINKS or words == head} == {"teaser"}


@pytest.mark.parametrize("head", ["More bad news", "Latest stories", "From the archive"])
def test_a_heading_over_prose_makes_no_teasers(head: str, kinds: Kinds) -> None:
    found = kinds(f"{ARTICLE}{head}\n\n{PROSE}\n\n{SECOND}")
    assert "teaser" not in {kind for kind, words in found if words in PROSE + SECOND}


@pytest.mark.parametrize(
    "sentence",
    ["More from the firm was not to be had on Monday.", "More news of the trucks reached Lund.",
     "You might also ask who pays for the trucks, Brandt said on Monday."],
)  # fmt: skip
def test_a_sentence_that_begins_like_such_a_head_stays_body(sentence: str, kinds: Kinds) -> None:
    assert ("body", sentence) in kinds(f"{ARTICLE}{sentence}\n\n{PROSE}")


@pytest.mark.parametrize("head", ["In this issue", "Inside This Week", "What we cover"])
def test_entries_that_return_over_their_sections_are_contents(head: str, kinds: Kinds) -> None:
    entries = "Forty Trucks\nThe Lund Works\nCranes"
    found = kinds(
        f"A week on the road in freight\n\nThe Pier Brief\n4 February 2026\n\n{head}\n\n"
        f"{entries}\n\n{PARTS}"
    )
    assert ("boilerplate", head) in found
    for entry in entries.split("\n"):
        assert [kind for kind, words in found if words == entry] == ["boilerplate", "headline"]


def test_short_lines_that_do_not_return_are_no_contents(kinds: Kinds) -> None:
    found = kinds(f"{ARTICLE}Forty trucks\nThe Lund works\nThe cranes\n\n{PROSE}")
    assert "boilerplate" not in {kind for kind, _ in found}


def test_the_title_over_a_table_of_contents_stays_a_headline(kinds: Kinds) -> None:
    found = kinds(f"A week on the road\n\nForty Trucks\nThe Lund Works\nCranes\n\n{PARTS}")
    assert found[0] == ("headline", "A week on the road")
    assert found[1] == ("boilerplate", "Forty Trucks")
