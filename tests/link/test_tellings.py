"""Whether one statement tells exactly what is asked."""

from dataclasses import replace

import pytest

from onrecord.link.asked import Question, take_apart
from onrecord.link.tellings import contradicts, tells, tells_of_another, told_of_names
from onrecord.measure import measure_sentence
from onrecord.model import Act, Proposition
from tests.making import KIT, say

PAIR = ("Norvik", "Belmar")


def ask(sentence: str) -> Question:
    """A question about Norvik and Belmar, taken apart."""
    names = [name for name in PAIR if name in sentence]
    return take_apart(sentence, names, measure_sentence(sentence, KIT), KIT)


def told(sentence: str) -> Proposition:
    """A statement that says a sentence about Norvik and Belmar."""
    one = say(sentence, "Post", names=tuple(n for n in PAIR if n in sentence), said="2026-03-02")
    return replace(one, figures=measure_sentence(sentence, KIT))


SALE = told("Norvik has bought the Belmar yard for 40 million crowns in June")


@pytest.mark.parametrize(
    "sentence",
    [
        "Norvik bought the Belmar yard",
        "Norvik has acquired the Belmar yard",
        "The Belmar yard was bought by Norvik",
        "Norvik bought the Belmar yard for about 40 million crowns",
        "Norvik bought the yard in June 2026",
    ],
)
def test_the_same_deed_by_the_same_party_is_told(sentence: str) -> None:
    assert tells(ask(sentence), SALE, None, KIT)


@pytest.mark.parametrize(
    "sentence",
    [
        "Belmar bought the Norvik yard",  # the other way round
        "Norvik will buy the Belmar yard",  # to come
        "Norvik bought the Belmar yard for 70 million crowns",  # another figure
        "Norvik bought the Belmar yard in August",  # another month
        "Norvik bought the Belmar farm",  # another thing
        "Norvik sold the Belmar yard",  # another deed
        "Norvik bought the Ostrand yard",  # another party
    ],
)
def test_what_differs_in_one_thing_is_not_told(sentence: str) -> None:
    assert not tells(ask(sentence), SALE, None, KIT)


def test_a_sentence_without_names_goes_on_about_those_before_it() -> None:
    line = told("About 40 jobs will go")
    before = told("Norvik will close the Belmar yard")
    question = ask("40 jobs will go at the Belmar yard")
    assert not tells(question, line, None, KIT)
    assert tells(replace(question, matter=("jobs",)), line, before, KIT)


def test_a_statement_about_the_same_deed_in_another_mood_bears_on_another_claim() -> None:
    talks = told("Norvik is in talks to buy the Belmar yard")
    assert contradicts(ask("Norvik bought the Belmar yard"), talks, KIT)
    assert not contradicts(ask("Norvik is in talks to buy the Belmar yard"), talks, KIT)


def test_a_denial_of_something_else_is_of_another_claim() -> None:
    question = ask("Norvik closes the Belmar yard")
    assert tells_of_another(question, say("it was cutting its Lima line", "Norvik", Act.DENY), KIT)
    assert not tells_of_another(question, say("it would close the yard", "Norvik", Act.DENY), KIT)


def test_a_verb_that_no_sheet_lists_is_known_by_its_auxiliary() -> None:
    plan = told("Norvik will electrify the Belmar yard")
    assert tells(ask("Norvik will electrify the Belmar yard"), plan, None, KIT)
    assert not tells(ask("Norvik has electrified the Belmar yard"), plan, None, KIT)


def test_a_common_word_of_a_name_does_not_name_it() -> None:
    sale = told("Norvik has bought the Marsh Line")
    assert tells(ask("Norvik has bought the Marsh Line"), sale, None, KIT)
    assert not tells(ask("Norvik has bought the Coast Line"), sale, None, KIT)


def test_the_very_figure_stands_for_a_word_that_the_record_has_of_the_same_name() -> None:
    question = ask("The red Norvik will cost 40 million crowns")
    line = told("Norvik will cost 40 million crowns")
    assert not tells(question, line, None, KIT)
    assert tells(question, line, None, KIT, frozenset({"red"}))
    other = told("Norvik will cost 60 million crowns")
    assert not tells(question, other, None, KIT, frozenset({"red"}))


def test_what_the_record_says_beside_a_name_is_known_of_it() -> None:
    question = ask("The red Norvik ferry will cost 40 million crowns")
    assert "red" in told_of_names(question, [told("a red Norvik ferry lay in the harbour")], KIT)
    assert told_of_names(question, [told("a red boat lay in the harbour")], KIT) == frozenset()


def test_the_month_stands_for_its_year_where_no_other_is_named() -> None:
    question = ask("Norvik will open the Belmar yard in June 2027")
    assert tells(question, told("Norvik will open the Belmar yard in June"), None, KIT)
    assert not tells(question, told("Norvik will open the Belmar yard in June 2028"), None, KIT)
