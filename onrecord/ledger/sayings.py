"""What persons say, and what of the ledger it is about, when some of it is new or finds its words
again.
"""

import json
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from onrecord.judge import plain_words
from onrecord.ledger.anchors import anchor_judgements
from onrecord.ledger.arrivals import SPELLING, marks_of
from onrecord.ledger.corrections import MERGE, NAME, SOURCE, SPLIT, STATUS
from onrecord.model import Judgement
from onrecord.store import JUDGED, Holdings, Views
from onrecord.store.codec import dump, load

_NOTED = "judgements"  # under which the views remember what was last laid over them


@dataclass(frozen=True, slots=True)
class Sayings:
    """Judgements at the words that they are about now, with the documents to be read anew and
    the groups to be settled anew because of those that have changed.
    """

    judgements: tuple[Judgement, ...]
    documents: frozenset[str]
    clusters: frozenset[int]


def find_sayings(holdings: Holdings, stale: Collection[str]) -> Sayings:
    """The judgements as they stand once `stale` documents have changed; noted with the views."""
    views = holdings.views
    kept = list(sayings_of(views))
    signed = holdings.judgements()
    twins = holdings.twins(documents_of(signed)) if signed else []
    if JUDGED not in stale and not set(twins) & set(stale) and not _is_first(views):
        return Sayings(tuple(kept), frozenset(), frozenset())
    found = anchor_judgements(signed, holdings.readings(twins)).anchored
    changed = [j for j in found if j not in kept] + [j for j in kept if j not in found]
    views.remember(_NOTED, json.dumps([dump(judgement) for judgement in found]))
    documents = frozenset(d for j in changed for d in _documents_judged(holdings, j))
    clusters = frozenset(c for j in changed for c in _clusters_judged(views, j))
    return Sayings(found, documents, clusters)


def sayings_of(views: Views) -> tuple[Judgement, ...]:
    """The judgements that the views were last settled with, at the words that they are about."""
    noted = json.loads(views.remembered(_NOTED) or "[]")
    return tuple(load(Judgement, line) for line in noted)


def _is_first(views: Views) -> bool:
    """Whether the views have never been settled with any judgement, since they were cleared."""
    return views.remembered(_NOTED) is None


def documents_of(judgements: Iterable[Judgement]) -> set[str]:
    """The documents that judgements name."""
    named = {j.document for j in judgements if j.document is not None}
    return named.union(a.document for j in judgements for a in j.against)


def _documents_judged(holdings: Holdings, judgement: Judgement) -> Sequence[str]:
    """The documents whose statements a judgement changes."""
    if judgement.kind in (SOURCE, MERGE, SPLIT):
        return holdings.twins(documents_of([judgement]))
    if judgement.kind == NAME and judgement.document is not None:
        return [judgement.document]
    if judgement.kind == NAME:
        return sorted(holdings.views.marked(marks_of(SPELLING, [judgement.subject])))
    return []


def _clusters_judged(views: Views, judgement: Judgement) -> set[int]:
    """The groups whose claim a signed status is laid over: by its id, a former one, its words."""
    if judgement.kind != STATUS:
        return set()
    called = views.clusters_called(judgement.subject) if judgement.subject else []
    found = {cluster for alias, cluster in called if alias == judgement.subject}
    if judgement.quote:
        found.update(views.clusters_worded(plain_words(judgement.quote)))
    return found
