"""Claims of wrongdoing, which carry the accused's answer or the words that none was found."""

import re
from collections.abc import Sequence

from onrecord.judge.testimony import Testimony
from onrecord.kit import Kit
from onrecord.model import Stance, Voice
from onrecord.text import fold


def is_accusation(testimony: Sequence[Testimony], kit: Kit) -> bool:
    """Whether a claim charges somebody with wrongdoing: an accuser puts it forward, or half of
    its tellings use words of wrongdoing.
    """
    told = [t for t in testimony if t.stance is Stance.SUPPORTS]
    if any(t.voice is Voice.ACCUSER for t in told):
        return True
    wrongs = kit.once("wrongdoing", _build_wrongs)
    charged = sum(
        bool(wrongs.search(fold(f"{_cue(t)} {t.statement.content.text}").lower())) for t in told
    )
    return bool(told) and 2 * charged >= len(told)


def _cue(testimony: Testimony) -> str:
    return testimony.statement.cue.text if testimony.statement.cue else ""


def _build_wrongs(kit: Kit) -> re.Pattern[str]:
    stems = sorted(row["stem"] for row in kit.rows("judge_wrongdoing"))
    return re.compile(r"\b(?:" + "|".join(map(re.escape, stems)) + r")\w*")
