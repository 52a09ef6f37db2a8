"""Words of wrongdoing: what makes a statement a charge against somebody."""

import re

from onrecord.kit import Kit
from onrecord.model import Statement
from onrecord.text import fold


def tells_of_wrongdoing(statement: Statement, kit: Kit) -> bool:
    """Whether a statement, by its cue or its content, tells that somebody did wrong."""
    cue = statement.cue.text if statement.cue else ""
    wrongs = kit.once("wrongdoing", _build_wrongs)
    return bool(wrongs.search(fold(f"{cue} {statement.content.text}").lower()))


def _build_wrongs(kit: Kit) -> re.Pattern[str]:
    stems = sorted(row["stem"] for row in kit.rows("judge_wrongdoing"))
    return re.compile(r"(?<![\w-])(?:" + "|".join(map(re.escape, stems)) + r")\w*")
