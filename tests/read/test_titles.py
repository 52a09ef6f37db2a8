"""The titles of pages, parted from the names of their outlets."""

import pytest

from onrecord.read.pages import capture_page
from onrecord.read.titles import part_title

TEXT = "Harlow buys forty trucks\nHarlow Freight said on Monday that it would buy forty trucks."


@pytest.mark.parametrize(
    ("title", "outlet"),
    [
        ("Harlow buys forty trucks - Lund Herald", "Lund Herald"),
        ("Harlow buys forty trucks | Lund Herald", "Lund Herald"),
        ("Lund Herald | Harlow Buys Forty Trucks", "Lund Herald"),
        ("Harlow buys forty trucks – Business – Lund Herald", None),
        ("Harlow buys forty trucks", None),
        ("Harlow buys forty trucks – the story of a deal that nobody wanted", None),
    ],
)
def test_a_title_that_the_text_repeats_is_parted_from_the_name_behind_it(
    title: str, outlet: str | None
) -> None:
    found = part_title(title, None, TEXT)
    assert found[0] is not None
    assert found[0].lower() == "harlow buys forty trucks"
    assert found[1] == outlet


def test_a_title_ends_before_the_name_of_the_publisher_of_the_page() -> None:
    told = part_title("Trucks for Harlow - Lund Herald", "Lund Herald", TEXT)
    assert told == ("Trucks for Harlow", "Lund Herald")


@pytest.mark.parametrize(
    "title", ["Trucks - a short history", "Lund Herald: Trucks", "Trucks / Lund Herald", None]
)
def test_a_title_without_proof_is_left_whole(title: str | None) -> None:
    assert part_title(title, None, TEXT) == (title, None)
    assert part_title(title, "Lorry Weekly", TEXT) == (title, "Lorry Weekly")


def test_a_page_has_its_headline_without_the_name_of_its_outlet() -> None:
    lead = "<p>Harlow Freight said on Monday that it would buy forty trucks from Kestrel.</p>"
    page = (
        "<html><head><title>Harlow buys forty trucks - Lund Herald</title></head><body><article>"
        f"<h1>Harlow buys forty trucks</h1>{lead * 4}</article></body></html>"
    )
    found = capture_page(page.encode())
    assert (found.title, found.outlet) == ("Harlow buys forty trucks", "Lund Herald")


def test_a_title_of_nothing_but_bars_is_looked_at_once() -> None:
    title = " | " * 300
    assert part_title(title, None, TEXT) == (title, None)
