"""Clues: what the words around and inside a name that nobody knows say about it.

"Shares in X", "X's chief executive", "the toy maker X", "X, a chip designer", "the island of X",
"X, who ran ...": each is a clue with a kind, a role where it tells one, and a weight.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.kit.loader import Kit
from onrecord.model import EntityKind
from onrecord.resolve.antecedents import Noun, load_nouns
from onrecord.resolve.heads import read_head
from onrecord.resolve.lexicon import Lexicon, load_lexicon
from onrecord.resolve.runs import Word

ENOUGH = 2  # the weight from which clues decide what a name is
_HAD = frozenset(("has", "have", "had", "also"))
_STRONG = 4  # of a noun right before a name or in apposition to it: it says what the name is
_NAMED = 3  # of a word of trade, press or landscape in the name itself
_WEAK = 1
_WINDOW = 48  # characters before a name
_TAIL = 110  # characters after a name
_OWNED = re.compile(r"(?:'s|(?<=s)') ((?:[\w-]+ ){0,3}[\w-]+)")
_APPOSED = re.compile(
    r", ((?:an?|the|its|their|one of the|another) [^,.;:()\"\n]{3,90}|[a-z][a-z -]{3,60}[,.])"
)
_RELATIVE = re.compile(
    r", (?:(?:[A-Z][\w.-]+ ){0,2}[A-Z][\w.-]*(?:'s|') |his |her )(?:[a-z]+ )?([a-z]+)[,.]"
)
_OFFICE_BEFORE = re.compile(r"(?:'s|(?<=s)'|\b[Tt]he|\b[Ii]ts) ((?:[\w-]+ ){0,4}[\w-]+), $")
_CALLED_BEFORE = re.compile(r"\b(?:[Aa]n?|[Tt]he|[Oo]ne) ([a-z][a-z' -]{2,40}), $")
_DATELINE = re.compile(
    r"(?:, [A-Z][\w.]+)?"
    r"(?:,? [A-Z][a-z]{2,8}\.? \d{1,2})?(?: \([A-Z][\w .]+\))? [-\u2013\u2014] "
)
_BARE_DASH = re.compile(r" [-\u2013\u2014] ")
_BIGGER = re.compile(r" [A-Z]")  # the name goes on: "the Larch Daily Post"
_NOUN_AFTER = re.compile(  # "according to the Larch mayor" says nothing of "Larch"
    r" (?!(?:on|in|that|which|and|but|as|at|last|this|it|he|she|for|before|after|newspaper|"
    r"website)\b)[a-z]"
)
_BYLINE = re.compile(r"(?:^|\n)[Bb]y $")
_OF_BODY = re.compile(r" of (?:the )?[A-Z]")
_DETERMINERS = re.compile(
    r"\b(?:an?|the|its|their|his|her|our|[a-z]+'s|\w+-based|\w+ish|\w+an) ", re.I
)


_OPENING_NOUN = re.compile(r"(?:^|[.!?\"\n] ?)[A-Z][a-z]+ (?:[a-z]+ ){0,2}$")  # "Toy maker X"


@dataclass(frozen=True, slots=True)
class Clue:
    """What one word or phrase makes of a name."""

    kind: EntityKind
    role: str
    weight: int
    sector: str | None = None


@dataclass(frozen=True, slots=True)
class Tables:
    """The sheets by which clues are read."""

    before: dict[str, Clue]
    after: dict[str, Clue]
    owns: dict[str, Clue]
    last: dict[str, Clue]
    first: dict[str, Clue]
    places: frozenset[str]
    nouns: dict[str, Noun]
    lexicon: Lexicon
    no_place: frozenset[str]


def load_tables(kit: Kit) -> Tables:
    """The tables of `kit`, built once."""
    return kit.once("resolve.clues", _build)


def _build(kit: Kit) -> Tables:
    sides: dict[str, dict[str, Clue]] = {"before": {}, "after": {}, "owns": {}}
    for row in kit.rows("names_clues"):
        clue = Clue(EntityKind(row["kind"]), row["role"], int(row["weight"]))
        sides[row["where"]][row["words"]] = clue
    trades: dict[str, dict[str, Clue]] = {"last": {}, "first": {}}
    for row in kit.rows("names_trade_words"):
        kind = EntityKind.PLACE if row["role"] == "place" else EntityKind.ORGANISATION
        role = "" if kind is EntityKind.PLACE else row["role"]
        trades[row["use"]][row["word"]] = Clue(kind, role, _NAMED, row["sector"] or None)
    words = kit.rows("names_place_words")
    return Tables(
        sides["before"],
        sides["after"],
        sides["owns"],
        trades["last"],
        trades["first"],
        frozenset(row["word"] for row in words if row["use"] == "noun"),
        load_nouns(kit),
        load_lexicon(kit),
        frozenset(row["word"] for row in words if row["use"] == "in"),
    )


def read_name(words: Sequence[Word], tables: Tables) -> Clue | None:
    """What the words of a name themselves say: "Larch Dairy", "Port Larch", "Pell & Rook"."""
    if len(words) < 2 or words[-1].start < words[0].end:
        return None
    lexicon = tables.lexicon
    given = words[0].text in lexicon.given and words[0].text.lower() not in lexicon.common
    clue = tables.last.get(words[-1].text)
    if clue is not None:
        return None if given and len(words) < 3 else clue
    return tables.first.get(words[0].text)


def find_clues(start: int, end: int, text: str, tables: Tables) -> Iterator[Clue]:
    """The clues around the name at `text[start:end]`, `text` folded."""
    before = text[max(0, start - _WINDOW) : start]
    tail = text[end : end + _TAIL]
    if not before.rstrip(" ") or before.rstrip(" ").endswith("\n"):
        if _DATELINE.match(tail) and not _BARE_DASH.match(tail):
            yield Clue(EntityKind.PLACE, "", _NAMED)
            return
    elif _BYLINE.search(before) or (before.endswith("said ") and _OF_BODY.match(tail)):
        yield Clue(EntityKind.PERSON, "", ENOUGH)
    if not _BIGGER.match(tail):
        yield from _before(before, tail, tables)
    if tail.startswith(("'s ", "' ")):
        owned = _OWNED.match(tail) if tail[1] == "s" else _OWNED.match(text, end, end + _TAIL)
        if owned is not None:
            words = owned[1].split()
            yield from _longest(words[1:] if words[0][:1].isupper() else words, tables.owns)
    elif tail.startswith(","):
        yield from _after_comma(tail, tables)
    else:
        if not before.endswith((" and ", " or ")) and text[end - 1 : end] != "s":
            yield from _longest(tail.split(None, 5)[:5] if tail[:1] == " " else [], tables.after)


def _longest(words: Sequence[str], table: dict[str, Clue]) -> Iterator[Clue]:
    """The clue of the most words at the head of some words."""
    plain = [word.rstrip(".,;:?!\"'").lower() for word in words]
    for length in range(min(4, len(plain)), 0, -1):
        clue = table.get(" ".join(plain[:length]))
        if clue is not None:
            yield clue
            return


def _before(before: str, tail: str, tables: Tables) -> Iterator[Clue]:
    """Clues of the words right before a name."""
    if before.endswith(", "):
        yield from _called_before(before, tables)
        return
    if before.endswith(" The "):
        before = before[:-4] + "the "
    lower = _last_words(before)
    if not lower:
        return
    for length in range(min(3, len(lower)), 0, -1):
        clue = tables.before.get(" ".join(lower[-length:]))
        if clue is not None:
            if lower[-1] != "the" or not _NOUN_AFTER.match(tail):
                yield clue
            return
    if lower[-1] == "in" and len(lower) > 1 and lower[-2] not in tables.no_place:
        yield Clue(EntityKind.PLACE, "", _WEAK)
    if _DETERMINERS.search(before) or _OPENING_NOUN.search(before):
        yield from _noun_clue(" ".join(lower), tables)


def _called_before(before: str, tables: Tables) -> Iterator[Clue]:
    """What "Its chairman, X" or "A residents' group, X" calls the name after the comma."""
    office = _OFFICE_BEFORE.search(before)
    if office is not None and _office(office[1].split(), tables.lexicon):
        yield Clue(EntityKind.PERSON, "", ENOUGH)
        return
    called = _CALLED_BEFORE.search(before)
    if called is not None:
        yield from _noun_clue(called[1].lower(), tables)


def _last_words(before: str) -> list[str]:
    """The words right before a name, without marks between them; at most four, in lower case."""
    words: list[str] = []
    if not before.endswith(" "):
        return words
    for word in reversed(before[:-1].rsplit(" ", 4)[-4:]):
        plain = word.replace("-", "").replace("'", "").isalnum()
        if not plain or (not words and not word.islower()):
            break
        words.append(word.lower())
    return words[::-1]


def _after_comma(tail: str, tables: Tables) -> Iterator[Clue]:
    """Clues of what follows a name after a comma: an apposition, "who", "where"."""
    if tail.startswith((", who ", ", which ", ", where ")):
        words = tail.split(" ", 3)
        yield from _longest([", " + words[1], words[2]], tables.after)
        return
    relative = _RELATIVE.match(tail)
    if relative is not None:  # "Ada, Bell's older sister,"
        clue = tables.before.get(relative[1])
        if clue is not None and clue.kind is EntityKind.PERSON:
            yield clue
            return
    match = _APPOSED.match(tail)
    if match is not None:
        head = read_head(match[1].rstrip(",."))
        if _speaks(tail, head.phrase, tables.lexicon):
            return  # "it was made in Dunmore, the company said"
        if head.determiner or _office(head.phrase.lower().split(), tables.lexicon):
            yield from _noun_clue(head.phrase.lower(), tables, apposed=True)


def _speaks(tail: str, phrase: str, lexicon: Lexicon) -> bool:
    """Whether a verb of speech follows a phrase: it is who says what stands before the comma."""
    if not phrase:
        return False
    after = tail.partition(phrase)[2].split(maxsplit=2)
    said = [word.strip(",.").lower() for word in after[:2]]
    if said and said[0] in _HAD:
        said = said[1:]
    return bool(said) and said[0] in lexicon.speech


def _noun_clue(phrase: str, tables: Tables, *, apposed: bool = False) -> Iterator[Clue]:
    """What the noun at the end of a phrase calls a name; the longest known noun decides."""
    words = phrase.split()
    for first in range(max(0, len(words) - 4), len(words)):
        part = " ".join(words[first:])
        noun = tables.nouns.get(part)
        if noun is not None and noun.kind is EntityKind.ORGANISATION and noun.flag != "report":
            if not noun.two:
                agent = part.endswith(("er", "or")) and not (noun.sectors or noun.flag)
                weight = ENOUGH if agent else _STRONG  # a "developer" may be a man
                sector = "media" if noun.flag else min(noun.sectors, default=None)
                yield Clue(noun.kind, _role(noun), weight, sector)
            return
        if part in tables.lexicon.offices:
            yield Clue(EntityKind.PERSON, "", _STRONG if apposed else ENOUGH)
            return
        if part in tables.places:
            yield Clue(EntityKind.PLACE, "", _STRONG)
            return


def _role(noun: Noun) -> str:
    """The one role that a noun tells, the plainest where it can stand for several."""
    for role in ("company", "outlet"):
        if role in noun.roles:
            return role
    return min(noun.roles, default="")


def _office(words: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether some words end in an office."""
    return any(" ".join(words[first:]).lower() in lexicon.offices for first in range(len(words)))
