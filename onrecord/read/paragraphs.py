"""Paragraphs: the lines of a text, with what tells a heading from prose.

Plain text has no markup, so everything later rests on lines, the blank lines around them, and
how they end. Lines that were only wrapped (a mail, a press release of fixed width) are joined.
"""

import re
from dataclasses import dataclass

from onrecord.model import Span
from onrecord.text import fold, trim

_LINE = re.compile(r"[^\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
_BREAK = re.compile(r"[\n\r\x0b\x0c\x1c-\x1e\x85]")
_BLANK = re.compile(r"(?:\r\n|[\n\r\x85])[ \t]*(?:\r\n|[\n\r\x85])")
_WORD = re.compile(r"[^\W_]+(?:['.&/-][^\W_]+)*")
_CLOSED = re.compile(r"[.!?:;…]['\")\]]*$")
_INITIALS = re.compile(r"(?:\b[A-Z]\.){2,}$")
_ELLIPSIS = re.compile(r"(?:\.\.\.|…)['\")\]]*$")
_ITEM = re.compile(r"(?:[-*•·▪►»]|\d{1,2}[.)]) ")

# Mail and press releases are wrapped between these columns; news sites do not wrap at all.
_WRAP_MIN, _WRAP_MAX = 45, 90
_WRAP_SHARE = 0.6  # of the lines that are followed at once by another
_WRAP_LINES = 5  # fewer lines tell nothing


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph: its place, its folded text (same length), and how it stands on the page.

    `apart_before` and `apart_after` say whether a blank line, or the edge of the text, is there.
    """

    number: int
    start: int
    end: int
    folded: str
    apart_before: bool
    apart_after: bool
    words: tuple[str, ...]

    @property
    def is_closed(self) -> bool:
        """Whether it ends as a sentence does (a last "U.S." may end a title as well)."""
        return bool(_CLOSED.search(self.folded[-6:])) and not _INITIALS.search(self.folded[-8:])

    @property
    def is_cut_off(self) -> bool:
        """Whether it ends in an ellipsis, as the first words of another article do."""
        return bool(_ELLIPSIS.search(self.folded[-8:]))

    @property
    def is_item(self) -> bool:
        """Whether it begins with a bullet or a number of a list."""
        return bool(_ITEM.match(self.folded))


def find_words(line: str) -> tuple[str, ...]:
    """The words of a folded line."""
    return tuple(_WORD.findall(line))


def find_paragraphs(text: str) -> list[Paragraph]:
    """The paragraphs of `text`, in order."""
    folded = fold(text)
    lines = [trim(folded, m.start(), m.end()) for m in _LINE.finditer(folded)]
    lines = [line for line in lines if line.start < line.end]
    joined = _join_wrapped(folded, lines)
    apart = [True] + [
        bool(_BLANK.search(folded, before.end, after.start))
        for before, after in zip(joined, joined[1:], strict=False)
    ]
    apart.append(True)
    found = []
    for number, span in enumerate(joined):
        words = _BREAK.sub(" ", folded[span.start : span.end])
        found.append(
            Paragraph(
                number,
                span.start,
                span.end,
                words,
                apart[number],
                apart[number + 1],
                find_words(words),
            )
        )
    return found


def _join_wrapped(text: str, lines: list[Span]) -> list[Span]:
    """Lines joined where one only runs on in the next."""
    if not lines:
        return []
    wrapped = _is_wrapped(text, lines)
    joined = [lines[0]]
    last = lines[0]
    for line in lines[1:]:
        if _runs_on(text, last, line, wrapped):
            joined[-1] = Span(joined[-1].start, line.end)
        else:
            joined.append(line)
        last = line
    return joined


def _is_wrapped(text: str, lines: list[Span]) -> bool:
    """Whether the whole text was wrapped at a fixed width."""
    followed = [
        end - start
        for (start, end), after in zip(lines, lines[1:], strict=False)
        if not _BLANK.search(text, end, after.start)
    ]
    if len(followed) < _WRAP_LINES or max(end - start for start, end in lines) > _WRAP_MAX:
        return False
    full = sum(_WRAP_MIN <= length <= _WRAP_MAX for length in followed)
    return full >= _WRAP_SHARE * len(followed)


def _runs_on(text: str, line: Span, after: Span, wrapped: bool) -> bool:
    """Whether `after` carries on the sentence of `line`."""
    if _BLANK.search(text, line.end, after.start) or line.end - line.start < _WRAP_MIN:
        return False
    if _ITEM.match(text, after.start):
        return False
    if wrapped:
        return True
    closed = _CLOSED.search(text, max(line.start, line.end - 6), line.end)
    return not closed and text[after.start].islower() and line.end - line.start <= _WRAP_MAX
