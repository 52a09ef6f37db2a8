"""The tables of a ledger: records, which are only ever added to, and views, which are replaced."""

from typing import Any

from sqlalchemy import Column, Index, Integer, LargeBinary, MetaData, Table, Text, text

from onrecord.errors import LedgerError

# Marks a SQLite file as ours ("ONRC"), so that no other program's file is ever written to.
APPLICATION_ID = 0x4F4E5243

# The newest migration in migrations/versions; a test holds the two together.
HEAD = "0004"

metadata = MetaData()


def _table(name: str, *columns: Column[Any] | Index) -> Table:
    return Table(name, metadata, *columns, sqlite_strict=True)


def _pairs(name: str, *columns: Column[Any] | Index) -> Table:
    """A table that is nothing but its own index: millions of short rows, found by the first."""
    return Table(name, metadata, *columns, sqlite_strict=True, sqlite_with_rowid=False)


def _key(name: str) -> Column[str]:
    return Column(name, Text, primary_key=True, nullable=False)


def _number(name: str) -> Column[int]:
    return Column(name, Integer, primary_key=True, nullable=False, autoincrement=False)


def _word(name: str) -> Column[str]:
    return Column(name, Text, nullable=False)


def _count(name: str) -> Column[int]:
    return Column(name, Integer, nullable=False)


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
    Index("captures_at_address", "url"),
    Index("captures_at_place", "place", "given_id"),
    Index("captures_of_text", "text_sha256"),
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

# --- views: what can always be worked out again from the records ------------------------------

stale = _table("stale", _key("document"))
"""Documents whose records have changed since their claims were settled; they come with the
records, in one transaction, so that nothing is forgotten if a process dies."""

pages = _table(
    "pages",
    _number("number"),
    Column("document", Text, nullable=False, unique=True),
    _word("state"),
    _count("live"),
    _count("unread"),
    _word("day"),
    Column("packed", LargeBinary, nullable=False),
    Column("found_by", LargeBinary, nullable=False),
    Index("pages_by_day", "live", "day"),
)
"""The pages that are settled: from what (`state`), whether another version replaces it, the
latest day that it knows of, its propositions, a line of JSON each, and the marks and keys that
lead to it."""

propositions = _table(
    "propositions",
    _number("node"),
    _count("page"),
    _count("line"),
    _count("free"),
    _count("tells"),
    Column("answers", Integer),
    Column("cluster", Integer),
    Column("twin", Integer),
    Index("propositions_of_page", "page"),
    Index("propositions_of_cluster", "cluster"),
    Index("propositions_answering", "answers"),
    Index("propositions_twice", "twin", sqlite_where=text("twin IS NOT NULL")),
)
"""The statements that can be evidence, the group that each stands in, and what its page said
before in the same words."""

keys = _pairs("keys", _number("key"), _number("node"))
"""The blocking keys of propositions."""

edges = _pairs("edges", _number("one"), _number("other"), _count("score"))
"""How like two propositions are, in thousandths; each pair both ways round."""

marks = _pairs("marks", _number("mark"), _number("page"))
"""What a page can be found by: its telling words, its spellings, the openings of its names, the
bands of its MinHash."""

names = _pairs("names", _key("stem"), _key("name"), _number("page"), Index("names_of_page", "page"))
"""The names that pages know, by a stem of each."""

runs = _table("runs", _number("page"), Column("packed", LargeBinary, nullable=False))
"""The runs of words of pages as numbers, by which near-copies are told."""

copies = _table(
    "copies", _key("document"), _word("original"), Index("copies_of_original", "original")
)
"""Near-copies, and what they were made from."""

claims = _table(
    "claims",
    _number("cluster"),
    _word("id"),
    _word("place"),
    _word("status"),
    Column("due", Text),
    _word("words"),
    _word("body"),
    Index("claims_by_id", "id"),
    Index("claims_in_order", "place"),
    Index("claims_by_due_day", "due"),
    Index("claims_by_words", "words"),
)
"""The claims, one of each group of propositions that is worth one."""

aliases = _pairs("aliases", _key("alias"), _number("cluster"), Index("aliases_of", "cluster"))
"""The ids that a claim has or had."""

evidence = _pairs(
    "evidence",
    _number("cluster"),
    _number("place"),
    _word("statement"),
    _word("document"),
    _word("stance"),
    Index("evidence_of_statement", "statement"),
    Index("evidence_of_document", "document"),
)
"""Which statement stands where towards which claim."""

settled = _table("settled", _key("view"), _word("fingerprint"))
"""By which program, kit and policy the views were made, and the day and the judgements that they
were last settled with."""

VIEWS = (
    pages,
    propositions,
    keys,
    edges,
    marks,
    names,
    runs,
    copies,
    claims,
    aliases,
    evidence,
    settled,
)


def check_version(found: str | None, path: str) -> bool:
    """Whether the schema is the newest; a version that this onrecord does not know is an error."""
    if found is not None and found > HEAD:
        raise LedgerError(
            f"{path}: written by a newer onrecord (schema {found}, this one knows {HEAD}); "
            "upgrade onrecord to open it"
        )
    return found == HEAD
