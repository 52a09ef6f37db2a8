"""Contents that point back to what was claimed elsewhere: "the claim", "no truth to the report"."""

import re

from onrecord.kit import Kit, load_kit
from onrecord.text import fold

LONGEST = 9  # words: a longer content says what it denies


def is_anaphoric(content: str, kit: Kit | None = None) -> bool:
    """Whether a content stands for a claim made elsewhere and says nothing of its own."""
    words = re.findall(r"[\w']+", fold(content).lower())
    if not words or len(words) > LONGEST:
        return False
    nouns, pronouns = (kit or load_kit()).once("extract.anaphora", _read)
    if len(words) == 1:
        return words[0] in pronouns or words[0] in nouns
    pointed = any(
        before in _POINTERS and word in nouns
        for before, word in zip(words, words[1:], strict=False)
    )
    spread = any(
        before in _POINTERS and word in nouns
        for before, word in zip(words, words[2:], strict=False)
    )
    return pointed or spread or words[-1] in pronouns


_POINTERS = frozenset("the that this these those such any all its his her their".split())


def _read(kit: Kit) -> tuple[frozenset[str], frozenset[str]]:
    rows = kit.rows("extract_anaphora")
    return (
        frozenset(row["word"] for row in rows if row["kind"] == "noun"),
        frozenset(row["word"] for row in rows if row["kind"] == "pronoun"),
    )
