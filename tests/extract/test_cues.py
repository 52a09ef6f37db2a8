"""Plain cues of the sheet."""

from onrecord.extract.cues import add_sure_cues, floor_of, read_phrases, subject_of
from onrecord.extract.segments import Segment
from tests.extract.pages import KIT, page_of

PHRASES = read_phrases(KIT)
AUXILIARIES = KIT.words("extract_auxiliaries")


def test_a_plain_phrase_is_one_cue_and_swallows_its_parts() -> None:
    page = page_of("Acme did not respond to questions.")
    assert add_sure_cues(page, [Segment(3, 4)], {}, PHRASES, AUXILIARIES) == [Segment(1, 4)]


def test_a_word_that_is_rarely_a_cue_is_not_added() -> None:
    page = page_of("Acme opened a mill.")
    assert add_sure_cues(page, [], {"opened": 0.1}, PHRASES, AUXILIARIES) == []


def test_a_phrase_never_crosses_a_sentence() -> None:
    page = page_of("What we did. Not respond to that.")
    assert add_sure_cues(page, [], {}, PHRASES, AUXILIARIES) == []


def test_a_plain_refusal_needs_less_score_than_a_word_like_any_other() -> None:
    page = page_of("Acme declined to comment and grew.")
    assert floor_of(page, Segment(1, 4), PHRASES) < 0.1
    assert floor_of(page, Segment(5, 6), PHRASES) == 1.0


def test_the_subject_of_a_refusal_reaches_back_to_the_clause() -> None:
    page = page_of("The mill is closed, but Acme and Borealis did not respond.")
    found = subject_of(page, Segment(9, 12))
    assert found is not None and page.text[slice(*page.span(*found))] == "Acme and Borealis"


def test_a_cue_that_opens_its_sentence_has_no_subject() -> None:
    assert subject_of(page_of("Declined to comment."), Segment(0, 3)) is None


def test_a_noun_before_a_plain_cue_belongs_to_the_source() -> None:
    page = page_of("A report claiming that the mill was sold is false.")
    assert add_sure_cues(page, [Segment(1, 3)], {}, PHRASES, AUXILIARIES)[0] == Segment(2, 3)
    page = page_of("Acme has never denied it.")
    assert add_sure_cues(page, [Segment(1, 4)], {}, PHRASES, AUXILIARIES) == [Segment(1, 4)]
