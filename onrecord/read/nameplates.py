"""Nameplates: the name of an outlet as a page prints it at its head ("The Lund Gazette").

An outlet is known by the form of its name (capitals, and a word of which papers make their names)
or from the sheet of outlets; where it must stand is for the regions to say. Agencies print in
everybody's papers, so their names are no nameplates.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from onrecord.kit import Kit
from onrecord.model import Span
from onrecord.read.calendar_forms import calendar_of
from onrecord.text import fold, trim

_MOST_WORDS = 6
_MOST_SECTION = 3  # words
_MOST_CHARACTERS = 60
_LEAST_KNOWN = 2  # words of a known name, unless it is all capitals: "Metro" may be a section
_TWO = 2  # words of a name that could as well be a person's: "Emily Post"
_LINKS = frozenset({"of", "the", "and", "&", "for", "on", "de", "la", "le"})
_HOUSES = frozenset({"outlet", "satire"})
_WORD = re.compile(r"[^\W_]+(?:['.&/-][^\W_]+)*|&")
_SHAPE = re.compile(r"[\w.'&/ -]{3,60}")
_EDGES = re.compile(r"\s{2,}|\t|\s[-–—/]+\s|[|•·,()*_]")
_OF = re.compile(r"(?:^| )(?:for|of|from|at|via|in) ", re.IGNORECASE)
_SIGNED = re.compile(r"(?:\w+ )?by\b", re.IGNORECASE)
SURE_PLATE = 2  # the strength of a name that nothing but an outlet has
_LEAST_SHOUTED = 4  # letters: "BBC" stays as it is, "LUND" is Lund
_TOP_LEVEL = re.compile(r"(?:\.(?:co|com|org|net|gov|ac))?\.[a-z]{2,}$")
_LEAST_HOST = 6  # letters of a host's name that can be found in running text
_CAPITAL = re.compile(r"[A-Z0-9]")


class Nameplates:
    """The sheets `read_nameplates` and `names_outlets`, as they tell the names of outlets."""

    def __init__(self, kit: Kit) -> None:
        kinds: dict[str, set[str]] = {}
        for row in kit.rows("read_nameplates"):
            kinds.setdefault(row["kind"], set()).add(row["word"])
        self._sure, self._first, self._sections = kinds["sure"], kinds["first"], kinds["section"]
        self._columns = kinds["column"]
        self._placed = kinds["placed"]
        self._nouns = kinds["noun"] | self._sure | self._columns
        self._english = kit.words("names_common_words")
        self._given = {name.lower() for name in kit.words("names_first", "name")}
        self._known: set[str] = set()
        self._agencies = set(kit.words("read_wires"))
        self._named: dict[str, str | None] = {}
        for row in kit.rows("names_outlets"):
            names = [row["name"], *row["aliases"].split("|")]
            found = {_without_article(name.lower()) for name in names if name}
            (self._known if row["role"] in _HOUSES else self._agencies).update(found)
            for name in found:
                self._named[name] = None if name in self._named else row["name"]
            self._named[_without_article(row["name"].lower())] = row["name"]

    def strength(self, line: str) -> int:
        """How surely a line is an outlet's name: 0 not, 1 by a common noun, 2 by its own words."""
        words = _WORD.findall(line)
        if not words or len(words) > _MOST_WORDS or not _SHAPE.fullmatch(line):
            return 0
        bare = _without_article(line.lower())
        if bare in self._agencies or not all(_is_capital(word) for word in words):
            return 0
        if bare in self._known:
            if len(bare.split()) >= _LEAST_KNOWN or line.isupper():
                return SURE_PLATE
            if line.startswith("The ") and bare not in self._sections | self._columns:
                return 1
        return self._strength_of_form([word.lower() for word in words])

    def name_of(self, outlet: str) -> str:
        """An outlet's one name: the sheet's where it knows it, else its own without "The"."""
        bare = _without_article(outlet.lower())
        return self._named.get(bare) or outlet[len(outlet) - len(bare) :]

    def is_agency(self, name: str) -> bool:
        """Whether a name is an agency's, which stands in everybody's papers."""
        return _without_article(name.lower()) in self._agencies

    def ends_as_house(self, words: list[str], *, loosely: bool) -> bool:
        """Whether a name ends as outlets' names do; `loosely` where only its place tells it."""
        if words[-1] in self._nouns - self._columns:
            return True
        own = any(word not in self._sections for word in words[:-1])
        return loosely and own and (words[-1] in self._columns or words[-1] in self._placed)

    def _strength_of_form(self, words: list[str]) -> int:
        article, rest = words[0] == "the", words[words[0] == "the" :]
        last = rest[-1] if rest else ""
        if len(rest) < _TWO or not any(self._is_own(word) for word in rest):
            return 0
        if last in self._sure:
            return SURE_PLATE
        if not article and len(rest) == _TWO and rest[0] in self._given:
            return 0
        if not article and last in self._columns:
            return int(any(self._is_own(word) and word not in self._english for word in rest))
        headed = rest[0] in self._nouns and rest[1] in ("of", "for")
        return int(last in self._nouns or rest[0] in self._first or headed)

    def is_section_word(self, word: str) -> bool:
        """Whether a word stands in the names of sections."""
        return word in self._sections or word in self._columns

    def _is_own(self, word: str) -> bool:
        """Whether a word is more than what every paper has: a section, a day, a newspaper word."""
        return word not in self._sections and word not in self._nouns and word not in _LINKS


