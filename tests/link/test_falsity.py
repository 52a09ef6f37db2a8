"""Wordings by which a text says that something is not so."""

import pytest

from onrecord.link.falsity import exposure, is_falsifying, tells_of_a_check, traces_to_satire
from tests.making import KIT


@pytest.mark.parametrize(
    "content",
    ["the report is false", "there is no truth to it", "the whole tale was debunked"],
)
def test_says_that_it_is_not_so(content: str) -> None:
    assert is_falsifying(content, content, KIT)


@pytest.mark.parametrize(
    "content", ["he wore false teeth", "a fake fur coat", "the ridiculous hat"]
)
def test_a_weak_word_alone_says_nothing_of_a_claim(content: str) -> None:
    assert not is_falsifying(content, content, KIT)


def test_tells_satire_from_a_doctored_picture() -> None:
    assert exposure("The Daily Gull is a satirical site", KIT) == "satire"
    assert exposure("the photo was doctored", KIT) == "exhibit"
    assert exposure("the photo was taken in May", KIT) is None


def test_knows_that_a_speaker_looked_into_it() -> None:
    assert tells_of_a_check("officers checked with the yard and nothing is missing", KIT)
    assert not tells_of_a_check("officers said nothing is missing", KIT)


@pytest.mark.parametrize(
    "text",
    [
        "The photo is from 2011",
        "the video was in fact filmed at another match",
        "The picture of the quay is from an old brochure",
        "the clip dates back to 2009",
    ],
)
def test_a_picture_from_elsewhere_is_exposed(text: str) -> None:
    assert exposure(text, KIT) == "exhibit"
    assert is_falsifying(text, text, KIT)


@pytest.mark.parametrize(
    "text",
    [
        "The photo was taken in May",
        "the video shows a match in 2011",
        "The picture is from the harbour",
        "the clip was filmed by a fan",
    ],
)
def test_where_a_picture_was_taken_exposes_nothing(text: str) -> None:
    assert exposure(text, KIT) is None


@pytest.mark.parametrize(
    "text",
    [
        "We now accept that there were no such talks",
        "An earlier version of this article said that Norvik would buy the yard",
        "The Post apologised and took the story down",
        "The story has been removed from this website",
    ],
)
def test_an_outlet_that_takes_its_report_back_is_exposed(text: str) -> None:
    assert exposure(text, KIT) == "retraction"
    assert is_falsifying(text, text, KIT)


@pytest.mark.parametrize(
    "text",
    [
        "An earlier version of this article misspelled the name of the yard",
        "An earlier version of the bill said that the yard would close",
        "The council removed the old crane",
        "We accept that the yard will close",
    ],
)
def test_a_detail_put_right_takes_nothing_back(text: str) -> None:
    assert exposure(text, KIT) is None


def test_what_is_said_not_to_be_staged_is_not_exposed() -> None:
    for text in ("the video was not staged", "he denied faking the photo, never doctored it"):
        assert exposure(text, KIT) is None
    assert not is_falsifying("the video was not staged", "the video was not staged", KIT)
    assert exposure("the video was staged", KIT) == "exhibit"


def test_a_novel_exposes_nobody() -> None:
    assert exposure("his ideas come from a novel, a work of fiction", KIT) is None
    assert exposure("All stories on this site are works of fiction", KIT) == "satire"


@pytest.mark.parametrize(
    "text",
    [
        "the tale of a goat on the ferry was an April Fool's joke",
        "We made it up with the ferry company",
        "The reports were just a publicity stunt",
    ],
)
def test_a_story_that_was_a_joke_is_exposed(text: str) -> None:
    assert exposure(text, KIT) == "joke"
    assert is_falsifying(text, text, KIT)


