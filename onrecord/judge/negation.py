"""Negation beside what a claim says: "the vehicle has not been stolen", and what only looks so."""

import re

from onrecord.kit import Kit
from onrecord.text import find_tokens, fold, stem

_REACH = 5  # words between a negation and what it negates
_FAR = 9  # and in a clause of its own: "does not have the symptom profile of the Ebola virus"
_CLAUSE_ENDS = frozenset(
    ", ; : . but and or while because when who which that until unless if although as".split()
)


def negates(content: str, about: frozenset[str], kit: Kit) -> bool:
    """Whether `content` negates a telling word of `about` (stems) shortly after a negation."""
    return bool(negated_stems(content, about, kit))


def negates_the_deed(denied: frozenset[str], kit: Kit) -> bool:
    """Whether one of the negated stems is a deed: "stolen" in "the lamp was not stolen"."""
    return bool(denied & kit.once("judge deeds", _read_deeds))


def negated_stems(content: str, about: frozenset[str], kit: Kit) -> frozenset[str]:
    """The stems of `about` that stand in `content` shortly after a negation; a "not" that only
    adds or doubts ("not just", "not sure", "no doubt") negates nothing.
    """
    negators, adding = kit.words("judge_negators"), kit.words("judge_not_negating")
    found, left, negator, far = set(), 0, "", 0
    for token in find_tokens(fold(content)):
        if negator and f"{negator} {token.word}" in adding:
            left, far, negator = 0, 0, ""
            continue
        if token.word in negators or token.word.endswith("n't"):
            left, negator = _REACH + 1, "not" if token.word.endswith("n't") else token.word
            far = _FAR + 1
            continue
        left, negator = left - 1, ""
        far = 0 if token.word in _CLAUSE_ENDS else far - 1
        if max(left, far) > 0 and stem(token.word) in about:
            found.add(stem(token.word))
    return frozenset(found)


def is_non_denial(content: str, kit: Kit) -> bool:
    """Whether `content` only says that nothing has been announced: neither yes nor no."""
    folded = fold(content).lower()
    if any(phrase in folded for phrase in kit.words("judge_no_answers", "phrase")):
        return True
    return bool(_non_denials(kit).search(folded))


def _non_denials(kit: Kit) -> re.Pattern[str]:
    return kit.once("non-denials", _build_non_denials)


def _build_non_denials(kit: Kit) -> re.Pattern[str]:
    verbs = "|".join(sorted(kit.words("judge_non_denials")))
    return re.compile(
        rf"\b(?:not|n't|never|nothing to|no) (?:yet |made any |made an |any )?(?:{verbs})\b"
    )


def _read_deeds(kit: Kit) -> frozenset[str]:
    rows = (row for row in kit.rows("link_events") if row["kind"] == "deed")
    return frozenset(one for row in rows for one in row["stems"].split())
