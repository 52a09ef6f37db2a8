"""Where the records are kept: one SQLite file, append-only, safe for several processes."""

from onrecord.store.holdings import Holdings
from onrecord.store.lineage import Provenance, Sighting, capture_key, put_back, trace_provenance
from onrecord.store.seals import Seal
from onrecord.store.sqlite import SqliteStore
from onrecord.store.views import NewPage, Standing, Views
from onrecord.store.writer import JUDGED, Writer

__all__ = [
    "JUDGED",
    "Holdings",
    "NewPage",
    "Provenance",
    "Seal",
    "Sighting",
    "SqliteStore",
    "Standing",
    "Views",
    "Writer",
    "capture_key",
    "put_back",
    "trace_provenance",
]
