"""Flat answers: what follows a denial in its paragraph and says "never" denies too."""

import re
from collections.abc import Sequence
from dataclasses import replace

from onrecord.extract.naming import head_role
from onrecord.kit import Kit
from onrecord.model import Act, Document, Force, Statement, Where
from onrecord.text import fold

NEAR = 160  # characters between a denial and the words that go on with it
_FLAT = re.compile(
    r'^["\s]*(?:that )?(?:no (?:[\w-]+ ){1,4}(?:has|have|had|was|were) (?:ever |at any time )?\w+'
    r"|(?:we|i) (?:have |had )?never \w+|nobody (?:[\w-]+ ){0,4}(?:has|have|had|was|were) ever )"
)
_WORD = re.compile(r"[\w.&'-]+")


def carry_denials(document: Document, statements: Sequence[Statement], kit: Kit) -> list[Statement]:
    """The statements, flat negatives made denials where they go on with one just before.

    "Acme rejected the claim. “No sack has ever been relabelled,” said its chief executive." The
    same words with no denial before them stay an assertion: they may answer nothing.
    """
    done: list[Statement] = []
    for one in statements:
        before = done[-1] if done else None
        if before is not None and before.act is Act.DENY and _goes_on(document, before, one, kit):
            one = replace(one, act=Act.DENY, force=Force.SPECIFIC)
        done.append(one)
    return done


def _goes_on(document: Document, before: Statement, one: Statement, kit: Kit) -> bool:
    if one.act is not Act.ASSERT or not _FLAT.match(fold(one.content.text[:NEAR]).lower()):
        return False
    if one.content.where is not Where.TEXT or before.content.where is not Where.TEXT:
        return False
    left, right = before.content.spans[-1].end, one.content.spans[0].start
    near = 0 <= right - left <= NEAR and "\n" not in document.text[left:right]
    return near and one.story == before.story and _same_side(before, one, kit)


def _same_side(before: Statement, one: Statement, kit: Kit) -> bool:
    """Whether two sources share a name, or the later is "it" or "its chief executive"."""
    if before.source is None or one.source is None:
        return False
    earlier, later = (
        _WORD.findall(fold(part.source.text)) for part in (before, one) if part.source
    )
    words = [word.lower() for word in later]
    if words[0] in ("it", "he", "she", "they") and len(words) == 1:
        return True
    if "its" in words and head_role(words[words.index("its") :], kit)[0] == "office":
        return True
    return any(word[0].isupper() and word in earlier and len(word) > 3 for word in later)
