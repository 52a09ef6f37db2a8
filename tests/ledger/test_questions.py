"""Claims are found by id, alias, prefix and entity; days and times are checked."""

import pytest

from onrecord.errors import QuestionError
from onrecord.ledger.questions import (
    check_day,
    check_moment,
    check_now,
    find_claim,
    matches_entity,
)

from .conftest import make_claim

CLAIMS = [
    make_claim("aaaa1111", aliases=("0ld10000",)),
    make_claim("aaaa2222"),
    make_claim("bbbb3333"),
]


@pytest.mark.parametrize("wanted", ["bbbb3333", "bbbb", "BBBB33", " bbbb3333 "])
def test_a_claim_is_found_by_its_id_or_the_first_digits(wanted: str) -> None:
    assert find_claim(CLAIMS, wanted) is CLAIMS[2]


def test_a_claim_is_found_by_an_id_that_it_once_had() -> None:
    assert find_claim(CLAIMS, "0ld10000") is CLAIMS[0]
    assert find_claim(CLAIMS, "0ld1") is CLAIMS[0]


def test_an_ambiguous_prefix_is_an_error_that_names_the_claims() -> None:
    with pytest.raises(QuestionError, match="aaaa1111, aaaa2222"):
        find_claim(CLAIMS, "aaaa")


@pytest.mark.parametrize("wanted", ["cccc", "aaa", "", "%"])
def test_what_is_no_claim_is_none(wanted: str) -> None:
    assert find_claim(CLAIMS, wanted) is None


@pytest.mark.parametrize("name", ["Orvane Motors", "orvane", "Velland Herald", " MOTORS "])
def test_a_claim_is_about_its_parties_and_from_its_origin(name: str) -> None:
    assert matches_entity(make_claim(), name)


@pytest.mark.parametrize("name", ["Orv", "Tallis", "Orvane Motors Inc", "(", "[a-z]+"])
def test_a_claim_is_not_about_others_or_parts_of_words(name: str) -> None:
    assert not matches_entity(make_claim(), name)


def test_days_and_times_are_written_one_way() -> None:
    assert check_day("2026-02-04", "--as-of") == "2026-02-04"
    assert check_moment("2026-02-04", "--known-at") == "2026-02-04T23:59:59Z"
    assert check_moment("2026-02-04T10:00:00+02:00", "--known-at") == "2026-02-04T08:00:00Z"
    assert check_now("2026-02-04T10:00:00Z") == "2026-02-04T10:00:00Z"
    assert check_now("2026-02-04") == "2026-02-04"


@pytest.mark.parametrize("value", ["", "4 Feb", "2026-13-01", "2026-02-30", "2026", "tomorrow"])
def test_what_is_no_day_is_refused_with_an_example(value: str) -> None:
    for check in (
        lambda: check_day(value, "--as-of"),
        lambda: check_moment(value, "--known-at"),
        lambda: check_now(value),
    ):
        with pytest.raises(QuestionError, match="expected a (day|time) such as 2026-02-04"):
            check()
