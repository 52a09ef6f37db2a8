"""Small documents for the tests of this room: invented texts, cut into passages."""

from onrecord.extract.page import Page, make_page
from onrecord.kit import load_kit
from onrecord.model import (
    Document,
    Entity,
    EntityKind,
    Passage,
    RegionKind,
    Statement,
    Where,
    make_id,
    text_sha256,
)
from onrecord.text import split_sentences

KIT = load_kit()


def cut_passages(
    text: str, story: str | None = None, region: RegionKind = RegionKind.BODY
) -> tuple[Passage, ...]:
    """The sentences of a text, a paragraph a line, all in one region and story."""
    passages, start = [], 0
    for number, line in enumerate(text.splitlines(keepends=True)):
        passages += [
            Passage(a, b, region, story, number)
            for a, b in split_sentences(text, start, start + len(line))
        ]
        start += len(line)
    return tuple(passages)


def page_of(text: str) -> Page:
    """A text as a page."""
    return make_page(text, cut_passages(text))


def document_of(
    text: str, passages: tuple[Passage, ...] | None = None, title: str | None = None
) -> Document:
    """A text as a document; a title stands outside the text."""
    passages = cut_passages(text) if passages is None else passages
    if title is not None:
        outside = Passage(0, len(title), RegionKind.HEADLINE, None, 0, Where.TITLE)
        passages = (outside, *passages)
    return Document(
        id=make_id("document", text),
        text=text,
        text_sha256=text_sha256(text),
        path=None,
        url=None,
        outlet=None,
        author=None,
        title=title,
        title_span=None,
        language="en",
        unread=False,
        published=None,
        captured=None,
        version_of=None,
        regions=(),
        stories=(),
        passages=passages,
    )


def entity_of(name: str, role: str = "", **more: str) -> Entity:
    """An entity; a person where it has an affiliation or no role."""
    person = not role or "affiliation" in more
    kind = EntityKind.PERSON if person else EntityKind.ORGANISATION
    return Entity(make_id("entity", name), name, kind, role, **more)


def holding(statements: tuple[Statement, ...], words: str) -> Statement:
    """The first statement whose content holds `words`, the shortest content first."""
    fitting = [s for s in statements if words in s.content.text]
    assert fitting, [(s.cue and s.cue.text, s.content.text) for s in statements]
    return min(fitting, key=lambda s: len(s.content.text))
