"""What was read on one page, as JSON."""

from collections.abc import Iterable
from typing import Any

from onrecord.model import (
    Check,
    DateMention,
    Fault,
    Figure,
    Headline,
    Mention,
    Part,
    Reading,
    Source,
    Span,
    Spans,
    Statement,
    Story,
    When,
    Where,
)

Json = dict[str, Any]


def show_page(reading: Reading, given_id: str, *, with_text: bool = False) -> Json:
    """A reading as one line of `onrecord extract`."""
    doc = reading.document
    page: Json = {
        "id": given_id,
        "title": doc.title,
        "url": doc.url,
        "outlet": doc.outlet,
        "author": doc.author,
        "published": doc.published,
        "language": doc.language,
        "unread": doc.unread,
        "text_sha256": doc.text_sha256,
        "reader": reading.reader,
        "regions": [{"kind": r.kind, "start": r.start, "end": r.end} for r in doc.regions],
        "stories": [show_story(story) for story in doc.stories],
        "statements": [show_statement(statement) for statement in reading.statements],
        "assertions": [show_statement(statement) for statement in reading.assertions],
        "mentions": [show_mention(mention) for mention in reading.mentions],
        "figures": [show_figure(figure) for figure in reading.figures],
        "checks": [show_check(check) for check in reading.checks],
        "dates": [show_date(date) for date in reading.dates],
        "headline": show_headline(reading.headline),
    }
    if with_text:
        page["text"] = doc.text
    return page


def show_fault(fault: Fault, given_id: str | None, line: int) -> Json:
    """An unreadable line, in the place of the page that it would have given."""
    return {"id": given_id, "line": line, "fault": {"stage": fault.stage, "error": fault.error}}


def show_document(reading: Reading, *, with_text: bool = False) -> Json:
    """A document of `onrecord export`."""
    doc = reading.document
    shown: Json = {
        "id": doc.id,
        "path": doc.path,
        "url": doc.url,
        "outlet": doc.outlet,
        "author": doc.author,
        "title": doc.title,
        "language": doc.language,
        "unread": doc.unread,
        "published": doc.published,
        "captured": doc.captured,
        "version_of": doc.version_of,
        "text_sha256": doc.text_sha256,
        "reader": reading.reader,
        "regions": [{"kind": r.kind, "start": r.start, "end": r.end} for r in doc.regions],
        "headline": show_headline(reading.headline),
        "dates": [show_date(date) for date in reading.dates],
    }
    if with_text:
        shown["text"] = doc.text
    return shown


def show_story(story: Story) -> Json:
    """One story of a page."""
    return {
        "id": story.id,
        "heading": story.heading,
        "kind": story.kind,
        "start": story.start,
        "end": story.end,
        "spans": _spans(story.spans),
    }


def show_statement(statement: Statement) -> Json:
    """Source, cue and content, and how it was said."""
    return {
        "id": statement.id,
        "story": statement.story,
        "region": statement.region,
        "source": _source(statement.source),
        "cue": _part(statement.cue) if statement.cue else None,
        "content": _part(statement.content),
        "act": statement.act,
        "force": statement.force,
        "approach": statement.approach,
        "voice": statement.voice,
        "naming": statement.naming,
        "on_record": statement.on_record,
        "channel": statement.channel,
        "interest": statement.interest,
        "quoted": statement.quoted,
        "hedged": statement.hedged,
        "negated": statement.negated,
        "within": statement.within,
        "refers_to": statement.refers_to,
        "said": show_when(statement.said),
        "score": round(statement.score, 3),
        "made_by": statement.made_by,
    }


def show_mention(mention: Mention) -> Json:
    """A name in the text, and what it may stand for."""
    shown: Json = {
        "start": mention.start,
        "end": mention.end,
        "text": mention.text,
        "kind": mention.kind,
        "entity": mention.entity,
        "garbled": mention.garbled,
        "candidates": [{"name": c.name, "score": round(c.score, 3)} for c in mention.candidates],
    }
    return _placed(shown, mention.where)


def show_figure(figure: Figure) -> Json:
    """A quantity in the words' own numbers."""
    shown: Json = {
        "id": figure.id,
        "start": figure.start,
        "end": figure.end,
        "text": figure.text,
        "low": figure.low,
        "high": figure.high,
        "unit": figure.unit,
        "per": figure.per,
        "bound": figure.bound,
        "approx": figure.approx,
        "change": figure.change,
        "of": figure.of,
        "story": figure.story,
        "unquantified": figure.unquantified,
    }
    return _placed(shown, figure.where)


def show_check(check: Check) -> Json:
    """A figure recomputed; the premise stands with every conditional verdict."""
    value = check.value
    return {
        "id": check.id,
        "kind": check.kind,
        "verdict": check.verdict,
        "premise": check.premise,
        "says": check.says,
        "figures": list(check.figures),
        "value": {"low": value.low, "high": value.high, "unit": value.unit} if value else None,
        "story": check.story,
    }


def show_date(date: DateMention) -> Json:
    """A date in the text as an interval of days."""
    return {
        "start": date.start,
        "end": date.end,
        "text": date.text,
        "from": date.when.start,
        "to": date.when.end,
        "basis": date.when.basis,
    }


def show_headline(headline: Headline | None) -> Json | None:
    """Whether the headline says more than its article."""
    if headline is None:
        return None
    shown: Json = {
        "verdict": headline.verdict,
        "why": headline.why,
        "headline": list(headline.headline),
        "passages": _spans(headline.passages),
    }
    return _placed(shown, headline.where)


def show_when(when: When | None) -> Json | None:
    """An interval of days and what it rests on."""
    return {"from": when.start, "to": when.end, "basis": when.basis} if when else None


def _source(source: Source | None) -> Json | None:
    if source is None:
        return None
    shown: Json = {
        "spans": _spans(source.spans),
        "text": source.text,
        "entity": source.entity,
        "descriptor": source.descriptor,
    }
    return _placed(shown, source.where)


def _part(part: Part) -> Json:
    return _placed({"spans": _spans(part.spans), "text": part.text}, part.where)


def _placed(shown: Json, where: Where) -> Json:
    """What stands in a title outside the text says so; everything else points into the text."""
    return shown if where is Where.TEXT else {**shown, "in": str(where)}


def _spans(spans: Spans | Iterable[Span]) -> list[list[int]]:
    return [[start, end] for start, end in spans]
