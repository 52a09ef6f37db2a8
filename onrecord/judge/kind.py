"""What kind of claim it is: an event, a pledge with a due date, a forecast, an accusation."""

import re
from collections.abc import Mapping, Sequence

from onrecord.judge.testimony import Testimony
from onrecord.kit import Kit
from onrecord.model import Act, ClaimKind, Reading, Stance, Voice, When, Where
from onrecord.text import fold

_REPORTERS = frozenset({Voice.OUTLET, Voice.UNNAMED, Voice.SOCIAL})


def claim_kind(forward: Sequence[Testimony], parties: Sequence[str]) -> ClaimKind:
    """A pledge where a party itself (or the page, of a party) promises and nobody else is the
    source of it: what an outlet says that somebody plans is a report. A forecast where every
    telling foresees; else an event.
    """
    told = [t for t in forward if t.stance is Stance.SUPPORTS]
    acts = [t.statement.act for t in told]
    if any(t.voice in _REPORTERS for t in told) or all(t.hedged for t in told):
        return ClaimKind.EVENT
    own = [
        t
        for t in told
        if t.statement.act is Act.PLEDGE
        and not t.hedged
        and (t.voice in {Voice.PRINCIPAL, Voice.AUTHOR} or t.entity in parties)
    ]
    if own and 2 * len(own) >= len(told):
        return ClaimKind.PLEDGE
    if acts and all(act is Act.FORECAST for act in acts):
        return ClaimKind.FORECAST
    return ClaimKind.EVENT


def find_due(forward: Sequence[Testimony], pages: Mapping[str, Reading]) -> When | None:
    """The day by which a promise is due: the latest date inside what is promised, if any."""
    found: list[When] = []
    for one in forward:
        content = one.statement.content
        if content.where is not Where.TEXT or one.statement.act not in {Act.PLEDGE, Act.FORECAST}:
            continue
        for date in pages[one.proposition.document].dates:
            inside = any(start <= date.start < end for start, end in content.spans)
            if inside and date.when.end is not None:
                found.append(date.when)
    return max(found, key=lambda when: (when.end or "", when.start or ""), default=None)


def is_accusation(testimony: Sequence[Testimony], kit: Kit) -> bool:
    """Whether a claim charges somebody with wrongdoing."""
    if any(t.voice is Voice.ACCUSER and t.stance is Stance.SUPPORTS for t in testimony):
        return True
    wrongs = kit.once("wrongdoing", _build_wrongs)
    told = [t for t in testimony if t.stance is Stance.SUPPORTS]
    charged = sum(bool(wrongs.search(fold(t.statement.content.text).lower())) for t in told)
    return bool(told) and 2 * charged > len(told)


def _build_wrongs(kit: Kit) -> re.Pattern[str]:
    stems = sorted(row["stem"] for row in kit.rows("judge_wrongdoing"))
    return re.compile(r"\b(?:" + "|".join(map(re.escape, stems)) + r")\w*")
