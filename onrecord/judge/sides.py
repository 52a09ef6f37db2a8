"""Which side a statement takes towards the claim it was joined with."""

import re

from onrecord.judge.negation import is_non_denial, negated_stems, negates_the_deed
from onrecord.judge.speakers import denies_by_cue, finds_nothing, says_nothing_itself
from onrecord.kit import Kit
from onrecord.model import Act, Force, Proposition, Stance
from onrecord.text import fold

_AGAINST = frozenset({Act.DENY, Act.RETRACT})
# What a strong status may rest on: the claim itself, not a thing near it. Chosen on rumours_dev.
SAYS_THE_CLAIM = 0.4
DENIES_THE_CLAIM = 0.25
ABOUT_THE_CLAIM = 0.2
_NEVER_BROKEN = re.compile(r"\b(?:never|not)(?: been)? (?:broken|called|cut) off\b")
_DENIAL = re.compile(r"\W*(?:its|his|her|their|our|my|the|that|an?)(?: \w+){0,2} denials?\b")
_OWN_WORDS = 3  # telling words of a matter of its own


def take_stance(
    proposition: Proposition,
    resemblance: float,
    about: frozenset[str],
    kit: Kit,
    negated: frozenset[str] = frozenset(),
) -> Stance:
    """Where a statement stands towards the claim it was joined with.

    A position for or against a measure, a forecast by an onlooker, a refusal to say, a doubt:
    none is evidence for or against what happened. `negated` are the stems that the claim itself
    negates: to negate them too is to say the same.
    """
    statement = proposition.statement
    if statement.act in {Act.OPPOSE, Act.SUPPORT, Act.DECLINE, Act.DOUBT, Act.CORRECT}:
        return Stance.DISCUSSES
    if statement.force is Force.NON_DENIAL or resemblance < ABOUT_THE_CLAIM:
        return Stance.DISCUSSES
    by_words = _by_its_words(proposition, resemblance, kit)
    if by_words is not None:
        return by_words
    if proposition.exposes == "satire":
        return Stance.DENIES
    takes_back = proposition.exposes == "retraction" and not _says_what(proposition)
    points_back = proposition.anaphoric or takes_back
    if points_back and (proposition.falsifies or statement.act in _AGAINST):
        return Stance.DENIES
    if statement.act is Act.RETRACT:  # who takes back must take back this, and not its like
        return Stance.DENIES if resemblance >= SAYS_THE_CLAIM else Stance.DISCUSSES
    denied = negated_stems(statement.content.text, about, kit)
    same = bool(denied) and denied <= negated and not denies_by_cue(statement, kit)
    if proposition.falsifies or (statement.act in _AGAINST and not same):
        found = proposition.checked and proposition.falsifies  # "found no deaths linked to it"
        least = ABOUT_THE_CLAIM if found else DENIES_THE_CLAIM
        return Stance.DENIES if resemblance >= least else Stance.DISCUSSES
    if is_non_denial(statement.content.text, kit):
        return Stance.DISCUSSES
    if denied - negated:
        least = DENIES_THE_CLAIM if negates_the_deed(denied, kit) else SAYS_THE_CLAIM
        return Stance.DENIES if resemblance >= least else Stance.DISCUSSES
    if denied:
        return Stance.SUPPORTS
    if statement.negated:
        return Stance.DENIES if resemblance >= SAYS_THE_CLAIM else Stance.DISCUSSES
    return Stance.SUPPORTS


def _says_what(proposition: Proposition) -> bool:
    """Whether a correction names what was wrong: a party, or a matter in words of its own."""
    own = [term for term in proposition.terms if term[0] != "~"]
    return bool(proposition.names) or len(own) >= _OWN_WORDS


def _by_its_words(proposition: Proposition, resemblance: float, kit: Kit) -> Stance | None:
    """The side that a statement takes by naming a denial ("repeated its denial") or by a cue that
    says or shows nothing ("did not confirm", "found no evidence that"); None where its words are
    of no such kind.
    """
    statement = proposition.statement
    if says_nothing_itself(statement, kit):
        return Stance.DISCUSSES
    if _NEVER_BROKEN.search(fold(statement.content.text).lower()):
        return Stance.SUPPORTS  # "contact has never been broken off": a "never" that affirms
    if _DENIAL.match(fold(statement.content.text).lower()):
        return Stance.DENIES if proposition.anaphoric else Stance.DISCUSSES
    if finds_nothing(statement):
        return Stance.DENIES if resemblance >= DENIES_THE_CLAIM else Stance.DISCUSSES
    return None
