"""Propositions joined into claims: blocking, comparing, clustering.

Agglomerative clustering with average linkage inside each connected component of the edges, so
that one odd pair cannot chain two claims together. Every step depends on the pairs alone: the
order in which pages arrive changes nothing, and a page touches only the components it shares a
blocking key with.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations

from onrecord.kit import Kit
from onrecord.kit.idf import load_idf
from onrecord.link.agglomeration import join_nearest
from onrecord.link.anaphora import find_antecedents, points_back, refer
from onrecord.link.legs import puts_forward
from onrecord.link.pairs import Edge, compare, shares_matter
from onrecord.model import Act, Proposition

# Least average likeness of two groups that are made one. On the headlines of Emergent's training
# claims B-cubed F1 is .86 at 0.14, .85 at 0.18, .84 at 0.22; a higher one errs towards two claims.
JOIN = 0.2
_KEYS = 8  # how many of a proposition's rarest stems make its blocking keys
_ALONE = 4.0  # idf from which a stem is a key of its own: one document in fifty
_CROWD = 150  # a key that more propositions share than this tells nothing and blocks nothing

Key = tuple[str, str]


def cluster_propositions(
    propositions: Sequence[Proposition], kit: Kit
) -> tuple[tuple[Proposition, ...], ...]:
    """Groups of propositions about the same thing, each in page order; reactions that only
    point back ("no truth to the report") stand with what they answer. What a page only thinks
    aloud is left out: it is no evidence.
    """
    propositions = [p for p in propositions if not p.muses or p.headline]
    antecedents = find_antecedents(propositions, kit)
    free = [p for p in propositions if not points_back(p)]
    groups = _grow(free, find_edges(free, kit))
    place = {p.key: number for number, group in enumerate(groups) for p in group}
    for proposition in sorted(propositions, key=lambda p: p.key):
        answered = antecedents.get(proposition.key)
        if answered is None or not _stands_alone(proposition, groups, place):
            continue
        if proposition.key in place and not shares_matter(proposition, answered, kit):
            continue
        if proposition.key in place:
            groups[place[proposition.key]].remove(proposition)
        groups[place[answered.key]].append(refer(proposition, answered))
        place[proposition.key] = place[answered.key]
    order = [sorted(g, key=lambda p: (p.document, p.order, p.key)) for g in groups if g]
    return tuple(tuple(group) for group in order)


def _stands_alone(
    proposition: Proposition, groups: Sequence[Sequence[Proposition]], place: dict[Key, int]
) -> bool:
    """Whether no telling stands beside a reaction, so that it must answer what came before it.

    "No cheese was ever re-dated" may share few words with "the night shift changed the dates".
    """
    if proposition.key not in place:
        return True
    if proposition.statement.act is not Act.DENY:
        return False
    return not any(puts_forward(p) for p in groups[place[proposition.key]])


def find_edges(propositions: Sequence[Proposition], kit: Kit) -> list[Edge]:
    """The pairs that share a blocking key and are alike, best first."""
    by_key: dict[str, list[int]] = defaultdict(list)
    for number, proposition in enumerate(propositions):
        for key in blocking_keys(proposition, kit):
            by_key[key].append(number)
    pairs = {
        pair
        for members in by_key.values()
        if len(members) <= _CROWD
        for pair in combinations(members, 2)
    }
    edges = (compare(propositions[a], propositions[b], kit) for a, b in sorted(pairs))
    return [edge for edge in edges if edge is not None]


def blocking_keys(proposition: Proposition, kit: Kit) -> list[str]:
    """A proposition's rare stems, and pairs of its rarer ones: two propositions that share
    neither are never compared.
    """
    weight = load_idf(kit).weight
    rarest = sorted(proposition.terms, key=lambda s: (-weight(s), s))[:_KEYS]
    rare = [s for s in rarest if weight(s) >= _ALONE]
    return [*rare, *("+".join(sorted(pair)) for pair in combinations(rarest, 2))]


def _grow(propositions: Sequence[Proposition], edges: Iterable[Edge]) -> list[list[Proposition]]:
    """Average-linkage clustering over the edges; a missing edge counts as likeness 0."""
    likeness: dict[Key, dict[Key, float]] = defaultdict(dict)
    for edge in edges:
        likeness[edge.left][edge.right] = likeness[edge.right][edge.left] = edge.score
    by_key = {p.key: p for p in propositions}
    groups: list[list[Proposition]] = []
    for component in _components(sorted(by_key), likeness):
        joined = join_nearest(component, likeness, JOIN)
        groups.extend([by_key[key] for key in group] for group in joined)
    return groups


def _components(keys: Sequence[Key], likeness: dict[Key, dict[Key, float]]) -> list[list[Key]]:
    """Keys connected by edges that could ever join two groups."""
    seen: set[Key] = set()
    found: list[list[Key]] = []
    for key in keys:
        if key in seen:
            continue
        stack, component = [key], []
        seen.add(key)
        while stack:
            here = stack.pop()
            component.append(here)
            for other, score in likeness.get(here, {}).items():
                if score >= JOIN and other not in seen:
                    seen.add(other)
                    stack.append(other)
        found.append(sorted(component))
    return found
