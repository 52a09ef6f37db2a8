"""The door for attributed statements: a document in, its statements out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from onrecord.extract.acts import Deed, tell_act
from onrecord.extract.answers import carry_denials
from onrecord.extract.attributions import Attribution, find_attributions
from onrecord.extract.citations import give_cited_contents
from onrecord.extract.headlines import find_credits, find_reactions
from onrecord.extract.hedges import is_hedged, is_negated
from onrecord.extract.inner import add_inner_speakers
from onrecord.extract.learned import find_learned_attributions
from onrecord.extract.naming import tell_naming
from onrecord.extract.nested import nest_statements
from onrecord.extract.page import OUTSIDE, Page, make_pages
from onrecord.extract.passives import turn_passive
from onrecord.extract.quotes import find_loose_quotations
from onrecord.extract.second_look import look_again
from onrecord.extract.segments import Segment
from onrecord.extract.sentences import split_content
from onrecord.extract.speakers import mend_speakers
from onrecord.extract.trailing import add_trailing_clauses
from onrecord.extract.unusual import drop_unusual
from onrecord.extract.weights import load_weights
from onrecord.kit import Kit
from onrecord.model import (
    Act,
    Document,
    Naming,
    Part,
    Passage,
    RegionKind,
    Source,
    Span,
    Spans,
    Statement,
    Where,
    make_id,
)
from onrecord.text import cut, join_spans

MADE_BY = {
    "rules": "extract.rules@1",
    "learned": "extract.learned@1",
    "large": "extract.large@1",
}
# The score is the share of such attributions that were right on PolNeAR dev (measure it with
# training/attribution/measure.py). Floors were chosen together there: F1 of the relation is .636
# at .35 with the unusual at .40, .632 at .25 with .50. Plain words have floors of their own.
FLOOR = 0.35
TELLING = frozenset(
    (Act.DENY, Act.DECLINE, Act.CONFIRM, Act.RETRACT, Act.CORRECT, Act.STAND_BY, Act.MATCH)
)
MOST_BEFORE = 4  # words before a cue that may turn it: "has not yet", "could neither"


def find_statements(
    document: Document, kit: Kit, *, reader: str = "rules"
) -> tuple[Statement, ...]:
    """What the page says that others say: source, cue, content, act, in the order of the text.

    `reader` says who finds source, cue and content: "rules" (with small linear models),
    "learned" (an encoder) or "large" (a larger one). The rules around them, and the labels, are
    the same for all.
    """
    if document.unread:
        return ()
    found: dict[str, Statement] = {}
    for page in make_pages(document):
        attributions = read_attributions(page, kit, reader)
        attributions = mend_speakers(page, attributions, kit)
        attributions = [turn_passive(page, one) for one in attributions]
        attributions = add_trailing_clauses(page, attributions, kit)
        attributions = give_cited_contents(page, attributions, kit)
        attributions = add_inner_speakers(page, attributions, kit)
        attributions += find_credits(page, attributions, kit)
        attributions += [
            one for one in find_reactions(page, attributions, kit) if is_telling(page, one, kit)
        ]
        attributions += find_loose_quotations(page, attributions)
        for attribution in attributions:
            for one in take_apart(page, attribution, kit):
                statement = make_statement(document, page, one, kit, MADE_BY[reader])
                known = found.get(statement.id)
                if known is None or known.score < statement.score:
                    found[statement.id] = statement
    ordered = sorted(found.values(), key=_place)
    return tuple(nest_statements(carry_denials(document, ordered, kit)))


def read_attributions(page: Page, kit: Kit, reader: str) -> list[Attribution]:
    """The attributions of a page by one reader."""
    if reader == "rules":
        return find_attributions(page, load_weights(kit), FLOOR)
    found = drop_unusual(page, find_learned_attributions(page, kit, reader), kit, reader)
    return [*found, *look_again(page, found, lambda one: is_telling(page, one, kit), kit)]


def is_telling(page: Page, one: Attribution, kit: Kit) -> bool:
    """Whether an attribution does more than assert: it denies, confirms, refuses, takes back."""
    return tell_deed(page, one.source, one.cue, one.content, kit).act in TELLING


def take_apart(page: Page, attribution: Attribution, kit: Kit) -> list[Attribution]:
    """An attribution, and one more for each sentence of its content that does more than assert.

    "We value your trust. We have not announced any plans." declines in its second sentence. The
    plain sentences stay in the whole: taking all apart costs .07 of F1 on PolNeAR dev, whose
    contents are whole quotations.
    """
    parts = [
        part
        for part in split_content(page, attribution.content)
        if tell_deed(page, attribution.source, attribution.cue, part, kit).act in TELLING
    ]
    return [attribution, *(replace(attribution, content=tuple(part)) for part in parts)]


def make_statement(
    document: Document, page: Page, attribution: Attribution, kit: Kit, made_by: str
) -> Statement:
    """The statement that an attribution of a page stands for."""
    cue, passage = attribution.cue, page.passages[page.sentence[attribution.cue.left]]
    pieces = keep_place(page, attribution.content, passage)
    deed = tell_deed(page, attribution.source, cue, pieces, kit)
    if deed.act is Act.DECLINE:
        pieces = with_cue(page, cue, pieces)
    content, source = part_of(page, pieces), source_of(page, attribution.source)
    words = words_of(page, pieces)
    where = (Where.TITLE,) if page.where is Where.TITLE else ()
    return Statement(
        id=make_id(
            "statement",
            document.text_sha256,
            name_spans(content.spans),
            name_spans(source.spans if source else ()),
            *where,
        ),
        story=passage.story,
        region=passage.region,
        source=source,
        cue=part_of(page, [cue]) if cue.left < cue.right else None,
        content=content,
        act=deed.act,
        force=deed.force,
        approach=deed.approach,
        naming=tell_naming(source.text, kit) if source else Naming.NONE,
        quoted=is_quoted(page, pieces),
        hedged=is_hedged(words, page.words[cue.left : cue.right], kit),
        negated=is_negated(words),
        score=attribution.score,
        made_by=made_by,
    )


def tell_deed(
    page: Page, source: Segment | None, cue: Segment, pieces: Iterable[Segment], kit: Kit
) -> Deed:
    """The act of an attribution, from the words of its cue, of its content and around them.

    Quotation marks are left out, so that `there is "no truth" to it` reads like its plain form.
    """
    first, last = page.bounds(cue.left)
    left = cue.left
    auxiliaries = kit.words("extract_auxiliaries")
    while left > first and cue.left - left < MOST_BEFORE and page.words[left - 1] in auxiliaries:
        left -= 1
    plain = [word for word in page.words[left : min(last, cue.right + 12)] if word != '"']
    head = " ".join(word for word in page.words[left : cue.right] if word != '"')
    content = " ".join(word for word in words_of(page, pieces) if word != '"')
    speaker = " ".join(page.words[slice(*source)]) if source else ""
    return tell_act(head, " ".join(plain), content, speaker, kit)


def keep_place(page: Page, pieces: Iterable[Segment], passage: Passage) -> list[Segment]:
    """The pieces that a cue of `passage` can have: a statement never crosses from one story to
    another, and what a headline says is not what a sentence of the body reports.
    """
    kept = list(pieces)
    return [
        piece for piece in kept if _is_beside(page.passages[page.sentence[piece.left]], passage)
    ] or kept[:1]


def _is_beside(one: Passage, other: Passage) -> bool:
    if one.story != other.story:
        return False
    return one.region == other.region or _APART.isdisjoint((one.region, other.region))


_APART = frozenset((RegionKind.HEADLINE, RegionKind.BYLINE, RegionKind.TEASER))


def with_cue(page: Page, cue: Segment, pieces: list[Segment]) -> list[Segment]:
    """The content of a refusal, its cue with it: "declined to comment on the matter"."""
    near = [p for p in pieces if cue.right <= p.left <= cue.right + 3]
    rest = [p for p in pieces if p not in near and p.right <= cue.left]
    if near:
        return [Segment(cue.left, near[0].right), *(p for p in pieces if p.left > near[0].left)]
    return pieces if rest else [cue]


def part_of(page: Page, pieces: Iterable[Segment]) -> Part:
    """Token segments as a part with its text."""
    spans = spans_of(page, pieces)
    return Part(spans, cut(page.text, spans), page.where)


def source_of(page: Page, segment: Segment | None) -> Source | None:
    """A token segment as a source with its text."""
    if segment is None:
        return None
    spans = spans_of(page, [segment])
    return Source(spans, cut(page.text, spans), where=page.where)


def spans_of(page: Page, pieces: Iterable[Segment]) -> Spans:
    """Token segments as character spans, those that touch joined."""
    return join_spans(page.span(left, right) for left, right in sorted(pieces))


def words_of(page: Page, pieces: Iterable[Segment]) -> list[str]:
    """The lower-case words of token segments, in order."""
    return [word for left, right in pieces for word in page.words[left:right]]


def is_quoted(page: Page, pieces: Iterable[Segment]) -> bool:
    """Whether at least half of a content stands in quotation marks."""
    states = [page.quote[t] != OUTSIDE for left, right in pieces for t in range(left, right)]
    return 2 * sum(states) >= len(states)


def name_spans(spans: Iterable[Span]) -> str:
    """Spans as they go into an id."""
    return ",".join(f"{start}-{end}" for start, end in spans)


def _place(statement: Statement) -> tuple[bool, int, int, str]:
    cue = statement.cue
    start = cue.spans[0].start if cue else 0
    return (
        statement.content.where is Where.TEXT,
        start,
        statement.content.spans[0].start,
        statement.id,
    )
