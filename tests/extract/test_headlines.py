"""Headline grammar."""

import pytest

from onrecord.extract import find_statements
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
