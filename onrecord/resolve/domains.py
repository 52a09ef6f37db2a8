"""Outlets that a page calls by their address alone: "according to larchnews.com"."""

import re
from collections.abc import Iterator

from onrecord.kit.loader import Kit
from onrecord.model import EntityKind
from onrecord.resolve.gazetteer import Gazetteer
from onrecord.resolve.namings import Naming

_DOMAIN = re.compile(
    r"(?<![\w@/.:-])(?:www\.)?(?P<name>[a-z0-9][a-z0-9-]{1,40})(?P<end>(?:\.[a-z]{2,4}){1,2})"
    r"(?![\w@/.-]*[\w@/])"
)
_BEFORE = re.compile(
    r"\b(?:according to|reported by|told|by|via|website|site|blog|newspaper|interview with|"
    r"spoke to|speaking to|writing (?:in|for|on)) (?:the )?$",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r",? (?:has |have |also |first )?(?:reports?|reported|sa(?:ys|id)|writes|wrote|claim(?:s|ed)|"
    r"not(?:es|ed)|reveal(?:s|ed)|quot(?:es|ed)|published|adds|added)\b"
)
_REACH = 30  # characters around an address that tell whether it speaks


def read_domains(text: str, gazetteer: Gazetteer, kit: Kit) -> Iterator[Naming]:
    """The addresses of a folded text that stand where an outlet does.

    One whose name the kit knows as an outlet's ("larchpost.com" of the Larch Post) means that one.
    """
    ends = kit.words("names_domains", "end")
    outlets = kit.once("resolve.outlets", lambda kit: _spelled_together(gazetteer))
    for match in _DOMAIN.finditer(text):
        start, end = match.span()
        if match["end"].removeprefix(".") not in ends:
            continue
        after = text[end : end + _REACH]
        if not _AFTER.match(after) and not _BEFORE.search(text[max(0, start - _REACH) : start]):
            continue
        name = outlets.get(match["name"], text[start:end].removeprefix("www."))
        known = gazetteer.names.get(name)
        role = known.role if known is not None else "outlet"
        yield Naming(start, end, EntityKind.ORGANISATION, name, role, "media")


def _spelled_together(gazetteer: Gazetteer) -> dict[str, str]:
    """The outlets of the kit by their names in lower case without spaces."""
    return {
        name.lower().removeprefix("the ").replace(" ", ""): name
        for name, known in sorted(gazetteer.names.items())
        if known.role in ("outlet", "agency")
    }
