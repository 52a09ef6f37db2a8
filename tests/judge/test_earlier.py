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
    ("reported", "answer"),
    [
        (
            "The Herald had reported a second Belmar yard in March",
            "At the time, Norvik denied that it would open a second yard in Belmar",
        ),
        ("The Herald reported a second Belmar yard earlier this year", "Norvik shot that down"),
    ],
)
def test_a_denial_of_last_time_does_not_answer_what_is_new(reported: str, answer: str) -> None:
    fresh = sentence(NEW, "Harbour Post")
    before = sentence(reported, "Harbour Post", order=100)
    assert recalled(fresh, before, sentence(answer, "Norvik", Act.DENY, order=200))


def test_a_denial_of_the_news_itself_answers_it() -> None:
    fresh = sentence(NEW, "Harbour Post")
    denial = sentence(
        "Norvik denied that it would open a second yard", "Norvik", Act.DENY, order=90
    )
    assert not recalled(fresh, denial)
    in_march = "Norvik denied in March that it would open a second yard in Belmar"
    assert not recalled(fresh, sentence(in_march, "Norvik", Act.DENY, order=90))


def test_what_else_happened_in_march_makes_no_denial_an_old_one() -> None:
    fresh = sentence(NEW, "Harbour Post")
    aside = sentence("Ona Field left Norvik's Belmar yard in March", order=100)
    denial = sentence("Norvik rejected the report", "Norvik", Act.DENY, order=200)
    assert not recalled(fresh, aside, denial)


def test_at_the_time_opens_the_answer_to_what_was_reported_right_before() -> None:
    answer = "At the time, Norvik denied that it would open a second yard in Belmar"
    denial = sentence(answer, "Norvik", Act.DENY, order=200)
    assert recalled(sentence(NEW, "Harbour Post"), denial)
    assert not recalled(sentence(NEW, "Harbour Board"), denial)  # found, and not reported
