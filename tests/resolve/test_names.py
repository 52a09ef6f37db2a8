"""Names in a text and what they name."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.kit import Kit, load_kit
from onrecord.model import EntityKind, Where
from onrecord.resolve import find_names

from .conftest import Read, make_page


def names(read: Read, text: str) -> list[tuple[str, str | None]]:
    """Each mention's words with the entity it stands for."""
    return [(mention.text, mention.entity) for mention in read(text)[0]]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Shares of Norvane Motor Company fell.", ("Norvane Motor Company", "Norvane")),
        ("Shares of Norvane Inc. fell.", ("Norvane Inc", "Norvane")),
        ("A report in the Harbour Post said so.", ("Harbour Post", "Harbour Post")),
        ("It was first in The EL, a spokesman said.", ("EL", "Evening Ledger")),
        ("NORVANE DENIES TALKS", ("NORVANE", "Norvane")),
        ("Norvane\u2019s plant is shut.", ("Norvane", "Norvane")),
        ("The Verge wrote about it.", ("Verge", "The Verge")),
        ("Talks with Target failed.", ("Target", "Target")),
        ("Target said on Monday it would close.", ("Target", "Target")),
    ],
)
def test_a_known_name_is_found_in_its_spellings(
    read: Read, text: str, wanted: tuple[str, str]
) -> None:
    assert wanted in names(read, text)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Target practice was cancelled.", "Target"),
        ("They met at Target Field yesterday.", "Target"),
        ("On the verge of tears, he left.", "verge"),
        ("The elevator broke.", "el"),
        ("It came in Monday of last March.", "Monday"),
        ("Swedish workers went home.", "Swedish"),
        ("I'm sure we're fine.", "I'm"),
    ],
)
def test_an_ordinary_word_is_no_name(read: Read, text: str, word: str) -> None:
    assert not [mention for mention in read(text)[0] if mention.text == word and mention.entity]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Lt. Mark Tolliver said officers came.", "Mark Tolliver"),
        ("The plan failed, said Daniel Okwuosa, a partner at Fennick Capital.", "Daniel Okwuosa"),
        ("Norvane spokeswoman Tamsin Rell declined to comment.", "Tamsin Rell"),
        ("Interior minister Farouk al-Masrawi spoke.", "Farouk al-Masrawi"),
        ("Charlie Winter, a researcher, said so.", "Charlie Winter"),
        ("The singer Robyn Tarrow-Blake, 34, left.", "Robyn Tarrow-Blake"),
    ],
)
def test_a_person_is_told_by_title_given_name_or_apposition(
    read: Read, text: str, name: str
) -> None:
    _, entities = read(text)
    assert name in [e.name for e in entities if e.kind is EntityKind.PERSON]


def test_a_body_is_no_person(read: Read) -> None:
    _, entities = read("The Marcus Greene Foundation met the Charlotte Police Department.")
    assert not [e for e in entities if e.kind is EntityKind.PERSON]
    assert {"Marcus Greene Foundation"} <= {e.name for e in entities if e.role == "association"}


def test_a_surname_stands_for_the_longest_form_on_the_page(read: Read) -> None:
    text = "Peter Alan Groves left. Groves was tired, Peter Groves said. Mr. Groves slept."
    assert {name for _, name in names(read, text)} == {"Peter Alan Groves"}


def test_a_surname_that_two_bear_stands_for_neither(read: Read) -> None:
    found = names(read, "Peter Groves met Anna Groves. Later Groves left.")
    assert ("Groves", "Groves") in found


def test_a_surname_that_is_also_a_company_is_the_person_named_before(read: Read) -> None:
    found = names(read, "Linda Hartley sued the city. Later Hartley withdrew.")
    assert ("Hartley", "Linda Hartley") in found


def test_a_company_named_before_its_founder_stays_the_company(read: Read) -> None:
    found = names(read, "Shops of Hartley shut. Linda Hartley wept. Then Hartley was sold.")
    assert found[-1] == ("Hartley", "Hartley")


def test_the_office_and_the_body_of_a_person_are_kept(read: Read) -> None:
    _, entities = read("Steven Marsh, chief economist of Norvane, spoke to Karsund.")
    marsh = next(e for e in entities if e.name == "Steven Marsh")
    assert (marsh.affiliation, marsh.title) == ("Norvane", "chief economist")


@pytest.mark.parametrize(
    ("text", "affiliation"),
    [
        ("Norvane cut jobs. The sales chief, Nadia Brandt, left.", "Norvane"),
        ("Norvane cut jobs. Nadia Brandt, its sales chief, left.", "Norvane"),
        ("Norvane and Karsund cut jobs. The sales chief, Nadia Brandt, left.", None),
        ("Norvane cut jobs.\nThe sales chief, Nadia Brandt, left.", None),
    ],
)
def test_an_office_without_body_belongs_to_the_one_company_of_its_paragraph(
    read: Read, text: str, affiliation: str | None
) -> None:
    person = next(e for e in read(text)[1] if e.name == "Nadia Brandt")
    assert person.affiliation == affiliation


