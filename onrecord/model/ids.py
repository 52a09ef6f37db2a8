"""Ids: hashes of what makes a record that record, the same on every machine."""

import hashlib

ID_LENGTH = 16  # hex digits: 64 bits; a clash is expected beyond four billion records of a kind


def make_id(*parts: object) -> str:
    """The content hash of `parts`: the same parts give the same id on every machine."""
    joined = "\x1f".join("" if part is None else str(part) for part in parts)
    return hashlib.sha256(joined.encode("utf-8", "surrogatepass")).hexdigest()[:ID_LENGTH]


def text_sha256(text: str) -> str:
    """The SHA-256 of a text in UTF-8, in hex."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
