"""Whatever is thrown at it is read in bounded time, with exact spans and without floods.

No test asserts a time: one that took quadratic time would run into the suite's own limit.
"""

from collections.abc import Iterable, Iterator

import pytest

from onrecord import flow
from onrecord.kit import load_kit
from onrecord.model import Capture, Reading, Where
from onrecord.text import cut

from .strange import ARTICLE, HEAPS, LONG, SILENT, SPOKEN

READERS = ("rules", "learned")
# A dense article has about 80 statements in 1,000 words, a chat of nothing but hearsay 130.
MOST_PER_1000_WORDS = 200


def read(text: str, reader: str) -> Reading:
    """A text read as the product reads it."""
    return flow.read(Capture(text=text), load_kit(), reader=reader)


def misplaced(page: Reading) -> list[str]:
    """What says other words than stand where it points."""
    document = page.document
    wrong = []
    for name, where, spans, said in _pieces(page):
        text = document.string(where)
        fits = all(0 <= start < end <= len(text) for start, end in spans)
        if not fits or cut(text, spans) != said:
            wrong.append(f"{name}: {said!r} at {spans}")
    return wrong


def _pieces(page: Reading) -> Iterator[tuple[str, Where, Iterable[tuple[int, int]], str]]:
    for one in (*page.statements, *page.assertions):
        for part in (one.source, one.cue, one.content):
            if part is not None:
                yield one.id, part.where, part.spans, part.text
    for mark in (*page.mentions, *page.figures):
        yield mark.text, mark.where, [(mark.start, mark.end)], mark.text
    for date in page.dates:
        yield date.text, Where.TEXT, [(date.start, date.end)], date.text


def check(text: str, reader: str) -> Reading:
    """Read a text; its spans are exact, its order fixed, its statements no flood."""
    page = read(text, reader)
    assert page.document.text == text
    assert misplaced(page) == []
    words = len(text.split())
    assert len(page.statements) <= max(3, words * MOST_PER_1000_WORDS / 1000)
    return page


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("name", SPOKEN)
def test_speech_is_found_in_a_strange_text(name: str, reader: str) -> None:
    assert check(SPOKEN[name](), reader).statements


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("name", SILENT)
def test_nobody_speaks_where_nobody_does(name: str, reader: str) -> None:
    page = check(SILENT[name](), reader)
    assert [(s.source, s.cue, s.content) for s in page.statements] == []


@pytest.mark.slow
@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("name", HEAPS)
def test_a_heap_of_marks_is_read_and_holds_no_speech(name: str, reader: str) -> None:
    size = 100_000 if reader == "rules" else 20_000
    assert check(HEAPS[name]()[:size], reader).statements == ()


@pytest.mark.parametrize("name", HEAPS)
def test_a_heap_of_marks_is_cut_into_passages(name: str) -> None:
    from onrecord.read import make_document

    text = HEAPS[name]()
    document = make_document(Capture(text=text), load_kit())
    assert document.text == text
    assert all(0 <= one.start < one.end <= len(text) for one in document.passages)


@pytest.mark.slow
@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("name", LONG)
def test_a_long_text_is_read(name: str, reader: str) -> None:
    page = read(LONG[name](), reader)
    assert misplaced(page) == []
    assert page.statements


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize(
    ("before", "newline"), [("", "\r\n"), ("", "\r"), ("", "\u2028"), ("\ufeff", "\n")]
)
def test_line_ends_and_a_byte_order_mark_change_nothing_that_is_found(
    before: str, newline: str, reader: str
) -> None:
    changed = before + ARTICLE.replace("\n", newline)
    assert told(read(changed, reader)) == told(read(ARTICLE, reader))


def told(page: Reading) -> list[tuple[str | None, str, str]]:
    """Who says what, in which act."""
    return [(s.source and s.source.text, s.content.text, s.act) for s in page.statements]


@pytest.mark.parametrize("reader", READERS)
def test_a_strange_text_is_read_the_same_twice(reader: str) -> None:
    text = SPOKEN["languages mixed"]()
    assert read(text, reader) == read(text, reader)
