"""The steps from an empty file to today's tables, applied on opening (Alembic)."""
