"""Additions: a total that something brings about, and what a cut leaves."""

from collections.abc import Callable

import pytest

from onrecord.model import Check

Checks = Callable[[str], list[Check]]


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("The five firms join nine others picked in May, bringing the total to 14.", "holds"),
        ("The five firms join nine other firms, bringing the total number to 16 firms.", "fails"),
        ("It will cut 300 of its 1,200 jobs, leaving 900.", "holds"),
        ("It will cut 300 of its 1,200 jobs, leaving 800 jobs.", "fails"),
        ("Of 240 pupils, 180 pupils passed, leaving 60.", "holds"),
        ("Of its 1,200 jobs, 300 will go, leaving 800 jobs.", "fails"),
        (
            "Orla, which has 4,200 vans, will add 3,100 from Zip, giving it a fleet of 7,300.",
            "holds",
        ),
        (
            "Orla, which has 4,200 vans, will add 3,100 from Zip, giving it a fleet of 8,300.",
            "fails",
        ),
        ("The deal adds 310 shops to Orla's 520 shops, making a chain of 830.", "holds"),
        ("The deal adds 310 shops to Orla's 520 shops, making a chain of 930.", "fails"),
        (
            "The deal adds 310 shops to the 520 shops of Brio, making a baker with 830 outlets.",
            "holds",
        ),
    ],
)
def test_an_addition_comes_to_its_total(checks_of: Checks, text: str, verdict: str) -> None:
    assert [(check.kind, check.verdict) for check in checks_of(text)] == [("sum", verdict)]


@pytest.mark.parametrize(
    "text",
    [
        "The five firms join nine others, bringing the number of their vans to 40 lorries.",
        "It will cut 300 of its 1,200 jobs, leaving 80 shops.",
        "Of 500 jobs, 200 are in Arles, leaving 100 jobs in Como.",
        "The five firms met nine others. The total was brought to 16.",
        "It has 300 of the 1,200 jobs here, and 800 jobs there.",
        "Orla has 4,200 vans and will add 3,100 by 2030, giving it a debt of 9,000.",
        "Orla has 4,200 vans, will add 3,100 and scrap some, for a loss of 9,000 euros.",
        "The deal adds 310 shops to Orla's 520 shops, with 90 vans, making it one with 900 cars.",
        "The deal adds 310 shops to the 520 shops of Brio, making a baker with 900 outlets.",
    ],
)
def test_what_may_be_of_something_else_is_left_alone(checks_of: Checks, text: str) -> None:
    assert checks_of(text) == []
