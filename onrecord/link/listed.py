"""The entry of the ledger that a question is about, where it is asked in the entry's own words."""

from collections.abc import Iterable, Sequence

from onrecord.model import Claim, Proposition
from onrecord.text import find_tokens

_LEAST = 3  # words: a shorter question is in nobody's very words


def in_its_words(sentence: str, claims: Iterable[Claim]) -> Claim | None:
    """The claim whose text is the question, but for marks and capitals; the first by id of two."""
    asked = _words(sentence)
    same = [claim for claim in claims if asked and _words(claim.text) == asked]
    return min(same, key=lambda claim: claim.id, default=None)


def may_be_listed(sentence: str, propositions: Sequence[Proposition]) -> bool:
    """Whether the last words of a question are the words of a page, so that a claim may be worded
    so: the look that spares settling a whole ledger for every question.
    """
    asked = _words(sentence)
    tail = " ".join(asked[-_LEAST:])
    if len(asked) < _LEAST:
        return False
    return any(tail in " ".join(_words(_all_words(p))) for p in propositions)


def differs_from(claim: Claim, claims: Iterable[Claim]) -> str | None:
    """What the ledger lists under the same id where it stands elsewhere, in words: a question
    gathers what bears on its own words, which may be more or less than the listed claim holds.
    """
    for listed in sorted(claims, key=lambda c: c.id):
        if claim.id in {listed.id, *listed.aliases} and listed.status is not claim.status:
            return (
                f"listed as {listed.status} ({listed.id[:8]}): {listed.text}; "
                "the answer counts what bears on the question"
            )
    return None


def _all_words(proposition: Proposition) -> str:
    return f"{proposition.sentence} {proposition.statement.content.text}"


def _words(text: str) -> list[str]:
    return [token.word for token in find_tokens(text) if token.word[0].isalnum()]
