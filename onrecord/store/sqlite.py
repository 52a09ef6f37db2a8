"""A ledger in one SQLite file: records that are only added to, and views that can be made again."""

import zlib
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import func, select
from sqlalchemy.engine import Connection

from onrecord.model import Fault, Judgement, Reading
from onrecord.store import schema
from onrecord.store.connection import WRITING, is_writable, open_engine, told_as_ledger_errors
from onrecord.store.holdings import Holdings
from onrecord.store.lineage import Sighting
from onrecord.store.records import (
    in_parts,
    load_judgements,
    load_readings,
    load_record_keys,
    load_sightings,
)
from onrecord.store.seals import Seal
from onrecord.store.writer import Writer


class SqliteStore:
    """The records and views of one ledger file; safe to open from several processes at once."""

    def __init__(self, path: Path | str, *, read_only: bool = False) -> None:
        self.path = Path(path)
        self.read_only = read_only or not is_writable(self.path)
        self._engine = open_engine(self.path, read_only=self.read_only)
        self._decoded: dict[str, Reading] = {}

    # --- writing -----------------------------------------------------------------------------

    @contextmanager
    def writing(self) -> Iterator[Writer]:
        """One write transaction: all of it is kept, or nothing."""
        with (
            told_as_ledger_errors(self.path),
            self._engine.connect().execution_options(**{WRITING: True}) as connection,
            connection.begin(),
        ):
            yield Writer(connection, self._decoded)

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with (
            told_as_ledger_errors(self.path),
            self._engine.connect() as connection,
            connection.begin(),
        ):
            yield connection

    def scrub(self) -> None:
        """After sealing: nothing may stay in this process's memory or in the write-ahead log."""
        self._decoded.clear()
        with told_as_ledger_errors(self.path), self._engine.connect() as connection:
            raw = connection.connection.dbapi_connection
            assert raw is not None
            raw.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")

    # --- records -----------------------------------------------------------------------------

    def readings(self, documents: Collection[str] | None = None) -> tuple[Reading, ...]:
        """The newest reading of every document (or of `documents`), sorted by document."""
        with self._reading() as connection:
            return load_readings(connection, documents, self._decoded)

    def known_captures(self, keys: Collection[str], reader: str) -> set[str]:
        """Which of the capture `keys` are kept, were read by `reader`, or are sealed."""
        captures, readings, seals = schema.captures, schema.readings, schema.seals
        known: set[str] = set()
        with self._reading() as connection:
            for some in in_parts(keys):
                read = (
                    select(captures.c.key)
                    .join(readings, readings.c.document == captures.c.document)
                    .where(captures.c.key.in_(some), readings.c.reader == reader)
                )
                sealed = (
                    select(captures.c.key)
                    .join(seals, seals.c.document == captures.c.document)
                    .where(captures.c.key.in_(some))
                )
                known.update(connection.scalars(read), connection.scalars(sealed))
        return known

    def sightings(self) -> list[Sighting]:
        """Every capture of every document, without its text."""
        with self._reading() as connection:
            return load_sightings(connection)

    def blob(self, document: str) -> bytes | None:
        """The bytes of a document as they came, where they were kept."""
        captures, blobs = schema.captures, schema.blobs
        query = (
            select(blobs.c.packed)
            .join(captures, captures.c.blob == blobs.c.sha256)
            .where(captures.c.document == document)
            .order_by(captures.c.key)
        )
        with self._reading() as connection:
            packed = connection.scalars(query).first()
        return None if packed is None else zlib.decompress(packed)

    def judgements(self) -> tuple[Judgement, ...]:
        """Every judgement, in the order of their times."""
        with self._reading() as connection:
            return load_judgements(connection)

    def faults(self) -> tuple[Fault, ...]:
        """What could not be read, by document and line."""
        table = schema.faults
        query = select(table.c.document, table.c.stage, table.c.error, table.c.line)
        with self._reading() as connection:
            rows = connection.execute(query.order_by(table.c.document, table.c.line, table.c.id))
            return tuple(Fault(row.document, row.stage, row.error, row.line) for row in rows)

    def seals(self) -> tuple[Seal, ...]:
        """Documents whose bytes were removed, with who, when and why."""
        table = schema.seals
        with self._reading() as connection:
            rows = connection.execute(select(table).order_by(table.c.document))
            return tuple(
                Seal(row.document, row.text_sha256, row.by, row.at, row.why) for row in rows
            )

    def record_keys(self) -> tuple[str, ...]:
        """The keys of all that settling rests on: the same keys give the same claims."""
        with self._reading() as connection:
            return load_record_keys(connection)

    # --- views -------------------------------------------------------------------------------

    @contextmanager
    def viewing(self) -> Iterator[Holdings]:
        """The records and views as they stand at one moment; whoever writes does not disturb."""
        with self._reading() as connection:
            yield Holdings(connection, self._decoded)

    def count_readings(self) -> int:
        """How many readings are kept."""
        with self._reading() as connection:
            return connection.scalar(select(func.count()).select_from(schema.readings)) or 0
