"""Whether a source speaks of its own doing."""

import pytest

from onrecord.judge.selves import speaks_of_own, suffers_it, tells_of_mind
from onrecord.model import Act
from tests.making import KIT, say


def own(content: str, party: str = "Norvik Shipping", person: bool = False) -> bool:
    return speaks_of_own(say(content, party).statement, party, person, KIT)


@pytest.mark.parametrize(
    "content",
    [
        "that it will close the yard",
        "“We have sold the ferry”",
        "Norvik will close the yard",
        "the company has sold the ferry",
        "on Monday, it closed the yard",
        "but our board has approved the sale",
        "to close the yard in May",
    ],
)
def test_a_company_answers_for_what_it_does(content: str) -> None:
    assert own(content)


@pytest.mark.parametrize(
    "content",
    [
        "that the harbour master will resign",
        "it is clear that the harbour is full",
        "fares have doubled everywhere",
        "his yard is closing",
    ],
)
def test_it_does_not_answer_for_the_rest_of_the_world(content: str) -> None:
    assert not own(content)


def test_a_person_answers_for_deeds_and_not_for_what_was_seen() -> None:
    assert own("he has resigned from the board", "Ada Brandt", person=True)
    assert own("Brandt will not stand again", "Ada Brandt", person=True)
    assert not own("she saw a man run along the quay", "Ada Brandt", person=True)
    assert not own("his boss will resign", "Ada Brandt", person=True)


def test_a_promise_is_always_one_s_own() -> None:
    promise = say("fares frozen until May", "Norvik Shipping", Act.PLEDGE).statement
    assert speaks_of_own(promise, "Norvik Shipping", False, KIT)


def test_what_goes_on_in_somebody_is_told_from_what_he_does() -> None:
    assert tells_of_mind("she hoped the yard would stay", KIT)
    assert tells_of_mind("“We are relieved that the yard stays”", KIT)
    assert not tells_of_mind("she sold the yard", KIT)
    assert not tells_of_mind("the hoped-for sale took place", KIT)


def test_inside_quotation_marks_he_is_somebody_else() -> None:
    theirs = say("“He has sold the yard”", "Ada Brandt", quoted=True).statement
    assert not speaks_of_own(theirs, "Ada Brandt", True, KIT)


@pytest.mark.parametrize(
    ("content", "quoted"),
    [
        ("a beetle had crawled under his skin", False),
        ("they finally found that it had been living inside me", True),
    ],
)
def test_a_person_knows_what_happened_to_himself(content: str, quoted: bool) -> None:
    assert suffers_it(say(content, "Dario Venn", quoted=quoted).statement, KIT)


@pytest.mark.parametrize(
    ("content", "quoted"),
    [
        ("a beetle had crawled under the skin of a guest", False),
        ("he saw a beetle crawl under the door", False),
        ("she pulled his chair away", True),
    ],
)
def test_and_not_what_happened_to_others(content: str, quoted: bool) -> None:
    assert not suffers_it(say(content, "Dario Venn", quoted=quoted).statement, KIT)
