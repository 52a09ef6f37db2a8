"""Where the records are kept: one SQLite file, append-only, safe for several processes."""

from onrecord.store.lineage import Provenance, Sighting, capture_key, put_back, trace_provenance
from onrecord.store.seals import Seal
from onrecord.store.sqlite import SqliteStore
from onrecord.store.writer import Writer

__all__ = [
    "Provenance",
    "Seal",
    "Sighting",
    "SqliteStore",
    "Writer",
    "capture_key",
    "put_back",
    "trace_provenance",
]
