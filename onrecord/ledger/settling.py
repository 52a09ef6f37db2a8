"""Settling a ledger: from its records to its views, a few pages at a time.

A page that came, changed or went touches the groups that it shares a blocking key with, the
claims that stand on it, and nothing else; what is written equals settling everything from nothing
(`settle_readings`), and the tests of the laws hold it to that.
"""

from collections.abc import Callable, Collection, Sequence

from onrecord import __version__, flow, judge
from onrecord.kit import Kit
from onrecord.ledger.anchors import anchor_judgements
from onrecord.ledger.arrivals import look_up, make_page
from onrecord.ledger.copying import Copies
from onrecord.ledger.corrections import correct_readings
from onrecord.ledger.linking import form_groups, put_edges
from onrecord.ledger.sayings import find_sayings, sayings_of
from onrecord.ledger.standing import Bench, find_homes, find_units, settle_units
from onrecord.link.clusters import group_order, node_of
from onrecord.link.ties import Ties, read_ties
from onrecord.model import Answer, Claim, Judgement, Reading, make_id
from onrecord.store import JUDGED, Holdings, SqliteStore, Views, Writer

ROUND = 100  # documents that are settled in one transaction, so that no other writer waits long
_STAMP, _DAY = "program", "day"


def settle_store(
    store: SqliteStore, kit: Kit, policy: str, told: Callable[[int], None] | None = None
) -> None:
    """Settle all that waits, a transaction for each hundred documents; `told` how many wait."""
    while not is_settled(store, kit, policy):
        with store.writing() as writer:
            settle_some(writer, kit, policy)
            left = writer.views.count_stale() if told else 0
        if told and left:
            told(left)


def is_settled(store: SqliteStore, kit: Kit, policy: str) -> bool:
    """Whether the views are those that the records, the program, the kit and the policy give."""
    with store.viewing() as holdings:
        views = holdings.views
        return views.remembered(_STAMP) == make_stamp(policy, kit) and not views.waits()


def make_stamp(policy: str, kit: Kit) -> str:
    """What the views depend on beside the records."""
    return make_id("settled", __version__, policy, kit.digest)


def settle_inside(writer: Writer, kit: Kit, policy: str) -> None:
    """Settle all that waits in this very transaction: for a judgement or a seal."""
    while writer.views.remembered(_STAMP) != make_stamp(policy, kit) or writer.views.waits():
        settle_some(writer, kit, policy)


def settle_some(writer: Writer, kit: Kit, policy: str) -> None:
    """Settle some of the documents that wait, with every claim that they touch."""
    views, stamp = writer.views, make_stamp(policy, kit)
    if views.remembered(_STAMP) != stamp:
        views.clear()
        views.remember(_STAMP, stamp)
    stale = views.stale(ROUND)
    sayings = find_sayings(writer, stale)
    judgements, ties = sayings.judgements, read_ties(sayings.judgements)
    touched = set(sayings.clusters)
    bench = Bench(writer, judgements, ties, kit, policy, "")
    touched |= _replace_pages(bench, {*stale, *sayings.documents} - {JUDGED})
    today, before = views.latest_day(), views.remembered(_DAY) or ""
    if today != before:
        touched |= set(views.clusters_due(*sorted((today, before))))
        views.remember(_DAY, today)
    _replace_claims(bench.on(today), touched)
    views.unmark(stale)


def settle_readings(
    readings: Sequence[Reading],
    judgements: Sequence[Judgement],
    *,
    kit: Kit,
    policy: str,
    as_of: str | None = None,
    known_at: str | None = None,
) -> tuple[Claim, ...]:
    """The claims of `readings`, with each judgement at the words that it is about."""
    anchored = anchor_judgements(judgements, readings).anchored
    return flow.settle(
        correct_readings(readings, anchored),
        kit=kit,
        judgements=anchored,
        policy=policy,
        as_of=as_of,
        known_at=known_at,
    )


