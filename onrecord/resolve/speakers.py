"""The one who speaks among several names in a source's words."""

from collections.abc import Mapping, Sequence

from onrecord.model import Entity, EntityKind, Mention, Source
from onrecord.resolve.antecedents import Noun
from onrecord.resolve.gazetteer import Gazetteer
from onrecord.resolve.heads import Head
from onrecord.resolve.lexicon import Lexicon
from onrecord.resolve.people import last_office

_MEDIA = frozenset(("outlet", "agency", "satire", "platform"))
_FOR = (" for ", " of ", " at ", " from ", " with ", " in ", " by ")


def pick_speaker(
    source: Source,
    words: str,
    head: Head,
    inside: Sequence[Mention],
    entities: Mapping[str, Entity],
    lexicon: Lexicon,
    gazetteer: Gazetteer,
    nouns: Mapping[str, Noun],
) -> tuple[str | None, bool]:
    """The name that speaks, and whether the words are that name (not a description with it)."""
    base = source.spans[0].start
    named = [m for m in inside if m.entity is not None]
    if not named:
        return None, False
    people = [
        m for m in named if m.kind is EntityKind.PERSON and not _modifies(m, named, words, base)
    ]
    if people:
        outlet = _outlet_beside(people[0], named, words, base, entities)
        if outlet is not None:
            return outlet, False
        return _join(people, words, base), True
    if not _heads_own_name(named[0], head, words, base):
        return _described(named, head, words, base, entities, lexicon, gazetteer, nouns)
    bodies = [m for m in named if not _modifies(m, named, words, base)] or named[:1]
    first = bodies[0]
    if first.kind is EntityKind.PLACE:
        known = gazetteer.names.get(first.entity or "")
        return (known.speaks_for if known and known.speaks_for else first.entity), True
    return _join([m for m in bodies if m.kind is not EntityKind.PLACE], words, base), True


def _modifies(mention: Mention, named: Sequence[Mention], words: str, base: int) -> bool:
    """Whether a name only modifies what follows: a possessive, or "Ford spokesman Jane Doe"."""
    after = words[mention.end - base :]
    if after.startswith(("'s", "' ")):
        return True
    later = [m for m in named if m.start > mention.end]
    if not later:
        return (
            bool(after.strip())
            and after[:1] == " "
            and after[1:2].islower()
            and not (
                after.startswith(
                    (" and ", " or ", " of ", " at ", " from ", " in ", " who ", " for ")
                )
            )
        )
    between = words[mention.end - base : later[0].start - base]
    return (
        "," not in between
        and " and " not in between
        and not any(joint in f"{between} " for joint in (*_FOR, " nor ", " or "))
    )


def _join(chosen: Sequence[Mention], words: str, base: int) -> str | None:
    """The names of several speakers joined in the order of the text, where "and" joins them."""
    names = [chosen[0].entity or ""]
    for left, right in zip(chosen, chosen[1:], strict=False):
        between = words[left.end - base : right.start - base]
        if not any(joint in between for joint in (" and ", " nor ", " or ", "& ")):
            if between.strip() != ",":
                break
        if right.entity and right.entity not in names:
            names.append(right.entity)
    return " and ".join(names) or None


def _outlet_beside(
    person: Mention, named: Sequence[Mention], words: str, base: int, entities: Mapping[str, Entity]
) -> str | None:
    """The outlet that a reporter reports for: "KXYZ's Jane Doe", "Jane Doe of KXYZ"."""
    for mention in named:
        entity = entities.get(mention.entity or "")
        if entity is None or entity.role not in _MEDIA:
            continue
        if mention.end <= person.start:
            between = words[mention.end - base : person.start - base]
            if between.startswith(("'s ", "' ")) or between.strip() in (
                "reporter",
                "correspondent",
            ):
                return entity.name
        elif words[person.end - base : mention.start - base].removesuffix("the ") in (
            " of ",
            " from ",
            " at ",
        ):
            return entity.name
    return None


def _heads_own_name(first: Mention, head: Head, words: str, base: int) -> bool:
    """Whether the head of the words is a name itself, and not a noun beside it."""
    if not head.noun:
        return True
    place = words.find(head.phrase)
    end = place + len(head.phrase)
    return first.start - base < end <= first.end - base or head.phrase.endswith(first.text)


def _described(
    named: Sequence[Mention],
    head: Head,
    words: str,
    base: int,
    entities: Mapping[str, Entity],
    lexicon: Lexicon,
    gazetteer: Gazetteer,
    nouns: Mapping[str, Noun],
) -> tuple[str | None, bool]:
    """A noun with a name beside it: spokesman of, report of, insider at, newspaper."""
    office = last_office(head.phrase, lexicon) or (
        head.noun if head.noun in lexicon.offices else ""
    )
    speaks = lexicon.offices.get(office, ("", ""))[0] == "spokesperson"
    bodies = [m for m in named if m.kind is not EntityKind.PLACE]
    noun = nouns.get(head.noun)
    if speaks and bodies:
        return _join(bodies, words, base), False
    if head.noun in lexicon.unnamed:
        return None, False
    if noun is not None and noun.flag in ("report", "medium"):
        media = [m for m in bodies if _role(m, entities) in _MEDIA]
        chosen = media or [m for m in bodies if m.kind is EntityKind.UNKNOWN]
        return (chosen[0].entity if chosen else None), False
    if office and bodies:
        return _join(bodies[:1], words, base), False
    own = [m for m in bodies if m.kind is EntityKind.ORGANISATION]
    return (own[0].entity if own else None), False


def _role(mention: Mention, entities: Mapping[str, Entity]) -> str:
    entity = entities.get(mention.entity or "")
    return entity.role if entity is not None else ""
