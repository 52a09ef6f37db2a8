"""How like two propositions are, and why: a score that depends on the pair and the kit alone."""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from onrecord.kit import Kit
from onrecord.kit.idf import load_idf
from onrecord.link.parties import shared_parties
from onrecord.link.propositions import CLASS, telling_stems
from onrecord.model import Proposition

RARE = 3.0  # idf of a stem in about one document of twenty: sharing it is a coincidence no longer
_CLASS_WEIGHT = 2.0  # of a kind of event told in other words: less than the word itself
_UNNAMED_SHARE = 0.8  # of the likeness of two propositions whose contents name no common party
_TWO_PARTIES = 0.15  # more for two that name the same two parties: "A and B" is rarely chance
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

    The mean of the Dice coefficient and the containment of their telling terms, weighted by idf.
    Two propositions that share nothing but a name are about the same party, not the same thing;
    two that name different parties are about different things, whatever words they share.
    """
    shared = left.terms & right.terms
    if not _share_matter(left, right, shared, kit) or not _share_parties(left, right):
        return None
    score = likeness(left.terms, right.terms, kit)
    if not shared_parties(left.names, right.names):
        score = round(score * _UNNAMED_SHARE, _DIGITS)
    elif shared_parties(left.names | left.beside, right.names | right.beside) > 1:
        score = round(min(1.0, score + _TWO_PARTIES), _DIGITS)
    return Edge(left.key, right.key, score, tuple(sorted(shared)))


def likeness(left: frozenset[str], right: frozenset[str], kit: Kit) -> float:
    """The mean of weighted Dice and containment of two sets of terms, rounded."""
    both, one, other = weigh_terms(left & right, kit), _whole(left, kit), _whole(right, kit)
    if not both:
        return 0.0
    dice = 2 * both / (one + other)
    containment = both / min(one, other)
    return round((dice + containment) / 2, _DIGITS)


@lru_cache(maxsize=65536)
def _whole(terms: frozenset[str], kit: Kit) -> float:
    """The weight of all the terms of a proposition, worked out once."""
    return weigh_terms(terms, kit)


def weigh_terms(terms: Iterable[str], kit: Kit) -> float:
    """The weight of distinct terms added up exactly: stems by idf, kinds of event alike."""
    weight = load_idf(kit).weight
    return math.fsum(_CLASS_WEIGHT if t[0] == CLASS else weight(t) for t in set(terms))


def coverage(asked: frozenset[str], said: Iterable[str], kit: Kit) -> float:
    """How much of what is asked (by weight) is in what is said, 0 to 1, rounded."""
    whole = weigh_terms(asked, kit)
    return round(weigh_terms(asked & frozenset(said), kit) / whole, _DIGITS) if whole else 0.0


def _share_matter(left: Proposition, right: Proposition, shared: frozenset[str], kit: Kit) -> bool:
    """Whether two propositions share a word that is not the name of a party, and enough of it."""
    weight = load_idf(kit).weight
    named = name_stems(left, kit) | name_stems(right, kit)
    matter = [s for s in shared if s not in named]
    telling = any(s[0] == CLASS or weight(s) >= RARE for s in matter)
    return len(matter) > 1 or (telling and len(shared) > 1)


def shares_matter(left: Proposition, right: Proposition, kit: Kit) -> bool:
    """Whether two propositions have any telling word in common that is not a party's name."""
    named = name_stems(left, kit) | name_stems(right, kit)
    return bool((left.terms & right.terms) - named)


def _share_parties(left: Proposition, right: Proposition) -> bool:
    """Whether two propositions name a party in common, or one of them names none at all."""
    ours, theirs = left.names | left.beside, right.names | right.beside
    return not ours or not theirs or shared_parties(ours, theirs) > 0


def name_stems(proposition: Proposition, kit: Kit) -> frozenset[str]:
    """The stems of the parties that a proposition names."""
    return frozenset[str]().union(*(_stems_of(name, kit) for name in proposition.names))


def _stems_of(name: str, kit: Kit) -> frozenset[str]:
    return kit.once(("name stems", name), lambda kit: telling_stems(name, kit))
