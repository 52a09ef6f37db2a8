"""Settling a ledger: from its records to its views, and how it is known that they are stale."""

from collections.abc import Sequence

from onrecord import __version__, flow
from onrecord.kit import Kit
from onrecord.ledger.anchors import anchor_judgements
from onrecord.ledger.corrections import correct_readings
from onrecord.model import Answer, Claim, Judgement, Reading, make_id
from onrecord.store import Writer


def settle_inside(writer: Writer, kit: Kit, policy: str) -> None:
    """Replace the views inside a write transaction, unless the same records already made them."""
    fingerprint = make_fingerprint(writer.record_keys(), policy, kit)
    if writer.fingerprint() != fingerprint:
        claims = settle_readings(writer.readings(), writer.judgements(), kit=kit, policy=policy)
        writer.replace_claims(claims, fingerprint)


def settle_readings(
    readings: Sequence[Reading],
    judgements: Sequence[Judgement],
    *,
    kit: Kit,
    policy: str,
    as_of: str | None = None,
    known_at: str | None = None,
) -> tuple[Claim, ...]:
    """The claims of `readings`, with each judgement at the words that it is about."""
    anchored = anchor_judgements(judgements, readings).anchored
    return flow.settle(
        correct_readings(readings, anchored),
        kit=kit,
        judgements=anchored,
        policy=policy,
        as_of=as_of,
        known_at=known_at,
    )


def ask_readings(
    sentence: str,
    readings: Sequence[Reading],
    judgements: Sequence[Judgement],
    *,
    kit: Kit,
    policy: str,
    claims: Sequence[Claim] | None = None,
    as_of: str | None = None,
    known_at: str | None = None,
) -> Answer:
    """What `readings` say about a sentence, with each judgement at the words that it is about."""
    anchored = anchor_judgements(judgements, readings).anchored
    return flow.ask(
        sentence,
        correct_readings(readings, anchored),
        kit=kit,
        claims=claims,
        judgements=anchored,
        policy=policy,
        as_of=as_of,
        known_at=known_at,
    )


def make_fingerprint(record_keys: Sequence[str], policy: str, kit: Kit) -> str:
    """What the views depend on: the program, the policy, the user's own kit and every record."""
    return make_id("settled", __version__, policy, kit.digest, *record_keys)
