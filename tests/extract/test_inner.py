"""Speakers inside what others say."""

import pytest

from onrecord.extract.attributions import Attribution
from onrecord.extract.inner import add_inner_speakers
from onrecord.extract.segments import Segment
from tests.extract.pages import KIT, page_of


def inner_of(text: str) -> list[tuple[str, str]]:
    """Source and content of what is found inside the words after "reports"."""
    page = page_of(text)
    cue = page.words.index("reports")
    content = Segment(cue + 1, len(page.words))
    outer = Attribution(Segment(0, cue), Segment(cue, cue + 1), (content,), 0.9)
    found = add_inner_speakers(page, [outer], KIT)[1:]
    return [(words(text, page, one.source), words(text, page, one.content[0])) for one in found]


def words(text: str, page: object, part: Segment | None) -> str:
    """The characters of a segment."""
    if part is None:
        return ""
    start, end = page.span(*part)  # type: ignore[attr-defined]
    return text[start:end]


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        (
            "The Harbour Post reports that a source at the mill said it had been sold.",
            "a source at the mill",
            "it had been sold",
        ),
        (
            "The Post reports that Tolliver Mills had confirmed that the ovens are cold.",
            "Tolliver Mills",
            "that the ovens are cold",
        ),
        (
            "The Post reports the chairman told the staff that the ovens would go.",
            "the chairman",
            "that the ovens would go",
        ),
        (
            "The Post reports that Ada Brill told police she had locked the mill.",
            "Ada Brill",
            "she had locked the mill",
        ),
    ],
)
def test_who_is_reported_as_speaking_is_found_inside(text: str, source: str, content: str) -> None:
    assert inner_of(text) == [(source, content)]


@pytest.mark.parametrize(
    "text",
    [
        "The Post reports that the claims of the miller were large.",
        "The Post reports that the mill said on Monday.",
        'The Post reports that the mill closed and "the owner said he was sorry".',
        "The Post reports that the flour was said to be mouldy.",
    ],
)
def test_a_noun_a_passive_and_a_quotation_hold_no_inner_speaker(text: str) -> None:
    assert inner_of(text) == []
