"""What a few new statements do to groups that stand already."""

import random
from collections.abc import Collection
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.link.agglomeration import Likeness, Node, join_nearest
from onrecord.link.regrouping import regroup

LEAST = 200


class Standing:
    """Statements in groups, as a ledger keeps them."""

    def __init__(self, edges: dict[Node, dict[Node, int]]) -> None:
        self.all = edges
        self.present: set[Node] = set()
        self.group: dict[Node, tuple[Node, ...]] = {}

    def likeness(self, nodes: Collection[Node]) -> Likeness:
        return {
            n: {o: s for o, s in self.all[n].items() if o in self.present}
            for n in nodes
            if n in self.present
        }

    def groups(self, nodes: Collection[Node]) -> dict[Node, tuple[Node, ...]]:
        return {n: self.group[n] for n in nodes if n in self.group}

    def bonds(self, groups: Collection[tuple[Node, ...]]) -> Likeness:
        return {
            n: {o: s for o, s in self.all[n].items() if o in members}
            for members in groups
            for n in members
        }

    def change(self, come: set[Node], go: set[Node]) -> frozenset[Node]:
        """Let some come and some go; which were looked at anew."""
        left = {n for gone in go for n in self.group[gone]} - go
        self.present = (self.present | come) - go
        for node in left | go:
            self.group.pop(node, None)
        found = regroup(left | come, self, LEAST)
        for node in found.nodes:
            self.group.pop(node, None)
        self.group.update((node, group) for group in found.groups for node in group)
        return found.nodes


def draw_edges(chance: random.Random) -> dict[Node, dict[Node, int]]:
    """A graph with many ties, or with hardly any, and pairs that a person parted."""
    nodes = chance.sample(range(1000), chance.randint(3, 24))
    scores = chance.choice([[150, 200, 300, 400, 500], list(range(50, 1000))])
    share = chance.choice([0.1, 0.3, 0.7])
    edges: dict[Node, dict[Node, int]] = {node: {} for node in nodes}
    for one, other in combinations(nodes, 2):
        if chance.random() < share:
            score = chance.choice(scores) if chance.random() > 0.05 else -1_000_000_000
            edges[one][other] = edges[other][one] = score
    return edges


@pytest.mark.parametrize("block", range(8))
def test_regrouping_step_by_step_equals_clustering_everything(block: int) -> None:
    for seed in range(block * 40, block * 40 + 40):
        chance = random.Random(seed)
        standing = Standing(draw_edges(chance))
        waiting = list(standing.all)
        while waiting:
            come = {waiting.pop() for _ in range(min(len(waiting), chance.randint(1, 4)))}
            go = {n for n in standing.present if chance.random() < 0.08}
            standing.change(come, go)
            everything = standing.likeness(standing.present)
            wanted = join_nearest(standing.present, everything, LEAST).groups
            assert set(standing.group.values()) == set(wanted), seed


def test_a_group_that_nothing_new_comes_near_is_not_looked_at() -> None:
    far = {1: {2: 700}, 2: {1: 700, 3: 250}, 3: {2: 250, 4: 900}, 4: {3: 900}, 5: {4: 600}}
    far[4][5] = 600
    standing = Standing(far)
    standing.change({1, 2, 3, 4}, set())
    assert standing.change({5}, set()) == {3, 4, 5}
    assert standing.group[1] == (1, 2)
    assert standing.group[5] == (3, 4, 5)


@given(st.permutations(range(6)))
def test_the_order_of_the_nodes_changes_no_group(order: list[Node]) -> None:
    edges: dict[Node, dict[Node, int]] = {n: {} for n in order}
    for one, other, score in ((0, 1, 400), (1, 2, 400), (2, 3, 400), (4, 5, 300), (3, 4, 210)):
        edges[one][other] = edges[other][one] = score
    assert join_nearest(order, edges, LEAST) == join_nearest(range(6), edges, LEAST)


def test_two_that_were_parted_are_never_in_one_group() -> None:
    edges = {1: {2: 900, 3: -1_000_000_000}, 2: {1: 900, 3: 800}, 3: {1: -1_000_000_000, 2: 800}}
    assert join_nearest(edges, edges, LEAST).groups == ((1, 2), (3,))
