"""The facade that the doors use: a ledger file, and pages read into memory."""

from onrecord.ledger.adding import Progress, Summary
from onrecord.ledger.facade import DEFAULT_PATH, Ledger
from onrecord.ledger.shelf import Shelf, read_files

__all__ = ["DEFAULT_PATH", "Ledger", "Progress", "Shelf", "Summary", "read_files"]
