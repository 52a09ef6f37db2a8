"""Judgements and the words that they are about, also after a better reader has read them anew.

A judgement names a statement by id and keeps the words and their place. Where the id is gone, the
statement of the same document that shares most of these characters takes its place.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from onrecord.ledger.corrections import MERGE, SOURCE, SPLIT, UNDO
from onrecord.model import Judgement, Reading, Span
from onrecord.text import overlap

_BETWEEN = frozenset({MERGE, SPLIT})  # statements of two claims, or two of one


@dataclass(frozen=True, slots=True)
class Anchored:
    """Judgements that still stand on words of the ledger, and those that lost theirs."""

    anchored: tuple[Judgement, ...]
    lost: tuple[Judgement, ...]


def anchor_judgements(judgements: Sequence[Judgement], readings: Sequence[Reading]) -> Anchored:
    """Put every judgement on the statement that now holds its words; list what cannot be."""
    judgements = standing_judgements(judgements)
    if not judgements:
        return Anchored((), ())
    pages = {reading.document.id: reading for reading in readings}
    known = {s.id for reading in readings for s in (*reading.statements, *reading.assertions)}
    anchored: list[Judgement] = []
    lost: list[Judgement] = []
    for judgement in judgements:
        found = _anchor(judgement, pages, known)
        (lost if found is None else anchored).append(found or judgement)
    return Anchored(tuple(anchored), tuple(lost))


def standing_judgements(judgements: Sequence[Judgement]) -> list[Judgement]:
    """Judgements without those that a later one takes back, and without the taking back; who
    takes back a taking back lets the first stand again.
    """
    ordered = sorted(judgements, key=lambda j: (j.at, j.id))
    gone: set[str] = set()
    for judgement in reversed(ordered):
        if judgement.kind == UNDO and judgement.id not in gone:
            gone.add(judgement.subject)
    return [j for j in judgements if j.kind != UNDO and j.id not in gone]


def _anchor(judgement: Judgement, pages: dict[str, Reading], known: set[str]) -> Judgement | None:
    """`judgement` on the statement of today, None where its words are gone."""
    if judgement.kind in _BETWEEN:
        return _anchor_both(judgement, pages)
    if judgement.document is None or judgement.subject in known:
        return judgement
    page = pages.get(judgement.document)
    if page is None or judgement.span is None:
        return None
    if judgement.kind != SOURCE:
        return judgement  # about a claim: its id or alias resolves as long as the page is there
    found = _find_statement(page, judgement.subject, judgement.span)
    return None if found is None else replace(judgement, subject=found)


def _anchor_both(judgement: Judgement, pages: dict[str, Reading]) -> Judgement | None:
    """A judgement on two statements or more: on the first and on what is left of the others."""
    page = pages.get(judgement.document or "")
    subject = page and _find_statement(page, judgement.subject, judgement.span)
    against = tuple(
        replace(anchor, statement=found)
        for anchor in judgement.against
        if anchor.document in pages
        for found in [_find_statement(pages[anchor.document], anchor.statement, anchor.span)]
        if found is not None
    )
    if not subject or not against:
        return None
    return replace(judgement, subject=subject, against=against)


def _find_statement(page: Reading, wanted: str, span: Span | None) -> str | None:
    """The statement of an id, else the one that holds most of the characters of `span`."""
    statements = (*page.statements, *page.assertions)
    if any(statement.id == wanted for statement in statements):
        return wanted
    here = [span] if span else []
    best = max(statements, key=lambda s: (overlap(here, s.content.spans), s.id), default=None)
    return best.id if best and overlap(here, best.content.spans) else None
