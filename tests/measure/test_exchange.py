"""Exchange: two conversions of a page at rates that cannot both be."""

from collections.abc import Callable

import pytest

from onrecord.model import Check

Checks = Callable[[str], list[Check]]


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("It raised $12.9bn (£10bn) and paid $5m (£38m).", "fails"),
        ("It raised $13m (£10m), paid $26m (£20m), and owes £5m ($65m).", "fails"),
    ],
)
def test_a_rate_that_strays_is_said(checks_of: Checks, text: str, verdict: str) -> None:
    assert [(check.kind, check.verdict) for check in checks_of(text)] == [("exchange", verdict)]


@pytest.mark.parametrize(
    "text",
    [
        "It raised $13m (£10m) and paid $26m (£16m).",
        "It raised $13m (£10m) and paid $5m (€50m).",
        "It raised $13m (£10m).",
        "It raised $13m (£10m) and paid $5m (£38m of it in May).",
    ],
)
def test_rates_of_other_days_are_left_alone(checks_of: Checks, text: str) -> None:
    assert checks_of(text) == []
