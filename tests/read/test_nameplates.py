"""Names of outlets, known by their form."""

import pytest

from onrecord.kit import load_kit
from onrecord.read.nameplates import plate_of, plate_strength, print_name, spelled_host


@pytest.mark.parametrize(
    "line",
    ["The Lund Herald", "Lund Post", "THE LUND GAZETTE", "Harlow Consumer Watch", "The Pier Brief",
     "Voice of Lund", "Daily Crane", "BBC News", "The Guardian", "Lund Evening Echo"],
)  # fmt: skip
def test_a_name_made_as_papers_make_theirs_is_an_outlet(line: str) -> None:
    assert plate_strength(line, load_kit())


@pytest.mark.parametrize(
    "line",
    ["Business News", "Morning Report", "The Week", "Auto News", "Emily Post", "Lund", "Mira Holt",
     "Reuters", "Associated Press", "A plan for the Lund Herald", "Kestrel Motors", "Metro",
     "World Press", "Mayor sues Lund Herald", "Herald", "Weather, traffic and news"],
)  # fmt: skip
def test_a_section_a_person_or_an_agency_is_no_outlet(line: str) -> None:
    assert not plate_strength(line, load_kit())


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Lund Gazette, 9 February 2026", "Lund Gazette"),
        ("9 February 2026 · Lund Gazette", "Lund Gazette"),
        ("Lund Gazette 9 February 2026", "Lund Gazette"),
        ("Sunday Times of Lund | 9 February 2026", "Sunday Times of Lund"),
        ("By Mira Holt, Lund Post Staff Writer", "Lund Post"),
        ("By Mira Holt for the Lund Post", "the Lund Post"),
        ("Published in the Lund Post on 9 February 2026", "the Lund Post"),
    ],
)
def test_an_outlet_is_found_beside_a_date_or_an_author(line: str, name: str) -> None:
    span = plate_of(line, load_kit())
    assert span is not None
    assert line[span.start : span.end] == name


@pytest.mark.parametrize(
    "line", ["By Emily Post", "By Mira Holt, Lund", "Lund, 9 February 2026", "Updated: 9 Feb 2026"]
)
def test_an_author_or_a_place_beside_a_date_is_no_outlet(line: str) -> None:
    assert plate_of(line, load_kit()) is None


def test_a_name_in_capitals_is_printed_as_text_has_it() -> None:
    assert print_name("THE VOICE OF LUND") == "The Voice of Lund"
    assert print_name("BBC NEWS") == "BBC News"
    assert print_name("Lund Post") == "Lund Post"


def test_a_host_is_spelled_as_the_page_writes_its_name() -> None:
    text = "Papers seen by the Lund\u00a0Gazette show it. Write to desk@lundgazette.example."
    assert spelled_host("www.lundgazette.example", text) == "Lund\u00a0Gazette"
    assert spelled_host("lund-gazette.co.example", text) == "Lund\u00a0Gazette"


@pytest.mark.parametrize(
    "text",
    ["Write to desk@lundgazette.example.", "Lundgazette is a word.", "They lund gazette nobody."],
)
def test_a_host_that_the_page_writes_nowhere_is_not_spelled(text: str) -> None:
    assert spelled_host("lundgazette.example", text) is None
