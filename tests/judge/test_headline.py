"""Whether a headline says more than its own article."""

from dataclasses import replace

import pytest

from onrecord.judge.headline import weigh_headline
from onrecord.kit import load_kit
from onrecord.model import (
    Act,
    Document,
    Headline,
    HeadlineVerdict,
    Naming,
    Part,
    Passage,
    Region,
    RegionKind,
    Source,
    Span,
    Statement,
    Voice,
    make_id,
)
from onrecord.text import split_sentences

HEADLINE = "Marlow Steel Buys Rival Dunmore Forge"


def make_page(headline: str, body: str, kind: RegionKind = RegionKind.BODY) -> Document:
    """A page of a headline and one region under it."""
    text = f"{headline}\n\n{body}"
    top = len(headline)
    passages = [Passage(0, top, RegionKind.HEADLINE, None, 0)] if headline else []
    passages += [Passage(a, b, kind, None, 1) for a, b in split_sentences(text, top)]
    regions = (Region(RegionKind.HEADLINE, 0, top), Region(kind, top + 2, len(text)))
    return Document(
        id=make_id(text),
        text=text,
        text_sha256="",
        path=None,
        url=None,
        outlet=None,
        author=None,
        title=headline or None,
        title_span=Span(0, top) if headline else None,
        language="en",
        unread=False,
        published=None,
        captured=None,
        version_of=None,
        regions=regions if headline else regions[1:],
        stories=(),
        passages=tuple(passages),
    )


def make_statement(
    page: Document, content: str, source: str | None, act: Act = Act.ASSERT, **more: object
) -> Statement:
    """A statement of the page's body, found by its words."""
    start = page.text.index(content, page.text.index("\n"))
    spans = (Span(start, start + len(content)),)
    who = None
    if source is not None:
        place = page.text.index(source, page.text.index("\n"))
        who = Source((Span(place, place + len(source)),), source)
    return Statement(
        id=make_id(page.id, spans),
        story=None,
        region=RegionKind.BODY,
        source=who,
        cue=None,
        content=Part(spans, content),
        act=act,
        **more,  # type: ignore[arg-type]
    )


def weigh(headline: str, body: str, *statements: Statement) -> Headline | None:
    return weigh_headline(make_page(headline, body), statements, (), load_kit())


OVERSTATED = [
    "Marlow Steel is rumoured to be buying rival Dunmore Forge. Neither would comment.",
    "Marlow Steel may buy rival Dunmore Forge next year. A bid by Marlow for Dunmore is possible.",
    "Marlow Steel reportedly agreed to buy its rival Dunmore Forge in March.",
    "Unverified posts had Marlow Steel buying Dunmore Forge, its rival.",
    "The Herald reported that Marlow Steel was to buy its rival Dunmore Forge. Marlow denied "
    "the report.",
]

FAIR = [
    "Marlow Steel has bought its rival Dunmore Forge. Reports had suggested Marlow might buy "
    "Dunmore Forge.",
    "Marlow Steel bought its rival Dunmore Forge on Monday, a deal that could cost jobs.",
    "Steel prices may rise. A storm is rumoured to be near. The bakery denied the report.",
]


@pytest.mark.parametrize("body", OVERSTATED)
def test_what_the_body_gives_as_unsure_is_overstated_by_a_plain_headline(body: str) -> None:
    weighed = weigh(HEADLINE, body)
    assert weighed is not None
    assert weighed.verdict is HeadlineVerdict.OVERSTATED
    assert weighed.passages


@pytest.mark.parametrize("body", FAIR)
def test_a_body_that_says_it_too_or_hedges_something_else_is_fair(body: str) -> None:
    weighed = weigh(HEADLINE, body)
    assert weighed is not None
    assert weighed.verdict is HeadlineVerdict.FAIR
    assert weighed.passages == ()


CAUTIOUS = [
    "Is Marlow Steel Buying Rival Dunmore Forge?",
    "Marlow Steel May Buy Rival Dunmore Forge",
    "Marlow Steel Reportedly Buys Rival Dunmore Forge",
    "Report: Marlow Steel Buys Rival Dunmore Forge",
    "Marlow Steel Buys Rival Dunmore Forge: sources",
    "Marlow Steel “Buys” Rival Dunmore Forge",
    "No, Marlow Steel Is Not Buying Rival Dunmore Forge",
]


@pytest.mark.parametrize("headline", CAUTIOUS)
def test_a_headline_with_its_own_caution_is_fair(headline: str) -> None:
    for body in OVERSTATED:
        weighed = weigh(headline, body)
        assert weighed is not None
        assert weighed.verdict is HeadlineVerdict.FAIR


def test_a_kicker_before_a_colon_names_no_source() -> None:
    weighed = weigh("BREAKING: Marlow Steel buys rival Dunmore Forge", OVERSTATED[0])
    assert weighed is not None
    assert weighed.verdict is HeadlineVerdict.OVERSTATED


def test_a_body_that_calls_it_a_hoax_contradicts_the_headline() -> None:
    body = "The story that Marlow Steel bought its rival Dunmore Forge is a hoax."
    weighed = weigh(HEADLINE, body)
    assert weighed is not None
    assert weighed.verdict is HeadlineVerdict.CONTRADICTED


