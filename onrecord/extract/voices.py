"""The door for voices: what kind of speaker each source is, once it is known who it is."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from onrecord.extract.accusers import name_accusers
from onrecord.extract.channels import tell_channel
from onrecord.extract.naming import head_role, name_unresolved
from onrecord.kit import Kit
from onrecord.model import (
    Act,
    Channel,
    Document,
    Entity,
    EntityKind,
    Interest,
    Naming,
    Statement,
    Voice,
)
from onrecord.text import fold

AROUND = 140  # characters before and after the cue that may name the channel
_WORD = re.compile(r"[\w.&'-]+")
_SELF = re.compile(
    r"^\W*(?:that |in |and |but |so )?(?:i|we|my|our|us|it|its|he|his|she|her|they|their)\b"
)
_FIRST_PERSON = re.compile(r"\b(?:i|we|my|our|us|i'm|we're|i've|we've)\b")
_ANNOUNCED = re.compile(r"\b(?:announc|unveil|launch)")
_FAULT = re.compile(r"\b(?:admit|conced|apologi|confess|own(?:s|ed) up|fess)")
_DOINGS = frozenset((Act.DENY, Act.CONFIRM, Act.DECLINE, Act.PLEDGE, Act.RETRACT, Act.STAND_BY))

_BY_ROLE = {
    "outlet": Voice.OUTLET,
    "agency": Voice.OUTLET,
    "satire": Voice.OUTLET,
    "regulator": Voice.AUTHORITY,
    "police": Voice.AUTHORITY,
    "court": Voice.AUTHORITY,
    "government": Voice.AUTHORITY,
    "association": Voice.ORGANISATION,
    "exchange": Voice.ORGANISATION,
    "union": Voice.ORGANISATION,
    "league": Voice.ORGANISATION,
    "university": Voice.ORGANISATION,
    "militia": Voice.ORGANISATION,
    "platform": Voice.PRINCIPAL,
    "company": Voice.PRINCIPAL,
}
_BY_NOUN = {
    "expert": Voice.EXPERT,
    "witness": Voice.WITNESS,
    "accuser": Voice.ACCUSER,
    "social": Voice.SOCIAL,
    "outlet": Voice.OUTLET,
    "unnamed": Voice.UNNAMED,
    "authority": Voice.AUTHORITY,
    "official": Voice.AUTHORITY,
}


@dataclass(frozen=True, slots=True)
class Speaker:
    """A source with what is known of it: its words, its noun, its entity and for whom it speaks."""

    words: tuple[str, ...]
    noun: str
    entity: Entity | None
    body: Entity | None


def name_voices(
    document: Document, statements: Sequence[Statement], entities: Sequence[Entity], kit: Kit
) -> tuple[Statement, ...]:
    """The statements with voice, on_record, channel and interest named, and naming made sure."""
    known = {entity.name: entity for entity in entities}
    voiced = [name_voice(document, statement, known, kit) for statement in statements]
    return tuple(name_accusers(voiced, kit))


def name_voice(
    document: Document, statement: Statement, known: Mapping[str, Entity], kit: Kit
) -> Statement:
    """One statement with its voice named."""
    if statement.source is None:
        voice = Voice.AUTHOR if statement.cue is None else Voice.UNNAMED
        on_record = None if statement.cue is None else False
        return replace(statement, voice=voice, on_record=on_record, interest=Interest.NONE)
    speaker = describe_speaker(statement, known, kit)
    own = speaks_of_itself(statement, speaker)
    naming = name_again(statement.naming, speaker)
    if naming is Naming.NAMED and speaker.entity is None:
        naming = name_unresolved(statement.source.text, kit)
    voice = tell_voice(speaker, own, kit)
    channel = tell_channel(words_around(document, statement), kit)
    if channel is Channel.SPOKESPERSON and speaker.noun != "office":
        channel = None
    return replace(
        statement,
        voice=voice,
        naming=naming,
        on_record=tell_on_record(voice, naming, channel),
        channel=channel,
        interest=tell_interest(statement, voice, own),
    )


def describe_speaker(statement: Statement, known: Mapping[str, Entity], kit: Kit) -> Speaker:
    """What the source's words and the resolved entity say of the speaker."""
    source = statement.source
    text = fold(source.text) if source else ""
    words = tuple(word.lower() for word in _WORD.findall(text))
    noun, _ = head_role(list(words), kit)
    entity = find_entity(source.entity if source else None, known)
    body = known.get(entity.affiliation) if entity and entity.affiliation else None
    if entity is not None and (entity.title or "").lower() in speakers_for_themselves(kit):
        body = None
    if entity is not None and entity.kind is not EntityKind.PERSON:
        body = entity
    return Speaker(words, noun, entity, body)


