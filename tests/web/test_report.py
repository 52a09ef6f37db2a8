"""The report is one self-contained page in which every word from outside is escaped."""

import base64
import copy
import hashlib
import re
from html.parser import HTMLParser
from typing import Any

import pytest

from onrecord.web import render_report
from tests.web.exports import ferry_export

EMPTY: dict[str, Any] = {
    key: []
    for key in (
        "documents",
        "stories",
        "statements",
        "entities",
        "claims",
        "figures",
        "checks",
        "judgements",
    )
}
VOID = {"meta", "link", "br", "img", "input", "hr", "path", "rect"}
HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>"


class Page(HTMLParser):
    """What stands in a page: tags with attributes, ids, links, text, and whether tags close."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.stack: list[str] = []
        self.crossed: list[str] = []
        self.words: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.stack.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        if not self.stack or self.stack.pop() != tag:
            self.crossed.append(tag)

    def handle_data(self, data: str) -> None:
        if not self.stack or self.stack[-1] not in ("style", "script"):
            self.words.append(data)

    def values(self, attribute: str) -> list[str]:
        return [attrs[attribute] or "" for _, attrs in self.tags if attribute in attrs]

    @property
    def text(self) -> str:
        return " ".join("".join(self.words).split())


@pytest.fixture(scope="module")
def html() -> str:
    return render_report(ferry_export(), title="The week on the water")


@pytest.fixture(scope="module")
def page(html: str) -> Page:
    return Page(html)


def _poison(value: Any, key: str = "") -> Any:
    """`value` with hostile words in every text that comes from outside."""
    if isinstance(value, dict):
        return {name: _poison(child, name) for name, child in value.items()}
    if isinstance(value, list):
        return [_poison(child, key) for child in value]
    outside = {"title", "outlet", "author", "path", "url", "entity", "name", "of", "says", "why"}
    outside |= {"premise", "sentence", "rule", "open", "differences", "weight", "language"}
    return HOSTILE if isinstance(value, str) and key in outside else value


def test_the_page_loads_nothing_from_anywhere(html: str, page: Page) -> None:
    assert not page.values("src")
    assert not {"link", "img", "iframe", "object", "embed", "base", "form"} & {
        tag for tag, _ in page.tags
    }
    assert "url(" not in html
    assert "@import" not in html


def test_the_content_policy_admits_only_the_pages_own_style_and_script(html: str) -> None:
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', html)
    assert policy
    assert policy[1].startswith("default-src &#39;none&#39;;")
    for tag in ("style", "script"):
        (body,) = re.findall(rf"<{tag}>(.*?)</{tag}>", html, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(body.encode()).digest()).decode()
        assert f"sha256-{digest}" in policy[1].replace("&#43;", "+")
    assert "unsafe" not in policy[1]


def test_no_element_carries_its_own_style_or_handler(page: Page) -> None:
    attributes = {name for _, attrs in page.tags for name in attrs}
    assert "style" not in attributes
    assert not [name for name in attributes if name.startswith("on")]


def test_every_tag_closes_and_every_id_is_given_once(page: Page) -> None:
    ids = page.values("id")
    assert not page.crossed
    assert not page.stack
    assert len(ids) == len(set(ids))


def test_every_link_into_the_page_finds_its_target(page: Page) -> None:
    ids = set(page.values("id"))
    inside = [href[1:] for href in page.values("href") if href.startswith("#")]
    assert inside
    assert set(inside) <= ids


def test_the_head_says_that_onrecord_never_says_what_is_true(page: Page) -> None:
    assert "onrecord never says what is true" in page.text
    assert "official-first@1" in page.text
    assert "The week on the water" in page.text


def test_hostile_words_are_shown_and_never_run() -> None:
    poisoned = Page(render_report(_poison(ferry_export()), title=HOSTILE))
    assert [tag for tag, _ in poisoned.tags].count("script") == 1
    assert "img" not in {tag for tag, _ in poisoned.tags}
    assert not [name for _, attrs in poisoned.tags for name in attrs if name.startswith("on")]
    assert "<img src=x onerror=alert(2)>" in poisoned.text
    assert not poisoned.crossed


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "//elsewhere.example"])
def test_only_http_addresses_become_links(url: str) -> None:
    export = ferry_export()
    export["documents"][0]["url"] = url
    assert url not in Page(render_report(export)).values("href")


def test_an_http_address_becomes_a_link_that_tells_nothing_of_this_page(page: Page) -> None:
    (link,) = [attrs for _, attrs in page.tags if attrs.get("href", "").startswith("http")]
    assert link["href"] == "https://quayside.example/14"
    assert "noreferrer" in (link["rel"] or "")


def test_lone_surrogates_and_control_characters_do_not_break_the_page() -> None:
    export = ferry_export()
    export["documents"][0]["text"] += "broken \ud83d \x00 \x1b[31m end"
    html = render_report(export)
    assert html.encode("utf-8")
    assert "\x00" not in html
    assert "broken \ufffd \ufffd" in html


def test_the_marked_words_are_exactly_the_spans(html: str) -> None:
    assert '<mark class="m-content">invented from the first line to the last</mark>' in html
    assert '<span class="m-source">Kaldwick</span>' in html
    assert '<span class="m-cue">dismissed</span>' in html


def test_the_text_of_a_document_is_shown_whole(page: Page) -> None:
    for document in ferry_export()["documents"]:
        for line in document["text"].splitlines():
            assert " ".join(line.split()) in re.sub(r"(?<=[.\w”])[12](?=[\s.,”])", "", page.text)


def test_a_claim_shows_status_parties_parts_flags_and_what_is_open(page: Page) -> None:
    for words in (
        "Denied by Brannock Ferries and Kaldwick Shipping.",
        "2 articles · 1 origin · 2 voices on the record · 1 unnamed source",
        "An unnamed source still alleges it after the denial.",
        "Brannock and Norrvik Denied",
        "No statement by Norrvik Marine in these 2 articles.",
        "Norrvik Marine is named in one account only.",
    ):
        assert words in page.text


def test_a_long_list_of_claims_is_folded_after_the_first_few() -> None:
    export = ferry_export()
    first = export["claims"][0]
    export["claims"] += [{**first, "id": f"more{n}"} for n in range(20)]
    html = render_report(export)
    assert html.count('<article class="claim"') == 8
    assert html.count('<details class="claim row"') == 14


def test_a_party_without_a_statement_is_named_once() -> None:
    export = ferry_export()
    assert "No statement: Norrvik Marine" not in Page(render_report(export)).text
    export["claims"][0]["open"] = []
    assert "No statement: Norrvik Marine" in Page(render_report(export)).text


def test_evidence_says_who_speaks_first_hand_and_who_repeats(page: Page) -> None:
    assert "People close to the matter say first-hand" in page.text
    assert "Brannock Ferries called “The company” denies relayed" in page.text


def test_evidence_that_reaches_a_part_of_the_claim_says_which() -> None:
    export = ferry_export()
    items = export["claims"][0]["evidence"]
    items[3]["leg"], items[4]["scope"] = "l1", "Norrvik Marine"
    text = Page(render_report(export)).text
    assert "a categorical denial · only on Brannock and Kaldwick" in text
    assert "a categorical denial · only on Norrvik Marine" in text


def test_evidence_that_names_every_part_is_on_the_whole() -> None:
    export = ferry_export()
    export["claims"][0]["evidence"][4]["scope"] = "Kaldwick Shipping, Norrvik Marine"
    assert "only on" not in Page(render_report(export)).text


def test_undated_evidence_stands_apart_from_the_days(html: str) -> None:
    undated = html.split('class="undated"')[1].split("</section>")[0]
    assert "Kaldwick Shipping" in undated
    assert "People close to the matter" not in undated


def test_the_origin_picture_says_the_same_in_words(html: str) -> None:
    assert (
        "Origin Meridian Ledger (not itself among these documents), "
        "carried by Sound &amp; Shore, The Quayside Brief." in html
    )


def test_a_conditional_check_is_never_shown_without_its_premise(page: Page) -> None:
    assert "If these trailers were all of its traffic: 150,000 of 600,000 is 25 %" in page.text


def test_a_premise_is_said_once_however_the_check_words_it() -> None:
    export = ferry_export()
    check = export["checks"][0]
    check["premise"] = "if these trailers were all of its traffic"
    assert "If these trailers were all of its traffic: 150,000" in Page(render_report(export)).text
    check["says"] = f"under 25 %, {check['premise']}"
    text = Page(render_report(export)).text
    assert text.count("these trailers were all of its traffic") == 1


def test_what_an_editor_must_mind_stands_at_the_top() -> None:
    export = ferry_export()
    export["checks"].append(
        {**export["checks"][0], "id": "k2", "verdict": "fails", "says": "2 < 1"}
    )
    export["claims"][1]["status"] = "overdue"
    top = Page(render_report(export)).text.split("To mind")[1].split("A party or a competent")[0]
    for words in (
        "An unnamed source still alleges it after the denial.",
        "Overdue: due 31 December 2026.",
        "Says more than its article (The Quayside Brief).",
        "2 < 1 In Two ferry companies and a very short answer.",
    ):
        assert words in top


def test_headlines_pledges_names_and_teasers_have_their_place(page: Page) -> None:
    for words in (
        "Says more than its article",
        "31 December 2026",
        "nearest: Siemens 0.93",
        "teaser for another article: You might also like Harbour pilots want more sleep",
        "teaser for another article: no evidence",
    ):
        assert words in page.text


def test_an_empty_ledger_is_a_page_too() -> None:
    page = Page(render_report(EMPTY))
    assert "These documents hold no claim that onrecord could read." in page.text
    assert not page.crossed


def test_an_export_without_text_shows_the_words_of_the_statements() -> None:
    export = ferry_export()
    for document in export["documents"]:
        del document["text"]
    page = Page(render_report(export))
    assert "Kaldwick … dismissed … invented from the first line to the last" in page.text
    assert "The text is not in this export." in page.text


def test_a_page_does_not_change_what_it_is_given_and_is_the_same_each_time() -> None:
    export = ferry_export()
    before = copy.deepcopy(export)
    assert render_report(export) == render_report(export)
    assert export == before


def test_faults_are_listed_and_never_vanish() -> None:
    export = ferry_export()
    export["faults"] = [{"document": "x.ndjson", "stage": "read", "error": "no JSON", "line": 7}]
    assert "Not read: x.ndjson, line 7 (read): no JSON" in Page(render_report(export)).text


def test_identical_texts_in_two_documents_keep_their_own_places() -> None:
    export = ferry_export()
    twin = {**export["documents"][0], "id": "twin", "path": "twin.txt"}
    export["documents"].append(twin)
    export["statements"] += [
        {**row, "document": "twin"} for row in export["statements"] if row["document"] == "ferry"
    ]
    claim = export["claims"][0]
    claim["evidence"] += [
        {**item, "document": "twin"} for item in claim["evidence"] if item["document"] == "ferry"
    ]
    page = Page(render_report(export))
    assert len(page.values("id")) == len(set(page.values("id")))
    assert {href[1:] for href in page.values("href") if href[0] == "#"} <= set(page.values("id"))
