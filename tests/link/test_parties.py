"""Names of parties across pages."""

import pytest

from onrecord.link.parties import full_names, same_party


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("Norvik", "Norvik Shipping", True),
        ("Norvik Shipping", "Norvik", True),
        ("New Harbour Post", "New Harbour Times", False),
        ("Belmar", "Norvik", False),
        ("Nor", "Norvik", False),
    ],
)
def test_one_name_begins_with_the_other(left: str, right: str, same: bool) -> None:
    assert same_party(left, right) is same


def test_a_short_name_takes_its_only_long_form() -> None:
    assert full_names(["Norvik", "Norvik Shipping"])["Norvik"] == "Norvik Shipping"


def test_a_short_name_with_two_long_forms_stays() -> None:
    assert full_names(["Norvik", "Norvik Shipping", "Norvik Dairy"])["Norvik"] == "Norvik"
