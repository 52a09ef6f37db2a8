"""Who speaks, towards one claim: a party, an authority, or somebody else; out loud or not."""

import re
from collections.abc import Mapping

from onrecord.judge.competence import is_competent, roles_of
from onrecord.kit import Kit
from onrecord.model import Act, Entity, Naming, Statement, Voice
from onrecord.text import find_tokens, fold, stem

_KEPT_VOICES = frozenset(
    {Voice.UNNAMED, Voice.SOCIAL, Voice.ACCUSER, Voice.AUTHOR, Voice.OUTLET, Voice.WITNESS}
)


def party_of(
    statement: Statement, entities: Mapping[str, Entity], parties: frozenset[str]
) -> str | None:
    """The party that a source speaks for: itself, or the body it belongs to."""
    speaker = statement.source.entity if statement.source else None
    entity = entities.get(speaker or "")
    for name in (speaker, entity.affiliation if entity else None):
        for party in sorted(parties):
            if name and begins_alike(name, party):
                return party
    return None


def begins_alike(left: str, right: str) -> bool:
    """Whether one name begins with all the words of the other ("Norvik", "Norvik Shipping")."""
    ours, theirs = left.lower().split(), right.lower().split()
    shorter = min(len(ours), len(theirs))
    return bool(shorter) and ours[:shorter] == theirs[:shorter]


def voice_towards(
    statement: Statement,
    entities: Mapping[str, Entity],
    party: str | None,
    matters: frozenset[str],
    kit: Kit,
) -> Voice:
    """The voice that a source has on this claim.

    A party is a principal, whatever it is elsewhere; a spokesperson whose party the claim does
    not name stays one only where it denies: a denial is made by whom it concerns, but praise
    comes from anybody. An authority is one only on `matters` on which it is competent.
    """
    if party is not None and stands_for_party(statement, kit):
        return Voice.ACCUSER if is_belligerent(statement, kit) else Voice.PRINCIPAL
    if statement.voice in {Voice.UNNAMED, Voice.SOCIAL, Voice.AUTHOR, Voice.ACCUSER}:
        return statement.voice
    if statement.naming in {Naming.BARE, Naming.NONE} and party is None:
        return statement.voice
    if party is not None and statement.voice not in {Voice.OUTLET}:
        return Voice.ACCUSER if is_belligerent(statement, kit) else Voice.PRINCIPAL
    if is_belligerent(statement, kit):
        return Voice.ACCUSER
    if is_competent(roles_of(statement, entities, kit), matters, statement.act, kit):
        return Voice.AUTHORITY
    if statement.voice in _KEPT_VOICES:
        return statement.voice
    if statement.voice is Voice.AUTHORITY:
        return Voice.ORGANISATION  # an officer of a firm, or the police on a merger
    if statement.voice is Voice.PRINCIPAL and statement.act not in {Act.DENY, Act.RETRACT}:
        return Voice.ORGANISATION
    return statement.voice


def stands_for_party(statement: Statement, kit: Kit) -> bool:
    """Whether a description ("the carmaker", "both companies") names the party itself, and not
    somebody unnamed at it ("a person at the carmaker").
    """
    if statement.source is None or statement.voice is not Voice.UNNAMED:
        return False
    words = {token.word for token in find_tokens(statement.source.text)}
    return not words & kit.words("judge_unnamed")


def speaks_out(statement: Statement, kit: Kit) -> bool:
    """Whether a cue is an act of speech by the source: "said", "announced"; not "plans", "wants",
    "is weighing", and not "is said to", which is others' talk of it.

    Words given to a source without any cue ("Norvik: no deal") are spoken too.
    """
    if statement.cue is None:
        return statement.source is not None
    if _HEARSAY.search(fold(statement.cue.text).lower()):
        return False
    words = {token.word for token in find_tokens(statement.cue.text)} - {"not"}
    speech = kit.once("speech", lambda k: {stem(w) for w in k.words("judge_speech", "stem")})
    return any(stem(word) in speech for word in words)


