"""Quotations that no cue introduces."""

from onrecord.extract.attributions import Attribution
from onrecord.extract.page import Page
from onrecord.extract.quotes import find_loose_quotations
from onrecord.extract.segments import Segment
from tests.extract.pages import page_of


def said_first(page: Page) -> Attribution:
    """The attribution of a first paragraph that reads `"…," Ana Roe said.`"""
    words = page.words
    cue = words.index("said")
    return Attribution(Segment(cue - 2, cue), Segment(cue, cue + 1), (Segment(0, cue - 2),), 0.9)


def test_a_quoted_paragraph_goes_on_with_the_speaker_before() -> None:
    page = page_of('"The mill is safe," Ana Roe said.\n"We will open the second one in May."')
    (found,) = find_loose_quotations(page, [said_first(page)])
    assert found.source == said_first(page).source
    assert page.sentence[found.content[0].left] == 1


def test_a_paragraph_with_words_of_the_author_is_not_taken() -> None:
    page = page_of('"The mill is safe," Ana Roe said.\n"Open in May" is the motto of the town.')
    assert find_loose_quotations(page, [said_first(page)]) == []


def test_a_quoted_paragraph_after_plain_text_has_no_speaker() -> None:
    page = page_of('The mill burned.\n"We will open the second one in May."')
    assert find_loose_quotations(page, []) == []
