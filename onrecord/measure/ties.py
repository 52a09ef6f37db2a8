"""Ties: whether sentences beside each other may speak of the same things, by their other words."""

import re

from onrecord.measure.lexicon import Lexicon
from onrecord.measure.lines import Line
from onrecord.measure.units import singular
from onrecord.model import Figure

_WORD = re.compile(r"[a-z]+(?:'t\b)?")
_NAME = re.compile(r"\b[A-Z][A-Za-z]+\b")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_TIMES = frozenset({"time", "past"})


def words_of(line: Line) -> list[str]:
    """The words of a sentence, without those of its figures."""
    words: list[str] = []
    start = 0
    for figure in line.figures:
        first, last = figure.start - line.passage.start, figure.end - line.passage.start
        words += _WORD.findall(line.text, start, max(start, first))
        start = max(start, last)
    return words + _WORD.findall(line.text, start)


def is_parted_by(lines: list[Line], kinds: frozenset[str], lexicon: Lexicon) -> bool:
    """Whether a word of one of `kinds` ("other", "past", ...) may set sentences apart."""
    for line in lines:
        for word in words_of(line):
            if lexicon.parting.get(word) in kinds or (word.endswith("n't") and "not" in kinds):
                return True
            if "time" in kinds and lexicon.calendar.get(word) == "month":
                return True
        if kinds & _TIMES and _YEAR.search(line.text):
            return True
    return False


def names_of(line: Line) -> frozenset[str]:
    """The capitalised words of a sentence, small: the names in it, and how it begins."""
    return frozenset(word.lower() for word in _NAME.findall(line.cased))


def unit_of(figure: Figure, lexicon: Lexicon) -> str | None:
    """The thing that a figure counts, as one of them."""
    return (singular(figure.unit, lexicon) or figure.unit) if figure.unit else None


def one_of(word: str, lexicon: Lexicon) -> str:
    """A noun as one of what it names."""
    return singular(word, lexicon) or word


def is_beside(lines: list[Line], first: int, last: int) -> bool:
    """Whether two sentences stand in one paragraph."""
    one, other = lines[first].passage, lines[last].passage
    return (one.story, one.paragraph) == (other.story, other.paragraph)
