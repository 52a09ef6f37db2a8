"""The scene: who has been named before a place in a story, how near and how prominently."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from onrecord.model import Document, Entity, EntityKind, Mention, Where
from onrecord.resolve.lexicon import Lexicon
from onrecord.text import fold

_REACH = 12  # sentences looked back for whom a word stands for
_MOST = 60  # mentions looked back at most
_HEADING = 300  # characters of a heading that are looked into
_LONGEST = 1000  # characters of a sentence that are looked into
_HE = re.compile(r"\b(?:he|his|him)\b", re.IGNORECASE)
_SHE = re.compile(r"\b(?:she|her)\b", re.IGNORECASE)
_QUOTE = re.compile(r'"')
_MALE_TITLE = re.compile(r"\b(?:Mr|Sir|Lord|King|Prince|Sheikh)\.? $")
_FEMALE_TITLE = re.compile(r"\b(?:Mrs|Ms|Miss|Lady|Queen|Princess|Dame)\.? $")


@dataclass(frozen=True, slots=True)
class Seen:
    """A mention with its place: its sentence, whether it is possessive, and inside a quotation."""

    mention: Mention
    entity: Entity
    sentence: int
    possessive: bool
    quoted: bool


@dataclass
class Scene:
    """The mentions of one page by sentence and story, and the speakers found so far."""

    document: Document
    text: str
    seen: list[Seen] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    sentences: list[int] = field(default_factory=list)
    stories: list[str | None] = field(default_factory=list)
    genders: dict[str, str] = field(default_factory=dict)
    speakers: list[tuple[int, str]] = field(default_factory=list)
    spoken: set[str] = field(default_factory=set)

    def sentence_at(self, place: int) -> int:
        """The number of the sentence that a place belongs to."""
        return max(0, bisect_right(self.sentences, place) - 1)

    def story_at(self, place: int) -> str | None:
        """The story that a place belongs to."""
        return self.stories[self.sentence_at(place)] if self.stories else None

    def sentence_text(self, number: int) -> str:
        """The folded text of a sentence."""
        start = self.sentences[number]
        after = number + 1
        end = self.sentences[after] if after < len(self.sentences) else len(self.text)
        return self.text[start : min(end, start + _LONGEST)]

    def before(self, place: int, reach: int = _REACH) -> Iterator[Seen]:
        """What was named before a place in the same story, nearest first."""
        story, limit = self.story_at(place), self.sentence_at(place) - reach
        last = bisect_left(self.starts, place) - 1
        for index in range(last, max(-1, last - _MOST), -1):
            item = self.seen[index]
            if item.sentence < limit:
                return
            if self.stories[item.sentence] == story:
                yield item

    def of_story(self, place: int) -> Iterator[Seen]:
        """What the story of a place names, in order; at most so many before and after it."""
        story = self.story_at(place)
        at = bisect_left(self.starts, place)
        for item in self.seen[max(0, at - _MOST) : at + 1]:
            if self.stories[item.sentence] == story:
                yield item

    def place_in_heading(self, place: int, name: str) -> int | None:
        """Where the heading of a place's story, else the page's title, has a name's first word."""
        story = self.story_at(place)
        heading = next((s.heading for s in self.document.stories if s.id == story), None)
        words = fold((heading or self.document.title or "")[:_HEADING]).replace("'", " ").split()
        first = name.split()[0]
        return words.index(first) if first in words else None

    def add_speaker(self, place: int, name: str) -> None:
        """Keeps the source of a statement; statements are told in the order of the text."""
        self.speakers.append((place, name))
        self.spoken.add(name)

    def last_speaker(self, place: int) -> tuple[int, str] | None:
        """The source of the statement before a place in the same story, and its place."""
        for start, name in reversed(self.speakers):
            if start < place:
                return (start, name) if self.story_at(start) == self.story_at(place) else None
        return None

    def steps_to(self, place: int, gender: str) -> Callable[[int], int]:
        """How many sentences lie from one to a place; those with only "he" (or "she") count not.

        A sentence that names nobody and carries the pronoun on keeps its man in mind.
        """
        last = self.sentence_at(place)
        pronoun = {"m": _HE, "f": _SHE}.get(gender)
        named = {item.sentence for item in self.before(place) if _is_person(item)}
        counts = {last: 0}
        for number in range(last - 1, max(-1, last - _REACH - 2), -1):
            after = number + 1
            carries = (
                pronoun is not None
                and after != last
                and after not in named
                and pronoun.search(self.sentence_text(after)) is not None
            )
            counts[number] = counts[after] + (0 if carries else 1)
        return lambda number: counts.get(number, _REACH)


def _is_person(item: Seen) -> bool:
    return item.entity.kind is EntityKind.PERSON


def make_scene(
    document: Document,
    text: str,
    mentions: Sequence[Mention],
    entities: Sequence[Entity],
    lexicon: Lexicon,
) -> Scene:
    """The scene of a page, `text` being its folded text."""
    scene = Scene(document, text)
    passages = sorted(
        (p for p in document.passages if p.where is Where.TEXT), key=lambda p: p.start
    )
    scene.sentences = [passage.start for passage in passages] or [0]
    scene.stories = [passage.story for passage in passages] or [None]
    by_name = {entity.name: entity for entity in entities}
    quotes = [match.start() for match in _QUOTE.finditer(text)]
    for mention in sorted(mentions, key=lambda m: m.start):
        entity = by_name.get(mention.entity or "")
        if entity is None or mention.where is not Where.TEXT:
            continue
        number = scene.sentence_at(mention.start)
        possessive = text[mention.end : mention.end + 2] in ("'s", "' ")
        if possessive:
            possessive = not _owns_a_reply(text, mention.end, lexicon)
        quoted = _inside_quotes(quotes, scene.sentences, number, mention.start, text)
        scene.seen.append(Seen(mention, entity, number, possessive, quoted))
        scene.starts.append(mention.start)
        if entity.kind is EntityKind.PERSON:
            _note_gender(scene, mention, entity, lexicon)
    return scene


def _owns_a_reply(text: str, end: int, lexicon: Lexicon) -> bool:
    """Whether a possessive is of a reply: "Larch's reply", "Larch's first statement"."""
    words = text[end : end + 40].split(" ", 3)[1:3]
    return any(word.strip(",.;:") in lexicon.replies for word in words)


def _inside_quotes(
    quotes: Sequence[int], sentences: Sequence[int], number: int, place: int, text: str
) -> bool:
    """Whether an odd number of quotation marks stands between the line's start and a place."""
    line = text.rfind("\n", max(0, place - 2000), place) + 1
    return (bisect_left(quotes, place) - bisect_left(quotes, line)) % 2 == 1


def _note_gender(scene: Scene, mention: Mention, entity: Entity, lexicon: Lexicon) -> None:
    before = scene.text[max(0, mention.start - 9) : mention.start]
    if _MALE_TITLE.search(before):
        scene.genders[entity.name] = "m"
    elif _FEMALE_TITLE.search(before):
        scene.genders[entity.name] = "f"
    elif entity.name not in scene.genders:
        first = entity.name.split()[0]
        gender = lexicon.given.get(first, "u") if " " in entity.name else "u"
        gender = lexicon.public.get(entity.name, gender)
        office = lexicon.offices.get((entity.title or "").lower())
        scene.genders[entity.name] = office[1] if office and office[1] else gender
