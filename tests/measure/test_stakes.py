"""Stakes: the price of a share and the valuation told with it."""

from collections.abc import Callable

import pytest

from onrecord.model import Check

Checks = Callable[[str], list[Check]]


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Orla paid $50 million for a 20% stake in Brio, valuing it at $250 million.", "holds"),
        ("Orla paid $50 million for a 20% stake in Brio, valuing it at $450 million.", "fails"),
        (
            "Orla bought a 20% stake in Brio for $50 million, which values Brio at $250 million.",
            "holds",
        ),
    ],
)
def test_a_price_and_a_share_come_to_the_valuation(
    checks_of: Checks, text: str, verdict: str
) -> None:
    assert [(check.kind, check.verdict) for check in checks_of(text)] == [("product", verdict)]


@pytest.mark.parametrize(
    "text",
    [
        "Orla paid $50 million for a 20% discount, valuing Brio at $450 million.",
        "Orla paid $50 million for a 20% stake in Brio, valuing it at $280 million.",
        "Orla paid $50 million and holds a 20% stake.",
    ],
)
def test_a_price_for_something_else_values_nothing(checks_of: Checks, text: str) -> None:
    assert checks_of(text) == []


def test_a_price_without_a_valuation_implies_one(checks_of: Checks) -> None:
    (check,) = checks_of("Orla took a 10% stake in Brio for $30 million.")
    assert (check.kind, check.verdict) == ("value", "implied")
    assert "implies about USD 300 million for the whole" in check.says
