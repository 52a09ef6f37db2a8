"""Whom a pronoun or a description stands for; nobody, where two would fit as well."""

import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import zip_longest

from onrecord.kit.loader import Kit
from onrecord.model import EntityKind
from onrecord.resolve.lexicon import Lexicon
from onrecord.resolve.scene import Scene, Seen

_REPORT_AFTER = re.compile(
    r"(?:'s)? (?:\w+ ){0,2}(?:report|story|article|piece|said|says|reports|reported|published|"
    r"claims|claimed|ran|wrote|revealed)\b"
)
_REPORT_IN = re.compile(r"\b(?:report|story|article|piece|interview) in \w+(?: \w+)?'s $")
_REPORT_BEFORE = (
    "according to the",
    "according to",
    "told the",
    "told",
    "report in the",
    "report by the",
    "report from the",
    "reported by the",
    "published by the",
    "published in the",
    "report in",
    "report by",
    "report from",
    "reported by",
)
_OUTLETS = frozenset(("outlet", "agency"))
_NEAR = (1.0, 0.9, 0.6, 0.4, 0.25, 0.15)  # worth of a mention so many sentences before
_FAR = 0.08
_BYSTANDER = 0.55  # of the worth of one who is not first of his kind in the sentence
_POSSESSIVE = 0.65
_QUOTED = 0.4
_SPEAKER = 0.4  # added for the source of the statement before, while it is near
_RECENT = 2  # sentences since the last statement
_ENOUGH = 0.3  # below this nobody is meant
_TOLD = 2  # mentions from which a story has a main subject
_FIRST = 1  # worth of being named first in a story, in mentions
_HEADS = 2  # worth of being named first in its heading
_LEADS = 2  # by which the main subject leads
_CLEAR = 0.12  # the best must lead by this much


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun that stands for somebody named: the kinds, roles and sectors it can stand for."""

    kind: EntityKind
    roles: frozenset[str]
    sectors: frozenset[str]
    two: bool
    flag: str


def load_nouns(kit: Kit) -> dict[str, Noun]:
    """The nouns of the kit by their words."""
    return kit.once("resolve.nouns", _build)


def _build(kit: Kit) -> dict[str, Noun]:
    return {
        row["noun"].lower(): Noun(
            EntityKind(row["kind"]),
            frozenset(filter(None, row["roles"].split("|"))),
            frozenset(filter(None, row["sectors"].split("|"))),
            row["number"] == "two",
            row["flag"],
        )
        for row in kit.rows("names_nouns")
    }


def find_he_or_she(scene: Scene, place: int, gender: str) -> str | None:
    """The person that "he" or "she" at a place stands for."""

    def fits(item: Seen) -> bool:
        known = scene.genders.get(item.entity.name, "u")
        speaks = item.entity.kind is EntityKind.UNKNOWN and item.entity.name in scene.spoken
        return speaks or (item.entity.kind is EntityKind.PERSON and known in (gender, "u", ""))

    return _best(scene, place, fits, gender)


def find_it(scene: Scene, place: int) -> str | None:
    """The organisation that "it" at a place stands for: one at the head of its sentence."""

    def fits(item: Seen) -> bool:
        if item.entity.role in _OUTLETS and item.entity.name not in scene.spoken:
            return False  # the page's own outlet is not what the page is about
        lead = scene.text[scene.sentences[item.sentence] : item.mention.start]
        return item.entity.kind is EntityKind.ORGANISATION and (
            item.sentence == here or lead.lower().strip("\"' ") in ("", "the")
        )

    here = scene.sentence_at(place)
    return _called_speaker(scene, place) or _best(scene, place, fits)


def _called_speaker(scene: Scene, place: int) -> str | None:
    """The body that the statement right before called by a noun: "The authority said ... it said".

    Its name need not stand near, and nobody else may be named in between.
    """
    speaker = scene.last_speaker(place)
    if speaker is None or scene.sentence_at(place) - scene.sentence_at(speaker[0]) > 1:
        return None
    start, name = speaker
    later = any(item.mention.start > start for item in scene.before(place, 1) if _is_body(item))
    named = any(item.entity.name == name for item in scene.before(place, 1))
    bodies = {item.entity.name for item in scene.before(place) if _is_body(item)}
    return name if name in bodies and not named and not later else None


def _is_body(item: Seen) -> bool:
    return item.entity.kind is EntityKind.ORGANISATION


def find_noun(scene: Scene, place: int, noun: Noun, lexicon: Lexicon, word: str = "") -> str | None:
    """The one that a definite description at a place stands for ("the automaker").

    `word` is its noun, where it was named with "the": the only Authority of a story is "the
    authority" however far above, and of several lines "the line" is the main subject.
    """
    if noun.two:
        return find_two(scene, place, noun, lexicon)
    if noun.kind is EntityKind.PERSON:
        return find_he_or_she(scene, place, noun.flag) if noun.flag in ("m", "f") else None
    if noun.flag in ("report", "medium"):
        return _best(
            scene, place, lambda item: _is_medium(item, noun, lexicon) and _reports(item, scene)
        )
    if noun.sectors:
        found = _best(scene, place, lambda item: _has_sector(item, noun)) or _best(
            scene, place, lambda item: _in_family(item, noun, lexicon)
        )
        if found is not None or not word:
            return found
        return _subject(scene, place, lambda item: _has_sector(item, noun))
    found = _best(scene, place, lambda item: _has_role(item, noun))
    if found is not None or not word or "court" in noun.roles:
        return found
    return _namesake(scene, place, word) or _subject(
        scene, place, lambda item: _has_role(item, noun)
    )


def _namesake(scene: Scene, place: int, word: str) -> str | None:
    """The one body of a story whose name ends in the noun that stands for it."""
    names = {
        item.entity.name
        for item in scene.of_story(place)
        if _is_body(item) and item.entity.name.lower().endswith(" " + word)
    }
    return names.pop() if word and len(names) == 1 else None


def _subject(scene: Scene, place: int, fits: Callable[[Seen], bool]) -> str | None:
    """The main subject of a story among those that fit; nobody where two could be it.

    It is named most before the place, first in the story, and first in its heading.
    """
    items = [item for item in scene.of_story(place) if fits(item) and item.mention.start < place]
    if len(items) < _TOLD:
        return None
    counts = Counter(item.entity.name for item in items)
    counts[items[0].entity.name] += _FIRST
    named = {name: scene.place_in_heading(place, name) for name in counts}
    headed = [name for name, found in named.items() if found is not None]
    if headed:
        counts[min(headed, key=lambda name: (named[name] or 0, name))] += _HEADS
    ranked = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    leads = len(ranked) == 1 or ranked[0][1] - ranked[1][1] >= _LEADS
    return ranked[0][0] if leads else None


def find_officer(scene: Scene, place: int, office: str) -> str | None:
    """The person in an office ("the minister"): whose title ends so, or the last speaker."""

    def fits(item: Seen) -> bool:
        title = (item.entity.title or "").lower()
        called = item.entity.name.lower().startswith(office + " ")  # "Pope Francis" is the pope
        return item.entity.kind is EntityKind.PERSON and (
            title == office or title.endswith(" " + office) or called
        )

    return _best(scene, place, fits)


def find_only_person(scene: Scene, place: int, lexicon: Lexicon) -> str | None:
    """The one private person named before a place: "the 30-year-old", "the plumber"; nobody,
    where two could be meant. Who holds an office or belongs to a body is called by that.
    """
    names = {
        item.entity.name
        for item in scene.before(place)
        if item.entity.kind is EntityKind.PERSON and _is_private(item, lexicon)
    }
    return names.pop() if len(names) == 1 else None


def _is_private(item: Seen, lexicon: Lexicon) -> bool:
    title = (item.entity.title or "").lower()
    office = lexicon.offices.get(title, ("", ""))[0]
    courtesy = title in ("mr", "mrs", "ms", "miss")
    return (
        not item.possessive
        and (not title or courtesy or office == "person")
        and (item.entity.affiliation is None or office == "person")
    )


def find_two(scene: Scene, place: int, noun: Noun, lexicon: Lexicon) -> str | None:
    """The two of "both companies": the nearest sentence before that names exactly two of them."""
    pairs: dict[int, dict[str, int]] = {}
    for item in scene.before(place):
        if _has_role(item, noun) and (not noun.sectors or _in_family(item, noun, lexicon)):
            pairs.setdefault(item.sentence, {})[item.entity.name] = item.mention.start
    gathered: dict[str, int] = {}
    for sentence in sorted(pairs, reverse=True):
        found = pairs[sentence]
        if len(found) > 2:
            return None
        if len(found) == 2:
            gathered = found
            break
        gathered.update(found)
        if len(gathered) >= 2:
            break
    if len(gathered) != 2:
        return None
    return " and ".join(sorted(gathered, key=lambda name: gathered[name]))


def _reports(item: Seen, scene: Scene) -> bool:
    """Whether an outlet is named as one that reports: a source, or with "report" beside it."""
    name, mention = item.entity.name, item.mention
    if name in scene.spoken:
        return True
    after = scene.text[mention.end : mention.end + 40]
    before = scene.text[max(0, mention.start - 30) : mention.start].lower()
    if _REPORT_IN.search(before):
        return True
    return bool(_REPORT_AFTER.match(after)) or before.rstrip().endswith(_REPORT_BEFORE)


def _is_medium(item: Seen, noun: Noun, lexicon: Lexicon) -> bool:
    """Whether an outlet can be what a noun calls it: no "network" prints, no "paper" broadcasts."""
    if not _has_role(item, noun):
        return False
    airs = item.entity.name in lexicon.broadcasters
    return not noun.sectors or ("broadcast" in noun.sectors) == airs


def _has_role(item: Seen, noun: Noun) -> bool:
    if item.entity.kind is not noun.kind:
        return False
    return not noun.roles or item.entity.role in noun.roles


def _has_sector(item: Seen, noun: Noun) -> bool:
    return item.entity.kind is noun.kind and item.entity.sector in noun.sectors


def _in_family(item: Seen, noun: Noun, lexicon: Lexicon) -> bool:
    """Whether a name without a sector of its own, or of a sector of the same family, may fit."""
    if not _has_role(item, noun):
        return False
    sector = item.entity.sector
    families = {lexicon.sectors.get(name) for name in noun.sectors}
    return sector is None or lexicon.sectors.get(sector) in families


def _best(scene: Scene, place: int, fits: Callable[[Seen], bool], gender: str = "") -> str | None:
    """The most prominent of those that fit; None where nobody or two come out on top."""
    items = [item for item in scene.before(place) if fits(item)]
    firsts = {item.sentence: item.mention.start for item in items}  # nearest first: last wins
    steps = scene.steps_to(place, gender)
    scores: dict[str, float] = {}
    for item, earlier in zip_longest(items, items[1:]):
        first = firsts[item.sentence] == item.mention.start or _beside(item, earlier, scene)
        worth = _worth(item, steps(item.sentence), first)
        scores[item.entity.name] = max(scores.get(item.entity.name, 0.0), worth)
    speaker = scene.last_speaker(place)
    if speaker is not None and speaker[1] in scores:
        spoke = scene.sentence_at(speaker[0])
        if steps(spoke) <= _RECENT and not any(
            item.sentence > spoke and item.entity.name != speaker[1] and not item.possessive
            for item in items
        ):
            scores[speaker[1]] += _SPEAKER
    return _winner(scores.items())


def _beside(item: Seen, earlier: Seen | None, scene: Scene) -> bool:
    """Whether one of two joined by "and" is as prominent as the other, because that one leads."""
    return (
        earlier is not None
        and earlier.sentence == item.sentence
        and earlier.entity.name != item.entity.name
        and scene.text[earlier.mention.end : item.mention.start] == " and "
    )


def _worth(item: Seen, steps: int, first: bool) -> float:
    """The worth of a mention so many sentences before."""
    worth = _NEAR[steps] if steps < len(_NEAR) else _FAR
    if not first:
        worth *= _BYSTANDER
    if item.possessive:
        worth *= _POSSESSIVE
    if item.quoted:
        worth *= _QUOTED
    return worth


def _winner(scores: Iterable[tuple[str, float]]) -> str | None:
    ranked = sorted(scores, key=lambda pair: (-pair[1], pair[0]))
    if not ranked or ranked[0][1] < _ENOUGH:
        return None
    if len(ranked) > 1 and ranked[0][1] - ranked[1][1] < _CLEAR:
        return None
    return ranked[0][0]
