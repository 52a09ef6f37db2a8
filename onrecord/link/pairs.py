"""How like two propositions are, and why: a score that depends on the pair and the kit alone."""

import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from onrecord.kit import Kit
from onrecord.kit.idf import load_idf
from onrecord.link.parties import shared_parties
from onrecord.link.propositions import CLASS, telling_stems
from onrecord.model import Proposition

RARE = 3.0  # idf of a stem in about one document of twenty: sharing it is a coincidence no longer
_CLASS_WEIGHT = 2.0  # of a kind of event told in other words: less than the word itself
# Between two tellings a shared kind of event counts less, since near words are compared anyway.
_KIND_WEIGHT = 1.0
_OTHER_NUMBERS = 0.8  # of the nearness of two that both give numbers and have none in common
# A headline tells one thing; a body tells many of the same parties, so its sentences must be
# nearer. Of the claims of rumours_dev's 126 articles in one ledger that span pages, 90 in 100 keep
# to one rumour (87 without this), and the largest of each rumour together still hold 110 articles.
_IN_BODIES = 0.5
_MOST_TERMS = 200_000  # whose squared weight is remembered
_DIGITS = 3  # scores are rounded before any threshold, so that machines agree


@dataclass(frozen=True, slots=True)
class Edge:
    """Two propositions that seem to be about the same thing, with the words that say so."""

    left: tuple[str, str]
    right: tuple[str, str]
    score: float
    shared: tuple[str, ...]


def compare(left: Proposition, right: Proposition, kit: Kit) -> Edge | None:
    """How near two propositions are (0 to 1), or None where they share no matter.

    Two propositions that share nothing but a name are about the same party, not the same thing;
    two that name different parties are about different things, whatever words they share.
    """
    ours, theirs = compared_terms(left), compared_terms(right)
    shared = ours & theirs
    if not _share_matter(left, right, shared, kit) or not _share_parties(left, right):
        return None
    score = nearness(ours, theirs, kit)
    if not (left.headline or right.headline):
        score = round(score * _IN_BODIES, _DIGITS)
    if _give_other_numbers(ours, theirs):
        score = round(score * _OTHER_NUMBERS, _DIGITS)
    return Edge(left.key, right.key, score, tuple(sorted(shared)))


def compared_terms(proposition: Proposition) -> frozenset[str]:
    """The terms by which a proposition is compared: those of its content; of a headline, which
    tells one thing in few words, all of them, however it was cut into source and content.
    """
    if proposition.headline:
        return proposition.terms | proposition.context
    return proposition.terms


def nearness(left: frozenset[str], right: frozenset[str], kit: Kit) -> float:
    """The cosine of two sets of terms weighted by idf, rounded; a word that only has kin on the
    other side ("beheaded" and "execution") counts in part, as the sheet `link_kin` says.

    After soft TF-IDF (Cohen, Ravikumar and Fienberg 2003), with kinship of words in place of
    their spelling. On the headlines of Emergent's training claims B-cubed F1 is .86; without kin
    .85, by Dice and containment in its place .84.
    """
    if not left or not right:
        return 0.0
    squares, kin = _load_squares(kit), load_kin(kit)
    both = 2 * math.fsum(map(squares.__getitem__, left & right))
    both += math.fsum(_half_said(left - right, right, squares, kin))
    both += math.fsum(_half_said(right - left, left, squares, kin))
    whole = math.sqrt(_square_sum(left, kit) * _square_sum(right, kit))
    return round(min(1.0, both / 2 / whole), _DIGITS) if whole else 0.0


def _half_said(
    missing: frozenset[str],
    other: frozenset[str],
    squares: Mapping[str, float],
    kin: Mapping[str, Mapping[str, float]],
) -> Iterator[float]:
    """What the nearest kin on the other side say of each word that is missing there."""
    for term in kin.keys() & missing:
        near = kin[term]
        best = max((near[word] for word in near.keys() & other), default=0.0)
        if best:
            yield best * squares[term]


def load_kin(kit: Kit) -> Mapping[str, Mapping[str, float]]:
    """For each stem of the sheet `link_kin`, its kin and how much of it they say (0 to 1)."""
    return kit.once("kin", _read_kin)


def _read_kin(kit: Kit) -> dict[str, dict[str, float]]:
    kin: dict[str, dict[str, float]] = {}
    for row in kit.rows("link_kin"):
        for item in row["kin"].split():
            other, _, share = item.rpartition(":")
            kin.setdefault(row["stem"], {})[other] = float(share)
            kin.setdefault(other, {})[row["stem"]] = float(share)
    return kin


class _Squares(dict[str, float]):
    """The squared weights of terms, each worked out once."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._weight = load_idf(kit).weight

    def __missing__(self, term: str) -> float:
        square = (_KIND_WEIGHT if term[0] == CLASS else self._weight(term)) ** 2
        if len(self) < _MOST_TERMS:
            self[term] = square
        return square


def _load_squares(kit: Kit) -> _Squares:
    return kit.once("squares", _Squares)


@lru_cache(maxsize=65536)
def _square_sum(terms: frozenset[str], kit: Kit) -> float:
    return math.fsum(map(_load_squares(kit).__getitem__, terms))


def _give_other_numbers(left: frozenset[str], right: frozenset[str]) -> bool:
    """Whether both sides give numbers and have none in common: "400 jobs" and "20 jobs"."""
    ours, theirs = _numbers(left), _numbers(right)
    return bool(ours and theirs) and not ours & theirs


@lru_cache(maxsize=65536)
def _numbers(terms: frozenset[str]) -> frozenset[str]:
    return frozenset(term for term in terms if term.lstrip("$£€")[:1].isdigit())


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
    matter = shared - named
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
    return _stems_of_all(proposition.names, kit)


@lru_cache(maxsize=65536)
def _stems_of_all(names: frozenset[str], kit: Kit) -> frozenset[str]:
    return frozenset[str]().union(*(_stems_of(name, kit) for name in names))


def _stems_of(name: str, kit: Kit) -> frozenset[str]:
    return kit.once(("name stems", name), lambda kit: telling_stems(name, kit))
