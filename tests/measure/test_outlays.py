"""Outlays: a count, the price of one and what they come to, over one sentence or a few."""

from collections.abc import Callable

import pytest

from onrecord.model import Check

Checks = Callable[[str], list[Check]]

# Each with the price of one that holds, and one that does not.
TIED = [
    ("Kroll charged $48,000 for private flights. The books list 16 flights at {}.",
     "an average of $3,000", "an average of $5,000"),
    ("The charity spent $90,000 on laptops. It bought 180 of them at {} each.", "$500", "$800"),
    ("The charity spent $90,000 on laptops. The bills show 180 laptops at {} each.", "$500",
     "$50"),
    ("It recalled 1.2 million bars. The recall will cost about 4 million euros, she said, or "
     "roughly {} a bar.", "3.30 euros", "5.30 euros"),
    ("Brio will refund 30,000 clients. The refunds will cost $6 million, or {} per client.",
     "$200", "$300"),
    ("The fund helped 2,000 families. It paid them $3 million, an average of {} per family.",
     "$1,500", "$2,500"),
    ("The city fined 1,200 drivers. The fines came to $60,000, or {} a driver.", "$50", "$80"),
    ("The town bought 40 buses. They cost {} each, or $10 million in all.", "$250,000", "$350,000"),
    ("The town bought 40 buses. Each bus cost {}, for a bill of $10 million.", "$250,000",
     "$25,000"),
    ("Norva sold 2,400 tickets. At {} each, that is $60,000.", "$25", "$35"),
    ("It sold 3,000 season tickets at {} each. That adds up to $1.2 million.", "$400", "$300"),
    ("He billed the town for 120 hours at {} an hour. The bill came to $18,000.", "$150", "$250"),
    ("The town ordered 40 buses at a price of {} apiece. The order is worth $10 million.",
     "$250,000", "$450,000"),
    ("Zip spent $90,000 on 180 laptops, or {} each.", "$500", "$800"),
    ("Zip paid $1.2 million in bonuses, or {} to each of its 300 workers.", "$4,000", "$6,000"),
    ("The bonus of {} for each of its 300 workers will cost $1.2 million.", "$4,000", "$6,000"),
    ("Orla pays {} a month in rent. Over the 24 months of the lease that is 72,000 euros.",
     "3,000 euros", "4,000 euros"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "right", "wrong"), TIED)
def test_a_count_at_so_much_each_is_multiplied(
    checks_of: Checks, text: str, right: str, wrong: str
) -> None:
    for price, verdict in ((right, "holds"), (wrong, "fails")):
        found = [(check.kind, check.verdict) for check in checks_of(text.format(price))]
        assert found == [("total", verdict)]


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        ("The 300 workers will each get {}. The bonus will cost the firm $1.2 million.",
         "$4,000", "$5,000"),
        ("Norva sold 2,400 tickets at {} each. It took in $60,000.", "$25", "$35"),
        ("Fire took 30 of the 120 homes. The damage was $9 million, or {} a home.", "$300,000",
         "$400,000"),
    ],
)  # fmt: skip
def test_what_is_not_tied_is_said_only_where_it_comes_out_exactly(
    checks_of: Checks, text: str, right: str, wrong: str
) -> None:
    assert [check.verdict for check in checks_of(text.format(right))] == ["holds"]
    assert checks_of(text.format(wrong)) == []


@pytest.mark.parametrize(
    "text",
    [
        "The town bought 40 buses. It also bought trams for $20 million, or $2 million each.",
        "The town bought 40 buses. They cost $250,000 each, or $2,000 a month.",
        "The charity spent $90,000 on laptops. It bought 120 desks at $500 each.",
        "The charity spent $90,000 on laptops and phones. It bought 120 laptops at $500 each.",
        "The charity spent $90,000 on phones and laptops. It bought 120 laptops at $500 each.",
        "The charity spent $90,000 on laptops. In May it bought 20 laptops at $500 each.",
        "The charity spent $90,000 on laptops. It bought 20 more laptops at $500 each.",
        "Brio will refund 30,000 clients. Its lawyers could cost $6 million, or $300 per client.",
        "It recalled 2 million bars. The inquiry will cost 4 million euros, or 3 euros a bar.",
        "Norva sold 2,400 tickets at $25 each. It took in $90,000, drinks included.",
        "Norva sold 2,400 tickets at $25 each. The show cost $90,000.",
        "He billed the town for 120 hours at $150 an hour. With expenses the bill was $28,000.",
        "It lists 16 flights at an average of $3,000. The bill came to $60,000 last year.",
        "It lists 16 flights at an average of $3,000. Other bills came to $60,000.",
        "It lists 16 flights at an average of $3,000.\n\nThe bill came to $60,000.",
        "It has 40 buses. At $25 each, that is $60,000 in fares.",
        "Each of the 300 workers gets $4,000, and the firm pays $3 million in wages.",
        "A levy of $4,000 for each of its 300 workers will cost $1.8 million with penalties.",
        "The club raised $90,000 for 180 children, or $700 each from some donors.",
        "It sold 300 vans to Zip for $90,000 each, or $20 million less than planned.",
        "Orla pays 3,000 euros a month. Over the 24 months it is 92,000 euros with heating.",
        "Orla pays 3,000 euros a month. It paid 90,000 euros in 24 months.",
        "He sold 1,000 shares at $50 each. The deal is worth $3 billion.",
        "He sold 1,000 shares at $50 each. It made $3 billion.",
        "The cafe has 40 cakes at $5 each. The bill was $30.",
        "It sold 2 kettles at $5 each. A bag was $10.",
    ],
)
def test_a_sum_that_may_be_of_something_else_is_left_alone(checks_of: Checks, text: str) -> None:
    assert checks_of(text) == []
