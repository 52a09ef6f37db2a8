"""The tables of a ledger: records, which are only ever added to, and views, which are replaced."""

from typing import Any

from sqlalchemy import Column, Index, Integer, LargeBinary, MetaData, Table, Text

from onrecord.errors import LedgerError

# Marks a SQLite file as ours ("ONRC"), so that no other program's file is ever written to.
APPLICATION_ID = 0x4F4E5243

# The newest migration in migrations/versions; a test holds the two together.
HEAD = "0001"

metadata = MetaData()


def _table(name: str, *columns: Column[Any] | Index) -> Table:
    return Table(name, metadata, *columns, sqlite_strict=True)


def _key(name: str) -> Column[str]:
    return Column(name, Text, primary_key=True, nullable=False)


def _word(name: str) -> Column[str]:
    return Column(name, Text, nullable=False)


# --- records ---------------------------------------------------------------------------------

blobs = _table(
    "blobs",
    _key("sha256"),
    Column("size", Integer, nullable=False),
    Column("packed", LargeBinary, nullable=False),
)
"""The bytes of a file as they came, compressed, under their SHA-256."""

texts = _table(
    "texts",
    _key("sha256"),
    Column("length", Integer, nullable=False),
    Column("packed", LargeBinary, nullable=False),
)
"""The text of a document, compressed, under the SHA-256 of its UTF-8."""

captures = _table(
    "captures",
    _key("key"),
    _word("document"),
    _word("text_sha256"),
    Column("blob", Text),
    Column("path", Text),
    Column("place", Text),
    Column("url", Text),
    Column("given_id", Text),
    Column("published", Text),
    Column("captured", Text),
    _word("body"),
    Index("captures_of_document", "document"),
)
"""Each time a document came through a door under another path or carrier; text and bytes apart."""

readings = _table(
    "readings",
    _key("key"),
    _word("document"),
    _word("reader"),
    Column("packed", LargeBinary, nullable=False),
    Index("readings_of_document", "document"),
)
"""What a reader found in a document, compressed JSON without the text."""

judgements = _table("judgements", _key("id"), _word("at"), _word("body"))
"""A person's corrections."""

faults = _table(
    "faults",
    _key("id"),
    _word("document"),
    _word("stage"),
    _word("error"),
    Column("line", Integer),
    Column("at", Text),
)
"""What could not be read."""

seals = _table(
    "seals",
    _key("document"),
    _word("text_sha256"),
    Column("blobs", Text),
    _word("by"),
    _word("at"),
    _word("why"),
)
"""Documents whose bytes were removed: hash, time and reason stay."""

# --- views -----------------------------------------------------------------------------------

claims = _table(
    "claims",
    _key("id"),
    Column("place", Integer, nullable=False),
    _word("status"),
    _word("body"),
)
"""The claims in the order that settling gave them."""

evidence = _table(
    "evidence",
    _key("claim"),
    Column("place", Integer, primary_key=True, nullable=False),
    _word("statement"),
    _word("document"),
    _word("stance"),
    Index("evidence_of_statement", "statement"),
)
"""Which statement stands where towards which claim."""

settled = _table("settled", _key("view"), _word("fingerprint"))
"""From which records the views were made: stale views are never shown."""

VIEWS = (evidence, claims)


def check_version(found: str | None, path: str) -> bool:
    """Whether the schema is the newest; a version that this onrecord does not know is an error."""
    if found is not None and found > HEAD:
        raise LedgerError(
            f"{path}: written by a newer onrecord (schema {found}, this one knows {HEAD}); "
            "upgrade onrecord to open it"
        )
    return found == HEAD
