"""Lines of a page's head, known piece by piece."""

import pytest

from onrecord.kit import load_kit
from onrecord.read.bylines import is_masthead_line, is_person
from onrecord.read.paragraphs import find_paragraphs


@pytest.mark.parametrize(
    "line",
    [
        "Lund Gazette | Business | Mira Holt | 9 February 2026",
        "The Lund Ledger • Feb 9, 2026 • 4 min read",
        "The Lund Herald – Business",
        "Lund, 9 February 2026 (Pier Observer)",
        "Vol. 12, No. 34",
        "*Lund Gazette, 9 February 2026*",
    ],
)
def test_a_line_of_nothing_but_outlet_date_name_and_section_is_a_masthead(line: str) -> None:
    assert is_masthead_line(find_paragraphs(line)[0], load_kit())


@pytest.mark.parametrize(
    "line",
    [
        "Lund Herald – how a paper was sold",
        "Harlow Freight, 9 February 2026",
        "Business, politics and money",
        "Kestrel Motors | Harlow buys forty trucks",
        "Lund Herald",
        "9 February 2026: the day of the trucks, the Lund Herald says",
    ],
)
def test_a_line_with_anything_else_in_it_is_none(line: str) -> None:
    assert not is_masthead_line(find_paragraphs(line)[0], load_kit())


@pytest.mark.parametrize("line", ["Mira Holt", "— Mira Holt", "MIRA HOLT"])
def test_a_given_name_and_another_are_a_person(line: str) -> None:
    assert is_person(line, load_kit())


@pytest.mark.parametrize("line", ["Lund", "Kestrel Motors", "Mira Holt said", "Emily Gazette"])
def test_other_words_are_no_person(line: str) -> None:
    assert not is_person(line, load_kit())
