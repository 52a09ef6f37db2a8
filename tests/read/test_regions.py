"""What a stretch of a page is, from its text alone."""

import pytest

from tests.read.conftest import PROSE, SECOND, Kinds, Read

ARTICLE = f"Harlow buys forty trucks from Kestrel\n\n{PROSE}\n\n{SECOND}\n\n"


@pytest.mark.parametrize(
    "line",
    [
        "Share post:",
        "- Advertisement -",
        "[ADVERTISEMENT]",
        "Date:",
        "Follow Mira Holt on Twitter @miraholt",
        "Sign up for our weekly newsletter",
        "We use cookies to make this site work better for you.",
        "Subscribe now for 1 euro a month",
        "14 Mill Lane Leeds 📩 Contact us: desk@northernlorry.example",
        "Photo: Mira Holt / Lorry Weekly",
        "The yard at Lund. Photo: Reuters",
        "Harbour Gate Cranes At Dawn " * 8 + "VIEW ALL PHOTOS IN GALLERY",
        "Harbour Gate Cranes Trucks At Dusk VIEW ALL PHOTOS IN GALLERY",
        "Copyright 2026 Northern Lorry. All rights reserved.",
        "@miraholt",
        "12 comments",
        "玫瑰 白",
        "* * *",
        "Facebook   X   WhatsApp   Email",
        "Share Tweet Print",
        "Email | Print | Copy link",
        "Share this    Save for later    Print",
    ],
)
def test_what_surrounds_an_article_is_boilerplate(line: str, kinds: Kinds) -> None:
    found = kinds(ARTICLE + line + "\n\n" + PROSE)
    assert {kind for kind, words in found if words in line} == {"boilerplate"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Share prices of Harlow Freight fell by four percent after the news on Monday.",
        "Advertisement sales at Northern Lorry rose by a tenth, its publisher said on Friday.",
        "Copyright law protects the drawings of the truck, a lawyer for Kestrel Motors said.",
        "Harlow said it had changed its terms of service after the regulator complained to it.",
        "Contact between the two firms ended in March, Kestrel Motors said in a short statement.",
        '"Help us keep the yard open!" the banner read, and forty drivers stood behind it.',
        "Updated figures show that Harlow Freight carried less in 2025 than in the year before.",
        "Related costs of twelve million euros were not counted, the auditor told the court.",
        "Also on Tuesday, the works council asked to see the contract before it is signed.",
        "The latest in a series of strikes began at the Lund works on Thursday morning.",
        "Correction: an earlier version of this article gave the wrong number of trucks.",
        "Facebook, Twitter and Instagram took the clip down, Brandt said on Monday evening.",
        "Still going strong. pic.twitter.com/Ab3dEf — Mira Holt (@miraholt) October 22, 2014",
    ],
)
def test_a_sentence_that_begins_like_boilerplate_stays_body(sentence: str, kinds: Kinds) -> None:
    found = kinds(ARTICLE + sentence + "\n\n" + PROSE)
    assert all(kind == "body" for kind, words in found if words in sentence)


def test_related_articles_and_what_follows_are_teasers(kinds: Kinds) -> None:
    tail = (
        "Related articles\n\nOrbit Rail sells its depots — and its drivers wonder who pays\n\n"
        "Orbit Rail has sold nine depots to a fund. The fund, which...\n\n"
        "Two ports, one crane\n\nThe crane at Elsmouth is the oldest in the north and..."
    )
    found = kinds(ARTICLE + tail)
    assert {kind for kind, words in found if words in tail} == {"teaser"}


def test_an_article_that_goes_on_after_links_to_others_is_body_again(kinds: Kinds) -> None:
    text = f"{ARTICLE}Related coverage\n\nOrbit Rail sells its depots\n\n{PROSE}\n\n{SECOND}"
    found = kinds(text)
    assert ("teaser", "Orbit Rail sells its depots") in found
    assert found[-1][0] == "body"


def test_top_stories_at_the_head_of_a_page_make_no_teasers(kinds: Kinds) -> None:
    found = kinds(f"Top stories\n\n{PROSE}\n\n{SECOND}")
    assert [kind for kind, _ in found].count("body") == 4


