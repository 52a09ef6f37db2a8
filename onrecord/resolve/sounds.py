"""How alike two names sound and look: double metaphone and Jaro-Winkler, half and half.

Double metaphone: Philips (2000). Names are compared without spaces, points and hyphens, so that
"Pony.ai" can be found for "Ponyai".
"""

from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.kit.loader import Kit
from onrecord.model import Candidate

_WEIGHT = 0.5  # of sound; the rest is spelling
_MOST_ALIKE = 0.99  # an unrecognised name is never certain
MOST = 5  # candidates shown


@dataclass(frozen=True, slots=True)
class Sounding:
    """A known name, one of its spellings squeezed to letters, and how it sounds."""

    name: str
    spelling: str
    codes: tuple[str, ...]
    sector: str | None


def squeeze(name: str) -> str:
    """A name's letters and digits in lower case."""
    return "".join(char for char in name.lower() if char.isalnum())


def sound_of(name: str) -> tuple[str, ...]:
    """The double metaphone codes of a name (one or two, none empty)."""
    from metaphone import doublemetaphone

    return tuple(code for code in doublemetaphone(name) if code)


def load_companies(kit: Kit, sectors: frozenset[str]) -> tuple[Sounding, ...]:
    """The companies of some sectors with their sounds, from the sheet of large companies."""
    return kit.once(
        ("resolve.sounds", sectors),
        lambda kit: tuple(
            Sounding(row["name"], squeeze(spelling), sound_of(squeeze(spelling)), row["sector"])
            for row in kit.rows("names_companies")
            if row["sector"] in sectors
            for spelling in (row["name"], *filter(None, row["aliases"].split("|")))
        ),
    )


def load_products(kit: Kit, maker: str) -> tuple[Sounding, ...]:
    """The products of a maker with their sounds."""
    return kit.once(
        ("resolve.sounds", maker),
        lambda kit: tuple(
            Sounding(row["name"], squeeze(row["name"]), sound_of(squeeze(row["name"])), None)
            for row in kit.rows("names_products")
            if row["maker"] == maker
        ),
    )


def rank_candidates(
    name: str, known: Iterable[Sounding], bonus: dict[str, float]
) -> list[Candidate]:
    """Known names by likeness to `name`, best first; `bonus` adds for some sectors."""
    spelling = squeeze(name)
    codes = sound_of(spelling)
    best: dict[str, float] = {}
    for item in known:
        if not _begins_alike(spelling, codes, item):
            continue
        score = likeness(spelling, codes, item) + bonus.get(item.sector or "", 0.0)
        best[item.name] = max(best.get(item.name, 0.0), min(_MOST_ALIKE, score))
    ranked = sorted(best.items(), key=lambda pair: (-round(pair[1], 3), pair[0]))
    return [Candidate(found, round(score, 3)) for found, score in ranked[:MOST]]


def _begins_alike(spelling: str, codes: tuple[str, ...], item: Sounding) -> bool:
    """Whether two names begin with the same letter or sound: a mishearing rarely changes that."""
    if spelling[:1] == item.spelling[:1]:
        return True
    return any(a[0] == b[0] for a in codes for b in item.codes)


def likeness(spelling: str, codes: tuple[str, ...], item: Sounding) -> float:
    """From 0 to 1, how alike a squeezed name and a known one are in sound and spelling."""
    from rapidfuzz.distance import JaroWinkler

    look = JaroWinkler.normalized_similarity(spelling, item.spelling)
    sound = max(
        (JaroWinkler.normalized_similarity(a, b) for a in codes for b in item.codes), default=0.0
    )
    return _WEIGHT * sound + (1 - _WEIGHT) * look
