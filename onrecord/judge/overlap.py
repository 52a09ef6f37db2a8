"""How much a statement shares with a claim beside the names in it."""

from onrecord.kit import Kit
from onrecord.model import Proposition
from onrecord.text import fold, stem

_KIND = "~"  # begins the term that stands for a kind of event
_TWO = 2  # a single word in common is chance: "the deal" of one story and "a deal" of another


def shares_enough(proposition: Proposition, about: frozenset[str], kit: Kit) -> bool:
    """Whether a statement shares more with the claim than names and one word: two telling words
    or kinds of event, or half of all that either says. `about` are the claim's telling stems,
    names apart.
    """
    named = {stem(w) for name in proposition.names for w in fold(name).lower().split()}
    own = {term for term in proposition.terms if term[0] != _KIND} - named
    shared = own & about
    in_other_words = _kinds(own - shared, kit) & _kinds(about - shared, kit)
    common = len(shared) + len(in_other_words)
    return common >= _TWO or 2 * common >= min(len(own), len(about))


def tells_a_deed(proposition: Proposition, kit: Kit) -> bool:
    """Whether a statement tells that something was done: a sale, a death, a launch."""
    deeds = kit.once("kinds of deed", _read_deeds)
    return any(term[0] == _KIND and term[1:] in deeds for term in proposition.terms)


def _kinds(stems: frozenset[str] | set[str], kit: Kit) -> frozenset[str]:
    """The kinds of event that stems tell of."""
    kinds = kit.once("kinds of event", _read_kinds)
    return frozenset(kind for one in stems for kind in kinds.get(one, ()))


def _read_kinds(kit: Kit) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for row in kit.rows("link_events"):
        for one in row["stems"].split():
            found.setdefault(one, []).append(row["class"])
    return {one: tuple(kinds) for one, kinds in found.items()}


def _read_deeds(kit: Kit) -> frozenset[str]:
    return frozenset(row["class"] for row in kit.rows("link_events") if row["kind"] == "deed")
