"""Note what a page says twice in the same words, which is then compared with others only once."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the column; forgetting what the views were made by lets them all be made anew."""
    op.add_column("propositions", sa.Column("twin", sa.Integer))
    op.create_index(
        "propositions_twice", "propositions", ["twin"], sqlite_where=sa.text("twin IS NOT NULL")
    )
    op.execute("DELETE FROM settled")
    op.execute("INSERT OR IGNORE INTO stale SELECT DISTINCT document FROM captures")
