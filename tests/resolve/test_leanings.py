"""What a page makes of names that no list knows."""

import pytest

from onrecord.model import Entity, EntityKind

from .conftest import Read

COMPANY, PERSON, PLACE = EntityKind.ORGANISATION, EntityKind.PERSON, EntityKind.PLACE


def entity(read: Read, text: str, name: str) -> Entity | None:
    """The entity of a name, if the text has it."""
    return next((one for one in read(text)[1] if one.name == name), None)


@pytest.mark.parametrize(
    ("text", "name", "kind", "role"),
    [
        ("Quorrel Dairy admitted it.", "Quorrel Dairy", COMPANY, "company"),
        ("They saw Vessrin Rovers lose.", "Vessrin Rovers", COMPANY, "company"),
        ("It was in the Ombry Ledger on Monday.", "Ombry Ledger", COMPANY, "outlet"),
        ("The toy maker Dapple & Sorn said so.", "Dapple & Sorn", COMPANY, "company"),
        ("The hospital group Saint Ulver shut a ward.", "Saint Ulver", COMPANY, "company"),
        ("He left Zentrix, a chip designer.", "Zentrix", COMPANY, "company"),
        ("Shares in Zentrix fell.", "Zentrix", COMPANY, "company"),
        ("They met Zentrix's chief executive.", "Zentrix", COMPANY, ""),
        ("On Friday Zentrix have confirmed it.", "Zentrix", COMPANY, ""),
        ("The website Marsh Watch said so.", "Marsh Watch", COMPANY, "outlet"),
        ("A residents' group, Dell Lane Forward, agreed.", "Dell Lane Forward", COMPANY, None),
        ("Then Dunric Ostvel, the chief executive, spoke.", "Dunric Ostvel", PERSON, ""),
        ("They met Orvane Lisk, who ran the store.", "Orvane Lisk", PERSON, ""),
        ("That is all, said Zentrix's chairman, Ulvar Brenn.", "Ulvar Brenn", PERSON, ""),
        ("The coroner named Mr Ostvel.", "Ostvel", PERSON, ""),
        ("It rained on the island of Wessock.", "Wessock", PLACE, ""),
        ("They met near Wessock.", "Wessock", PLACE, ""),
        ("A boat left Port Wessock at noon.", "Port Wessock", PLACE, ""),
        ("Lamps burned on Gorm Point all night.", "Gorm Point", PLACE, ""),
        ("Wessock's mayor wept.", "Wessock", PLACE, ""),
        ("WESSOCK, Friday 3 (Reuters) - It rained.", "WESSOCK", PLACE, ""),
    ],
)
def test_the_page_tells_what_a_name_is(
    read: Read, text: str, name: str, kind: EntityKind, role: str | None
) -> None:
    found = entity(read, text, name)
    assert found is not None
    assert found.kind is kind
    assert role is None or found.role == role


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("They spoke of Zentrix at length.", "Zentrix"),  # nothing tells
        ("She starred in Zentrix last year.", "Zentrix"),  # in a film, not a place
        ("According to the Zentrix mayor, it rained.", "Zentrix"),  # the mayor speaks
        ("Later Yelvics have been seen there.", "Yelvics"),  # a plural
        ("It is near the Zentrix River Trust.", "Zentrix"),
    ],
)
def test_a_name_of_which_nothing_is_told_stays_open(read: Read, text: str, name: str) -> None:
    found = entity(read, text, name)
    assert found is None or found.kind is EntityKind.UNKNOWN


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Anna Bronze said no.", "Anna Bronze"),
        ("Peter Marsh, a developer, said no.", "Peter Marsh"),
        ("Maria Lake, an app developer from Riga, left.", "Maria Lake"),
    ],
)
def test_a_given_name_outweighs_a_word_of_trade(read: Read, text: str, name: str) -> None:
    found = entity(read, text, name)
    assert found is not None
    assert found.kind is PERSON


@pytest.mark.parametrize(
    "text",
    [
        "Quorrel Dairy shut. Then Quorrel was sold.",
        "Quorrel was sold, and Quorrel Dairy shut.",
    ],
)
def test_a_company_is_found_by_its_first_word_before_and_after(read: Read, text: str) -> None:
    mentions = [m for m in read(text)[0] if m.text.startswith("Quorrel")]
    assert {mention.entity for mention in mentions} == {"Quorrel Dairy"}


def test_a_place_is_no_short_form_of_the_body_named_after_it(read: Read) -> None:
    mentions, _ = read("Wessock Ferries shut. People near Wessock wept. They met near Wessock.")
    assert [m.entity for m in mentions][-1] == "Wessock"


def test_an_outlet_is_found_by_its_last_word_only(read: Read) -> None:
    mentions, _ = read("A report in the Ombry Ledger said so. The Ledger erred. Ombry slept.")
    assert [m.entity for m in mentions] == ["Ombry Ledger", "Ombry Ledger", "Ombry"]


def test_a_surname_with_a_title_stands_for_the_full_name(read: Read) -> None:
    mentions, _ = read("Orvane Lisk, who ran it, spoke. Later Ms Lisk left.")
    assert {m.entity for m in mentions} == {"Orvane Lisk"}


@pytest.mark.parametrize(
    ("text", "name", "affiliation"),
    [
        ("We met Zentrix's chairman, Ulvar Brenn. Zentrix shares fell.", "Ulvar Brenn", "Zentrix"),
        (
            "Quorrel Dairy shut. Dunric Ostvel, its chief executive, left.",
            "Dunric Ostvel",
            "Quorrel Dairy",
        ),
        (
            "The Cooks' Union met. Its general secretary, Ruth Amber, left.",
            "Ruth Amber",
            "Cooks' Union",
        ),
    ],
)
def test_an_officer_belongs_to_the_body_beside(
    read: Read, text: str, name: str, affiliation: str
) -> None:
    found = entity(read, text, name)
    assert found is not None
    assert (found.kind, found.affiliation) == (PERSON, affiliation)


def test_the_website_of_a_body_does_not_make_it_an_outlet(read: Read) -> None:
    text = "The seal was found on Monday, according to the Quorrin. It is on the Quorrin website."
    found = entity(read, text, "Quorrin")
    assert found is None or found.role != "outlet"
    text = "The seal was found on Monday, according to the Quorrin. The local newspaper was first."
    found = entity(read, text, "Quorrin")
    assert found is not None and found.role == "outlet"


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("The patient is stable, the TV station KQZV reported.", "KQZV", "outlet"),
        ("KQZV-TV had it first. The news channel KBLO followed.", "KQZV-TV", "outlet"),
        ("The Larch News Agency VOLA reported it.", "Larch News Agency VOLA", "agency"),
        ("Toy maker Zentrix plans a plant.", "Zentrix", "company"),
    ],
)
def test_a_body_is_told_by_its_call_sign_or_by_what_it_is_called(
    read: Read, text: str, name: str, role: str
) -> None:
    found = entity(read, text, name)
    assert found is not None and found.role == role


def test_capitals_are_no_call_sign_where_no_station_is_named(read: Read) -> None:
    found = entity(read, "The KQZV is a lock. The KQZV broke.", "KQZV")
    assert found is None or found.role != "outlet"
