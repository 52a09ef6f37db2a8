"""A part of a claim that a voice denies apart from the rest."""

from dataclasses import replace

import pytest

from onrecord.link.aspects import asks_about, find_split
from onrecord.link.singled_out import is_of_a_part
from onrecord.measure import measure_sentence
from onrecord.model import Act, Proposition
from tests.making import KIT, say

PAIR = ("Norvik", "Belmar")
CLAIM = "Norvik will buy the Belmar yard for 40 million crowns"
FIGURES = measure_sentence(CLAIM, KIT)
TOLD = replace(say(CLAIM, "Harbour Post", names=PAIR), figures=FIGURES)


def reply(sentence: str, content: str, act: Act, order: int) -> Proposition:
    """What Norvik says in one sentence about the claim."""
    one = say(content, "Norvik", act, order=order)
    return replace(one, sentence=sentence)


@pytest.mark.parametrize(
    ("content", "part"),
    [
        ("the figure was inaccurate", "figure"),
        ("The deal is real, but the $3 billion figure is wrong", "figure"),
        ("The price of 40 million crowns is not correct", "price"),
        ("the adoption is true, the motive is false", "motive"),
        ("the date was wrong", "date"),
    ],
)
def test_what_calls_one_part_wrong_is_about_that_part(content: str, part: str) -> None:
    found = is_of_a_part(content, KIT)
    assert found is not None and found[0] == part


@pytest.mark.parametrize(
    "content",
    ["the report is wrong", "the claim is false", "it was the wrong date for a wedding", "no"],
)
def test_what_calls_the_whole_wrong_is_not(content: str) -> None:
    assert is_of_a_part(content, KIT) is None


def test_who_confirms_one_thing_and_denies_another_parts_the_claim() -> None:
    sentence = (
        "Norvik confirmed that it would buy the yard but denied that the price was 40 million"
    )
    yes = reply(sentence, "that it would buy the Belmar yard", Act.CONFIRM, 200)
    no = reply(sentence, "that the price was 40 million crowns", Act.DENY, 240)
    split = find_split([TOLD, yes, no], TOLD, KIT)
    assert split is not None
    assert split.part == "the price was 40 million crowns"
    assert split.speaks_of[no.key] == (split.part,)
    assert split.speaks_of[yes.key] == (split.rest,)
    assert split.speaks_of[TOLD.key] == ()  # it tells of both


def test_who_only_denies_or_only_confirms_parts_nothing() -> None:
    no = reply("Norvik denied that it would buy it", "that it would buy the yard", Act.DENY, 200)
    yes = reply("Norvik confirmed the sale", "the sale of the yard", Act.CONFIRM, 300)
    assert find_split([TOLD, no], TOLD, KIT) is None
    assert find_split([TOLD, yes], TOLD, KIT) is None
    assert find_split([TOLD, no, yes], TOLD, KIT) is None  # in two sentences: a change of mind


def test_a_question_asks_about_the_part_or_about_the_rest() -> None:
    no = reply("Norvik said so", "the figure of 40 million crowns was wrong", Act.DENY, 200)
    split = find_split([TOLD, no], TOLD, KIT)
    assert split is not None and split.part.startswith("the figure")
    assert asks_about("Norvik will buy the Belmar yard", split, KIT) == {split.rest}
    assert split.part in asks_about("the figure is 40 million crowns", split, KIT)
