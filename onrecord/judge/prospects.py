"""What would change a claim's status: who could settle it, and by what kind of word."""

from collections.abc import Sequence

from onrecord.kit import Kit
from onrecord.model import Claim, ClaimKind, Flag, Position, Status

_MOST_NAMES = 3
_MOST_ROLES = 3
_PROMISED = frozenset({Status.OPEN, Status.OVERDUE})


def what_would_change(claim: Claim, matters: frozenset[str], kit: Kit) -> tuple[str, ...]:
    """At most two sentences: what would move the claim, and what its confirmation still lacks."""
    told = []
    who = _who_would_know(claim, matters, kit)
    match claim.status:
        case Status.REPORTED:
            told.append(f"A word on the record by {who} would confirm or deny it.")
        case Status.RUMOURED:
            told.append(
                "An identified outlet or a named source that asserts it would make it reported; "
                f"a word on the record by {who} would settle it."
            )
        case Status.DENIED:
            told.append("A party or an authority that affirms it on the record would reopen it.")
        case Status.DISPUTED:
            told.append("One side giving way, or a competent authority's own check, would end it.")
        case Status.WITHDRAWN:
            told.append("Another outlet with sources of its own would make it reported again.")
        case status if status in _PROMISED:
            told.append(_by_when(claim))
        case _:
            pass
    if claim.status is Status.CONFIRMED and Flag.CONFIRMATION_RELAYED in claim.flags:
        told.append("The confirmation is quoted by others; its own text is not in this ledger.")
    return tuple(told)


def _who_would_know(claim: Claim, matters: frozenset[str], kit: Kit) -> str:
    """The parties that have not taken a side, and the authorities competent on the matter."""
    silent = {Position.UNADDRESSED, Position.DECLINES}
    accusers = claim.charge.accusers if claim.charge else ()
    waiting = [p.entity for p in claim.parties if p.position in silent]
    parties = [name for name in waiting if name not in accusers][:_MOST_NAMES]
    roles = _roles_on(sorted(matters), kit)
    authority = f"an authority on the matter ({', '.join(roles)})" if roles else ""
    known = [*parties, *([authority] if authority else [])]
    if not known:
        return "a party or a competent authority"
    return known[0] if len(known) == 1 else f"{', '.join(known[:-1])} or {known[-1]}"


def _roles_on(matters: Sequence[str], kit: Kit) -> list[str]:
    """The first of those who are competent on every matter of the claim, in the sheet's order."""
    rows = {row["matter"]: row["roles"].split() for row in kit.rows("judge_competence")}
    if not matters:
        return []
    common = [role for role in rows[matters[0]] if all(role in rows[matter] for matter in matters)]
    return [role for role in common if role != "kin"][:_MOST_ROLES]


def _by_when(claim: Claim) -> str:
    due = (claim.due.end or claim.due.start) if claim.due else None
    what = "came true" if claim.kind is ClaimKind.FORECAST else "was done"
    when = f" by {due}" if due and claim.status is Status.OPEN else ""
    return f"A later article that says whether it {what}{when} would settle it."
