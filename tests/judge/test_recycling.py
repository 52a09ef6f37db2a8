"""Old news that returns as new, and what has a reason to tell it."""

from collections.abc import Sequence

import pytest

from onrecord import flow
from onrecord.model import Capture, Claim, Flag
from tests.making import KIT

OLD = (
    "Fire destroys the Velland paper mill\n\n"
    "A fire destroyed the Velland paper mill and its two warehouses on Tuesday.\n\n"
    'The flames spread through the bleaching hall within minutes, fire chief Ilse Varga said. "We '
    'could save neither the paper mill nor the houses beside it," Varga said.\n\n'
    "The Velland paper mill had made cardboard for the whole valley with 240 workers."
)
OWN = (
    "Norvik closes its Velland battery plant\n\n"
    "On 12 March 2027, Norvik closed its Velland battery plant with 400 workers. The plant made "
    "cells for buses.\n\nThe workers got letters on the same morning."
)


def settle(*pages: tuple[str, str]) -> list[Claim]:
    """The claims of pages, each with the day on which it was published."""
    readings = [
        flow.read(Capture(text=text, outlet=f"Gull {i}", published=day), KIT, reader="rules")
        for i, (day, text) in enumerate(pages)
    ]
    return list(flow.settle(readings, kit=KIT))


def flagged(claims: Sequence[Claim]) -> list[Claim]:
    """Those claims that are flagged as recycled."""
    return [claim for claim in claims if Flag.RECYCLED in claim.flags]


def test_a_page_that_comes_again_years_later_is_recycled_and_says_how_old_it_is() -> None:
    found = flagged(settle(("2027-03-10", OLD), ("2030-10-04", OLD)))
    assert found
    for claim in found:
        assert claim.differences[-1] == (
            "“Fire destroys the Velland paper mill” of 2030-10-04 tells as new what “Fire destroys "
            "the Velland paper mill” told on 2027-03-10, 3 years before"
        )


def test_a_copy_gives_no_reason_by_words_that_the_old_page_has_too() -> None:
    tried = OLD + " A court is to hear the owner."
    assert flagged(settle(("2027-03-10", tried), ("2030-10-04", tried)))
    yearly = OLD + " The valley has such a fire every year."
    assert not flagged(settle(("2027-03-10", yearly), ("2030-10-04", yearly)))


def test_the_same_words_of_a_source_under_a_new_headline_are_recycled() -> None:
    again = (
        "Velland paper mill destroyed by a fire\n\n"
        "“We could save neither the paper mill nor the houses beside it,” Varga said."
    )
    assert flagged(settle(("2027-03-10", OLD), ("2030-10-04", again)))
    follow_up = again + "\n\nThe insurer Delfor said that it would not pay for the mill."
    assert not flagged(settle(("2027-03-10", OLD), ("2030-10-04", follow_up)))


def test_what_a_page_itself_dates_long_before_is_recycled() -> None:
    found = flagged(settle(("2030-10-04", OWN)))
    assert found
    assert (
        found[0]
        .differences[-1]
        .endswith("tells as new what its own text dates to 2027-03-12, 3 years before")
    )
    assert Flag.ACCOUNTS_DIFFER not in found[0].flags


def test_a_date_at_the_end_of_a_plain_sentence_dates_the_deed() -> None:
    text = OWN.replace(
        "On 12 March 2027, Norvik closed its Velland battery plant with 400 workers.",
        "Norvik closed its Velland battery plant with 400 workers on 12 March 2027.",
    )
    assert flagged(settle(("2030-10-04", text)))


@pytest.mark.parametrize(
    "later",
    [
        OLD + " The disaster had its third anniversary on Friday.",
        OLD + " The owner appeared in court on Friday.",
        OLD + "\n\nThis article was first published in March 2027.",
        OLD + "\n\nThe insurer Delfor said that it would not pay for the mill.",
        OLD.replace("Fire destroys", "How a fire destroyed"),
        "Fire destroys the Velland paper mill\n\nA fire on Friday night destroyed the new Velland "
        "paper mill, the mayor Tomas Reed said. Nobody was hurt.",
    ],
)
def test_a_page_with_a_reason_or_something_new_is_left_alone(later: str) -> None:
    assert not flagged(settle(("2027-03-10", OLD), ("2030-10-04", later)))


@pytest.mark.parametrize("day", ["2027-03-12", "2027-07-01", "2028-03-08", "2030-03-13"])
def test_a_copy_of_these_months_or_of_the_same_time_of_the_year_is_left_alone(day: str) -> None:
    assert not flagged(settle(("2027-03-10", OLD), (day, OLD)))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("On 12 March 2027, Norvik closed", "Norvik, founded in March 2007, closed"),
        (
            "On 12 March 2027, Norvik closed its",
            "Norvik closed the plant it opened in May 2020, its",
        ),
        ("On 12 March 2027, Norvik closed", "On 1 October 2030, Norvik closed"),
        ("The workers got", "On Monday the workers got"),
        ("The workers got", "As we reported, the workers got"),
        ("The workers got", "A court ruled that the workers got"),
        ("Norvik closes its", "In 2027 Norvik closes its"),
        ("Norvik closes its", "Why Norvik closes its"),
        ("Norvik closes its Velland battery plant", "Delfor builds a new harbour in Holme"),
    ],
)
def test_a_page_that_dates_another_thing_or_has_news_is_left_alone(old: str, new: str) -> None:
    assert old in OWN
    assert not flagged(settle(("2030-10-04", OWN.replace(old, new, 1))))


def test_a_page_without_a_day_of_its_own_is_never_recycled() -> None:
    reading = flow.read(Capture(text=OWN), KIT, reader="rules")
    assert not flagged(flow.settle([reading], kit=KIT))
