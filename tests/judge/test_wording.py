"""The words that stand for a claim."""

from dataclasses import replace

from onrecord.judge.wording import claim_text
from onrecord.model import Act, Entity, EntityKind, Part, Passage, RegionKind, Span, make_id
from tests.making import KIT, make_page, name, say

CUE = Part((Span(0, 1),), "said")


def test_a_content_without_a_subject_begins_with_its_source() -> None:
    told = say("to open a second yard", "Norvik", cue=Part((Span(0, 1),), "agreed")).statement
    assert claim_text(told, make_page(), KIT) == "Norvik agreed to open a second yard"


def test_one_that_nobody_is_named_for_begins_with_its_sentence() -> None:
    text = "The hall, expected to be ready by May, will be green."
    start = text.index("to be")
    content = Part((Span(start, text.index(", will")),), "to be ready by May")
    cue = Part((Span(10, 18),), "expected")
    told = replace(say("x", None, Act.FORECAST, cue=cue).statement, content=content)
    page = make_page(text=text)
    passage = Passage(0, len(text), RegionKind.BODY, "story", 0)
    page = replace(page, document=replace(page.document, passages=(passage,)))
    assert claim_text(told, page, KIT) == "The hall, expected to be ready by May"


def test_a_pronoun_for_the_speaker_gives_way_to_the_name() -> None:
    ada = Entity(make_id("entity", "Ada Brandt"), "Ada Brandt", EntityKind.PERSON)
    page = make_page(entities=(ada, name("Norvik")))
    said = say("she has left the board", "Ada Brandt", cue=CUE).statement
    assert claim_text(said, page, KIT) == "Ada Brandt has left the board"
    quoted = say("“I have left the board”", "Ada Brandt", cue=CUE, quoted=True).statement
    assert claim_text(quoted, page, KIT) == "Ada Brandt: I have left the board"


def test_a_pronoun_for_somebody_else_stays() -> None:
    page = make_page(entities=(name("Norvik"),))
    said = say("he has left the board", "Norvik", cue=CUE).statement
    assert claim_text(said, page, KIT) == "He has left the board"
