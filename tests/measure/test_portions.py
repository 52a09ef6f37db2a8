"""Portions: the shares that make up a share."""

from collections.abc import Callable

import pytest

from onrecord.model import Check

Checks = Callable[[str], list[Check]]


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Almost four in 10 are for it: 15% strongly and 24% mildly.", "holds"),
        ("Some 39% are for it: 25% strongly and 24% mildly.", "fails"),
    ],
)
def test_shares_come_to_the_share_before_them(checks_of: Checks, text: str, verdict: str) -> None:
    assert [(check.kind, check.verdict) for check in checks_of(text)] == [("sum", verdict)]


@pytest.mark.parametrize(
    "text",
    [
        "Support stands at 56%: 60% of the women and 52% of the men.",
        "Some 39% are for it, 25% of them strongly and 24% mildly.",
        "Some 59% are for it: 15% strongly and 14% mildly.",
        "Some 39% are for it: 25% strongly, 24% mildly and 3% in the north.",
    ],
)
def test_shares_of_other_wholes_do_not_add_up(checks_of: Checks, text: str) -> None:
    assert checks_of(text) == []
