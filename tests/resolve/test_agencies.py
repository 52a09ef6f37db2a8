"""A news agency is an outlet's like, and no office of a government."""

import pytest

from tests.resolve.conftest import Read


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("The Norda News Agency reported it.", "Norda News Agency", "agency"),
        ("The Meridian Press Agency reported it.", "Meridian Press Agency", "agency"),
        ("The Norda Space Agency reported it.", "Norda Space Agency", "government"),
    ],
)
def test_a_news_agency_is_no_authority(read: Read, text: str, name: str, role: str) -> None:
    _, entities = read(text)
    assert [(e.name, e.role) for e in entities] == [(name, role)]
