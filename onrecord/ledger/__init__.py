"""The facade that the doors use: a ledger file, and pages read into memory.

The names are found when first asked for: the streaming filter uses this room's contract and
stream, and must not wait for a database to be imported.
"""

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from onrecord.ledger.adding import Progress, Summary
    from onrecord.ledger.facade import DEFAULT_PATH, Ledger
    from onrecord.ledger.shelf import Shelf, read_files

__all__ = ["DEFAULT_PATH", "Ledger", "Progress", "Shelf", "Summary", "read_files"]

_HOMES = {
    "DEFAULT_PATH": "facade",
    "Ledger": "facade",
    "Progress": "adding",
    "Shelf": "shelf",
    "Summary": "adding",
    "read_files": "shelf",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(importlib.import_module(f"{__name__}.{_HOMES[name]}"), name)
