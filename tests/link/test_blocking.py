"""Which statements are compared at all."""

from onrecord.link.blocking import blocking_keys
from tests.making import KIT, say


def shares(left: object, right: object) -> bool:
    return bool(blocking_keys(left, KIT) & blocking_keys(right, KIT))  # type: ignore[arg-type]


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
