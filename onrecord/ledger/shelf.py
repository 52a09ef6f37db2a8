"""Pages read into memory only: for questions about files that no ledger keeps."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from onrecord import flow
from onrecord.kit import Kit
from onrecord.ledger.intake import find_files, open_files
from onrecord.ledger.pages import read_page
from onrecord.model import Fault, Reading
from onrecord.store import Sighting, put_back, trace_provenance


@dataclass(slots=True)
class Shelf:
    """Readings with where they were seen, and what could not be read."""

    pages: dict[str, Reading] = field(default_factory=dict)
    seen: list[Sighting] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)

    def readings(
        self, kept: Iterable[Reading] = (), kept_seen: Iterable[Sighting] = ()
    ) -> tuple[Reading, ...]:
        """These readings and those `kept` in a ledger, versions told apart over both."""
        pages = {**self.pages, **{reading.document.id: reading for reading in kept}}
        provenance = trace_provenance([*kept_seen, *self.seen])
        return tuple(put_back(pages[key], provenance[key]) for key in sorted(pages))


def read_files(
    names: Sequence[str | Path], *, kit: Kit, captured: str, reader: str = flow.DEFAULT_READER
) -> Shelf:
    """Read files, folders and patterns into memory; nothing is written."""
    shelf = Shelf()
    for path, found in open_files(find_files(names), captured=captured):
        if isinstance(found, Fault):
            shelf.faults.append(found)
            continue
        page = read_page(found, kit, reader)
        if isinstance(page, Fault):
            shelf.faults.append(page)
            continue
        shelf.pages.setdefault(page.document.id, page)
        shelf.seen.append(Sighting.of(found, page, str(path.absolute())))
    return shelf
