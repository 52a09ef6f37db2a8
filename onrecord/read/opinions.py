"""Opinions: pages and parts labelled so, and where an author speaks in the first person."""

import re

from onrecord.kit import Kit
from onrecord.model import RegionKind
from onrecord.read.blocks import Kinds, is_prose
from onrecord.read.headlines import normal_title
from onrecord.read.paragraphs import Paragraph

_CLAUSE_START = (
    r"(?:^|(?<=[.!?;:] )|(?<=, )|(?<=[—–] )|(?<=[—–])|(?<=\) )|(?<= and )|(?<= but )|(?<= so ))"
)
_OPENING = re.compile(r"(?<![\w'])'(?=\w)")
_CLOSING = re.compile(r"(?<=[\w.,!?])'(?![\w'])")
_TURN = re.compile(r"(?:[QA][:. ]|[A-Z][A-Z.' -]{1,30}: )")
_TAG = re.compile(
    r", (?:(?:said|says|added|wrote) (?:the )?[\w.'-]{2,30}"
    r"|[\w.' -]{2,40} (?:(?:said|says|added|wrote)(?=[.,;:!?]|$"
    r"| (?:in|on|at|to|of|by|after|before|during|when|while|as|last|this|yesterday|today"
    r"|later|earlier|recently|mon|tue|wed|thu|fri|sat|sun))|told\b))",
    re.IGNORECASE,
)
_TAGGED = 2_000  # characters after a marker in which its sentence may end
_LEAST_TURNS = 3
_KICKER_WORDS = 4
_LONGEST = 20_000  # characters: a longer line is no paragraph that anybody wrote


def _build(kit: Kit) -> re.Pattern[str]:
    rows = kit.rows("read_opinion")
    phrases = sorted((row["words"] for row in rows if row["place"] == "start"), key=len)
    found = [re.escape(phrase) for phrase in reversed(phrases)]
    found += [row["words"] for row in rows if row["place"] == "pattern"]
    return re.compile(_CLAUSE_START + "(?:" + "|".join(found) + r")\b", re.IGNORECASE)


def _build_needs(kit: Kit) -> frozenset[str]:
    """Words of which every paragraph with an opinion has one; most paragraphs have none."""
    selves = kit.words("read_first_person")
    needs: set[str] = set()
    for row in kit.rows("read_opinion"):
        words = row["words"].replace(",", "").split()
        told = row["needs"].split("|") if row["needs"] else selves.intersection(words)
        needs.update(told or words[-1:])
    return frozenset(form for word in needs for form in (word, word.capitalize(), word.upper()))


def is_interview(paragraphs: list[Paragraph]) -> bool:
    """Whether a page prints questions and answers, whose "I" is not the author's."""
    return sum(bool(_TURN.match(one.folded)) for one in paragraphs) >= _LEAST_TURNS


def mark_opinion_page(paragraphs: list[Paragraph], kinds: Kinds, lead: int, kit: Kit) -> None:
    """Mark a whole article as opinion where a label at its head says so."""
    kickers = kit.words("read_kickers")
    head = (normal_title(one.folded) for one in paragraphs[:lead])
    if any(words in kickers or words.split(":")[0] in kickers for words in head):
        for number, kind in enumerate(kinds):
            if kind is None:
                kinds[number] = RegionKind.OPINION


def mark_opinion_parts(paragraphs: list[Paragraph], kinds: Kinds, lead: int, kit: Kit) -> None:
    """Mark what stands under a heading "Opinion" inside a page, as far as the next heading."""
    within = {row["word"] for row in kit.rows("read_kickers") if row["within"] == "yes"}
    inside = False
    for number in range(lead + 1, len(paragraphs)):
        one = paragraphs[number]
        if len(one.words) <= _KICKER_WORDS and normal_title(one.folded) in within:
            after = paragraphs[number + 1 : number + 2]
            inside = bool(after) and is_prose(after[0])
            kinds[number] = RegionKind.BYLINE if inside else kinds[number]
        elif kinds[number] is RegionKind.HEADLINE:
            inside = False
        elif inside and kinds[number] is None:
            kinds[number] = RegionKind.OPINION


def opinion_start(paragraph: Paragraph, kit: Kit) -> int | None:
    """The offset in a paragraph from which its author gives an opinion; None where it gives none.

    An opinion begins with the sentence that holds the marker and runs to the paragraph's end.
    """
    text = paragraph.folded
    if len(text) > _LONGEST or text.startswith(('"', "''", "'")):
        return None
    if kit.once("read.opinion_needs", _build_needs).isdisjoint(paragraph.words):
        return None
    for match in kit.once("read.opinions", _build).finditer(text):
        if not _is_quoted(text, match.start()) and not _is_reported(text, match.end()):
            start = max(text.rfind(mark, 0, match.start()) for mark in (". ", "! ", "? "))
            return start + 2 if start >= 0 else 0
    return None


def _is_quoted(text: str, position: int) -> bool:
    """Whether a quotation is open at `position` of a paragraph."""
    if text.count('"', 0, position) % 2 == 1 or text.count("''", 0, position) % 2 == 1:
        return True
    before = text[:position]
    return len(_OPENING.findall(before)) > len(_CLOSING.findall(before))


def _is_reported(text: str, end: int) -> bool:
    """Whether the sentence of a marker names another speaker after it: `…, he said.`

    A verb of saying with something said after it ("the affair says more …") is no such tag.
    """
    stop = text.find(". ", end)
    return bool(_TAG.search(text, end, min(stop + 1 if stop > 0 else len(text), end + _TAGGED)))
