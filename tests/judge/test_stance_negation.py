"""Claims that say that something is not so."""

import pytest

from onrecord.judge.stance import tell_stance
from onrecord.judge.stance_negation import read_negated, turn
from onrecord.kit import load_kit
from onrecord.model import Stance


@pytest.mark.parametrize(
    ("claim", "read"),
    [
        ("Marlow Steel will not cut jobs", "Marlow Steel will cut jobs"),
        ("Marlow Steel did not buy Dunmore", "Marlow Steel did buy Dunmore"),
        ("Marlow isn’t buying Dunmore", "Marlow buying Dunmore"),
        ("Marlow has never paid tax", "Marlow has paid tax"),
    ],
)
def test_a_negated_claim_is_read_as_what_it_negates(claim: str, read: str) -> None:
    assert read_negated(claim, load_kit()) == (read, True)


@pytest.mark.parametrize(
    "claim",
    [
        "Marlow Steel will cut jobs",
        "The council held a hearing that did not include women",
        "Marchers took up the chant hands up, don't shoot",
        "He left out of anger at not being asked",
        "Don't Drown is the title of the film",
    ],
)
def test_a_not_inside_a_claim_is_part_of_it(claim: str) -> None:
    assert read_negated(claim, load_kit()) == (claim, False)


def test_what_denies_a_claim_supports_its_negation() -> None:
    kit = load_kit()
    text = "No, Marlow Steel is not cutting 400 jobs"
    assert tell_stance("Marlow Steel is cutting 400 jobs", text, kit)[0] is Stance.DENIES
    assert tell_stance("Marlow Steel is not cutting 400 jobs", text, kit)[0] is Stance.SUPPORTS


def test_what_discusses_a_claim_discusses_its_negation() -> None:
    assert turn(Stance.DISCUSSES) is Stance.DISCUSSES
    assert turn(Stance.UNRELATED) is Stance.UNRELATED
