"""Sentences that are too long to read are cut."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.read.passages import LONGEST, cut_long

from .conftest import PROSE, Read


def test_a_sentence_of_usual_length_is_left_whole(read: Read) -> None:
    assert list(cut_long(PROSE, 0, len(PROSE))) == [(0, len(PROSE))]


def test_a_long_sentence_is_cut_behind_a_pause() -> None:
    text = "it was late and the lorries came in, " * 100
    pieces = [text[a:b] for a, b in cut_long(text, 0, len(text))]
    assert all(len(piece) <= LONGEST for piece in pieces)
    assert all(piece.endswith("came in,") for piece in pieces[:-1])
    assert " ".join(pieces).split() == text.split()


def test_speech_without_any_mark_is_cut_between_words(read: Read) -> None:
    text = "so the company said it would not close the works " * 100
    page = read(text)
    words = [text[one.start : one.end].split() for one in page.passages]
    assert [word for piece in words for word in piece] == text.split()
    assert max(one.end - one.start for one in page.passages) <= LONGEST


def test_a_word_without_end_is_cut_where_it_is_full() -> None:
    assert list(cut_long("x" * 4_500, 0, 4_500)) == [(0, 2_000), (2_000, 4_000), (4_000, 4_500)]


@pytest.mark.parametrize("tail", ["", " ", ", "])
def test_nothing_is_left_over_at_the_end(tail: str) -> None:
    text = "word " * 399 + "words" + tail
    assert all(a < b for a, b in cut_long(text, 0, len(text)))


@given(st.text(alphabet="ab ,;)\t", max_size=9_000), st.integers(0, 50))
def test_pieces_follow_one_another_and_lose_only_white_space(text: str, start: int) -> None:
    pieces = list(cut_long(text, min(start, len(text)), len(text)))
    ends = [min(start, len(text)), *(end for piece in pieces for end in piece), len(text)]
    gaps = zip(ends[::2], ends[1::2], strict=True)
    assert all(not text[a:b].strip() for a, b in gaps)
    assert all(a < b <= a + LONGEST for a, b in pieces)
