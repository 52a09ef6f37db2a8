"""Who would know: authorities, and the matters on which they are competent."""

import pytest

from onrecord.judge.competence import is_competent, matters_of, roles_of
from onrecord.model import Act
from onrecord.text import stem
from tests.making import KIT, name, say


def matters(claim: str) -> frozenset[str]:
    return matters_of({stem(word) for word in claim.lower().split()}, KIT)


def roles(source: str) -> frozenset[str]:
    return roles_of(say("so", source).statement, {}, KIT)


@pytest.mark.parametrize(
    ("source", "claim"),
    [
        ("harbour police", "two men were arrested on the quay"),
        ("the district court", "the skipper was convicted of smuggling"),
        ("the Maritime Commission", "the ferry route was approved"),
        ("St Brannoc Hospital", "the twins were born at noon"),
        ("the Northern League", "the league will add four clubs next season"),
        ("the central bank", "interest rates rise to four per cent"),
        ("the coast guard", "a trawler collided with the ferry"),
        ("the coroner", "the diver died of cold"),
    ],
)
def test_an_authority_is_competent_on_its_own_matters(source: str, claim: str) -> None:
    assert is_competent(roles(source), matters(claim), Act.ASSERT, KIT)


@pytest.mark.parametrize(
    ("source", "claim"),
    [
        ("harbour police", "the yard merger was approved"),
        ("the Northern League", "two men were arrested on the quay"),
        ("the central bank", "the twins were born at noon"),
        ("the district court", "a new season starts in May"),
        ("Norvik Shipping", "two men were arrested on the quay"),
    ],
)
def test_an_authority_on_another_matter_is_not(source: str, claim: str) -> None:
    assert not is_competent(roles(source), matters(claim), Act.ASSERT, KIT)


def test_on_an_unknown_matter_an_authority_counts_for_its_yes_or_no_alone() -> None:
    asked = matters("the lamp is green")
    assert not asked
    assert is_competent(roles("the harbour commission"), asked, Act.CONFIRM, KIT)
    assert not is_competent(roles("the harbour commission"), asked, Act.ASSERT, KIT)


def test_an_authority_is_known_by_role_or_description_and_an_outlet_is_none() -> None:
    agency, paper = name("Lightship Trust", "regulator"), name("Police Gazette", "outlet")
    entities = {agency.name: agency, paper.name: paper}
    assert roles_of(say("no", "Lightship Trust").statement, entities, KIT) == {"regulator"}
    assert roles_of(say("no", "harbour police").statement, {}, KIT) == {"police"}
    assert not roles_of(say("no", "Police Gazette").statement, entities, KIT)
    assert not roles_of(say("no").statement, {}, KIT)


def test_every_role_that_is_competent_is_one_that_the_kit_can_find() -> None:
    known = {row["role"] for row in KIT.rows("judge_authorities")} | {"kin"}
    used = {role for row in KIT.rows("judge_competence") for role in row["roles"].split()}
    assert used <= known


def test_the_police_count_for_their_own_work_on_a_matter_nobody_listed() -> None:
    claim = "the skipper kept his word and came to the station"
    assert is_competent(roles("harbour police"), matters(claim), Act.ASSERT, KIT)
    assert not is_competent(roles("the government"), matters(claim), Act.ASSERT, KIT)


def test_but_not_for_trade() -> None:
    claim = "the skipper sold the boat"
    assert not is_competent(roles("harbour police"), matters(claim), Act.ASSERT, KIT)


@pytest.mark.parametrize(
    ("source", "role"),
    [
        ("Defence Secretary Ona Field", "military"),
        ("the Ostrand SPCA", "animals"),
        ("medical staff at the clinic", "hospital"),
    ],
)
def test_offices_show_what_they_are_competent_on(source: str, role: str) -> None:
    assert role in roles(source)
