"""The rules look again where the learned reader is weak."""

from onrecord.extract.attributions import Attribution
from onrecord.extract.second_look import look_again
from onrecord.extract.segments import Segment
from tests.extract.pages import KIT, page_of

TEXT = (
    "The flour is dry, the miller said. The mill denied the story of its rivals. "
    "The weather was fine in the valley."
)


def cues(found: list[Attribution], telling: bool) -> list[str]:
    """The cues that the second look adds."""
    page = page_of(TEXT)
    again = look_again(page, found, lambda one: telling, KIT)
    return [" ".join(page.words[slice(*one.cue)]) for one in again]


def test_a_reaction_that_was_missed_is_found() -> None:
    assert cues([], telling=True) == ["denied"]


def test_what_does_not_react_is_left_to_the_learned_reader() -> None:
    assert cues([], telling=False) == []


def test_what_was_found_is_not_found_twice() -> None:
    at = page_of(TEXT).words.index("denied")
    known = Attribution(Segment(at - 2, at), Segment(at, at + 1), (Segment(at + 1, at + 6),), 0.9)
    assert cues([known], telling=True) == []


def test_who_maintains_that_something_is_so_is_found() -> None:
    page = page_of("The mill is closed, but people close to it maintain that it still grinds.")
    (one,) = look_again(page, [], lambda one: False, KIT)
    assert page.words[slice(*one.cue)] == ["maintain"]
