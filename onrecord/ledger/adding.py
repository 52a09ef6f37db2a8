"""Adding documents: read what is new, and commit it together with the claims that it changes."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from onrecord import flow
from onrecord.kit import Kit
from onrecord.ledger.intake import open_files
from onrecord.ledger.pages import read_page
from onrecord.ledger.settling import settle_store
from onrecord.model import Capture, Fault, Reading, text_sha256
from onrecord.store import SqliteStore, capture_key

SMALLEST_BATCH = 32  # documents in a transaction; later ones grow with the ledger
LARGEST_BATCH_TEXT = 32_000_000  # characters held at once, to bound the memory


@dataclass(slots=True)
class Summary:
    """What came of an `add`: how many documents were new, known, or could not be read."""

    added: int = 0
    known: int = 0
    faults: list[Fault] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Progress:
    """How far an `add` has come, in files."""

    path: Path
    done: int
    total: int


@dataclass(slots=True)
class Batch:
    """Captures and faults that will be committed together."""

    captures: dict[str, tuple[Capture, str]] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    repeats: int = 0
    size: int = 0

    def take(self, found: Capture | Fault, place: str) -> None:
        """Put in what came from a place; the same capture twice counts as known."""
        if isinstance(found, Fault):
            self.faults.append(found)
            return
        key = capture_key(found, text_sha256(found.text))
        self.repeats += key in self.captures
        self.captures.setdefault(key, (found, place))
        self.size += len(found.text) + len(found.body or b"")

    def is_full(self, limit: int) -> bool:
        """Whether it is time to commit."""
        return len(self.captures) >= limit or self.size >= LARGEST_BATCH_TEXT


@dataclass(frozen=True, slots=True)
class Adding:
    """How documents are added: where to, read by what, at what time."""

    store: SqliteStore
    kit: Kit
    policy: str
    reader: str
    captured: str
    base: Path | None = None
    on_progress: Callable[[Progress], None] | None = None

    def add(self, files: Sequence[Path]) -> Summary:
        """Read `files` into the store, batch by batch.

        A batch is as large as what the store already holds, so that settling again stays a
        constant share of the work however large the ledger grows.
        """
        summary = Summary()
        kept = self.store.count_readings()
        batch = Batch()
        for found, place in self._arrivals(files):
            batch.take(found, place)
            if batch.is_full(max(SMALLEST_BATCH, kept)):
                kept += self._keep(batch, summary)
                batch = Batch()
        self._keep(batch, summary)
        return summary

    def _arrivals(self, files: Sequence[Path]) -> Iterator[tuple[Capture | Fault, str]]:
        """What the files hold, and where they lie, with the progress told before each file."""
        report = self.on_progress or (lambda progress: None)
        for done, path in enumerate(files):
            report(Progress(path, done, len(files)))
            for _, found in open_files([path], captured=self.captured, base=self.base):
                yield found, str(path.absolute())
        if files:
            report(Progress(files[-1], len(files), len(files)))

    def _keep(self, batch: Batch, summary: Summary) -> int:
        """Read what is new in a batch and commit it; how many documents it added."""
        known = self.store.known_captures(batch.captures.keys(), flow.reader_version(self.reader))
        fresh = [arrived for key, arrived in batch.captures.items() if key not in known]
        read = [(*arrived, read_page(arrived[0], self.kit, self.reader)) for arrived in fresh]
        pages = [(c, page, place) for c, place, page in read if isinstance(page, Reading)]
        faults = batch.faults + [page for *_, page in read if isinstance(page, Fault)]
        with self.store.writing() as writer:
            added = sum(writer.add_reading(*page) for page in pages)
            for fault in faults:
                writer.add_fault(fault, self.captured)
        settle_store(self.store, self.kit, self.policy)
        summary.added += added
        summary.known += batch.repeats + len(known) + len(pages) - added
        summary.faults.extend(faults)
        return added
