"""What evidence rests on: documents, pictures, recordings, filings and tests."""

from dataclasses import replace

import pytest

from onrecord.judge.exhibits import find_exhibits
from onrecord.judge.testimony import weigh
from onrecord.link.assembly import make_cluster
from onrecord.model import Exhibit, Part, Passage, Reading, RegionKind, Source, Span
from tests.making import KIT, make_page, say


def exhibits(sentence: str, content: str, source: str = "", cue: str = "") -> tuple[Exhibit, ...]:
    """The exhibits of a page of one sentence in which `source` says `content`."""

    def spans(words: str) -> tuple[Span, ...]:
        start = sentence.index(words)
        return (Span(start, start + len(words)),)

    told = say(content, "Norvik" if source else None, names=("Norvik",))
    statement = replace(
        told.statement,
        content=Part(spans(content), content),
        cue=Part(spans(cue), cue) if cue else None,
        source=Source(spans(source), source) if source else None,
    )
    told = replace(told, statement=statement)
    page: Reading = make_page(text=sentence)
    passage = Passage(0, len(sentence), RegionKind.BODY, "story", 0)
    page = replace(page, document=replace(page.document, passages=(passage,)))
    pages = {"page": page}
    cluster = make_cluster([told], told, pages, {}, KIT)
    return find_exhibits(weigh(cluster, ("Norvik",), pages, KIT), pages, KIT)


@pytest.mark.parametrize(
    ("sentence", "content", "source", "cue", "kind", "text", "examined_by"),
    [
        (
            "Internal documents seen by the Courier show that Norvik sold the yard.",
            "Norvik sold the yard",
            "Internal documents",
            "show",
            "document",
            "Internal documents",
            "the Courier",
        ),
        (
            "According to court filings, Norvik sold the yard.",
            "Norvik sold the yard",
            "court filings",
            "According to",
            "filing",
            "court filings",
            None,
        ),
        (
            "A lab test by the University of Dunmere found oil from Norvik in the dock.",
            "oil from Norvik in the dock",
            "",
            "",
            "test",
            "lab test",
            "the University of Dunmere",
        ),
        (
            "A short video posted on a forum shows Norvik men at the dock.",
            "Norvik men at the dock",
            "",
            "",
            "video",
            "short video",
            None,
        ),
    ],
)
def test_what_evidence_rests_on_is_named(
    sentence: str,
    content: str,
    source: str,
    cue: str,
    kind: str,
    text: str,
    examined_by: str | None,
) -> None:
    (found,) = exhibits(sentence, content, source, cue)
    assert (found.kind, found.text, found.examined_by) == (kind, text, examined_by)
    assert found.shows is not None and content in found.shows
    (start, end) = found.spans[0]
    assert sentence[start:end] == text


@pytest.mark.parametrize(
    "sentence",
    [
        "Norvik documents every crossing by hand.",
        "Norvik sold the yard and a picture of it.",
        "Norvik audits letters to the harbour.",
    ],
)
def test_a_thing_in_passing_is_no_exhibit(sentence: str) -> None:
    assert exhibits(sentence, sentence) == ()


def test_an_exhibit_that_is_called_doctored_says_so() -> None:
    sentence = "The video posted by a fan of Norvik was doctored, the police said."
    (found,) = exhibits(sentence, "was doctored")
    assert found.finding == "doctored"
