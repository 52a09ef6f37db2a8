"""Near-copies kept up as pages come and go: who was made from whom, the earliest of each family."""

from collections.abc import Collection, Iterable

from onrecord.ledger.arrivals import BAND, marks_of
from onrecord.link.copies import age_of, are_versions, find_bands, find_overlapping, find_runs
from onrecord.model import Reading
from onrecord.store import Holdings

MOST_RUNS = 20_000  # pages whose runs are held in memory: some 30 MB of news


class Copies:
    """The near-copies of a ledger inside one transaction."""

    def __init__(self, holdings: Holdings) -> None:
        self._holdings = holdings
        self._pages: dict[str, Reading] = {}
        self._runs: dict[int, bytes] = {}

    def renew(self, gone: Collection[str], come: Collection[str]) -> set[str]:
        """Work the copies out again after pages went and came (a changed page did both); the
        documents that are now copies of another page than they were, with those made from them.
        """
        views = self._holdings.views
        touched = set(views.made_from(gone)) - set(gone)
        for document in sorted(gone):
            views.put_copy(document, None)
        for document in sorted(touched | set(come)):
            alike = self._find_alike(document)
            earlier = [o for o in alike if self._age(o) < self._age(document)]
            first = min(
                (o for o in earlier if not self._are_versions(document, o)),
                key=self._age,
                default=None,
            )
            views.put_copy(document, first)
            if document in come:
                touched |= self._take_over(document, alike)
        return self._with_those_made_from(touched | set(gone) | set(come))

    def _take_over(self, document: str, alike: Iterable[str]) -> set[str]:
        """Let later pages that were made from `document` rest on it, where nothing is earlier."""
        later = [o for o in alike if self._age(o) > self._age(document)]
        originals = self._holdings.views.copies_of(later)
        self._load(originals.values())
        taken = set()
        for other in later:
            kept = originals.get(other)
            first = kept is None or self._age(document) < self._age(kept)
            if first and not self._are_versions(other, document):
                self._holdings.views.put_copy(other, document)
                taken.add(other)
        return taken

    def _with_those_made_from(self, documents: set[str]) -> set[str]:
        """Documents and all that rest on them, step by step."""
        found, waiting = set(documents), set(documents)
        while waiting:
            waiting = set(self._holdings.views.made_from(waiting)) - found
            found |= waiting
        return found

    def _find_alike(self, document: str) -> list[str]:
        """The live pages of which one holds most runs of words, or that hold most of its own.

        Boilerplate lets many pages share a band; only those that overlap are read.
        """
        self._load([document])
        if document not in self._pages:
            return []
        views = self._holdings.views
        bands = find_bands(find_runs(self._pages[document].document.text))
        runs = self._runs_of(views.marked_with(marks_of(BAND, bands)))
        here = views.pages([document]).get(document)
        mine = runs.pop(here.number, b"") if here else b""
        others = sorted(views.documents(find_overlapping(mine, runs)).values())
        self._load(others)
        return [other for other in others if other in self._pages]

    def _runs_of(self, numbers: Collection[int]) -> dict[int, bytes]:
        """The packed runs of pages; pages that come together share formulas with the same ones."""
        if len(self._runs) > MOST_RUNS:
            self._runs.clear()
        self._runs.update(self._holdings.views.runs(set(numbers) - self._runs.keys()))
        return {number: self._runs[number] for number in numbers if number in self._runs}

    def _load(self, documents: Iterable[str]) -> None:
        missing = set(documents) - self._pages.keys()
        if missing:
            found = self._holdings.readings(missing)
            self._pages.update((reading.document.id, reading) for reading in found)

    def _age(self, document: str) -> tuple[str, str]:
        return age_of(self._pages[document].document)

    def _are_versions(self, one: str, other: str) -> bool:
        return are_versions(self._pages[one], self._pages[other])
