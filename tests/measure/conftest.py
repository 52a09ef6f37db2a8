"""Pages of sentences for the tests of figures and checks (about invented companies)."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from onrecord.kit import Kit, load_kit
from onrecord.measure import check_figures, find_figures
from onrecord.model import Check, Document, Figure, Passage, RegionKind, Where, text_sha256
from onrecord.text import split_sentences


def make_page(
    text: str,
    region: RegionKind = RegionKind.BODY,
    title: str | None = None,
    where: Where = Where.TEXT,
) -> Document:
    """A page of one story, each blank line beginning a paragraph."""
    passages, paragraph, last = [], 0, 0
    for start, end in split_sentences(text):
        paragraph += "\n\n" in text[last:start]
        passages.append(Passage(start, end, region, "story", paragraph, where))
        last = end
    return Document(
        "page", text, text_sha256(text), None, None, None, None, title, None, "en", False,
        None, None, None, (), (), tuple(passages),
    )  # fmt: skip


def make_story(headline: str, text: str) -> Document:
    """A page of one story: a headline above paragraphs."""
    page = make_page(f"{headline}\n\n{text}")
    first, *rest = page.passages
    passages = (replace(first, region=RegionKind.HEADLINE), *rest)
    return replace(page, passages=passages)


@pytest.fixture(scope="session")
def kit() -> Kit:
    return load_kit()


@pytest.fixture(scope="session")
def figures_of(kit: Kit) -> Callable[[str], list[Figure]]:
    return lambda text: list(find_figures(make_page(text), kit))


@pytest.fixture(scope="session")
def checks_of(kit: Kit) -> Callable[[str], list[Check]]:
    def check(text: str) -> list[Check]:
        page = make_page(text)
        return list(check_figures(page, find_figures(page, kit), kit))

    return check


@pytest.fixture(scope="session")
def checks_under(kit: Kit) -> Callable[[str, str], list[Check]]:
    def check(headline: str, text: str) -> list[Check]:
        page = make_story(headline, text)
        return list(check_figures(page, find_figures(page, kit), kit))

    return check
