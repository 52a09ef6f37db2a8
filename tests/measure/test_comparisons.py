"""Comparisons: a change told against the level of an earlier time, or of another."""

from collections.abc import Callable

import pytest

from onrecord.model import Check

Checks = Callable[[str], list[Check]]

SINCE = [
    ("Orla carried 1.2 million guests, {} fewer than in 2019, when it carried 1.6 million.", "25%"),
    ("Orla carried 1.2 million guests last year, {} fewer guests than the year before, when it had "
     "carried 1.6 million.", "25%"),
    ("It sold 900 vans in June, {} fewer than in May, when it sold 1,000.", "10%"),
    ("Norva employs 3,300 people, {} more than two years ago, when the figure was 3,000.", "10%"),
    ("Brio hired 600 drivers (down {} from last year, when 800 were hired).", "25 percent"),
    ("The firm sold 900 vans. That was {} fewer than a year earlier, when it sold 1,200.", "25%"),
    ("The club had 4,500 members, up by {} on the previous year, when it had 3,000.", "half"),
]  # fmt: skip
THAN = [
    ("Orla carried 12 million guests last year, {} fewer than the 13 million a year before.", "8%"),
    ("The fund is worth $1.2bn, {} more than the $1bn reported in March.", "20%"),
    ("Its debt of $1.2bn is {} higher than the $1bn reported in March.", "20%"),
    ("The grant is £75,000, {} lower than last year's £100,000.", "a quarter"),
    ("The port took 5.5 million tonnes, {} above the 5 million tonnes of 2024.", "10%"),
    ("Profit was $63 million, {} down on the $84 million of the year before.", "25%"),
    ("Zip sells 70,000 crates a day, {} fewer than its 2019 figure of 100,000.", "30%"),
    ("Zip owns 900 boats, {} fewer than its rival Zop, which owns 1,000.", "10%"),
    ("Norva employs 3,300 people, {} more than 3,000 a year ago.", "10%"),
]


@pytest.mark.parametrize(("text", "change"), SINCE + THAN)
def test_a_change_against_an_earlier_level_is_recomputed(
    checks_of: Checks, text: str, change: str
) -> None:
    assert [(c.kind, c.verdict) for c in checks_of(text.format(change))] == [("growth", "holds")]


@pytest.mark.parametrize("wrong", ["85%", "60 percent"])
@pytest.mark.parametrize("text", [text for text, change in SINCE + THAN if change != "10%"])
def test_a_slip_in_the_change_fails(checks_of: Checks, text: str, wrong: str) -> None:
    verdicts = [check.verdict for check in checks_of(text.format(wrong)) if check.kind == "growth"]
    assert verdicts == ["fails"]


def test_what_a_printed_level_was_rounded_to_is_excused(checks_of: Checks) -> None:
    text = "Orla carried {} guests last year, 8% fewer than the 13 million a year before."
    assert [check.verdict for check in checks_of(text.format("12 million"))] == ["holds"]
    assert [check.verdict for check in checks_of(text.format("12.4 million"))] == ["fails"]


@pytest.mark.parametrize(
    "text",
    [
        "It sold 900 vans in June, 20% fewer than in May, when it sold 1,000 cars.",
        "It sold 900 vans in June, 20% fewer than planned, when it had sold 1,000 a year before.",
        "It sold 900 vans to Orla, 20% fewer than in May, when it sold 1,000 to Brio.",
        "Zip sold 900 vans in the first half of June, 20% fewer than in 2019, when it sold 1,000.",
        "Zip sold 900 vans last month, 20% fewer than in 2019, when it sold 1,000 in all.",
        "It made 900 vans, 20% fewer than in 2019, when the other plant made 1,000.",
        "It made 900 vans, 20% fewer than in 2019, when it sold 1,000.",
        "Zip sold 900 vans in June, 10% fewer than its rival Zop, which sold 4,000.",
        "Zip sold 900 vans, 10% fewer than its rival Zop, which has 4,000.",
        "Zip sold 900 vans, 10% fewer than its rival Zop, which sold 4,000 in all of 2019.",
        "Zip sold 5,000 vans, 40% more than the 4,000 lorries.",
        "A crowd of 900, or 45% of the 2,000 members, came, 30% more than the 1,100 of May.",
    ],
)
def test_a_level_of_something_else_or_of_another_time_is_left_alone(
    checks_of: Checks, text: str
) -> None:
    assert [check for check in checks_of(text) if check.kind == "growth"] == []


def test_the_whole_of_a_share_is_not_what_is_compared(checks_of: Checks) -> None:
    text = "It drew 24,000 people, or 48% of the 50,000 members, compared with 20,000 in 2022, "
    assert [check.kind for check in checks_of(text + "a rise of 20%.")] == ["product"]
