"""Average-linkage clustering with a heap: the two most alike groups are joined, again and again.

The sums of likeness between groups are kept, so a merger costs the neighbours of the two groups
and no more (Day and Edelsbrunner 1984, on a sparse graph: a missing edge counts as likeness 0).
"""

import heapq
from collections.abc import Mapping, Sequence

Key = tuple[str, str]
_DIGITS = 3  # averages are rounded before they are compared, so that machines agree


def join_nearest(
    component: Sequence[Key], likeness: Mapping[Key, Mapping[Key, float]], least: float
) -> list[tuple[Key, ...]]:
    """The groups left when no two are alike by `least` on average. Ties go to the earlier keys."""
    groups: dict[int, tuple[Key, ...]] = {n: (key,) for n, key in enumerate(component)}
    number = {key: n for n, key in enumerate(component)}
    sums: dict[int, dict[int, float]] = {
        number[key]: {number[o]: s for o, s in likeness.get(key, {}).items() if o in number}
        for key in component
    }
    heap = [
        (-round(score, _DIGITS), left, right, 1, 1)
        for left, row in sums.items()
        for right, score in row.items()
        if left < right and round(score, _DIGITS) >= least
    ]
    heapq.heapify(heap)
    while heap:
        _, left, right, left_size, right_size = heapq.heappop(heap)
        if _changed(groups, left, left_size) or _changed(groups, right, right_size):
            continue
        groups[left] += groups.pop(right)
        _add_rows(sums, left, right)
        for other, total in sums[left].items():
            average = round(total / (len(groups[left]) * len(groups[other])), _DIGITS)
            if average >= least:
                one, two = min(left, other), max(left, other)
                heapq.heappush(heap, (-average, one, two, len(groups[one]), len(groups[two])))
    return [groups[n] for n in sorted(groups)]


def _changed(groups: Mapping[int, tuple[Key, ...]], group: int, size: int) -> bool:
    """Whether a group has grown or gone since a pair with it was put on the heap."""
    return group not in groups or len(groups[group]) != size


def _add_rows(sums: dict[int, dict[int, float]], left: int, right: int) -> None:
    """Let `left` take over the sums of `right`."""
    for other, total in sums.pop(right).items():
        sums[other].pop(right, None)
        if other != left:
            sums[left][other] = sums[other][left] = sums[left].get(other, 0.0) + total
    sums[left].pop(right, None)
