"""Versions of a page and first sightings are told from all captures together."""

from itertools import permutations

from onrecord.store import Sighting, trace_provenance


def sighting(document: str, captured: str, **facts: str) -> Sighting:
    known = {"path": None, "place": None, "url": None, "given_id": None, "published": None, **facts}
    return Sighting(document=document, captured=captured, **known)


def versions(*seen: Sighting) -> dict[str, str | None]:
    return {key: found.version_of for key, found in trace_provenance(seen).items()}


def test_another_text_at_the_same_address_is_a_version_of_the_one_before() -> None:
    url = "https://herald.example/plant"
    seen = [sighting("a", "2026-01-01", url=url), sighting("b", "2026-01-02", url=url)]
    assert versions(*seen) == {"a": None, "b": "a"}


def test_versions_are_told_the_same_in_whatever_order_they_came() -> None:
    seen = [sighting(name, f"2026-01-0{n}", place="page.txt") for n, name in enumerate("abc", 1)]
    assert {str(versions(*order)) for order in permutations(seen)} == {
        str({"a": None, "b": "a", "c": "b"})
    }


def test_a_text_that_comes_back_stays_the_version_that_it_first_was() -> None:
    seen = [sighting(name, f"2026-01-0{n}", place="page.txt") for n, name in enumerate("aba", 1)]
    assert versions(*seen) == {"a": None, "b": "a"}


def test_the_address_decides_before_the_path() -> None:
    seen = [
        sighting("a", "2026-01-01", url="https://one.example", place="saved.html"),
        sighting("b", "2026-01-02", url="https://two.example", place="saved.html"),
    ]
    assert versions(*seen) == {"a": None, "b": None}


def test_records_of_one_file_are_not_versions_of_each_other() -> None:
    seen = [
        sighting("a", "2026-01-01", place="wire.ndjson", given_id="1"),
        sighting("b", "2026-01-01", place="wire.ndjson", given_id="2"),
    ]
    assert versions(*seen) == {"a": None, "b": None}


def test_texts_without_address_or_place_are_no_versions() -> None:
    assert versions(sighting("a", "2026-01-01"), sighting("b", "2026-01-02")) == {
        "a": None,
        "b": None,
    }


def test_a_document_seen_twice_was_captured_the_first_time() -> None:
    found = trace_provenance(
        [sighting("a", "2026-01-09", path="copy.txt"), sighting("a", "2026-01-01", path="page.txt")]
    )
    assert (found["a"].captured, found["a"].path) == ("2026-01-01", "page.txt")


def test_files_of_one_name_in_two_folders_are_not_versions() -> None:
    seen = [
        sighting("a", "2026-01-01", path="story.txt", place="one/story.txt"),
        sighting("b", "2026-01-02", path="story.txt", place="two/story.txt"),
    ]
    assert versions(*seen) == {"a": None, "b": None}


def test_records_known_only_by_their_line_are_no_versions() -> None:
    seen = [
        sighting("a", "2026-01-01", place="wire.ndjson", given_id="line:1"),
        sighting("b", "2026-01-02", place="wire.ndjson", given_id="line:1"),
    ]
    assert versions(*seen) == {"a": None, "b": None}


def test_an_id_used_twice_in_one_file_makes_no_version() -> None:
    twice = [
        sighting(name, "2026-01-01", place="wire.ndjson", given_id="7", published=day)
        for name, day in (("a", "2025-12-30"), ("b", "2025-12-31"))
    ]
    assert versions(*twice) == {"a": None, "b": None}


def test_a_record_that_was_edited_later_is_a_version() -> None:
    seen = [
        sighting(name, day, place="wire.ndjson", given_id="7")
        for name, day in (("a", "2026-01-01"), ("b", "2026-01-02"))
    ]
    assert versions(*seen) == {"a": None, "b": "a"}
