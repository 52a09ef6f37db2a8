"""Making a judgement: a person's correction, anchored in the words that it is about."""

from collections.abc import Sequence
from dataclasses import replace

from onrecord.errors import QuestionError
from onrecord.ledger.corrections import MERGE, NAME, SOURCE, SPLIT, STATUS, UNDO
from onrecord.model import (
    Anchor,
    Claim,
    Judgement,
    Reading,
    Span,
    Stance,
    Statement,
    Status,
    make_id,
)

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


def judge_merge(
    one: Claim, other: Claim, readings: Sequence[Reading], *, by: str, why: str, at: str
) -> Judgement:
    """Two claims said to be one, anchored in a statement of each."""
    if one.id == other.id:
        raise QuestionError(f"claim {one.id}: it cannot be joined with itself; name two claims")
    left, right = (_first_own(claim, readings) for claim in (one, other))
    return _tie(MERGE, left, [right], other.id, by, at, why)


def judge_split(
    claim: Claim,
    wanted: Sequence[str],
    readings: Sequence[Reading],
    *,
    by: str,
    why: str,
    at: str,
) -> list[Judgement]:
    """Statements said to be about something else than a claim: one judgement for each of them,
    which parts it from all that stay.
    """
    members = _members(claim, readings)
    out = [key for name in wanted for key in _find_members(claim, members, name)]
    stay = [key for key in members if key not in out]
    if not stay:
        raise QuestionError(f"claim {claim.id}: it has no other statements; leave one in it")
    kept = [(document, members[document, key]) for document, key in stay]
    return [
        _tie(SPLIT, (key[0], members[key]), kept, claim.id, by, at, why)
        for key in dict.fromkeys(out)
    ]


def judge_undo(
    judgements: Sequence[Judgement], wanted: str, *, by: str, why: str, at: str
) -> Judgement | None:
    """A judgement taken back, by its id or a prefix of it; None where there is none such."""
    found = [
        j
        for j in judgements
        if j.id == wanted or (len(wanted) >= SHORTEST_PREFIX and j.id.startswith(wanted.lower()))
    ]
    if len(found) > 1:
        raise QuestionError(f"judgement {wanted!r} is short for {len(found)}; say more")
    if not found:
        return None
    _check_signature(by, why)
    gone = found[0]
    key = make_id(UNDO, gone.id, by, at, why)
    return Judgement(key, UNDO, gone.id, gone.kind, by, at, why)


Member = tuple[str, Statement]


def _members(claim: Claim, readings: Sequence[Reading]) -> dict[tuple[str, str], Statement]:
    """The statements of a claim, by document and statement."""
    known = {(document, s.id): s for document, s in _statements(readings)}
    keys = [(e.document, e.statement) for e in claim.evidence]
    return {key: known[key] for key in dict.fromkeys(keys) if key in known}


def _find_members(
    claim: Claim, members: dict[tuple[str, str], Statement], wanted: str
) -> list[tuple[str, str]]:
    """The statements of a claim that an id or a prefix names, on every page that has it."""
    names = {statement for _, statement in members}
    short = len(wanted) >= SHORTEST_PREFIX
    found = {n for n in names if n == wanted or (short and n.startswith(wanted.lower()))}
    if len(found) != 1:
        told = f"is short for {len(found)}; say more" if found else "is not among its statements"
        raise QuestionError(f"claim {claim.id}: statement {wanted!r} {told}")
    return [key for key in members if key[1] in found]


def _first_own(claim: Claim, readings: Sequence[Reading]) -> Member:
    """The first statement of a claim that supports it: its anchor in a merger."""
    members = _members(claim, readings)
    for evidence in sorted(claim.evidence, key=lambda e: e.stance is not Stance.SUPPORTS):
        statement = members.get((evidence.document, evidence.statement))
        if statement is not None:
            return evidence.document, statement
    raise QuestionError(f"claim {claim.id}: none of its statements is in this ledger")


def _tie(
    kind: str, one: Member, others: Sequence[Member], value: str, by: str, at: str, why: str
) -> Judgement:
    """A judgement on one statement and others, each with its words and place."""
    made = _make(kind, one[1].id, value, by, at, why, *one)
    against = tuple(Anchor(s.id, document, s.content.text, _span_of(s)) for document, s in others)
    key = make_id(made.id, one[0], *(f"{a.document} {a.statement}" for a in against))
    return replace(made, id=key, against=against)


def _span_of(statement: Statement) -> Span | None:
    spans = statement.content.spans
    return Span(spans[0].start, spans[-1].end) if spans else None


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
        span=_span_of(statement) if statement else None,
    )


def _check_signature(by: str, why: str) -> None:
    if not by.strip() or not why.strip():
        raise QuestionError("a judgement needs a name (--by) and a reason (--why)")
