"""Names that are likely garbled, with the known names they may stand for."""

from collections.abc import Sequence

from onrecord.kit.loader import Kit
from onrecord.model import Document, Mention


def mark_garbled(
    mentions: Sequence[Mention], document: Document, text: str, kit: Kit
) -> list[Mention]:
    """`mentions` with the unrecognised ones that keep known company marked."""
    return list(mentions)
