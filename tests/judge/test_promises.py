"""Pledges: what becomes of them."""

import pytest

from onrecord.judge.claims import settle_claim
from onrecord.judge.policy import load_policy
from onrecord.link.assembly import make_cluster
from onrecord.link.legs import find_centre
from onrecord.model import Act, Claim, ClaimKind, Part, Proposition, Span, Status, Voice
from tests.making import KIT, make_page, name, say

PLEDGE = say(
    "Norvik will open a second yard in Belmar by the end of May",
    "Norvik",
    Act.PLEDGE,
    names=("Norvik",),
    said="2026-01-10",
    cue=Part((Span(0, 1),), "said"),
)


def later(
    content: str, act: Act = Act.CONFIRM, by: str | None = "Norvik", **more: object
) -> Proposition:
    return say(content, by, act, names=("Norvik",), page="later", said="2026-06-20", **more)  # type: ignore[arg-type]


def settle(*group: Proposition, today: str = "2026-03-01") -> Claim:
    pages = {
        p.document: make_page(p.document, outlet="Post", entities=(name("Norvik"),)) for p in group
    }
    centre = find_centre(group, KIT)
    cluster = make_cluster(group, centre, pages, {}, KIT)
    claim = settle_claim(
        cluster, centre, pages, load_policy("official-first", KIT), KIT, today=today
    )
    assert claim is not None
    return claim


def test_a_party_s_own_promise_is_an_open_pledge() -> None:
    claim = settle(PLEDGE)
    assert (claim.kind, claim.status) == (ClaimKind.PLEDGE, Status.OPEN)


def test_what_an_outlet_says_that_somebody_plans_is_a_report() -> None:
    told = say("Norvik will open a second yard", "Post", voice=Voice.OUTLET, names=("Norvik",))
    assert settle(told).kind is ClaimKind.EVENT


@pytest.mark.parametrize(
    ("content", "status"),
    [
        ("Norvik opened on 12 May its second yard in Belmar as planned", Status.MET),
        ("the second yard in Belmar is delayed until the autumn", Status.MISSED),
        ("Norvik has scrapped the second yard in Belmar", Status.LAPSED),
        ("no second yard had been opened in Belmar by the end of May", Status.MISSED),
    ],
)
def test_a_later_word_on_the_record_settles_a_pledge(content: str, status: Status) -> None:
    assert settle(PLEDGE, later(content)).status is status


def test_a_pledge_that_a_party_disowns_is_denied() -> None:
    disowned = later("Norvik will open a second yard in Belmar", Act.DENY)
    assert settle(PLEDGE, disowned).status is Status.DENIED


def test_a_word_from_before_the_promise_settles_nothing() -> None:
    earlier = say(
        "the second yard in Belmar is delayed", "Norvik", names=("Norvik",), said="2025-01-01"
    )
    assert settle(PLEDGE, earlier).status is Status.OPEN
