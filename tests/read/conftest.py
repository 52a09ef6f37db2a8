"""Shorthand for the tests of reading: a text to a document, and what its passages are."""

from collections.abc import Callable

import pytest

from onrecord.kit import load_kit
from onrecord.model import Capture, Document, RegionKind, Where
from onrecord.read import make_document

Read = Callable[..., Document]
Kinds = Callable[..., list[tuple[str, str]]]

PROSE = (
    "Harlow Freight said on Monday that it would buy forty trucks from Kestrel Motors next year. "
    "The price was not given."
)
SECOND = (
    "A spokesman for Kestrel Motors said the trucks would be built in Lund. He gave no date for "
    "the first of them."
)


@pytest.fixture
def read() -> Read:
    """A text, with what its carrier told, to a document."""

    def read_text(text: str, **told: str) -> Document:
        return make_document(Capture(text=text, **told), load_kit())  # type: ignore[arg-type]

    return read_text


@pytest.fixture
def kinds(read: Read) -> Kinds:
    """The passages of a text, each with its region."""

    def read_kinds(text: str, **told: str) -> list[tuple[str, str]]:
        document = read(text, **told)
        return [
            (one.region.value, text[one.start : one.end])
            for one in document.passages
            if one.where is Where.TEXT
        ]

    return read_kinds


def body_of(kinds: list[tuple[str, str]]) -> list[str]:
    """The sentences of the body."""
    return [words for kind, words in kinds if kind == RegionKind.BODY]
