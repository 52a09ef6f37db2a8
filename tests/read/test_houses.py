"""Outlets that only the place of their name tells."""

import pytest

from onrecord.kit import load_kit
from onrecord.read.houses import is_house

from .conftest import PROSE, SECOND, Read

TITLE = "Harlow buys forty trucks from Kestrel"


@pytest.mark.parametrize(
    ("lines", "outlet"),
    [
        ("Goal Line\n9 February 2026", "Goal Line"),
        ("Market Daily\n9 February 2026", "Market Daily"),
        ("City Wire, 9 February 2026", "City Wire"),
        ("The Freight Desk\n9 February 2026", "Freight Desk"),
        ("LorryWatch\n9 February 2026", "LorryWatch"),
        ("LorryWatch.example\n9 February 2026", "LorryWatch.example"),
        ("9 February 2026\nTruth Now Online", "Truth Now Online"),
        ("LorryWatch, 9 February 2026", "LorryWatch"),
        ("Goal Line | 9 February 2026", "Goal Line"),
        ("9 February 2026 | Goal Line", "Goal Line"),
        ("Coast Radio, February 9, 2026", "Coast Radio"),
        ("By Mira Holt, The Ledger Post\n9 February 2026", "Ledger Post"),
        ("By Mira Holt, The Freight Desk\n9 February 2026", "Freight Desk"),
    ],
)
def test_a_name_beside_the_date_or_the_author_is_the_outlet(
    lines: str, outlet: str, read: Read
) -> None:
    document = read(f"{TITLE}\n\n{lines}\n\n{PROSE}\n\n{SECOND}")
    assert (document.title, document.outlet) == (TITLE, outlet)
    assert document.published == "2026-02-09"


@pytest.mark.parametrize(
    "lines",
    [
        "Lund\n9 February 2026",
        "Port Ellan, 9 February 2026",
        "New York\n9 February 2026",
        "The Hague, 9 February 2026",
        "Mira Holt\n9 February 2026",
        "MacDonald\n9 February 2026",
        "By Mira Holt, Health Reporter\n9 February 2026",
        "By Mira Holt, Lund\n9 February 2026",
        "By Mira Holt, City Desk\n9 February 2026",
        "The Associated Press\n9 February 2026",
        "Business News\n9 February 2026",
        "Real Estate\n9 February 2026",
        "Exclusive\n9 February 2026",
        "Goal Line",
    ],
)
def test_a_place_an_author_a_desk_or_an_agency_there_is_no_outlet(lines: str, read: Read) -> None:
    assert read(f"{TITLE}\n\n{lines}\n\n{PROSE}\n\n{SECOND}").outlet is None


def test_the_address_of_a_page_counts_for_more(read: Read) -> None:
    text = f"{TITLE}\n\nGoal Line\n9 February 2026\n\n{PROSE}\n\n{SECOND}"
    assert read(text, url="https://lorry.example/a").outlet == "lorry.example"


@pytest.mark.parametrize("name", ["a goal line", "Goal", "Line of the sea and the sky and Lund"])
def test_what_has_no_form_of_a_name_is_none(name: str) -> None:
    assert not is_house(name, load_kit())
