"""How like two propositions are, and why: a score that depends on the pair and the kit alone."""

from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.kit import Kit
from onrecord.kit.idf import load_idf
from onrecord.link.propositions import telling_stems
from onrecord.model import Proposition

RARE = 3.0  # idf of a stem in about one document of twenty: sharing it is a coincidence no longer
_DIGITS = 3  # scores are rounded before any threshold, so that machines agree


@dataclass(frozen=True, slots=True)
class Edge:
    """Two propositions that seem to be about the same thing, with the words that say so."""

    left: tuple[str, str]
    right: tuple[str, str]
    score: float
    shared: tuple[str, ...]


def compare(left: Proposition, right: Proposition, kit: Kit) -> Edge | None:
    """The likeness of two propositions (0 to 1), or None where they share no matter.

    The mean of the Dice coefficient and the containment of their telling stems, weighted by idf.
    Two propositions that share nothing but a name are about the same party, not the same thing.
    """
    shared = left.terms & right.terms
    if not _share_matter(left, right, shared, kit):
        return None
    score = likeness(left.terms, right.terms, kit)
    return Edge(left.key, right.key, score, tuple(sorted(shared)))


def likeness(left: frozenset[str], right: frozenset[str], kit: Kit) -> float:
    """The mean of weighted Dice and containment of two sets of stems, rounded."""
    idf = load_idf(kit)
    both, one, other = idf.total(left & right), idf.total(left), idf.total(right)
    if not both:
        return 0.0
    dice = 2 * both / (one + other)
    containment = both / min(one, other)
    return round((dice + containment) / 2, _DIGITS)


def coverage(asked: frozenset[str], said: Iterable[str], kit: Kit) -> float:
    """How much of what is asked (by weight) is in what is said, 0 to 1, rounded."""
    idf = load_idf(kit)
    whole = idf.total(asked)
    return round(idf.total(asked & frozenset(said)) / whole, _DIGITS) if whole else 0.0


def _share_matter(left: Proposition, right: Proposition, shared: frozenset[str], kit: Kit) -> bool:
    """Whether two propositions share a word that is not the name of a party, and enough of it."""
    weight = load_idf(kit).weight
    named = name_stems(left, kit) | name_stems(right, kit)
    matter = [s for s in shared if s not in named]
    if not matter:
        return False
    return len(shared) > 2 or any(weight(s) >= RARE for s in matter)


def name_stems(proposition: Proposition, kit: Kit) -> frozenset[str]:
    """The stems of the parties that a proposition names."""
    return frozenset(s for name in sorted(proposition.names) for s in telling_stems(name, kit))
