"""Statements of somebody near a claim's person: his aide, or another of the same name.

An air strike that killed an aide to Dario Venn has not killed Venn, and the death of Dario Venn
Morlock is not Venn's. Both hold every word of the claim.
"""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from onrecord.kit import Kit
from onrecord.link.anaphora import points_back
from onrecord.model import Entity, EntityKind, Proposition, Reading
from onrecord.text import fold, stem

Key = tuple[str, str]

_BETWEEN = r"[^.;!?]{0,80}?"  # "aide to the group's self-styled leader, Dario Venn"
_MOST_READ = 600  # characters of a content


def find_elsewhere(
    group: Iterable[Proposition],
    parties: Iterable[str],
    about: frozenset[str],
    pages: Mapping[str, Reading],
    kit: Kit,
) -> frozenset[Key]:
    """The statements of `group` that tell of somebody near a person among the claim's parties."""
    persons = {e.name for page in pages.values() for e in page.entities if _is_person(e)}
    people = sorted(persons.intersection(parties))
    return frozenset(
        p.key
        for p in group
        if not points_back(p) and tells_of_another(p.statement.content.text, people, about, kit)
    )


def _is_person(entity: Entity) -> bool:
    return entity.kind is EntityKind.PERSON


def tells_of_another(content: str, people: Iterable[str], about: frozenset[str], kit: Kit) -> bool:
    """Whether `content` names a person of `people` only to say who somebody else is. A claim that
    is itself about such a relation (its stems are `about`) is told by it.
    """
    text = fold(content[:_MOST_READ])
    relations = kit.words("link_relations")
    if not about.isdisjoint(kit.once("relations", _stems)):
        return False
    named = [name for name in people if _last(name).lower() in text.lower()]
    return bool(named) and all(_is_another(text, name, relations) for name in named)


def _is_another(text: str, name: str, relations: frozenset[str]) -> bool:
    """Whether every mention of a name is part of another's description or of a longer name."""
    mention, whose, farther = _patterns(name, relations)
    mentions = len(mention.findall(text))
    near = len(whose.findall(text))
    longer = len(farther.findall(text)) if " " in name and not _is_title(text) else 0
    return bool(mentions) and near + longer >= mentions


@lru_cache(maxsize=1024)
def _patterns(
    name: str, relations: frozenset[str]
) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """A mention of a person, a description of somebody by his name, and a longer name."""
    last, nouns = re.escape(_last(name)), "|".join(map(re.escape, sorted(relations)))
    whose = re.compile(
        rf"\b(?:{nouns})s? (?:to|of|for) {_BETWEEN}\b{last}\b"
        rf"|\b{last}(?:'s|') (?:\w+ ){{0,2}}(?:{nouns})s?\b",
        re.IGNORECASE,
    )
    longer = re.compile(rf"\b{re.escape(name)} [A-Z][a-z]+\b")
    return re.compile(rf"\b{last}\b", re.IGNORECASE), whose, longer


def _stems(kit: Kit) -> frozenset[str]:
    return frozenset(stem(word) for word in kit.words("link_relations"))


def _last(name: str) -> str:
    return name.split()[-1]


def _is_title(text: str) -> bool:
    """Whether most words of a text are capitals, as in a headline."""
    words = [word for word in text.split() if word[0].isalpha()]
    return 2 * sum(word[0].isupper() for word in words) > len(words)
