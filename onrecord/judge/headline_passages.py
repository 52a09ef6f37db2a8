"""The passages of a body that bear on its headline, and as what each gives its matter."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from onrecord.judge.headline_relays import find_relays
from onrecord.judge.headline_wording import Wording
from onrecord.judge.stance_cues import Hit, find_longest_cues, load_cues
from onrecord.judge.stance_words import Words, read_words
from onrecord.kit import Kit
from onrecord.model import (
    Act,
    Document,
    Naming,
    Passage,
    RegionKind,
    Span,
    Statement,
    Voice,
    Where,
)
from onrecord.text import find_tokens

MIN_SHARE = 0.3  # of the headline's idf: passages below are about something else
MIN_SHARED = 2  # words of the headline that a passage must hold
_NEAR = 6  # words around a cue in which words of the headline must stand
_LONGEST_PASSAGE = 4_000  # characters read of a passage: ten times a long sentence
_REACH = 2  # passages after a bearing one in which "the report" stands for it
UNSURE = "unsure"  # a cue next to one word of the headline: neither plain fact nor a limit
_WHOLE_SENTENCE = frozenset(("unnamed", "relayed"))  # kinds that tell where a sentence is from
_CLAUSE_MARKS = frozenset((",", ";", ":", "–", "—", "(", ")"))
_NAMED = frozenset((Naming.NAMED, Naming.OFFICE))
_LONGEST_NAME = 6  # words; longer sources are descriptions
_DENYING = frozenset(("denied", "false", "unconfirmed"))
_SAYING = frozenset((Act.ASSERT, Act.CONFIRM, Act.PLEDGE, Act.STAND_BY, Act.MATCH, Act.CORRECT))


@dataclass(frozen=True, slots=True)
class Kind:
    """One thing that a passage gives the headline's matter as, and the words that show it."""

    name: str
    quote: str
    by: str = ""


@dataclass(frozen=True, slots=True)
class Bearing:
    """A passage about the headline's matter; without kinds it says it as plain fact.

    `relayed_by` names the outlet that alone it has the matter from, or is "".
    """

    span: Span
    share: float
    kinds: tuple[Kind, ...]
    relayed_by: str = ""


def find_bearing(
    document: Document, wording: Wording, statements: Sequence[Statement], kit: Kit
) -> list[Bearing]:
    """The passages of the body on the headline's matter, in the order of the text."""
    found: list[Bearing] = []
    since, story = _REACH + 1, None
    body = [p for p in document.passages if p.region is RegionKind.BODY and p.where is Where.TEXT]
    for passage in body:
        text = document.text[passage.start : min(passage.end, passage.start + _LONGEST_PASSAGE)]
        words = read_words(text, kit)
        inside = [s for s in statements if _stands_in(s, passage)]
        share = measure_share(wording, words)
        place = Span(passage.start, passage.end)
        since += 1
        if share >= MIN_SHARE:
            kinds = _find_kinds(text, words, wording, inside, kit)
            told = [] if _is_limited(kinds) else find_relays(text, inside, document, kit)
            by = [relay.by for relay in told if _bears(relay.statement, wording, kit)]
        elif passage is body[0] and words.topics.keys() & wording.words.topics.keys():
            # A lead is about the headline's matter, though it may have words of its own.
            told = find_relays(text, inside, document, kit)
            kinds = tuple(Kind("relayed", relay.statement.content.text) for relay in told)
            by = [relay.by for relay in told]
        else:
            near = since <= _REACH and passage.story == story
            kinds = _find_echoed_denials(text, words, inside, kit) if near else ()
            by = []
        if share >= MIN_SHARE or by:
            since, story = 0, passage.story
        if share >= MIN_SHARE or kinds:
            found.append(Bearing(place, share, kinds, *by[:1]))
    return found


def measure_share(wording: Wording, words: Words) -> float:
    """How much of the headline, or of one of its parts, a passage holds, by idf."""
    best = 0.0
    for topics in wording.topics:
        shared = [weight for key, weight in topics.items() if key in words.topics]
        if len(shared) >= MIN_SHARED:
            best = max(best, sum(shared) / sum(topics.values()))
    return best


def _bears(statement: Statement, wording: Wording, kit: Kit) -> bool:
    topics = read_words(statement.content.text, kit).topics
    return len(topics.keys() & wording.words.topics.keys()) >= MIN_SHARED


def _is_limited(kinds: Iterable[Kind]) -> bool:
    """Whether a passage limits what it relays: a limit has a verdict of its own."""
    return any(kind.name != "relayed" for kind in kinds)


