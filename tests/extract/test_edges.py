"""Where sources and contents begin and end."""

import pytest

from onrecord.extract.attributions import Attribution
from onrecord.extract.edges import mend_edges
from onrecord.extract.segments import Segment
from tests.extract.pages import KIT, page_of

TEXT = "Some 1,350 of 1,500 workers joined, the union of bakers on Monday said, and you say so."


def at(word: str) -> int:
    """The first token that is a word."""
    return page_of(TEXT).words.index(word)


def mended(source: Segment, content: Segment) -> list[Attribution]:
    """One attribution by "said", mended."""
    said = at("said")
    one = Attribution(source, Segment(said, said + 1), (content,), 0.9)
    return mend_edges(page_of(TEXT), [one], KIT)


def test_a_content_begins_with_a_whole_number() -> None:
    (one,) = mended(Segment(at("union"), at("on")), Segment(at("350"), at("joined") + 1))
    page = page_of(TEXT)
    assert page.words[slice(*one.content[0])][:3] == ["1", ",", "350"]


def test_a_list_of_numbers_is_not_grown() -> None:
    page = page_of("In 2019, 350 workers joined, she said.")
    left = page.words.index("350")
    said = page.words.index("said")
    one = Attribution(None, Segment(said, said + 1), (Segment(left, said - 2),), 0.9)
    assert mend_edges(page, [one], KIT)[0].content[0].left == left


def test_a_source_does_not_end_in_a_preposition() -> None:
    (one,) = mended(Segment(at("union"), at("monday")), Segment(0, at("joined") + 1))
    assert one.source == Segment(at("union"), at("on"))


def test_a_content_does_not_hold_its_source() -> None:
    source = Segment(at("union"), at("on"))
    (one,) = mended(source, Segment(0, at("monday") + 1))
    assert one.content == (Segment(0, source.left), Segment(source.right, at("monday") + 1))


def test_a_speaker_behind_the_cue_is_whole_and_nothing_of_him_is_content() -> None:
    page = page_of("The mill is sold, said the union of bakers, Ada Brill. It rained on Monday.")
    said = page.words.index("said")
    brill = page.words.index("brill") + 1
    rest = Segment(said + 1, brill)
    one = Attribution(
        Segment(said + 1, said + 3), Segment(said, said + 1), (Segment(0, said - 1), rest), 0.9
    )
    (found,) = mend_edges(page, [one], KIT)
    assert (found.source, found.content) == (rest, (Segment(0, said - 1),))


@pytest.mark.parametrize(("piece", "kept"), [("monday", False), ("it", True)])
def test_a_scrap_of_another_sentence_is_no_content(piece: str, kept: bool) -> None:
    page = page_of("The mill is sold, she said. It rained all day on Monday in the valley.")
    said = page.words.index("said")
    left = page.words.index(piece)
    more = Segment(left, len(page.words) - 1)
    content = (Segment(0, said - 2), more)
    one = Attribution(Segment(said - 1, said), Segment(said, said + 1), content, 0.9)
    (found,) = mend_edges(page, [one], KIT)
    assert (more in found.content) is kept


@pytest.mark.parametrize(("word", "kept"), [("you", 0), ("union", 1)])
def test_the_reader_of_a_page_is_no_source(word: str, kept: int) -> None:
    assert len(mended(Segment(at(word), at(word) + 1), Segment(0, at("joined")))) == kept


@pytest.mark.parametrize(
    ("text", "source"), [("Ada Brill denied it.", 0), ("Then Brill denied it.", 1)]
)
def test_a_first_name_belongs_to_the_source(text: str, source: int) -> None:
    page = page_of(text)
    cue = page.words.index("denied")
    one = Attribution(Segment(1, 2), Segment(cue, cue + 1), (Segment(cue + 1, cue + 2),), 0.9)
    (found,) = mend_edges(page, [one], KIT)
    assert found.source == Segment(source, 2)
