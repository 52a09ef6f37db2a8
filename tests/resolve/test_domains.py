"""Outlets that are called by their address."""

import pytest

from onrecord.model import EntityKind

from .conftest import Read


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("According to larchnews.com.au, he left.", "larchnews.com.au"),
        ("He left, larch-post.com reports.", "larch-post.com"),
        ("He left, the www.larchpost.co.uk reported.", "larchpost.co.uk"),
        ("He left, according to harbourpost.com.", "Harbour Post"),
    ],
)
def test_an_address_that_reports_is_an_outlet(read: Read, text: str, name: str) -> None:
    (found,) = [e for e in read(text)[1] if e.kind is EntityKind.ORGANISATION]
    assert (found.name, found.role) == (name, "outlet")


@pytest.mark.parametrize(
    "text",
    [
        "He bought larchshoes.com in May.",
        "Write to the desk by ada@larchnews.com at once.",
        "He left, according to http://larchnews.com/story he said.",
        "It was reported by him.she said no.",
        "He paid according to table.xlsx on Monday.",
    ],
)
def test_an_address_that_reports_nothing_is_none(read: Read, text: str) -> None:
    assert not [e for e in read(text)[1] if e.role == "outlet"]
