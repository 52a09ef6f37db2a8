"""The roster: who is named in full somewhere on a page, so that short forms find them."""

from collections import Counter, defaultdict
from collections.abc import Iterable

_OFTENER = 2
_PARTICLES = frozenset("van von der den de del della di da du bin al el la le".split())


class Roster:
    """Full names of people and bodies on one page, found again by a surname or a short form."""

    def __init__(self) -> None:
        self._people: dict[str, str] = {}  # every full form -> the longest form
        self._by_word: dict[str, set[str]] = defaultdict(set)
        self._by_given: dict[str, set[str]] = defaultdict(set)
        self._bodies: dict[str, list[str]] = defaultdict(list)
        self._acronyms: dict[str, str] = {}
        self._counts: Counter[str] = Counter()

    def add_people(self, names: Iterable[str], known: Iterable[str] = ()) -> None:
        """Takes full names, one for each mention; forms of one person are joined.

        ("Saad Maan", "Saad Maan Ibrahim".) Of two with one surname, the surname alone means the
        one named in full at least `_OFTENER` times as often. `known` are names of people whom
        the kit knows: none of them is short for another.
        """
        known = list(known)
        whole = frozenset(known)
        names = [*known, *names]
        self._counts.update(names)
        for name in sorted(set(names), key=lambda name: (-len(name), name)):
            words = name.split()
            fuller = () if name in whole else sorted(self._by_given.get(words[0], ()))
            plain = name if name in whole else without_initials(name)
            longest = next((full for full in fuller if _same_person(full, plain)), plain)
            self._people[name] = longest
            self._by_given[words[0]].add(longest)
            for surname in _spellings(words[-1]):
                self._by_word[surname].add(longest)
            if len(words) > 2 and words[-2] in _PARTICLES:
                self._by_word[" ".join(words[-2:])].add(longest)

    def add_body(
        self, name: str, acronym: str | None = None, shorts: Iterable[str] | None = None
    ) -> None:
        """Takes an organisation's name; its first words and last word become short forms.

        `shorts` are those that the page allows, where it does not allow these two.
        """
        words = name.split()
        if acronym:
            self._acronyms.setdefault(acronym, name)
        if len(words) < 2:
            return
        for short in (words[-1], " ".join(words[:-1])) if shorts is None else shorts:
            if name not in self._bodies[short]:
                self._bodies[short].append(name)

    def add_national(self, name: str, national: str) -> None:
        """Takes a country's body: its bare name means it, unless another country's is named."""
        other = self._acronyms.get(name, national)
        self._acronyms[name] = national if other == national else name

    def full_person(self, name: str) -> str | None:
        """The longest form of a person's full name or surname; None where two would fit."""
        if name in self._people:
            return self._people[name]
        found = self._by_word.get(name) or self._by_word.get(name.split()[-1])
        if found is None and " " not in name:
            found = self._by_given.get(name)
        if not found:
            return None
        ranked = sorted(found, key=lambda full: (-self._counts[full], full))
        if len(ranked) == 1 or self._counts[ranked[0]] >= _OFTENER * self._counts[ranked[1]]:
            return ranked[0]
        return None

    def acronym(self, letters: str) -> str | None:
        """The organisation that an acronym stands for; the first one named."""
        return self._acronyms.get(letters)

    def body(self, name: str) -> str | None:
        """The organisation that an acronym or short form stands for; the first one named."""
        if name in self._acronyms:
            return self._acronyms[name]
        found = self._bodies.get(name)
        return found[0] if found else None


def _spellings(surname: str) -> tuple[str, ...]:
    """A surname and what else it is called by: "al-Roe" is "Al-Roe" or "Roe" too."""
    if not surname.lower().startswith("al-") or len(surname) <= len("al-"):
        return (surname,)
    rest = surname[len("al-") :]
    return (surname, f"al-{rest}", f"Al-{rest}", rest)


def without_initials(name: str) -> str:
    """A person's name without middle initials, which other pages leave out: "Ada M. Bell"."""
    words = name.split()
    if len(words) < len(("Ada", "M.", "Bell")):
        return name
    inner = [word for word in words[1:-1] if not (len(word) == len("M.") and word[1] == ".")]
    return " ".join([words[0], *inner, words[-1]])


def _same_person(full: str, name: str) -> bool:
    """Whether `name` is a shorter form of `full`: same first word, all its words among them."""
    long, short = full.split(), name.split()
    return long[0] == short[0] and (short[-1] == long[-1] or set(short) <= set(long))
