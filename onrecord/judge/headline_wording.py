"""What a headline itself says: whether it states something as fact, and what about."""

from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.judge.stance_cues import find_cues, load_cues
from onrecord.judge.stance_words import Words, read_words
from onrecord.kit import Kit
from onrecord.model import Act, Document, RegionKind, Span, Statement, Where
from onrecord.text import overlap, trim

_SIDE = 4  # words: before a colon, or after the last dash, so few are a source or a kicker
_MIN_TOPICS = 3  # telling words that a headline needs before it can be compared with its body
_CAUTIONS = {"hedged": "hedges", "attributed": "names its source", "doubted": "reports a doubt"}
_DOING = frozenset(
    (Act.PLEDGE, Act.OPPOSE, Act.SUPPORT)
)  # "Harrow plans ..." states a plan as fact
_SPLIT_MARKS = frozenset((";", ",", "|", "–", "—"))


@dataclass(frozen=True, slots=True)
class Wording:
    """A headline: where it stands, its words, and what each of its parts is about.

    `topics` holds the whole headline and each part that can be weighed alone.
    `caution` says how it holds back ("asks", "hedges", "names its source"), or is "" where it
    states a fact.
    """

    span: Span
    where: Where
    text: str
    words: Words
    topics: tuple[dict[str, float], ...]
    caution: str


def read_headline(document: Document, statements: Iterable[Statement], kit: Kit) -> Wording | None:
    """The headline of a document, or None where it has none."""
    place = find_headline(document)
    if place is None:
        return None
    span, where = place
    text = document.string(where)[span.start : span.end]
    words = read_words(text, kit)
    caution = find_caution(text, words, kit) or _find_source(span, where, statements)
    return Wording(span, where, text, words, _split_topics(words), caution)


def find_headline(document: Document) -> tuple[Span, Where] | None:
    """Where the headline stands: in the text, else in the title that came with it."""
    spans = [document.title_span] if document.title_span else []
    regions = (r for r in document.regions if r.kind is RegionKind.HEADLINE)
    spans += [Span(region.start, region.end) for region in regions]
    for start, end in spans[:1]:
        span = trim(document.text, start, end)
        return (span, Where.TEXT) if span.start < span.end else None
    title = document.title or ""
    span = trim(title, 0, len(title))
    return (span, Where.TITLE) if span.start < span.end else None


def find_caution(text: str, words: Words, kit: Kit) -> str:
    """How a headline holds back: it asks, hedges, names a source or doubts; else ""."""
    if len(words.topics) < _MIN_TOPICS:
        return "says too little"
    if "?" in words.words:
        return "asks"
    hits = list(find_cues(words.stems, load_cues("stance_headline_cues", "kind", kit)))
    kicker = max((h.end for h in hits if h.group == "kicker" and h.start == 0), default=0)
    if _has_quotes(words) or _has_source_mark(words, kicker):
        return "names its source"
    for hit in hits:
        if hit.group == "question" and hit.start == 0 and not _is_acronym(text, words.spans[0]):
            return "asks"
        if hit.group in _CAUTIONS:
            return _CAUTIONS[hit.group]
    return ""


def _is_acronym(text: str, span: Span) -> bool:
    """ "IS" and "WHO" are names in a headline that is not all in capitals."""
    return text[span.start : span.end].isupper() and not text.isupper()


def _has_quotes(words: Words) -> bool:
    marks = [word for word in words.words if word in ('"', "'")]
    ends = [word for word in words.words if word.endswith("'") and len(word) > 1]
    return '"' in marks or len(marks) >= 2 or bool(marks and ends)


def _has_source_mark(words: Words, kicker: int) -> bool:
    """A colon after or before a few words ("Minister: ...", "...: sources") names a source."""
    places = [i for i, word in enumerate(words.words) if word == ":" and i != kicker]
    return any(i <= _SIDE or len(words.words) - i - 1 <= _SIDE for i in places)


def _find_source(span: Span, where: Where, statements: Iterable[Statement]) -> str:
    for statement in statements:
        content = statement.content
        if statement.source is None or statement.act in _DOING:
            continue
        if content.where is where and overlap([span], content.spans):
            return "names its source"
    return ""


def _split_topics(words: Words) -> tuple[dict[str, float], ...]:
    """The topics of the whole headline, then of the part between its marks that says most of it."""
    parts: list[dict[str, float]] = [{}]
    for word, key in zip(words.words, words.keys, strict=True):
        if word in _SPLIT_MARKS:
            parts.append({})
        elif key in words.topics:
            parts[-1][key] = words.topics[key]
    half = sum(words.topics.values()) / 2.0
    alone = [p for p in parts if len(p) >= _MIN_TOPICS and half <= sum(p.values()) < 2.0 * half]
    return (words.topics, *alone)
