"""Wordings that call one part of a claim wrong: "the $3 billion figure is inaccurate"."""

import re

from onrecord.kit import Kit
from onrecord.text import fold

_LONGEST = 300  # characters of a content that singles out one part


def is_of_a_part(content: str, kit: Kit) -> tuple[str, str] | None:
    """The part that a content calls wrong, by its noun and kind ("the $3 billion figure is
    inaccurate"); None where it calls the whole so ("the report is wrong").
    """
    found = _singled_out(kit).search(fold(content[:_LONGEST]).lower())
    if found is None:
        return None
    kinds = {row["word"]: row["kind"] for row in kit.rows("link_aspects")}
    return found["aspect"], kinds[found["aspect"]]


def _singled_out(kit: Kit) -> re.Pattern[str]:
    return kit.once("singled out", _build_singled_out)


def _build_singled_out(kit: Kit) -> re.Pattern[str]:
    """ "The (…) figure (of …) is (…) wrong"."""
    nouns = "|".join(sorted(re.escape(row["word"]) for row in kit.rows("link_aspects")))
    false = {r["phrase"] for r in kit.rows("link_falsity") if r["strength"] in {"plain", "weak"}}
    false |= kit.words("link_off")
    wrong = "|".join(sorted(re.escape(word) for word in false))
    return re.compile(
        rf"\b(?:the|that|this|its) (?:[\w$€£.,-]{{1,20}} ){{0,3}}(?P<aspect>{nouns})"
        rf"(?: of [^,;]{{1,40}}?)? (?:is|was|are|were) (?:[a-z]{{1,12}} ){{0,2}}(?:{wrong})\b"
    )
