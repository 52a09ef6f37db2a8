"""Through what a source spoke, where the words around the cue tell."""

import re

from onrecord.kit import Kit
from onrecord.model import Channel

_Rules = tuple[tuple[Channel, re.Pattern[str]], ...]


def tell_channel(around: str, kit: Kit) -> Channel | None:
    """The channel named in the words around a cue (folded, lower case, without the content)."""
    rules: _Rules = kit.once("extract.channels", _read)
    return next((channel for channel, pattern in rules if pattern.search(around)), None)


def _read(kit: Kit) -> _Rules:
    return tuple(
        (Channel(row["channel"]), re.compile(row["pattern"]))
        for row in kit.rows("extract_channels")
    )
