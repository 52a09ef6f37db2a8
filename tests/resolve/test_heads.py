"""The head of a source's words."""

import pytest

from onrecord.resolve.heads import read_head


@pytest.mark.parametrize(
    ("words", "determiner", "noun"),
    [
        ("a spokesman for Norvane", "a", "spokesman"),
        ("the automaker", "the", "automaker"),
        ("both companies", "both", "companies"),
        ("One of its sources", "one its", "sources"),
        ("people familiar with the plans", "", "people"),
        ("", "", ""),
    ],
)
def test_the_noun_that_speaks_is_the_head(words: str, determiner: str, noun: str) -> None:
    head = read_head(words)
    assert (head.determiner, head.noun) == (determiner, noun)


def test_only_the_known_is_definite() -> None:
    assert read_head("the company").definite
    assert not read_head("a company").definite
