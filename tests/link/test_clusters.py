"""Propositions joined into claims."""

from hypothesis import given
from hypothesis import strategies as st

from onrecord.link.clusters import blocking_keys, cluster_propositions
from onrecord.model import Act, Proposition, Voice
from tests.making import KIT, say

FERRIES = [
    say("Norvik will buy two hydrogen ferries from Belmar", names=("Norvik", "Belmar"), page="a"),
    say("Norvik is to buy hydrogen ferries from Belmar", names=("Norvik", "Belmar"), page="b"),
    say("Belmar will sell Norvik two ferries", names=("Norvik", "Belmar"), page="c"),
]
CHEESE = [
    say("the Ostrand dairy recalls soft cheese over listeria", names=("Ostrand",), page="d"),
    say("Ostrand has recalled cheese after listeria tests", names=("Ostrand",), page="e"),
]


def _pages(groups: tuple[tuple[Proposition, ...], ...]) -> set[frozenset[str]]:
    return {frozenset(p.document for p in group) for group in groups}


def test_tellings_of_one_thing_become_one_group() -> None:
    groups = cluster_propositions(FERRIES + CHEESE, KIT)
    assert _pages(groups) == {frozenset("abc"), frozenset("de")}


def test_sharing_a_party_alone_joins_nothing() -> None:
    hiring = say("Norvik hired a new harbour pilot", names=("Norvik",), page="x")
    groups = cluster_propositions([FERRIES[0], hiring], KIT)
    assert len(groups) == 2


def test_a_denial_that_points_back_stands_with_what_it_answers() -> None:
    denial = say("the report", "Norvik", Act.DENY, page="a", order=90)
    rumour = say("the yard is for sale", voice=Voice.UNNAMED, page="q")
    groups = cluster_propositions([*FERRIES, denial, rumour], KIT)
    (with_denial,) = [g for g in groups if denial.key in {p.key for p in g}]
    assert {p.document for p in with_denial} == {"a", "b", "c"}
    referred = next(p for p in with_denial if p.key == denial.key)
    assert referred.statement.refers_to == FERRIES[0].statement.id


@given(st.permutations(FERRIES + CHEESE))
def test_the_order_of_arrival_changes_nothing(order: list[Proposition]) -> None:
    assert cluster_propositions(order, KIT) == cluster_propositions(FERRIES + CHEESE, KIT)


def test_likeness_that_could_join_always_shares_a_blocking_key() -> None:
    left, right = blocking_keys(FERRIES[0], KIT), blocking_keys(FERRIES[1], KIT)
    assert set(left) & set(right)
