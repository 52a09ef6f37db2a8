"""Records across pages: claims, legs, evidence, status over time."""

from dataclasses import dataclass, field

from onrecord.model.kinds import (
    ClaimKind,
    Flag,
    Position,
    Stance,
    Status,
    Voice,
    Where,
)
from onrecord.model.page import Figure, Spans, Statement, When


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
    """A statement for, against or about a claim, and what weight the policy gives it.

    `root` is the outlet that the telling goes back to (None where it is a page without one) and
    `voice` the kind of speaker that the source is towards this claim; both are None in a ledger
    that was settled before they were kept.
    """

    statement: str
    document: str
    stance: Stance
    leg: str | None
    first_hand: bool
    echo_of: str | None
    weight: str
    scope: str
    root: str | None = None
    voice: Voice | None = None


@dataclass(frozen=True, slots=True)
class Turn:
    """One status in a claim's history, the rule that gave it, and the statements behind it."""

    at: When | None
    status: Status
    rule: str
    because: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Exhibit:
    """A document, photo, video, filing or test that evidence rests on, in the article's words.

    `statement` is the one that rests on it, `spans` where `text` stands in the document.
    `examined_by` is who is said to have looked at it, `shows` what it is said to show, `finding`
    "genuine" or "doctored" where the article tells.
    """

    kind: str
    text: str
    document: str
    statement: str
    spans: Spans
    where: Where = Where.TEXT
    examined_by: str | None = None
    shows: str | None = None
    finding: str | None = None


@dataclass(frozen=True, slots=True)
class Charge:
    """Who accuses whom, and what the accused answer; `answer` says so where none was found."""

    accusers: tuple[str, ...]
    accused: tuple[str, ...]
    answer: str


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
    exhibits: tuple[Exhibit, ...] = field(default=())
    charge: Charge | None = None


@dataclass(frozen=True, slots=True)
class Proposition:
    """A statement with what linking compares: the telling words and names of what is said.

    `terms` are stems of the content (and, after "~", kinds of event), `names` the parties in it
    (canonical names), `beside` those that only its sentence names, `context` the stems of the
    sentence around it. `anaphoric` is true where the content only points back ("the claim", "no
    truth to the report"). `order` is where it stands in its page. `falsifies`: the words
    themselves say that something is not so; `exposes`: that it is "satire" or a false "exhibit";
    `checked`: that the speaker looked into it. `muses`: the page thinks aloud about what might
    follow; `figured`: a figure stands in what is said. `sentence` is the text around it and
    `figures` those in it, for whoever asks about it.
    """

    statement: Statement
    document: str
    terms: frozenset[str]
    names: frozenset[str]
    beside: frozenset[str]
    context: frozenset[str]
    anaphoric: bool
    order: int
    headline: bool = False
    falsifies: bool = False
    exposes: str | None = None
    checked: bool = False
    muses: bool = False
    figured: bool = False
    sentence: str = ""
    figures: tuple[Figure, ...] = ()

    @property
    def key(self) -> tuple[str, str]:
        """What tells this proposition from every other: document and statement."""
        return (self.document, self.statement.id)


@dataclass(frozen=True, slots=True)
class Echo:
    """On whom a statement rests: the root it goes back to, and the page it copies, if any.

    `root` is an outlet's name or "document:<id>" where the page rests on no other.
    """

    root: str
    echo_of: str | None
    first_hand: bool


@dataclass(frozen=True, slots=True)
class Cluster:
    """Propositions about the same thing, with what bears on which part.

    `subject` and `counterparts` are its parties; `legs` those counterparts that the tellings put
    side by side ("with A and B"), so that each could stand or fall alone. `about` are the claim's
    telling stems, names aside. `parts` maps a proposition's key to the legs that it names (none:
    it speaks of the whole), `echoes` to its root, `resemblance` to how much of the claim it says
    (0 to 1). `apart` are the keys of those that tell another deed or figure than the claim,
    `elsewhere` of those that tell of somebody near its person: his aide, or a longer name. `asked`
    is the question on which it gathers what bears ("" where nobody asked).
    """

    propositions: tuple[Proposition, ...]
    subject: str | None
    counterparts: tuple[str, ...]
    legs: tuple[str, ...]
    about: frozenset[str]
    parts: dict[tuple[str, str], tuple[str, ...]]
    echoes: dict[tuple[str, str], Echo]
    resemblance: dict[tuple[str, str], float]
    apart: frozenset[tuple[str, str]] = frozenset()
    elsewhere: frozenset[tuple[str, str]] = frozenset()
    asked: str = ""


@dataclass(frozen=True, slots=True)
class Nearest:
    """A claim that is like the one asked about, and is not it."""

    id: str
    text: str
    similarity: float


@dataclass(frozen=True, slots=True)
class Answer:
    """What the record says about a sentence: the claim, or None and the nearest ones.

    `read_as` says how the question was read where that is not plain ("as the denial of ...");
    `listed` where the ledger lists the same claim under another status.
    """

    asked: str
    claim: Claim | None
    similarity: float
    nearest: tuple[Nearest, ...] = ()
    read_as: str | None = None
    listed: str | None = None