@pytest.mark.parametrize(
    "line",
    ["READ MORE: Orbit Rail sells its depots", "SEE ALSO: The crane at Elsmouth",
     "Ferry Captain Wins Island Chess Trophy In Overtime"],
)  # fmt: skip
def test_a_link_to_another_article_between_paragraphs_is_a_teaser(line: str, kinds: Kinds) -> None:
    assert ("teaser", line) in kinds(f"{ARTICLE}{line}\n\n{PROSE}")


def test_a_heading_that_its_paragraph_takes_up_is_a_headline(kinds: Kinds) -> None:
    found = kinds(f"{ARTICLE}Trucks For Harlow Freight\n\n{PROSE}")
    assert ("headline", "Trucks For Harlow Freight") in found


def test_a_table_of_contents_is_boilerplate_and_its_headings_are_not(kinds: Kinds) -> None:
    text = (
        f"A week on the road\n\nTable of Contents\n\nForty Trucks\nThe Lund Works\n\n"
        f"Forty Trucks\n\n{PROSE}\n\nThe Lund Works\n\n{SECOND}"
    )
    found = kinds(text)
    assert found.count(("boilerplate", "Forty Trucks")) == 1
    assert found.count(("headline", "Forty Trucks")) == 1


def test_the_box_about_the_author_is_boilerplate(kinds: Kinds) -> None:
    box = "Mira Holt is a senior reporter covering freight for Northern Lorry."
    assert ("boilerplate", box) in kinds(f"{ARTICLE}{PROSE}\n\n{SECOND}\n\n{box}")


def test_a_person_described_at_the_end_of_an_article_is_no_box(kinds: Kinds) -> None:
    last = "Mira Holt is also facing trial over the death of a journalist and two drivers."
    assert ("body", last) in kinds(f"{ARTICLE}{PROSE}\n\n{SECOND}\n\n{last}")


def test_a_dateline_is_a_byline_and_its_sentence_is_body(kinds: Kinds) -> None:
    found = kinds(f"Harlow buys trucks\n\nLUND, Sweden (Reuters) - {PROSE}")
    assert found[1] == ("byline", "LUND, Sweden (Reuters) -")
    assert found[2][0] == "body"
    assert found[2][1].startswith("Harlow Freight said")


def test_a_company_in_capitals_before_a_dash_deep_in_a_text_is_no_dateline(kinds: Kinds) -> None:
    line = "KESTREL - the name is older than the firm - means a falcon, its founder said."
    assert ("body", line) in kinds(ARTICLE + PROSE + "\n\n" + line)


def test_a_page_labelled_opinion_is_opinion(kinds: Kinds) -> None:
    found = kinds(f"Opinion\n\nHarlow should not buy trucks\n\n{PROSE}\n\n{SECOND}")
    assert {kind for kind, words in found if words.endswith(".")} == {"opinion"}


def test_what_a_heading_inside_a_page_calls_opinion_is_opinion(kinds: Kinds) -> None:
    found = kinds(f"{ARTICLE}Opinion\n\n{PROSE}\n\nTrucks For Harlow Freight\n\n{SECOND}")
    assert {kind for kind, words in found[6:8]} == {"opinion"}
    assert [kind for kind, words in found if words in SECOND][-1] == "body"


def test_a_section_named_opinion_in_a_list_of_links_makes_no_opinion(kinds: Kinds) -> None:
    found = kinds(f"{ARTICLE}Opinion\nSport\nWeather\n\n{PROSE}\n\n{SECOND}")
    assert "opinion" not in {kind for kind, _ in found}


def test_buttons_near_the_headline_are_no_headline(kinds: Kinds) -> None:
    line = "Facebook   X   Threads   Email"
    found = kinds(f"Harlow buys forty trucks from Kestrel\n\nShare\n{line}\n\n{PROSE}")
    assert ("boilerplate", line) in found


def test_regions_cover_a_text_in_order_and_without_overlap(read: Read) -> None:
    text = "\ufeff \r\n" + ARTICLE.replace("\n", "\r\n") + "Share post:\r\n\r\n"
    regions = read(text).regions
    assert regions[0].start == 0
    assert regions[-1].end == len(text)
    assert all(a.end == b.start for a, b in zip(regions, regions[1:], strict=False))
