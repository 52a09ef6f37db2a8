"""A roundup cut into its stories; any other page is one."""

from tests.read.conftest import PROSE, SECOND, Read

PORTS = (
    "Elsmouth Harbour will dredge its northern basin in spring, the port said. "
    "Elsmouth wants larger tankers, and its crane can lift their pumps."
)
RAIL = (
    "Orbit Rail has sold nine depots to Tarn Capital. Orbit keeps the drivers, and Tarn pays "
    "for the tracks."
)
RAIL_AGAIN = "Orbit Rail hopes that Tarn Capital will also repair the oldest depots by winter."
TRUCKS = (
    "Harlow Freight will buy forty trucks from Kestrel Motors. Kestrel builds them in a new hall "
    "for Harlow alone."
)
STRAY = (
    "With grain prices low, mills are closing early this autumn. Bellwood Mills was the first to "
    "send its people home, and Pollard Grain followed within a week, says Bellwood."
)
INTRO = "Harlow’s trucks, Orbit’s depots and the harbour of Elsmouth kept the week busy."
END = "From Harlow to Orbit and Elsmouth, the trade is changing, and more is to come."


def roundup(*, intro: str = INTRO) -> str:
    return (
        f"A busy week on rails and roads\n\n{intro}\n\nHarlow’s Forty Trucks\n\n{TRUCKS}\n\n"
        f"Orbit Sells Its Depots\n\n{RAIL}\n\n{STRAY}\n\n{RAIL_AGAIN}\n\n"
        f"Elsmouth Digs Deeper\n\n{PORTS}\n\nLooking Ahead\n\n{END}\n"
    )


def story_of(document: object, words: str) -> object:
    return next(
        one.story
        for one in document.passages  # type: ignore[attr-defined]
        if document.text[one.start : one.end] in words  # type: ignore[attr-defined]
    )


def test_a_roundup_is_cut_at_its_headings(read: Read) -> None:
    found = [(one.heading, one.kind.value) for one in read(roundup()).stories]
    assert found == [
        (None, "summary"),
        ("Harlow’s Forty Trucks", "story"),
        ("Orbit Sells Its Depots", "story"),
        (None, "story"),
        ("Elsmouth Digs Deeper", "story"),
        ("Looking Ahead", "summary"),
    ]


def test_a_paragraph_on_something_else_inside_a_section_is_its_own_story(read: Read) -> None:
    document = read(roundup())
    assert story_of(document, RAIL) == story_of(document, RAIL_AGAIN)
    assert story_of(document, STRAY) != story_of(document, RAIL)
    rail = next(one for one in document.stories if one.heading == "Orbit Sells Its Depots")
    assert len(rail.spans) == 2
    assert STRAY not in "".join(document.text[a:b] for a, b in rail.spans)


def test_two_paragraphs_on_something_else_are_one_story_of_their_own(read: Read) -> None:
    more = "Bellwood Mills will open again when the harvest of the spring is in."
    document = read(roundup().replace(STRAY, f"{STRAY}\n\n{more}"))
    assert story_of(document, STRAY) == story_of(document, more)
    assert story_of(document, STRAY) != story_of(document, RAIL)
    assert story_of(document, RAIL_AGAIN) == story_of(document, RAIL)


def test_a_section_may_go_on_after_a_stray_without_a_name(read: Read) -> None:
    again = "The fund wants its oldest depots repaired, and their tracks with them, by winter."
    document = read(roundup().replace(RAIL_AGAIN, again))
    assert story_of(document, again) == story_of(document, RAIL)
    assert story_of(document, STRAY) != story_of(document, RAIL)


def test_a_paragraph_that_tells_of_the_same_things_stays_in_its_section(read: Read) -> None:
    tied = "At Bellwood Junction nine depots for drivers were sold, and Pollard laid new tracks."
    document = read(roundup().replace(STRAY, tied))
    assert story_of(document, tied) == story_of(document, RAIL)


def test_a_paragraph_that_speaks_of_the_same_names_stays_in_its_section(read: Read) -> None:
    tied = STRAY.replace("Pollard Grain", "Orbit Rail")
    document = read(roundup().replace(STRAY, tied))
    assert story_of(document, tied) == story_of(document, RAIL)


def test_a_paragraph_that_begins_with_a_pronoun_stays_in_its_section(read: Read) -> None:
    tied = "They are not alone: Bellwood Mills and Pollard Grain sell their sidings too."
    document = read(roundup().replace(STRAY, tied))
    assert story_of(document, tied) == story_of(document, RAIL)


def test_the_chapters_of_one_article_are_one_story(read: Read) -> None:
    text = (
        f"Harlow renews its fleet\n\n{TRUCKS}\n\nThe Price For Harlow\n\n"
        "Harlow Freight pays eight million euros, said its chief, Ada Brandt.\n\n"
        "Harlow And Its Drivers\n\nDrivers of Harlow Freight want smaller cabs, their union said."
        "\n\nWhat Harlow Says\n\nHarlow Freight said the cabs were wide enough for everyone."
    )
    assert len(read(text).stories) == 1


def test_stories_without_headings_are_told_apart_by_their_names(read: Read) -> None:
    text = "\n\n".join((TRUCKS, PORTS, STRAY))
    document = read(text)
    assert [text[one.start : one.end] for one in document.stories] == [TRUCKS, PORTS, STRAY]


def test_an_article_without_headings_is_one_story(read: Read) -> None:
    document = read(f"Harlow buys trucks\n\n{PROSE}\n\n{SECOND}\n\n{TRUCKS}")
    assert len(document.stories) == 1


def test_the_title_of_a_roundup_belongs_to_the_story_that_it_names(read: Read) -> None:
    document = read(
        "Harlow buys Kestrel’s trucks" + roundup().removeprefix("A busy week on rails and roads")
    )
    assert document.passages[0].story == story_of(document, TRUCKS)


def test_teasers_and_boilerplate_belong_to_no_story(read: Read) -> None:
    document = read(
        f"Harlow buys trucks\n\nShare post:\n\n{PROSE}\n\n{SECOND}\n\nMost read\n\nAn odd crane"
    )
    stories = {one.region.value: one.story for one in document.passages}
    assert stories["boilerplate"] is None
    assert stories["teaser"] is None
    assert stories["headline"] == stories["body"] == document.stories[0].id
