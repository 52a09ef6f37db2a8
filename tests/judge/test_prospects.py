"""What would change a claim's status."""

from onrecord.judge.prospects import what_would_change
from onrecord.model import Claim
from tests.judge.test_status import DENIAL, OUTLET, stands
from tests.making import KIT


def prospects(claim: Claim, *matters: str) -> str:
    return " ".join(what_would_change(claim, frozenset(matters), KIT))


def test_a_reported_claim_waits_for_its_parties_and_for_who_is_competent() -> None:
    told = prospects(stands(OUTLET), "arrest")
    assert "Belmar, Norvik or an authority" in told or "Norvik, Belmar or an authority" in told
    assert "police" in told


def test_an_unknown_matter_names_no_authority() -> None:
    assert "authority" not in prospects(stands(OUTLET))


def test_a_denied_claim_would_be_reopened_by_an_affirmation() -> None:
    assert "would reopen it" in prospects(stands(OUTLET, DENIAL))


def test_they_stand_among_what_is_open() -> None:
    assert any("would reopen it" in sentence for sentence in stands(OUTLET, DENIAL).open)
