"""Judgements and the words that they are about, also after a better reader has read them anew.

A judgement names a statement by id and keeps the words and their place. Where the id is gone, the
statement of the same document that shares most of these characters takes its place.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from onrecord.ledger.corrections import SOURCE
from onrecord.model import Judgement, Reading, Statement
from onrecord.text import overlap


@dataclass(frozen=True, slots=True)
class Anchored:
    """Judgements that still stand on words of the ledger, and those that lost theirs."""

    anchored: tuple[Judgement, ...]
    lost: tuple[Judgement, ...]


def anchor_judgements(judgements: Sequence[Judgement], readings: Sequence[Reading]) -> Anchored:
    """Put every judgement on the statement that now holds its words; list what cannot be."""
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


def _anchor(judgement: Judgement, pages: dict[str, Reading], known: set[str]) -> Judgement | None:
    """`judgement` on the statement of today, None where its words are gone."""
    if judgement.document is None or judgement.subject in known:
        return judgement
    page = pages.get(judgement.document)
    if page is None or judgement.span is None:
        return None
    if judgement.kind != SOURCE:
        return judgement  # about a claim: its id or alias resolves as long as the page is there
    best = max(
        (*page.statements, *page.assertions),
        key=lambda statement: (_shared(judgement, statement), statement.id),
        default=None,
    )
    if best is None or _shared(judgement, best) == 0:
        return None
    return replace(judgement, subject=best.id)


def _shared(judgement: Judgement, statement: Statement) -> int:
    return overlap([judgement.span] if judgement.span else [], statement.content.spans)
