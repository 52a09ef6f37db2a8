"""Web pages: their own facts, their text, and the caps that hostile ones meet."""

import pytest

from onrecord.errors import InputError
from onrecord.read.metadata import read_facts
from onrecord.read.pages import capture_page

ARTICLE = "<p>Harlow Freight said on Monday that it would buy forty trucks from Kestrel.</p>" * 5


def page(head: str = "", body: str = ARTICLE) -> str:
    return f"<!DOCTYPE html><html><head>{head}</head><body><article>{body}</article></body></html>"


JSON_LD = (
    '<script type="application/ld+json">{"@graph": [{"@type": "WebSite", "name": "Lorry"},'
    ' {"@type": "NewsArticle", "headline": "Harlow &amp; Kestrel",'
    ' "datePublished": "2026-02-04T08:00:00Z", "author": [{"name": "Mira Holt"}, "Tom Lee"],'
    ' "publisher": {"name": "Lorry Weekly"}}]}</script>'
)
METAS = (
    '<meta property="og:title" content="From the meta tags"><meta name=author content="Ann Tag">'
    '<meta property="article:published_time" content="2025-01-01"><title>Tab | Lorry</title>'
    '<meta property="og:site_name" content="Lorry Site"><link rel="canonical" href="https://l.example/a">'
)


def test_json_ld_outranks_the_meta_tags() -> None:
    facts = read_facts(page(METAS + JSON_LD))
    assert facts.title == "Harlow & Kestrel"
    assert facts.author == "Mira Holt, Tom Lee"
    assert facts.outlet == "Lorry Weekly"
    assert facts.published == "2026-02-04T08:00:00Z"
    assert facts.url == "https://l.example/a"


def test_meta_tags_are_read_where_there_is_no_json_ld() -> None:
    facts = read_facts(page(METAS))
    assert (facts.title, facts.author, facts.outlet) == (
        "From the meta tags",
        "Ann Tag",
        "Lorry Site",
    )


@pytest.mark.parametrize("block", ["{not json", "[" * 9000, "7", '{"@type": 3}'])
def test_broken_json_ld_is_passed_over(block: str) -> None:
    script = f'<script type="application/ld+json">{block}</script>'
    assert read_facts(page(script + METAS)).title == "From the meta tags"


def test_a_page_becomes_a_text_with_its_facts() -> None:
    found = capture_page(page(JSON_LD).encode(), path="a.html")
    assert found.text.startswith("Harlow Freight said on Monday")
    assert (found.title, found.published) == ("Harlow & Kestrel", "2026-02-04T08:00:00Z")
    assert found.body == page(JSON_LD).encode()


def test_a_date_that_is_none_is_left_out() -> None:
    head = '<meta property="article:published_time" content="recently">'
    assert capture_page(page(head).encode()).published is None


def test_a_page_is_decoded_as_it_declares() -> None:
    html = page('<meta charset="iso-8859-1">', ARTICLE.replace("Kestrel", "Cléon’s"))
    assert "Cléon’s" in capture_page(html.encode("cp1252")).text


@pytest.mark.parametrize(
    ("html", "says"),
    [
        ("<html><body>" + "<div>" * 10_000 + "x", "nested 10,00"),
        ("<html><body>" + "<p>word" * 70_000, "tags (cap on tags: 60,000)"),
        ("<html><body><p>" + "word " * 1_300_000, "longer than 6 MB"),
        ("<html><body>" + "<!--" * 100_000, "without an article's text"),
        ("<html><body></body></html>", "without an article's text"),
    ],
)
def test_a_hostile_page_is_refused_with_the_cap_that_it_broke(html: str, says: str) -> None:
    with pytest.raises(InputError, match=None) as caught:
        capture_page(html.encode())
    assert says in str(caught.value)
