"""Where a claim stands, and how it came to stand there: the policy over testimony, day by day."""

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.judge.facts import Found, find_facts
from onrecord.judge.policy import Policy
from onrecord.judge.promises import settle_promise
from onrecord.judge.sides import SAYS_THE_CLAIM
from onrecord.judge.testimony import Testimony
from onrecord.kit import Kit
from onrecord.model import Act, ClaimKind, Position, Stance, Status, Turn, When


@dataclass(frozen=True, slots=True)
class Settled:
    """A status, the rule that gave it, the statements behind it and every voice's position."""

    status: Status
    rule: str
    because: tuple[str, ...]
    found: Found


def settle_status(testimony: Sequence[Testimony], policy: Policy) -> Settled:
    """The status of a claim from the testimony given: the first rule of the policy that fits."""
    found = find_facts(testimony)
    for rule in policy.rules:
        if rule.fits(found.names):
            decided = sorted({f for group in rule.needs for f in group} & found.names)
            because = {t.statement.id for fact in decided for t in found.because[fact]}
            if not decided:
                because = {t.statement.id for t in testimony if t.stance is Stance.SUPPORTS}
            return Settled(rule.status, rule.name, tuple(sorted(because)), found)
    raise AssertionError("a validated policy ends with a rule that always fits")


def tell_history(
    testimony: Sequence[Testimony],
    policy: Policy,
    kind: ClaimKind,
    due: When | None,
    today: str,
    kit: Kit,
) -> tuple[Turn, ...]:
    """The claim's statuses, one for each day on which it changed; undated statements come last,
    since they could have been made on any day.
    """
    days = sorted({t.day for t in testimony if t.day})
    turns: list[Turn] = []
    for day in [*days, ""]:
        known = [t for t in testimony if not day or (t.day and t.day <= day)]
        settled = settle_status(known, policy)
        status, rule = settle_promise(
            known, settled.status, settled.rule, kind, due, day or today, kit
        )
        if not turns or turns[-1].status is not status:
            at = When(None, day, "published") if day else None
            turns.append(Turn(at, status, rule, settled.because))
    return tuple(turns)


def position_of(party: str, settled: Settled, testimony: Sequence[Testimony]) -> Position:
    """Where a party stands: what it says now, else what it said in weaker words, else that it
    declined, else nothing. What an invented story makes a party say, nobody said.
    """
    invented = "hoax_admitted" in settled.found.names
    found = settled.found.positions.get(party)
    if found is not None and not (invented and found is Position.AFFIRMS):
        return found
    said = {t.stance for t in testimony if t.entity == party and _says_so(t)}
    said -= {Stance.SUPPORTS} if invented else set()
    if len(said) == 1:
        return Position.AFFIRMS if Stance.SUPPORTS in said else Position.DENIES
    if said:
        return Position.MIXED
    if any(t.entity == party and t.statement.act is Act.DECLINE for t in testimony):
        return Position.DECLINES
    return Position.UNADDRESSED


def _says_so(testimony: Testimony) -> bool:
    """Whether somebody takes a side on the record, though too weakly to settle anything."""
    sides = testimony.stance in {Stance.SUPPORTS, Stance.DENIES}
    says = testimony.resemblance >= SAYS_THE_CLAIM or testimony.proposition.anaphoric
    return (
        sides
        and says
        and testimony.aloud
        and testimony.on_record is True
        and not testimony.hedged
        and not testimony.invented
    )
