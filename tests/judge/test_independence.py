"""What is heard first hand, and what comes from two roots: the facts of `strict` and `wire`."""

from collections.abc import Sequence

import pytest

from onrecord.judge.claims import settle_claim
from onrecord.judge.facts import find_facts
from onrecord.judge.policy import load_policy
from onrecord.judge.testimony import weigh
from onrecord.link import find_copies
from onrecord.link.assembly import make_cluster
from onrecord.link.legs import find_centre
from onrecord.model import Act, Claim, Cluster, Proposition, Reading, Status, Voice
from tests.making import KIT, make_page, name, say

ENTITIES = (
    name("Norvik"),
    name("Belmar"),
    name("Harbour Post", "outlet"),
    name("Tide Weekly", "outlet"),
    name("Maritime Agency", "regulator"),
)
CLAIM = "Norvik will buy the Belmar yard"
OUTLETS = {"post": "Harbour Post", "tide": "Tide Weekly", "norvik": "Norvik"}


def told(by: str | None = None, page: str = "post", **more: object) -> Proposition:
    return say(CLAIM, by, names=("Norvik", "Belmar"), page=page, **more)  # type: ignore[arg-type]


def own(page: str = "post", order: int = 0, **more: object) -> Proposition:
    """The page itself says so."""
    return told(None, page, order=order, voice=Voice.AUTHOR, **more)


def unnamed(page: str = "post", order: int = 60) -> Proposition:
    return told("a dockworker", page, order=order, voice=Voice.UNNAMED)


def gather(group: Sequence[Proposition]) -> tuple[Cluster, Proposition, dict[str, Reading]]:
    pages = {
        p.document: make_page(
            p.document, p.document, outlet=OUTLETS.get(p.document), entities=ENTITIES
        )
        for p in group
    }
    centre = find_centre(group, KIT)
    return make_cluster(group, centre, pages, find_copies(pages), KIT), centre, pages


def facts(*group: Proposition) -> frozenset[str]:
    cluster, _, pages = gather(group)
    return find_facts(weigh(cluster, ("Norvik", "Belmar"), pages, KIT)).names


def settle(policy: str, *group: Proposition) -> Claim:
    cluster, centre, pages = gather(group)
    rules = load_policy(policy, KIT)
    claim = settle_claim(cluster, centre, pages, rules, KIT, today="2026-06-01")
    assert claim is not None
    return claim


def whispered() -> Proposition:
    """Quoted, and nobody's name to it."""
    return told("a dockworker", voice=Voice.UNNAMED, quoted=True)


AGAIN = say(  # the same, in the words of another newsroom
    "Norvik will buy the Belmar yard this year",
    "Norvik",
    Act.CONFIRM,
    names=("Norvik", "Belmar"),
    page="tide",
)
CREDITED = told("Harbour Post", "tide", voice=Voice.OUTLET)  # Tide Weekly rests on the Post


@pytest.mark.parametrize(
    ("fact", "holds", "fails"),
    [
        # "Norvik confirmed it" is first hand where the page rests on no other outlet.
        (
            "first_hand_affirms",
            [told("Norvik", act=Act.CONFIRM)],
            [CREDITED, told("Norvik", "tide", act=Act.CONFIRM, order=60)],
        ),
        # Two newsrooms that heard it are two roots; one that heard it twice is one.
        (
            "two_roots_affirm",
            [told("Norvik", act=Act.CONFIRM), AGAIN],
            [told("Norvik", act=Act.CONFIRM), told("Belmar", act=Act.CONFIRM, order=60)],
        ),
        # An echo of the Post beside the Post is one root.
        ("two_roots_assert", [own("post"), own("tide")], [own("post"), CREDITED]),
        # "Plans to buy" tells of a party; a quotation is the party's own word.
        (
            "named_source_quoted",
            [told("Norvik", act=Act.PLEDGE, quoted=True)],
            [told("Norvik", act=Act.PLEDGE)],
        ),
        ("named_source_quoted", [told("Ana Quill", quoted=True)], [whispered()]),
        # A page that leans on an unnamed source does not state it on its own account.
        ("outlet_states", [own("post")], [own("post"), unnamed("post")]),
    ],
)
def test_a_fact_holds_where_it_must_and_not_where_it_must_not(
    fact: str, holds: Sequence[Proposition], fails: Sequence[Proposition]
) -> None:
    assert fact in facts(*holds)
    assert fact not in facts(*fails)


def test_an_outlet_that_names_itself_heard_it_first_hand() -> None:
    itself = told("Harbour Post", "post", voice=Voice.OUTLET)
    assert "first_hand_affirms" in facts(itself, told("Norvik", act=Act.CONFIRM, order=60))


def test_the_same_words_of_one_voice_in_two_outlets_come_from_one_place() -> None:
    sent = [told("Norvik", page, act=Act.CONFIRM) for page in ("post", "tide")]
    assert "two_roots_affirm" not in facts(*sent)
    assert "first_hand_affirms" in facts(*sent)


def test_a_page_without_an_outlet_lends_no_second_root_to_a_report() -> None:
    assert "two_roots_assert" not in facts(own("post"), own("nowhere"))


def test_a_hedged_telling_states_nothing_on_its_own_account() -> None:
    assert "outlet_states" not in facts(own("post", hedged=True))


@pytest.mark.parametrize(
    ("group", "official_first", "strict", "wire"),
    [
        ([own()], "reported", "rumoured", "reported"),
        ([unnamed()], "reported", "rumoured", "rumoured"),
        ([unnamed("post"), unnamed("tide")], "reported", "reported", "reported"),
        ([told("Norvik", act=Act.CONFIRM)], "confirmed", "reported", "confirmed"),
        (
            [told("Norvik", act=Act.CONFIRM), AGAIN],
            "confirmed",
            "confirmed",
            "confirmed",
        ),
        (
            [CREDITED, told("Norvik", "tide", act=Act.CONFIRM, order=60)],
            "confirmed",
            "reported",
            "reported",
        ),
        ([own(), told("Norvik", act=Act.DENY, order=60)], "denied", "denied", "denied"),
        ([told("Ana Quill", voice=Voice.EXPERT)], "reported", "rumoured", "reported"),
        ([own("nowhere", hedged=True)], "rumoured", "rumoured", "rumoured"),
    ],
)
def test_the_same_record_under_three_policies(
    group: Sequence[Proposition], official_first: str, strict: str, wire: str
) -> None:
    found = [settle(policy, *group).status for policy in ("official-first", "strict", "wire")]
    assert found == [Status(official_first), Status(strict), Status(wire)]


def test_a_sentence_does_not_say_that_nobody_affirms_what_a_party_affirms() -> None:
    claim = settle("strict", told("Norvik", act=Act.CONFIRM))
    assert claim.sentence.startswith("Reported: Norvik affirmed it on the record")


def test_a_sentence_does_not_say_that_no_outlet_stands_behind_what_one_reports() -> None:
    assert "asks for more than the word of Harbour Post" in settle("wire", unnamed()).sentence
