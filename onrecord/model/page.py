"""Records of one page alone: the capture, the document, and all that a reader finds on it."""

from dataclasses import dataclass
from typing import NamedTuple

from onrecord.model.kinds import (
    Act,
    Approach,
    Bound,
    Change,
    Channel,
    CheckVerdict,
    EntityKind,
    Force,
    HeadlineVerdict,
    Interest,
    Naming,
    RegionKind,
    StoryKind,
    Voice,
    Where,
)


class Span(NamedTuple):
    """Half-open `[start, end)` in code points."""

    start: int
    end: int


Spans = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class When:
    """A day or an interval of days (ISO dates, both ends included) and what it rests on.

    `start` or `end` is None where that side is open. `basis`: "published", "text", "given".
    """

    start: str | None
    end: str | None
    basis: str


@dataclass(frozen=True, slots=True)
class Region:
    """A stretch of the text and what it is."""

    kind: RegionKind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Story:
    """One story inside a document; `spans` may be discontinuous, `start`/`end` enclose them."""

    id: str
    heading: str | None
    kind: StoryKind
    start: int
    end: int
    spans: Spans


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence or headline. `story` is a story id or None; `paragraph` counts from 0."""

    start: int
    end: int
    region: RegionKind
    story: str | None
    paragraph: int
    where: Where = Where.TEXT


@dataclass(frozen=True, slots=True)
class Capture:
    """What came through a door, before anything was read: a text and what its carrier said of it.

    `body` are the kept bytes (None where only text came, as from NDJSON); `text` is fixed here
    once and for all. `published` is an ISO date or date-time, as the carrier gave it.
    `regions` are what the markup told (empty for plain text). `captured` is part of no id.
    """

    text: str
    path: str | None = None
    url: str | None = None
    outlet: str | None = None
    author: str | None = None
    title: str | None = None
    published: str | None = None
    captured: str | None = None
    given_id: str | None = None
    media_type: str = "text/plain"
    made_by: str = "read.plain@1"
    body: bytes | None = None
    regions: tuple[Region, ...] = ()


@dataclass(frozen=True, slots=True)
class Fault:
    """A document that could not be read: counted, kept, and stopping nothing."""

    document: str
    stage: str
    error: str
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """One captured version of a page, its text fixed, its regions, stories and passages found.

    `title_span` is where the title stands in the text (None where it does not). `unread` is true
    for text in a language that is kept and not read.
    """

    id: str
    text: str
    text_sha256: str
    path: str | None
    url: str | None
    outlet: str | None
    author: str | None
    title: str | None
    title_span: Span | None
    language: str
    unread: bool
    published: str | None
    captured: str | None
    version_of: str | None
    regions: tuple[Region, ...]
    stories: tuple[Story, ...]
    passages: tuple[Passage, ...]

    def string(self, where: Where) -> str:
        """The string that spans of `where` point into."""
        return self.text if where is Where.TEXT else (self.title or "")


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date in the text as an interval of days; either end is None where it is open."""

    start: int
    end: int
    text: str
    when: When