def is_belligerent(statement: Statement, kit: Kit) -> bool:
    """Whether a source is a party to a fight, which can allege and dispute, and never confirm."""
    if statement.source is None:
        return False
    named = f" {statement.source.text} {statement.source.entity or ''} ".lower()
    words = " ".join(token.word for token in find_tokens(fold(named)))
    return any(f" {one} " in f" {words} " for one in kit.words("judge_belligerents"))


def finds_nothing(statement: Statement) -> bool:
    """Whether a cue tells that somebody looked and what is told was not there: "found no evidence
    that", "the video does not show".
    """
    cue = fold(statement.cue.text).lower() if statement.cue else ""
    return bool(_FINDS_NOTHING.search(cue))


def denies_by_cue(statement: Statement, kit: Kit) -> bool:
    """Whether the cue itself denies: "denied", "rejected", "found no evidence that"; not "said",
    whatever is negated then.
    """
    if finds_nothing(statement):
        return True
    cue = statement.cue.text.lower() if statement.cue else ""
    denying = kit.once("judge denying", lambda k: {stem(word) for word in k.words("judge_denying")})
    return not cue or any(stem(token.word) in denying for token in find_tokens(fold(cue)))


def keeps_distance(statement: Statement, kit: Kit) -> bool:
    """Whether the page keeps its distance from what a source says: "claimed", "suggested",
    "called it", "reportedly said".
    """
    if statement.cue is None:
        return False
    distancing = kit.once(
        "judge distancing", lambda k: {stem(word) for word in k.words("judge_distancing")}
    )
    return any(stem(token.word) in distancing for token in find_tokens(statement.cue.text.lower()))


def says_nothing_itself(statement: Statement, kit: Kit) -> bool:
    """Whether the cue itself is negated, so that nothing was said: "has not acknowledged it",
    "did not deny it", "refused to confirm".
    """
    cue = fold(statement.cue.text).lower() if statement.cue else ""
    return bool(_UNSAID.search(cue))


def speaks_privately(statement: Statement, kit: Kit) -> bool:
    """Whether something was said to a friend or relative, and comes to us through them."""
    cue = statement.cue.text.lower() if statement.cue else ""
    words = {
        token.word for token in find_tokens(f"{cue} {statement.content.text[:_HEARER]}".lower())
    }
    told = stem(cue.split(" ")[-1]) in {"told", "tell"} or " told " in f" {cue} "
    return told and bool(words & kit.words("judge_private_hearers"))


def reported_by_others(statement: Statement, by_id: Mapping[str, Statement]) -> bool:
    """Whether a statement comes to us only through an outlet, an unnamed source or an accuser."""
    outer = by_id.get(statement.within or "")
    seen = 0
    while outer is not None and seen < _DEEPEST:
        if outer.voice in _SECOND_HAND:
            return True
        outer, seen = by_id.get(outer.within or ""), seen + 1
    return False


_UNSAID = re.compile(
    r"(?:\bnot|\bnever|n't|\bcannot|\brefus\w+ to|\bdeclin\w+ to|\bfail\w* to|\byet to)\b"
    r"(?: \w+){0,2} "
    r"(?:acknowledg|confirm|den(?:y|ied)|admit|comment|announc|disclos|reveal|identif|name)"
)
_FINDS_NOTHING = re.compile(
    r"(?:\bnot|n't|\bnever) (?:\w+ )?(?:show|prove|depict|bear)\b"
    r"|\b(?:f(?:ound|inds?)|s(?:aw|ees?|een)|ha[sd]|have|there (?:is|was)) no "
    r"(?:evidence|proof|signs?|indications?|basis|grounds)\b"
)
_HEARER = 24  # characters of a content in which the one told may stand
_HEARSAY = re.compile(r"\b(?:is|are|was|were|been|being)\b(?: \w+){0,2} (?:said|reported|told)\b")
_SECOND_HAND = frozenset({Voice.UNNAMED, Voice.SOCIAL, Voice.ACCUSER})
_DEEPEST = 5  # levels of "A said that B said": deeper ones are misreadings
