"""Whom a page credits, in its sentences or by a tag."""

from dataclasses import replace

import pytest

from onrecord.link.credits import find_credits, find_tag
from onrecord.model import Proposition, Reading, Voice
from tests.making import make_page, name, say

POST, HERALD = name("Harbour Post", "outlet"), name("Tide Herald", "outlet")


def page(key: str = "page", text: str = "", outlet: str | None = None) -> Reading:
    return make_page(key, text, outlet=outlet, entities=(POST, HERALD))


@pytest.mark.parametrize(
    "text",
    [
        "HOLME, May 4 (Harbour Post) - Norvik sells the yard.",
        "Norvik sells the yard.\n\n(Harbour Post)",
        "Norvik sells the yard. (Harbour Post)\nMore follows.",
    ],
)
def test_a_tag_in_the_dateline_or_at_the_end_of_a_paragraph_credits(text: str) -> None:
    assert find_tag(page(text=text)) == "Harbour Post"


@pytest.mark.parametrize(
    "text",
    [
        "Norvik (Harbour Post) sells the yard.",
        "Its owner (Harbour Post) and its crew - twelve of them - left.",
        "Norvik sells the yard.\n\n(Ostrand)",
    ],
)
def test_brackets_elsewhere_or_around_no_outlet_credit_nobody(text: str) -> None:
    if "crew" in text:
        text = "Norvik sells the yard that it bought in spring from a man in Holme; " + text
    assert find_tag(page(text=text)) is None


def credits(*told: Proposition, **pages: Reading) -> dict[str, str | None]:
    return find_credits(told, pages)


def test_a_page_s_own_tag_credits_nobody() -> None:
    text = "HOLME (Harbour Post) - Norvik sells the yard."
    told = say("Norvik sells the yard", page="a")
    assert credits(told, a=page("a", text, outlet="Harbour Post")) == {"a": None}


def test_what_the_sentences_credit_comes_before_the_tag() -> None:
    text = "HOLME (Harbour Post) - Norvik sells the yard, the Tide Herald reported."
    told = say("Norvik sells the yard", "Tide Herald", voice=Voice.OUTLET, page="a")
    assert credits(told, a=page("a", text, outlet="Gull")) == {"a": "Tide Herald"}


def test_of_two_that_report_one_another_the_far_end_is_credited() -> None:
    outer = say("Norvik sells the yard", "Harbour Post", voice=Voice.OUTLET, page="a")
    inner = say("Norvik sells the yard", "Tide Herald", voice=Voice.OUTLET, page="a", order=9)
    inner = replace(inner, statement=replace(inner.statement, within=outer.statement.id))
    both = replace(page("a"), statements=(outer.statement, inner.statement))
    assert credits(outer, inner, a=both) == {"a": "Tide Herald"}


def test_who_credits_an_echo_goes_back_to_what_the_echo_credits() -> None:
    echo = say("Norvik sells the yard", "Tide Herald", voice=Voice.OUTLET, page="a")
    far = say("Norvik sells the yard", "Harbour Post", voice=Voice.OUTLET, page="b")
    pages = {"a": page("a", outlet="Harbour Post"), "b": page("b", outlet="Gull")}
    assert credits(echo, far, **pages) == {"a": "Tide Herald", "b": "Tide Herald"}


def test_two_that_credit_each_other_end_somewhere() -> None:
    one = say("Norvik sells the yard", "Tide Herald", voice=Voice.OUTLET, page="a")
    other = say("Norvik sells the yard", "Harbour Post", voice=Voice.OUTLET, page="b")
    pages = {"a": page("a", outlet="Harbour Post"), "b": page("b", outlet="Tide Herald")}
    assert set(credits(one, other, **pages)) == {"a", "b"}


def test_details_credited_right_after_a_telling_credit_the_telling() -> None:
    text = "Norvik plans a second yard. It will open in May, according to the Harbour Post."
    telling = replace(say("Norvik plans a second yard"), sentence="Norvik plans a second yard")
    details = say("It will open in May", "Harbour Post", voice=Voice.OUTLET, order=28)
    reading = replace(page(text=text), statements=(details.statement,))
    assert find_credits([telling], {"page": reading}) == {"page": "Harbour Post"}
    far = say("It will open in May", "Harbour Post", voice=Voice.OUTLET, order=900)
    reading = replace(reading, statements=(far.statement,))
    assert find_credits([telling], {"page": reading}) == {"page": None}


def test_who_is_credited_with_a_denial_is_not_where_it_came_from() -> None:
    denial = say("the report is false", "Harbour Post", voice=Voice.OUTLET)
    assert find_credits([denial], {"page": page()}) == {"page": None}
    told = say("Norvik has sold the yard", "Harbour Post", voice=Voice.OUTLET)
    assert find_credits([told], {"page": page()}) == {"page": "Harbour Post"}
    assert find_credits([told], {"page": page()}, {told.key}) == {"page": None}


def test_who_is_called_the_first_to_report_is_an_outlet_though_nobody_knows_it() -> None:
    text = "Norvik sells the yard. The leak was first reported by GullLoop on Monday."
    gull = make_page("page", text, entities=(POST, name("GullLoop")))
    assert find_tag(gull) == "GullLoop"
    text = "Norvik sells the yard. A loss was reported by GullLoop on Monday."
    assert find_tag(make_page("page", text, entities=(POST, name("GullLoop")))) is None


def test_an_outlet_whose_own_page_is_at_hand_is_credited_whatever_its_voice() -> None:
    credit = say("Norvik sells the yard", "GullLoop", voice=Voice.ORGANISATION)
    own = say("Norvik sells the yard", page="own")
    pages = {"page": page(), "own": page("own", outlet="GullLoop")}
    assert find_credits([credit, own], pages)["page"] == "GullLoop"
    assert find_credits([credit], {"page": page()})["page"] is None
