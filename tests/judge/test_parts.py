"""Claims of which one part is denied apart from the rest."""

from dataclasses import replace

from onrecord.model import Act, Status, Voice
from tests.judge.test_status import CLAIM, DENIAL, stands, told
from tests.making import say


def test_a_claim_of_which_one_part_is_denied_is_mixed_and_names_the_part() -> None:
    story = told("Harbour Post", voice=Voice.OUTLET)
    no = say("the date was wrong", "Norvik", Act.DENY, order=120)
    no = replace(no, anaphoric=True, falsifies=True)
    no = replace(no, statement=replace(no.statement, refers_to=story.statement.id))
    claim = stands(story, no)
    assert claim.status is Status.MIXED
    assert {leg.text: leg.status for leg in claim.legs} == {
        "the date": Status.DENIED,
        f"{CLAIM}, that aside": Status.REPORTED,
    }


def test_a_blanket_denial_parts_nothing() -> None:
    story = told("Harbour Post", voice=Voice.OUTLET)
    assert stands(story, DENIAL).legs == ()
