"""Accusers: who puts forward that another did wrong can allege it, never confirm it."""

import re
from collections.abc import Sequence
from dataclasses import replace

from onrecord.kit import Kit
from onrecord.model import Act, Interest, Statement, Voice
from onrecord.text import fold

_ACCUSING = re.compile(r"\b(?:alleg(?:es?|ed|ing)|accus(?:es?|ed|ing))\b")
_ACCUSED = re.compile(
    r"\b(?:is|are|was|were|be|been|being|stands?|stood) (?:\w+ )?(?:accused|alleged)"
)
_MARKS = re.compile(r"[^\w' ]+")
# An authority, an expert or an outlet that accuses stays what it is; so does a body.
_MAY_ACCUSE = frozenset((Voice.WITNESS, Voice.PRINCIPAL, Voice.ORGANISATION, Voice.UNNAMED))
# What one says of oneself: who admits or denies is a party, though he accuses others beside it.
_OWN_DEEDS = frozenset(
    (Act.CONFIRM, Act.DENY, Act.DECLINE, Act.PLEDGE, Act.RETRACT, Act.STAND_BY, Act.CORRECT)
)


def name_accusers(statements: Sequence[Statement], kit: Kit) -> list[Statement]:
    """The statements, those of a person who accuses another in the same story as an accuser's.

    "Ana Roe alleges that the mill cheated": then what she says beside it is an accuser's too. Who
    speaks for a company that accuses a rival stays its speaker.
    """
    known = {
        (one.story, one.source.entity)
        for one in statements
        if one.source is not None and one.source.entity and _accuses(one, kit) and _lasts(one, kit)
    }
    return [_turn(one, known, kit) for one in statements]


def _turn(one: Statement, known: set[tuple[str | None, str]], kit: Kit) -> Statement:
    if one.source is None or one.voice not in _MAY_ACCUSE or one.act in _OWN_DEEDS:
        return one
    name = one.source.entity
    if not _accuses(one, kit) and not (name and (one.story, name) in known):
        return one
    interest = Interest.UNKNOWN if one.interest is Interest.SELF else one.interest
    return replace(one, voice=Voice.ACCUSER, interest=interest)


def _accuses(one: Statement, kit: Kit) -> bool:
    """Whether a former member, or a person without an office, accuses with the cue itself."""
    if one.source is None or one.cue is None or one.voice not in _MAY_ACCUSE:
        return False
    cue = fold(one.cue.text).lower()
    if not _ACCUSING.search(cue) or _ACCUSED.search(cue) or "accused of" in cue:
        return False
    return one.voice is Voice.WITNESS or is_former(one, kit)


def _lasts(one: Statement, kit: Kit) -> bool:
    """Whether the accusation is what one speaks for: rivals accuse each other in passing."""
    cue = fold(one.cue.text).lower() if one.cue is not None else ""
    return "alleg" in cue or is_former(one, kit)


def is_former(one: Statement, kit: Kit) -> bool:
    """Whether a source is described as one who left: "a former manager at the mill"."""
    source = fold(one.source.text).lower() if one.source is not None else ""
    words = _MARKS.sub(" ", source).split()
    return any(word in kit.words("extract_former") for word in words[:3])
