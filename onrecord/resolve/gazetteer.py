"""The gazetteer: names that the kit knows, found at a place in a text by their first word."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.kit.loader import Kit, Row
from onrecord.model import EntityKind

_ACRONYM = 5  # an alias in capitals up to this length must stand in capitals in the text


@dataclass(frozen=True, slots=True)
class Known:
    """A name of the kit: what it names, and what is known of it.

    `maker` is who makes a product; `speaks_for` the country that a capital stands for.
    `demonym` is true where the alias was an adjective ("Chinese"), which names nobody. `listed`:
    only the long sheet of listed companies has it, so it must stand alone.
    """

    name: str
    kind: EntityKind
    role: str = ""
    sector: str | None = None
    country: str | None = None
    maker: str | None = None
    speaks_for: str | None = None
    demonym: bool = False
    listed: bool = False


@dataclass(frozen=True, slots=True)
class Alias:
    """One spelling of a known name, without a leading "The".

    `strict`: an acronym, which must stand in capitals. `common`: also an English word.
    `article`: only with "the" before it ("the Verge").
    """

    text: str
    lower: str
    known: Known
    strict: bool
    common: bool
    article: bool


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """All aliases by their first word in lower case, longest first, and all names."""

    by_first: dict[str, tuple[Alias, ...]]
    names: dict[str, Known]
    aliases: dict[str, tuple[str, ...]]

    def match(self, text: str, lower: str, start: int) -> Iterator[tuple[Alias, int]]:
        """The aliases that stand at `start` of `text`, longest first, each with its end."""
        stop = start
        while stop < len(lower) and lower[stop].isalnum():
            stop += 1
        for alias in self.by_first.get(lower[start:stop], ()):
            end = start + len(alias.text)
            if not lower.startswith(alias.lower, start) or not _fits(text[start:end], alias):
                continue
            if alias.article and not lower.startswith("the ", max(0, start - 4)):
                continue
            if end >= len(text) or not text[end].isalnum():
                yield alias, end


def _fits(found: str, alias: Alias) -> bool:
    """Whether `found` is `alias` with its capitals, or the same in capitals throughout."""
    if found == alias.text or (found.isupper() and not alias.strict):
        return True
    if alias.strict:
        return False
    return all(f.isupper() or not a.isupper() for f, a in _initials(found, alias.text))


def _initials(found: str, alias: str) -> Iterator[tuple[str, str]]:
    """The pairs of first letters of each word."""
    fresh = True
    for f, a in zip(found, alias, strict=True):
        if fresh and a.isalpha():
            yield f, a
        fresh = not a.isalnum()


def load_gazetteer(kit: Kit) -> Gazetteer:
    """The gazetteer of `kit`, built once."""
    return kit.once("resolve.gazetteer", _build)


def _build(kit: Kit) -> Gazetteer:
    common = kit.words("names_common_words")
    firsts: dict[str, list[Alias]] = defaultdict(list)
    names: dict[str, Known] = {}
    spellings: dict[str, list[str]] = defaultdict(list)
    taken: set[str] = set()
    for spelling, known in _entries(kit):
        names.setdefault(known.name, known)
        alias_text = spelling.removeprefix("The ")
        if alias_text in taken:
            continue
        taken.add(alias_text)
        if not known.demonym:
            spellings[known.name].append(alias_text)
        alias = _make_alias(alias_text, known, common, spelling != alias_text)
        firsts[_first(alias_text)].append(alias)
    ordered = {
        first: tuple(sorted(found, key=lambda alias: (-len(alias.text), alias.text)))
        for first, found in firsts.items()
    }
    return Gazetteer(ordered, names, {name: tuple(found) for name, found in spellings.items()})


def _make_alias(text: str, known: Known, common: frozenset[str], article: bool) -> Alias:
    lower = lower_same_length(text)
    strict = text.isupper() and len(text) <= _ACRONYM
    is_common = lower in common and not strict
    return Alias(text, lower, known, strict, is_common, article and is_common)


def lower_same_length(text: str) -> str:
    """`text` in lower case, one character for one (some capitals lower to two)."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def _first(alias: str) -> str:
    """The leading letters and digits of an alias, as `Gazetteer.match` reads them."""
    stop = 0
    while stop < len(alias) and alias[stop].isalnum():
        stop += 1
    return lower_same_length(alias[:stop])


def _entries(kit: Kit) -> Iterator[tuple[str, Known]]:
    """Every alias with what it names; the first sheet to use an alias keeps it."""
    organisation = EntityKind.ORGANISATION
    for row in kit.rows("names_outlets"):
        known = Known(row["name"], organisation, row["role"], "media", row["country"] or None)
        yield from _spelled(row, known)
    for row in kit.rows("names_companies"):
        known = Known(row["name"], organisation, "company", row["sector"], row["country"] or None)
        yield from _spelled(row, known)
    for row in kit.rows("names_authorities"):
        known = Known(row["name"], organisation, row["role"], None, row["country"] or None)
        yield from _spelled(row, known)
    for row in kit.rows("names_people"):
        yield from _spelled(row, Known(row["name"], EntityKind.PERSON))
    yield from _places(kit)
    for row in kit.rows("names_products"):
        known = Known(row["name"], EntityKind.PRODUCT, "", row["sector"], maker=row["maker"])
        yield from _spelled(row, known)
    for row in kit.rows("names_listed"):
        country = row["country"] or None
        known = Known(row["name"], organisation, "company", row["sector"], country, listed=True)
        yield from _spelled(row, known)

    adjective = Known("", EntityKind.UNKNOWN, demonym=True)
    for word in sorted(kit.words("names_adjectives")):
        yield word, adjective


def _places(kit: Kit) -> Iterator[tuple[str, Known]]:
    for row in kit.rows("names_places"):
        known = Known(
            row["name"], EntityKind.PLACE, row["kind"], speaks_for=row["speaks_for"] or None
        )
        yield from _spelled(row, known)
        adjective = Known(row["name"], EntityKind.PLACE, row["kind"], demonym=True)
        for demonym in (row["demonym"], row["demonym"] + "s") if row["demonym"] else ():
            yield demonym, adjective


def _spelled(row: Row, known: Known) -> Iterator[tuple[str, Known]]:
    """The name and its aliases."""
    for alias in (row["name"], *filter(None, row["aliases"].split("|"))):
        yield alias, known
