"""Pledges and forecasts: what is promised, when it is due, and what became of it."""

import re
from collections.abc import Mapping, Sequence

from onrecord.judge.testimony import Testimony
from onrecord.kit import Kit
from onrecord.model import Act, ClaimKind, Reading, Stance, Status, Voice, When, Where
from onrecord.text import fold

_REPORTERS = frozenset({Voice.OUTLET, Voice.UNNAMED, Voice.SOCIAL})
_AGAINST = frozenset({Status.DENIED, Status.DISPUTED, Status.REFUTED, Status.WITHDRAWN})
_OUTCOMES = {"missed": Status.MISSED, "met": Status.MET, "lapsed": Status.LAPSED}
_MAY_PROMISE = frozenset({Act.ASSERT, Act.PLEDGE, Act.FORECAST})
_DISOWN = frozenset({Act.DENY, Act.RETRACT})
_RULES = {
    Status.MISSED: "a later text says that it was not done in time",
    Status.MET: "a later text says that it was done",
    Status.LAPSED: "a later text says that it was given up",
}


def claim_kind(forward: Sequence[Testimony], parties: Sequence[str], kit: Kit) -> ClaimKind:
    """A pledge where a party itself says what it will do (or a page says it of a party, and
    nobody else is the source); a forecast where every telling foresees; else an event. What an
    outlet says that somebody plans is a report.
    """
    told = [t for t in forward if t.stance is Stance.SUPPORTS and not t.hedged]
    relayed = any(t.voice in _REPORTERS and t.statement.source is not None for t in told)
    own_words = [t for t in told if t.voice is Voice.PRINCIPAL and t.strong]
    if not relayed and any(promises(t, kit) for t in own_words):
        return ClaimKind.PLEDGE
    if not told or relayed:
        foreseen = [t for t in forward if t.stance is Stance.SUPPORTS]
        foresee = bool(foreseen) and all(t.statement.act is Act.FORECAST for t in foreseen)
        return ClaimKind.FORECAST if foresee else ClaimKind.EVENT
    own = [t for t in told if t.statement.act is Act.PLEDGE and promises(t, kit)]
    if own and 2 * len(own) >= len(told):
        return ClaimKind.PLEDGE
    looks_ahead = any(t.statement.act in {Act.FORECAST, Act.PLEDGE} for t in told)
    if looks_ahead and all(promises(t, kit) for t in told):
        return ClaimKind.FORECAST
    return ClaimKind.EVENT


def find_due(forward: Sequence[Testimony], pages: Mapping[str, Reading], kit: Kit) -> When | None:
    """The day by which a promise is due: the latest date inside what is promised, if any."""
    found: list[When] = []
    for one in forward:
        content = one.statement.content
        if content.where is not Where.TEXT or not promises(one, kit):
            continue
        for date in pages[one.proposition.document].dates:
            inside = any(start <= date.start < end for start, end in content.spans)
            if inside and date.when.end is not None and date.when.end >= one.day:
                found.append(date.when)
    return max(found, key=lambda when: (when.end or "", when.start or ""), default=None)


def settle_promise(
    testimony: Sequence[Testimony],
    status: Status,
    rule: str,
    kind: ClaimKind,
    due: When | None,
    today: str,
    kit: Kit,
) -> tuple[Status, str]:
    """The status of a pledge or forecast: open until it is met, missed, given up or overdue.

    An event keeps the status that the policy gives it, and so does a pledge that a party denies
    having made.
    """
    disowned = any(t.stance is Stance.DENIES and t.statement.act in _DISOWN for t in testimony)
    if kind is ClaimKind.EVENT or (status in _AGAINST and disowned):
        return status, rule
    outcome = find_outcome(testimony, kit)
    if outcome is not None:
        return outcome, _RULES[outcome]
    if due is not None and due.end is not None and today > due.end:
        return Status.OVERDUE, f"due by {due.end}; nothing in these articles says that it was done"
    return Status.OPEN, "promised or foreseen; nothing in these articles settles it"


def find_outcome(testimony: Sequence[Testimony], kit: Kit) -> Status | None:
    """What a party, an authority or an identified outlet later says became of a promise."""
    told = outcome_tellers(testimony, kit)
    return told[-1][0] if told else None


def outcome_tellers(testimony: Sequence[Testimony], kit: Kit) -> list[tuple[Status, Testimony]]:
    """Who says what became of a promise, in order of the day: a text later than the promise."""
    made = [t.day for t in testimony if promises(t, kit) and t.day]
    if not made:
        return []
    first = min(made)
    found = []
    for one in sorted(testimony, key=lambda t: (t.day, t.proposition.order)):
        known = one.official or (one.statement.source is None and one.root[:9] != "document:")
        if one.day <= first or not known:
            continue
        outcome = _outcome_words(kit).search(fold(one.statement.content.text).lower())
        if outcome is not None:
            found.append((_OUTCOMES[_outcomes(kit)[outcome.group()]], one))
        elif one.stance is Stance.DENIES and one.official:
            found.append((Status.MISSED, one))  # "no samples had been delivered by then"
    return found


def promises(testimony: Testimony, kit: Kit) -> bool:
    """Whether a statement is about what is still to be done."""
    statement = testimony.statement
    if statement.act in {Act.PLEDGE, Act.FORECAST} and statement.source is not None:
        return True
    cue = statement.cue.text if statement.cue else ""
    text = fold(f"{cue} {statement.content.text}").lower()
    return statement.act in _MAY_PROMISE and bool(_future_words(kit).search(text))


def _outcomes(kit: Kit) -> dict[str, str]:
    return {row["phrase"]: row["outcome"] for row in kit.rows("judge_outcomes")}


def _outcome_words(kit: Kit) -> re.Pattern[str]:
    return kit.once("outcome words", lambda kit: _any_of(sorted(_outcomes(kit))))


def _future_words(kit: Kit) -> re.Pattern[str]:
    return kit.once(
        "future words", lambda kit: _any_of(sorted(kit.words("judge_future", "phrase")))
    )


def _any_of(phrases: Sequence[str]) -> re.Pattern[str]:
    longest = sorted(phrases, key=lambda p: (-len(p), p))
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, longest)) + r")\b")
