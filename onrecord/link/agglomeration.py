"""Average-linkage clustering with a heap: the two most alike groups are joined, again and again.

The sums of likeness between groups are kept, so a merger costs the neighbours of the two groups
and no more (Day and Edelsbrunner 1984, on a sparse graph: a missing edge counts as likeness 0).
Likeness is counted in whole thousandths: sums are exact, whatever order they are made in.
"""

import heapq
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

Node = int
Likeness = Mapping[Node, Mapping[Node, int]]

WHOLE = 1000  # the likeness of what is the same


@dataclass(frozen=True, slots=True)
class Tree:
    """A group that stood for a while: its members, sorted, the average likeness at which it was
    joined with another (0 where it never was), and what it was joined into.
    """

    members: tuple[Node, ...]
    until: int = 0
    into: tuple[Node, ...] = ()


@dataclass(frozen=True, slots=True)
class Grouping:
    """The groups that were left, sorted by their first members, and every group on the way."""

    groups: tuple[tuple[Node, ...], ...]
    trees: tuple[Tree, ...]


def join_nearest(nodes: Iterable[Node], likeness: Likeness, least: int) -> Grouping:
    """The groups left when no two are alike by `least` on average. Ties go to the lower numbers.

    What happens inside a group rests on its members alone: clustering any union of these groups
    gives the same groups again. That is what lets a new page touch few of them.
    """
    groups: dict[Node, tuple[Node, ...]] = {node: (node,) for node in sorted(nodes)}
    sums = {
        node: {o: s for o, s in likeness.get(node, {}).items() if o in groups} for node in groups
    }
    heap = [
        (-score, left, right, 1, 1)
        for left, row in sums.items()
        for right, score in row.items()
        if left < right and score >= least
    ]
    heapq.heapify(heap)
    trees: list[Tree] = []
    while heap:
        score, left, right, left_size, right_size = heapq.heappop(heap)
        if _changed(groups, left, left_size) or _changed(groups, right, right_size):
            continue
        one, other = groups[left], groups.pop(right)
        groups[left] = tuple(sorted(one + other))
        trees += [Tree(one, -score, groups[left]), Tree(other, -score, groups[left])]
        _add_rows(sums, left, right)
        for near, total in sums[left].items():
            average = mean(total, len(groups[left]) * len(groups[near]))
            if average >= least:
                low, high = min(left, near), max(left, near)
                heapq.heappush(heap, (-average, low, high, len(groups[low]), len(groups[high])))
    left_over = tuple(groups[node] for node in sorted(groups))
    return Grouping(left_over, (*trees, *(Tree(members) for members in left_over)))


def mean(total: int, pairs: int) -> int:
    """The average likeness of `pairs` pairs, rounded to a whole thousandth."""
    return (2 * total + pairs) // (2 * pairs)


def find_components(nodes: Sequence[Node], likeness: Likeness, least: int) -> list[list[Node]]:
    """Nodes connected by edges that could ever join two groups, each list sorted."""
    seen: set[Node] = set()
    found: list[list[Node]] = []
    for node in nodes:
        if node in seen:
            continue
        stack, component = [node], []
        seen.add(node)
        while stack:
            here = stack.pop()
            component.append(here)
            for other, score in likeness.get(here, {}).items():
                if score >= least and other not in seen:
                    seen.add(other)
                    stack.append(other)
        found.append(sorted(component))
    return found


def _changed(groups: Mapping[Node, tuple[Node, ...]], group: Node, size: int) -> bool:
    """Whether a group has grown or gone since a pair with it was put on the heap."""
    return group not in groups or len(groups[group]) != size


def _add_rows(sums: dict[Node, dict[Node, int]], left: Node, right: Node) -> None:
    """Let `left` take over the sums of `right`."""
    for other, total in sums.pop(right).items():
        sums[other].pop(right, None)
        if other != left:
            sums[left][other] = sums[other][left] = sums[left].get(other, 0) + total
    sums[left].pop(right, None)