def speakers_for_themselves(kit: Kit) -> frozenset[str]:
    """The titles of those who speak for no body that they belong to: "student", "customer"."""
    return kit.once(
        "extract.themselves",
        lambda kit: frozenset(
            row["title"].lower()
            for row in kit.rows("names_roles")
            if row["use"] == "office" and row["class"] == "person"
        ),
    )


def find_entity(name: str | None, known: Mapping[str, Entity]) -> Entity | None:
    """The entity of a name; for "Acme and Borealis" the first of the two that is known."""
    if not name:
        return None
    parts = (name, *name.split(" and "))
    return next((known[part] for part in parts if part in known), None)


def name_again(naming: Naming, speaker: Speaker) -> Naming:
    """The naming once the entity is known: "it" and "the automaker" stand for a name."""
    if speaker.entity is None or (speaker.noun == "unnamed" and not has_own_name(speaker)):
        return naming
    if naming in (Naming.DESCRIBED, Naming.BARE):
        return Naming.OFFICE if speaker.noun == "office" else Naming.NAMED
    return naming


def tell_voice(speaker: Speaker, own: bool, kit: Kit) -> Voice:
    """The kind of speaker: the noun of an unnamed source first, then whom it speaks for."""
    noun, body = speaker.noun, speaker.body
    if noun == "unnamed" and not has_own_name(speaker):
        return Voice.UNNAMED
    if noun in ("expert", "witness", "accuser", "social"):
        return _BY_NOUN[noun]
    if body is not None and body.role in _BY_ROLE:
        return _by_body(speaker, body, own)
    if noun in _BY_NOUN and noun != "unnamed":
        return _BY_NOUN[noun]
    if noun == "office":
        return Voice.AUTHORITY if speaks_for_authority(speaker, kit) else Voice.PRINCIPAL
    if noun in ("", "crowd") and is_counted(speaker, kit):
        return Voice.UNNAMED
    if is_person(speaker) or is_given_name(speaker, kit):
        return Voice.PRINCIPAL if own else Voice.WITNESS
    if noun == "document":
        return Voice.ORGANISATION
    known = speaker.entity is not None or is_definite(speaker)
    return Voice.PRINCIPAL if own and known else Voice.ORGANISATION


def speaks_for_authority(speaker: Speaker, kit: Kit) -> bool:
    """Whether an office is that of an authority: "the regulator's director of inspections"."""
    return any(
        word.endswith("'s") and head_role([word[:-2]], kit)[0] == "authority"
        for word in speaker.words
    )


def is_counted(speaker: Speaker, kit: Kit) -> bool:
    """Whether the words only count whom they do not name: "two customers"."""
    return (
        speaker.entity is None
        and len(speaker.words) > 1
        and speaker.words[0] in kit.words("extract_counts")
    )


def is_definite(speaker: Speaker) -> bool:
    """Whether the words point to one known body ("the automaker"), though it was not resolved."""
    return bool(speaker.words) and speaker.words[0] in ("the", "it", "its", "both")


def has_own_name(speaker: Speaker) -> bool:
    """Whether the source is itself named, as in "Acme engineer Ana Roe"."""
    entity = speaker.entity
    return entity is not None and entity.kind is EntityKind.PERSON


