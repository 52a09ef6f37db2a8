"""Which groups of statements are worth an entry."""

from onrecord.judge.worth import is_worth_a_claim
from onrecord.model import Act
from tests.making import KIT, say

PAIR = ("Norvik", "Belmar")


def test_an_attributed_statement_about_a_party_is() -> None:
    assert is_worth_a_claim([say("Norvik will buy the Belmar yard", "Belmar", names=PAIR)], KIT)


def test_what_a_page_alone_thinks_possible_is_not() -> None:
    musing = say("Norvik could buy the Belmar yard one day", names=PAIR, hedged=True)
    assert not is_worth_a_claim([musing], KIT)


def test_a_headline_is() -> None:
    assert is_worth_a_claim([say("Norvik buys the Belmar yard", names=PAIR, headline=True)], KIT)


def test_talk_of_nobody_is_not() -> None:
    assert not is_worth_a_claim([say("ferries have become dearer lately", "somebody")], KIT)


def test_opposition_alone_claims_nothing() -> None:
    assert not is_worth_a_claim(
        [say("the Belmar yard sale", "Norvik", Act.OPPOSE, names=PAIR)], KIT
    )


def test_a_fragment_and_small_talk_are_worth_none() -> None:
    assert not is_worth_a_claim([say("the old Belmar yard ferries", "Belmar", names=PAIR)], KIT)
    talk = say("I am so proud of the Belmar yard ferries", "Belmar", names=PAIR)
    assert not is_worth_a_claim([talk], KIT)
