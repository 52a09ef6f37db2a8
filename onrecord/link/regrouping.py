"""Regrouping: what a few new or changed statements do to groups that stand already.

Average linkage is reducible (Bruynooghe 1978: two groups joined are no nearer to a third than the
nearer of them was), so a group is as it is because of its members alone, and the groups that
nothing new comes near stay as they are. The changed statements are clustered by themselves; where
one of the groups on the way would have been joined with one outside, that outside group is taken
in, and it is done again. What comes out equals clustering everything, and a test holds it to that.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from onrecord.link.agglomeration import Likeness, Node, Tree, join_nearest, mean


class Graph(Protocol):
    """Statements, how like they are, and the groups that they stand in."""

    def likeness(self, nodes: Collection[Node]) -> Likeness:
        """The edges of `nodes`, to whatever they lead."""
        ...

    def groups(self, nodes: Collection[Node]) -> dict[Node, tuple[Node, ...]]:
        """For each of `nodes` that stands in a group, the members of that group."""
        ...


@dataclass(frozen=True, slots=True)
class Regrouping:
    """The groups of all statements that were looked at anew; every other group is as it was."""

    groups: tuple[tuple[Node, ...], ...]
    nodes: frozenset[Node]


def regroup(changed: Iterable[Node], graph: Graph, least: int) -> Regrouping:
    """The groups after `changed` statements came, or lost some that stood beside them.

    `changed` are in no group of `graph` any more. Only what is outside and would be joined with
    one of the changed groups is taken in.
    """
    inside = frozenset(changed)
    edges: dict[Node, Mapping[Node, int]] = dict(graph.likeness(inside))
    stood: set[Tree] = set()
    while True:
        joined = join_nearest(inside, edges, least)
        fresh = [tree for tree in joined.trees if tree not in stood]
        taken = _find_taken(fresh, _find_beside(inside, edges, graph, least), edges, least)
        if not taken:
            return Regrouping(joined.groups, inside)
        for beside in taken:
            stood.update(beside.trees)
            edges.update(beside.edges)
            inside |= frozenset(beside.edges)


@dataclass(frozen=True, slots=True)
class _Beside:
    """A group outside: its edges, how it came about, and which of its trees each member is in."""

    edges: Likeness
    trees: tuple[Tree, ...]
    above: Mapping[Node, list[int]]


def _find_beside(
    inside: Collection[Node], edges: Likeness, graph: Graph, least: int
) -> list[_Beside]:
    """The groups outside that have a member near enough to one inside to be joined with it."""
    near = {
        other
        for node in inside
        for other, score in edges.get(node, {}).items()
        if score >= least and other not in inside
    }
    groups = sorted(set(graph.groups(near).values()))
    known = graph.likeness({node for members in groups for node in members})
    return [_stand({node: known.get(node, {}) for node in group}, least) for group in groups]


def _stand(edges: Likeness, least: int) -> _Beside:
    trees = join_nearest(edges, edges, least).trees
    above: dict[Node, list[int]] = defaultdict(list)
    for number, tree in enumerate(trees):
        for node in tree.members:
            above[node].append(number)
    return _Beside(edges, trees, above)


def _find_taken(
    fresh: Iterable[Tree], outside: Sequence[_Beside], edges: Likeness, least: int
) -> list[_Beside]:
    """The groups outside that one of the `fresh` ones would be joined with, while both stand."""
    home = {node: number for number, group in enumerate(outside) for node in group.edges}
    taken: set[int] = set()
    for tree in fresh:
        rows: dict[int, dict[Node, int]] = defaultdict(dict)
        for node in tree.members:
            for other, score in edges.get(node, {}).items():
                if other in home and home[other] not in taken:
                    row = rows[home[other]]
                    row[other] = row.get(other, 0) + score
        taken |= {n for n, row in rows.items() if _would_join(tree, outside[n], row, least)}
    return [outside[number] for number in sorted(taken)]


def _would_join(tree: Tree, beside: _Beside, row: Mapping[Node, int], least: int) -> bool:
    """Whether a group inside would be joined with one outside while both of them stand; `row` is
    how like it is to the members of that one, added up.
    """
    size, bar = len(tree.members), max(tree.until, least)
    if mean(max(row.values()), size) < bar:
        return False
    sums: dict[int, int] = defaultdict(int)
    for other, score in row.items():
        for number in beside.above[other]:
            sums[number] += score
    return any(
        mean(total, size * len(beside.trees[number].members))
        >= max(bar, beside.trees[number].until)
        for number, total in sums.items()
    )
