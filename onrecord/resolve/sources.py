"""Who a statement's source is: a name, or the one whom a pronoun or a description stands for."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from onrecord.kit.loader import Kit
from onrecord.model import Act, Document, Entity, EntityKind, Mention, Source, Statement, Where
from onrecord.resolve.antecedents import (
    Noun,
    find_he_or_she,
    find_it,
    find_noun,
    find_officer,
    find_only_person,
    load_nouns,
)
from onrecord.resolve.gazetteer import Gazetteer, load_gazetteer
from onrecord.resolve.heads import Head, read_head
from onrecord.resolve.lexicon import Lexicon, load_lexicon
from onrecord.resolve.scene import Scene, make_scene
from onrecord.resolve.speakers import Lists, Words, pick_speaker
from onrecord.text import fold

_MOST = 40  # names in the words of one source
_LONGEST = 600  # characters of a source that are read
_CALLED = 60  # characters of a source in which its office is looked for
_HE = frozenset("he him his himself".split())
_SHE = frozenset("she her hers herself".split())
_IT = frozenset("it its itself".split())
_ENDS_IN_IT = re.compile(  # "in its letter it"; not "a man who knew about it"
    r"(?<! about)(?<! of)(?<! with)(?<! to)(?<! for)(?<! behind)(?<! on)(?<! in)(?<! by) it$"
)
_WHO = frozenset("who which that whom".split())
_DESKS = frozenset(("outlet", "agency"))
_REPORTING = frozenset((Act.ASSERT, Act.MATCH, Act.FORECAST, Act.CORRECT, Act.CONFIRM, Act.DENY))
_MYSELF = re.compile(r"\b(?:I|I'm|I've|my|me|myself)\b")
_HIMSELF = re.compile(r"\b(?:I|I'm|I've|my|me|myself|he|his|him|she|her)\b")
_OFFICERS = frozenset("official officials".split())
_AGED = re.compile(r"\d{1,3}-year-old|(?:father|mother|grandfather|grandmother)-of-\w+")
_FOR_THE = re.compile(r"(?:for|of) ((?:the|his|her) [a-z][\w' -]{2,40})$")
_PERSON = EntityKind.PERSON
_SELF = frozenset("i we me us my our".split())


def resolve_sources(
    document: Document,
    statements: Sequence[Statement],
    mentions: Sequence[Mention],
    entities: Sequence[Entity],
    kit: Kit,
) -> tuple[Statement, ...]:
    """The statements with each source's entity and descriptor filled in, in the given order.

    A source whose entity cannot be told, or who is not named, keeps its words as descriptor.
    """
    resolver = _Resolver(document, mentions, entities, kit)
    order = sorted(range(len(statements)), key=lambda i: _place(statements[i]))
    solved: dict[int, Statement] = {}
    by_id = {statement.id: index for index, statement in enumerate(statements)}
    for index in order:
        statement = statements[index]
        parent = by_id.get(statement.within or "")
        outer = solved.get(parent) if parent is not None else None
        solved[index] = resolver.resolve(statement, outer)
    return tuple(solved[index] for index in range(len(statements)))


def _place(statement: Statement) -> int:
    spans = statement.source.spans if statement.source else statement.content.spans
    return spans[0].start if spans else 0


class _Resolver:
    """One page's scene and word lists, and the speakers as they are found."""

    def __init__(
        self,
        document: Document,
        mentions: Sequence[Mention],
        entities: Sequence[Entity],
        kit: Kit,
    ) -> None:
        self.document = document
        self.lexicon: Lexicon = load_lexicon(kit)
        self.gazetteer: Gazetteer = load_gazetteer(kit)
        self.nouns: dict[str, Noun] = load_nouns(kit)
        self.mentions = {
            where: sorted((m for m in mentions if m.where is where), key=lambda m: m.start)
            for where in Where
        }
        by_name = {entity.name: entity for entity in entities}
        self.lists = Lists(by_name, self.lexicon, self.gazetteer, self.nouns)
        text = fold(document.text)
        self.scene: Scene = make_scene(document, text, mentions, entities, self.lexicon)

    def resolve(self, statement: Statement, outer: Statement | None) -> Statement:
        """One statement with its source resolved; `outer` is the one that reports it."""
        source = statement.source
        if source is None or not source.spans:
            return statement
        entity, descriptor = self._who(source, statement, outer)
        if entity is not None:
            self.scene.add_speaker(source.spans[0].start, entity)
        entity = self._desk_of(entity, statement)
        return replace(statement, source=replace(source, entity=entity, descriptor=descriptor))

    def _desk_of(self, name: str | None, statement: Statement) -> str | None:
        """The outlet for which a journalist reports; himself, where he speaks of himself."""
        person = self.lists.entities.get(name or "")
        desk = self.lists.entities.get((person.affiliation if person else None) or "")
        if person is None or desk is None or desk.role not in _DESKS:
            return name
        office = self.lexicon.offices.get((person.title or "").lower(), ("", ""))[0]
        reports = person.title is None or office == "reporter" or "editor" in person.title.lower()
        if statement.act not in _REPORTING or _MYSELF.search(
            fold(statement.content.text[:_LONGEST])
        ):
            return name
        return desk.name if reports else name

    def _who(
        self, source: Source, statement: Statement, outer: Statement | None
    ) -> tuple[str | None, str | None]:
        words = fold(source.text[:_LONGEST]).strip()
        lower = words.lower()
        start = source.spans[0].start
        if lower in _SELF:
            told = outer.source.entity if outer is not None and outer.source else None
            return told, source.text
        if lower in _HE or lower in _SHE:
            gender = "m" if lower in _HE else "f"
            person = find_he_or_she(self.scene, start, gender)
            return person or self._same_spokesperson(start, gender), source.text
        if lower in _IT or (words.islower() and _ENDS_IN_IT.search(lower)):
            return find_it(self.scene, start), source.text
        if lower in _WHO:
            return self._relative(start, lower), source.text
        inside = self._inside(source)
        head = read_head(words)
        if inside:
            lead = len(source.text) - len(source.text.lstrip())
            read = Words(words, start + lead, head, tuple(inside))
            name, exact = pick_speaker(read, self.lists)
            if name is None and all(mention.kind is EntityKind.PLACE for mention in inside):
                name = self._described(head, words, start)  # "the plumber from Larchport"
            return name, None if exact else source.text
        return self._described(head, words, start), source.text

    def _inside(self, source: Source) -> list[Mention]:
        found = []
        mentions = self.mentions[source.where]
        for start, end in source.spans:
            first = bisect_left(mentions, start, key=lambda mention: mention.start)
            for mention in mentions[first : first + _MOST]:
                if mention.end <= end and mention.entity is not None:
                    found.append(mention)
        return found

    def _relative(self, start: int, word: str) -> str | None:
        """Whom "who" or "which" stands for: the name before it in its sentence."""
        before = self.scene.text[max(0, start - 40) : start].rstrip(" ,").split()
        if before and before[-1].lower() in self.lexicon.unnamed:
            return None
        sentence = self.scene.sentence_at(start)
        kind = EntityKind.PERSON if word in ("who", "whom") else EntityKind.ORGANISATION
        for item in self.scene.before(start, 0):
            if item.sentence == sentence and item.entity.kind is kind:
                near = kind is EntityKind.PERSON or start - item.mention.end <= len(", ")
                return item.entity.name if near else None
        return None

    def _described(self, head: Head, words: str, start: int) -> str | None:
        """The one that a description without a name stands for: "the automaker"."""
        if any(char.isupper() for char in head.phrase[0 if head.determiner else 1 :]):
            return self._government(head)
        phrase = head.phrase.lower()
        parts = phrase.split()
        office = self.lexicon.offices.get(head.noun)
        if office and office[0] == "spokesperson":
            spoken = self._spoken_for(head, parts, start)
            if spoken is not None:
                return spoken
        if head.noun in _OFFICERS and len(parts) > 1:
            noun = self._noun(" ".join(parts[:-1]))
            if noun is not None and noun.sectors:  # "hospital officials", not "police officials"
                return find_noun(self.scene, start, noun, self.lexicon)
        if head.rest.startswith("of "):
            return None
        if not head.definite and not (head.determiner == "" and head.noun == "police"):
            return None
        if parts and _AGED.fullmatch(parts[-1]):
            return find_only_person(self.scene, start, self.lexicon)
        noun = self._noun(phrase)
        is_body = noun is not None and noun.kind is EntityKind.ORGANISATION
        if office and not is_body:
            found = find_officer(self.scene, start, phrase) or self._same_office(start, head.noun)
            if found is None and office[0] == "person" and head.determiner == "the":
                return find_only_person(self.scene, start, self.lexicon)
            return found
        if noun is None or noun.flag == "office" or head.noun in self.lexicon.unnamed:
            return None
        word = head.noun if head.determiner == "the" else ""
        return find_noun(self.scene, start, noun, self.lexicon, word)

    def _spoken_for(self, head: Head, parts: list[str], start: int) -> str | None:
        """For whom a spokesperson without a name speaks: "the mill's manager", "her lawyer",
        "the actor's reps", "reps for the singer".
        """
        if len(parts) > 1:
            noun = self._noun(" ".join(parts[:-1]).removesuffix("'s"))
            if noun is not None and noun.kind is not EntityKind.PERSON:
                return find_noun(self.scene, start, noun, self.lexicon)
            owner = parts[-2] if parts[-2].endswith(("'s", "s'")) else ""
            return self._called(owner.removesuffix("s").removesuffix("'"), start)
        if head.determiner in ("his", "her"):
            gender = "m" if head.determiner == "his" else "f"
            return find_he_or_she(self.scene, start, gender)
        behind = read_head(head.rest.partition(" ")[2])
        if head.rest.startswith(("for ", "of ")) and behind.definite:
            noun = self._noun(behind.phrase.lower())
            if noun is not None and noun.kind is not EntityKind.PERSON:
                return find_noun(self.scene, start, noun, self.lexicon, behind.noun)
        for_whom = _FOR_THE.match(head.rest)
        return self._called(read_head(for_whom[1]).noun, start) if for_whom else None

    def _called(self, word: str, start: int) -> str | None:
        """The person whom a noun calls: the one of that trade, else the only one named near."""
        office = self.lexicon.offices.get(word, ("", ""))[0]
        noun = self.nouns.get(word)
        if office not in ("person", "expert") and (noun is None or noun.kind is not _PERSON):
            return None
        return find_officer(self.scene, start, word) or find_only_person(
            self.scene, start, self.lexicon
        )

    def _government(self, head: Head) -> str | None:
        """The country of "the Iraqi government"; other words with a demonym name nobody known."""
        words = head.phrase.split()
        if len(words) != 2 or head.noun != "government":
            return None
        for alias, _ in self.gazetteer.match(words[0], words[0].lower(), 0):
            if alias.known.demonym and len(alias.text) == len(words[0]):
                return alias.known.name
        return None

    def _noun(self, phrase: str) -> Noun | None:
        """The longest noun of the sheet at the end of a phrase: "Michigan-based automaker".

        Courts, ministries and their like must be called by the noun alone: an "appeals court" is
        another than "the court".
        """
        parts = phrase.split()
        for first in range(len(parts)):
            noun = self.nouns.get(" ".join(parts[first:]))
            if noun is not None:
                wide = "company" in noun.roles or noun.flag
                return noun if wide or first == 0 else None
        return None

    def _same_spokesperson(self, start: int, gender: str) -> str | None:
        """The body for which "she" speaks: the statement before was its spokeswoman's."""
        last = self.scene.last_speaker(start)
        if last is None or self.scene.sentence_at(start) - self.scene.sentence_at(last[0]) > 2:
            return None
        called = self.scene.text[last[0] : last[0] + _CALLED].lower().split()
        offices = (self.lexicon.offices.get(word, ("", "")) for word in called[:4])
        speaks = any(kind == "spokesperson" and sex == gender for kind, sex in offices)
        return last[1] if speaks else None

    def _same_office(self, start: int, noun: str) -> str | None:
        """The source of the statement before, where it was called by the same office."""
        last = self.scene.last_speaker(start)
        if last is None:
            return None
        words = re.findall(r"[\w-]+", self.scene.text[last[0] : last[0] + _CALLED].lower())
        return last[1] if noun in words else None
