"""Lay the records and the views."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make every table of the first ledger."""
    _table("blobs", _key("sha256"), _number("size"), _bytes("packed"))
    _table("texts", _key("sha256"), _number("length"), _bytes("packed"))
    _table(
        "captures",
        _key("key"),
        *_words("document", "text_sha256"),
        *_maybes("blob", "path", "place", "url", "given_id", "published", "captured"),
        *_words("body"),
    )
    _table("readings", _key("key"), *_words("document", "reader"), _bytes("packed"))
    _table("judgements", _key("id"), *_words("at", "body"))
    _table(
        "faults",
        _key("id"),
        *_words("document", "stage", "error"),
        sa.Column("line", sa.Integer),
        *_maybes("at"),
    )
    _table(
        "seals",
        _key("document"),
        *_words("text_sha256"),
        *_maybes("blobs"),
        *_words("by", "at", "why"),
    )
    _table("claims", _key("id"), _number("place"), *_words("status", "body"))
    _table(
        "evidence",
        _key("claim"),
        sa.Column("place", sa.Integer, primary_key=True, nullable=False),
        *_words("statement", "document", "stance"),
    )
    _table("settled", _key("view"), *_words("fingerprint"))
    op.create_index("captures_of_document", "captures", ["document"])
    op.create_index("readings_of_document", "readings", ["document"])
    op.create_index("evidence_of_statement", "evidence", ["statement"])


def _table(name: str, *columns: sa.Column[Any]) -> None:
    op.create_table(name, *columns, sqlite_strict=True)


def _key(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text, primary_key=True, nullable=False)


def _words(*names: str) -> list[sa.Column[str]]:
    return [sa.Column(name, sa.Text, nullable=False) for name in names]


def _maybes(*names: str) -> list[sa.Column[str]]:
    return [sa.Column(name, sa.Text) for name in names]


def _number(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer, nullable=False)


def _bytes(name: str) -> sa.Column[bytes]:
    return sa.Column(name, sa.LargeBinary, nullable=False)
