"""Articles of our own writing about invented companies, and what their ledger must show.

Nobody and nothing in them is real. Where a story names a well-known company in passing (to show
how a garbled name is recognised), no words and no deeds are put in its mouth.
"""

import tomllib
from pathlib import Path
from typing import Any

__all__ = ["ARTICLES", "EXPECTED", "article_paths", "expected_ledger"]

ARTICLES = Path(__file__).parent / "articles"
EXPECTED = Path(__file__).parent / "expected.toml"


def article_paths() -> list[Path]:
    """The example files in the order of their names, ready for `onrecord add`."""
    return sorted(
        path for path in ARTICLES.iterdir() if path.suffix in {".txt", ".html", ".ndjson"}
    )


def expected_ledger() -> dict[str, Any]:
    """What the ledger of the example articles must show, as an editor would write it down."""
    return tomllib.loads(EXPECTED.read_text(encoding="utf-8"))
