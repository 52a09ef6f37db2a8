"""Arithmetic on spans, and tokens."""

from onrecord.model import Span
from onrecord.text import covers, cut, find_tokens, join_spans, overlap, trim


def test_pieces_are_cut_with_a_gap_between() -> None:
    assert cut("buy forty trucks", [Span(0, 3), Span(10, 16)]) == "buy … trucks"


def test_a_span_loses_the_blanks_at_its_ends() -> None:
    assert trim("  buy  ", 0, 7) == (2, 5)
    assert trim("    ", 0, 4) == (4, 4)


def test_spans_that_touch_are_joined() -> None:
    assert join_spans([Span(5, 7), Span(0, 3), Span(3, 5), Span(9, 9)]) == ((0, 7),)


def test_overlap_counts_shared_characters() -> None:
    assert overlap([Span(0, 5)], [Span(3, 9), Span(20, 30)]) == 2
    assert covers(Span(0, 9), Span(2, 4))
    assert not covers(Span(0, 9), Span(2, 10))


def test_tokens_know_their_place() -> None:
    text = "Harlow’s $3.5bn – AT&T, 80% of U.S. sales."
    assert [one.word for one in find_tokens(text)] == [
        "harlow's", "$3.5bn", "–", "at&t", ",", "80%", "of", "u.s.", "sales", ".",
    ]  # fmt: skip
    assert all(len(text[one.start : one.end]) == len(one.word) for one in find_tokens(text))
