"""Pages that come, change or go: what each of them puts into the views."""

import hashlib
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from onrecord.kit import Kit
from onrecord.ledger.corrections import correct_readings
from onrecord.link import make_propositions
from onrecord.link.blocking import as_number, blocking_keys
from onrecord.link.clusters import find_places, node_of
from onrecord.link.copies import Runs, find_bands, find_runs, number_runs, pack_runs
from onrecord.link.propositions import telling_stems
from onrecord.link.surroundings import find_openings, openings_named
from onrecord.link.ties import Ties
from onrecord.model import Judgement, Proposition, Reading, make_id
from onrecord.store import Holdings, NewPage, Standing
from onrecord.store.codec import dump

# What a mark stands for is part of it, so that a word is never taken for a spelling.
WORD, SPELLING, OPENING, BAND = "word", "spelling", "opening", "band"


def marks_of(kind: str, values: Iterable[str | int]) -> dict[int, str]:
    """The marks under which pages with these words, spellings or openings are found."""
    return {as_number(f"{kind} {value}"): str(value) for value in values}


@dataclass(frozen=True, slots=True)
class Page:
    """A document as the records have it now: as it was read, as it was corrected, whether it is
    the newest version, and a hash of all that.
    """

    read: Reading
    reading: Reading
    live: bool
    state: str


def look_up(
    holdings: Holdings, documents: Collection[str], judgements: Sequence[Judgement], ties: Ties
) -> dict[str, Page]:
    """The pages of `documents` and of all their versions; what was sealed is not among them."""
    read = holdings.readings(holdings.family(documents))
    corrected = correct_readings(read, judgements)
    replaced = {reading.document.version_of for reading in read}
    tied: dict[str, list[str]] = {}
    for kind, pairs in (("together", ties.together), ("apart", ties.apart)):
        for pair in pairs:
            for document, _ in pair:
                tied.setdefault(document, []).append(f"{kind} {pair}")
    pages = {}
    for raw, reading in zip(read, corrected, strict=True):
        document = reading.document.id
        live = document not in replaced
        state = _hash(reading, live, sorted(tied.get(document, ())))
        pages[document] = Page(raw, reading, live, state)
    return pages


def _hash(reading: Reading, live: bool, tied: Sequence[str]) -> str:
    bare = replace(reading, document=replace(reading.document, text=""))
    content = hashlib.sha256(dump(bare).encode("utf-8", "surrogatepass")).hexdigest()
    return make_id("page", content, live, *tied)


def make_page(page: Page, kit: Kit, ties: Ties) -> NewPage:
    """What a page puts into the views; one that another version replaces puts in nothing."""
    document = page.reading.document
    day = max((d[:10] for d in (document.published, document.captured) if d), default="")
    if not page.live:
        return NewPage(document.id, page.state, live=False, unread=document.unread, day=day)
    propositions = make_propositions(page.reading, kit)
    lines = {p.key: line for line, p in enumerate(propositions)}
    places = find_places(propositions, kit, ties)
    runs = find_runs(page.read.document.text)
    return NewPage(
        document=document.id,
        state=page.state,
        live=True,
        unread=document.unread,
        day=day,
        propositions=propositions,
        standings=[
            Standing(
                place.node,
                0,
                lines[place.proposition.key],
                place.free,
                place.tells,
                None if place.answers is None else node_of(place.answers.key),
                None,
                place.twin,
            )
            for place in places
        ],
        keys=[(p.node, blocking_keys(p.proposition, kit)) for p in places if p.links],
        marks=_marks(page, propositions, runs),
        names=_names(page.reading, kit),
        runs=pack_runs(number_runs(runs)),
    )


def _marks(page: Page, propositions: Sequence[Proposition], runs: Runs) -> frozenset[int]:
    """What a page can be found by."""
    read = page.read
    spellings = {mention.text for mention in read.mentions}
    for statement in (*read.statements, *read.assertions):
        if statement.source is not None:
            spellings |= {statement.source.text, statement.source.entity or ""}
    text, named = read.document.text, openings_named(propositions)
    return frozenset(
        {
            **marks_of(WORD, {stem for p in propositions for stem in p.context | p.terms}),
            **marks_of(SPELLING, spellings),
            **marks_of(OPENING, find_openings(text) if read.document.unread else named),
            **marks_of(BAND, find_bands(runs)),
        }
    )


def _names(reading: Reading, kit: Kit) -> frozenset[tuple[str, str]]:
    """The names that a page knows, each under every telling stem of it."""
    return frozenset(
        (stem, entity.name)
        for entity in reading.entities
        for stem in telling_stems(entity.name, kit) or {entity.name.lower()}
    )
