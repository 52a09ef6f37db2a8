"""Margins: a lead in points fits the two shares told with it."""

from collections.abc import Callable

import pytest

from onrecord.model import Check

Checks = Callable[[str], list[Check]]


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        (
            "Orla leads Brio by a three-percentage-point margin, 45.4 percent to 42 percent.",
            "holds",
        ),
        ("Orla leads Brio by a seven-point margin, 45 percent to 42 percent.", "fails"),
        (
            "Orla is up an average of 9.2 percentage points at 49.2 percent to 40 percent.",
            "holds",
        ),
        ("Orla won 46 percent to 35 percent, an 11-point lead.", "holds"),
        ("Orla won 46 percent to 35 percent, a 14-point lead.", "fails"),
        ("The vote was 52 percent to 48 percent, a margin of four points.", "holds"),
        ("The vote was 52 percent to 48 percent, a margin of nine points.", "fails"),
        ("Brio trails by 6 points, 40 percent to 46 percent.", "holds"),
    ],
)
def test_a_lead_fits_its_two_shares(checks_of: Checks, text: str, verdict: str) -> None:
    assert [(check.kind, check.verdict) for check in checks_of(text)] == [("margin", verdict)]


@pytest.mark.parametrize(
    "text",
    [
        "Orla leads by 10 points among the old, 45 percent to 42 percent among the young.",
        "The poll, with a margin of error of 3 points, had Orla at 46 percent to 35 percent.",
        "The index fell 14 points, 46 percent to 35 percent of its shares down.",
        "Orla won 46 percent to 35 percent, and shares lost 14 points.",
    ],
)
def test_other_shares_are_not_laid_beside_a_lead(checks_of: Checks, text: str) -> None:
    assert checks_of(text) == []
