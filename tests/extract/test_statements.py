"""Attributed statements, end to end, in sentences about invented companies and people."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.extract import find_statements
from onrecord.model import Act, Passage, RegionKind, Where
from tests.extract.pages import KIT, cut_passages, document_of, holding


def found(text: str):
    return find_statements(document_of(text), KIT)


@pytest.mark.parametrize(
    ("text", "source", "words"),
    [
        ("Acme said that it would close its mill in Leeds.", "Acme", "close its mill in Leeds"),
        ("The mill in Leeds will close in May, the company said.", "the company", "will close"),
        (
            'The mill in Leeds will close in May, said Ana Roe, a spokeswoman for Acme.',
            "Ana Roe",
            "will close in May",
        ),
        ("According to the Evening Post, Acme sold its mill.", "Evening Post", "sold its mill"),
        ("Acme sold its mill in May, according to two people.", "two people", "sold its mill"),
        ("Ana Roe told reporters that the mill was safe.", "Ana Roe", "the mill was safe"),
        ('"The mill is safe," Ana Roe said.', "Ana Roe", "The mill is safe"),
        ('Ana Roe called the report "nonsense."', "Ana Roe", "nonsense"),
        ("Borealis plans to buy a mill in Leeds.", "Borealis", "to buy a mill"),
        ("Borealis vowed to fight the fine in court.", "Borealis", "the fine"),
        ("Acme denied that it had sold the mill.", "Acme", "it had sold the mill"),
        ("Critics argued that the law would hurt small mills.", "Critics", "hurt small mills"),
    ],
)  # fmt: skip
def test_a_source_is_found_with_what_it_says(text: str, source: str, words: str) -> None:
    statement = holding(found(text), words)
    assert statement.source is not None and source in statement.source.text


@pytest.mark.parametrize(
    "text",
    [
        "The mill in Leeds burned down on Monday.",
        "Acme makes flour and oats in three towns.",
        "The road was closed for two hours.",
    ],
)
def test_a_plain_report_of_an_event_is_nobodys_statement(text: str) -> None:
    assert found(text) == ()


def test_a_discontinuous_quotation_is_one_content() -> None:
    text = '"The mill is safe," Ana Roe said, "and it will stay open."'
    statement = holding(found(text), "safe")
    assert "stay open" in statement.content.text and len(statement.content.spans) == 2
    assert statement.quoted


def test_a_quotation_goes_on_after_its_speaker_is_named() -> None:
    text = '"The mill is safe," Ana Roe said. "We checked it in May."'
    assert any("checked it" in s.content.text and "safe" in s.content.text for s in found(text))


def test_who_reports_and_who_says_are_both_found() -> None:
    text = "The Evening Post reported that insiders say the mill is for sale."
    statements = found(text)
    outer = next(s for s in statements if s.source and "Evening Post" in s.source.text)
    inner = next(s for s in statements if s.source and s.source.text == "insiders")
    assert inner.within == outer.id and outer.within is None


def test_a_refusal_holds_its_own_words_as_content() -> None:
    (statement,) = found("Acme declined to comment on the report.")
    assert statement.act is Act.DECLINE
    assert statement.content.text.startswith("declined to comment")


def test_a_refusal_has_its_subject_as_source() -> None:
    (statement,) = found("Borealis did not immediately respond to a request for comment.")
    assert statement.source is not None and statement.source.text == "Borealis"


def test_a_denial_deep_in_a_long_quotation_is_a_statement_of_its_own() -> None:
    text = (
        '"We value the trust of our customers in Leeds. The report is completely false. '
        'The mill will open as planned," Ana Roe said.'
    )
    denials = [s for s in found(text) if s.act is Act.DENY]
    assert any(s.content.text.startswith("The report is") for s in denials)


def test_curly_marks_and_odd_hyphens_change_nothing() -> None:
    plain = 'Acme called the report "completely false" on Monday.'
    curly = "Acme called the report \u201ccompletely false\u201d on\u00a0Monday."
    left, right = found(plain), found(curly)
    assert [s.content.spans for s in left] == [s.content.spans for s in right]
    assert [s.act for s in left] == [s.act for s in right]


def test_spans_of_a_title_outside_the_text_point_into_the_title() -> None:
    title = "Acme says it will close its mill"
    document = document_of("The mill is in Leeds.", title=title)
    (statement,) = [s for s in find_statements(document, KIT) if s.content.where is Where.TITLE]
    assert statement.region is RegionKind.HEADLINE
    for part in (statement.source, statement.cue, statement.content):
        assert part is not None
        assert " … ".join(title[a:b] for a, b in part.spans) == part.text


def test_a_statement_never_crosses_from_one_story_to_another() -> None:
    text = '"The mill is safe," Ana Roe said.\n"We sell cars in Oslo and in Bergen."'
    first, *rest = cut_passages(text)
    passages = (replace(first, story="a"), *(replace(p, story="b") for p in rest))
    for statement in find_statements(document_of(text, passages), KIT):
        inside = first if statement.story == "a" else rest[0]
        assert all(inside.start <= a and b <= inside.end for a, b in statement.content.spans)


def test_the_region_is_that_of_the_cue() -> None:
    text = "Acme said it would close the mill."
    passages = cut_passages(text, region=RegionKind.TEASER)
    assert find_statements(document_of(text, passages), KIT)[0].region is RegionKind.TEASER


def test_what_is_not_read_has_no_statements() -> None:
    document = replace(document_of("Acme said it would close."), unread=True)
    assert find_statements(document, KIT) == ()


def test_reading_twice_gives_the_same_statements() -> None:
    text = "Acme said it would close the mill. Borealis denied the report."
    assert found(text) == found(text)


@settings(max_examples=25)
@given(
    st.lists(
        st.sampled_from(
            'Acme said that "no deal" exists . denied , it , told Borealis : \n " “ ” \'\' '
            "according to the report — insiders \u202f may not ; ? x".split(" ")
        ),
        max_size=40,
    )
)
def test_every_part_is_cut_from_the_text(words: list[str]) -> None:
    text = " ".join(words)
    for statement in found(text):
        for part in (statement.source, statement.cue, statement.content):
            if part is not None:
                assert " … ".join(text[a:b] for a, b in part.spans) == part.text
                assert part.spans and all(0 <= a < b <= len(text) for a, b in part.spans)


def test_a_line_longer_than_any_sentence_is_left_out_and_the_rest_is_read() -> None:
    endless = "acme said " * 3000
    text = endless + "\nAcme said that it would close its mill."
    passages = (
        Passage(0, len(endless), RegionKind.BODY, None, 0),
        Passage(len(endless) + 1, len(text), RegionKind.BODY, None, 1),
    )
    (statement,) = find_statements(document_of(text, passages), KIT)
    assert statement.content.text == "that it would close its mill"


def test_a_long_text_is_read_in_stretches_with_the_same_result() -> None:
    line = "Ana Roe told reporters that the mill was safe.\n"
    statements = found(line * 3000)
    assert len(statements) == 3000 and {s.content.text for s in statements} == {
        "that the mill was safe"
    }
