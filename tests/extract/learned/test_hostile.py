"""Texts that nobody trained the learned reader on: bounded time, sane output, spans that fit."""

import pytest

from onrecord import flow
from onrecord.kit import load_kit
from onrecord.model import Capture, Statement

KIT = load_kit()
SAID = "Norvik said that the ferry would be sold in May"


def read(text: str) -> tuple[Statement, ...]:
    """The statements of a text, each of whose spans lies in it."""
    found = flow.read(Capture(text=text), KIT, reader="learned").statements
    for one in found:
        for part in (one.source, one.cue, one.content):
            for start, end in part.spans if part else ():
                assert 0 <= start < end <= len(text)
                assert not text[start].isspace()
    return found


def says(text: str, source: str) -> bool:
    """Whether somebody is heard, with a content of some words."""
    return any(
        one.source and source.lower() in one.source.text.lower() and " " in one.content.text
        for one in read(text)
    )


@pytest.mark.parametrize(
    ("text", "source"),
    [
        (f"{SAID}. The crew was told on Monday.", "Norvik"),
        (SAID.upper() + ". THE CREW WAS TOLD ON MONDAY.", "NORVIK"),
        (SAID.lower() + ". the crew was told on monday.", "norvik"),
        (SAID, "Norvik"),
        (f"{SAID} and the union warned that jobs would go with it", "Norvik"),
        (f"- Ferry news\n- {SAID}\n- Weather: rain\n- Sport: nothing", "Norvik"),
    ],
)
def test_without_quotation_marks_capitals_or_stops_a_speaker_is_heard(
    text: str, source: str
) -> None:
    assert says(text, source)


def test_a_transcript_is_read_turn_by_turn() -> None:
    text = (
        "HOST: Welcome back.\nADA BRANDT: I think that the yard will stay open.\n"
        "HOST: The minister said last week that it would close.\nADA BRANDT: He was wrong."
    )
    assert says(text, "minister")


def test_a_list_of_links_says_nothing() -> None:
    links = "\n".join(f"Gallery {n}: boats, harbours and sails" for n in range(80))
    assert len(read(links)) <= 2


def test_a_long_page_is_read_in_time_and_to_its_end() -> None:
    paragraph = (
        f"{SAID}. It will be handed over in Belmar. The old slip is to be filled, and the yard "
        "fenced in. Two hundred people work there.\n\n"
    )
    text = paragraph * (60_000 // len(paragraph))
    found = read(text)
    assert len(found) >= 0.8 * text.count("Norvik said")
    assert max(end for one in found for _, end in one.content.spans) > len(text) - len(paragraph)


@pytest.mark.slow
def test_a_page_of_200_kilobytes_is_read_in_time() -> None:
    text = (f"{SAID}. " + "The slip is to be filled. " * 8 + "\n\n") * 800
    assert len(read(text[:200_000])) > 400


@pytest.mark.parametrize("word", ["said ", "he said she said ", "“", "said that ", "a, b; "])
def test_a_sentence_of_40_000_characters_is_bounded(word: str) -> None:
    text = f"{SAID}.\n\n" + word * (40_000 // len(word)) + f"\n\n{SAID}."
    read(text)


def test_a_window_that_holds_no_end_of_a_sentence_is_cut_all_the_same() -> None:
    text = "Norvik said that " + "the ferry and " * 320 + "the slip would be sold."
    assert 2_000 < len(text) < 5_000
    found = read(text)
    assert all(len(one.content.text) < len(text) for one in found)
