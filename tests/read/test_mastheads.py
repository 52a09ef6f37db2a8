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
        ("Mira Holt, chief transport writer", "Mira Holt"),
        ("Mira Holt, Lund Gazette", "Mira Holt"),
        ("By Mira Holt for the Lund Gazette", "Mira Holt"),
        ("Mira Holt\nFebruary 4, 2026", "Mira Holt"),
    ],
)
def test_a_byline_names_the_author(line: str, name: str, read: Read) -> None:
    assert read(f"Harlow buys trucks\n\n{line}\n\n{PROSE}").author == name


@pytest.mark.parametrize("line", ["— Mira Holt", "Mira Holt\nMira Holt\n\nShare this story"])
def test_a_name_below_an_article_signs_it(line: str, read: Read) -> None:
    document = read(f"Harlow buys trucks\n\n{PROSE}\n\n{SECOND}\n\n{PROSE}\n\n{line}")
    assert document.author == "Mira Holt"
    assert "byline" in {one.kind for one in document.regions}


def test_a_name_that_stands_twice_below_an_article_signs_it(read: Read) -> None:
    text = f"Harlow buys trucks\n\n{PROSE}\n\n{SECOND}\n\n{PROSE}\n\nAdvertisement"
    assert read(f"{text}\nQuilla Brack\nQuilla Brack").author == "Quilla Brack"
    assert read(f"{text}\nQuilla Brack").author is None


@pytest.mark.parametrize(
    "lines", ["Mira Holt\nTom Lee", "Kestrel Motors", "Mira Holt\nDriver", "Associated Press"]
)
def test_a_list_below_an_article_does_not_sign_it(lines: str, read: Read) -> None:
    document = read(f"Harlow buys trucks\n\n{PROSE}\n\n{SECOND}\n\n{PROSE}\n\n{lines}")
    assert document.author is None


@pytest.mark.parametrize(
    "line",
    ["By Monday the trucks had left the yard.", "Lund\nFebruary 4, 2026",
     "Lund Gazette\nFebruary 4, 2026", "Kestrel, the old maker of trucks"],
)  # fmt: skip
def test_a_sentence_or_a_place_names_no_author(line: str, read: Read) -> None:
    assert read(f"Harlow buys trucks\n\n{line}\n\n{PROSE}").author is None


def test_the_outlet_is_the_pages_host_or_that_of_its_own_mail_address(read: Read) -> None:
    contact = "14 Mill Lane Leeds Contact us: desk@northernlorry.example"
    assert read(f"{PROSE}\n\n{SECOND}\n\n{contact}").outlet == "northernlorry.example"
    assert read(PROSE, url="https://www.lorry.example/a").outlet == "lorry.example"
    assert read(PROSE, url="https://www.lorry.example/a", outlet="Lorry").outlet == "Lorry"


def test_a_private_mail_address_names_no_outlet(read: Read) -> None:
    assert read(f"{PROSE}\n\nContact: mira.holt@gmail.com").outlet is None


TITLE = "Harlow buys forty trucks from Kestrel"


@pytest.mark.parametrize(
    ("head", "outlet"),
    [
        (f"The Lund Herald\n9 February 2026\n\n{TITLE}", "Lund Herald"),
        (f"The Lund Herald\n\n{TITLE}\n\n9 February 2026", "Lund Herald"),
        (f"THE LUND HERALD | 9 February 2026\n\n{TITLE}", "Lund Herald"),
        (f"Markets\nThe Pier Brief\n9 February 2026\n\n{TITLE}", "Pier Brief"),
        (f"{TITLE}\n\nLund Courier\n9 February 2026\nBy Mira Holt", "Lund Courier"),
        (f"{TITLE}\n\nBy Mira Holt\nLund Post\n9 February 2026", "Lund Post"),
        (f"{TITLE}\n\nLund Courier, 9 February 2026", "Lund Courier"),
        (f"{TITLE}\n\n9 February 2026 · Lund Courier", "Lund Courier"),
        (f"{TITLE}\n\nMonday, 9 February 2026\nMira Holt, Lund Daily Echo", "Lund Daily Echo"),
        (f"{TITLE}\n\nPublished in the Lund Post on 9 February 2026", "Lund Post"),
        (f"{TITLE}\n\nBusiness News\n9 February 2026", None),
        (f"{TITLE}\n\nLund\n9 February 2026", None),
        (f"{TITLE}\n\nReuters\n9 February 2026", None),
    ],
)
def test_the_head_of_a_page_gives_outlet_date_and_title(
    head: str, outlet: str | None, read: Read
) -> None:
    document = read(f"{head}\n\n{PROSE}\n\n{SECOND}")
    assert (document.title, document.outlet) == (TITLE, outlet)
    assert document.published == "2026-02-09"


@pytest.mark.parametrize("line", ["Mayor Sues Lund Gazette", "Kestrel Wants Harlow Post"])
def test_a_headline_that_ends_in_the_name_of_a_paper_stays_the_title(line: str, read: Read) -> None:
    document = read(f"{line}\n9 February 2026\n\n{PROSE}\n\n{SECOND}")
    assert (document.title, document.outlet) == (line, None)


def test_words_of_a_headline_return_in_lower_case_and_make_no_masthead(read: Read) -> None:
    line = "Trucks Maker Buys Lund Gazette"
    text = f"{line}\n9 February 2026\n\nIt was sold to a maker of trucks\n\n{PROSE}"
    assert read(text).title == line


@pytest.mark.parametrize(
    ("given", "name"),
    [("The Lund Herald", "Lund Herald"), ("NYTimes", "New York Times"), ("the Lorry", "Lorry"),
     ("lorry.example", "lorry.example"), ("Theatre Weekly", "Theatre Weekly")],
)  # fmt: skip
def test_an_outlet_has_one_name_whoever_gives_it(given: str, name: str, read: Read) -> None:
    assert read(PROSE, outlet=given).outlet == name


def test_a_masthead_outranks_the_host_of_a_mail_address(read: Read) -> None:
    foot = "Contact us: desk@northernlorry.example"
    head = f"{TITLE}\n\nLund Post\n9 February 2026"
    assert read(f"{head}\n\n{PROSE}\n\n{SECOND}\n\n{foot}").outlet == "Lund Post"


def test_a_host_gives_way_to_the_name_that_the_page_prints(read: Read) -> None:
    seen = "Papers seen by the Northern Lorry show the price."
    foot = "Contact us: desk@northernlorry.example"
    assert read(f"{PROSE}\n\n{seen}\n\n{foot}").outlet == "Northern Lorry"
    assert read(f"{PROSE}\n\n{seen}", url="https://www.northernlorry.example/a").outlet == (
        "Northern Lorry"
    )


@pytest.mark.parametrize(
    ("line", "outlet"),
    [
        ("© Lund Post 2026. All rights reserved.", "Lund Post"),
        ("Copyright 2026 The Lund Herald. All rights reserved.", "Lund Herald"),
        ("Copyright 2026 The Associated Press. All rights reserved.", None),
        ("Copyright 2026 Kestrel Motors. All rights reserved.", None),
    ],
)
def test_the_owner_of_the_copyright_is_the_outlet_if_it_is_one(
    line: str, outlet: str | None, read: Read
) -> None:
    assert read(f"{TITLE}\n\n{PROSE}\n\n{SECOND}\n\n{line}").outlet == outlet
