"""The one who speaks among several names in a source's words."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from onrecord.model import Entity, EntityKind, Mention
from onrecord.resolve.antecedents import Noun
from onrecord.resolve.gazetteer import Gazetteer
from onrecord.resolve.heads import Head
from onrecord.resolve.lexicon import Lexicon
from onrecord.resolve.people import last_office

_MEDIA = frozenset(("outlet", "agency", "satire", "platform"))
_MUTE = frozenset(("city", "region"))
_SEEN_BY = ("seen by", "obtained by", "reviewed by")
_REPORTERS = frozenset(("reporter", "correspondent", "journalist", "editor", "blogger"))
_AND = (" and ", " nor ", " or ", "& ")
_OTHER_PERSON = (" and ", " or ", " of ", " at ", " from ", " in ", " who ", " for ", " said ")
_JOINTS = (*_AND, " for ", " of ", " at ", " from ", " with ", " in ", " by ", " the ", ",", "(")


@dataclass(frozen=True, slots=True)
class Words:
    """A source's folded words, where they start in the text, their head, and the names in them."""

    text: str
    base: int
    head: Head
    names: tuple[Mention, ...]

    def after(self, mention: Mention) -> str:
        """What follows a name."""
        return self.text[mention.end - self.base :]

    def between(self, left: Mention, right: Mention) -> str:
        """What stands between two names."""
        return self.text[left.end - self.base : right.start - self.base]


@dataclass(frozen=True, slots=True)
class Lists:
    """What the speaker is told by: the page's entities and the kit's lists."""

    entities: Mapping[str, Entity]
    lexicon: Lexicon
    gazetteer: Gazetteer
    nouns: Mapping[str, Noun]


def pick_speaker(words: Words, lists: Lists) -> tuple[str | None, bool]:
    """The name that speaks, and whether the words are that name (not a description with it)."""
    people = [
        mention
        for mention in words.names
        if mention.kind is EntityKind.PERSON and not _modifies(mention, words)
    ]
    if people and not _is_beside_noun(people[0], words, lists):
        outlet = _outlet_beside(people[0], words, lists)
        return (outlet, False) if outlet is not None else (_join(people, words), True)
    own = _in_brackets(words) or _head_name(words)
    if own is None:
        return _described(words, lists)
    if own.kind is EntityKind.UNKNOWN and words.head.determiner and not words.head.definite:
        return None, False
    if own.kind is EntityKind.PLACE:
        known = lists.gazetteer.names.get(own.entity or "")
        if known is None or known.role in _MUTE:
            return None, True  # no government sits in "Larchport questions it"
        return (known.speaks_for if known and known.speaks_for else own.entity), True
    owner = _outlet_with_part(own, words, lists)
    if owner is not None:
        return owner, False
    later = [m for m in words.names if m.start >= own.start and not _modifies(m, words)]
    return _join([own, *(m for m in later if m is not own)], words), True


def _modifies(mention: Mention, words: Words) -> bool:
    """Whether a name only modifies what follows: a possessive, or "Ford spokesman Jane Doe"."""
    after = words.after(mention)
    if after.startswith(("'s", "' ")):
        return True
    later = [m for m in words.names if m.start >= mention.end]
    if not later:
        plain = after[:1] == " " and after[1:2].islower()
        return plain and not f"{after} ".startswith(_OTHER_PERSON)
    between = f"{words.between(mention, later[0])} "
    return not any(joint in between for joint in _JOINTS)


def _is_beside_noun(person: Mention, words: Words, lists: Lists) -> bool:
    """Whether a person only stands beside the noun that speaks: "a spokesman for Jane Doe"."""
    before = words.text[: person.start - words.base]
    head = words.head
    if not head.noun or not before.lower().startswith((*_DETERMINERS, head.noun)):
        return False
    place = words.text.find(head.phrase)
    return (
        person.start - words.base >= place + len(head.phrase)
        and not words.text[place + len(head.phrase) :].startswith((",", " and "))
        and (head.noun in lists.lexicon.offices or head.noun in lists.lexicon.unnamed)
    ) or (head.noun in lists.nouns and lists.nouns[head.noun].flag == "report")


_CLAUSE = re.compile(r" (?:that|who|which|whose|whom|where|when) ")
_DETERMINERS = ("a ", "an ", "the ", "one ", "two ", "some ", "another ")


def _in_brackets(words: Words) -> Mention | None:
    """The acronym in brackets at the end of a long name: "the Office of ... (XYZ)"."""
    last = words.names[-1]
    before, after = words.text[: last.start - words.base], words.after(last)
    return last if before.endswith("(") and after == ")" and len(words.names) > 1 else None