def is_person(speaker: Speaker) -> bool:
    """Whether the source is a person, by its entity or by its pronoun."""
    if speaker.entity is not None:
        return speaker.entity.kind is EntityKind.PERSON
    return len(speaker.words) == 1 and speaker.words[0] in ("he", "she", "i", "him", "her")


def is_given_name(speaker: Speaker, kit: Kit) -> bool:
    """Whether all that is known of a source is a name that begins like a person's: "Ellen"."""
    entity = speaker.entity
    if entity is None or entity.kind is not EntityKind.UNKNOWN:
        return False
    first = entity.name.split()[0]
    common = first.lower() in kit.words("names_common_words")
    return first in kit.words("names_first", "name") and not common


def _by_body(speaker: Speaker, body: Entity, own: bool) -> Voice:
    title = (speaker.entity.title or "").lower() if speaker.entity else ""
    if any(word in title for word in ("analyst", "professor", "researcher", "economist")):
        return Voice.EXPERT
    voice = _BY_ROLE[body.role]
    if voice is Voice.PRINCIPAL and not own and speaker.noun != "office":
        return Voice.ORGANISATION
    if voice is Voice.OUTLET and speaker.noun == "office":
        return Voice.PRINCIPAL  # a newspaper's spokeswoman speaks for it as a company
    return voice


def speaks_of_itself(statement: Statement, speaker: Speaker) -> bool:
    """Whether what is said is about the speaker, or about the body that it speaks for."""
    content = fold(statement.content.text).lower()
    if statement.act in _DOINGS or speaker.noun == "office":
        return True
    if statement.cue is not None and _ANNOUNCED.search(statement.cue.text.lower()):
        return True
    if _SELF.search(content) or (statement.quoted and _FIRST_PERSON.search(content)):
        return True
    names = [entity for entity in (speaker.entity, speaker.body) if entity is not None]
    return any(
        re.search(rf"\b{re.escape(name.lower())}\b", content)
        for entity in names
        for name in (entity.name, *entity.aliases)
        if name
    )


def tell_on_record(voice: Voice, naming: Naming, channel: Channel | None) -> bool | None:
    """Whether the speaker stands by the words with a name: true, false, or not told."""
    if channel is Channel.INTERNAL_DOCUMENT:
        return False  # a leak is not on the record, though its author may be named
    if voice is Voice.UNNAMED:
        return False
    if naming in (Naming.NAMED, Naming.OFFICE) and voice is not Voice.SOCIAL:
        return True
    return None


def tell_interest(statement: Statement, voice: Voice, own: bool) -> Interest:
    """Whether what is said serves the speaker, or goes against it."""
    cue = fold(statement.cue.text).lower() if statement.cue else ""
    if own and voice in (Voice.PRINCIPAL, Voice.WITNESS, Voice.AUTHORITY):
        if statement.act is Act.RETRACT or _FAULT.search(cue):
            return Interest.ADVERSE
        return Interest.SELF if voice is Voice.PRINCIPAL else Interest.UNKNOWN
    if voice in (Voice.EXPERT, Voice.OUTLET, Voice.AUTHOR):
        return Interest.NONE
    return Interest.SELF if voice is Voice.PRINCIPAL else Interest.UNKNOWN


def words_around(document: Document, statement: Statement) -> str:
    """The folded words of the paragraph near the cue of a statement, its content left out."""
    if statement.cue is None:
        return ""
    text, cue = document.string(statement.cue.where), statement.cue.spans
    start = max(
        0, cue[0].start - AROUND, text.rfind("\n", max(0, cue[0].start - AROUND), cue[0].start) + 1
    )
    end = min(len(text), cue[-1].end + AROUND)
    stop = text.find("\n", cue[-1].end, end)
    end = stop if stop >= 0 else end
    kept, left = [], start
    for a, b in statement.content.spans:
        if b > left and a < end:
            kept.append(text[left : max(left, a)])
            left = b
    kept.append(text[left : max(left, end)])
    return fold(" ".join(kept)).lower()
