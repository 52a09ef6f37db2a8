"""Tellings: a figure with the words it stands among, so that articles can be laid side by side."""

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.measure.lexicon import Lexicon
from onrecord.measure.lines import Line, draw_lines
from onrecord.model import Figure, Reading, Span
from onrecord.text import Token, find_tokens, stem

_NEAR = 3  # telling words on either side that say what a figure is of
_WORDING = 5  # words on either side that are quoted with it
_LONGEST = 1500  # characters of a sentence; what is longer is a table or worse
_MOST = 80  # figures of a story that are laid beside another's


@dataclass(frozen=True, slots=True)
class Telling:
    """A figure of a page, the stems of its sentence, those close by, and how it is worded.

    `names` are the stems of capitalised words close by, `times` the years, months and days of its
    sentence, `near_times` those close by, `thing` the stems of what the figure is of, `number`
    how its number is written and `others` the other numbers of its sentence. `fates` say what
    became of so many people ("dead"), `sole` that no other figure of its sentence is in its unit.
    """

    figure: Figure
    document: str
    passage: Span
    sentence: frozenset[str]
    near: frozenset[str]
    names: frozenset[str]
    times: frozenset[str]
    near_times: frozenset[str]
    thing: frozenset[str]
    number: frozenset[str]
    others: frozenset[str]
    wording: str
    fates: frozenset[str] = frozenset()
    sole: bool = False


def find_tellings(
    page: Reading, stories: frozenset[str | None], lexicon: Lexicon
) -> Iterator[Telling]:
    """The figures of some stories of a page, each with the words around it."""
    told = tuple(f for f in page.figures if f.story in stories and _is_telling(f))[:_MOST]
    for line in draw_lines(page.document, told):
        if not line.figures or len(line.text) > _LONGEST:
            continue
        start, end = line.passage.start, line.passage.end
        tokens = find_tokens(page.document.text, start, end)
        for figure in line.figures:
            if not _is_split(line, figure):
                yield _make_telling(page, line, figure, tokens, lexicon)


_FURTHER = frozenset({"more", "another", "further", "additional", "extra", "other"})


def _is_telling(figure: Figure) -> bool:
    """A number of something, not the "one" of "one of them", nor of so many more."""
    value = figure.low if figure.low is not None else figure.high
    if figure.change is None and not _FURTHER.isdisjoint(figure.text.lower().split()[1:]):
        return False
    return not figure.unquantified and figure.unit is not None and value not in (None, 1.0)


def _make_telling(
    page: Reading, line: Line, figure: Figure, tokens: list[Token], lexicon: Lexicon
) -> Telling:
    text = page.document.text
    inside = {index for f in line.figures for index in _indices(tokens, f)}
    own = _indices(tokens, figure)
    told = [tokens[i] for i in own]
    words = [i for i, t in enumerate(tokens) if i not in inside and _is_word(t, lexicon)]
    before = [i for i in words if own and i < own[0]][-_NEAR:]
    close = before + [i for i in words if own and i > own[-1]][:_NEAR]
    first = max(0, own[0] - _WORDING) if own else 0
    last = min(len(tokens) - 1, own[-1] + _WORDING) if own else -1
    said = [t for t in tokens[first : last + 1] if t.word[-1].isalnum()]
    wording = text[said[0].start : said[-1].end] if own and said else figure.text
    return Telling(
        figure=figure,
        document=page.document.id,
        passage=Span(line.passage.start, line.passage.end),
        sentence=frozenset(stem(tokens[i].word) for i in words),
        near=frozenset(stem(tokens[i].word) for i in close),
        names=frozenset(stem(tokens[i].word) for i in close if text[tokens[i].start].isupper()),
        times=frozenset(_find_times(tokens, lexicon)),
        near_times=frozenset(_find_times(tokens[max(0, first - 2) : last + 2], lexicon)),
        thing=_stems(figure.of or "", lexicon),
        number=frozenset(t.word for t in told if _is_number(t, lexicon)),
        others=frozenset(t.word for t in tokens if t not in told and _is_number(t, lexicon)),
        wording=" ".join(wording.split()),
        fates=frozenset(_find_fates(tokens, own, lexicon)),
        sole=sum(f.unit == figure.unit and f.per == figure.per for f in line.figures) == 1,
    )


def _find_fates(tokens: list[Token], own: list[int], lexicon: Lexicon) -> Iterator[str]:
    """What became of so many people, by the words close by on either side."""
    if own:
        near = tokens[max(0, own[0] - _FATE) : own[-1] + _FATE + 1]
        yield from (lexicon.fates[t.word] for t in near if t.word in lexicon.fates)


_FATE = 5  # words on either side in which a fate is told


def _is_split(line: Line, figure: Figure) -> bool:
    """As in "$40 (£26) million": a number whose scale stands outside its bracket."""
    return line.after(figure).startswith((") million", ") billion", ") trillion", ") thousand"))


def _is_number(token: Token, lexicon: Lexicon) -> bool:
    return token.word in lexicon.numbers or any(c.isdecimal() for c in token.word)


def _indices(tokens: list[Token], figure: Figure) -> list[int]:
    return [i for i, t in enumerate(tokens) if t.end > figure.start and t.start < figure.end]


def _is_word(token: Token, lexicon: Lexicon) -> bool:
    return token.word[0].isalpha() and token.word not in lexicon.stops


def _find_times(tokens: list[Token], lexicon: Lexicon) -> Iterator[str]:
    """The years, months and weekdays of a sentence, and spans such as "last quarter"."""
    for token, following in zip(tokens, [*tokens[1:], None], strict=True):
        word = token.word
        if len(word) == _YEAR and word.isdecimal() and word[:2] in ("19", "20"):
            yield word
        elif lexicon.calendar.get(word) in ("month", "weekday"):
            yield word[:3]
        elif following is not None and word in lexicon.grammar["before span"]:
            yield f"{word} {following.word}"


_YEAR = 4


def _stems(phrase: str, lexicon: Lexicon) -> frozenset[str]:
    return frozenset(stem(t.word) for t in find_tokens(phrase) if _is_word(t, lexicon))
