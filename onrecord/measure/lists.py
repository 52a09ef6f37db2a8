"""Counts of listed items: "four cities: A, B, C and D"; "more than ten markets"."""

import re
from collections.abc import Iterator

from onrecord.measure.lexicon import Lexicon
from onrecord.measure.lines import Line, make_check
from onrecord.measure.rounding import is_exact, nominal, write_figure
from onrecord.model import Amount, Bound, Check, CheckVerdict, Figure

_WORD = r"[A-Z][\w.'&-]{0,30}"
_NAME = rf"(?:the )?\b{_WORD}(?: (?:(?:of|de|del|la|al|el|the) )?{_WORD}){{0,4}}"
# A list of names in capitals: two or more parted by commas, then "and" and the last.
_LIST = re.compile(rf"{_NAME}(?:, {_NAME}){{0,24}},? and {_NAME}")
_HEAD = re.compile(_NAME)
_ITEM = re.compile(r",? and (?:the )?|, (?:the )?")
_OPENS = re.compile(r"[a-z' ]{0,30}(?::|--|—|–| -|\(|, namely)\s*")
_CLOSES = re.compile(r"\s*(?:[;)!?—–]|--| - |\W*$)")  # a full stop inside is an abbreviation's
_MOST = 20
_FEWEST = 3  # names that make a list worth counting


def check_counts(lines: list[Line], lexicon: Lexicon) -> Iterator[Check]:
    """The counts of `lines` that a list of names bears out, contradicts or falls short of."""
    named: dict[object, list[str]] = {}
    for line in lines:
        for figure in line.figures:
            if figure.unquantified or figure.unit in (None, "1"):
                continue
            if is_exact(figure) and not figure.approx:
                yield from _check_listed(line, figure)
            elif figure.bound in (Bound.ABOVE, Bound.AT_LEAST) and figure.unit in lexicon.places:
                yield from _check_named(lines, line, figure, named, lexicon)


def _check_listed(line: Line, figure: Figure) -> Iterator[Check]:
    """As in "Four cities: Arles, Basel, Como and Delft": as many as it says?"""
    count = nominal(figure)
    if not (2 <= count <= _MOST and count.is_integer()):
        return
    opening = _OPENS.match(line.cased, figure.end - line.passage.start)
    listed = _LIST.match(line.cased, opening.end()) if opening else None
    if opening is not None and ";" in line.cased[opening.end() : opening.end() + _LONG]:
        yield from _check_items(line, figure, opening.end())
        return
    if listed is None or not _CLOSES.match(line.cased, listed.end()):
        return
    names = _names(listed.group())
    if listed.group().count(" and ") > 1 or len(names) < 2:
        return  # "Trinidad and Tobago" is one name; two of them cannot be told apart
    holds = len(names) == count
    yield make_check(
        "count",
        CheckVerdict.HOLDS if holds else CheckVerdict.FAILS,
        f"{len(names)} named ({', '.join(names)}); the text says {figure.text}",
        (figure,),
        Amount(float(len(names)), float(len(names)), figure.unit),
    )


def _check_items(line: Line, figure: Figure, start: int) -> Iterator[Check]:
    """As in "Five rose: Arles by 9 %; Basel by 8 %; and Como by 4 %": parted by semicolons."""
    items = [item.strip() for item in line.cased[start : start + _LONG].split(";")]
    items[-1:] = [items[-1].removeprefix("and ")]
    named = [_HEAD.match(item) for item in items]
    if len(line.cased) > start + _LONG or not 2 <= len(items) <= _MOST or not all(named):
        return
    names = [head.group() for head in named if head is not None]
    holds = len(names) == nominal(figure)
    yield make_check(
        "count",
        CheckVerdict.HOLDS if holds else CheckVerdict.FAILS,
        f"{len(names)} named ({', '.join(names)}); the text says {figure.text}",
        (figure,),
        Amount(float(len(names)), float(len(names)), figure.unit),
    )


_LONG = 1000  # characters of a list


def _check_named(
    lines: list[Line],
    line: Line,
    figure: Figure,
    named: dict[object, list[str]],
    lexicon: Lexicon,
) -> Iterator[Check]:
    """As in "More than ten markets": how many the same paragraph names.

    `named` keeps the names of each paragraph once they are read.
    """
    where = (line.passage.story, line.passage.paragraph)
    if where not in named:
        found = [
            name
            for other in lines
            if (other.passage.story, other.passage.paragraph) == where
            for name in _places(other.cased, lexicon)
        ]
        named[where] = list({name.lower(): name for name in reversed(found)}.values())[::-1]
    names = named[where]
    if len(names) < _FEWEST:
        return
    floor = nominal(figure)
    enough = len(names) > floor or (len(names) == floor and figure.bound is Bound.AT_LEAST)
    yield make_check(
        "count",
        CheckVerdict.HOLDS if enough else CheckVerdict.UNSUPPORTED,
        f"{len(names)} named of {write_figure(figure)} {figure.unit}s: {', '.join(names)}",
        (figure,),
        Amount(float(len(names)), float(len(names)), figure.unit),
    )


def _places(text: str, lexicon: Lexicon) -> Iterator[str]:
    """The names in the lists of `text` that "in", "across" or "to" introduces."""
    for found in _LIST.finditer(text):
        lead = text[max(0, found.start() - _LEAD) : found.start()].rsplit(maxsplit=1)
        if lead and lead[-1].lower() in lexicon.grammar["before places"]:
            yield from _names(found.group())


_LEAD = 12  # characters in which the word that introduces places stands


def _names(listed: str) -> list[str]:
    names = (name.removeprefix("the ").rstrip(".") for name in _ITEM.split(listed))
    return [name for name in names if name]
