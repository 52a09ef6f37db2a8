"""Readings and claims made by hand, so that these tests rest on no reader."""

from dataclasses import replace

from onrecord.model import (
    Act,
    Claim,
    ClaimKind,
    Document,
    EntityKind,
    Evidence,
    Judgement,
    Mention,
    Origin,
    Part,
    Party,
    Position,
    Reading,
    RegionKind,
    Source,
    Span,
    Stance,
    Statement,
    Status,
    When,
    make_id,
    text_sha256,
)


def make_document(text: str, key: str = "d1", **facts: object) -> Document:
    plain = Document(
        id=key,
        text=text,
        text_sha256=text_sha256(text),
        path=f"{key}.txt",
        url=None,
        outlet=None,
        author=None,
        title=None,
        title_span=None,
        language="en",
        unread=False,
        published=None,
        captured=None,
        version_of=None,
        regions=(),
        stories=(),
        passages=(),
    )
    return replace(plain, **facts)


def make_statement(text: str, source: str, content: str) -> Statement:
    """A statement whose source and content stand in `text`."""

    def spans(words: str) -> tuple[Span, ...]:
        start = text.index(words)
        return (Span(start, start + len(words)),)

    return Statement(
        id=make_id(text_sha256(text), spans(content), spans(source)),
        story=None,
        region=RegionKind.BODY,
        source=Source(spans(source), source, entity=source),
        cue=None,
        content=Part(spans(content), content),
        act=Act.ASSERT,
        score=0.87654,
    )


def make_reading(text: str, *parts: tuple[str, str], key: str = "d1", **facts: object) -> Reading:
    """A page with one statement for each (source, content), and its sources as names."""
    mentions = []
    for source, _ in parts:
        start = text.index(source)
        end = start + len(source)
        mentions.append(Mention(start, end, source, EntityKind.PERSON, entity=source))
    return Reading(
        key=f"{key} rules",
        reader="rules@1",
        document=make_document(text, key, **facts),
        mentions=tuple(mentions),
        statements=tuple(make_statement(text, *part) for part in parts),
    )


def make_claim(key: str = "c1", **facts: object) -> Claim:
    plain = Claim(
        id=key,
        text="Orvane sells its works",
        kind=ClaimKind.EVENT,
        status=Status.DENIED,
        since=When(None, "2026-05-06", "published"),
        flags=(),
        accusation=False,
        due=None,
        legs=(),
        parties=(Party("Orvane Motors", Position.DENIES),),
        origin=Origin("Velland Herald", None, None),
        articles=1,
        origins=1,
        voices=1,
        unnamed=0,
        evidence=(Evidence("s1", "d1", Stance.SUPPORTS, None, False, None, "outlet", "all"),),
        differences=(),
        history=(),
        sentence="Denied by Orvane Motors.",
        policy="official-first@1",
    )
    return replace(plain, **facts)


def make_judgement(kind: str, subject: str, value: str, **facts: object) -> Judgement:
    plain = Judgement(
        make_id(kind, subject, value), kind, subject, value, "Ana", "2026-06-01", "so"
    )
    return replace(plain, **facts)
