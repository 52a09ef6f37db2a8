"""Author, outlet and publication date as a page prints them."""

import pytest

from tests.read.conftest import PROSE, SECOND, Read


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("February 4, 2026", "2026-02-04"),
        ("Published: 4 Feb 2026, 10:15 GMT", "2026-02-04"),
        ("Updated Feb. 4, 2026, 10:15 a.m. ET", "2026-02-04"),
        ("By Mira Holt | February 4, 2026", "2026-02-04"),
        ("2026-02-04", "2026-02-04"),
        ("London, 4 Feb 2026 09:15 GMT", "2026-02-04"),
    ],
)
def test_a_date_at_the_head_of_a_page_is_its_publication_date(
    line: str, day: str, read: Read
) -> None:
    assert read(f"Harlow buys trucks\n\n{line}\n\n{PROSE}").published == day


@pytest.mark.parametrize(
    "line",
    ["Date:", "February 4", "Road Notes", "Screen shot 2014-10-23 at 4.11.02 PM",
     "Harlow opened the yard on February 4, 2026, and Kestrel came to see it.",
     "— Mira Holt (@miraholt) October 22, 2014"],
)  # fmt: skip
def test_no_publication_date_is_made_of_anything_else(line: str, read: Read) -> None:
    assert read(f"Harlow buys trucks\n\n{line}\n\n{PROSE}").published is None


def test_the_published_date_outranks_the_update(read: Read) -> None:
    head = "Harlow buys trucks\n\nUpdated March 9, 2026\nPublished March 1, 2026\n\n"
    assert read(head + PROSE).published == "2026-03-01"


def test_the_date_that_the_carrier_gives_outranks_the_page(read: Read) -> None:
    document = read(f"Trucks\n\nMarch 1, 2026\n\n{PROSE}", published="2026-03-05T08:00:00Z")
    assert document.published == "2026-03-05"


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("By Mira Holt", "Mira Holt"),
        ("By Mira Holt and Tom Lee, staff writers", "Mira Holt and Tom Lee"),
        ("By: Mira Holt | Lund | Posted: January 8, 2015 2:10 pm", "Mira Holt"),
        ("BY MIRA HOLT", "Mira Holt"),
    ],
)
def test_a_byline_names_the_author(line: str, name: str, read: Read) -> None:
    assert read(f"Harlow buys trucks\n\n{line}\n\n{PROSE}").author == name


def test_a_sentence_that_begins_with_by_names_no_author(read: Read) -> None:
    line = "By Monday the trucks had left the yard."
    assert read(f"Harlow buys trucks\n\n{line}\n\n{PROSE}").author is None


def test_the_outlet_is_the_pages_host_or_that_of_its_own_mail_address(read: Read) -> None:
    contact = "14 Mill Lane Leeds Contact us: desk@northernlorry.example"
    assert read(f"{PROSE}\n\n{SECOND}\n\n{contact}").outlet == "northernlorry.example"
    assert read(PROSE, url="https://www.lorry.example/a").outlet == "lorry.example"
    assert read(PROSE, url="https://www.lorry.example/a", outlet="Lorry").outlet == "Lorry"


def test_a_private_mail_address_names_no_outlet(read: Read) -> None:
    assert read(f"{PROSE}\n\nContact: mira.holt@gmail.com").outlet is None