@dataclass(frozen=True, slots=True)
class Candidate:
    """A name that an unrecognised one may stand for, with a score from 0 to 1."""

    name: str
    score: float


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in the text. `entity` is the canonical name it stands for, or None."""

    start: int
    end: int
    text: str
    kind: EntityKind
    entity: str | None
    garbled: bool = False
    candidates: tuple[Candidate, ...] = ()
    where: Where = Where.TEXT


@dataclass(frozen=True, slots=True)
class Entity:
    """What a name names. `name` identifies it across documents.

    `role` is what the kit or the text says it is beyond its kind: "outlet", "agency",
    "regulator", "police", "court", "government", "company", "association", "exchange",
    "union", "league", "university", "militia", "satire", "platform" or "".
    `affiliation` is the entity a person speaks for, `title` the office ("global chief marketing
    officer"), where the text says so.
    """

    id: str
    name: str
    kind: EntityKind
    role: str = ""
    sector: str | None = None
    aliases: tuple[str, ...] = ()
    affiliation: str | None = None
    title: str | None = None
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """A cue or a content: its spans, and their text joined with " … "."""

    spans: Spans
    text: str
    where: Where = Where.TEXT


@dataclass(frozen=True, slots=True)
class Source:
    """Who is said to have said it: `entity` is a name, `descriptor` the words used instead."""

    spans: Spans
    text: str
    entity: str | None = None
    descriptor: str | None = None
    where: Where = Where.TEXT


@dataclass(frozen=True, slots=True)
class Statement:
    """Source, cue and content, and how it was said.

    A statement without source is the article's own (`voice` author). `within` is the id of the
    statement that reports this one, `refers_to` the id of the statement that words such as
    "the claim" or "the report" in this one stand for. `negated` is true where the wording of the
    content itself negates ("is not negotiating"): linking is blind to it, stance is not.
    """

    id: str
    story: str | None
    region: RegionKind
    source: Source | None
    cue: Part | None
    content: Part
    act: Act
    force: Force | None = None
    approach: Approach | None = None
    voice: Voice = Voice.AUTHOR
    naming: Naming = Naming.NONE
    on_record: bool | None = None
    channel: Channel | None = None
    interest: Interest = Interest.UNKNOWN
    quoted: bool = False
    hedged: bool = False
    negated: bool = False
    within: str | None = None
    refers_to: str | None = None
    said: When | None = None
    score: float = 0.0
    made_by: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity in the text; `low`/`high` are the words' own numbers, None where open."""

    id: str
    start: int
    end: int
    text: str
    low: float | None
    high: float | None
    unit: str | None
    per: str | None
    bound: Bound
    approx: bool
    change: Change | None
    of: str | None
    story: str | None = None
    unquantified: bool = False
    where: Where = Where.TEXT


@dataclass(frozen=True, slots=True)
class Amount:
    """The value of a check, as an interval in `unit`."""

    low: float | None
    high: float | None
    unit: str | None


@dataclass(frozen=True, slots=True)
class Check:
    """A figure recomputed; a conditional verdict is never shown without its `premise`."""

    id: str
    kind: str
    verdict: CheckVerdict
    premise: str | None
    says: str
    figures: tuple[str, ...]
    value: Amount | None
    story: str | None = None


@dataclass(frozen=True, slots=True)
class Headline:
    """Whether a headline says more than its article, with both passages."""

    verdict: HeadlineVerdict
    why: str
    headline: Span
    passages: Spans
    where: Where = Where.TEXT


@dataclass(frozen=True, slots=True)
class Reading:
    """All that a reader found on one page.

    `statements` are attributed; `assertions` are the page's own (no source). `key` is the document
    and the reader's version: a second reading by the same reader adds nothing.
    """

    key: str
    reader: str
    document: Document
    mentions: tuple[Mention, ...] = ()
    entities: tuple[Entity, ...] = ()
    statements: tuple[Statement, ...] = ()
    assertions: tuple[Statement, ...] = ()
    figures: tuple[Figure, ...] = ()
    checks: tuple[Check, ...] = ()
    dates: tuple[DateMention, ...] = ()
    headline: Headline | None = None


@dataclass(frozen=True, slots=True)
class Anchor:
    """A statement that a judgement names beside the one it is about, with its words and place."""

    statement: str
    document: str
    quote: str | None = None
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Judgement:
    """A person's correction, kept with name, time, reason, and the words it is about.

    `against` are the statements that the subject is joined with (`merge`) or parted from
    (`split`).
    """

    id: str
    kind: str
    subject: str
    value: str
    by: str
    at: str
    why: str
    quote: str | None = None
    document: str | None = None
    span: Span | None = None
    against: tuple[Anchor, ...] = ()