def test_an_acronym_in_brackets_stands_for_the_name_before_it(read: Read) -> None:
    found = names(read, "The Lower Quay Harbour Commission (LQHC) met. Later the LQHC voted.")
    assert ("LQHC", "Lower Quay Harbour Commission") in found


def test_ministries_of_two_countries_stay_apart(read: Read) -> None:
    text = "Iraq's Interior Ministry spoke. The Lebanese Interior Ministry did not."
    found = {name for _, name in names(read, text)}
    assert {"Interior Ministry of Iraq", "Interior Ministry of Lebanon"} <= found


def test_a_ministry_named_with_its_country_keeps_it(read: Read) -> None:
    text = "Iraq's Interior Ministry spoke. Later the Interior Ministry fell silent."
    assert names(read, text)[-1] == ("Interior Ministry", "Interior Ministry of Iraq")


def test_a_headline_in_title_case_makes_no_names_of_its_verbs(read: Read) -> None:
    found = names(read, "Norvane Quietly Shelves Bold Plan With Karsund\n\nThe plan is off.\n")
    assert found == [("Norvane", "Norvane"), ("Karsund", "Karsund")]


def test_names_of_a_title_outside_the_text_say_where_they_stand(kit: Kit) -> None:
    mentions, _ = find_names(make_page("It is off.", title="Norvane says no"), kit)
    assert [(m.text, m.where) for m in mentions] == [("Norvane", Where.TITLE)]


def test_a_page_in_another_language_is_left(kit: Kit) -> None:
    assert find_names(replace(make_page("Norvane sagt nein."), unread=True), kit) == ((), ())


WORDS = st.sampled_from(
    ["Norvane", "Karsund,", "Target", "The", "A.", "Lt.", "said,", "\u201cHe\u201d", "'s", "\n\n"]
    + ["John", "\u0130stanbul", "U.S.", "and", "of", "(CDA)", "9to5", "Ann-Marie", "McRae's"]
)


@given(st.lists(WORDS, max_size=40).map(" ".join) | st.text(max_size=80))
def test_a_mention_is_exactly_the_text_at_its_place(text: str) -> None:
    mentions, entities = find_names(make_page(text), load_kit())
    known = {entity.name for entity in entities}
    for mention in mentions:
        assert text[mention.start : mention.end] == mention.text != ""
        assert mention.entity is None or mention.entity in known
    assert [m.start for m in mentions] == sorted(m.start for m in mentions)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Staff of St Orla's Hospital said so.", "St Orla's Hospital"),
        ("The National Grain Inspectorate said so.", "National Grain Inspectorate"),
        ("It was in The Sandport Times on Monday.", "Sandport Times"),
    ],
)
def test_a_longer_name_is_not_cut_at_a_short_one_inside(text: str, wanted: str) -> None:
    mentions, _ = find_names(make_page(text), load_kit())
    assert wanted in {mention.text for mention in mentions}


def test_what_belongs_to_somebody_is_no_part_of_the_name() -> None:
    mentions, _ = find_names(make_page("Staff of Ada Brill's Hospital said so."), load_kit())
    assert "Ada Brill" in {mention.text for mention in mentions}


def test_an_outlet_with_a_plain_name_is_still_found() -> None:
    mentions, _ = find_names(
        make_page("The National said on Monday that it had seen it."), load_kit()
    )
    assert "The National" in {mention.entity for mention in mentions}


def test_a_speaker_after_a_comma_does_not_say_what_the_name_before_it_is() -> None:
    text = "It was made in Sandport, the company said on Monday. It was sold in Sandport."
    _, entities = find_names(make_page(text), load_kit())
    assert "company" not in {e.role for e in entities if e.name == "Sandport"}
    text = "It was made by Norvant, the company in Sandport. Norvant has said nothing."
    _, entities = find_names(make_page(text), load_kit())
    assert "company" in {e.role for e in entities if e.name == "Norvant"}


def test_a_league_of_people_is_a_body_and_so_called() -> None:
    mentions, _ = find_names(make_page("So said the Bakers' League on Monday."), load_kit())
    assert "Bakers' League" in {mention.entity for mention in mentions}


@pytest.mark.parametrize(
    ("text", "name", "title"),
    [
        ("Christian Vale will play the lead, and Vale is glad.", "Christian Vale", None),
        (
            "Deputy Fleet Commander Lt. Gen. Hamed Orlu said so. Orlu said more.",
            "Hamed Orlu",
            "Deputy Fleet Commander Lt. Gen",
        ),
        (
            "Harbour Relations Officer Ada Bell told us so.",
            "Ada Bell",
            "Harbour Relations Officer",
        ),
        ("Insp Tolliver said no.", "Tolliver", "Insp"),
        ("The sergeant-at-arms is Paul Dray. Sergeant-at-Arms Paul Dray fired.", "Paul Dray", None),
    ],
)
def test_a_person_is_found_behind_a_long_title(
    read: Read, text: str, name: str, title: str | None
) -> None:
    (found,) = [entity for entity in read(text)[1] if entity.kind is EntityKind.PERSON]
    assert found.name == name
    assert title is None or found.title == title


