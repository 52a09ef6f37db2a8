"""Statements made ready for comparison: their telling words, their parties, their context."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from onrecord.kit import Kit
from onrecord.kit.idf import load_idf
from onrecord.link.anaphora import is_anaphoric
from onrecord.link.falsity import exposure, is_falsifying, tells_of_a_check, traces_to_satire
from onrecord.link.parties import first_word, same_party
from onrecord.link.singled_out import is_of_a_part
from onrecord.model import (
    Act,
    EntityKind,
    Figure,
    Mention,
    Passage,
    Proposition,
    Reading,
    RegionKind,
    Span,
    Statement,
    StoryKind,
    Voice,
    Where,
)
from onrecord.text import cut, find_tokens, fold, stem

TELLING = 1.2  # idf below which a stem tells nothing: function words and "said" lie under it
CLASS = "~"  # begins the term that stands for a kind of event, whatever word tells of it
_EVIDENCE_REGIONS = frozenset({RegionKind.HEADLINE, RegionKind.BODY})
_PARTY_KINDS = frozenset({EntityKind.ORGANISATION, EntityKind.PERSON})
_TELLERS = frozenset({"outlet", "agency", "platform"})
_SELVES = frozenset({Voice.PRINCIPAL, Voice.UNNAMED})
_TELL_OF_OTHERS = frozenset({Voice.OUTLET, Voice.UNNAMED, Voice.SOCIAL, Voice.EXPERT})
_LOOK_BACK = 3  # sentences: farther back, a story has mostly changed its subject
_MATTER = 2  # telling words of a headline, beside those for a claim and its falsity
_TWICE = 2  # a name of unknown kind is a party only where the page comes back to it


def make_propositions(reading: Reading, kit: Kit) -> tuple[Proposition, ...]:
    """The statements of one page that can be evidence, in text order.

    Teasers, boilerplate, opinion and summaries are read but bear on nothing, and so do the
    headings inside a roundup; pages in a language that is kept and not read have none.
    """
    if reading.document.unread:
        return ()
    index = _PageIndex(reading, kit)
    found = (
        index.proposition(statement)
        for statement in (*reading.statements, *reading.assertions)
        if index.can_be_evidence(statement)
    )
    return tuple(sorted(found, key=lambda p: (p.order, p.key)))


def telling_stems(text: str, kit: Kit) -> frozenset[str]:
    """The stems of `text` that tell something: words rarer than function words."""
    weight = load_idf(kit).weight
    words = [token.word for token in find_tokens(text) if token.word[0].isalnum()]
    parts = [part for word in words if "-" in word for part in word.split("-")]
    stems = {stem(word) for word in (*words, *parts) if len(word) > 1}
    return frozenset(s for s in stems if weight(s) > TELLING)


def telling_terms(text: str, kit: Kit) -> frozenset[str]:
    """The telling stems of `text`, and the kinds of event that they tell of."""
    stems = telling_stems(text, kit)
    classes = kit.once("event classes", _build_classes)
    return stems.union(*(classes[s] for s in stems if s in classes))


def _build_classes(kit: Kit) -> dict[str, frozenset[str]]:
    classes: dict[str, set[str]] = {}
    for row in kit.rows("link_events"):
        for word in row["stems"].split():
            classes.setdefault(word, set()).add(CLASS + row["class"])
    return {word: frozenset(names) for word, names in classes.items()}


def _build_pointing(kit: Kit) -> frozenset[str]:
    """The stems of words that stand for a claim or call it false."""
    pointers = [row["word"] for row in kit.rows("link_anaphora")]
    return telling_stems(" ".join([*pointers, *kit.words("link_falsity", "phrase")]), kit)


class _PageIndex:
    """One page's mentions and passages, found by position."""

    def __init__(self, reading: Reading, kit: Kit) -> None:
        self.document = reading.document
        self.kit = kit
        in_order = sorted(reading.document.passages, key=lambda p: p.start)
        self.passages = {w: [p for p in in_order if p.where is w] for w in Where}
        self.starts = {w: [p.start for p in self.passages[w]] for w in Where}
        named = sorted(reading.mentions, key=lambda m: (m.start, m.end))
        self.mentions = {w: [m for m in named if m.where is w] for w in Where}
        self.mention_starts = {w: [m.start for m in self.mentions[w]] for w in Where}
        self.figures = reading.figures
        placed = sorted((f.where, f.start, number) for number, f in enumerate(reading.figures))
        self.figured = {w: [(at, n) for where, at, n in placed if where is w] for w in Where}
        self.entities = {entity.name: entity for entity in reading.entities}
        counts = Counter(m.entity for m in reading.mentions if m.entity)
        alike = _find_alike(counts, counts)
        self.times = {name: sum(counts[other] for other in alike[name]) for name in counts}
        spoken = {s.source.entity for s in reading.statements if s.source and s.source.entity}
        self.speakers = {name for name, others in _find_alike(counts, spoken).items() if others}
        self.elsewhere = _find_places(reading)
        self.summaries = {s.id for s in reading.document.stories if s.kind is StoryKind.SUMMARY}

    def can_be_evidence(self, statement: Statement) -> bool:
        """Whether a statement stands where statements can be evidence."""
        if statement.region not in _EVIDENCE_REGIONS or statement.story in self.summaries:
            return False
        return statement.region is RegionKind.BODY or self._is_title(statement)

    def _is_title(self, statement: Statement) -> bool:
        """Whether a statement stands in the page's own title, and not in a heading inside it."""
        title = self.document.title_span
        if statement.content.where is Where.TITLE or title is None:
            return statement.content.where is Where.TITLE
        return all(title.start <= start < title.end for start, _ in statement.content.spans)

    def proposition(self, statement: Statement) -> Proposition:
        """`statement` with the words and parties that linking compares."""
        content = statement.content
        string = self.document.string(content.where)
        words = cut(string, content.spans)
        passages = self._passages_of(content.spans, content.where)
        around = " ".join(string[p.start : p.end] for p in passages) or words
        names = self._names_in(content.spans, content.where) | self._speaks_of_itself(statement)
        sentences = [Span(p.start, p.end) for p in passages]
        beside = self._names_in(sentences, content.where) - names
        if not names and not beside:
            beside = self._names_before(passages)
        own = telling_terms(words, self.kit)
        by_name = {s for name in names for s in telling_stems(name, self.kit)}
        exposed = exposure(around, self.kit) if not _denies_for_itself(statement) else None
        if statement.source is None and traces_to_satire(around, self.kit):
            exposed = "satire"
        of_a_part = is_of_a_part(words, self.kit) is not None
        start = content.spans[0].start if content.spans else 0
        return Proposition(
            statement=statement,
            document=self.document.id,
            terms=own | by_name,
            names=frozenset(names),
            beside=frozenset(n for n in beside if not self._only_tells(n, statement)),
            context=telling_terms(around, self.kit) | own,
            anaphoric=of_a_part
            or (is_anaphoric(words, self.kit) and not self._tells_its_matter(statement, own)),
            order=-1 if content.where is Where.TITLE else start,
            headline=statement.region is RegionKind.HEADLINE,
            falsifies=of_a_part or is_falsifying(words, around, self.kit) or exposed == "satire",
            exposes=exposed,
            checked=tells_of_a_check(around, self.kit),
            muses=statement.source is None and self._is_musing(words),
            figured=self._has_figure(content.spans, content.where),
            sentence=". ".join(string[p.start : p.end].rstrip(" .") for p in passages) or words,
            figures=self._figures_in(sentences, content.where),
        )

    def _tells_its_matter(self, statement: Statement, own: frozenset[str]) -> bool:
        """Whether a headline names what it calls false: "Three-headed calf likely a hoax" stands
        over no text that it could point back to.
        """
        if statement.region is not RegionKind.HEADLINE or statement.source is not None:
            return False
        pointing = self.kit.once("pointing stems", _build_pointing)
        return sum(term[0] != CLASS for term in own - pointing) >= _MATTER

    def _names_before(self, passages: Sequence[Passage]) -> set[str]:
        """The parties of the sentence before, in the same story, where this one names none ("The
        line will open in May").
        """
        if not passages:
            return set()
        here = passages[0]
        before = bisect_left(self.starts[here.where], here.start)
        for passage in reversed(self.passages[here.where][max(0, before - _LOOK_BACK) : before]):
            if passage.story != here.story:
                break
            names = self._names_in([Span(passage.start, passage.end)], passage.where)
            if names:
                return names
        return set()

    def _names_in(self, spans: Sequence[Span], where: Where) -> set[str]:
        return {
            mention.entity
            for mention in self._mentions_in(spans, where)
            if mention.entity and not mention.garbled and self._is_party(mention)
        }

    def _mentions_in(self, spans: Sequence[Span], where: Where) -> Iterator[Mention]:
        mentions, starts = self.mentions[where], self.mention_starts[where]
        for start, end in spans:
            for mention in mentions[bisect_left(starts, start) : bisect_left(starts, end)]:
                if mention.end <= end:
                    yield mention

    def _speaks_of_itself(self, statement: Statement) -> set[str]:
        """The source, where what it says is about its own doing: "plans to open", "we will"."""
        source = statement.source
        if source is None or source.entity is None or statement.voice in _TELL_OF_OTHERS:
            return set()
        first = fold(statement.content.text).lower().split(" ", 1)[0].strip('"')
        own = first in self.kit.words("link_selves")
        bare = not self._names_in(statement.content.spans, statement.content.where)
        if not own and not (bare and statement.voice in _SELVES):
            return set()
        together = source.entity.split(" and ")  # "both companies"
        return set(together) if self.entities.keys() >= set(together) else {source.entity}

    def _is_musing(self, words: str) -> bool:
        """Whether the page thinks aloud about what might follow."""
        tokens = {token.word for token in find_tokens(words)}
        return bool(tokens & self.kit.words("link_musing"))

    def _has_figure(self, spans: Sequence[Span], where: Where) -> bool:
        return any(figure.unit is not None for figure in self._figures_in(spans, where))

    def _figures_in(self, spans: Sequence[Span], where: Where) -> tuple[Figure, ...]:
        placed = self.figured[where]
        numbers = {
            number
            for start, end in spans
            for _, number in placed[bisect_left(placed, (start,)) : bisect_left(placed, (end,))]
        }
        return tuple(self.figures[number] for number in sorted(numbers))

    def _is_party(self, mention: Mention) -> bool:
        if mention.kind in _PARTY_KINDS:
            return True
        if mention.kind is not EntityKind.UNKNOWN:
            return False
        if mention.entity is None or any(c.isdigit() for c in mention.entity):
            return False  # "Tern-2": a product; an unknown body with a digit is rarer
        if mention.entity in self.speakers:
            return True
        return mention.entity not in self.elsewhere and self.times[mention.entity] >= _TWICE

    def _only_tells(self, name: str, statement: Statement) -> bool:
        """Whether a name beside a content is that of its source, or of an outlet."""
        if statement.source is not None and statement.source.entity == name:
            return statement.voice is Voice.OUTLET
        return name in self.entities and self.entities[name].role in _TELLERS

    def _passages_of(self, spans: Sequence[Span], where: Where) -> list[Passage]:
        passages, starts = self.passages[where], self.starts[where]
        found: list[Passage] = []
        for start, end in spans:
            first = max(0, bisect_right(starts, start) - 1)
            for passage in passages[first:]:
                if passage.start >= end:
                    break
                if passage.end > start and passage not in found:
                    found.append(passage)
        return found


