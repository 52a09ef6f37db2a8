"""Limits: figures that cannot be as they are told."""

from collections.abc import Callable

import pytest

from onrecord.model import Check

Checks = Callable[[str], list[Check]]


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Of late 130 of the 120 workers left.", "fails"),
        ("Turnout was odd: 120 percent of voters agreed.", "fails"),
        ("Sales fell by 120 percent.", "fails"),
        ("Some 1.2 million of the 1 million votes were counted.", "fails"),
    ],
)
def test_what_cannot_be_is_said(checks_of: Checks, text: str, verdict: str) -> None:
    assert [(check.kind, check.verdict) for check in checks_of(text)] == [("limit", verdict)]


@pytest.mark.parametrize(
    "text",
    [
        "Of late 110 of the 120 workers left.",
        "Turnout was fine: 100 percent of voters agreed.",
        "Profit fell by 120 percent.",
        "Sales rose by 120 percent.",
        "It paid with 300 of its 50 cent coins.",
        "It has 300 of the 200-seat planes.",
        "Capacity stands at 120 percent of demand.",
    ],
)
def test_what_can_be_is_left_alone(checks_of: Checks, text: str) -> None:
    assert checks_of(text) == []
