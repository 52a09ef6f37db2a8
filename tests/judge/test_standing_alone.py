"""Whether words read alone, and the sentence they come from."""

from dataclasses import replace

import pytest

from onrecord.judge.standing_alone import reads_alone, stand_alone
from onrecord.model import Act, Part, Passage, Reading, RegionKind, Span, Statement
from tests.making import KIT, make_page, say


@pytest.mark.parametrize(
    "text",
    [
        "Norvik has sold the yard to Belmar",
        "The yard, which Norvik bought, stands empty",
        "Norvik contributed 300 crowns to the fund",
        "The new crane continues to rust",
    ],
)
def test_a_sentence_with_a_subject_of_its_own_reads_alone(text: str) -> None:
    assert reads_alone(text, KIT)


@pytest.mark.parametrize(
    "text",
    [
        "which claims to show the harbour of Ostrand",
        "it has sold the yard to Belmar",
        "to sell the yard to Belmar",
        "the master of Norvik threatening to leave the yard",
        "a rival who is far behind him in the polls",
        "Norvik's remark about the yard (",
        "who has sold the yard to Belmar?",
    ],
)
def test_a_fragment_does_not(text: str) -> None:
    assert not reads_alone(text, KIT)


def said(sentence: str, words: str, act: Act = Act.ASSERT) -> tuple[Statement, Reading]:
    """A statement whose content is part of a page's only sentence."""
    start = sentence.index(words)
    content = Part((Span(start, start + len(words)),), words)
    page = make_page(text=sentence)
    passage = Passage(0, len(sentence), RegionKind.BODY, "story", 0)
    page = replace(page, document=replace(page.document, passages=(passage,)))
    return replace(say(words, "Norvik", act).statement, content=content), page


SENTENCE = "Thousands are sharing a photo which claims to show the harbour of Ostrand."


def test_a_fragment_is_shown_with_the_sentence_around_it() -> None:
    words = "which claims to show the harbour of Ostrand"
    statement, page = said(SENTENCE, words)
    assert stand_alone(words, statement, page, KIT) == SENTENCE.rstrip(".")


def test_a_denial_keeps_its_own_words_since_its_sentence_says_the_opposite() -> None:
    words = "having sold the yard"
    statement, page = said("Norvik denied having sold the yard.", words, Act.DENY)
    assert stand_alone(words, statement, page, KIT) == words


def test_what_reads_alone_stays_as_it_is() -> None:
    words = "Norvik has sold the yard"
    statement, page = said("Belmar said that Norvik has sold the yard.", words)
    assert stand_alone(words, statement, page, KIT) == words
