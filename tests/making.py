"""Records made in one line, for the tests of linking and judging (about invented parties)."""

from dataclasses import replace

from onrecord.kit import Kit, load_kit
from onrecord.link.anaphora import is_anaphoric
from onrecord.link.falsity import exposure, is_falsifying, tells_of_a_check
from onrecord.link.propositions import telling_terms
from onrecord.model import (
    Act,
    Document,
    Entity,
    EntityKind,
    Mention,
    Naming,
    Part,
    Proposition,
    Reading,
    RegionKind,
    Source,
    Span,
    Statement,
    Voice,
    When,
    make_id,
    text_sha256,
)

KIT: Kit = load_kit()
UNNAMED = {Voice.UNNAMED, Voice.SOCIAL, Voice.AUTHOR}


def say(
    content: str,
    by: str | None = None,
    act: Act = Act.ASSERT,
    *,
    voice: Voice | None = None,
    names: tuple[str, ...] = (),
    page: str = "page",
    order: int = 0,
    said: str | None = None,
    **more: object,
) -> Proposition:
    """A proposition: who says what, in which page; a named source speaks on the record."""
    voice = voice or (Voice.PRINCIPAL if by else Voice.AUTHOR)
    words = tuple(n for n in names if n)
    source = Source((Span(0, 1),), by or "", by) if by or voice in {Voice.UNNAMED} else None
    statement = Statement(
        id=make_id(page, order, content, by),
        story="story",
        region=RegionKind.BODY,
        source=source,
        cue=None,
        content=Part((Span(order, order + len(content)),), content),
        act=act,
        voice=voice,
        naming=Naming.NAMED if by else Naming.NONE,
        on_record=voice not in UNNAMED,
        said=When(None, said, "published") if said else None,
    )
    headline = bool(more.pop("headline", False))
    statement = replace(statement, **more)  # type: ignore[arg-type]
    stems = telling_terms(" ".join([content, *words]), KIT)
    return Proposition(
        statement=statement,
        document=page,
        terms=stems,
        names=frozenset(words),
        beside=frozenset(),
        context=stems,
        anaphoric=is_anaphoric(content, KIT),
        order=order,
        headline=headline,
        falsifies=is_falsifying(content, content, KIT),
        exposes=exposure(content, KIT),
        checked=tells_of_a_check(content, KIT),
    )


def make_page(
    key: str = "page",
    text: str = "",
    *,
    outlet: str | None = None,
    published: str | None = None,
    entities: tuple[Entity, ...] = (),
    mentions: tuple[Mention, ...] = (),
    url: str | None = None,
) -> Reading:
    """A reading of a page that says `text`."""
    document = Document(
        id=key,
        text=text,
        text_sha256=text_sha256(text),
        path=None,
        url=url,
        outlet=outlet,
        author=None,
        title=None,
        title_span=None,
        language="en",
        unread=False,
        published=published,
        captured=None,
        version_of=None,
        regions=(),
        stories=(),
        passages=(),
    )
    return Reading(f"reading-{key}", "test@1", document, mentions=mentions, entities=entities)


def name(text: str, role: str = "", affiliation: str | None = None) -> Entity:
    """An organisation called `text`."""
    return Entity(
        make_id("entity", text), text, EntityKind.ORGANISATION, role, affiliation=affiliation
    )
