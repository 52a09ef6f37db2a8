"""Speakers made whole: the pronoun alone, and who goes on speaking after "and"."""

import pytest

from onrecord.extract import find_statements
from onrecord.extract.attributions import Attribution
from onrecord.extract.segments import Segment
from onrecord.extract.speakers import mend_speakers
from tests.extract.pages import KIT, document_of, holding, page_of


@pytest.mark.parametrize(
    ("text", "words", "source"),
    [
        (
            "In a letter to growers it dismissed the report as invented from start to finish.",
            "invented",
            "it",
        ),
        (
            "The mill and the growers said that the report was invented.",
            "invented",
            "The mill and the growers",
        ),
        (
            "It dismissed the report as “invented” and pointed out that it owns no ships.",
            "owns no ships",
            "It",
        ),
        (
            "The mill denied the story and the growers said that they had seen the ships.",
            "had seen the ships",
            "the growers",
        ),
    ],
)
def test_the_speaker_is_the_one_who_speaks(text: str, words: str, source: str) -> None:
    found = holding(find_statements(document_of(text), KIT), words)
    assert found.source is not None and found.source.text == source


@pytest.mark.parametrize(
    ("text", "words", "content"),
    [
        (
            "Ana Roe announced that Tolliver Mills and its growers have reached what she called "
            "a turning point in milling.",
            "Tolliver Mills",
            "that Tolliver Mills and its growers have reached what she called "
            "a turning point in milling",
        ),
        (
            "Ana Roe said that Tolliver Mills had closed and left the room.",
            "Tolliver Mills",
            "that Tolliver Mills had closed",
        ),
    ],
)
def test_a_that_clause_goes_on_to_its_verb(text: str, words: str, content: str) -> None:
    found = [one.content.text for one in find_statements(document_of(text), KIT)]
    assert any(one.startswith(content) for one in found if words in one), found


@pytest.mark.parametrize(
    ("text", "source"),
    [
        (
            "The company, which makes flour, confirmed on Monday that the mill is sold.",
            "The company",
        ),
        ("Ada Brill, a baker from the valley, said that the mill is sold.", "Ada Brill"),
        ("After a long week, said to be the worst, the mill closed.", None),
    ],
)
def test_the_subject_stands_before_an_aside(text: str, source: str | None) -> None:
    page = page_of(text)
    at = next(n for n, word in enumerate(page.words) if word in ("confirmed", "said"))
    one = Attribution(None, Segment(at, at + 1), (Segment(at + 1, len(page.words)),), 0.9)
    (found,) = mend_speakers(page, [one], KIT)
    said = text[slice(*page.span(*found.source))] if found.source else None
    assert said == source


def attribution(text: str, source: tuple[int, int], cue: tuple[int, int]) -> list[Attribution]:
    """What the mending leaves of one attribution of a sentence, its content after the cue."""
    page = page_of(text)
    content = (Segment(cue[1], len(page.words) - 1),)
    one = Attribution(Segment(*source), Segment(*cue), content, 0.9)
    return mend_speakers(page, [one], KIT)


def test_a_possessive_is_filled_up_to_its_cue() -> None:
    (one,) = attribution("His publicist denied that he had died.", (0, 1), (2, 3))
    assert one.source == Segment(0, 2)


def test_a_participle_after_an_article_is_no_cue() -> None:
    assert not attribution("The reported closure of the mill angers many.", (0, 1), (1, 2))
    assert attribution("Norvane reported closure of the mill.", (0, 1), (1, 2))


def test_an_adverb_behind_a_speaker_belongs_to_the_cue() -> None:
    (one,) = attribution("She reportedly wrote that the mill would close.", (0, 2), (2, 3))
    assert (one.source, one.cue) == (Segment(0, 1), Segment(1, 3))
    (one,) = attribution("The miller wrote that the mill would close.", (0, 2), (2, 3))
    assert one.source == Segment(0, 2)


def test_nobody_speaks_in_it_is_claimed() -> None:
    (one,) = attribution("It is claimed that the mill will close.", (0, 1), (1, 3))
    assert one.source is None
    (one,) = attribution("It has claimed that the mill will close.", (0, 1), (2, 3))
    assert one.source == Segment(0, 1)


def test_nobody_speaks_in_there_was_speculation() -> None:
    (one,) = attribution("There was also speculation that the mill will close.", (0, 1), (1, 4))
    assert one.source is None


def pair(text: str, first: tuple[int, int, int], second: tuple[int, int]) -> Attribution:
    """The second of two attributions of a sentence once mended: it was found without a source.

    `first` are the ends of the first one's source, and of its cue.
    """
    page = page_of(text)
    end = len(page.words) - 1
    left, middle, right = first
    told = Attribution(Segment(left, middle), Segment(middle, right), (Segment(right, end),), 0.9)
    more = Attribution(None, Segment(*second), (Segment(second[1], end),), 0.9)
    return mend_speakers(page, [told, more], KIT)[1]


@pytest.mark.parametrize(
    ("text", "second", "source"),
    [
        ("Roe told us of it, confirming that it will open.", (6, 7), Segment(0, 1)),
        ("Roe told us in an interview confirming that it will open.", (6, 7), Segment(0, 1)),
        ("Roe told us of reports confirming that it will open.", (5, 6), None),
    ],
)
def test_a_participle_has_the_subject_of_its_sentence(
    text: str, second: tuple[int, int], source: Segment | None
) -> None:
    assert pair(text, (0, 1, 2), second).source == source


def test_a_noun_that_opens_a_sentence_is_not_said_by_the_one_before() -> None:
    text = "The minister thanked Roe. Reports of a sale are old."
    (one,) = attribution(text, (3, 4), (5, 6))
    assert one.source is None
    (one,) = attribution("The minister thanked Roe. Says who cares for it.", (3, 4), (5, 6))
    assert one.source == Segment(3, 4)
