"""What may be asked of settled claims: by id, alias or prefix, by entity, by day."""

import re
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime

from onrecord.errors import QuestionError
from onrecord.model import Claim

SHORTEST_PREFIX = 4  # hex digits that may stand for an id


def find_claim(claims: Sequence[Claim], wanted: str) -> Claim | None:
    """The claim with an id, an alias (an id that it once had) or an unambiguous prefix of one."""
    wanted = wanted.strip().lower()
    names = {name: claim for claim in claims for name in claim.aliases}
    names.update({claim.id: claim for claim in claims})
    if wanted in names:
        return names[wanted]
    if len(wanted) < SHORTEST_PREFIX:
        return None
    found = {claim.id: claim for name, claim in names.items() if name.startswith(wanted)}
    if len(found) > 1:
        some = ", ".join(sorted(found)[:4])
        raise QuestionError(f"claim {wanted!r} is short for {len(found)} claims ({some}); say more")
    return next(iter(found.values()), None)


def matches_entity(claim: Claim, entity: str) -> bool:
    """Whether a claim is about `entity` or comes from it, by a name or whole words of it."""
    words = re.compile(rf"(?<!\w){re.escape(entity.strip())}(?!\w)", re.IGNORECASE)
    return any(words.search(name) for name in _names(claim))


def _names(claim: Claim) -> Iterable[str]:
    yield from (party.entity for party in claim.parties)
    yield from (party for leg in claim.legs for party in leg.parties)
    if claim.origin and claim.origin.entity:
        yield claim.origin.entity


def check_day(value: str | None, option: str) -> str | None:
    """A day as ISO writes it; anything else is an error that shows how."""
    if value is None:
        return None
    try:
        return date.fromisoformat(value).isoformat()
    except ValueError:
        raise QuestionError(f"{option} {value!r}: expected a day such as 2026-02-04") from None


def check_moment(value: str | None, option: str) -> str | None:
    """A time in UTC, to compare with `captured`; a bare day means the whole of it."""
    if value is None:
        return None
    try:
        if len(value) <= len("2026-02-04"):
            return f"{date.fromisoformat(value).isoformat()}T23:59:59Z"
        return write_moment(datetime.fromisoformat(value))
    except ValueError:
        raise QuestionError(
            f"{option} {value!r}: expected a time such as 2026-02-04T18:30:00Z"
        ) from None


def check_now(value: str) -> str:
    """The time of capture as given: a day, or a time that is written in UTC."""
    try:
        if len(value) <= len("2026-02-04"):
            return date.fromisoformat(value).isoformat()
        return write_moment(datetime.fromisoformat(value))
    except ValueError:
        raise QuestionError(
            f"--now {value!r}: expected a time such as 2026-02-04T18:30:00Z"
        ) from None


def write_moment(moment: datetime) -> str:
    """A time as the ledger keeps it: UTC, ISO, ending in Z; a time without a zone is UTC."""
    moment = moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    return moment.replace(tzinfo=None).isoformat() + "Z"
