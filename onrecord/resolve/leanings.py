"""Leanings: what a page makes of its names that nobody knows, all mentions taken together.

Clues are summed for each name over the page. A body is shortened to its first words ("Larch" for
"Larch Dairy"), a person to the last one ("Ms Rell" for "Tamsin Rell"), so what a page uses alone
is a clue as well.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from onrecord.model import EntityKind
from onrecord.resolve.clues import ENOUGH, Clue, Tables, find_clues, read_name
from onrecord.resolve.people import Person
from onrecord.resolve.spotting import Spot

_LONGEST = 8  # words of a run that may be one name
_MOST = 6  # mentions of one name that are looked at
_SURE = 3  # of a title or a given name
_LEAD = 1  # by which one kind must outweigh the others
_KINDS = (EntityKind.ORGANISATION, EntityKind.PERSON, EntityKind.PLACE)
_MEDIUM = re.compile(
    r"\b[Tt]h(?:e|is) (?:[a-z]+ )?"  # "the Bell website" makes no outlet of Bell
    r"(?:newspaper|paper|website|site|magazine|tabloid|daily|broadcaster)\b"
)
_PRESS = frozenset(("outlet", "agency", "satire"))


@dataclass(slots=True)
class Leaning:
    """The weight of the clues for each kind, and the roles and trades that they tell."""

    weights: Counter[EntityKind] = field(default_factory=Counter)
    roles: Counter[str] = field(default_factory=Counter)
    sectors: Counter[str] = field(default_factory=Counter)
    mentions: int = 0

    def add(self, clue: Clue) -> None:
        """Takes one clue in."""
        self.weights[clue.kind] += clue.weight
        if clue.role:
            self.roles[clue.role] += clue.weight
        if clue.sector:
            self.sectors[clue.sector] += clue.weight

    def merge(self, other: "Leaning", kind: EntityKind) -> None:
        """Takes in what another name's clues say for one kind."""
        self.weights[kind] += other.weights[kind]
        if kind is EntityKind.ORGANISATION:
            self.roles.update(other.roles)
            self.sectors.update(other.sectors)

    @property
    def kind(self) -> EntityKind:
        """The kind that the clues tell; unknown where they are few or disagree."""
        weights = self.weights
        second, best = sorted(weights[kind] for kind in _KINDS)[1:]
        if best < ENOUGH or best - second < _LEAD:
            return EntityKind.UNKNOWN
        return next(kind for kind in _KINDS if weights[kind] == best)

    @property
    def role(self) -> str:
        """The role of an organisation; of several the weightiest, the press before others."""
        ranked = sorted(
            (role for role, weight in self.roles.items() if weight and role != "press"),
            key=lambda role: (-self.roles[role], role),
        )
        return ranked[0] if ranked else ""

    @property
    def sector(self) -> str | None:
        """The trade of an organisation."""
        ranked = sorted(self.sectors, key=lambda sector: (-self.sectors[sector], sector))
        return ranked[0] if ranked else None


class Leanings:
    """What a page's clues make of each unknown name, asked by the name."""

    def __init__(self, found: Mapping[str, Leaning]) -> None:
        self._found = found
        self._kinds = {name: leaning.kind for name, leaning in found.items() if leaning.weights}

    def kind(self, name: str) -> EntityKind:
        """The kind of a name; unknown where the page does not tell."""
        return self._kinds.get(name, EntityKind.UNKNOWN)

    def get(self, name: str) -> Leaning | None:
        """All that the page says of a name."""
        return self._found.get(name)

    def body(self, name: str) -> Leaning | None:
        """The leaning of a name that the page makes an organisation."""
        told = self._kinds.get(name) is EntityKind.ORGANISATION
        return self._found[name] if told else None


def weigh_names(
    spots: Sequence[Spot],
    people: Sequence[Person | None],
    text: str,
    tables: Tables,
    outlet: str | None = None,
) -> Leanings:
    """The leanings of a page's unknown names; `outlet` is the one that the page came from."""
    found: dict[str, Leaning] = defaultdict(Leaning)
    if outlet is not None:
        found[outlet].add(Clue(EntityKind.ORGANISATION, "outlet", 2 * _SURE, "media"))
    for spot, person in zip(spots, people, strict=True):
        if spot.known is not None or spot.title_case or len(spot.words) > _LONGEST:
            continue
        start, end = (person.start, person.end) if person else (spot.start, spot.end)
        leaning = found[text[start:end]]
        leaning.mentions += 1
        if leaning.mentions == 1 and (clue := read_name(spot.words, tables)):
            leaning.add(clue)
        if person is not None and (person.title or (person.sure and leaning.mentions == 1)):
            leaning.add(Clue(EntityKind.PERSON, "", _SURE))
        if leaning.mentions <= _MOST:
            for clue in find_clues(start, end, text, tables):
                leaning.add(clue)
    if _MEDIUM.search(text):
        for leaning in found.values():
            leaning.roles.update({"outlet": leaning.roles.pop("press", 0)})
    _weigh_short_forms(found)
    return Leanings(found)


def _weigh_short_forms(found: dict[str, Leaning]) -> None:
    """Joins what is said of a name with what is said of its short forms."""
    for name in sorted(found):
        words = name.split()
        if len(words) < 2:
            continue
        whole = found[name]
        first, last = found.get(" ".join(words[:-1])), found.get(words[-1])
        if last is not None and last.weights[EntityKind.PERSON] >= ENOUGH:
            whole.merge(last, EntityKind.PERSON)
        if first is None or whole.role in _PRESS:
            continue
        if first.kind in (EntityKind.ORGANISATION, EntityKind.UNKNOWN):
            whole.merge(first, EntityKind.ORGANISATION)
            if last is None and whole.weights[EntityKind.ORGANISATION]:
                whole.weights[EntityKind.ORGANISATION] += 1
