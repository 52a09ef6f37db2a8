"""Paragraphs: lines with their places, wrapped ones joined."""

from hypothesis import given
from hypothesis import strategies as st

from onrecord.read.paragraphs import find_paragraphs

WRAPPED = """\
Harlow Freight said on Monday that it would buy forty of the
trucks that Kestrel Motors builds in Lund, and that it would
pay for them in three parts. The first comes with the order.

A spokesman for Kestrel Motors confirmed the order and said
that the hall in Lund has room for twice as many trucks. The
union asked who would build them.
"""


def test_lines_wrapped_at_a_width_are_joined_to_paragraphs() -> None:
    found = find_paragraphs(WRAPPED)
    assert [one.folded[:6] for one in found] == ["Harlow", "A spok"]


def test_short_lines_stay_apart() -> None:
    text = "Harlow Freight\nbuys trucks\nKestrel Motors\nsells them\n"
    assert len(find_paragraphs(text)) == 4


def test_blank_lines_are_seen_around_a_paragraph() -> None:
    one, two, three = find_paragraphs("a\r\n\r\n  b  \n \nc")
    assert (one.apart_before, one.apart_after, two.apart_before, three.apart_after) == (True,) * 4
    first, last = find_paragraphs("a\nb")
    assert not first.apart_after
    assert not last.apart_before


@given(st.text(alphabet="aB .\n\r\t\u2028\ufeff’“…\u00a0-", max_size=120))
def test_paragraphs_hold_every_character_that_is_not_blank(text: str) -> None:
    found = find_paragraphs(text)
    inside = set()
    for one in found:
        assert len(one.folded) == one.end - one.start
        inside |= set(range(one.start, one.end))
    blank = set(" \n\r\t\u2028\ufeff\u00a0")
    assert all(place in inside for place, char in enumerate(text) if char not in blank)
    assert [one.start for one in found] == sorted(one.start for one in found)
