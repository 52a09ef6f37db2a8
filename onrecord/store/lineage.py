"""Captures of one document, and documents that are versions of one page.

Both are worked out from all captures together, so the order in which they came changes nothing.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from onrecord.model import Capture, Reading, make_id

_LINE_ID = re.compile(r"line:\d+")  # what a record without an id is called


@dataclass(frozen=True, slots=True)
class Sighting:
    """When and where a document was captured: one row of the captures table, without its text."""

    document: str
    path: str | None
    place: str | None
    url: str | None
    given_id: str | None
    published: str | None
    captured: str | None

    @classmethod
    def of(cls, capture: Capture, reading: Reading, place: str | None) -> "Sighting":
        """The sighting that keeping `capture`, read as `reading`, would leave.

        `path` is how the file was named, `place` where it lies: two folders may each have a
        story.txt, and these are not versions of one page.
        """
        return cls(
            reading.document.id,
            capture.path,
            place,
            capture.url,
            capture.given_id,
            reading.document.published,
            capture.captured,
        )

    @property
    def page(self) -> tuple[str, ...]:
        """What stays the same when a page is edited: its address, else its place on the disk.

        A record that is only known by its line has neither: lines move when a file is edited.
        """
        if self.url:
            return ("url", self.url)
        if self.place is None or _LINE_ID.fullmatch(self.given_id or ""):
            return ("nowhere",)
        return ("place", self.place, self.given_id or "")

    @property
    def order(self) -> tuple[str, ...]:
        """Earlier captures first, then earlier publications; where nothing tells, by id."""
        return (self.captured or "", self.published or "", self.document, self.path or "")


@dataclass(frozen=True, slots=True)
class Provenance:
    """What the captures tell of a document: where it was first, and which one it replaces."""

    path: str | None
    captured: str | None
    version_of: str | None


def capture_key(capture: Capture, text_sha256: str) -> str:
    """The id of a capture: its text and all that its carrier said of it, but not when."""
    return make_id(
        "capture",
        text_sha256,
        capture.path,
        capture.url,
        capture.outlet,
        capture.author,
        capture.title,
        capture.published,
        capture.given_id,
    )


def trace_provenance(sightings: Iterable[Sighting]) -> dict[str, Provenance]:
    """For every document, its first sighting and the version of the same page before it."""
    ordered = sorted(sightings, key=lambda sighting: sighting.order)
    first: dict[str, Sighting] = {}
    for sighting in ordered:
        first.setdefault(sighting.document, sighting)
    earlier = _find_earlier_versions(ordered)
    return {
        document: Provenance(seen.path, seen.captured, earlier.get(document))
        for document, seen in first.items()
    }


def put_back(reading: Reading, provenance: Provenance) -> Reading:
    """`reading` with what all captures together tell of its document."""
    document = replace(
        reading.document,
        path=provenance.path,
        captured=provenance.captured,
        version_of=provenance.version_of,
    )
    return replace(reading, document=document)


def _find_earlier_versions(ordered: list[Sighting]) -> dict[str, str]:
    """Which document came just before each one at the same address."""
    earlier: dict[str, str] = {}
    for page, group in groupby(sorted(ordered, key=lambda s: (s.page, s.order)), lambda s: s.page):
        if len(page) == 1:
            continue  # neither address nor place: nothing says that two texts are one page
        chain: dict[str, Sighting] = {}
        for sighting in group:
            chain.setdefault(sighting.document, sighting)
        for before, after in pairwise(chain.values()):
            # A text that came back (A, B, A) stays the version that it first was.
            if not _are_two_records(before, after) and not _leads_to(
                earlier, before.document, after.document
            ):
                earlier.setdefault(after.document, before.document)
    return earlier


def _are_two_records(before: Sighting, after: Sighting) -> bool:
    """Whether one file held both at one time: an id used twice, not a page edited."""
    return not before.url and bool(before.given_id) and before.captured == after.captured


def _leads_to(earlier: dict[str, str], start: str, goal: str) -> bool:
    """Whether `goal` is among the versions before `start`."""
    step: str | None = start
    while step is not None:
        if step == goal:
            return True
        step = earlier.get(step)
    return False
