"""Passive cues."""

from onrecord.extract.attributions import Attribution
from onrecord.extract.passives import turn_passive
from onrecord.extract.segments import Segment
from tests.extract.pages import page_of


def turned(text: str, source: str, cue: str, content: str) -> tuple[str | None, str]:
    page = page_of(text)

    def find(words: str) -> Segment:
        first = page.words.index(words.split()[0].lower())
        return Segment(first, first + len(words.split()))

    found = turn_passive(page, Attribution(find(source), find(cue), (find(content),), 0.9))
    cut = [page.text[slice(*page.span(*s))] if s else None for s in (found.source, *found.content)]
    return cut[0], str(cut[1])


def test_the_agent_of_a_passive_speaks() -> None:
    text = "Acme was accused by two rivals of hiding the fault."
    found = turned(text, "Acme", "was accused by", "two rivals of hiding the fault")
    assert found == ("two rivals", "of hiding the fault")


def test_without_a_further_content_it_is_about_the_subject() -> None:
    text = "Acme was praised by the mayor."
    assert turned(text, "Acme", "was praised by", "the mayor") == ("the mayor", "Acme")


def test_those_who_were_told_did_not_say_it() -> None:
    text = "Staff were told that the mill would close."
    found = turned(text, "Staff", "were told", "that the mill would close")
    assert found == (None, "that the mill would close")


def test_an_active_cue_is_left_alone() -> None:
    text = "Acme said by letter that the mill would close."
    found = turned(text, "Acme", "said", "that the mill would close")
    assert found == ("Acme", "that the mill would close")
