"""How a question is read."""

import pytest

from onrecord.link.questions import match_names, read_question
from tests.making import KIT, name


@pytest.mark.parametrize(
    ("sentence", "asked"),
    [
        ("Norvik will buy the yard.", "Norvik will buy the yard"),
        ("Is it true that Norvik will buy the yard?", "Norvik will buy the yard"),
        ("It is not true that Norvik will buy the yard", "Norvik will buy the yard"),
        ("Norvik won't buy the yard", "Norvik won't buy the yard"),
        ("Norvik is not buying the yard", "Norvik is buying the yard"),
        ("Norvik denied reports that it is buying the yard", "it is buying the yard"),
    ],
)
def test_the_claim_is_read_without_its_frame(sentence: str, asked: str) -> None:
    assert read_question(sentence, KIT)[0] == asked


def test_a_negated_question_says_how_it_was_read() -> None:
    assert "denial" in (read_question("Norvik is not buying the yard", KIT)[1] or "")
    assert read_question("Norvik is buying the yard", KIT)[1] is None


def test_parties_are_called_as_the_pages_call_them_in_the_question_s_order() -> None:
    known = {n: name(n) for n in ("Belmar Shipping", "Norvik", "Ostrand")}
    assert match_names("Norvik buys ferries from Belmar Shipping", [], known, KIT) == (
        "Norvik",
        "Belmar Shipping",
    )
