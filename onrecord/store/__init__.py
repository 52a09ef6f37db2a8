"""Where the records are kept: one SQLite file, append-only, safe for several processes."""

from onrecord.store.lineage import Sighting
from onrecord.store.seals import Seal
from onrecord.store.sqlite import SqliteStore
from onrecord.store.writer import Writer

__all__ = ["Seal", "Sighting", "SqliteStore", "Writer"]
