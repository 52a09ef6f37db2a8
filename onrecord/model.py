"""The records: what onrecord keeps of a page and says of a claim.

Every record is immutable. Spans are half-open `[start, end)` in code points of `Document.text`
(or of `Document.title`, where a title does not stand in the text: `Part.where` says which).
Ids are hashes of what makes a record that record, so two workers give the same id.
"""

import hashlib
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

ID_LENGTH = 16  # hex digits: 64 bits; a clash is expected beyond four billion records of a kind


def make_id(*parts: object) -> str:
    """The content hash of `parts`: the same parts give the same id on every machine."""
    joined = "\x1f".join("" if part is None else str(part) for part in parts)
    return hashlib.sha256(joined.encode("utf-8", "surrogatepass")).hexdigest()[:ID_LENGTH]


def text_sha256(text: str) -> str:
    """The SHA-256 of a text in UTF-8, in hex."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


# --- closed sets -----------------------------------------------------------------------------


class RegionKind(StrEnum):
    """What a stretch of a page is; only headline and body can be evidence."""

    HEADLINE = "headline"
    BYLINE = "byline"
    BODY = "body"
    OPINION = "opinion"
    TEASER = "teaser"
    BOILERPLATE = "boilerplate"


class StoryKind(StrEnum):
    """A story of a page, or a passage that sums up the others."""

    STORY = "story"
    SUMMARY = "summary"


class Where(StrEnum):
    """The string that a span points into: the document's text, or a title outside it."""

    TEXT = "text"
    TITLE = "title"


class Act(StrEnum):
    """What a source does by saying it."""

    ASSERT = "assert"
    DENY = "deny"
    CONFIRM = "confirm"
    DECLINE = "decline"
    DOUBT = "doubt"
    CORRECT = "correct"
    RETRACT = "retract"
    STAND_BY = "stand_by"
    MATCH = "match"
    OPPOSE = "oppose"
    SUPPORT = "support"
    FORECAST = "forecast"
    PLEDGE = "pledge"


class Force(StrEnum):
    """How much a denial denies."""

    CATEGORICAL = "categorical"
    SPECIFIC = "specific"
    CHARACTERISING = "characterising"
    PRESENT_ONLY = "present_only"
    NON_DENIAL = "non_denial"


class Approach(StrEnum):
    """How a source that was asked did not answer."""

    DECLINED = "declined"
    NO_REPLY = "no_reply"
    UNREACHABLE = "unreachable"
    PENDING = "pending"
    CANNOT_YET_SAY = "cannot_yet_say"
    UNKNOWN = "unknown"


class Voice(StrEnum):
    """What kind of speaker a source is."""

    PRINCIPAL = "principal"
    AUTHORITY = "authority"
    ORGANISATION = "organisation"
    EXPERT = "expert"
    WITNESS = "witness"
    ACCUSER = "accuser"
    UNNAMED = "unnamed"
    OUTLET = "outlet"
    SOCIAL = "social"
    AUTHOR = "author"


class Naming(StrEnum):
    """How a source is named in the text."""

    NAMED = "named"
    OFFICE = "office"
    DESCRIBED = "described"
    BARE = "bare"
    NONE = "none"


class Channel(StrEnum):
    """Through what a source spoke, where the text tells."""

    FILING = "filing"
    EXCHANGE_NOTICE = "exchange_notice"
    OWN_CHANNEL = "own_channel"
    PRESS_RELEASE = "press_release"
    SPOKESPERSON = "spokesperson"
    INTERVIEW = "interview"
    INTERNAL_DOCUMENT = "internal_document"
    ADVERTISEMENT = "advertisement"
    SOCIAL = "social"


class Interest(StrEnum):
    """Whether what is said serves the speaker."""

    SELF = "self"
    ADVERSE = "adverse"
    NONE = "none"
    UNKNOWN = "unknown"


class Stance(StrEnum):
    """Where a text stands towards a claim."""

    SUPPORTS = "supports"
    DENIES = "denies"
    DISCUSSES = "discusses"
    UNRELATED = "unrelated"


