"""Reading records out of a ledger inside an open transaction."""

import json
import zlib
from collections.abc import Collection, Iterator
from dataclasses import replace

from sqlalchemy import select
from sqlalchemy.engine import Connection

from onrecord.model import Judgement, Reading
from onrecord.store import schema
from onrecord.store.codec import load
from onrecord.store.lineage import Sighting, put_back, trace_provenance

MANY = 500  # ids in one query: well under SQLite's limit on parameters
MOST_DECODED = 2_000  # readings that a process remembers: about 100 MB of articles


def load_readings(
    connection: Connection,
    documents: Collection[str] | None = None,
    decoded: dict[str, Reading] | None = None,
) -> tuple[Reading, ...]:
    """The newest reading of every document (or of `documents`), its text and provenance put back.

    `decoded` remembers readings by key from one call to the next: a reading never changes.
    """
    decoded = {} if decoded is None else decoded
    if len(decoded) > MOST_DECODED:
        decoded.clear()
    seen = load_sightings(connection) if documents is None else load_family(connection, documents)
    provenance = trace_provenance(seen)
    wanted = provenance.keys() if documents is None else provenance.keys() & set(documents)
    found: list[Reading] = []
    for some in in_parts(wanted):
        newest = _find_newest(connection, some)
        _decode(connection, [key for key in newest.values() if key not in decoded], decoded)
        for document, key in sorted(newest.items()):
            found.append(put_back(decoded[key], provenance[document]))
    return tuple(found)


def _find_newest(connection: Connection, documents: list[str]) -> dict[str, str]:
    """The key of the newest reading of each of `documents`."""
    table = schema.readings
    query = select(table.c.document, table.c.reader, table.c.key)
    newest: dict[str, tuple[tuple[int, str], str]] = {}
    for document, reader, key in connection.execute(query.where(table.c.document.in_(documents))):
        ranked = (_rank_reader(reader), key)
        newest[document] = max(newest.get(document, ranked), ranked)
    return {document: key for document, (_, key) in newest.items()}


def _decode(connection: Connection, keys: list[str], decoded: dict[str, Reading]) -> None:
    """Put the readings of `keys` into `decoded`, each with its text."""
    table, captures, texts = schema.readings, schema.captures, schema.texts
    held = select(captures.c.document, captures.c.text_sha256).distinct().subquery()
    query = (
        select(table.c.key, table.c.packed, texts.c.packed)
        .join(held, held.c.document == table.c.document)
        .join(texts, texts.c.sha256 == held.c.text_sha256)
        .where(table.c.key.in_(keys))
    )
    for key, packed, text in connection.execute(query):
        reading = load(Reading, zlib.decompress(packed))
        document = replace(reading.document, text=zlib.decompress(text).decode("utf-8"))
        decoded[key] = replace(reading, document=document)


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


def load_sightings(
    connection: Connection, documents: Collection[str] | None = None
) -> list[Sighting]:
    """Every capture of every document (or of `documents`), without its text."""
    table = schema.captures
    query = select(*_SEEN).order_by(table.c.key)
    if documents is None:
        return [Sighting(*row) for row in connection.execute(query)]
    return [
        Sighting(*row)
        for some in in_parts(documents)
        for row in connection.execute(query.where(table.c.document.in_(some)))
    ]


_SEEN = (
    schema.captures.c.document,
    schema.captures.c.path,
    schema.captures.c.place,
    schema.captures.c.url,
    schema.captures.c.given_id,
    schema.captures.c.published,
    schema.captures.c.captured,
)


def load_family(connection: Connection, documents: Collection[str]) -> list[Sighting]:
    """The captures of `documents` and of every document that is, step by step, a version of one
    of them: what tells where they came from rests on these and on no others.
    """
    found: dict[str, list[Sighting]] = {}
    addresses: set[tuple[str, ...]] = set()
    waiting = set(documents)
    while waiting:
        found.update((document, []) for document in waiting)
        for sighting in load_sightings(connection, waiting):
            found[sighting.document].append(sighting)
        here = {s.page for d in waiting for s in found[d] if len(s.page) > 1} - addresses
        addresses |= here
        waiting = {d for page in sorted(here) for d in _documents_at(connection, page)}
        waiting -= found.keys()
    return [sighting for document in sorted(found) for sighting in found[document]]


def _documents_at(connection: Connection, page: tuple[str, ...]) -> list[str]:
    """The documents that were captured at the address or place of a page."""
    if page[0] == "url":
        query = "SELECT DISTINCT document FROM captures WHERE url = ?"
        return [row[0] for row in connection.exec_driver_sql(query, (page[1],))]
    _, place, given = page
    same = "given_id = ?" if given else "(given_id IS NULL OR given_id = ?)"
    query = f"SELECT DISTINCT document FROM captures WHERE place = ? AND {same}"
    return [row[0] for row in connection.exec_driver_sql(query, (place, given))]


def load_twins(connection: Connection, documents: Collection[str]) -> list[str]:
    """`documents` and all others of the very same texts: their statements have the same ids."""
    query = (
        "SELECT DISTINCT document FROM captures WHERE text_sha256 IN (SELECT text_sha256 FROM "
        "captures WHERE document IN (SELECT value FROM json_each(?))) ORDER BY document"
    )
    listed = json.dumps(sorted(documents))
    return [row[0] for row in connection.exec_driver_sql(query, (listed,))]


def in_parts(keys: Collection[str]) -> Iterator[list[str]]:
    """`keys`, sorted, in lists short enough for one query."""
    ordered = sorted(keys)
    for start in range(0, len(ordered), MANY):
        yield ordered[start : start + MANY]
