"""Where names begin and end, and which capitalised words are none."""

import pytest

from .conftest import Read


def texts(read: Read, text: str) -> list[str]:
    """The words of each mention that names somebody."""
    return [mention.text for mention in read(text)[0] if mention.entity]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "So said Anna Sorrel of the Cooks Staff Association.",
            ["Anna Sorrel", "Cooks Staff Association"],
        ),
        ("They agreed terms with Vessrin for Anna Sorrel.", ["Vessrin", "Anna Sorrel"]),
        ("It met the Upper Division of Wessock.", ["Upper Division of Wessock"]),
        ("The Centre for Salt Studies met.", ["Centre for Salt Studies"]),
        ("The Wessock Cooks' Union met.", ["Wessock Cooks' Union"]),
        ("They met the Wessock-based maker.", ["Wessock"]),
        ("It was Corlin Target, her lawyer.", ["Corlin Target"]),
        ("They met Miss Planet Alicia Sorrel.", ["Alicia Sorrel"]),
        ("They met the Orlander Alicia Sorrel.", ["Alicia Sorrel"]),
        ("They met Abdel Hamid Sorrel.", ["Abdel Hamid Sorrel"]),
        ("Delighted Mrs Ostvel left.", ["Ostvel"]),
    ],
)
def test_a_run_of_capitals_is_cut_where_a_name_ends(
    read: Read, text: str, wanted: list[str]
) -> None:
    assert texts(read, text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "Hauliers say no.",
        "Harbour pilots want sleep.",
        "Industry Pushback on Swedish Automakers in the N.Q.\n\nIt is over.\n",
        "They spoke of Hauliers at length.",
        "Regulatory Pushback\n\nIt is over.\n",
        "Zorbling is over. They like zorbling.",
        "Wessock Quietly Shelves Its Bold Plan\n\nThe plan is off.\n",
    ],
)
def test_a_plain_word_at_the_head_names_nobody(read: Read, text: str) -> None:
    assert texts(read, text) == []


def test_a_headline_has_the_names_that_its_body_has(read: Read) -> None:
    text = "Quorrel Negotiates Freight Deal With Vessrin\n\nTalks of Quorrel and Vessrin failed.\n"
    assert texts(read, text) == ["Quorrel", "Vessrin"] * 2


def test_a_line_that_is_a_name_stays_one(read: Read) -> None:
    assert texts(read, "Anna Sorrel\n\nIt is over, Anna Sorrel said.\n") == ["Anna Sorrel"] * 2