def _stands_in(statement: Statement, passage: Passage) -> bool:
    start = statement.content.spans[0].start
    return statement.content.where is Where.TEXT and passage.start <= start < passage.end


def _find_kinds(
    text: str, words: Words, wording: Wording, inside: Iterable[Statement], kit: Kit
) -> tuple[Kind, ...]:
    """As what a bearing passage gives the matter: by its cues, then by its statements."""
    kinds = []
    for hit in find_longest_cues(words.stems, load_cues("stance_body_cues", "kind", kit)):
        reach = _measure_reach(hit, words, wording)
        if reach:
            name = hit.group if reach >= MIN_SHARED else UNSURE
            kinds.append(Kind(name, _quote(text, words, hit)))
    for statement in inside:
        if _bears(statement, wording, kit):
            kinds += [
                k for k in _read_statement(statement, kit) if not (kinds and k.name == "possible")
            ]
    return tuple(dict.fromkeys(kinds))


def _measure_reach(hit: Hit, words: Words, wording: Wording) -> int:
    """How many words of the headline stand around a cue, in its clause."""
    if hit.group in _WHOLE_SENTENCE:
        return MIN_SHARED
    if words.words[hit.start] == "may" and _is_month(words.words, hit):
        return 0
    near = {words.keys[i] for i in _find_clause(words, hit)}
    return len(near & wording.words.topics.keys())


def _is_month(words: Sequence[str], hit: Hit) -> bool:
    before = words[hit.start - 1] if hit.start else ""
    after = words[hit.end] if hit.end < len(words) else ""
    return after[:1].isdigit() or before in ("in", "on", "last", "since", "of", "by", "until")


def _find_clause(words: Words, hit: Hit) -> range:
    """The words around a cue, as far as its clause goes and no further than `_NEAR`."""
    start, end = hit.start, hit.end
    while start > max(0, hit.start - _NEAR) and words.words[start - 1] not in _CLAUSE_MARKS:
        start -= 1
    last = min(len(words.words), hit.end + _NEAR)
    while end < last and words.words[end] not in _CLAUSE_MARKS:
        end += 1
    return range(start, end)


def _find_echoed_denials(
    text: str, words: Words, inside: Iterable[Statement], kit: Kit
) -> tuple[Kind, ...]:
    """Denials of "the report" or "the claim" soon after a bearing passage."""
    anaphors = kit.words("stance_anaphors")
    found = []
    for hit in find_longest_cues(words.stems, load_cues("stance_body_cues", "kind", kit)):
        around = words.words[max(0, hit.start - _NEAR) : hit.end + _NEAR]
        if hit.group in _DENYING and not anaphors.isdisjoint(around):
            found.append(Kind(hit.group, _quote(text, words, hit)))
    denials = [s for s in inside if s.act is Act.DENY and s.refers_to is not None]
    return tuple(dict.fromkeys([*found, *(k for s in denials for k in _read_statement(s, kit))]))


def _read_statement(statement: Statement, kit: Kit) -> list[Kind]:
    """As what a statement gives its content; nothing where a known source says it outright."""
    quote = statement.content.text
    if statement.act is Act.DENY:
        return [Kind("denied", quote, _name_denier(statement))]
    if statement.act is Act.DOUBT:
        return [Kind("unconfirmed", quote)]
    if statement.hedged:
        return [Kind("possible", quote)]
    if statement.voice is Voice.OUTLET and statement.source is not None:
        return [Kind("relayed", quote)]
    if statement.act in _SAYING and _is_unnamed(statement, kit):
        return [Kind("unnamed", quote)]
    return []


def _name_denier(statement: Statement) -> str:
    """Who denies it, where that is a name or an office; an outlet relays a denial."""
    source = statement.source
    if source is None or statement.voice is Voice.OUTLET or statement.naming not in _NAMED:
        return ""
    name = source.entity or source.text
    if name.startswith(("A ", "An ", "The ")) and not source.entity:
        name = name[0].lower() + name[1:]
    return name if len(name.split()) <= _LONGEST_NAME else ""


def _is_unnamed(statement: Statement, kit: Kit) -> bool:
    """Whether nobody but "sources" or "insiders" says it; "a resident" is a witness."""
    if statement.source is None or statement.voice is not Voice.UNNAMED:
        return False
    said_by = {token.word for token in find_tokens(statement.source.text)}
    return not said_by.isdisjoint(kit.words("stance_unnamed"))


def _quote(text: str, words: Words, hit: Hit) -> str:
    """The cue with the words around it, as they stand."""
    first = max(0, hit.start - 2)
    last = min(len(words.spans), hit.end + 5) - 1
    return text[words.spans[first].start : words.spans[last].end]
