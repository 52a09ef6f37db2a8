"""Contents that say what somebody thinks, feels, wants or holds possible, and report no fact.

Nobody can confirm an opinion. "It is a disgrace", "we could be there by May" and "I think they
will close it" stand in the ledger as what was said; a status of confirmed or denied rests on
statements of fact alone.
"""

import re
from collections.abc import Iterable

from onrecord.kit import Kit
from onrecord.text import fold

_OPENING = 240  # characters: what stands farther on is an aside, and a long quotation holds both
_OPINIONS = ("mind", "feeling", "advice")
_MONTH = re.compile(r"(?<=\w )May\b")  # "in May" is no possibility
_OUTER = " \t\n\"'“”‘’.,;:-…"


def is_opinion(content: str, kit: Kit) -> bool:
    """Whether `content` is a judgement, a feeling, a piece of advice, a question or an
    exclamation.

    "It is a disgrace", "we should close it": yes. "The bridge is closed": no.
    """
    opening = _opening(content)
    if content.strip(_OUTER).endswith(("?", "!")):
        return True
    return bool(_spoken(kit, _OPINIONS).search(opening) or _valued(kit).search(opening))


def is_possibility(content: str, kit: Kit) -> bool:
    """Whether `content` only says what might be: "the bridge could close in May"."""
    return bool(_spoken(kit, ("possibility",)).search(_opening(_MONTH.sub("", content))))


def _opening(content: str) -> str:
    return " ".join(fold(content[:_OPENING]).lower().split())


def _spoken(kit: Kit, kinds: tuple[str, ...]) -> re.Pattern[str]:
    return kit.once(("opinions", kinds), lambda kit: _any_of(_phrases(kit, kinds)))


def _valued(kit: Kit) -> re.Pattern[str]:
    """A value said of something: "is", then at most three small words, then the value."""
    return kit.once("judge values", _build_values)


def _build_values(kit: Kit) -> re.Pattern[str]:
    values = "|".join(_longest_first(_phrases(kit, ("value",))))
    be = r"(?:is|are|am|was|were|be|been|being|isn't|aren't|wasn't|weren't|called \w+)"
    small = (
        r"(?:an?|the|so|very|really|quite|too|rather|just|not|no|more|extremely|pretty|also|"
        r"always|still|only|absolutely|totally|completely|simply|little|bit|our|their|his|her|my)"
    )
    return re.compile(
        rf"(?:\b{be}|\b(?:it|that|this|there|he|she|what|who)'s|\b(?:we|they|you)'re|\bi'm)"
        rf" (?:{small} ){{0,3}}(?:{values})\b"
    )


def _phrases(kit: Kit, kinds: tuple[str, ...]) -> list[str]:
    return [row["phrase"] for row in kit.rows("judge_opinion") if row["kind"] in kinds]


def _any_of(phrases: Iterable[str]) -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(_longest_first(phrases)) + r")\b")


def _longest_first(phrases: Iterable[str]) -> list[str]:
    return [re.escape(p) for p in sorted(phrases, key=lambda p: (-len(p), p))]
