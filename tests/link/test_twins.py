"""What a page says again and again in the very same words is compared with others only so often."""

from dataclasses import replace

from onrecord.link.clusters import cluster_propositions, find_places, node_of
from onrecord.link.ties import Ties
from onrecord.link.twins import OFTEN, find_twins
from onrecord.model import Act, Proposition
from tests.making import KIT, say

BOUGHT = "Norvik will buy two hydrogen ferries from Belmar"
NAMES = ("Norvik", "Belmar")


def tell(order: int, page: str = "a", content: str = BOUGHT, **more: object) -> Proposition:
    return say(content, names=NAMES, page=page, order=order, **more)  # type: ignore[arg-type]


def repeat(times: int, **more: object) -> list[Proposition]:
    """One sentence that a page repeats, every hundred characters."""
    return [tell(100 * number, **more) for number in range(times)]  # type: ignore[arg-type]


def twins_of(*propositions: Proposition) -> dict[int, int]:
    """The places of propositions that have a twin, with the place of that twin."""
    found = find_twins(propositions, frozenset(), lambda one, other: True)
    at = {p.key: p.order for p in propositions}
    return {at[key]: at[twin] for key, twin in found.items()}


def test_what_is_said_more_than_three_times_stands_with_the_first() -> None:
    assert twins_of(*reversed(repeat(5))) == {300: 0, 400: 0}


def test_what_is_said_three_times_stands_for_itself() -> None:
    assert twins_of(*repeat(OFTEN)) == {}


def test_the_same_words_on_another_page_or_in_a_headline_are_counted_apart() -> None:
    assert twins_of(*repeat(3), tell(300, page="b"), tell(300, headline=True)) == {}


def test_other_words_or_another_sentence_are_no_twin() -> None:
    other = tell(300, content="Belmar will sell Norvik two ferries")
    around = replace(tell(400), sentence="It is not so that they do.")
    assert twins_of(*repeat(3), other, around) == {}


def test_what_would_not_be_joined_with_its_like_has_no_twin() -> None:
    bare = [say("Norvik spoke", names=("Norvik",), order=order) for order in range(5)]
    assert {place.twin for place in find_places(bare, KIT)} == {None}
    twins = [place.twin for place in find_places(repeat(5), KIT)]
    assert twins == [None, None, None, *2 * [node_of(tell(0).key)]]


def test_what_a_person_took_out_of_a_claim_stands_for_itself() -> None:
    said = repeat(6)
    pair = (min(said[0].key, said[5].key), max(said[0].key, said[5].key))
    groups = cluster_propositions(said, KIT, Ties(apart=frozenset({pair})))
    (with_first,) = (group for group in groups if said[0].key in {p.key for p in group})
    assert said[5].key not in {p.key for p in with_first}


def test_twins_stand_in_one_group_with_what_answers_any_of_them() -> None:
    denial = say("the report", "Norvik", Act.DENY, page="a", order=550)
    (group,) = cluster_propositions([*repeat(6), denial, tell(0, page="b")], KIT)
    assert [p.order for p in group if p.document == "a"] == [0, 100, 200, 300, 400, 500, 550]
    assert {p.document for p in group} == {"a", "b"}


def test_a_page_that_repeats_itself_forty_times_pulls_no_claim_its_way() -> None:
    others = [
        tell(0, page="b", content=f"{BOUGHT} and repaint its terminal"),
        say("Norvik will repaint its terminal", names=("Norvik",), page="c"),
    ]
    thrice = cluster_propositions([*repeat(3), *others], KIT)
    often = cluster_propositions([*repeat(40), *others], KIT)
    assert [{p.key for p in group} for group in thrice] == [
        {p.key for p in group if p.order < 300} for group in often
    ]
    assert len(often[0]) == len(thrice[0]) + 37
