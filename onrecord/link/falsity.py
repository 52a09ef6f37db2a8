"""Wordings by which a text says that something is not so, is invented, or is satire."""

import re
from collections.abc import Iterable

from onrecord.kit import Kit
from onrecord.text import fold


def is_falsifying(content: str, around: str, kit: Kit) -> bool:
    """Whether `content` says that a claim is false, invented or doctored.

    A weak word ("false", "fake") counts only where its sentence also has a word that stands for
    a claim ("the report is false"): "false teeth" says nothing of the kind.
    """
    folded = fold(content).lower()
    if _matcher(kit, ("plain", "exhibit", "satire")).search(folded):
        return True
    return bool(
        _matcher(kit, ("weak",)).search(folded) and _pointers(kit).search(fold(around).lower())
    )


def exposure(text: str, kit: Kit) -> str | None:
    """What `text` exposes: "satire" (the page it came from invents), "exhibit" (a picture, video
    or document is not what it seems), or None.
    """
    folded = fold(text).lower()
    for strength in ("satire", "exhibit"):
        if _matcher(kit, (strength,)).search(folded):
            return strength
    return None


def tells_of_a_check(text: str, kit: Kit) -> bool:
    """Whether `text` says that the speaker looked into the matter ("tests showed")."""
    return bool(_matcher(kit, ("check",)).search(fold(text).lower()))


def _matcher(kit: Kit, strengths: tuple[str, ...]) -> re.Pattern[str]:
    return kit.once(
        ("falsity", strengths),
        lambda kit: _any_of(
            row["phrase"] for row in kit.rows("link_falsity") if row["strength"] in strengths
        ),
    )


def _pointers(kit: Kit) -> re.Pattern[str]:
    return kit.once(
        "falsity pointers", lambda kit: _any_of(row["word"] for row in kit.rows("link_anaphora"))
    )


def _any_of(phrases: Iterable[str]) -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(re.escape(p) for p in sorted(phrases)) + r")\b")
