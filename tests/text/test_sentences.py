"""Where a sentence ends."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.text import split_sentences


@pytest.mark.parametrize(
    "sentences",
    [
        ["Harlow bought it.", "Kestrel sold it."],
        ["Gov. Ada Brandt met Sens. Holt and Lee.", "Then she left."],
        ["It is built in the U.S. and sold there."],
        ["It is built in the U.S.", "The firm said so."],
        ["George H.W. Brandt and J.J. Holt agreed."],
        ["Harlow Inc. bought Kestrel Co. of Lund, Pa., on Jan. 5 at 3 p.m. local time."],
        ["Is that all?", "No.", "It was No. 5 on the list."],
        ['"It is done," Brandt said.', '"We are glad."'],
        ["“Is it done?” Brandt asked."],
        ["She fell ill.", "Brandt did not."],
        ["It rose 3.5 percent.", "It fell 2.", "They knew."],
        ["The hall was closed.", "Police said so."],
        ["He saw booking.Com and www.harlow.example and smiled."],
        ["“We sell… and we buy,” he said."],
    ],
)
def test_sentences_end_where_a_reader_ends_them(sentences: list[str]) -> None:
    text = " ".join(sentences)
    assert [text[a:b] for a, b in split_sentences(text)] == sentences


def test_a_lost_space_does_not_join_two_sentences() -> None:
    text = "In the end the hall was closed.Police said so."
    assert [text[a:b] for a, b in split_sentences(text)] == [
        "In the end the hall was closed.",
        "Police said so.",
    ]


def test_a_line_ends_a_sentence_unless_it_was_only_wrapped() -> None:
    text = "Harlow buys trucks\nKestrel sells them"
    assert len(split_sentences(text)) == 2
    text = "Harlow Freight said on Monday that it would buy\nforty trucks from Kestrel Motors."
    assert len(split_sentences(text)) == 1


@given(st.text(alphabet="aB. ?!\"'”’\n…1(J", max_size=80))
def test_sentences_are_in_order_and_leave_nothing_out(text: str) -> None:
    spans = split_sentences(text)
    assert all(a < b for a, b in spans)
    assert all(one[1] <= two[0] for one, two in zip(spans, spans[1:], strict=False))
    inside = {place for a, b in spans for place in range(a, b)}
    assert all(place in inside for place, char in enumerate(text) if not char.isspace())


@pytest.mark.parametrize("mark", ["…", ".", "?!"])
def test_a_hundred_thousand_marks_in_a_row_are_looked_at_once(mark: str) -> None:
    text = mark * 100_000
    assert split_sentences(text) == [(0, len(text))]
    assert split_sentences(f"{text} Brandt left.") == [
        (0, len(text)),
        (len(text) + 1, len(text) + 13),
    ]
