"""Denials that a page only recalls."""

from dataclasses import replace

import pytest

from onrecord.judge.earlier import answers_an_earlier_report
from onrecord.link import find_copies
from onrecord.link.assembly import make_cluster
from onrecord.model import Act, Proposition, Voice
from tests.making import KIT, make_page, name, say

PAIR = ("Norvik", "Belmar")
NEW = "Norvik will open a second yard in Belmar"


def sentence(
    words: str, by: str | None = None, act: Act = Act.ASSERT, **more: object
) -> Proposition:
    voice = Voice.OUTLET if by == "Harbour Post" else None
    return replace(say(words, by, act, names=PAIR, voice=voice, **more), sentence=words)  # type: ignore[arg-type]


def recalled(*group: Proposition) -> bool:
    pages = {"page": make_page("page", entities=(name("Norvik"), name("Harbour Post", "outlet")))}
    cluster = make_cluster(group, group[0], pages, find_copies(pages), KIT)
    return answers_an_earlier_report(group[-1], cluster)


@pytest.mark.parametrize(
    "looks_back",
    [
        "At the time, Norvik denied that it would open a second yard in Belmar",
        "Norvik denied in March that it would open a second yard in Belmar",
        "Norvik denied a second yard in Belmar earlier this year",
    ],
)
def test_a_denial_of_last_time_does_not_answer_what_is_new(looks_back: str) -> None:
    fresh = sentence(NEW, "Harbour Post")
    assert recalled(fresh, sentence(looks_back, "Norvik", Act.DENY, order=200))


def test_nor_does_one_that_follows_a_recalled_report() -> None:
    fresh = sentence(NEW, "Harbour Post")
    before = sentence("The Herald had reported a second Belmar yard in March", order=100)
    denial = sentence("Norvik shot that down", "Norvik", Act.DENY, order=200)
    assert recalled(fresh, before, denial)


def test_a_denial_of_the_news_itself_answers_it() -> None:
    fresh = sentence(NEW, "Harbour Post")
    denial = sentence(
        "Norvik denied that it would open a second yard", "Norvik", Act.DENY, order=90
    )
    assert not recalled(fresh, denial)
    in_march = sentence(
        "Norvik denied in March that it would open a second yard in Belmar", "Norvik", Act.DENY
    )
    assert not recalled(in_march)  # the page has nothing newer
