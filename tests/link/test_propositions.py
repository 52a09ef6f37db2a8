"""Statements made ready for comparison."""

import pytest

from onrecord import flow
from onrecord.link.propositions import make_propositions
from onrecord.model import Capture, Proposition
from tests.making import KIT


def _headline(title: str) -> list[Proposition]:
    reading = flow.read(Capture(text="", title=title), KIT, reader="rules")
    return [p for p in make_propositions(reading, KIT) if p.headline]


@pytest.mark.parametrize("title", ["Three-headed calf likely a hoax", "Holme bell theft is fake"])
def test_a_headline_that_names_what_it_calls_false_points_at_nothing_else(title: str) -> None:
    assert [p.anaphoric for p in _headline(title)] == [False]


def test_a_headline_that_calls_a_report_false_points_back() -> None:
    assert all(p.anaphoric for p in _headline("The report is completely false"))


def test_a_headline_that_asks_is_compared_and_held_back() -> None:
    (asked,) = _headline("Did Norvik sell its oldest ferry to Belmar?")
    assert asked.statement.hedged
    assert not asked.statement.negated


TALKS = "Orvane is in talks to sell its works, the Velland Herald reported on Monday."


@pytest.mark.parametrize(
    ("answer", "exposed"),
    [
        ("“The report is pure fiction,” said Mara Quill, chief executive of Orvane.", None),
        ("This story is fiction: the Velland Herald is a satirical site.", "satire"),
    ],
)
def test_a_party_that_calls_a_report_fiction_denies_it_and_exposes_nobody(
    answer: str, exposed: str | None
) -> None:
    reading = flow.read(Capture(text=f"{TALKS}\n\n{answer}"), KIT, reader="rules")
    after = [p for p in make_propositions(reading, KIT) if p.order > len(TALKS)]
    assert {p.exposes for p in after} == {exposed}
