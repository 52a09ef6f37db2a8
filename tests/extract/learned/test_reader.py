"""The learned reader, end to end on sentences of our own, and its parts."""

import math

import numpy as np
import pytest

from onrecord import flow
from onrecord.extract.learned.contents import smooth
from onrecord.extract.learned.linking import EXACT, REACH, STEP, Linker, link_cues
from onrecord.extract.learned.reader import LENGTH, load_reader
from onrecord.extract.learned.windows import cut_windows
from onrecord.extract.page import make_pages
from onrecord.kit import load_kit
from onrecord.model import Capture, Reading
from onrecord.read import make_document

KIT = load_kit()


def read(text: str) -> Reading:
    return flow.read(Capture(text=text), KIT, reader="learned")


def told(text: str) -> set[tuple[str, str]]:
    """Source and cue of every statement."""
    return {
        (s.source.text if s.source else "", s.cue.text if s.cue else "")
        for s in read(text).statements
    }


@pytest.mark.parametrize(
    ("text", "source", "cue"),
    [
        ("The harbour will close in May, the mayor told reporters on Monday.", "the mayor", "told"),
        ("Norvik said that it would buy two ferries from Belmar.", "Norvik", "said"),
        ("According to the union, four hundred jobs will go.", "the union", "According to"),
        ("“We will not sell the yard,” Ada Brandt said on Friday.", "Ada Brandt", "said"),
    ],
)
def test_direct_and_indirect_speech_is_found(text: str, source: str, cue: str) -> None:
    assert any(source in s and c.startswith(cue) for s, c in told(text))


def test_a_plain_telling_has_no_source() -> None:
    assert not read("The ferry left the harbour at nine and arrived an hour later.").statements


def test_the_pieces_of_a_broken_quotation_are_one_content() -> None:
    text = "“The yard is not for sale,” Brandt said, “and it never was.”"
    (statement,) = read(text).statements
    assert len(statement.content.spans) == 2
    assert "not for sale" in statement.content.text
    assert "never was" in statement.content.text


def test_who_read_it_is_kept() -> None:
    (statement, *_) = read("Norvik said that it would buy two ferries.").statements
    assert statement.made_by == "extract.learned@1"


def test_reading_twice_and_beside_other_pages_gives_the_same() -> None:
    text = "Norvik said that it would buy two ferries. The union warned that jobs would go."
    first = read(text).statements
    read("Something else entirely, said nobody, about a dairy and its cheese.")
    assert read(text).statements == first


@pytest.mark.parametrize(
    "text",
    ["", "¶", "no stops at all " * 40, "ALL CAPITALS SAID THE MAYOR ON MONDAY", "x" * 5000],
)
def test_odd_texts_are_read_without_harm(text: str) -> None:
    for statement in read(text).statements:
        for start, end in statement.content.spans:
            assert 0 <= start < end <= len(text)


def test_windows_hold_every_piece_once_and_no_more_than_the_model_takes() -> None:
    text = "The mayor said that the harbour would close for repairs in the spring. " * 60
    document = make_document(Capture(text=text), KIT)
    (page,) = make_pages(document)
    windows = cut_windows(page, load_reader(KIT).tokenizer, LENGTH)
    assert len(windows) > 1
    assert all(len(w.ids) <= LENGTH for w in windows)
    tokens = [t for w in windows for t in w.tokens]
    assert tokens == sorted(tokens)
    assert set(tokens) == set(range(len(page.words)))


def test_the_linker_asks_from_the_cue_by_vector_and_distance() -> None:
    """The plain formula, term by term, gives what the vectorised one gives."""
    rng = np.random.default_rng(7)
    length, width = 30, 4
    linker = Linker(
        rng.normal(size=(2 * REACH + 1, 2 * width)).astype(np.float32),
        rng.normal(size=(2, width)).astype(np.float32),
        np.array([-1.0, 0.5], dtype=np.float32),
    )
    asks, parts = (rng.normal(size=(length, 2 * width)).astype(np.float32) for _ in range(2))
    found = link_cues(linker, asks, parts, [3, 20])
    for row, cue in enumerate((3, 20)):
        for piece in range(length):
            gap = piece - cue
            size = abs(gap)
            side = size if size <= EXACT else EXACT + int(math.log(size / EXACT) / math.log(STEP))
            bucket = math.copysign(min(side, REACH), gap) + REACH
            hidden = asks[cue] + parts[piece] + linker.distance[int(bucket)]
            gelu = [0.5 * x * (1 + math.erf(x / math.sqrt(2))) for x in hidden]
            for role in (0, 1):
                terms = zip(
                    gelu[role * width : (role + 1) * width], linker.score[role], strict=True
                )
                logit = sum(h * w for h, w in terms) + linker.bias[role]
                assert found[row, role, piece] == pytest.approx(
                    1 / (1 + math.exp(-logit)), abs=1e-4
                )


def test_smoothing_bridges_a_doubt_and_drops_a_stray() -> None:
    chances = [0.9, 0.9, 0.3, 0.9, 0.9, 0.1, 0.1, 0.1, 0.6, 0.1, 0.1]
    assert smooth(chances, 0.5, 1.5) == [True] * 5 + [False] * 6
    assert smooth([], 0.5, 1.5) == []
