"""What stays of a document whose bytes were removed."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Seal:
    """A court order, an erasure, an embargo or a source's protection: hash, time and reason."""

    document: str
    text_sha256: str
    by: str
    at: str
    why: str
