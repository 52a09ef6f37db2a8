"""Near-copies and who made them."""

from onrecord.link.copies import find_copies, find_runs, number_runs, overlap
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
