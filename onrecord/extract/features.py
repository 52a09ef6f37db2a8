"""The cheap features of a token that the linear models look at, as numbers into one weight table.

Every template (a word two places to the left, the pair of words here, the state of the quotation)
owns a range of rows of the table, so a score is a sum of rows: one gather in numpy for a page.
"""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING

from onrecord.extract.page import Page

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Numbers = npt.NDArray[np.int64]

HASHED = 1 << 16  # rows for pairs and triples of words; 2**17 changed nothing on dev
SUFFIXES = 1 << 11
SHAPES = 12
WORD_WINDOW = range(-5, 6)
SUFFIX_WINDOW = range(-2, 3)
SHAPE_WINDOW = range(-3, 4)
CLUSTERS = ((-2, -1), (-1, 0), (0, 1), (1, 2), (-1, 1), (-1, 0, 1), (-2, -1, 0), (0, 1, 2))
PLACES = 64  # 8 x 8 buckets of the distance from the sentence's two ends
QUOTES = 64  # where the token and its two neighbours stand in a quotation
_BUCKETS = (0, 1, 2, 3, 4, 4, 5, 5, 5, 6, 6, 6, 6, 6, 6)
_PAD = 8


class Vocabulary:
    """Numbers for words, endings and shapes; unknown words share a number by their shape."""

    def __init__(self, words: list[str]) -> None:
        self.known = {word: SHAPES + number for number, word in enumerate(words)}
        self.size = SHAPES + len(words)
        self._seen: dict[str, tuple[int, int, int]] = {}

    def number(self, form: str) -> tuple[int, int, int]:
        """The numbers of a form's word, ending and shape."""
        found = self._seen.get(form)
        if found is None:
            word, shape = form.lower(), shape_of(form)
            ending = zlib.crc32(word[-3:].encode("utf-8", "replace")) % SUFFIXES
            found = self.known.get(word, shape), ending, shape
            if len(self._seen) < 200_000:  # a bound on memory in long runs
                self._seen[form] = found
        return found


def shape_of(form: str) -> int:
    """What a form looks like, 0 to 11."""
    first = form[0]
    if not first.isalnum():
        return 0 if form == "," else 1 if form == '"' else 2 if form in ".?!" else 3
    if first.isdigit():
        return 4
    if first.isupper():
        return 5 if len(form) == 1 else 6 if form.isupper() else 7
    if form.endswith("ing"):
        return 8
    if form.endswith("ed"):
        return 9
    return 10 if form.endswith("s") else 11


def table_size(vocabulary: Vocabulary) -> int:
    """How many rows a weight table has."""
    return (
        len(WORD_WINDOW) * vocabulary.size
        + len(SUFFIX_WINDOW) * SUFFIXES
        + len(SHAPE_WINDOW) * SHAPES
        + len(CLUSTERS) * HASHED
        + PLACES
        + QUOTES
        + 4 * vocabulary.size
    )


def number_features(page: Page, vocabulary: Vocabulary) -> Numbers:
    """One row a token, one column a template, each a row of the weight table."""
    import numpy as np

    count = len(page.forms)
    number = vocabulary.number
    triples = np.array([number(form) for form in page.forms], dtype=np.int64).reshape(count, 3)
    padded = np.zeros((count + 2 * _PAD, 3), dtype=np.int64)
    padded[_PAD : _PAD + count] = triples
    padded[:_PAD] = padded[_PAD + count :] = (2, 0, 2)  # beyond the page: like a full stop
    words, endings, shapes = padded.T

    def at(column: Numbers, offset: int) -> Numbers:
        return column[_PAD + offset : _PAD + offset + count]

    columns, base = [], 0
    for offset in WORD_WINDOW:
        columns.append(at(words, offset) + base)
        base += vocabulary.size
    for offset in SUFFIX_WINDOW:
        columns.append(at(endings, offset) + base)
        base += SUFFIXES
    for offset in SHAPE_WINDOW:
        columns.append(at(shapes, offset) + base)
        base += SHAPES
    for cluster in CLUSTERS:
        mixed = np.zeros(count, dtype=np.int64)
        for offset in cluster:
            mixed = (mixed + at(words, offset) + 1) * 2654435761 % 4294967291
        columns.append((mixed >> 7) % HASHED + base)
        base += HASHED
    columns.append(_places(page) + base)
    base += PLACES
    state = np.zeros(count + 2, dtype=np.int64)
    state[1:-1] = page.quote
    columns.append(state[:-2] * 16 + state[1:-1] * 4 + state[2:] + base)
    base += QUOTES
    columns.append(at(words, 0) * 4 + state[1:-1] + base)
    return np.stack(columns, axis=1)


def _places(page: Page) -> Numbers:
    """How far a token is from its sentence's ends, in eight buckets each way."""
    import numpy as np

    first = np.array(page.first, dtype=np.int64)
    sentence = np.array(page.sentence, dtype=np.int64)
    here = np.arange(len(page.forms))
    buckets = np.array(_BUCKETS + (7,), dtype=np.int64)
    left = buckets[np.minimum(here - first[sentence], len(_BUCKETS))]
    right = buckets[np.minimum(first[sentence + 1] - 1 - here, len(_BUCKETS))]
    places: Numbers = left * 8 + right
    return places
