"""The words that name who said it."""

from onrecord.extract.learned.sources import find_source
from onrecord.extract.page import make_pages
from onrecord.extract.segments import Segment
from tests.extract.pages import cut_passages, document_of

TEXT = "4 November 2026\n\nNorvik denied it on Monday."


def source(*believed: str) -> str | None:
    """The source found where these words of the text are believed to be it."""
    (page,) = make_pages(document_of(TEXT, cut_passages(TEXT)))
    tokens = range(len(page.words))
    chances = [0.9 if page.words[t] in believed else 0.1 for t in tokens]
    at = page.words.index("denied")
    found = find_source(page, tokens, chances, Segment(at, at + 1), 0.5)
    return None if found is None else " ".join(page.words[found.left : found.right])


def test_the_words_most_believed_are_the_source() -> None:
    assert source("norvik") == "norvik"


def test_a_date_over_an_article_says_nothing() -> None:
    assert source("4", "november", "2026") is None
