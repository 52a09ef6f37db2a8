"""Names on a page, and who is meant by them, by pronouns and by descriptions."""

from onrecord.resolve.names import find_names
from onrecord.resolve.sources import resolve_sources

__all__ = ["find_names", "resolve_sources"]