@pytest.mark.parametrize(
    "text", ["Christian Democrats met.", "Christian leaders met.", "The Christian Vale was green."]
)
def test_an_adjective_before_a_noun_is_no_given_name(read: Read, text: str) -> None:
    assert not [
        e for e in read(text)[1] if e.kind is EntityKind.PERSON and e.name != "Christian Vale"
    ]


def test_a_name_does_not_run_over_a_verb_in_title_case(read: Read) -> None:
    found = names(read, "The line 'Ada Bell Is Dead' went round. Ada Bell laughed about it.")
    assert ("Ada Bell", "Ada Bell") in found
    assert not [text for text, _ in found if "Dead" in text]


def test_a_namesake_with_a_further_name_is_another_person(read: Read) -> None:
    text = "Tavenor mourned Orla Quennell Tavenor, 40, his aunt. Orla Quennell is well."
    people = {e.name for e in read(text)[1] if e.kind is EntityKind.PERSON}
    assert people == {"Orla Quennell", "Orla Quennell Tavenor"}


def test_a_rank_behind_a_name_is_none_of_it(read: Read) -> None:
    assert ("Paul Dray", "Paul Dray") in names(read, "It was Paul Dray Sgt of the guard.")


def test_an_office_with_an_abbreviated_rank_belongs_to_the_body_before_it(read: Read) -> None:
    text = "Norvane spokesman Col. Steve Dray said no."
    (person,) = [e for e in read(text)[1] if e.kind is EntityKind.PERSON]
    assert (person.affiliation, person.title) == ("Norvane", "spokesman")


@pytest.mark.parametrize(
    ("text", "affiliation"),
    [
        ("Ada Bell, who has owned and run Dapple Mills, said so.", "Dapple Mills"),
        ("Ada Bell, who runs Dapple Mills, said so.", "Dapple Mills"),
        ("Ada Bell, who once owned Dapple Mills, said so.", None),
        ("Norvane Midwest Health spokeswoman Ada Bell said so.", "Norvane"),
        ("Jane Roe was arrested. Her lawyer, Ada Bell, said so.", "Jane Roe"),
        ("Jane Roe was arrested. Jane Roe's lawyer Ada Bell said so.", "Jane Roe"),
        ("Jane Roe met Ana Dray. Her lawyer, Ada Bell, said so.", None),
    ],
)
def test_owners_and_lawyers_belong_to_whom_they_speak_for(
    read: Read, text: str, affiliation: str | None
) -> None:
    (found,) = [entity for entity in read(text)[1] if entity.name == "Ada Bell"]
    assert found.affiliation == affiliation


@pytest.mark.parametrize(
    ("text", "name"),
    [("His niece Erin said so.", "Erin"), ("Mary, Dray's older sister, said so.", "Mary")],
)
def test_a_relative_is_a_person_by_the_given_name_alone(read: Read, text: str, name: str) -> None:
    (found,) = [entity for entity in read(text)[1] if entity.name == name]
    assert found.kind is EntityKind.PERSON


def test_an_acronym_means_the_body_of_the_page_with_these_initials(read: Read) -> None:
    text = "The Orvel Rowing School won. The ORS said so."
    assert ("ORS", "Orvel Rowing School") in names(read, text)
    text = "The Orvel River Constabulary won. The ORS said so."
    assert ("ORS", "Office of Rail Safety") in names(read, text)
    text = "The Orvel Rowing School met the Office of Rail Safety. The ORS said so."
    assert ("ORS", "Office of Rail Safety") in names(read, text)


def test_part_of_a_longer_title_is_no_outlet(read: Read) -> None:
    found = names(read, "It was in the Larch County Harbour Post on Monday.")
    assert ("Harbour Post", "Harbour Post") in found  # the kit's own name in full
    kit = load_kit()
    mentions, _ = find_names(make_page("According to the Larch County Daily News, no."), kit)
    assert "New York Daily News" not in {mention.entity for mention in mentions}


def test_a_middle_initial_makes_no_other_person(read: Read) -> None:
    found = read("Ada M. Bell said no. Bell was glad, and Ada M. Bell left.")[1]
    assert [e.name for e in found if e.kind is EntityKind.PERSON] == ["Ada Bell"]
    found = read("Ada van Bell said no.")[1]
    assert [e.name for e in found if e.kind is EntityKind.PERSON] == ["Ada van Bell"]


def test_an_acronym_behind_the_last_word_of_a_name_is_not_that_words(read: Read) -> None:
    found = names(read, "The Society for Care of Seals (RSCS) won. The RSCS said so.")
    assert ("RSCS", "Seals") not in found