def test_a_denial_on_record_limits_and_its_speaker_is_named() -> None:
    body = "Dunmore Forge said it was not being bought by its rival Marlow Steel."
    page = make_page(HEADLINE, body)
    content = "it was not being bought by its rival Marlow Steel"
    denial = make_statement(page, content, "Dunmore Forge", Act.DENY, naming=Naming.NAMED)
    weighed = weigh_headline(page, [denial], (), load_kit())
    assert weighed is not None
    assert weighed.verdict is HeadlineVerdict.OVERSTATED
    assert "as denied by Dunmore Forge" in weighed.why


def test_a_named_source_that_says_it_outright_makes_the_headline_fair() -> None:
    body = (
        "Marlow Steel has bought its rival Dunmore Forge, its chairman Otis Brand said. "
        "Marlow Steel was rumoured to be buying Dunmore Forge."
    )
    page = make_page(HEADLINE, body)
    content = "Marlow Steel has bought its rival Dunmore Forge"
    said = make_statement(page, content, "Otis Brand", voice=Voice.PRINCIPAL, naming=Naming.NAMED)
    weighed = weigh_headline(page, [said], (), load_kit())
    assert weighed is not None
    assert weighed.verdict is HeadlineVerdict.FAIR


def test_a_headline_on_unnamed_sources_alone_is_overstated() -> None:
    body = (
        "Marlow Steel is buying its rival Dunmore Forge, insiders whispered. "
        "Dunmore Forge would then be run by Marlow Steel, people close to both added."
    )
    page = make_page(HEADLINE, body)
    statements = [
        make_statement(page, content, who, voice=Voice.UNNAMED, naming=Naming.DESCRIBED)
        for content, who in (
            ("Marlow Steel is buying its rival Dunmore Forge", "insiders"),
            ("Dunmore Forge would then be run by Marlow Steel", "people close to both"),
        )
    ]
    weighed = weigh_headline(page, statements, (), load_kit())
    assert weighed is not None
    assert weighed.verdict is HeadlineVerdict.OVERSTATED
    assert "from unnamed sources" in weighed.why


def test_a_witness_without_a_name_is_no_unnamed_source() -> None:
    body = "Marlow Steel bought its rival Dunmore Forge on Monday, a resident said."
    page = make_page(HEADLINE, body)
    content = "Marlow Steel bought its rival Dunmore Forge on Monday"
    said = make_statement(page, content, "a resident", voice=Voice.UNNAMED)
    weighed = weigh_headline(page, [said], (), load_kit())
    assert weighed is not None
    assert weighed.verdict is HeadlineVerdict.FAIR


def test_teasers_and_opinion_bear_on_no_headline() -> None:
    page = make_page(HEADLINE, OVERSTATED[0], RegionKind.TEASER)
    weighed = weigh_headline(page, (), (), load_kit())
    assert weighed is not None
    assert weighed.verdict is HeadlineVerdict.FAIR


def test_a_page_without_headline_has_no_verdict() -> None:
    assert weigh("", OVERSTATED[0]) is None


def test_spans_are_those_of_the_headline_and_the_passages() -> None:
    page = make_page(HEADLINE, OVERSTATED[0])
    weighed = weigh_headline(page, (), (), load_kit())
    assert weighed is not None
    start, end = weighed.headline
    assert page.text[start:end] == HEADLINE
    start, end = weighed.passages[0]
    assert page.text[start:end].endswith("Dunmore Forge.")


def test_the_month_of_may_is_no_hedge() -> None:
    body = "In May Marlow Steel bought its rival Dunmore Forge. The price was $9 million."
    weighed = weigh(HEADLINE, body)
    assert weighed is not None
    assert weighed.verdict is HeadlineVerdict.FAIR


def test_a_denial_in_another_story_denies_nothing_here() -> None:
    body = (
        "The Herald reported that Marlow Steel was to buy its rival Dunmore Forge. "
        "The baker denied the report."
    )
    page = make_page(HEADLINE, body)
    *rest, last = page.passages
    page = replace(page, passages=(*rest, replace(last, story="another")))
    weighed = weigh_headline(page, (), (), load_kit())
    assert weighed is not None
    assert weighed.verdict is HeadlineVerdict.FAIR


def test_a_very_long_line_of_cues_is_read_in_time() -> None:
    body = "Marlow Steel may allegedly deny a hoax rumour " * 20_000
    weighed = weigh(HEADLINE, body + ".")
    assert weighed is not None


@pytest.mark.parametrize(
    ("act", "verdict"),
    [(Act.PLEDGE, HeadlineVerdict.OVERSTATED), (Act.ASSERT, HeadlineVerdict.FAIR)],
)
def test_a_plan_in_a_headline_is_stated_and_a_saying_attributed(
    act: Act, verdict: HeadlineVerdict
) -> None:
    page = make_page("Marlow Steel Plans Purchase of Rival Dunmore Forge", OVERSTATED[0])
    spans = (Span(19, 51),)
    text = page.text[19:51]
    source = Source((Span(0, 12),), "Marlow Steel")
    found = make_statement(page, "Marlow Steel", None, act)
    found = replace(found, source=source, content=Part(spans, text), region=RegionKind.HEADLINE)
    weighed = weigh_headline(page, [found], (), load_kit())
    assert weighed is not None
    assert weighed.verdict is verdict
