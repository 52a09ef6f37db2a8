"""A page made ready for reading: its words, sentences and quotation marks, found once.

Everything in this room works on token numbers; characters come back only when a statement is made.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from onrecord.model import Document, Passage, Span, Where
from onrecord.text import fold

# Clitics stand alone ("Acme" + "'s"), so that a name is the same word with and without them.
_TOKEN = re.compile(r"\w+(?:[-.&/]\w+)*|'(?:s|t|re|ve|ll|d|m)\b|''|\.\.\.|[^\w\s]", re.IGNORECASE)

STRETCH = 100_000  # characters of a text that are read at once, cut between paragraphs
LONGEST_SENTENCE = 5_000  # characters; the longest sentence of 924 PolNeAR articles has 1,500

OUTSIDE, OPENING, INSIDE, CLOSING = 0, 1, 2, 3  # where a token stands in a quotation


@dataclass(slots=True)
class Page:
    """One string of a document (its text, or a title outside it) as tokens in sentences.

    `first[s]`..`first[s+1]` are the tokens of sentence `s`; `passages[s]` is its passage.
    `quote[t]` says where token `t` stands in a quotation, `run[t]` which quotation (or -1), and
    `runs[n]` are the first token of quotation `n` and the one after its last.
    """

    text: str
    where: Where
    passages: Sequence[Passage]
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    forms: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    sentence: list[int] = field(default_factory=list)
    first: list[int] = field(default_factory=list)
    quote: list[int] = field(default_factory=list)
    run: list[int] = field(default_factory=list)
    runs: list[tuple[int, int]] = field(default_factory=list)

    def span(self, left: int, right: int) -> Span:
        """The characters of tokens `left` to `right` (not included)."""
        return Span(self.starts[left], self.ends[right - 1])

    def bounds(self, token: int) -> tuple[int, int]:
        """The first token of the sentence of `token`, and the one after its last."""
        number = self.sentence[token]
        return self.first[number], self.first[number + 1]


def make_pages(document: Document) -> Iterator[Page]:
    """The pages of a document: its title where that stands outside, and its text in stretches.

    A long text is cut between paragraphs, so that memory does not grow with it; a passage longer
    than any sentence is no prose and is left out.
    """
    for where in Where:
        text = document.string(where)
        stretch: list[Passage] = []
        for passage in document.passages:
            if passage.where is not where or passage.end - passage.start > LONGEST_SENTENCE:
                continue
            fresh = stretch and passage.paragraph != stretch[-1].paragraph
            if fresh and passage.start - stretch[0].start > STRETCH:
                yield make_page(text, stretch, where)
                stretch = []
            stretch.append(passage)
        if stretch:
            yield make_page(text, stretch, where)


def make_page(text: str, passages: Sequence[Passage], where: Where = Where.TEXT) -> Page:
    """The words of `text`, sentence by sentence, with the quotations marked."""
    page = Page(text, where, passages)
    for number, passage in enumerate(passages):
        page.first.append(len(page.starts))
        start = passage.start
        for match in _TOKEN.finditer(fold(text[start : passage.end])):
            page.starts.append(start + match.start())
            page.ends.append(start + match.end())
            page.forms.append(match.group())
        page.sentence.extend([number] * (len(page.starts) - page.first[-1]))
    page.first.append(len(page.starts))
    page.words = ['"' if form == "''" else form.lower() for form in page.forms]
    _mark_quotations(page)
    return page


def _mark_quotations(page: Page) -> None:
    """Fill `quote` and `run`; a quotation never leaves its paragraph or its story."""
    count = len(page.starts)
    page.quote, page.run = [OUTSIDE] * count, [-1] * count
    opened: int | None = None
    number = 0
    for token, mark in enumerate(page.words):
        if token and _is_new_paragraph(page, token):
            if opened is not None and token - opened > 1 and _resumes(page, token):
                _fill(page, opened, token, number)
                number += 1
            opened = None
        if mark != '"':
            continue
        if opened is None:
            if not _only_closes(page, token):
                opened = token
        elif _only_opens(page, token):
            opened = token
        else:
            _fill(page, opened, token + 1, number)
            page.quote[token] = CLOSING
            opened, number = None, number + 1
    if opened is not None and _is_last_paragraph_quoted(page, opened):
        _fill(page, opened, count, number)


def _fill(page: Page, left: int, right: int, number: int) -> None:
    page.quote[left] = OPENING
    for token in range(left + 1, right):
        page.quote[token] = INSIDE
    page.run[left:right] = [number] * (right - left)
    page.runs.append((left, right))


def _is_new_paragraph(page: Page, token: int) -> bool:
    here, before = page.sentence[token], page.sentence[token - 1]
    if here == before:
        return False
    left, right = page.passages[before], page.passages[here]
    return left.paragraph != right.paragraph or left.story != right.story


def _resumes(page: Page, token: int) -> bool:
    """Whether a paragraph opens with a quotation mark, as a quotation over paragraphs does."""
    return page.words[token] == '"'


def _is_last_paragraph_quoted(page: Page, opened: int) -> bool:
    """Whether an unclosed mark opens the last paragraph: it then quotes all of it."""
    return opened == 0 or _is_new_paragraph(page, opened)


def _only_closes(page: Page, token: int) -> bool:
    """A curly closing mark, or a straight one that hangs on the word before it."""
    original = page.text[page.starts[token]]
    if original in "\u201d\u00bb":
        return True
    if original in "\u201c\u201e\u00ab":
        return False
    start = page.starts[token]
    hangs = start > 0 and not page.text[start - 1].isspace() and page.text[start - 1] not in "([—-"
    free = start + 1 >= len(page.text) or page.text[start + 1].isspace()
    return hangs and free


def _only_opens(page: Page, token: int) -> bool:
    """A curly opening mark: the mark before it was never closed, so this is a fresh start."""
    return page.text[page.starts[token]] in "\u201c\u201e\u00ab"
