"""Signatures: the author's box and the author's name below an article."""

import re

from onrecord.kit import Kit
from onrecord.model import RegionKind
from onrecord.read.blocks import Kinds, is_prose
from onrecord.read.bylines import has_shape_of_person, is_person
from onrecord.read.headlines import normal_title
from onrecord.read.paragraphs import Paragraph

_SIGNATURE_LINES = 4  # the last lines, where an author's box stands
_BOX = re.compile(
    r"[A-Z][\w'.-]+(?: [A-Z][\w'.-]*){1,3}"
    r" (?:(?:is|was) (?:an?|the|our|senior|chief|deputy|editor|co-\w+)\b|writes|covers|has covered)"
    r".{0,80}\b(?:reporter|writer|editor|correspondent|columnist|contributor|journalist|blogger"
    r"|for this (?:site|newspaper|publication)|author of|follow (?:him|her|them))\b"
)
_MOST_BOX_WORDS = 70


def mark_signature(paragraphs: list[Paragraph], kinds: Kinds, kit: Kit) -> None:
    """Mark the author's box at the end of the article, and the author's name below it."""
    last = [number for number, kind in enumerate(kinds) if kind is None][-_SIGNATURE_LINES:]
    if len(last) < _SIGNATURE_LINES:
        return
    for number in last[2:]:
        one = paragraphs[number]
        if len(one.words) <= _MOST_BOX_WORDS and _BOX.match(one.folded[:400]):
            kinds[number] = RegionKind.BOILERPLATE
    end = max((n for n in last if is_prose(paragraphs[n])), default=last[0])
    below = [n for n in last if n > end and kinds[n] is None]
    if _is_signed([paragraphs[n] for n in below], kit):
        for number in below:
            kinds[number] = RegionKind.BYLINE


def _is_signed(lines: list[Paragraph], kit: Kit) -> bool:
    """Whether lines are one person's name; several names are a list of people.

    A name that stands there twice, as under a portrait, need be no known given name.
    """
    if len({normal_title(one.folded) for one in lines}) != 1:
        return False
    twice = len(lines) > 1 and has_shape_of_person(lines[0].folded)
    return twice or all(is_person(one.folded, kit) for one in lines)
