"""Lay views that a new page changes in a few places, where they were made anew before."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the new views; every document that is kept waits to be settled into them."""
    for view in ("evidence", "claims", "settled"):
        op.drop_table(view)
    op.create_index("captures_at_address", "captures", ["url"])
    op.create_index("captures_at_place", "captures", ["place", "given_id"])
    op.create_index("captures_of_text", "captures", ["text_sha256"])
    _table("stale", _word("document", key=True))
    op.execute("INSERT INTO stale SELECT DISTINCT document FROM captures")
    _lay_pages()
    _lay_pairs()
    _lay_claims()


def _lay_pages() -> None:
    _table(
        "pages",
        _number("number", key=True),
        sa.Column("document", sa.Text, nullable=False, unique=True),
        _word("state"),
        *(_number(name) for name in ("live", "unread")),
        _word("day"),
        sa.Column("packed", sa.LargeBinary, nullable=False),
        sa.Column("found_by", sa.LargeBinary, nullable=False),
    )
    op.create_index("pages_by_day", "pages", ["live", "day"])
    _table(
        "propositions",
        _number("node", key=True),
        *(_number(name) for name in ("page", "line", "free", "tells")),
        sa.Column("answers", sa.Integer),
        sa.Column("cluster", sa.Integer),
    )
    op.create_index("propositions_of_page", "propositions", ["page"])
    op.create_index("propositions_of_cluster", "propositions", ["cluster"])
    op.create_index("propositions_answering", "propositions", ["answers"])


def _lay_pairs() -> None:
    _pairs("keys", _number("key", key=True), _number("node", key=True))
    _pairs("edges", _number("one", key=True), _number("other", key=True), _number("score"))
    _pairs("marks", _number("mark", key=True), _number("page", key=True))
    _pairs("names", _word("stem", key=True), _word("name", key=True), _number("page", key=True))
    op.create_index("names_of_page", "names", ["page"])
    _table("copies", _word("document", key=True), _word("original"))
    op.create_index("copies_of_original", "copies", ["original"])


def _lay_claims() -> None:
    _table(
        "claims",
        _number("cluster", key=True),
        *(_word(name) for name in ("id", "place", "status")),
        sa.Column("due", sa.Text),
        *(_word(name) for name in ("words", "body")),
    )
    op.create_index("claims_by_id", "claims", ["id"])
    op.create_index("claims_in_order", "claims", ["place"])
    op.create_index("claims_by_due_day", "claims", ["due"])
    op.create_index("claims_by_words", "claims", ["words"])
    _pairs("aliases", _word("alias", key=True), _number("cluster", key=True))
    op.create_index("aliases_of", "aliases", ["cluster"])
    _pairs(
        "evidence",
        _number("cluster", key=True),
        _number("place", key=True),
        *(_word(name) for name in ("statement", "document", "stance")),
    )
    op.create_index("evidence_of_statement", "evidence", ["statement"])
    op.create_index("evidence_of_document", "evidence", ["document"])
    _table("settled", _word("view", key=True), _word("fingerprint"))


def _table(name: str, *columns: sa.Column[Any]) -> None:
    op.create_table(name, *columns, sqlite_strict=True)


def _pairs(name: str, *columns: sa.Column[Any]) -> None:
    op.create_table(name, *columns, sqlite_strict=True, sqlite_with_rowid=False)


def _word(name: str, *, key: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.Text, primary_key=key, nullable=False)


def _number(name: str, *, key: bool = False) -> sa.Column[int]:
    return sa.Column(name, sa.Integer, primary_key=key, nullable=False, autoincrement=False)
