"""New statements linked to those that the views hold: candidates, edges, groups formed anew."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence, Set

from onrecord.kit import Kit
from onrecord.link.agglomeration import Likeness, Node
from onrecord.link.blocking import partners
from onrecord.link.clusters import APART, JOIN, compare_two, node_of
from onrecord.link.regrouping import regroup
from onrecord.link.ties import Ties
from onrecord.model import Proposition
from onrecord.store import Standing, Views
from onrecord.store.codec import load


class Board:
    """The propositions of the views, their edges and groups; decoded once in a transaction."""

    def __init__(self, views: Views) -> None:
        self.views = views
        self._lines: dict[int, list[bytes]] = {}
        self._decoded: dict[tuple[int, int], Proposition] = {}

    def propositions(self, standings: Iterable[Standing]) -> dict[Node, Proposition]:
        """The propositions that stand somewhere, by node."""
        wanted = list(standings)
        missing = {s.page for s in wanted} - self._lines.keys()
        if missing:
            self._lines.update(self.views.lines(missing))
        return {s.node: self._decode(s.page, s.line) for s in wanted}

    def page(self, number: int) -> list[Proposition]:
        """Every proposition of a page, also those that stand nowhere."""
        if number not in self._lines:
            self._lines.update(self.views.lines([number]))
        lines = self._lines[number]
        return [self._decode(number, line) for line in range(len(lines)) if lines[line]]

    def forget(self) -> None:
        """Keep nothing in memory."""
        self._lines.clear()
        self._decoded.clear()

    def _decode(self, page: int, line: int) -> Proposition:
        if (page, line) not in self._decoded:
            self._decoded[page, line] = load(Proposition, self._lines[page][line])
        return self._decoded[page, line]

    def likeness(self, nodes: Collection[Node]) -> Likeness:
        """The edges of `nodes`, to whatever they lead."""
        return self.views.likeness(nodes)

    def bonds(self, groups: Collection[tuple[Node, ...]]) -> Likeness:
        """The edges inside groups."""
        return self.views.bonds([min(group) for group in groups])

    def groups(self, nodes: Collection[Node]) -> dict[Node, tuple[Node, ...]]:
        """For each of `nodes`, the members of the group that it stands in."""
        here = {
            node: standing.cluster
            for node, standing in self.views.standings(nodes).items()
            if standing.cluster is not None
        }
        members: dict[int, list[Node]] = defaultdict(list)
        for node, standing in self.views.members(set(here.values())).items():
            if standing.twin is None:
                members[standing.cluster or 0].append(node)
        return {node: tuple(sorted(members[cluster])) for node, cluster in here.items()}


def put_edges(
    board: Board, keys: Sequence[tuple[Node, Collection[int]]], kit: Kit, ties: Ties
) -> None:
    """Compare new propositions with all that their blocking keys meet; note how like they are."""
    pairs = _find_pairs(board.views, keys)
    standings = board.views.standings({node for pair in pairs for node in pair})
    propositions = board.propositions(standings.values())
    scores = (
        (one, other, compare_two(propositions[one], propositions[other], kit))
        for one, other in sorted(pairs)
    )
    board.views.put_edges((one, other, score) for one, other, score in scores if score is not None)
    apart = {(node_of(one), node_of(other)) for one, other in ties.apart}
    fresh = {node for node, _ in keys}
    known = board.views.standings({node for pair in apart for node in pair})
    board.views.put_edges(
        (one, other, APART)
        for one, other in sorted(apart)
        if {one, other} & fresh and all(node in known and known[node].free for node in (one, other))
    )


def _find_pairs(
    views: Views, keys: Sequence[tuple[Node, Collection[int]]]
) -> set[tuple[Node, Node]]:
    """The candidate pairs: a new proposition and another, new or known, that its keys meet."""
    sought: Mapping[int, list[Node]] = defaultdict(list)
    for node, found in keys:
        for key in found:
            for partner in partners(key):
                sought[partner].append(node)
    return {
        (min(node, other), max(node, other))
        for key, other in views.candidates(sought.keys())
        for node in sought[key]
        if node != other
    }


def form_groups(board: Board, changed: Set[Node]) -> set[int]:
    """Group anew what came and what lost others that stood beside it; the groups that are now
    other than they were, by their former and their new numbers.
    """
    if not changed:
        return set()
    found = regroup(changed, board, JOIN)
    before = board.views.standings(found.nodes)
    sizes = Counter(standing.cluster for standing in before.values())
    touched: set[int] = set()
    moved: list[tuple[Node, ...]] = []
    for group in found.groups:
        number, former = min(group), {before[node].cluster for node in group}
        if former == {number} and sizes[number] == len(group) and not changed & set(group):
            continue  # it was looked at, and is as it was
        moved.append(group)
        touched |= {number, *(cluster for cluster in former if cluster is not None)}
    board.views.put_clusters(moved)
    return touched
