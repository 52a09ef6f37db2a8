"""When something was said."""

import pytest

from onrecord.kit import load_kit
from onrecord.model import Capture, Span, When, Where
from onrecord.read import find_dates, make_document, said_at

PUBLISHED = "2026-02-04"


def said(text: str, cue: str, published: str | None = PUBLISHED) -> When | None:
    document = make_document(Capture(text=text, published=published), load_kit())
    start = text.index(cue)
    spans = [Span(start, start + len(cue))]
    return said_at(document, find_dates(document), spans, Where.TEXT)


@pytest.mark.parametrize(
    ("text", "cue", "start", "end"),
    [
        ("Two days ago, Lorry News reported it.", "reported", "2026-02-02", "2026-02-02"),
        ("Harlow said on Monday that it would buy.", "said", "2026-02-02", "2026-02-02"),
        ("It is false, Harlow said in a letter on Monday.", "said", "2026-02-02", "2026-02-02"),
        ("Kestrel on Tuesday publicly denied the report.", "denied", "2026-02-03", "2026-02-03"),
        ("Harlow announced last week that it would buy.", "announced", "2026-01-26", "2026-02-01"),
        ("Brandt told Lorry News on 3 January 2026 so.", "told", "2026-01-03", "2026-01-03"),
        ("Harlow said this week it would buy.", "said", "2026-02-02", "2026-02-04"),
    ],
)  # fmt: skip
def test_a_date_beside_the_saying_is_when_it_was_said(
    text: str, cue: str, start: str, end: str
) -> None:
    assert said(text, cue) == When(start, end, "text")


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("Harlow said sales fell in November.", "said"),
        ("Harlow said the line would open by early 2027.", "said"),
        ("Harlow said trucks sold in January would be recalled.", "said"),
        ("It fell in January. Harlow said that it was sorry.", "said"),
        ("The plan, scrapped in November, was sound, Harlow said.", "said"),
        ("Harlow said it was sorry.", "said"),
        ("Lorry News withdraws its report of 2 January 2026.", "withdraws its report"),
    ],
)
def test_a_date_of_what_was_said_is_not_when_it_was_said(text: str, cue: str) -> None:
    assert said(text, cue) == When(None, PUBLISHED, "published")


def test_without_any_date_nothing_tells_when_it_was_said() -> None:
    assert said("Harlow said it was sorry.", "said", None) is None
    assert said("Two days ago, Harlow said it was sorry.", "said", None) is None


def test_what_has_no_cue_was_said_when_it_was_published() -> None:
    text = "Two days ago, the last hall of Kestrel Motors at Lund burned down in the night."
    assert said(text, text[14:]) == When(None, PUBLISHED, "published")


def test_a_title_outside_the_text_was_said_when_it_was_published() -> None:
    document = make_document(
        Capture(text="Harlow said so.", title="Harlow denied it on Monday", published=PUBLISHED),
        load_kit(),
    )
    found = said_at(document, find_dates(document), [Span(7, 13)], Where.TITLE)
    assert found == When(None, PUBLISHED, "published")
