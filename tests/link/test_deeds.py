"""What is done, how far it has come, and who does it to whom."""

import pytest

from onrecord.link.deeds import Deed, Mood, find_deeds, may_tell, same_deed, sides
from tests.making import KIT


def only(sentence: str, name: str) -> Deed:
    """The first deed of that name in a sentence."""
    return next(deed for deed in find_deeds(sentence, KIT) if deed.name == name)


@pytest.mark.parametrize(
    ("sentence", "name", "mood"),
    [
        ("Norvik has bought the yard", "buy", Mood.DONE),
        ("Did Norvik buy the yard", "buy", Mood.DONE),
        ("The yard was bought by Norvik", "buy", Mood.DONE),
        ("Norvik buys the yard", "buy", Mood.HAPPENS),
        ("Norvik is buying the yard", "buy", Mood.UNDER_WAY),
        ("The yard is being bought by Norvik", "buy", Mood.UNDER_WAY),
        ("Norvik will buy the yard", "buy", Mood.INTENDED),
        ("Norvik to buy the yard", "buy", Mood.INTENDED),
        ("Norvik has agreed to buy the yard", "buy", Mood.INTENDED),
        ("Norvik is in talks to buy the yard", "buy", Mood.EXPLORED),
        ("Norvik considers closing the yard", "close", Mood.EXPLORED),
        ("Norvik and Belmar are in merger talks", "merge", Mood.EXPLORED),
        ("Norvik refused to sell the yard", "sell", Mood.FAILED),
        ("Norvik was accused of stealing a crane", "steal", None),
    ],
)
def test_the_words_before_a_deed_tell_how_far_it_has_come(
    sentence: str, name: str, mood: Mood | None
) -> None:
    assert only(sentence, name).mood is mood


@pytest.mark.parametrize(
    "sentence",
    [
        "Norvik failed a drug test",  # no test is made
        "Norvik Shipping is well known",  # part of a name
        "Norvik is going to be rich",  # no going
        "Norvik declined to comment",  # no falling
    ],
)
def test_what_only_looks_like_a_deed_is_left_alone(sentence: str) -> None:
    verbs = {deed.name for deed in find_deeds(sentence, KIT) if not deed.is_noun}
    assert not verbs & {"test", "supply", "go", "fall"}


def test_what_is_done_is_not_told_by_what_is_planned_but_by_a_headline_s_present() -> None:
    assert not may_tell(Mood.DONE, Mood.INTENDED)
    assert not may_tell(Mood.INTENDED, Mood.EXPLORED)
    assert may_tell(Mood.DONE, Mood.HAPPENS)
    assert may_tell(None, Mood.DONE)


@pytest.mark.parametrize(
    ("asked", "told", "agrees"),
    [
        ("Norvik buys Belmar", "Norvik has bought Belmar", True),
        ("Belmar buys Norvik", "Norvik has bought Belmar", False),
        ("Belmar was bought by Norvik", "Norvik has bought Belmar", True),
        ("Norvik was bought by Belmar", "Norvik has bought Belmar", False),
        ("Belmar buys tugs from Norvik", "Norvik sells tugs to Belmar", True),
        ("Norvik buys tugs from Belmar", "Norvik sells tugs to Belmar", False),
        ("Belmar merges with Norvik", "Norvik merges with Belmar", True),
        ("Norvik stole from Belmar", "Belmar sued Norvik, accusing it of stealing plans", True),
    ],
)
def test_who_does_it_to_whom_is_told_apart(asked: str, told: str, agrees: bool) -> None:
    deed = find_deeds(asked, KIT)[0]
    match = next(other for other in find_deeds(told, KIT) if same_deed(deed, other))
    assert (sides(deed, match, frozenset({"norvik", "belmar"})) > 0) is agrees


def test_agreeing_to_a_thing_is_a_deed_and_agreeing_to_do_one_is_not() -> None:
    truce = {deed.name for deed in find_deeds("Norvik has agreed to a truce with Belmar", KIT)}
    sale = {deed.name for deed in find_deeds("Norvik has agreed to sell the yard", KIT)}
    assert "agree" in truce
    assert sale == {"sell"}
