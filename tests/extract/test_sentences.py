"""Long contents taken apart."""

from onrecord.extract.segments import Segment
from onrecord.extract.sentences import split_content
from tests.extract.pages import page_of


def texts(text: str, *pieces: tuple[int, int]) -> list[str]:
    page = page_of(text)
    segments = [Segment(*p) for p in pieces] or [Segment(0, len(page.words))]
    return [
        " … ".join(page.text[slice(*page.span(*piece))] for piece in part)
        for part in split_content(page, segments)
    ]


def test_each_sentence_of_a_quotation_stands_alone() -> None:
    found = texts('"We value our staff. The mill will stay open."')
    assert found == ['"We value our staff.', 'The mill will stay open."']


def test_one_sentence_is_not_taken_apart() -> None:
    assert texts("The mill will stay open.") == []


def test_a_broken_sentence_stays_together() -> None:
    text = '"We are sure," she said, "that it holds. We will wait for May."'
    found = texts(text, (0, 6), (9, 21))
    assert found == ['"We are sure," … "that it holds.', 'We will wait for May."']


def test_a_sentence_of_few_words_is_left_in_the_whole() -> None:
    assert texts("No way. The mill will stay open.") == ["The mill will stay open."]
