"""Who puts forward that another did wrong is an accuser."""

import pytest

from onrecord import flow
from onrecord.model import Capture, Voice
from tests.extract.pages import KIT, holding


@pytest.mark.parametrize(
    ("text", "words", "voice"),
    [
        ("Ana Roe alleges that the night shift sold mouldy flour.", "mouldy flour", Voice.ACCUSER),
        (
            "Ana Roe, who left in May, alleges that the mill cheated. "
            "“We had a list on the wall,” Ms Roe said.",
            "list on the wall",
            Voice.ACCUSER,
        ),
        (
            "A former manager at Tolliver Mills has accused the company of selling mouldy flour.",
            "selling mouldy flour",
            Voice.ACCUSER,
        ),
        ("Ana Roe said that the night shift sold flour.", "sold flour", Voice.WITNESS),
    ],
)
def test_who_alleges_is_an_accuser_in_all_that_is_said(text: str, words: str, voice: Voice) -> None:
    found = holding(flow.read(Capture(text=text), KIT).statements, words)
    assert found.voice is voice


@pytest.mark.parametrize(
    "text",
    [
        "The chief executive, Ben Ode, was accused of fraud. He said that he had sold flour.",
        "Ben Ode, chief executive of Tolliver Mills, admitted that the mill had sold flour.",
    ],
)
def test_the_accused_is_no_accuser(text: str) -> None:
    found = flow.read(Capture(text=text), KIT).statements
    assert all(one.voice is not Voice.ACCUSER for one in found)


def test_who_accuses_in_passing_speaks_on_as_before() -> None:
    text = "Ana Roe accused a rival of selling mouldy flour. Ms Roe said that rain was coming."
    found = holding(flow.read(Capture(text=text), KIT).statements, "rain was coming")
    assert found.voice is not Voice.ACCUSER
