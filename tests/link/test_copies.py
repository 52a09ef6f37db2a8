"""Near-copies and who made them."""

import random

from onrecord.link.copies import (
    find_copies,
    find_overlapping,
    find_runs,
    number_runs,
    overlap,
    pack_runs,
)
from tests.making import make_page

WIRE = (
    "The Ostrand dairy said on Tuesday that it would recall nine thousand wheels of soft cheese "
    "after a routine test found listeria in one of its cellars. No illness had been reported, the "
    "dairy said, and shops in four counties had been told to clear their shelves by Wednesday noon."
)


def test_a_repost_rests_on_the_earliest_page() -> None:
    pages = {
        "wire": make_page("wire", WIRE, published="2026-03-03"),
        "post": make_page("post", "OSTRAND — " + WIRE + " More follows.", published="2026-03-04"),
        "else": make_page("else", "A wholly different text about ferries and pilots. " * 5),
    }
    assert find_copies(pages) == {"post": "wire"}


def test_versions_of_one_page_are_not_copies() -> None:
    pages = {
        "old": make_page("old", WIRE, url="https://example.org/cheese"),
        "new": make_page("new", WIRE + " Corrected.", url="https://example.org/cheese"),
    }
    assert find_copies(pages) == {}


def test_short_texts_are_never_called_copies() -> None:
    pages = {k: make_page(k, "Ferries are late again today.") for k in ("a", "b")}
    assert find_copies(pages) == {}


def test_pages_overlap_where_most_of_the_shorter_is_in_the_longer() -> None:
    wire = number_runs(find_runs(WIRE))
    longer = number_runs(find_runs(WIRE + " " + "Ferries to the island ran late all week. " * 3))
    other = number_runs(find_runs("A wholly different text about ferries and pilots. " * 5))
    assert overlap(wire, longer) and overlap(longer, wire)
    assert not overlap(wire, other)
    assert not overlap(wire, frozenset())


def test_many_pages_at_once_overlap_as_they_do_one_by_one() -> None:
    chance = random.Random(5)
    mine = frozenset(chance.sample(range(2**32), 60))
    pages = {}
    for number in range(200):
        own = chance.sample(range(2**32), chance.randint(12, 90))
        # Some share runs, and some only the last bits of runs, by which they are told first.
        shared = chance.sample(sorted(mine), chance.randint(0, 60))
        alike = [run ^ 0x10000 for run in shared] if chance.random() < 0.3 else shared
        pages[number] = frozenset(own + alike)
    wanted = [number for number, runs in pages.items() if overlap(mine, runs)]
    packed = {number: pack_runs(runs) for number, runs in pages.items()}
    assert find_overlapping(pack_runs(mine), packed) == wanted != []
    assert find_overlapping(b"", packed) == find_overlapping(pack_runs(mine), {}) == []


def test_a_page_without_runs_overlaps_with_none() -> None:
    mine = pack_runs(number_runs(find_runs(WIRE)))
    assert find_overlapping(mine, {1: b"", 2: mine, 3: b""}) == [2]
