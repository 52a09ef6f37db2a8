"""A capture to a document: laws that hold for any text."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from onrecord.kit import load_kit
from onrecord.model import Capture, Where, make_id
from onrecord.read import find_dates, make_document
from tests.read.conftest import PROSE, SECOND

LINES = st.sampled_from(
    [PROSE, SECOND, "Share post:", "Related articles", "Harlow Buys Trucks", "", " ", "\r",
     "Table of Contents", "By Mira Holt", "February 4, 2026", "In my view, it is much.", "* * *",
     "LUND (Reuters) - It is so.", "“Quoted,” he said.", "\ufeff", "玫瑰", "1. THIRD ITEM HERE",
     "Orbit Rail has sold nine depots to Tarn Capital, it said.", "Looking Ahead"]
)  # fmt: skip


@given(st.lists(LINES, max_size=14), st.none() | st.just("Harlow Buys Trucks"))
def test_any_page_is_covered_by_regions_and_cut_into_passages_that_fit(
    lines: list[str], title: str | None
) -> None:
    text = "\n".join(lines)
    document = make_document(Capture(text=text, title=title), load_kit())
    assert document.text == text
    edges = [edge for one in document.regions for edge in (one.start, one.end)]
    assert edges == sorted(edges)
    assert sum(one.end - one.start for one in document.regions) == len(text)
    stories = {one.id for one in document.stories}
    last = 0
    for one in document.passages:
        assert one.story is None or one.story in stories
        if one.where is Where.TEXT:
            assert last <= one.start < one.end <= len(text)
            assert text[one.start : one.end].strip("\ufeff \r") == text[one.start : one.end]
            last = one.end
    for story in document.stories:
        assert (story.start, story.end) == (story.spans[0].start, story.spans[-1].end)
    if document.title_span:
        assert text[slice(*document.title_span)] == document.title
    find_dates(document)


def test_a_document_is_known_by_its_text_and_what_its_carrier_says_of_it() -> None:
    capture = Capture(text=f"{PROSE}\n\n{SECOND}", url="https://l.example/a", title="Trucks")
    one = make_document(capture, load_kit())
    again = make_document(replace(capture, captured="2026-02-05", path="x.txt"), load_kit())
    assert one.id == again.id
    assert one.id == make_id(
        "document", one.text_sha256, "https://l.example/a", "l.example", "Trucks", None
    )
    other = make_document(replace(capture, published="2026-02-04"), load_kit())
    assert other.id != one.id
    assert one.version_of is None


def test_a_page_of_a_million_characters_without_a_break_is_read_in_a_second() -> None:
    for piece in ("a", "A ", "word, ", "1 ", "“'\"", "May ", "by ", "@", "- ", "20", "In my view "):
        text = piece * (200_000 // len(piece))
        make_document(Capture(text=text), load_kit())
