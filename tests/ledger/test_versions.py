"""Documents are found by what one has at hand; versions are compared sentence by sentence."""

import pytest

from onrecord.errors import QuestionError
from onrecord.ledger.versions import compare_versions, find_document, find_revisions

from .conftest import make_reading

OLD = make_reading(
    "Mara Quill said the works will stay. It rained.",
    ("Mara Quill", "the works will stay"),
    key="abcd1111",
    path="page.txt",
    url="https://herald.example/works",
    captured="2026-05-01",
)
NEW = make_reading(
    "Mara Quill said the works may close. It rained.",
    ("Mara Quill", "the works may close"),
    key="abcd2222",
    path="page.txt",
    url="https://herald.example/works",
    captured="2026-05-02",
    version_of="abcd1111",
)
PAGES = [NEW, OLD]


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ("abcd1111", OLD),
        ("abcd1", OLD),
        ("page.txt", NEW),
        ("https://herald.example/works", NEW),
        ("other.txt", None),
        ("abc", None),
    ],
)
def test_a_document_is_found_by_id_address_or_path(wanted: str, found: object) -> None:
    assert find_document(PAGES, wanted) is found


def test_an_ambiguous_prefix_is_an_error() -> None:
    with pytest.raises(QuestionError, match="abcd1111, abcd2222|abcd2222, abcd1111"):
        find_document(PAGES, "abcd")


def test_a_revision_has_the_sentences_and_statements_that_came_and_went() -> None:
    revision = compare_versions(OLD, NEW)
    (change,) = revision.changes
    assert change.removed == ("Mara Quill said the works will stay.",)
    assert change.added == ("Mara Quill said the works may close.",)
    assert [s.content.text for s in revision.removed] == ["the works will stay"]
    assert [s.content.text for s in revision.added] == ["the works may close"]


def test_all_steps_are_found_from_any_version() -> None:
    for page in PAGES:
        (step,) = find_revisions(PAGES, page)
        assert (step.before, step.after) == (OLD, NEW)
    assert find_revisions([OLD], OLD) == []
