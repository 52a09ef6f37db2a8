"""Corrections are laid over the readings; the words and the readings themselves stay."""

from onrecord.ledger.corrections import correct_readings

from .conftest import make_judgement, make_reading

TEXT = "Quil said the works will stay. Idris Fenn denied it."
PAGE = make_reading(TEXT, ("Quil", "the works will stay"), ("Idris Fenn", "it"))


def sources(*judgements: object) -> list[str | None]:
    (page,) = correct_readings([PAGE], judgements)
    assert page.document == PAGE.document
    return [statement.source.entity for statement in page.statements if statement.source]


def test_without_judgements_nothing_changes() -> None:
    assert correct_readings([PAGE], []) == (PAGE,)


def test_a_name_is_corrected_wherever_it_stands() -> None:
    judgement = make_judgement("name", "Quil", "Mara Quill")
    (page,) = correct_readings([PAGE], [judgement])
    assert [mention.entity for mention in page.mentions] == ["Mara Quill", "Idris Fenn"]
    assert [mention.text for mention in page.mentions] == ["Quil", "Idris Fenn"]
    assert sources(judgement) == ["Mara Quill", "Idris Fenn"]


def test_a_name_can_be_corrected_in_one_document_only() -> None:
    elsewhere = make_judgement("name", "Quil", "Mara Quill", document="d2")
    assert sources(elsewhere) == ["Quil", "Idris Fenn"]


def test_a_source_is_corrected_for_one_statement() -> None:
    judgement = make_judgement("source", PAGE.statements[1].id, "Tove Aldane")
    assert sources(judgement) == ["Quil", "Tove Aldane"]


def test_the_newest_judgement_counts() -> None:
    newer = make_judgement("name", "Quil", "Mara J. Quill", at="2026-06-02")
    older = make_judgement("name", "Quil", "Mara Quill", at="2026-06-01")
    assert sources(newer, older)[0] == "Mara J. Quill"
