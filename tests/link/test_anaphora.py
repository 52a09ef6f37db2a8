"""Contents that only point back, and what they point back to."""

from dataclasses import replace

import pytest

from onrecord.link.anaphora import find_antecedents, is_anaphoric
from onrecord.model import Act, Voice
from tests.making import KIT, say


@pytest.mark.parametrize(
    "content",
    [
        "the claim",
        "no truth to the report",
        "completely false",
        "it",
        "“rubbish”",
        "that idea",
        "the report as “invented from the first line to the last”",
        "there was “nothing whatsoever in it”",
    ],
)
def test_a_content_without_a_matter_of_its_own_points_back(content: str) -> None:
    assert is_anaphoric(content, KIT)


@pytest.mark.parametrize(
    "content",
    [
        "the ferry line would buy two ships from Norvik",
        "its dairy in Ostrand closes in May",
        "the claim that Norvik had sold its yard to the state",
        "400 jobs would go",
        "the report as proof that Norvik would close its yard",
    ],
)
def test_a_content_that_says_its_own_matter_does_not(content: str) -> None:
    assert not is_anaphoric(content, KIT)


def test_a_denial_answers_the_nearest_claim_that_somebody_else_put_forward() -> None:
    claim = say("Norvik would buy the Ostrand yard", "Harbour Post", voice=Voice.OUTLET)
    other = say("the yard opened in 1911", "Harbour Post", voice=Voice.OUTLET, order=50)
    own = say("Norvik builds ferries", "Norvik", order=80)
    denial = say("the report", "Norvik", Act.DENY, order=100)
    found = find_antecedents([denial, own, other, claim], KIT)
    assert found[denial.key].statement.content.text == other.statement.content.text


def test_a_denial_prefers_the_claim_that_names_the_denier() -> None:
    about = say("Norvik would buy the yard", "Harbour Post", voice=Voice.OUTLET, names=("Norvik",))
    aside = say("Belmar makes cheese", "Belmar", names=("Belmar",), order=40)
    denial = say("the report", "Norvik", Act.DENY, order=100)
    assert find_antecedents([about, aside, denial], KIT)[denial.key] is about


def test_a_denial_answers_the_first_of_what_one_teller_says_in_one_breath() -> None:
    both = ("Norvik", "Belmar")
    claim = say("Norvik met Belmar", "Harbour Post", voice=Voice.OUTLET, names=both)
    more = say("it would give Belmar berths", "Harbour Post", voice=Voice.OUTLET, names=("Belmar",))
    more = replace(more, order=90)
    denial = say("the report", "Belmar", Act.DENY, order=120)
    assert find_antecedents([claim, more, denial], KIT)[denial.key] is claim
    far = replace(more, order=900)
    late = replace(denial, order=930)
    assert find_antecedents([claim, far, late], KIT)[late.key] is far


def test_a_refusal_answers_a_denial_where_nothing_else_tells_the_matter() -> None:
    both = ("Norvik", "Belmar")
    denial = say("that Norvik would be sold to Belmar", "Norvik", Act.DENY, names=both)
    refusal = say("declined to comment", "Belmar", Act.DECLINE, order=80)
    assert find_antecedents([denial, refusal], KIT)[refusal.key] is denial


def test_reactions_answer_claims_and_never_one_another() -> None:
    first = say("the report", "Norvik", Act.DENY)
    second = say("the story", "Belmar", Act.DENY, order=20)
    assert find_antecedents([first, second], KIT) == {}


@pytest.mark.parametrize(
    "content",
    [
        "that contact has never been broken off",
        "negotiations are continuing",
        "talks remain under way",
        "the conversation is still active",
    ],
)
def test_talks_that_go_on_are_those_told_of_before(content: str) -> None:
    assert is_anaphoric(content, KIT)


@pytest.mark.parametrize(
    "content",
    [
        "contact with the crew was lost at noon",
        "talks ended in March without a deal",
        "Norvik is continuing its talks with the harbour board about a second yard in Belmar",
    ],
)
def test_talks_that_ended_or_are_told_of_point_at_nothing(content: str) -> None:
    assert not is_anaphoric(content, KIT)
