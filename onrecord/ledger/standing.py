"""The groups of statements that the views hold, put together and settled into claims."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from onrecord import flow
from onrecord.judge import apply_judgements
from onrecord.kit import Kit
from onrecord.ledger.arrivals import OPENING, marks_of
from onrecord.ledger.corrections import correct_readings
from onrecord.ledger.linking import Board
from onrecord.link.agglomeration import WHOLE, Node, find_components
from onrecord.link.clusters import JOIN, Place, gather_group, group_order, leaves, node_of
from onrecord.link.surroundings import openings_named
from onrecord.link.ties import Ties
from onrecord.model import Claim, Judgement, Proposition, Reading
from onrecord.store import Holdings, Standing, Views

Group = tuple[Proposition, ...]
Key = tuple[str, str]
UNITS = 200  # groups that are settled at once, to bound the memory


@dataclass(frozen=True, slots=True)
class Bench:
    """What groups are settled with: the ledger, its day, a person's word, the kit, the policy."""

    holdings: Holdings
    judgements: Sequence[Judgement]
    ties: Ties
    kit: Kit
    policy: str
    today: str
    as_of: str | None = None
    board: Board = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "board", Board(self.holdings.views))

    def on(self, today: str) -> "Bench":
        """The same on another day, with all that was decoded already."""
        later = replace(self, today=today)
        object.__setattr__(later, "board", self.board)
        return later


def find_units(board: Board, ties: Ties, clusters: Iterable[int]) -> dict[int, list[int]]:
    """The groups that are settled together, with all that a person joined to `clusters`: by the
    lowest number among them, under which their claim is kept.
    """
    wanted = set(clusters)
    if not ties.together:
        return {cluster: [cluster] for cluster in sorted(wanted)}
    home = find_homes(board.views, ties)
    links: dict[int, dict[int, int]] = {cluster: {} for cluster in wanted}
    for pair in ties.together:
        one, other = (home.get(node_of(key)) for key in pair)
        if one is not None and other is not None:
            links.setdefault(one, {})[other] = WHOLE
            links.setdefault(other, {})[one] = WHOLE
    return {
        unit[0]: unit for unit in find_components(sorted(links), links, JOIN) if wanted & set(unit)
    }


def find_homes(views: Views, ties: Ties) -> dict[Node, int | None]:
    """The groups of the statements that a person joined; what only answers is where that is."""
    standings = views.standings({node_of(key) for pair in ties.together for key in pair})
    answered = views.standings({s.answers for s in standings.values() if s.answers and not s.free})
    return {
        node: s.cluster if s.free or s.answers is None else answered[s.answers].cluster
        for node, s in standings.items()
    }


def gather_units(board: Board, units: Mapping[int, Sequence[int]]) -> dict[int, Group]:
    """The statements of each unit as they are settled, with those that answer them."""
    base = board.views.members({cluster for unit in units.values() for cluster in unit})
    come = board.views.answering(base.keys())
    away = {s.cluster for s in come.values() if s.cluster is not None}
    told: dict[int | None, bool] = defaultdict(bool)
    for standing in (*base.values(), *board.views.members(away).values()):
        told[standing.cluster] |= standing.tells
    places = _make_places(board, {**base, **come})
    answering: dict[Node, list[Place]] = defaultdict(list)
    for node in sorted(come):
        if leaves(come[node].free, told[come[node].cluster]):
            answering[come[node].answers or 0].append(places[node])
    members: dict[int, list[Place]] = defaultdict(list)
    for node in sorted(base):
        members[base[node].cluster or 0].append(places[node])
    by_node = {node: told[standing.cluster] for node, standing in base.items()}
    return {
        number: gather_group([p for c in unit for p in members[c]], answering, by_node)
        for number, unit in units.items()
    }


def _make_places(board: Board, standings: Mapping[Node, Standing]) -> dict[Node, Place]:
    answered = board.views.standings({s.answers for s in standings.values() if s.answers})
    propositions = board.propositions([*standings.values(), *answered.values()])
    return {
        node: Place(
            node,
            propositions[node],
            s.free,
            s.tells,
            propositions[s.answers] if s.answers else None,
        )
        for node, s in standings.items()
    }


def settle_units(
    bench: Bench, units: Mapping[int, Sequence[int]]
) -> list[tuple[int, Group, Claim]]:
    """The claims of units, each with its number and its statements, before any judgement."""
    groups = {n: group for n, group in gather_units(bench.board, units).items() if group}
    scene = find_scene(bench, [p for group in groups.values() for p in group])
    settled = flow.settle_groups(
        groups.values(), scene, kit=bench.kit, policy=bench.policy, as_of=bench.as_of
    )
    return [
        (number, group, claim)
        for (number, group), claim in zip(groups.items(), settled, strict=True)
        if claim is not None
    ]


def settle_views(bench: Bench) -> tuple[Claim, ...]:
    """Every claim, as another policy or another day settles the groups that the views hold."""
    board = bench.board
    units = find_units(board, bench.ties, bench.holdings.views.every_cluster())
    numbers = sorted(units)
    found: list[tuple[Key, Claim]] = []
    for start in range(0, len(numbers), UNITS):
        some = {number: units[number] for number in numbers[start : start + UNITS]}
        settled = settle_units(bench, some)
        judged = apply_judgements([claim for *_, claim in settled], bench.judgements)
        found += [(group_order(g), claim) for (_, g, _), claim in zip(settled, judged, strict=True)]
        board.forget()
    return tuple(claim for _, claim in sorted(found, key=lambda pair: pair[0]))


def find_scene(bench: Bench, propositions: Sequence[Proposition]) -> flow.Scene:
    """All that statements rest on: their pages with the versions before them, what these were
    copied from, and the unread pages that name somebody whom they name.
    """
    views = bench.holdings.views
    documents = {p.document for p in propositions}
    copies: dict[str, str] = {}
    waiting: Collection[str] = documents
    while waiting:
        found = views.copies_of(waiting)
        copies.update(found)
        waiting = set(found.values()) - documents - copies.keys()
        documents = documents | waiting
    openings = marks_of(OPENING, openings_named(propositions))
    unread = views.marked(openings, unread=True)
    known = _read(bench, bench.holdings.family(documents | unread.keys()))
    pages = {reading.document.id: reading for reading in known}
    by_opening: dict[str, list[Reading]] = defaultdict(list)
    for document in sorted(unread):
        for mark in unread[document]:
            by_opening[openings[mark]].append(pages[document])
    return flow.Scene(known, pages, copies, by_opening, bench.today)


def _read(bench: Bench, documents: Collection[str]) -> tuple[Reading, ...]:
    return correct_readings(bench.holdings.readings(documents), bench.judgements)
