"""Which statements are compared at all."""

from itertools import combinations

from onrecord.link.blocking import blocking_keys, find_candidates, partners
from onrecord.link.pairs import compare
from onrecord.model import Proposition
from tests.making import KIT, say


def shares(left: Proposition, right: Proposition) -> bool:
    return bool(find_candidates([blocking_keys(left, KIT), blocking_keys(right, KIT)]))


def test_a_party_and_a_word_of_the_event_are_enough() -> None:
    one = say("Norvik will buy two hydrogen ferries", names=("Norvik",))
    other = say("a hydrogen boat is what Norvik Shipping wants", names=("Norvik Shipping",))
    assert shares(one, other)


def test_a_party_alone_is_not_enough_however_rare_its_name() -> None:
    one = say("Norvik will buy two hydrogen ferries", names=("Norvik",))
    other = say("Norvik hired a harbour pilot", names=("Norvik",))
    assert not shares(one, other)


def test_two_rare_words_are_enough_where_nobody_is_named() -> None:
    one = say("listeria was found in the soft cheese of a dairy")
    other = say("inspectors traced listeria to one cheese", names=("Ostrand",))
    assert shares(one, other)


def test_common_words_alone_are_not_enough() -> None:
    one = say("the company said that it would go on next year")
    other = say("next year the company will go on with what it said")
    assert not shares(one, other)


FORMULA = "two people familiar with the matter say that listeria is in the cheese of {}"


def test_a_formula_brings_no_two_together_that_name_different_parties() -> None:
    one = say(FORMULA.format("Norvik"), names=("Norvik",))
    other = say(FORMULA.format("Ostrand"), names=("Ostrand",))
    assert not shares(one, other)
    assert shares(one, say(FORMULA.format("a dairy")))
    assert shares(one, say(FORMULA.format("Norvik Foods"), names=("Norvik Foods",)))


def test_what_is_not_brought_together_by_two_words_would_not_be_joined_either() -> None:
    said = [
        say(FORMULA.format(name), names=names)
        for name in ("Norvik", "Ostrand", "Norvik Foods", "a dairy")
        for names in ((), ("Norvik",), ("Ostrand", "Norvik Foods"), ("Tallis",))
    ]
    blocks = [blocking_keys(p, KIT) for p in said]
    found = find_candidates(blocks)
    for one, other in combinations(range(len(said)), 2):
        assert ((one, other) in found) == (compare(said[one], said[other], KIT) is not None)


def test_whom_a_key_meets_meets_it_too() -> None:
    keys = blocking_keys(say(FORMULA.format("Norvik"), names=("Norvik",)), KIT)
    keys |= blocking_keys(say(FORMULA.format("a dairy")), KIT)
    assert {len(partners(key)) for key in keys} == {1, 2}
    assert all(key in partners(other) for key in keys for other in partners(key))
