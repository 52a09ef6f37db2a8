"""Propositions joined into claims: blocking, comparing, clustering, placing what points back.

Every step depends on the pairs alone, so the order in which pages arrive changes nothing, and a
page changes only groups that it shares a blocking key with (`regrouping` finds which).

What this rests on from `pairs.compare`: its answer depends on the two propositions and the kit
and on nothing else; it is None where the two are not to be joined
whatever else stands beside them; and its score lies between 0 and 1.
"""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from onrecord.kit import Kit
from onrecord.link.agglomeration import WHOLE, Node, find_components, join_nearest
from onrecord.link.anaphora import find_antecedents, points_back, refer
from onrecord.link.blocking import blocking_keys, find_candidates
from onrecord.link.legs import puts_forward
from onrecord.link.pairs import compare, shares_matter
from onrecord.link.ties import NO_TIES, Ties
from onrecord.link.twins import find_twins
from onrecord.model import Act, Proposition

# Least average nearness of two groups that are made one, in thousandths; a higher one errs towards
# two claims. benchmarks/linking.py says what it gives.
JOIN = 100
APART = -WHOLE * 1_000_000  # of two that a person parted: no average mends it

Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a proposition can stand: `free` in a group of its own kind, and (if it answers one)
    beside the proposition of its page that it `answers`. `tells`: it puts something forward.
    `twin`: what its page said before in the same words, in whose group it stands.
    """

    node: Node
    proposition: Proposition
    free: bool
    tells: bool
    answers: Proposition | None
    twin: Node | None = None

    @property
    def links(self) -> bool:
        """Whether it is compared with others, and so finds its group by itself."""
        return self.free and self.twin is None


def cluster_propositions(
    propositions: Sequence[Proposition], kit: Kit, ties: Ties = NO_TIES
) -> tuple[tuple[Proposition, ...], ...]:
    """Groups of propositions about the same thing, each in page order; reactions that only
    point back ("no truth to the report") stand with what they answer. `ties` are the statements
    that a person joined or parted.
    """
    places = find_places(propositions, kit, ties)
    by_node = {place.node: place for place in places}
    twins: dict[Node, list[Node]] = defaultdict(list)
    for place in places:
        if place.twin is not None:
            twins[place.twin].append(place.node)
    likeness = find_likeness([p.proposition for p in places if p.links], kit, ties)
    groups = [
        [*group, *(twin for node in group for twin in twins.get(node, ()))]
        for component in find_components(sorted(likeness), likeness, JOIN)
        for group in join_nearest(component, likeness, JOIN).groups
    ]
    told = {node: any(by_node[n].tells for n in group) for group in groups for node in group}
    answering: dict[Node, list[Place]] = defaultdict(list)
    for place in places:
        if place.answers is not None and leaves(place.free, told.get(place.node, False)):
            answering[node_of(place.answers.key)].append(place)
    settled = (
        gather_group([by_node[n] for n in unit], answering, told)
        for unit in unite(groups, ties, places)
    )
    return tuple(sorted((group for group in settled if group), key=group_order))


def find_places(propositions: Iterable[Proposition], kit: Kit, ties: Ties = NO_TIES) -> list[Place]:
    """Where each proposition can stand. What a page only thinks aloud stands nowhere: it is no
    evidence. A denial in words of its own answers only what it shares matter with, and nothing
    answers what a person parted it from.
    """
    kept = [p for p in propositions if not p.muses or p.headline]
    antecedents = find_antecedents(kept, kit)
    places = []
    for proposition in kept:
        answers = antecedents.get(proposition.key)
        free = not points_back(proposition)
        if answers is not None and proposition.statement.act is Act.DECLINE:
            free = False  # "declined to comment" is an answer, whatever words it has
        elif free and answers is not None:
            denies = proposition.statement.act is Act.DENY
            answers = answers if denies and shares_matter(proposition, answers, kit) else None
        if answers is not None and ties.part(proposition.key, answers.key):
            answers = None
        node = node_of(proposition.key)
        places.append(Place(node, proposition, free, puts_forward(proposition), answers))
    return _place_twins(places, kit, ties)


def _place_twins(places: Sequence[Place], kit: Kit, ties: Ties) -> list[Place]:
    """The places, those with the twin that have one."""
    twins = find_twins(
        [place.proposition for place in places if place.free],
        ties.keys,
        lambda one, other: (compare_two(one, other, kit) or 0) >= JOIN,
    )
    return [
        replace(place, twin=node_of(twins[place.proposition.key]))
        if place.proposition.key in twins
        else place
        for place in places
    ]


def leaves(free: bool, told: bool) -> bool:
    """Whether a proposition that answers another goes to stand beside it.

    What only points back does; a denial does where its own group holds no telling of what it
    denies ("no cheese was ever re-dated" shares few words with "the night shift changed the
    dates").
    """
    return not free or not told


def gather_group(
    base: Sequence[Place],
    answering: Mapping[Node, Sequence[Place]],
    told: Mapping[Node, bool],
) -> tuple[Proposition, ...]:
    """A group as it is settled: who stands in it, without those that leave to what they answer,
    and with those that come from elsewhere to answer one of them.
    """
    stay = [
        p.proposition
        for p in base
        if p.answers is None or not leaves(p.free, told.get(p.node, False))
    ]
    come = [
        refer(p.proposition, p.answers)
        for place in base
        for p in answering.get(place.node, ())
        if p.answers is not None
    ]
    return tuple(sorted([*stay, *come], key=lambda p: (p.document, p.order, p.key)))


def group_order(group: Sequence[Proposition]) -> Key:
    """Groups are told in the order of their first propositions, by document and statement."""
    return min(p.key for p in group)


def unite(
    groups: Iterable[Sequence[Node]], ties: Ties, places: Iterable[Place]
) -> list[list[Node]]:
    """The groups, those made one that a person joined; what only answers is where that is."""
    listed = [list(group) for group in groups]
    if not ties.together:
        return listed
    home = {node: number for number, group in enumerate(listed) for node in group}
    for place in places:
        if not place.free and place.answers is not None:
            home[place.node] = home[node_of(place.answers.key)]
    links: dict[int, dict[int, int]] = defaultdict(dict)
    for one, other in ties.together:
        left, right = home.get(node_of(one)), home.get(node_of(other))
        if left is not None and right is not None and left != right:
            links[left][right] = links[right][left] = WHOLE
    components = find_components(range(len(listed)), links, JOIN)
    return [[node for number in some for node in listed[number]] for some in components]


def find_likeness(
    propositions: Sequence[Proposition], kit: Kit, ties: Ties = NO_TIES
) -> dict[Node, dict[Node, int]]:
    """How like each two propositions are whose blocking keys meet, in thousandths."""
    likeness: dict[Node, dict[Node, int]] = {node_of(p.key): {} for p in propositions}
    for one, other in find_candidates([blocking_keys(p, kit) for p in propositions]):
        score = compare_two(propositions[one], propositions[other], kit)
        if score is not None:
            _put(likeness, propositions[one].key, propositions[other].key, score)
    for left, right in ties.apart:
        if node_of(left) in likeness and node_of(right) in likeness:
            _put(likeness, left, right, APART)
    return likeness


def compare_two(left: Proposition, right: Proposition, kit: Kit) -> int | None:
    """How like two propositions are in thousandths; None where nothing speaks for joining them.

    The one that stands first on its page is always the first of the two, whichever came first.
    """
    one, other = sorted((left, right), key=lambda p: (p.document, p.order, p.key))
    edge = compare(one, other, kit)
    return None if edge is None else round(edge.score * WHOLE)


def node_of(key: Key) -> Node:
    """A proposition's key as a number, the same on every machine."""
    digest = hashlib.blake2b("\t".join(key).encode(), digest_size=8).digest()
    return int.from_bytes(digest) >> 1  # SQLite's whole numbers have a sign


def _put(likeness: dict[Node, dict[Node, int]], left: Key, right: Key, score: int) -> None:
    one, other = node_of(left), node_of(right)
    likeness[one][other] = likeness[other][one] = score
