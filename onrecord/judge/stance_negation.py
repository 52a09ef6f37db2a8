"""A claim that says that something is not so, read as what it negates."""

from onrecord.judge.stance_cues import split_words
from onrecord.kit import Kit
from onrecord.model import Stance

_NOT = ("not", "never")
_EARLY = 10  # words: a "not" after these is rarely that of the main clause
_CONTRACTED = "n't"
_OPPOSITE = {Stance.SUPPORTS: Stance.DENIES, Stance.DENIES: Stance.SUPPORTS}


def read_negated(claim: str, kit: Kit) -> tuple[str, bool]:
    """The claim without the "not" of its main clause, and whether it had one.

    What denies "the plant will close" supports "the plant will not close". A "not" in a clause
    inside the claim ("a panel that did not include women") is part of what is claimed.
    """
    openers, auxiliaries = kit.words("stance_clauses"), find_auxiliaries(kit)
    before = ""
    for start, end, word in split_words(claim)[:_EARLY]:
        if word in openers or not word[0].isalnum():
            break
        contracted = word.endswith(_CONTRACTED) and before
        if contracted or word == "cannot" or (word in _NOT and before in auxiliaries):
            return claim[:start] + claim[end:].lstrip(), True
        before = word
    return claim, False


def find_auxiliaries(kit: Kit) -> frozenset[str]:
    """Words that a "not" follows, and that a question begins with: "is", "will", "did"."""
    return kit.once(
        "stance auxiliaries",
        lambda kit: frozenset(
            row["cue"] for row in kit.rows("stance_cues") if row["group"] == "question"
        ),
    )


def turn(stance: Stance) -> Stance:
    """The stance towards a claim of one who takes `stance` towards its negation."""
    return _OPPOSITE.get(stance, stance)
