"""Keep the runs of words of each page, by which near-copies are told without reading them again."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table; forgetting what the views were made by lets them all be made anew."""
    op.create_table(
        "runs",
        sa.Column("page", sa.Integer, primary_key=True, nullable=False, autoincrement=False),
        sa.Column("packed", sa.LargeBinary, nullable=False),
        sqlite_strict=True,
    )
    op.execute("DELETE FROM settled")
    op.execute("INSERT OR IGNORE INTO stale SELECT DISTINCT document FROM captures")