def nameplates(kit: Kit) -> Nameplates:
    """The nameplates of a kit."""
    return kit.once("read.nameplates", Nameplates)


def outlet_name(outlet: str, kit: Kit) -> str:
    """The name under which an outlet is told from others, as texts name it: "The Lund Gazette"
    of one page's head is the Lund Gazette that another credits.
    """
    return nameplates(kit).name_of(outlet) or outlet


def plate_strength(line: str, kit: Kit) -> int:
    """How surely a whole folded line is an outlet's name: 0, 1 or 2."""
    return nameplates(kit).strength(line) if len(line) <= _MOST_CHARACTERS else 0


def plate_of(line: str, kit: Kit) -> Span | None:
    """Where an outlet's name stands in a line that also holds a date or an author's name."""
    best, most = None, 0
    for start, end in _pieces(line):
        for span in _without_edges(line, start, end, kit):
            strength = plate_strength(line[span.start : span.end], kit)
            if strength > most:
                best, most = span, strength
    return best


def _without_edges(line: str, start: int, end: int, kit: Kit) -> Iterator[Span]:
    """A piece of a line, ever shorter: without desks and dates at its end, then at its beginning.

    The whole comes first, so "Sunday Times" keeps its Sunday.
    """
    calendar, desks = calendar_of(kit), kit.words("read_desks")
    dates = kit.words("read_date_lines"), calendar.months, calendar.weekdays

    def is_beside(word: str) -> bool:
        low = word.strip(".,:").lower()
        return word[:1].isdigit() or (
            word != "The" and (low in desks or any(low in words for words in dates))
        )

    yield Span(start, end)
    while (last := line.rfind(" ", start, end)) > 0 and is_beside(line[last + 1 : end]):
        end = last
        yield Span(start, end)
    while (first := line.find(" ", start, end)) > 0 and is_beside(line[start:first]):
        start = first + 1
        yield Span(start, end)


def split_pieces(line: str) -> list[Span]:
    """The pieces of a line between its commas, bars and dashes."""
    edges = [(0, 0), *(match.span() for match in _EDGES.finditer(line)), (len(line), len(line))]
    found = [trim(line, left[1], right[0]) for left, right in pairwise(edges)]
    return [span for span in found if span.start < span.end]


def _pieces(line: str) -> Iterator[Span]:
    """The pieces of a line but the author's, and what follows "for" in one."""
    for start, end in split_pieces(line):
        if not _SIGNED.match(line, start):
            yield Span(start, end)
        for inner in _OF.finditer(line, start, end):
            yield Span(inner.end(), end)


def is_section(piece: str, kit: Kit) -> bool:
    """Whether words are the name of a section and of nothing else: "Business", "Local News"."""
    words = [word.lower() for word in _WORD.findall(piece)]
    return 0 < len(words) <= _MOST_SECTION and all(map(nameplates(kit).is_section_word, words))


def print_name(name: str) -> str:
    """An outlet's name as text has it: "THE LUND GAZETTE" is The Lund Gazette."""
    name = name.removeprefix("the ")
    words = name.split(" ")
    if not name.isupper() or all(len(word) < _LEAST_SHOUTED for word in words):
        return name
    return " ".join(_unshout(word, place == 0) for place, word in enumerate(words))


def _unshout(word: str, first: bool) -> str:
    if len(word) >= _LEAST_SHOUTED or (first and word == "THE"):
        return word.title()
    return word.lower() if word.lower() in _LINKS else word


def spelled_host(host: str, text: str) -> str | None:
    """The name that a host stands for, as the text writes it: "lundgazette.example", Lund Gazette.

    Only a name of two words or more, each with a capital, tells more than the host itself.
    """
    label = _TOP_LEVEL.sub("", host.removeprefix("www.")).rsplit(".", 1)[-1].replace("-", "")
    if not _LEAST_HOST <= len(label) <= _MOST_CHARACTERS:
        return None
    if not (label.isascii() and label.isalnum()):
        return None
    pattern = re.compile(
        r"(?<![\w@./-])" + "[ '&-]{0,3}".join(label) + r"(?![\w@-])", re.IGNORECASE
    )
    for match in pattern.finditer(fold(text)):
        words = match.group().split()
        if len(words) >= _TWO and all(_CAPITAL.match(one) or one in _LINKS for one in words):
            return text[match.start() : match.end()]
    return None


def _without_article(name: str) -> str:
    return name.removeprefix("the ")


def _is_capital(word: str) -> bool:
    return word in _LINKS or not word[0].islower()
