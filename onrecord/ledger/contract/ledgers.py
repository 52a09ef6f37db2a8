"""A whole ledger, as JSON: every page, every name, every claim."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

from onrecord.ledger.contract.claims import show_claim, show_judgement
from onrecord.ledger.contract.pages import (
    Json,
    show_check,
    show_document,
    show_figure,
    show_mention,
    show_statement,
    show_story,
)
from onrecord.model import Claim, Judgement, Mention, Reading, make_id


def show_entities(readings: Iterable[Reading]) -> list[Json]:
    """What the names of all pages name, with every mention; one entry for each name.

    A name that was not recognised has an entry of its own, under its own spelling.
    """
    mentions: dict[str, list[tuple[str, Mention]]] = {}
    known: dict[str, list[Any]] = {}
    for reading in readings:
        for mention in reading.mentions:
            name = mention.entity or mention.text
            mentions.setdefault(name, []).append((reading.document.id, mention))
        for entity in reading.entities:
            known.setdefault(entity.name, []).append(entity)
    return [
        _entity(name, known.get(name, []), mentions.get(name, []))
        for name in sorted(known.keys() | mentions.keys())
    ]


def _entity(name: str, records: list[Any], mentions: list[tuple[str, Mention]]) -> Json:
    kinds = [record.kind for record in records] or [mention.kind for _, mention in mentions]
    return {
        "id": records[0].id if records else make_id("name", name),
        "name": name,
        "kind": _commonest(kinds),
        "role": _commonest([r.role for r in records if r.role]) or None,
        "sector": _commonest([r.sector for r in records if r.sector]),
        "aliases": sorted({alias for record in records for alias in record.aliases}),
        "affiliation": _commonest([r.affiliation for r in records if r.affiliation]),
        "title": _commonest([r.title for r in records if r.title]),
        "country": _commonest([r.country for r in records if r.country]),
        "mentions": [
            {**show_mention(mention), "document": document} for document, mention in mentions
        ],
    }


def _commonest(values: list[Any]) -> Any:
    """The value that most pages give, the first in the alphabet where several tie."""
    counted = Counter(values)
    return min(counted, key=lambda value: (-counted[value], value), default=None)


def show_ledger(
    readings: Iterable[Reading],
    claims: Iterable[Claim],
    judgements: Iterable[Judgement],
    *,
    with_text: bool = False,
) -> Json:
    """A whole ledger, as `onrecord export --format json` writes it."""
    readings = sorted(readings, key=lambda reading: reading.document.id)
    return {
        "documents": [show_document(reading, with_text=with_text) for reading in readings],
        "stories": [
            {**show_story(story), "document": reading.document.id}
            for reading in readings
            for story in reading.document.stories
        ],
        "statements": [
            {**show_statement(statement), "document": reading.document.id}
            for reading in readings
            for statement in (*reading.statements, *reading.assertions)
        ],
        "entities": show_entities(readings),
        "claims": [show_claim(claim) for claim in claims],
        "figures": [
            {**show_figure(figure), "document": reading.document.id}
            for reading in readings
            for figure in reading.figures
        ],
        "checks": [
            {**show_check(check), "document": reading.document.id}
            for reading in readings
            for check in reading.checks
        ],
        "judgements": [show_judgement(judgement) for judgement in judgements],
    }
