"""A ledger in one SQLite file: records that are only added to, and views that can be made again."""

import zlib
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from sqlalchemy import Table, func, select
from sqlalchemy.engine import Connection

from onrecord.model import Claim, Fault, Judgement, Reading
from onrecord.store import schema
from onrecord.store.codec import load
from onrecord.store.connection import WRITING, open_engine, told_as_ledger_errors
from onrecord.store.lineage import Provenance, Sighting, trace_provenance
from onrecord.store.seals import Seal
from onrecord.store.writer import Writer

_MANY = 500  # ids in one query: well under SQLite's limit on parameters


class SqliteStore:
    """The records and views of one ledger file; safe to open from several processes at once."""

    def __init__(self, path: Path | str, *, read_only: bool = False) -> None:
        self.path = Path(path)
        self._engine = open_engine(self.path, read_only=read_only)

    # --- writing -----------------------------------------------------------------------------

    @contextmanager
    def writing(self) -> Iterator[Writer]:
        """One write transaction: all of it is kept, or nothing."""
        with (
            told_as_ledger_errors(self.path),
            self._engine.connect().execution_options(**{WRITING: True}) as connection,
            connection.begin(),
        ):
            yield Writer(connection)

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with told_as_ledger_errors(self.path), self._engine.connect() as connection:
            yield connection

    # --- records -----------------------------------------------------------------------------

    def readings(self, documents: Collection[str] | None = None) -> tuple[Reading, ...]:
        """The newest reading of every document (or of `documents`), sorted by document."""
        with self._reading() as connection:
            return load_readings(connection, documents)

    def known_captures(self, keys: Collection[str], reader: str) -> set[str]:
        """Which of the capture `keys` are kept, were read by `reader`, or are sealed."""
        captures, readings, seals = schema.captures, schema.readings, schema.seals
        known: set[str] = set()
        with self._reading() as connection:
            for some in _in_parts(keys):
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
            return _load_sightings(connection)

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

    def claims(self) -> tuple[Claim, ...]:
        """The claims as they were last settled."""
        query = select(schema.claims.c.body).order_by(schema.claims.c.place)
        with self._reading() as connection:
            return tuple(load(Claim, body) for body in connection.scalars(query))

    def fingerprint(self, view: str = "claims") -> str | None:
        """From which records the views were made, None where they never were."""
        table = schema.settled
        with self._reading() as connection:
            return connection.scalar(select(table.c.fingerprint).where(table.c.view == view))

    def count(self, table: Table) -> int:
        """How many rows a table has."""
        with self._reading() as connection:
            return connection.scalar(select(func.count()).select_from(table)) or 0


def load_readings(
    connection: Connection, documents: Collection[str] | None = None
) -> tuple[Reading, ...]:
    """The newest reading of every document, its text and provenance put back."""
    table, captures, texts = schema.readings, schema.captures, schema.texts
    provenance = trace_provenance(_load_sightings(connection))
    wanted = sorted(provenance if documents is None else documents)
    found: list[Reading] = []
    for some in _in_parts(wanted):
        rows = connection.execute(
            select(table.c.document, table.c.reader, table.c.packed).where(
                table.c.document.in_(some)
            )
        )
        newest: dict[str, tuple[tuple[int, str], bytes]] = {}
        for document, reader, packed in rows:
            ranked = (_rank_reader(reader), packed)
            newest[document] = max(newest.get(document, ranked), ranked, key=lambda pair: pair[0])
        pairs = select(captures.c.document, texts.c.packed).join(
            texts, texts.c.sha256 == captures.c.text_sha256
        )
        kept = dict(connection.execute(pairs.where(captures.c.document.in_(some))).tuples().all())
        for document in sorted(newest):
            reading = load(Reading, zlib.decompress(newest[document][1]))
            text = zlib.decompress(kept[document]).decode("utf-8")
            found.append(_put_back(reading, text, provenance[document]))
    return tuple(found)


def _put_back(reading: Reading, text: str, provenance: Provenance) -> Reading:
    """`reading` with what is stored once for all its readers."""
    document = replace(
        reading.document,
        text=text,
        path=provenance.path,
        captured=provenance.captured,
        version_of=provenance.version_of,
    )
    return replace(reading, document=document)


def _rank_reader(reader: str) -> tuple[int, str]:
    """Readers by version, then by name: "rules@2" is newer than "rules@1"."""
    name, _, version = reader.rpartition("@")
    return (int(version) if version.isdecimal() else 0, name)


def load_judgements(connection: Connection) -> tuple[Judgement, ...]:
    """Every judgement, in the order of their times."""
    table = schema.judgements
    bodies = connection.scalars(select(table.c.body).order_by(table.c.at, table.c.id))
    return tuple(load(Judgement, body) for body in bodies)


def load_record_keys(connection: Connection) -> tuple[str, ...]:
    """The keys of captures, readings, judgements and seals, sorted."""
    columns = (
        schema.captures.c.key,
        schema.readings.c.key,
        schema.judgements.c.id,
        schema.seals.c.document,
    )
    return tuple(
        f"{column.table.name}:{key}"
        for column in columns
        for key in connection.scalars(select(column).order_by(column))
    )


def _load_sightings(connection: Connection) -> list[Sighting]:
    table = schema.captures
    query = select(
        table.c.document,
        table.c.path,
        table.c.url,
        table.c.given_id,
        table.c.published,
        table.c.captured,
    )
    return [Sighting(*row) for row in connection.execute(query.order_by(table.c.key)).tuples()]


def _in_parts(keys: Collection[str]) -> Iterator[list[str]]:
    ordered = sorted(keys)
    for start in range(0, len(ordered), _MANY):
        yield ordered[start : start + _MANY]
