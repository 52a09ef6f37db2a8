"""Negation beside what a claim says: "the vehicle has not been stolen", and what only looks so."""

import re

from onrecord.kit import Kit
from onrecord.text import find_tokens, fold, stem

_REACH = 5  # words between a negation and what it negates


def negates(content: str, about: frozenset[str], kit: Kit) -> bool:
    """Whether `content` negates a telling word of `about` (stems) shortly after a negation."""
    negators = kit.words("judge_negators")
    left = 0
    for token in find_tokens(fold(content)):
        if token.word in negators or token.word.endswith("n't"):
            left = _REACH + 1
            continue
        left -= 1
        if left > 0 and stem(token.word) in about:
            return True
    return False


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