@pytest.mark.parametrize(
    "text",
    [
        "He told an April Fool's joke at dinner",
        "The crew made up the beds",
        "A prank went wrong",
        "I wrote no plan, I just made it up as I went along",
    ],
)
def test_a_joke_that_somebody_tells_exposes_nothing(text: str) -> None:
    assert exposure(text, KIT) is None
    assert not is_falsifying(text, text, KIT)


def test_a_check_that_found_nothing_says_that_it_is_not_so() -> None:
    found = "it had examined the logs and found no deaths linked to damp"
    assert is_falsifying(found, found, KIT) and tells_of_a_check(found, KIT)
    other = "it had examined the logs and found two deaths linked to damp"
    assert not is_falsifying(other, other, KIT)


@pytest.mark.parametrize(
    "text",
    [
        "the photo could have been digitally altered",
        "it is unclear whether the photo has been doctored",
        "experts wonder if the video was staged",
    ],
)
def test_a_doubt_about_a_picture_exposes_nothing(text: str) -> None:
    assert exposure(text, KIT) is None
    assert exposure("the photo was doctored", KIT) == "exhibit"


@pytest.mark.parametrize(
    "text",
    [
        "the man in the photo is not Ona Field",
        "the video was exposed as a fake",
        "the picture is digitally manipulated",
    ],
)
def test_a_picture_of_somebody_else_is_not_what_it_seems(text: str) -> None:
    assert exposure(text, KIT) == "exhibit"
    assert exposure("the man in the photo is Ona Field", KIT) is None


@pytest.mark.parametrize(
    "text", ["they're lying", "it never happened", "the letter is not genuine", "that is a lie"]
)
def test_calling_somebody_a_liar_says_that_it_is_not_so(text: str) -> None:
    assert is_falsifying(text, text, KIT)
    assert not is_falsifying("the nets are drying, and the crew was lying low", "", KIT)


def test_another_satire_site_is_named_however_it_is_introduced() -> None:
    assert exposure('The Daily Gull is another "satire" publication.', KIT) == "satire"
    assert exposure("The Daily Gull is one of many fake news sites", KIT) == "satire"


@pytest.mark.parametrize(
    "text",
    [
        "not one part of it was staged",
        "no part of the video was doctored",
        "many such videos are staged",
    ],
)
def test_what_is_not_staged_or_staged_elsewhere_exposes_nothing(text: str) -> None:
    assert exposure(text, KIT) is None


@pytest.mark.parametrize(
    "text",
    [
        "The piece was actually from a satirical magazine",
        "A fake Harbour Post website has been set up",
        "the page that we named is a spoof site",
    ],
)
def test_a_story_traced_to_a_page_that_invents_is_exposed(text: str) -> None:
    assert exposure(text, KIT) == "satire"
    assert is_falsifying(text, text, KIT)


@pytest.mark.parametrize(
    "text",
    [
        "She wrote a history of the satirical press",
        "Norvik has bought The Onion from its owner",
        "he reported on a satirical site's closure",
        "The site of the new yard is satisfactory",
    ],
)
def test_a_page_that_invents_is_not_exposed_by_being_named(text: str) -> None:
    assert exposure(text, KIT) is None
    assert not traces_to_satire(text, KIT)


def test_a_tale_is_traced_to_a_page_that_the_kit_lists_as_satire() -> None:
    assert traces_to_satire("The tale originated with The Onion", KIT)
    assert traces_to_satire("The Onion, which posted an article about it, makes things up", KIT)
    assert not traces_to_satire("The tale originated with the Harbour Post", KIT)


def test_a_video_that_does_not_show_it_is_exposed() -> None:
    assert exposure("Fact check: video does not show the Orrin dam bursting", KIT) == "exhibit"
    assert exposure("the video does not last long", KIT) is None


def test_a_note_on_an_earlier_version_takes_back_what_it_told() -> None:
    told = "An earlier version of this article incorrectly stated that the line began in 1988"
    assert exposure(told, KIT) == "retraction"
    assert exposure("An earlier version of this story was published on Monday", KIT) is None
