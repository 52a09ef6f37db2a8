"""Names that are likely garbled, marked by the company they keep."""

import pytest

from onrecord.model import EntityKind

from .conftest import Read


@pytest.mark.parametrize(
    ("text", "word", "first"),
    [
        ("Brixelle works with Karsunt, Norvane and Velmora on robotaxis.", "Karsunt", "Karsund"),
        ("Norvane has hired the supplier Duralix for its motors.", "Duralix", "Duralyx"),
        ("The carmaker Nourvain will follow Karsund.", "Nourvain", "Norvane"),
        ("Buyers like Karsund's Solanta model best.", "Solanta", "Solantha"),
    ],
)
def test_a_name_that_keeps_known_company_is_marked(
    read: Read, text: str, word: str, first: str
) -> None:
    mention = next(m for m in read(text)[0] if m.text == word)
    assert mention.garbled
    assert mention.entity is None
    assert mention.candidates[0].name == first
    assert mention.kind in (EntityKind.ORGANISATION, EntityKind.PRODUCT)


@pytest.mark.parametrize(
    "text",
    [
        "Brixelle works with Oprandu, Norvane and Velmora on robotaxis.",  # like nobody known
        "Karsunt is a village in the hills.",  # no company kept
        "Norvane has hired the supplier Duralix, a young firm from Lyon.",  # introduced
        "The supplier Duralix has closed.",  # no known company near
        "Norvane, Velmora and Zelda talked.",  # a given name
        "Karsunt grew. Karsunt and Norvane met. Karsunt won.",  # the page means it
        "Buyers like Karsund's Solanta colours best.",  # no product noun
        "Norvane, Velmora and E-Karsunt met.",
        "Ashlo, Berrin, Karsunt, Dorpa, Erling, Norvane, Fuscar, Gambo and Hirst won.",
    ],
)
def test_a_name_is_left_alone_without_company_or_likeness(read: Read, text: str) -> None:
    assert not [mention for mention in read(text)[0] if mention.garbled]


def test_the_text_is_never_changed(read: Read) -> None:
    text = "Brixelle works with Karsunt, Norvane and Velmora."
    assert all(text[m.start : m.end] == m.text for m in read(text)[0])


def test_a_list_with_bodies_that_only_the_page_knows_marks_what_is_very_alike(read: Read) -> None:
    text = "Quorrel Dairy and Vessrin Ferries met. It signed up Norvain, Vesrin and Quorrel."
    marked = {m.text: m.candidates[0].name for m in read(text)[0] if m.garbled}
    assert marked == {"Norvain": "Norvane", "Vesrin": "Vessrin Ferries"}


@pytest.mark.parametrize(
    "text",
    [
        "Quorrel Dairy met. It signed up Ondrique, Tamblin and Quorrel.",  # like nobody
        "Quorrel Dairy met. It signed up Norvain and Quorrel.",  # a pair is no list
        "It signed up Norvain, Tamblin and Ondrique.",  # no body in the list
    ],
)
def test_a_list_without_bodies_or_likeness_is_left(read: Read, text: str) -> None:
    assert not [mention for mention in read(text)[0] if mention.garbled]
