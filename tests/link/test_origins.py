"""Who rests on whom, and who heard it first hand."""

from onrecord.link.origins import trace_origins
from onrecord.model import Part, Proposition, Span, Voice
from tests.making import make_page, name, say

POST = name("Harbour Post", "outlet")


def root(*group: Proposition, outlet: str | None = None, text: str = "") -> list[str]:
    pages = {
        p.document: make_page(p.document, text, outlet=outlet, entities=(POST,)) for p in group
    }
    return [trace_origins(group, pages, {})[p.key].root for p in group]


def test_a_page_that_credits_an_outlet_is_its_echo_whatever_verb_it_uses() -> None:
    credited = say("Norvik buys the yard", "Harbour Post", voice=Voice.OUTLET)
    own = say("Norvik announced that it buys the yard", order=40)
    assert root(credited, own, outlet="Tide Weekly") == ["Harbour Post", "Harbour Post"]


def test_a_page_that_credits_nobody_is_its_own_root() -> None:
    assert root(say("Norvik buys the yard"), outlet="Tide Weekly") == ["Tide Weekly"]
    assert root(say("Norvik buys the yard")) == ["document:page"]


def test_an_outlet_that_names_itself_credits_nobody() -> None:
    own = say("Norvik buys the yard", "Harbour Post", voice=Voice.OUTLET)
    assert root(own, outlet="Harbour Post") == ["Harbour Post"]


def test_what_is_told_to_the_page_s_own_outlet_is_first_hand() -> None:
    text = "Norvik told the Post on Monday that it buys the yard"
    told = say("it buys the yard", "Norvik", cue=Part((Span(7, 11),), "told"))
    for outlet, heard in (("Harbour Post", True), ("Tide Weekly", False)):
        pages = {"page": make_page("page", text, outlet=outlet)}
        assert trace_origins([told], pages, {})[told.key].first_hand is heard


def test_a_copy_rests_on_the_page_that_it_copies() -> None:
    original, copy = say("Norvik buys it", page="wire"), say("Norvik buys it", page="copy")
    pages = {k: make_page(k, outlet=o) for k, o in (("wire", "Northline"), ("copy", "Gull"))}
    echoes = trace_origins([original, copy], pages, {"copy": "wire"})
    assert echoes[copy.key].echo_of == "wire"
    assert echoes[copy.key].root == "Northline"


def test_announced_in_a_page_that_credits_another_is_the_echo_s_verb() -> None:
    credited = say("Norvik buys the yard", "Harbour Post", voice=Voice.OUTLET)
    announced = say("it will buy the yard", "Norvik", order=40)
    assert root(credited, announced, outlet="Tide Weekly") == ["Harbour Post", "Harbour Post"]


def test_who_is_quoted_in_an_echo_speaks_for_himself() -> None:
    credited = say("Norvik buys the yard", "Harbour Post", voice=Voice.OUTLET)
    quoted = say("we will buy the yard", "Norvik", order=40, quoted=True)
    assert root(credited, quoted, outlet="Tide Weekly") == ["Harbour Post", "Tide Weekly"]
