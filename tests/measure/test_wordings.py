"""Wordings: a share in words and the percentage beside it."""

from collections.abc import Callable

import pytest

from onrecord.model import Check

Checks = Callable[[str], list[Check]]


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("A third of the tenants, 33%, say so.", "holds"),
        ("A third of the tenants, 48%, say so.", "fails"),
        ("More than half of them, 56%, agree.", "holds"),
        ("More than half of them, 48%, agree.", "fails"),
        ("Nearly half (47%) agree.", "holds"),
        ("Half the staff – 46 per cent – are here.", "holds"),
        ("Half the staff – 66 per cent – are here.", "fails"),
        ("Nearly half (30%) agree.", "fails"),
        ("Less than a quarter of them (31%) agree.", "fails"),
        ("A clear majority of the tenants, 56 percent, agreed.", "holds"),
        ("A clear majority of the tenants, 46 percent, agreed.", "fails"),
        ("A small minority of the tenants (62 percent) left.", "fails"),
    ],
)
def test_a_share_in_words_fits_its_percentage(checks_of: Checks, text: str, verdict: str) -> None:
    assert [(check.kind, check.verdict) for check in checks_of(text)] == [("share", verdict)]


@pytest.mark.parametrize(
    "text",
    [
        "Half of the women, 40% of the men agree.",
        "A third of the tenants, 45% in the south, agree.",
        "A third of the tenants left, and 45% of the rest, too.",
        "A majority of the tenants wants 46 percent more.",
        "A majority stake, 46 percent of it held by Orla, is for sale.",
    ],
)
def test_another_share_is_not_the_same_again(checks_of: Checks, text: str) -> None:
    assert checks_of(text) == []


def test_what_a_bound_in_words_was_taken_as_is_printed(checks_of: Checks) -> None:
    (check,) = checks_of("More than half of them, 56%, agree.")
    assert check.says.startswith("More than half = 50 % (taken as 49.5 % or more")