def _find_alike(names: Iterable[str], others: Iterable[str]) -> dict[str, list[str]]:
    """For each name, the others that name the same party; they begin with the same word."""
    by_word: dict[str, list[str]] = defaultdict(list)
    for other in others:
        by_word[first_word(other)].append(other)
    return {
        name: [other for other in by_word.get(first_word(name), ()) if same_party(name, other)]
        for name in names
    }


def _find_places(reading: Reading) -> frozenset[str]:
    """Names of unknown kind that stand mostly after "at", "in" or "from": places, not parties."""
    text = fold(reading.document.text)
    after: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for mention in reading.mentions:
        if mention.kind is EntityKind.UNKNOWN and mention.entity and mention.where is Where.TEXT:
            total[mention.entity] += 1
            after[mention.entity] += bool(
                _PLACING.search(text[max(0, mention.start - _PLACING_REACH) : mention.start])
            )
    return frozenset(name for name, times in total.items() if 2 * after[name] >= times)


_PLACING = re.compile(
    r"\b(?:at|in|near|outside|from|off|to|through) (?:the |its |their )?$", re.IGNORECASE
)
_PLACING_REACH = 16  # characters: longer than any preposition and article


def _denies_for_itself(statement: Statement) -> bool:
    """Whether a party denies: "the report is pure fiction" is its denial, and exposes nobody."""
    return statement.act is Act.DENY and statement.voice is Voice.PRINCIPAL
