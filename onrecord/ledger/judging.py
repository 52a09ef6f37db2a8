"""Making a judgement: a person's correction, anchored in the words that it is about."""

from collections.abc import Sequence

from onrecord.errors import QuestionError
from onrecord.ledger.corrections import NAME, SOURCE, STATUS
from onrecord.model import Claim, Judgement, Reading, Span, Stance, Statement, Status, make_id

SHORTEST_PREFIX = 4  # hex digits that may stand for an id


def judge_status(
    claim: Claim, value: str, *, by: str, why: str, at: str, readings: Sequence[Reading]
) -> Judgement:
    """A signed status of a claim, anchored in the first statement that supports it."""
    if value not in set(Status):
        raise QuestionError(f"status {value!r}: expected one of {', '.join(Status)}")
    supporting = [e for e in claim.evidence if e.stance is Stance.SUPPORTS] or list(claim.evidence)
    for evidence in supporting:
        for document, statement in _statements(readings):
            if (document, statement.id) == (evidence.document, evidence.statement):
                return _make(STATUS, claim.id, value, by, at, why, document, statement)
    return _make(STATUS, claim.id, value, by, at, why, None, None)


def judge_source(
    readings: Sequence[Reading], wanted: str, value: str, *, by: str, why: str, at: str
) -> Judgement | None:
    """Who is behind a statement, by its id or a prefix of it; None where there is none such."""
    found = {
        statement.id: (document, statement)
        for document, statement in _statements(readings)
        if statement.id == wanted
        or (len(wanted) >= SHORTEST_PREFIX and statement.id.startswith(wanted.lower()))
    }
    if len(found) > 1 and wanted not in found:
        raise QuestionError(f"statement {wanted!r} is short for {len(found)}; say more")
    if not found:
        return None
    document, statement = found.get(wanted) or next(iter(found.values()))
    if statement.source is None:
        raise QuestionError(f"statement {statement.id} is the article's own: it names no source")
    return _make(SOURCE, statement.id, value, by, at, why, document, statement)


def judge_name(
    readings: Sequence[Reading],
    spelling: str,
    value: str,
    document: str | None,
    *,
    by: str,
    why: str,
    at: str,
) -> Judgement | None:
    """What a spelling stands for, everywhere or in one document; None where it never stands."""
    from onrecord.ledger.versions import find_document

    page = find_document(readings, document) if document else None
    if document and page is None:
        return None
    pages = [page] if page else readings
    if not any(m.text == spelling for reading in pages for m in reading.mentions):
        return None
    where = page.document.id if page else None
    _check_signature(by, why)
    key = make_id(NAME, spelling, value, by, at, why, where)
    return Judgement(key, NAME, spelling, value, by, at, why, quote=spelling, document=where)


def _statements(readings: Sequence[Reading]) -> list[tuple[str, Statement]]:
    return [
        (reading.document.id, statement)
        for reading in readings
        for statement in (*reading.statements, *reading.assertions)
    ]


def _make(
    kind: str,
    subject: str,
    value: str,
    by: str,
    at: str,
    why: str,
    document: str | None,
    statement: Statement | None,
) -> Judgement:
    _check_signature(by, why)
    spans = statement.content.spans if statement else ()
    return Judgement(
        id=make_id(kind, subject, value, by, at, why),
        kind=kind,
        subject=subject,
        value=value,
        by=by,
        at=at,
        why=why,
        quote=statement.content.text if statement else None,
        document=document,
        span=Span(spans[0].start, spans[-1].end) if spans else None,
    )


def _check_signature(by: str, why: str) -> None:
    if not by.strip() or not why.strip():
        raise QuestionError("a judgement needs a name (--by) and a reason (--why)")
