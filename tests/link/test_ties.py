"""Statements that a person joined or parted."""

from onrecord.link.clusters import cluster_propositions
from onrecord.link.ties import Ties, read_ties
from onrecord.model import Act, Anchor, Judgement, Proposition
from tests.making import KIT, say

FERRIES = [
    say("Norvik will buy two hydrogen ferries from Belmar", names=("Norvik", "Belmar"), page="a"),
    say("Norvik is to buy hydrogen ferries from Belmar", names=("Norvik", "Belmar"), page="b"),
    say("Norvik buys two hydrogen ferries", names=("Norvik",), page="c"),
]
PILOT = say("Norvik hired a new harbour pilot", names=("Norvik",), page="x")


def judged(kind: str, one: Proposition, *others: Proposition, at: str = "2026-05-01") -> Judgement:
    against = tuple(Anchor(p.statement.id, p.document) for p in others)
    subject, document = one.statement.id, one.document
    return Judgement(
        f"{kind}{at}", kind, subject, "", "Ana", at, "so", None, document, None, against
    )


def pages(propositions: list[Proposition], *judgements: Judgement) -> set[frozenset[str]]:
    groups = cluster_propositions(propositions, KIT, read_ties(judgements))
    return {frozenset(p.document for p in group) for group in groups}


def test_without_a_word_of_anybody_they_stand_as_they_are_alike() -> None:
    assert pages([*FERRIES, PILOT]) == {frozenset("abc"), frozenset("x")}


def test_what_a_person_joined_stands_together_with_all_that_stood_beside_it() -> None:
    assert pages([*FERRIES, PILOT], judged("merge", PILOT, FERRIES[1])) == {frozenset("abcx")}


def test_what_a_person_took_out_stands_apart_and_takes_nothing_along() -> None:
    split = judged("split", FERRIES[1], FERRIES[0], FERRIES[2])
    assert pages(FERRIES, split) == {frozenset("ac"), frozenset("b")}


def test_a_reaction_that_was_taken_out_answers_no_more() -> None:
    denial = say("the report", "Norvik", Act.DENY, page="a", order=90)
    assert any(len(group) == 4 for group in cluster_propositions([*FERRIES, denial], KIT))
    ties = read_ties([judged("split", denial, *FERRIES)])
    groups = cluster_propositions([*FERRIES, denial], KIT, ties)
    assert [len(group) for group in groups] == [3]


def test_a_later_word_on_two_statements_goes_before_an_earlier_one() -> None:
    merge = judged("merge", PILOT, FERRIES[0], at="2026-05-01")
    split = judged("split", PILOT, FERRIES[0], at="2026-05-02")
    assert pages([*FERRIES, PILOT], merge, split) == {frozenset("abc"), frozenset("x")}
    assert read_ties([split, merge]) == read_ties([merge, split])


def test_other_judgements_tie_nothing() -> None:
    status = judged("status", PILOT, FERRIES[0])
    assert read_ties([status]) == Ties()
