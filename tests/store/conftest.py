"""Small readings made by hand, and a store to keep them in."""

from pathlib import Path

import pytest

from onrecord.model import (
    Capture,
    Document,
    Reading,
    Region,
    RegionKind,
    make_id,
    text_sha256,
)
from onrecord.store import SqliteStore


def make_page(text: str, reader: str = "rules@1", **facts: str) -> tuple[Capture, Reading]:
    """A capture and what a reader found on it: nothing but its regions."""
    capture = Capture(text, captured="2026-03-01T08:00:00Z", body=text.encode(), **facts)
    digest = text_sha256(text)
    key = make_id("document", digest, capture.url)
    document = Document(
        id=key,
        text=text,
        text_sha256=digest,
        path=capture.path,
        url=capture.url,
        outlet=None,
        author=None,
        title=None,
        title_span=None,
        language="en",
        unread=False,
        published=capture.published,
        captured=capture.captured,
        version_of=None,
        regions=(Region(RegionKind.BODY, 0, len(text)),),
        stories=(),
        passages=(),
    )
    return capture, Reading(make_id("reading", key, reader), reader, document)


@pytest.fixture
def store(tmp_path: Path) -> SqliteStore:
    return SqliteStore(tmp_path / "news.db")