def _head_name(words: Words) -> Mention | None:
    """The name at the end of the head noun phrase, where the head is a name itself."""
    place = words.text.find(words.head.phrase)
    end = place + len(words.head.phrase)
    if not words.head.noun:
        return words.names[0]
    for mention in words.names:
        left, right = mention.start - words.base, mention.end - words.base
        if left < end <= right:
            return mention
        if right == end - 2 and words.text.startswith("'s", right):
            return mention
    return None


def _join(chosen: Sequence[Mention], words: Words) -> str | None:
    """The names of several speakers joined in the order of the text, where "and" joins them."""
    names = [chosen[0].entity or ""]
    for left, right in pairwise(chosen):
        between = words.between(left, right)
        if not any(joint in between for joint in _AND) and between.strip() != ",":
            break
        if right.entity and right.entity not in names:
            names.append(right.entity)
    return " and ".join(names) or None


def _outlet_beside(person: Mention, words: Words, lists: Lists) -> str | None:
    """The outlet that a reporter reports for: "KXYZ's Jane Doe", "Jane Doe of KXYZ"."""
    for mention in words.names:
        if _role(mention, lists) not in _MEDIA:
            continue
        if mention.end <= person.start:
            between = words.between(mention, person)
            if between.startswith(("'s ", "' ")) or between.strip() in _REPORTERS:
                return mention.entity
        elif words.between(person, mention).removesuffix("the ") in (" of ", " from ", " at "):
            return mention.entity
    return None


def _outlet_with_part(own: Mention, words: Words, lists: Lists) -> str | None:
    """The outlet before one of its parts: "the New York Post's Page Six"."""
    for mention in words.names:
        owns = mention.end <= own.start and words.between(mention, own) == "'s "
        if owns and _role(mention, lists) in _MEDIA and _role(own, lists) in (*_MEDIA, ""):
            return mention.entity
    return None


def _described(words: Words, lists: Lists) -> tuple[str | None, bool]:
    """A noun with a name beside it: spokesman of, report of, insider at, newspaper."""
    head, lexicon = words.head, lists.lexicon
    if _others(head):
        return _officer(last_office(head.phrase, lexicon), words, lists), False
    named = _named_after(words)
    if named is not None:
        return named, False
    office = last_office(head.phrase, lexicon)
    speaks = lexicon.offices.get(office, ("", ""))[0] == "spokesperson"
    clause = _CLAUSE.search(words.text)
    limit = words.base + (clause.start() if clause else len(words.text))
    bodies = [
        mention
        for mention in words.names
        if mention.kind is not EntityKind.PLACE
        and _role(mention, lists) != "platform"
        and mention.start < limit
    ]
    noun = lists.nouns.get(head.noun)
    if speaks and bodies:
        return _join(bodies, words), False
    if head.noun in lexicon.unnamed:
        return None, False
    if noun is not None and noun.flag in ("report", "medium"):
        media = [m for m in bodies if _role(m, lists) in _MEDIA]
        chosen = media or [m for m in bodies if m.kind is EntityKind.UNKNOWN]
        return (chosen[0].entity if chosen else None), False
    if office:
        return _officer(office, words, lists) or (
            _join(bodies[:1], words) if bodies else None
        ), False
    own = [m for m in bodies if m.kind in (EntityKind.ORGANISATION, EntityKind.PERSON)]
    return (own[0].entity if own else None), False


def _others(head: Head) -> bool:
    """Whether those who speak are others than the body beside them.

    "A former manager at X", "unions at X", "papers seen by X".
    """
    before = head.phrase.lower().split()[:-1]
    if "former" in before or "ex" in before or head.rest.startswith(_SEEN_BY):
        return True
    return head.noun in ("unions", "manager", "lawyer") and head.rest.startswith("at ")


def _named_after(words: Words) -> str | None:
    """The body in apposition to the noun that speaks: "A residents' group, Larch Lane Forum"."""
    place = words.text.find(words.head.phrase)
    after = place + len(words.head.phrase)
    if place < 0 or not words.text.startswith(", ", after):
        return None
    for mention in words.names:
        if mention.start - words.base == after + 2 and mention.kind is EntityKind.ORGANISATION:
            return mention.entity
    return None


def _officer(office: str, words: Words, lists: Lists) -> str | None:
    """The person of the page who holds an office at the body named beside it, if one does."""
    if not office:
        return None
    bodies = {mention.entity for mention in words.names}
    found = [
        entity.name
        for entity in lists.entities.values()
        if entity.kind is EntityKind.PERSON
        and (entity.title or "").lower().endswith(office)
        and (entity.affiliation in bodies or entity.affiliation is None)
    ]
    return found[0] if len(found) == 1 else None


def _role(mention: Mention, lists: Lists) -> str:
    entity = lists.entities.get(mention.entity or "")
    return entity.role if entity is not None else ""
