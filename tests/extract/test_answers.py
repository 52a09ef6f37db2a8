"""Flat negatives that go on with a denial."""

import pytest

from onrecord.extract import find_statements
from onrecord.model import Act
from tests.extract.pages import KIT, document_of, holding


@pytest.mark.parametrize(
    ("text", "act"),
    [
        (
            "Tolliver rejected the claim. “No sack has ever been relabelled at the mill,” "
            "said Ben Ode, its chief executive.",
            Act.DENY,
        ),
        (
            "Tolliver opened a mill. “No sack has ever been relabelled at the mill,” "
            "said Ben Ode, its chief executive.",
            Act.ASSERT,
        ),
        (
            "Tolliver rejected the claim. “No sack has ever been relabelled at the mill,” "
            "said Ana Roe, a grower.",
            Act.ASSERT,
        ),
    ],
)
def test_a_flat_negative_denies_only_where_it_goes_on_with_a_denial(text: str, act: Act) -> None:
    found = holding(find_statements(document_of(text), KIT), "No sack has ever")
    assert found.act is act
