"""Regrouping: what a few new or changed statements do to groups that stand already.

Average linkage is reducible (Bruynooghe 1978: two groups joined are no nearer to a third than the
nearer of them was), so a group is as it is because of its members alone, and the groups that
nothing new comes near stay as they are. The changed statements are clustered by themselves; where
one of the groups on the way would have been joined with one outside, that outside group is taken
in, and it is done again. What comes out equals clustering everything, and a test holds it to that.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
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

    def bonds(self, groups: Collection[tuple[Node, ...]]) -> Likeness:
        """The edges between members of one group, for each of `groups`."""
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
    outside = _Outside(graph, least)
    held: set[Tree] = set()  # against all that is outside, or stood there themselves
    while True:
        joined = join_nearest(inside, edges, least)
        fresh = [tree for tree in joined.trees if tree not in held]
        held.update(fresh)
        outside.look_around({node for tree in fresh for node in tree.members}, inside, edges)
        taken = outside.take(fresh, edges)
        if not taken:
            return Regrouping(joined.groups, inside)
        for beside in taken:
            held.update(beside.trees)
        come = frozenset(node for beside in taken for node in beside.members)
        edges.update(graph.likeness(come))
        inside |= come


@dataclass(frozen=True, slots=True)
class _Beside:
    """A group outside: its members, how it came about, and which of its trees each member is in."""

    members: tuple[Node, ...]
    trees: tuple[Tree, ...]
    above: Mapping[Node, list[int]]


class _Outside:
    """The groups outside that somebody inside comes near, each looked at once."""

    def __init__(self, graph: Graph, least: int) -> None:
        self._graph, self._least = graph, least
        self._groups: list[_Beside] = []
        self._home: dict[Node, int] = {}

    def look_around(self, nodes: Iterable[Node], inside: Collection[Node], edges: Likeness) -> None:
        """Get to know the groups with a member near enough to one of `nodes` to be joined."""
        near = {
            other
            for node in nodes
            for other, score in edges.get(node, {}).items()
            if score >= self._least and other not in inside and other not in self._home
        }
        groups = sorted(set(self._graph.groups(near).values()))
        bonds = self._graph.bonds(groups)
        for members in groups:
            self._home.update(dict.fromkeys(members, len(self._groups)))
            self._groups.append(_stand({n: bonds.get(n, {}) for n in members}, self._least))

    def take(self, fresh: Iterable[Tree], edges: Likeness) -> list[_Beside]:
        """The groups that one of the `fresh` ones would be joined with, while both stand; they
        are outside no more.
        """
        taken: set[int] = set()
        for tree in fresh:
            rows: dict[int, dict[Node, int]] = defaultdict(dict)
            for node in tree.members:
                for other, score in edges.get(node, {}).items():
                    if other in self._home and self._home[other] not in taken:
                        row = rows[self._home[other]]
                        row[other] = row.get(other, 0) + score
            taken |= {
                number
                for number, row in rows.items()
                if _would_join(tree, self._groups[number], row, self._least)
            }
        found = [self._groups[number] for number in sorted(taken)]
        for beside in found:
            for node in beside.members:
                del self._home[node]
        return found


def _stand(edges: Likeness, least: int) -> _Beside:
    trees = join_nearest(edges, edges, least).trees
    above: dict[Node, list[int]] = defaultdict(list)
    for number, tree in enumerate(trees):
        for node in tree.members:
            above[node].append(number)
    return _Beside(tuple(edges), trees, above)


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
