"""Statements made ready for comparison: their telling words, their parties, their context."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from onrecord.kit import Kit
from onrecord.kit.idf import load_idf
from onrecord.link.anaphora import is_anaphoric
from onrecord.link.falsity import exposure, is_falsifying, tells_of_a_check
from onrecord.model import (
    EntityKind,
    Mention,
    Passage,
    Proposition,
    Reading,
    RegionKind,
    Span,
    Statement,
    Where,
)
from onrecord.text import cut, find_tokens, stem

TELLING = 1.2  # idf below which a stem tells nothing: function words and "said" lie under it
_EVIDENCE_REGIONS = frozenset({RegionKind.HEADLINE, RegionKind.BODY})
_PARTY_KINDS = frozenset({EntityKind.ORGANISATION, EntityKind.PERSON, EntityKind.UNKNOWN})


def make_propositions(reading: Reading, kit: Kit) -> tuple[Proposition, ...]:
    """The statements of one page that can be evidence, in text order.

    Teasers, boilerplate and opinion are read but bear on nothing; pages in a language that is
    kept and not read have none.
    """
    if reading.document.unread:
        return ()
    index = _PageIndex(reading, kit)
    found = (
        index.proposition(statement)
        for statement in (*reading.statements, *reading.assertions)
        if statement.region in _EVIDENCE_REGIONS
    )
    return tuple(sorted(found, key=lambda p: (p.order, p.key)))


def telling_stems(text: str, kit: Kit) -> frozenset[str]:
    """The stems of `text` that tell something: words rarer than function words."""
    weight = load_idf(kit).weight
    stems = {stem(token.word) for token in find_tokens(text) if token.word[0].isalnum()}
    return frozenset(s for s in stems if weight(s) > TELLING)


class _PageIndex:
    """One page's mentions and passages, found by position."""

    def __init__(self, reading: Reading, kit: Kit) -> None:
        self.document = reading.document
        self.kit = kit
        self.passages = sorted(reading.document.passages, key=lambda p: (p.where, p.start))
        self.mentions = reading.mentions

    def proposition(self, statement: Statement) -> Proposition:
        """`statement` with the words and parties that linking compares."""
        content = statement.content
        string = self.document.string(content.where)
        words = cut(string, content.spans)
        passages = self._passages_of(content.spans, content.where)
        around = " ".join(string[p.start : p.end] for p in passages) or words
        names = self._names_in(content.spans, content.where)
        own = telling_stems(words, self.kit)
        by_name = {s for name in names for s in telling_stems(name, self.kit)}
        start = content.spans[0].start if content.spans else 0
        return Proposition(
            statement=statement,
            document=self.document.id,
            terms=own | by_name,
            names=frozenset(names),
            context=telling_stems(around, self.kit) | own,
            anaphoric=is_anaphoric(words, self.kit),
            order=-1 if content.where is Where.TITLE else start,
            headline=statement.region is RegionKind.HEADLINE,
            falsifies=is_falsifying(words, around, self.kit),
            exposes=exposure(around, self.kit),
            checked=tells_of_a_check(around, self.kit),
        )

    def _names_in(self, spans: Sequence[Span], where: Where) -> set[str]:
        return {
            mention.entity
            for mention in _inside(self.mentions, spans, where)
            if mention.entity and not mention.garbled and mention.kind in _PARTY_KINDS
        }

    def _passages_of(self, spans: Sequence[Span], where: Where) -> list[Passage]:
        passages = [p for p in self.passages if p.where is where]
        starts = [p.start for p in passages]
        found: list[Passage] = []
        for start, end in spans:
            first = max(0, bisect_right(starts, start) - 1)
            for passage in passages[first:]:
                if passage.start >= end:
                    break
                if passage.end > start and passage not in found:
                    found.append(passage)
        return found


def _inside(mentions: Iterable[Mention], spans: Sequence[Span], where: Where) -> list[Mention]:
    return [
        m
        for m in mentions
        if m.where is where and any(start <= m.start and m.end <= end for start, end in spans)
    ]
