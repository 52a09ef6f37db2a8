"""Counting and dating in a status sentence."""

from dataclasses import replace

import pytest

from onrecord.judge.tally import REST, here, name_day, since_when, tell_leg, told_in
from onrecord.link.aspects import find_split
from onrecord.model import Act, Leg, Status, Voice, When
from tests.judge.test_status import stands, told
from tests.making import KIT, say

CLAIM = stands(told("Harbour Post", voice=Voice.OUTLET))


@pytest.mark.parametrize(
    ("day", "printed"),
    [
        ("2026-03-03", "3 March 2026"),
        ("2026-03", "March 2026"),
        ("2026", "2026"),
        ("next spring", "next spring"),
    ],
)
def test_a_day_is_named_as_it_is_printed(day: str, printed: str) -> None:
    assert name_day(day) == printed


def test_since_is_left_out_where_nobody_knows() -> None:
    assert since_when(When(None, "2026-03-03", "published")) == " since 3 March 2026"
    assert since_when(None) == ""


def test_articles_and_origins_are_counted_in_words_and_grammatically() -> None:
    assert told_in(replace(CLAIM, articles=1)) == ""
    assert told_in(replace(CLAIM, articles=2, origins=1)).endswith(
        "two articles that go back to one origin"
    )
    assert told_in(replace(CLAIM, articles=14, origins=2)) == (
        "told in 14 articles that go back to two origins"
    )
    assert (here(1), here(3)) == ("in this article", "in these 3 articles")


def test_a_leg_is_told_with_its_status_and_the_rest_is_called_the_rest() -> None:
    part = Leg("1", "the figure ($3 billion)", Status.DENIED, (), ())
    rest = Leg("2", "Lumen will buy Tessel" + REST, Status.REPORTED, (), ())
    assert tell_leg(part, ()) == "“the figure ($3 billion)” is denied"
    assert tell_leg(rest, ()) == "the rest is reported"


def test_the_rest_of_a_split_is_known_by_its_ending() -> None:
    no = say("the date was wrong", "Norvik", Act.DENY, order=120)
    split = find_split([told("Harbour Post"), no], told("Harbour Post"), KIT)
    assert split is not None and split.rest.endswith(REST)


def test_a_sentence_stays_short_and_ends_with_one_stop() -> None:
    assert len(CLAIM.sentence.split()) <= 60
    assert CLAIM.sentence.endswith(".") and not CLAIM.sentence.endswith("..")
