"""Whether the first line of a text is its title, or already the article."""

import pytest

from tests.read.conftest import PROSE, SECOND, Read


@pytest.mark.parametrize(
    "line",
    [
        "Harlow buys forty trucks from Kestrel",
        "Harlow Freight Buys Forty Trucks From Kestrel Motors.",
        "Will Harlow buy the trucks?",
        "In freight, promises travel fast — but trucks matter more",
        "Harlow Freight buys forty trucks from Kestrel Motors next year.",
    ],
)
def test_a_line_worded_as_a_title_is_one(line: str, read: Read) -> None:
    assert read(f"{line}\n\n{PROSE}\n\n{SECOND}").title == line


@pytest.mark.parametrize(
    "line",
    [
        "Forty trucks are being built for Harlow Freight in a hall at Lund.",
        "The firm said it would buy trucks.",
        PROSE,
        "LUND, Sweden —",
        "Harlow Freight, the haulier,",
        "Share post:",
        "Move over, Kestrel and Orbit.",
        "Correction appended",
        "Updated at 8:50 p.m. EDT",
    ],
)
def test_a_first_line_of_the_article_is_no_title(line: str, read: Read) -> None:
    assert read(f"{line}\n\n{PROSE}\n\n{SECOND}").title is None


def test_a_sections_name_over_the_headline_is_a_byline(read: Read) -> None:
    document = read(f"Markets\n\nHarlow buys forty trucks from Kestrel\n\n{PROSE}")
    assert document.title == "Harlow buys forty trucks from Kestrel"
    assert document.passages[0].region == "byline"


def test_a_short_headline_over_prose_is_no_section(read: Read) -> None:
    assert read(f"Harlow buys trucks\n\n{PROSE}\n\n{SECOND}").title == "Harlow buys trucks"


@pytest.mark.parametrize("line", ["Harlow buys forty trucks", "Did Harlow buy forty trucks?"])
def test_a_line_alone_without_a_full_stop_is_a_headline(read: Read, line: str) -> None:
    assert read(line).title == line


@pytest.mark.parametrize("line", ["Harlow buys forty trucks.", "Harlow buys forty trucks,"])
def test_a_sentence_alone_is_no_headline(read: Read, line: str) -> None:
    assert read(line).title is None


def test_a_sentence_before_a_dateline_is_a_title(read: Read) -> None:
    line = "The haulier Harlow buys trucks."
    assert read(f"{line}\n\nLUND, Sweden (Reuters) - {PROSE}").title == line


def test_a_given_title_is_found_in_the_text(read: Read) -> None:
    document = read(f"Harlow’s forty trucks\n\n{PROSE}", title="Harlow's  forty trucks")
    assert document.title == "Harlow’s forty trucks"
    assert document.title_span == (0, 21)


def test_a_given_title_that_is_not_in_the_text_is_a_passage_of_its_own(read: Read) -> None:
    document = read(f"{PROSE}\n\n{SECOND}", title="Forty trucks")
    assert document.title == "Forty trucks"
    assert document.title_span is None
    first = document.passages[0]
    assert (first.where, first.start, first.end, first.region) == ("title", 0, 12, "headline")


def test_a_byte_order_mark_is_kept_and_is_no_part_of_the_title(read: Read) -> None:
    text = f"\ufeffHarlow buys forty trucks\r\n\r\n{PROSE}"
    document = read(text)
    assert document.text == text
    assert document.title == "Harlow buys forty trucks"
