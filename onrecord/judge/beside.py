"""Statements that stand beside a claim and do not settle it: what they answer is another thing.

Who denies an accusation has not denied that the inquiry into it was dropped; who adds that "such
talk" does harm has confirmed nothing; a batch of e-mails does not speak for the office it is from.
"""

import re
from collections.abc import Mapping

from onrecord.judge.competence import roles_of
from onrecord.judge.wrongdoing import tells_of_wrongdoing
from onrecord.kit import Kit
from onrecord.model import Act, Cluster, Entity, Proposition, Stance, Statement, Voice
from onrecord.text import find_tokens, fold, stem

_AFFIRMING_ACTS = frozenset({Act.CONFIRM, Act.STAND_BY, Act.MATCH})
_TELLERS = frozenset({Voice.OUTLET, Voice.UNNAMED, Voice.SOCIAL})
_NEAR = 3  # words after a name within which its verb stands
_LOOKED_INTO = 40  # characters before a cue


def affirms_the_claim(statement: Statement, kit: Kit) -> bool:
    """Whether words that only point back say that it is so: "the report is accurate"; "such talk
    is dangerous" says what somebody thinks of it.
    """
    if statement.act in _AFFIRMING_ACTS:
        return True
    words = {token.word for token in find_tokens(fold(statement.content.text))}
    return bool(words & kit.words("judge_affirming"))


def answers_a_charge_beside(proposition: Proposition, cluster: Cluster, kit: Kit) -> bool:
    """Whether a denial of "the accusations" answers a charge that the claim is not: a claim that
    tells of no wrongdoing, or of a step about it ("dropped its inquiry into the alleged theft").
    """
    statement = proposition.statement
    if not proposition.anaphoric or not _CHARGE.search(fold(statement.content.text).lower()):
        return False
    answered = [
        p.statement
        for p in cluster.propositions
        if p.statement.id == statement.refers_to and p.document == proposition.document
    ]
    steps = kit.once("judge steps", lambda kit: {stem(word) for word in kit.words("judge_steps")})
    if cluster.about & steps:
        return True
    wrongs = tuple(row["stem"] for row in kit.rows("judge_wrongdoing"))
    charged = any(one.startswith(wrongs) for one in cluster.about)
    return not charged and not any(tells_of_wrongdoing(one, kit) for one in answered)


def speaks_for_somebody(proposition: Proposition, stance: Stance) -> bool:
    """Whether a statement that tells another deed or figure is somebody's answer: a source's word
    for this claim, or a denial in plain words. A page's own telling may be in other words.
    """
    if stance is Stance.DENIES:
        return proposition.statement.act is Act.DENY
    source = proposition.statement.source
    return source is not None and proposition.statement.voice not in _TELLERS


def tells_its_own_check(proposition: Proposition, entities: Mapping[str, Entity], kit: Kit) -> bool:
    """Whether an authority tells that it looked and found nothing: then it knows, whatever the
    matter is ("the inspectorate examined the records and found no deaths linked to mould").
    """
    statement = proposition.statement
    official = statement.voice is Voice.AUTHORITY and bool(roles_of(statement, entities, kit))
    return official and proposition.checked and proposition.falsifies


def names_as_teller(content: str, party: str, kit: Kit) -> bool:
    """Whether a content names a party as who says something: "the union had announced"."""
    words = [token.word.removesuffix("'s") for token in find_tokens(fold(content))]
    speech = kit.once("speech", lambda k: {stem(w) for w in k.words("judge_speech", "stem")})
    last = party.lower().split()[-1:]
    return any(
        words[place : place + 1] == last
        and any(stem(word) in speech for word in words[place + 1 : place + 1 + _NEAR])
        for place in range(len(words))
    )


def quotes_a_paper(proposition: Proposition, kit: Kit) -> bool:
    """Whether the source is a paper or a picture of somebody's ("a batch of e-mails"), or the cue
    is the thing that was looked into ("is looking into reports that").
    """
    source, cue = proposition.statement.source, proposition.statement.cue
    if source is not None:
        head = re.split(r"\b(?:of|from|by|on|in)\b", fold(source.text).lower(), maxsplit=1)[0]
        words = {token.word for token in find_tokens(head)}
        if words & kit.words("judge_papers"):
            return True
    named = fold(cue.text).lower().split() if cue is not None else []
    if not named or named[-1] not in _TOLD_THINGS:
        return False
    if len(named) > 1:
        return named[-2] not in _BEFORE_A_VERB
    sentence = fold(proposition.sentence).lower()
    at = sentence.find(named[-1])
    before = sentence[max(0, at - _LOOKED_INTO) : at] if at > 0 else ""
    return bool(_LOOKS_INTO.search(before))


def is_an_exhibit(statement: Statement, kit: Kit) -> bool:
    """Whether a source is a picture or a paper that nobody is named for: "the video"."""
    source = statement.source
    if source is None or source.entity is not None:
        return False
    words = [token.word for token in find_tokens(fold(source.text).lower())]
    things = kit.once("exhibits", lambda k: {r["phrase"] for r in k.rows("judge_exhibits")})
    return bool(words) and words[-1] in things


_CHARGE = re.compile(r"\b(?:accusations?|allegations?|charges?|criticisms?)\b")
_TOLD_THINGS = frozenset({"reports", "claims", "rumours", "rumors", "allegations"})
_BEFORE_A_VERB = frozenset({"also", "now", "and", "still", "often", "previously", "it", "who"})
_LOOKS_INTO = re.compile(
    r"\b(?:into|about|of|on|by|after|following|despite|\w*(?:investigat|examin|prob|review|check|"
    r"stud|den|confirm|reject|dismiss)\w*) (?:the |these |those |any |such |some |media )?$"
)
