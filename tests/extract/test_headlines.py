"""Headline grammar."""

import pytest

from onrecord.extract import find_statements
from onrecord.extract.headlines import find_reactions
from onrecord.extract.page import make_page
from onrecord.model import RegionKind
from tests.extract.pages import KIT, cut_passages, document_of


def credited(headline: str, region: RegionKind = RegionKind.HEADLINE) -> list[tuple[str, str]]:
    document = document_of(headline, cut_passages(headline, region=region))
    return [
        (s.source.text, s.content.text)
        for s in find_statements(document, KIT)
        if s.source is not None
    ]


@pytest.mark.parametrize(
    ("headline", "source", "content"),
    [
        ("Acme to launch new mill in May: report", "report", "Acme to launch new mill in May"),
        ("Report: Acme to buy Borealis", "Report", "Acme to buy Borealis"),
        ("Acme denies it will buy Borealis", "Acme", "it will buy Borealis"),
        ("Two held after mill fire \u2013 police", "police", "Two held after mill fire"),
    ],
)
def test_a_headline_credits_its_source(headline: str, source: str, content: str) -> None:
    assert (source, content) in credited(headline)


@pytest.mark.parametrize("headline", ["Leeds: a town and its mills", "Mill fire: what we know"])
def test_a_colon_alone_credits_nobody(headline: str) -> None:
    assert credited(headline) == []


def test_body_text_has_no_headline_grammar() -> None:
    text = "We need three things: a mill and a report."
    assert all(source != "report" for source, _ in credited(text, RegionKind.BODY))


@pytest.mark.parametrize(
    ("headline", "source", "content"),
    [
        ("Tolliver Mills rejects talk of a sale", "Tolliver Mills", "talk of a sale"),
        ("Mill denies it sold mouldy flour", "Mill", "it sold mouldy flour"),
    ],
)
def test_who_reacts_in_a_headline_is_found(headline: str, source: str, content: str) -> None:
    page = make_page(headline, cut_passages(headline, region=RegionKind.HEADLINE))
    (one,) = find_reactions(page, [], KIT)
    assert one.source is not None
    assert headline[slice(*page.span(*one.source))] == source
    assert headline[slice(*page.span(*one.content[0]))] == content


@pytest.mark.parametrize(
    "headline", ["The mill is sold", "Why the board of the old mill in the valley denies it"]
)
def test_a_headline_without_a_reaction_or_with_a_long_lead_has_none(headline: str) -> None:
    page = make_page(headline, cut_passages(headline, region=RegionKind.HEADLINE))
    assert find_reactions(page, [], KIT) == []
