"""What kind of speaker each source is."""

from dataclasses import replace

import pytest

from onrecord.extract import name_voices
from onrecord.extract.naming import tell_naming
from onrecord.model import (
    Act,
    Channel,
    Entity,
    EntityKind,
    Interest,
    Naming,
    Part,
    RegionKind,
    Source,
    Span,
    Statement,
    Voice,
)
from tests.extract.pages import KIT, document_of, entity_of

ENTITIES = (
    entity_of("Acme", "company", aliases=("Acme Mills",)),
    entity_of("Borealis", "company"),
    entity_of("The Evening Post", "outlet"),
    entity_of("Harbour Authority", "regulator"),
    entity_of("Millers Guild", "association"),
    entity_of("Ana Roe", affiliation="Acme", title="chief executive"),
    entity_of("Jo Bell", affiliation="Northbank", title="analyst"),
    entity_of("Sam Okafor"),
    replace(entity_of("Ellen"), kind=EntityKind.UNKNOWN),
    replace(entity_of("Zentrix"), kind=EntityKind.UNKNOWN),
    entity_of("Lia Marsh", affiliation="Acme", title="student"),
)


def voiced(
    source: str,
    cue: str,
    content: str,
    entity: str | None,
    act: Act = Act.ASSERT,
    quoted: bool = False,
) -> Statement:
    text = f"{source} {cue} {content}"
    a, b = len(source), len(source) + 1 + len(cue)
    statement = Statement(
        id="s",
        story=None,
        region=RegionKind.BODY,
        source=Source((Span(0, a),), source, entity),
        cue=Part((Span(a + 1, b),), cue),
        content=Part((Span(b + 1, len(text)),), content),
        act=act,
        naming=tell_naming(source, KIT),
        quoted=quoted,
    )
    entities: tuple[Entity, ...] = ENTITIES
    return name_voices(document_of(text), (statement,), entities, KIT)[0]


@pytest.mark.parametrize(
    ("source", "cue", "content", "entity", "voice", "on_record"),
    [
        ("Acme", "said", "it will open a mill", "Acme", Voice.PRINCIPAL, True),
        ("Ana Roe", "said", "Acme will open a mill", "Ana Roe", Voice.PRINCIPAL, True),
        ("an Acme spokeswoman", "said", "the talks are over", "Acme", Voice.PRINCIPAL, True),
        ("Acme", "said", "Borealis had cut its prices", "Acme", Voice.ORGANISATION, True),
        ("The Evening Post", "reported", "Acme was sold", "The Evening Post", Voice.OUTLET, True),
        ("the Harbour Authority", "said", "the quay is safe", "Harbour Authority",
         Voice.AUTHORITY, True),
        ("police", "said", "two men were held", None, Voice.AUTHORITY, True),
        ("the guild", "warned", "mills would close", "Millers Guild", Voice.ORGANISATION, True),
        ("Jo Bell, an analyst,", "said", "Acme is late", "Jo Bell", Voice.EXPERT, True),
        ("analysts", "said", "Acme is late", None, Voice.EXPERT, None),
        ("people familiar with the matter", "said", "Acme is for sale", None, Voice.UNNAMED, False),
        ("a person close to Acme", "said", "it is for sale", "Acme", Voice.UNNAMED, False),
        ("sources", "said", "Acme is for sale", None, Voice.UNNAMED, False),
        ("two former Acme employees", "said", "the mill is unsafe", "Acme", Voice.UNNAMED, False),
        ("critics", "said", "the mill is unsafe", None, Voice.ORGANISATION, None),
        ("Acme engineer Ana Roe", "said", "Acme will close", "Ana Roe", Voice.PRINCIPAL, True),
        ("Sam Okafor", "said", "the mill is unsafe", "Sam Okafor", Voice.WITNESS, True),
        ("Ellen", "said", "the mill is unsafe", "Ellen", Voice.WITNESS, True),
        ("Zentrix", "said", "the mill is unsafe", "Zentrix", Voice.ORGANISATION, True),
        ("A British fighter", "said", "the mill is unsafe", None, Voice.ORGANISATION, None),
        ("Lia Marsh", "said", "the mill is unsafe", "Lia Marsh", Voice.WITNESS, True),
        ("Lia Marsh", "said", "she will leave", "Lia Marsh", Voice.PRINCIPAL, True),
        ("Sam Okafor", "announced", "a new mill", "Sam Okafor", Voice.PRINCIPAL, True),
        ("the plaintiff", "alleged", "Acme hid the fault", None, Voice.ACCUSER, None),
        ("eyewitnesses", "said", "the roof fell", None, Voice.WITNESS, None),
        ("a Reddit user", "claimed", "the app is gone", None, Voice.SOCIAL, None),
    ],
)  # fmt: skip
def test_the_source_tells_the_voice(
    source: str, cue: str, content: str, entity: str | None, voice: Voice, on_record: bool | None
) -> None:
    found = voiced(source, cue, content, entity)
    assert (found.voice, found.on_record) == (voice, on_record)


def test_an_unnamed_spokesman_of_a_named_body_is_named_by_office() -> None:
    assert voiced("a spokesman for Acme", "said", "the talks are over", "Acme").naming is (
        Naming.OFFICE
    )


def test_a_leak_is_not_on_the_record_although_its_author_is_named() -> None:
    found = voiced("Ana Roe", "wrote in an internal memo that", "Acme will close", "Ana Roe")
    assert found.on_record is False and found.channel is Channel.INTERNAL_DOCUMENT


def test_what_a_speaker_admits_is_against_its_interest() -> None:
    assert voiced("Acme", "admitted", "its valve failed", "Acme").interest is Interest.ADVERSE


def test_what_a_company_says_of_itself_serves_it() -> None:
    assert voiced("Acme", "said", "it leads the market", "Acme").interest is Interest.SELF


def test_a_statement_without_source_and_cue_is_the_authors() -> None:
    made = voiced("Acme", "said", "it leads", "Acme")
    own = Statement("o", None, RegionKind.BODY, None, None, made.content, Act.ASSERT)
    assert name_voices(document_of("it leads"), (own,), (), KIT)[0].voice is Voice.AUTHOR


@pytest.mark.parametrize(
    ("source", "voice", "on_record"),
    [
        ("Two customers", Voice.UNNAMED, False),
        ("several growers at the market", Voice.UNNAMED, False),
        ("The customers", Voice.ORGANISATION, None),
        ("Two analysts", Voice.EXPERT, None),
        ("Lena Stroud, the regulator's director of inspections", Voice.AUTHORITY, True),
        ("Lena Stroud, the mill's director of sales", Voice.PRINCIPAL, True),
    ],
)
def test_a_count_is_no_name_and_the_office_of_an_authority_speaks_for_it(
    source: str, voice: Voice, on_record: bool | None
) -> None:
    found = voiced(source, "said", "the flour had come late", None)
    assert (found.voice, found.on_record) == (voice, on_record)
