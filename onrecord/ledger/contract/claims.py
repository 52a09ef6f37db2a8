"""Claims, judgements and answers, as JSON."""

from onrecord.ledger.contract.pages import Json, show_when
from onrecord.model import Answer, Charge, Claim, Evidence, Exhibit, Judgement, Leg, Turn, Where


def show_claim(claim: Claim) -> Json:
    """A claim with its legs, parties, evidence, history and status in words."""
    origin = claim.origin
    return {
        "id": claim.id,
        "text": claim.text,
        "kind": claim.kind,
        "status": claim.status,
        "since": show_when(claim.since),
        "flags": list(claim.flags),
        "accusation": claim.accusation,
        "charge": _charge(claim.charge) if claim.charge else None,
        "due": show_when(claim.due),
        "legs": [_leg(leg) for leg in claim.legs],
        "parties": [{"entity": p.entity, "position": p.position} for p in claim.parties],
        "origin": {
            "entity": origin.entity,
            "document": origin.document,
            "statement": origin.statement,
        }
        if origin
        else None,
        "articles": claim.articles,
        "origins": claim.origins,
        "voices": claim.voices,
        "unnamed": claim.unnamed,
        "evidence": [_evidence(evidence) for evidence in claim.evidence],
        "differences": list(claim.differences),
        "open": list(claim.open),
        "exhibits": [_exhibit(exhibit) for exhibit in claim.exhibits],
        "history": [_turn(turn) for turn in claim.history],
        "sentence": claim.sentence,
        "policy": claim.policy,
        "aliases": list(claim.aliases),
    }


def _leg(leg: Leg) -> Json:
    return {
        "id": leg.id,
        "text": leg.text,
        "status": leg.status,
        "parties": list(leg.parties),
        "because": list(leg.because),
    }


def _evidence(evidence: Evidence) -> Json:
    return {
        "statement": evidence.statement,
        "document": evidence.document,
        "stance": evidence.stance,
        "leg": evidence.leg,
        "first_hand": evidence.first_hand,
        "echo_of": evidence.echo_of,
        "weight": evidence.weight,
        "scope": evidence.scope,
        "root": evidence.root,
        "voice": evidence.voice,
    }


def _exhibit(exhibit: Exhibit) -> Json:
    shown: Json = {
        "kind": exhibit.kind,
        "text": exhibit.text,
        "document": exhibit.document,
        "statement": exhibit.statement,
        "spans": [[start, end] for start, end in exhibit.spans],
        "examined_by": exhibit.examined_by,
        "shows": exhibit.shows,
        "finding": exhibit.finding,
    }
    return shown | ({"in": "title"} if exhibit.where is Where.TITLE else {})


def _charge(charge: Charge) -> Json:
    return {
        "accusers": list(charge.accusers),
        "accused": list(charge.accused),
        "answer": charge.answer,
    }


def _turn(turn: Turn) -> Json:
    return {
        "at": show_when(turn.at),
        "status": turn.status,
        "rule": turn.rule,
        "because": list(turn.because),
    }


def show_judgement(judgement: Judgement) -> Json:
    """A person's correction, with name, time, reason and the words it is about."""
    return {
        "id": judgement.id,
        "kind": judgement.kind,
        "subject": judgement.subject,
        "value": judgement.value,
        "by": judgement.by,
        "at": judgement.at,
        "why": judgement.why,
        "quote": judgement.quote,
        "document": judgement.document,
        "span": list(judgement.span) if judgement.span else None,
        "against": [
            {
                "statement": anchor.statement,
                "document": anchor.document,
                "quote": anchor.quote,
                "span": list(anchor.span) if anchor.span else None,
            }
            for anchor in judgement.against
        ],
    }


def show_answer(answer: Answer) -> Json:
    """What `onrecord check` says about a sentence."""
    return {
        "asked": answer.asked,
        "claim": show_claim(answer.claim) if answer.claim else None,
        "similarity": round(answer.similarity, 3),
        "nearest": [
            {"id": n.id, "text": n.text, "similarity": round(n.similarity, 3)}
            for n in answer.nearest
        ],
        "read_as": answer.read_as,
        "listed": answer.listed,
    }