def ask_readings(
    sentence: str,
    readings: Sequence[Reading],
    judgements: Sequence[Judgement],
    *,
    kit: Kit,
    policy: str,
    as_of: str | None = None,
    known_at: str | None = None,
) -> Answer:
    """What `readings` say about a sentence, with each judgement at the words that it is about."""
    anchored = anchor_judgements(judgements, readings).anchored
    return flow.ask(
        sentence,
        correct_readings(readings, anchored),
        kit=kit,
        judgements=anchored,
        policy=policy,
        as_of=as_of,
        known_at=known_at,
    )


def take_bench(holdings: Holdings, kit: Kit, policy: str, as_of: str | None = None) -> Bench:
    """What questions to a settled ledger are answered with."""
    judgements = sayings_of(holdings.views)
    today = holdings.views.remembered(_DAY) or ""
    return Bench(holdings, judgements, read_ties(judgements), kit, policy, today, as_of)


# --- pages ---------------------------------------------------------------------------------------


def _replace_pages(bench: Bench, wanted: Collection[str]) -> set[int]:
    """Put pages into the views as they are now; the groups that this touches."""
    writer, ties, kit = bench.holdings, bench.ties, bench.kit
    views = writer.views
    pages = look_up(writer, wanted, bench.judgements, ties)
    kept = views.pages({*wanted, *pages})
    changed = [d for d in sorted(pages) if d not in kept or kept[d].state != pages[d].state]
    gone = [d for d in sorted(kept) if d not in pages or d in changed]
    resting = set(views.marked(views.marks_of_unread([kept[d].number for d in gone])))
    loose, touched = _let_go(views, [kept[d].number for d in gone])
    come = [make_page(pages[document], kit, ties) for document in changed]
    for page in come:
        views.add_page(page)
    put_edges(bench.board, [key for page in come for key in page.keys], kit, ties)
    fresh = {node for page in come for node, _ in page.keys}
    touched |= form_groups(bench.board, fresh | loose)
    live = [page.document for page in come if page.live]
    resting |= Copies(writer).renew(gone, live) | set(pages if changed else ())
    resting |= set(views.marked({m for page in come if page.unread for m in page.marks}))
    touched |= _clusters_on(views, resting)
    return touched | _clusters_tied(views, ties, touched)


def _let_go(views: Views, numbers: Collection[int]) -> tuple[set[int], set[int]]:
    """Drop pages; who stood beside their statements, and the groups that these stood in."""
    leaving = views.standings_on(numbers)
    clusters = {s.cluster for s in leaving.values() if s.cluster is not None}
    left = views.members(clusters).keys() - leaving.keys()
    loose = {node for node, s in views.standings(left).items() if s.twin is None}
    for number in sorted(numbers):
        views.drop_page(number)
    return loose, clusters


def _clusters_on(views: Views, documents: Collection[str]) -> set[int]:
    """The groups with a statement on one of `documents`."""
    numbers = {page.number for page in views.pages(documents).values()}
    return {s.cluster for s in views.standings_on(numbers).values() if s.cluster is not None}


def _clusters_tied(views: Views, ties: Ties, touched: Collection[int]) -> set[int]:
    """The groups that a person joined to one of `touched`, or to what is no more."""
    home = find_homes(views, ties)
    found: set[int] = set()
    for pair in ties.together:
        ends = [home.get(node_of(key)) for key in pair]
        if None in ends or set(ends) & set(touched):
            found |= {end for end in ends if end is not None}
    return found


# --- claims --------------------------------------------------------------------------------------


def _replace_claims(bench: Bench, clusters: Collection[int]) -> None:
    """Settle the claims of groups again, and drop those of groups that are no more."""
    views = bench.holdings.views
    answered = {s.answers for s in views.members(clusters).values() if s.answers is not None}
    beside = {s.cluster for s in views.standings(answered).values() if s.cluster is not None}
    units = find_units(bench.board, bench.ties, {*clusters, *beside})
    views.drop_claims({*clusters, *beside, *units, *(c for unit in units.values() for c in unit)})
    for number, group, claim in settle_units(bench, units):
        judged = judge.apply_judgements([claim], bench.judgements)[0]
        words = judge.plain_words(claim.text)
        views.put_claim(number, "/".join(group_order(group)), words, judged)
