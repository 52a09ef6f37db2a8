"""onrecord: an evidence ledger for news."""

__version__ = "0.1.0"
