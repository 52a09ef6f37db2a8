"""Tests of statements that stand beside a claim and do not settle it."""

from dataclasses import replace

import pytest

from onrecord.judge.beside import (
    affirms_the_claim,
    answers_a_charge_beside,
    names_as_teller,
    quotes_a_paper,
)
from onrecord.link.assembly import make_cluster
from onrecord.model import Act, Part, Proposition, Source, Span
from tests.making import KIT, make_page, say


@pytest.mark.parametrize(
    ("content", "act", "affirms"),
    [
        ("the report is accurate", Act.ASSERT, True),
        ("the report", Act.CONFIRM, True),
        ("such talk is a danger to us all", Act.ASSERT, False),
    ],
)
def test_words_that_point_back_affirm_only_where_they_say_so(
    content: str, act: Act, affirms: bool
) -> None:
    assert affirms_the_claim(say(content, "Ona Field", act).statement, KIT) is affirms


def denied_after(claim: str) -> bool:
    told = say(claim, names=("Ona Field",))
    denial = say("the accusations", "Ona Field", Act.DENY, order=200)
    denial = replace(denial, statement=replace(denial.statement, refers_to=told.statement.id))
    pages = {"page": make_page("page", "page")}
    cluster = make_cluster([told, denial], told, pages, {}, KIT)
    return not answers_a_charge_beside(denial, cluster, KIT)


def test_the_accusations_are_denied_of_a_charge_and_not_of_a_step_about_it() -> None:
    assert denied_after("Ona Field stole the lamp and bribed a guard")
    assert not denied_after("The office has dropped its investigation of Ona Field for bribery")
    assert not denied_after("Ona Field will open a mill in Harl")


def test_who_is_named_as_saying_something_is_named_as_its_teller() -> None:
    text = "it would cut 450 posts, fewer than the 700 that the Mill Workers had announced"
    assert names_as_teller(text, "Mill Workers", KIT)
    assert not names_as_teller("the Mill Workers will strike in May", "Mill Workers", KIT)


def with_source(content: str, source: str, cue: str, sentence: str = "") -> Proposition:
    said = say(content, "Harl Council")
    spoken = replace(
        said.statement,
        source=Source((Span(0, 1),), source, "Harl Council"),
        cue=Part((Span(0, 1),), cue),
    )
    return replace(said, statement=spoken, sentence=sentence)


@pytest.mark.parametrize(
    ("source", "cue", "sentence", "paper"),
    [
        ("A batch of e-mails from Harl Council", "showed", "", True),
        ("Harl Council", "said", "", False),
        ("The head of records at Harl Council", "said", "", False),
        ("Harl Council", "is investigating reports", "", True),
        ("Harl Council", "reports", "Harl Council is looking into reports that a wall fell", True),
        ("Harl Council", "reports", "Harl Council reports that a wall fell", False),
    ],
)
def test_papers_and_what_is_looked_into_say_nothing_for_a_body(
    source: str, cue: str, sentence: str, paper: bool
) -> None:
    assert quotes_a_paper(with_source("a wall fell", source, cue, sentence), KIT) is paper
