"""The parts of a claim that can stand or fall alone: one leg for each counterpart."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import replace
from itertools import pairwise

from onrecord.kit import Kit
from onrecord.link.pairs import likeness
from onrecord.link.parties import full_names, same_party
from onrecord.link.places import Places
from onrecord.model import Act, Entity, Proposition, Reading, Voice
from onrecord.text import fold

Key = tuple[str, str]
_PUTS_FORWARD = frozenset({Act.ASSERT, Act.CONFIRM, Act.PLEDGE, Act.FORECAST, Act.STAND_BY})
_JOINER = re.compile(r"\s*(?:,|,?\s*(?:and|or|as well as|&))\s*(?:possibly |maybe |also |the )?")
_NEGATED = re.compile(r"\b(?:no|none|nobody|never|nothing|neither)\b", re.IGNORECASE)
_OPENING = 60  # characters in which a content that denies shows it
_NOT_PARTIES = frozenset({"outlet", "agency", "platform", "satire", "country", "city"})


def find_centre(group: Sequence[Proposition], kit: Kit) -> Proposition:
    """The proposition that stands for the claim: of those that put it forward, the one most like
    all the others; the earliest where several are. What an expert adds stands for it only where
    nobody else tells it.
    """
    forward = [p for p in group if puts_forward(p)] or list(group)
    forward = [p for p in forward if p.statement.voice is not Voice.EXPERT] or forward
    sample = sorted(group, key=lambda p: p.key)[:_SAMPLE]
    return max(forward, key=lambda p: (_fitness(p, sample, kit), -p.order, p.key))


def call_alike(group: Sequence[Proposition]) -> list[Proposition]:
    """A group in which every party goes by its longest name ("Norvik" as "Norvik Shipping")."""
    full = full_names(name for p in group for name in p.names | p.beside)
    return [
        replace(
            p,
            names=frozenset(full[n] for n in p.names),
            beside=frozenset(full[n] for n in p.beside),
        )
        for p in group
    ]


def find_subject(group: Sequence[Proposition], pages: Mapping[str, Reading]) -> str | None:
    """The party that the tellings are about: the one that they name first, and most often."""
    counts: Counter[str] = Counter()
    entities = {document: _entities(page) for document, page in pages.items()}
    places = Places(pages)
    for proposition in group:
        if puts_forward(proposition):
            weight = 2 if proposition.statement.source or proposition.headline else 1
            named = _parties(proposition, entities)
            counts.update(dict.fromkeys(sorted(named), weight))
            first = _first_named(proposition, named, places)
            counts.update({first: 2 * weight} if first else {})
    return min(counts, key=lambda name: (-counts[name], name)) if counts else None


def find_denier(group: Sequence[Proposition], pages: Mapping[str, Reading]) -> str | None:
    """Whoever denies what nobody puts forward: a firm that denies that anybody fell ill speaks of
    its own doing. Outlets, countries and onlookers are no such party.
    """
    counts: Counter[str] = Counter()
    entities = {document: _entities(page) for document, page in pages.items()}
    for proposition in group:
        source = proposition.statement.source
        named = source.entity if source else None
        role = entities[proposition.document].get(named or "")
        if named and proposition.statement.act is Act.DENY and not proposition.anaphoric:
            counts[named] += role is None or role.role not in _NOT_PARTIES
    return min(+counts, key=lambda name: (-counts[name], name), default=None)


def _first_named(proposition: Proposition, named: Set[str], places: Places) -> str | None:
    """The party that the sentence of a proposition names first."""
    document, content = proposition.document, proposition.statement.content
    start = places.start_of_passage(document, content.where, content.spans[0].start)
    inside = sorted(
        (m.start, _called(m.entity, named))
        for m in places.mentions(document, content.where, start, content.spans[-1].end)
    )
    return next((name for _, name in inside if name), None)


def find_counterparts(
    group: Sequence[Proposition], subject: str | None, pages: Mapping[str, Reading]
) -> tuple[str, ...]:
    """The other parties that a telling names together with the subject."""
    found: set[str] = set()
    entities = {document: _entities(page) for document, page in pages.items()}
    for proposition in group:
        if subject in proposition.names | proposition.beside and puts_forward(proposition):
            found |= _parties(proposition, entities)
    return tuple(sorted(found - {subject or ""}))


def find_legs(
    group: Sequence[Proposition],
    subject: str | None,
    counterparts: Sequence[str],
    pages: Mapping[str, Reading],
) -> tuple[str, ...]:
    """The counterparts that some telling puts side by side ("with A and B", "A, B or C"): each
    could stand or fall alone. Fewer than two: none.
    """
    side_by_side: set[str] = set()
    places = Places(pages)
    for proposition in group:
        if puts_forward(proposition):
            side_by_side |= _coordinated(
                proposition,
                frozenset(counterparts),
                pages[proposition.document],
                places,
            )
    return tuple(sorted(side_by_side - {subject or ""})) if len(side_by_side) > 1 else ()


def share_out(
    group: Sequence[Proposition],
    counterparts: Sequence[str],
    antecedents: Mapping[Key, Proposition],
) -> dict[Key, tuple[str, ...]]:
    """Which counterparts each proposition speaks of: those it names, else those of what it
    answers; none named anywhere means the whole claim (an empty tuple).
    """
    known = frozenset(counterparts)
    parts: dict[Key, tuple[str, ...]] = {}
    for proposition in group:
        named = known & proposition.names
        answered = antecedents.get(proposition.key)
        if not named and answered is not None:
            named = known & answered.names
        parts[proposition.key] = tuple(sorted(named))
    return parts


def _coordinated(
    proposition: Proposition, counterparts: frozenset[str], page: Reading, places: Places
) -> set[str]:
    """The counterparts that stand in one list in the content of a proposition."""
    content = proposition.statement.content
    string = page.document.string(content.where)
    mentions = sorted(
        (m.start, m.end, _called(m.entity, counterparts))
        for start, end in content.spans
        for m in places.mentions(page.document.id, content.where, start, end)
        if m.end <= end
    )
    found: set[str] = set()
    for (_, end, name), (start, _, other) in pairwise(mentions):
        if name and other and name != other and _JOINER.fullmatch(fold(string[end:start])):
            found |= {name, other}
    return found


def _called(name: str | None, parties: Iterable[str]) -> str:
    """What the claim calls a party that a page calls `name`; "" where it is none of them."""
    return next((p for p in sorted(parties) if name and same_party(name, p)), "")


def puts_forward(proposition: Proposition) -> bool:
    """Whether a proposition says that something is so: it neither denies nor only points back."""
    statement = proposition.statement
    return (
        statement.act in _PUTS_FORWARD
        and not proposition.falsifies
        and not proposition.anaphoric
        and not statement.negated
        and not _NEGATED.search(fold(statement.content.text[:_OPENING]))
    )


def _parties(proposition: Proposition, entities: Mapping[str, Mapping[str, Entity]]) -> set[str]:
    here = entities[proposition.document]
    return {
        name
        for name in proposition.names
        if name not in here or here[name].role not in _NOT_PARTIES
    }


def _entities(page: Reading) -> dict[str, Entity]:
    return {entity.name: entity for entity in page.entities}


def _fitness(proposition: Proposition, sample: Sequence[Proposition], kit: Kit) -> float:
    """How well a telling stands for its claim: like the others, said by somebody, naming its
    parties, and a sentence that can be read alone.
    """
    others = [p for p in sample if p.key != proposition.key]
    alike = sum(likeness(proposition.terms, p.terms, kit) for p in others) / max(1, len(others))
    words = fold(proposition.statement.content.text).split()
    fit = alike + (_SAID if proposition.statement.source else 0.0)
    fit += _NAMED * min(2, len(proposition.names))
    fit -= _FRAGMENT if len(words) < _SHORTEST or len(words) > _LONGEST else 0.0
    fit -= _WORD * max(0, len(words) - _HANDY)
    fit -= _MUSING if proposition.muses else 0.0
    fit -= _FRAGMENT if words and words[0].lower().strip("\"'") in _LEANING else 0.0
    return round(fit - (_HEDGED if proposition.statement.hedged else 0.0), 3)


# What makes a telling fit to stand for its claim, beside its likeness to the others (0 to 1).
_SAID, _NAMED, _FRAGMENT, _HEDGED, _MUSING = 0.2, 0.1, 0.25, 0.05, 0.5
_WORD, _HANDY = 0.01, 16  # each word over sixteen makes it less handy
_SAMPLE = 60  # tellings that each one is compared with: more would not move the middle
_SHORTEST, _LONGEST = 5, 40  # words
_LEANING = frozenset(
    "it its he she they we i his her their our this that these those there to for with of at in on "
    "could would will may might and but which who whom as by from".split()
)
