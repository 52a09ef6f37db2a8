"""What a party or an authority says of a story itself: that it made it up, that it checked and
found nothing, or that it did another thing than the claim says.
"""

import pytest

from onrecord import flow
from onrecord.model import Capture, Claim, Status
from tests.making import KIT


def ask(question: str, *texts: str) -> Claim:
    readings = [
        flow.read(
            Capture(text=text, outlet=f"Gull {number}", published=f"2031-05-0{number + 2}"), KIT
        )
        for number, text in enumerate(texts)
    ]
    claim = flow.ask(question, readings, kit=KIT, claims=()).claim
    assert claim is not None
    return claim


GOAT = (
    "Goat rides the ferry to Tern Island\n\nA goat that escaped from Harl Farm took the ferry to "
    "Tern Island, passengers said on Monday.\n\n"
)
OWNED_UP = (
    "Farm owns up\n\nA story about an escaped goat that took the ferry to Tern Island was an "
    'April Fool\'s joke, Harl Farm has admitted.\n\n"We made it up with the ferry company," said '
    "Ivo Lunt, the farm's spokesman."
)


def test_a_party_that_owns_up_to_a_joke_refutes_the_story() -> None:
    claim = ask("A goat took the ferry to Tern Island", GOAT, OWNED_UP)
    assert claim.status is Status.REFUTED
    assert "made up" in claim.sentence


def test_a_party_that_confirms_the_same_story_does_not() -> None:
    seen = "Goat back home\n\nHarl Farm confirmed that a goat took the ferry to Tern Island.\n"
    assert ask("A goat took the ferry to Tern Island", GOAT, seen).status is not Status.REFUTED


DEATHS = (
    "Damp killed seven, page says\n\nSeven patients have died of damp at Harl Clinic, a "
    "whistleblower has revealed.\n\n"
)
CHECKED = (
    "Inspectors find nothing at clinic\n\nThe Care Inspectorate said it had examined the "
    "records of Harl Clinic and found no deaths linked to damp among its patients.\n"
)


def test_an_authority_that_checked_and_found_nothing_refutes_the_claim() -> None:
    claim = ask("Seven patients died of damp at Harl Clinic", DEATHS, CHECKED)
    assert claim.status is Status.REFUTED


def test_an_authority_that_found_what_is_claimed_does_not_refute_it() -> None:
    found = CHECKED.replace("found no deaths", "found seven deaths")
    claim = ask("Seven patients died of damp at Harl Clinic", DEATHS, found)
    assert claim.status is not Status.REFUTED


UNION = (
    "Sundry Mills to cut 700 posts, union says\n\nSundry Mills plans to cut 700 posts at Harl, "
    "the Weavers' Union said on Monday.\n"
)


def test_a_company_that_confirms_fewer_confirms_its_own_figure_only() -> None:
    fewer = (
        "Sundry Mills confirms 450 cuts\n\nSundry Mills confirmed on Thursday that it would cut "
        "450 posts at Harl, fewer than the 700 that the Weavers' Union had announced.\n"
    )
    assert ask("Sundry Mills will cut 700 posts at Harl", UNION, fewer).status is Status.REPORTED
    assert ask("Sundry Mills will cut 450 posts at Harl", UNION, fewer).status is Status.CONFIRMED


def test_an_arrest_does_not_confirm_who_helped() -> None:
    whispered = (
        "Porter was in on it\n\nA porter helped burglars steal a lamp from the Torvik gallery, a "
        "person close to the inquiry claimed.\n"
    )
    arrests = (
        "Two held\n\nPolice in Torvik have arrested two men on suspicion of stealing a lamp from "
        "the town's gallery, Inspector Ona Field said on Thursday.\n"
    )
    claim = ask("A porter helped burglars steal a lamp from the Torvik gallery", whispered, arrests)
    assert claim.status in {Status.RUMOURED, Status.REPORTED}


PIES = (
    "Man eats them all\n\nOla Brandt of Harl said that he ate eleven meat pies at the harbour "
    "fair and that he was in bed for a week.\n"
)


def test_a_person_answers_for_himself_where_somebody_asks() -> None:
    assert ask("Ola Brandt ate eleven meat pies at the harbour fair", PIES).status is (
        Status.CONFIRMED
    )


def test_what_nobody_asks_about_him_his_word_alone_does_not_confirm() -> None:
    reading = flow.read(Capture(text=PIES, outlet="Gull", published="2031-05-02"), KIT)
    claims = flow.settle([reading], kit=KIT)
    assert all(claim.status is not Status.CONFIRMED for claim in claims)


@pytest.mark.parametrize(
    "question",
    ["Is the council investigating Larkrise Dairy?", "The council investigates Larkrise"],
)
def test_who_is_not_doing_it_is_no_answer_that_he_is(question: str) -> None:
    text = "Larkrise cleared\n\nThe council said that it was not investigating Larkrise Dairy.\n"
    reading = flow.read(Capture(text=text, outlet="Gull", published="2031-05-02"), KIT)
    claim = flow.ask(question, [reading], kit=KIT, claims=()).claim
    assert claim is None or claim.status is Status.DENIED


def test_a_negative_question_is_answered_by_who_says_it() -> None:
    text = 'Larkrise\n\n"We have no alternative," Larkrise Dairy said in a statement.\n'
    reading = flow.read(Capture(text=text, outlet="Gull", published="2031-05-02"), KIT)
    asked = "Larkrise Dairy said there was no alternative"
    claim = flow.ask(asked, [reading], kit=KIT, claims=()).claim
    assert claim is not None
