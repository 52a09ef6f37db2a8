"""The door for the page's own voice: what it says to be so and credits to nobody."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence

from onrecord.extract.hedges import is_hedged, is_negated
from onrecord.extract.page import OUTSIDE, Page, make_pages
from onrecord.extract.statements import name_spans
from onrecord.kit import Kit
from onrecord.model import (
    Act,
    Document,
    Interest,
    Naming,
    Part,
    RegionKind,
    Span,
    Statement,
    Voice,
    Where,
    make_id,
)
from onrecord.text import fold, join_spans

MADE_BY = "extract.own_voice@1"
LEAST = 4  # words: a shorter stretch between attributions is a joint, not a claim
MOST_COVERED = 0.5  # of a sentence's words; above it the sentence is an attribution
_REGIONS = (RegionKind.HEADLINE, RegionKind.BODY)


def find_assertions(
    document: Document, statements: Sequence[Statement], kit: Kit
) -> tuple[Statement, ...]:
    """The headlines and the factual sentences of a page that no statement covers."""
    if document.unread:
        return ()
    found: dict[str, Statement] = {}
    for page in make_pages(document):
        taken = cover(statements, page.where)
        for number, passage in enumerate(page.passages):
            if passage.region not in _REGIONS:
                continue
            for left, right in free_stretches(page, number, taken):
                if is_claim(page, left, right, passage.region, kit):
                    one = make_assertion(document, page, number, left, right, kit)
                    found.setdefault(one.id, one)
    return tuple(found.values())


def cover(statements: Iterable[Statement], where: Where) -> list[Span]:
    """The characters that attributed statements of `where` hold, joined and in order.

    In a headline the source is not counted: in "Acme Buys Mill, Plans to Expand" what stands
    before the cue is itself a claim.
    """
    spans: list[Span] = []
    for statement in statements:
        if statement.source is None and statement.act in (Act.FORECAST, Act.PLEDGE):
            continue  # "the line, expected to open in May, ..." credits nobody: the page says it
        headline = statement.region is RegionKind.HEADLINE
        parts = (None if headline else statement.source, statement.cue, statement.content)
        for part in parts:
            if part is not None and part.where is where:
                spans.extend(part.spans)
    return list(join_spans(spans))


def free_stretches(page: Page, number: int, taken: Sequence[Span]) -> list[tuple[int, int]]:
    """The token stretches of a sentence that no statement holds, trimmed of marks and joints."""
    first, last = page.first[number], page.first[number + 1]
    passage = page.passages[number]
    near = []
    for span in taken[max(0, bisect_right(taken, (passage.start, passage.end)) - 1) :]:
        if span.start >= passage.end:
            break
        near.append(span)
    held = [
        any(s.start < page.ends[t] and s.end > page.starts[t] for s in near)
        for t in range(first, last)
    ]
    stretches, left = [], None
    for token in range(first, last + 1):
        free = token < last and not held[token - first]
        if free and left is None:
            left = token
        elif not free and left is not None:
            stretches.append(_trim(page, left, token))
            left = None
    headline = passage.region is RegionKind.HEADLINE
    if not headline and sum(held) > (last - first) * MOST_COVERED:
        return []
    return [s for s in stretches if s[1] - s[0] >= LEAST]


def is_claim(page: Page, left: int, right: int, region: RegionKind, kit: Kit) -> bool:
    """Whether a stretch names a party and says that something is or happened; or says that a story
    is invented, which it may say of nobody by name and as the page's own finding.
    """
    words = page.words[left:right]
    if any(page.quote[t] != OUTSIDE for t in (left, right - 1)):
        return False
    sets = kit.once("extract.own_voice", _read)
    if region is RegionKind.HEADLINE:
        whole = page.bounds(left)[0] == left and right >= page.bounds(left)[1] - 1
        return whole or (words[-1] != "?" and _has_verb(words, sets["verb"]))
    if page.words[min(right, len(page.words) - 1)] == "?" or "?" in words:
        return False
    if not sets["exposing"].isdisjoint(words) and words[0] not in sets["imperative"]:
        return _has_verb(words, sets["verb"])  # "It is a parody, and we were fooled" names nobody
    if not sets["opinion"].isdisjoint(words) or words[0] in sets["imperative"]:
        return False
    return _names_somebody(page, left, right, sets["opener"]) and _has_verb(words, sets["verb"])


def make_assertion(
    document: Document, page: Page, number: int, left: int, right: int, kit: Kit
) -> Statement:
    """A stretch of a page as a statement in the page's own voice."""
    passage, span = page.passages[number], page.span(left, right)
    words = page.words[left:right]
    where = (Where.TITLE,) if page.where is Where.TITLE else ()
    return Statement(
        id=make_id("statement", document.text_sha256, name_spans([span]), "", *where),
        story=passage.story,
        region=passage.region,
        source=None,
        cue=None,
        content=Part((span,), page.text[span.start : span.end], page.where),
        act=tell_own_act(words, kit),
        voice=Voice.AUTHOR,
        naming=Naming.NONE,
        on_record=None,
        interest=Interest.NONE,
        hedged=words[-1] == "?" or is_hedged(words, [], kit, own=True),
        negated=is_negated(words),
        score=0.5,
        made_by=MADE_BY,
    )


def tell_own_act(words: Sequence[str], kit: Kit) -> Act:
    """Whether the page states a fact, a plan or an expectation."""
    text = fold(" ".join(words))
    for act, pattern in kit.once("extract.own_acts", _read_acts):
        if pattern.search(text):
            return act
    return Act.ASSERT


def _trim(page: Page, left: int, right: int) -> tuple[int, int]:
    while left < right and not page.words[left][0].isalnum() and page.words[left] != '"':
        left += 1
    while right > left and page.words[right - 1] in (",", ".", ";", ":", "–", "—", "-", "!"):
        right -= 1
    return left, right


def _names_somebody(page: Page, left: int, right: int, openers: frozenset[str]) -> bool:
    """Whether a capitalised word stands in the stretch that is not merely a sentence's first."""
    for token in range(left, right):
        form = page.forms[token]
        if form[0].isupper() and (token > left or page.words[token] not in openers):
            return True
    return False


def _has_verb(words: Sequence[str], verbs: frozenset[str]) -> bool:
    return any(word in verbs or (word.endswith("ed") and len(word) > 4) for word in words)


def _read(kit: Kit) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for row in kit.rows("extract_own_voice"):
        found.setdefault(row["kind"], set()).add(row["word"])
    return {kind: frozenset(words) for kind, words in found.items()}


def _read_acts(kit: Kit) -> tuple[tuple[Act, re.Pattern[str]], ...]:
    return tuple(
        (Act(row["act"]), re.compile(row["pattern"])) for row in kit.rows("extract_own_acts")
    )
