"""Where an author speaks in the first person."""

import pytest

from tests.read.conftest import PROSE, Kinds


@pytest.mark.parametrize(
    "words",
    [
        "In my view, Harlow pays too much.",
        "Trucks are fine, but I think forty are too many.",
        "For my money, the old cabs were better.",
        "To my mind, the deal says more about Lund than about Harlow.",
        "The way I read it, Harlow had no choice.",
        "As I see it, forty are too many.",
        "If you ask me, nobody counted them.",
        "Harlow will regret it, and I would rather it waited.",
        "To me, forty seems a lot.",
        "I honestly doubt that anybody counted.",
    ],
)
def test_an_opinion_runs_from_its_marker_to_the_end_of_the_paragraph(
    words: str, kinds: Kinds
) -> None:
    found = kinds(f"{PROSE}\n\nKestrel built four hundred. {words} Nobody asked them.\n\n{PROSE}")
    assert ("body", "Kestrel built four hundred.") in found
    assert ("opinion", words) in found
    assert ("opinion", "Nobody asked them.") in found


@pytest.mark.parametrize(
    "words",
    [
        '"In my view, Harlow pays too much," Brandt said.',
        "‘I think forty are too many,’ said Brandt.",
        "In my view, Harlow pays too much, said Brandt.",
        "The council took my view into account.",
        "To my mind the cab is too wide, the driver said.",
        "As I see it, Brandt told reporters, nobody counted them.",
        "In my judgment, wrote Brandt, the trucks are too dear.",
        "To me it was delivered on Monday.",
        '"We waited. I think they forgot us," he said.',
    ],
)
def test_what_somebody_else_thinks_is_body(words: str, kinds: Kinds) -> None:
    found = kinds(f"{PROSE}\n\n{words}\n\n{PROSE}")
    assert all(kind == "body" for kind, _ in found)


def test_answers_of_an_interview_are_not_the_authors_opinion(kinds: Kinds) -> None:
    turns = (
        "Q: Is it enough?\n\nA: I think it is enough for now.\n\nQ: And then?\n\nA: We shall see."
    )
    assert "opinion" not in {kind for kind, _ in kinds(f"{PROSE}\n\n{turns}")}
