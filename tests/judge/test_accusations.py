"""Accusations: who accuses whom, and the answer."""

import pytest

from onrecord import flow
from onrecord.judge.wrongdoing import tells_of_wrongdoing
from onrecord.model import Act, Capture, Claim, Proposition, Status, Voice
from tests.judge.test_status import stands
from tests.making import KIT, say

CHARGE = "Norvik dumped oil and silenced two workers"


def charge(by: str = "Ada Brandt", **more: object) -> Proposition:
    """A former worker's charge."""
    voice = more.pop("voice", Voice.WITNESS)
    return say(CHARGE, by, names=("Norvik",), voice=voice, **more)  # type: ignore[arg-type]


def answer(claim: Claim | None) -> str:
    assert claim is not None and claim.charge is not None
    assert claim.charge.accusers == ("Ada Brandt",)
    assert claim.charge.accused == ("Norvik",)
    return claim.charge.answer


def test_a_witness_who_tells_of_wrongdoing_alleges_and_does_not_confirm() -> None:
    claim = stands(charge())
    assert claim.accusation
    assert claim.status is Status.REPORTED
    assert answer(claim) == "No answer by Norvik was found in these articles."


def test_the_answer_of_the_accused_stands_beside_the_charge() -> None:
    denial = say(CHARGE, "Norvik", Act.DENY, names=("Norvik",), order=60)
    claim = stands(charge(), denial)
    assert claim.status is Status.DISPUTED
    assert answer(claim) == "Norvik denies it."


def test_who_accuses_nobody_is_no_accuser() -> None:
    claim = stands(
        say("Norvik painted two old boats", "Ada Brandt", names=("Norvik",), voice=Voice.WITNESS)
    )
    assert not claim.accusation
    assert claim.charge is None


@pytest.mark.parametrize(
    ("content", "wrong"),
    [
        ("she was dismissed because she had complained", True),
        ("the firm withheld wages", True),
        ("the firm paid wages on Friday", False),
        ("an anti-doping lab opens", False),
    ],
)
def test_words_of_wrongdoing(content: str, wrong: bool) -> None:
    assert tells_of_wrongdoing(say(content, "Ada Brandt").statement, KIT) is wrong


def test_nobody_is_said_to_be_silent_who_is_quoted_beside_it() -> None:
    text = (
        "Manager accuses Larkrise Dairy\n\nA former manager, Ada Brandt, said that Larkrise Dairy "
        "had bribed two inspectors at its Fennick plant.\n\nLarkrise Dairy said on Monday that "
        "the plant in Harl would stay open.\n"
    )
    reading = flow.read(Capture(text=text, outlet="Gull", published="2031-05-02"), KIT)
    claim = flow.ask("Larkrise Dairy bribed two inspectors", [reading], kit=KIT, claims=()).claim
    assert claim is not None
    told = " ".join([claim.sentence, *claim.open])
    assert "o statement by Larkrise" not in told
    silent = text.replace("Larkrise Dairy said on Monday that", "It was said on Monday that")
    reading = flow.read(Capture(text=silent, outlet="Gull", published="2031-05-02"), KIT)
    claim = flow.ask("Larkrise Dairy bribed two inspectors", [reading], kit=KIT, claims=()).claim
    assert claim is not None
    assert "No statement by Larkrise Dairy" in " ".join(claim.open)
