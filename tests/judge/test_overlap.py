"""How much a statement shares with a claim beside names."""

from onrecord.judge.overlap import shares_enough
from onrecord.text import stem
from tests.making import KIT, say

ABOUT = frozenset(stem(w) for w in ("purchase", "yard", "million", "ferries", "october"))


def test_two_words_or_kinds_of_event_in_common_are_enough() -> None:
    assert shares_enough(say("the yard was bought in october", names=("Norvik",)), ABOUT, KIT)
    assert shares_enough(say("a takeover of the wharf: fifty million"), ABOUT, KIT)


def test_a_name_and_one_word_are_not() -> None:
    told = say("Norvik painted the old yard gate dark green again", names=("Norvik",))
    assert not shares_enough(told, ABOUT, KIT)
