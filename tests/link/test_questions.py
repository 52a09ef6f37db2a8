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
        ("Norvik won't buy the yard", "Norvik will buy the yard"),
        ("Norvik is not buying the yard", "Norvik is buying the yard"),
        ("Norvik denied reports that it is buying the yard", "Norvik is buying the yard"),
        ("Did Norvik deny that it is buying the yard?", "Norvik is buying the yard"),
        ("Norvik has denied buying the yard", "Norvik buying the yard"),
        ("Did Norvik's agent deny that he failed the test?", "Norvik failed the test"),
        ("According to the Post, Norvik is buying the yard", "Norvik is buying the yard"),
        ("Norvik said it will buy the yard", "Norvik will buy the yard"),
        ("The report that Norvik buys the yard is false", "Norvik buys the yard"),
        ("Isn't Norvik buying the yard?", "Is Norvik buying the yard"),
        ("No workers died in the yard", "workers died in the yard"),
        ("Norvik dropped the yard because it did not pay", None),
        ("Norvik has said nothing", None),
    ],
)
def test_the_claim_is_read_without_its_frame(sentence: str, asked: str | None) -> None:
    assert read_question(sentence, KIT)[0] == (asked or sentence)


def test_a_negated_question_says_how_it_was_read() -> None:
    assert "denial" in (read_question("Norvik is not buying the yard", KIT)[1] or "")
    assert read_question("Norvik is buying the yard", KIT)[1] is None


def test_of_two_claims_the_first_is_asked_about_and_the_second_is_named() -> None:
    sentence = "Norvik buys the yard and Belmar closes the mill"
    asked, note = read_question(sentence, KIT)
    assert asked == "Norvik buys the yard"
    assert "Belmar closes the mill" in (note or "")


def test_two_parties_of_one_claim_are_no_two_claims() -> None:
    assert read_question("Norvik and Belmar buy the yard and the mill", KIT)[1] is None


def test_a_party_is_known_by_the_beginning_of_its_name_and_an_outlet_s_town_is_not() -> None:
    known = {"Norvik Shipping": name("Norvik Shipping")}
    known["Ostrand Post"] = name("Ostrand Post", role="outlet")
    asked = "Norvik closes its yard in Ostrand"
    assert match_names(asked, [], known, KIT) == ("Norvik Shipping",)


def test_parties_are_called_as_the_pages_call_them_in_the_question_s_order() -> None:
    known = {n: name(n) for n in ("Belmar Shipping", "Norvik", "Ostrand")}
    assert match_names("Norvik buys ferries from Belmar Shipping", [], known, KIT) == (
        "Norvik",
        "Belmar Shipping",
    )
