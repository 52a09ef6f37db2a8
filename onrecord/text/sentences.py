"""Sentences: where one ends and the next begins, in news English."""

import re

from onrecord.model import Span
from onrecord.text.normal import fold
from onrecord.text.spans import trim

# Abbreviations before which a full stop ends no sentence, and those that may also end one.
_NEVER_LAST = frozenset(
    ["mr", "mrs", "ms", "dr", "prof", "gen", "sen", "rep", "gov", "lt", "col", "sgt", "capt", "maj", "adm", "rev", "hon", "st", "mt", "ft", "vs", "messrs", "cmdr", "no", "fig", "e.g", "i.e", "cf", "approx", "est", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec"]
)
_MAYBE_LAST = frozenset(["inc", "corp", "co", "ltd", "llc", "plc", "bros", "jr", "sr", "u.s", "u.k", "u.n", "e.u", "a.m", "p.m", "d.c", "etc"])
_END = re.compile(r"([.!?…]+)(['\")\]]*)(\s+)(?=(['\"(\[]*)(\S))")
_LAST_WORD = re.compile(r"([\w.]+)$")
_WINDOW = 24  # characters looked at before a full stop: longer than any abbreviation


def split_sentences(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """The sentences of `text[start:end]` (one paragraph or more; line breaks also end one)."""
    end = len(text) if end is None else end
    folded = fold(text[start:end])
    found: list[Span] = []
    for line_start, line_end in _lines(folded):
        left = line_start
        for match in _END.finditer(folded, line_start, line_end):
            if _is_end(folded, match):
                found.append(Span(left, match.end(2)))
                left = match.end(3)
        found.append(Span(left, line_end))
    spans = (trim(text, start + a, start + b) for a, b in found)
    return [span for span in spans if span.start < span.end]


def _lines(text: str) -> list[Span]:
    lines, left = [], 0
    for line in text.splitlines(keepends=True):
        lines.append(Span(left, left + len(line)))
        left += len(line)
    return lines


def _is_end(text: str, match: re.Match[str]) -> bool:
    """Whether the marks of `match` end a sentence."""
    marks, closing, _, opening, following = match.groups()
    if following.islower() and not opening:
        return False
    if marks != "." or closing:
        return True
    before = _LAST_WORD.search(text[max(0, match.start() - _WINDOW) : match.start()])
    word = before.group(1).lower() if before else ""
    if word in _NEVER_LAST:
        return False
    if len(word) == 1 and word.isalpha() and word != "i":
        return False  # an initial: "J. Smith"
    return word not in _MAYBE_LAST or _opens_a_sentence(text, match)


def _opens_a_sentence(text: str, match: re.Match[str]) -> bool:
    """After "Inc." or "U.S.": whether the next word is a usual opener of a sentence."""
    first = re.match(r"\W*(\w+)", text[match.end() : match.end() + _WINDOW])
    return bool(first and first.group(1).lower() in _OPENERS)


_OPENERS = frozenset(
    ["the", "a", "an", "in", "on", "at", "it", "he", "she", "they", "we", "i", "but", "and", "this", "that", "these", "those", "its", "his", "her", "their", "as", "for", "if", "when", "while", "after", "before", "with", "there", "according"]
)