class Status(StrEnum):
    """Where a claim stands under a policy; pledges and forecasts have their own five."""

    REFUTED = "refuted"
    DISPUTED = "disputed"
    CONFIRMED = "confirmed"
    WITHDRAWN = "withdrawn"
    DENIED = "denied"
    REPORTED = "reported"
    RUMOURED = "rumoured"
    MIXED = "mixed"
    OPEN = "open"
    MET = "met"
    MISSED = "missed"
    OVERDUE = "overdue"
    LAPSED = "lapsed"


class ClaimKind(StrEnum):
    """Something said to be so, something promised, something foreseen."""

    EVENT = "event"
    PLEDGE = "pledge"
    FORECAST = "forecast"


class Position(StrEnum):
    """Where a party to a claim stands on it."""

    AFFIRMS = "affirms"
    DENIES = "denies"
    MIXED = "mixed"
    DECLINES = "declines"
    UNADDRESSED = "unaddressed"


class Flag(StrEnum):
    """What a reader of a status must also know."""

    STILL_ALLEGED = "still_alleged"
    RENEWED_AFTER_DENIAL = "renewed_after_denial"
    UNDATED = "undated"
    REVERSED = "reversed"
    SINGLE_ORIGIN = "single_origin"
    UNNAMED_ONLY = "unnamed_only"
    CONFIRMATION_RELAYED = "confirmation_relayed"
    PRESENT_ONLY = "present_only"
    UNSPECIFIC = "unspecific"
    ACCOUNTS_DIFFER = "accounts_differ"
    RECYCLED = "recycled"
    UNREAD_LANGUAGE = "unread_language"


class EntityKind(StrEnum):
    """What a name names."""

    ORGANISATION = "organisation"
    PERSON = "person"
    PLACE = "place"
    PRODUCT = "product"
    EVENT = "event"
    UNKNOWN = "unknown"


class Bound(StrEnum):
    """The relation of a quantity to its number."""

    EQUAL = "="
    BELOW = "<"
    AT_MOST = "<="
    ABOVE = ">"
    AT_LEAST = ">="


class Change(StrEnum):
    """Whether a quantity is a rise or a fall."""

    UP = "up"
    DOWN = "down"


class CheckVerdict(StrEnum):
    """What came of recomputing a figure."""

    HOLDS = "holds"
    FAILS = "fails"
    CONDITIONAL = "conditional"
    IMPLIED = "implied"
    UNSUPPORTED = "unsupported"


class HeadlineVerdict(StrEnum):
    """Whether a headline says more than its own article."""

    FAIR = "fair"
    OVERSTATED = "overstated"
    CONTRADICTED = "contradicted"


# --- the page --------------------------------------------------------------------------------


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
    "union", "league", "university", "satire", "platform" or "".
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
    """Who is said to have said it. `entity` is a name; `descriptor` the words used instead of it."""

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
class Judgement:
    """A person's correction, kept with name, time, reason, and the words it is about."""

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


# --- across pages ----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Leg:
    """A part of a claim that can stand or fall alone."""

    id: str
    text: str
    status: Status
    parties: tuple[str, ...]
    because: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody whom a claim is about, and where they stand on it."""

    entity: str
    position: Position


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a claim comes from: an outlet or document, perhaps not itself in the ledger."""

    entity: str | None
    document: str | None
    statement: str | None


@dataclass(frozen=True, slots=True)
class Evidence:
    """A statement for, against or about a claim, and what weight the policy gives it."""

    statement: str
    document: str
    stance: Stance
    leg: str | None
    first_hand: bool
    echo_of: str | None
    weight: str
    scope: str


@dataclass(frozen=True, slots=True)
class Turn:
    """One status in a claim's history, the rule that gave it, and the statements behind it."""

    at: When | None
    status: Status
    rule: str
    because: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Claim:
    """Something said to be so, wherever it is said, and where it stands under a policy."""

    id: str
    text: str
    kind: ClaimKind
    status: Status
    since: When | None
    flags: tuple[Flag, ...]
    accusation: bool
    due: When | None
    legs: tuple[Leg, ...]
    parties: tuple[Party, ...]
    origin: Origin | None
    articles: int
    origins: int
    voices: int
    unnamed: int
    evidence: tuple[Evidence, ...]
    differences: tuple[str, ...]
    history: tuple[Turn, ...]
    sentence: str
    policy: str
    aliases: tuple[str, ...] = field(default=())
    open: tuple[str, ...] = field(default=())
