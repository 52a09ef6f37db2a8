"""Every key of an object is always there, and what stands in a title says so."""

from dataclasses import replace

from onrecord.ledger.contract import show_claim, show_entities, show_ledger, show_page
from onrecord.model import Candidate, EntityKind, Mention, Where

from .conftest import make_claim, make_reading

TEXT = "Mara Quill said the works will stay."
PAGE = make_reading(TEXT, ("Mara Quill", "the works will stay"))


def test_a_page_without_findings_still_has_every_key() -> None:
    empty = replace(PAGE, mentions=(), statements=())
    page = show_page(empty, "7")
    assert page.keys() == show_page(PAGE, "7").keys()
    assert (page["id"], page["headline"], page["statements"]) == ("7", None, [])


def test_text_comes_only_where_it_is_asked_for() -> None:
    assert "text" not in show_page(PAGE, "7")
    assert show_page(PAGE, "7", with_text=True)["text"] == TEXT


def test_a_statement_shows_its_parts_and_a_rounded_score() -> None:
    (shown,) = show_page(PAGE, "7")["statements"]
    assert shown["source"] == {
        "spans": [[0, 10]],
        "text": "Mara Quill",
        "entity": "Mara Quill",
        "descriptor": None,
    }
    assert (shown["cue"], shown["score"], shown["said"]) == (None, 0.877, None)


def test_a_part_of_a_title_outside_the_text_says_so() -> None:
    (statement,) = PAGE.statements
    moved = replace(statement, content=replace(statement.content, where=Where.TITLE))
    (shown,) = show_page(replace(PAGE, statements=(moved,)), "7")["statements"]
    assert shown["content"]["in"] == "title"
    assert "in" not in shown["source"]


def test_a_claim_shows_where_it_stands_with_intervals_of_days() -> None:
    shown = show_claim(make_claim())
    assert shown["since"] == {"from": None, "to": "2026-05-06", "basis": "published"}
    assert shown["origin"] == {"entity": "Velland Herald", "document": None, "statement": None}
    assert show_claim(make_claim(origin=None, since=None))["origin"] is None


def test_a_name_that_was_not_recognised_is_an_entity_of_its_own() -> None:
    unknown = Mention(
        0, 4, "Mara", EntityKind.UNKNOWN, None, garbled=True, candidates=(Candidate("Mira", 0.91),)
    )
    page = replace(PAGE, mentions=(*PAGE.mentions, unknown))
    entities = {entity["name"]: entity for entity in show_entities([page])}
    (mention,) = entities["Mara"]["mentions"]
    assert (mention["entity"], mention["garbled"], mention["document"]) == (None, True, "d1")
    assert mention["candidates"] == [{"name": "Mira", "score": 0.91}]
    assert len(entities["Mara Quill"]["mentions"]) == 1


def test_statements_of_the_export_are_attributed_and_own_alike() -> None:
    (statement,) = PAGE.statements
    own = replace(statement, id="own", source=None)
    export = show_ledger([replace(PAGE, assertions=(own,))], [], [])
    assert [(s["id"], s["source"] is None) for s in export["statements"]] == [
        (statement.id, False),
        ("own", True),
    ]
