"""What a policy changes: the claims that stand elsewhere under another one, and why."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from onrecord.model import Claim, Status


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a claim stands under one policy, the rule that put it there, and the statements that
    the rule rests on.
    """

    status: Status
    rule: str
    because: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LegFlip:
    """A leg that stands elsewhere under the other policy."""

    text: str
    before: Status
    after: Status


@dataclass(frozen=True, slots=True)
class Flip:
    """A claim that stands elsewhere under the other policy, as a whole or in a leg."""

    id: str
    text: str
    articles: int
    before: Standing
    after: Standing
    legs: tuple[LegFlip, ...]


@dataclass(frozen=True, slots=True)
class PolicyDiff:
    """Two policies over the same record: how many claims there are, and those that flip."""

    before: str
    after: str
    claims: int
    flips: tuple[Flip, ...]


def compare_policies(
    before: Sequence[Claim], after: Sequence[Claim], labels: tuple[str, str]
) -> PolicyDiff:
    """The claims of one record as settled under two policies (`labels`), set side by side.

    A policy moves no statement from one claim to another, so a claim has the same id under both.
    The flips come in the order of their statuses and rules, then of how many articles tell them.
    """
    others = {claim.id: claim for claim in after}
    pairs = [(claim, others[claim.id]) for claim in before if claim.id in others]
    flips = [_compare(one, other) for one, other in pairs if _stands(one) != _stands(other)]
    order = list(Status)
    flips.sort(
        key=lambda f: (
            order.index(f.before.status),
            order.index(f.after.status),
            f.before.rule,
            f.after.rule,
            -f.articles,
            f.text,
            f.id,
        )
    )
    return PolicyDiff(labels[0], labels[1], len(pairs), tuple(flips))


def _stands(claim: Claim) -> tuple[Status, frozenset[tuple[str, Status]]]:
    return claim.status, frozenset((leg.id, leg.status) for leg in claim.legs)


def _compare(before: Claim, after: Claim) -> Flip:
    others = {leg.id: leg.status for leg in after.legs}
    legs = tuple(
        LegFlip(leg.text, leg.status, others[leg.id])
        for leg in before.legs
        if others.get(leg.id, leg.status) is not leg.status
    )
    return Flip(before.id, before.text, before.articles, _standing(before), _standing(after), legs)


def _standing(claim: Claim) -> Standing:
    """The last turn of a claim's history; a mixed claim stands where its legs do."""
    if claim.status is Status.MIXED:
        told = "; ".join(f"{leg.text}: {leg.status}" for leg in claim.legs)
        because = _ordered(statement for leg in claim.legs for statement in leg.because)
        return Standing(claim.status, f"its parts stand apart ({told})", because)
    turns = [turn for turn in claim.history if turn.status is claim.status]
    if not turns:
        return Standing(claim.status, "a person's judgement", ())
    return Standing(claim.status, turns[-1].rule, turns[-1].because)


def _ordered(statements: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(statements))
