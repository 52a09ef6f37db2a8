"""Lines in title case."""

import pytest

from onrecord.resolve.titling import TitleCase


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Mill Owner Denies Plan To Close Works\nIt said so.", True),
        ("The mill owner denies that it plans to close.\nIt said so.", False),
        ("Mill Owner Denies Plan To Close Works.\nIt said so.", False),
        ("Other News\nIt said so.", True),
        ("By Ada Bell\nIt said so.", False),
    ],
)
def test_a_line_that_capitalises_its_words_is_in_title_case(text: str, wanted: bool) -> None:
    assert TitleCase(text, {"Ada"}).at(0) is wanted
