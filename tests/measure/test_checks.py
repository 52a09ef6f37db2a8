"""Checks: what adds up, what does not, and what must not be said."""

from collections.abc import Callable

import pytest

from onrecord.kit import Kit
from onrecord.measure import check_figures, find_figures
from onrecord.model import Check
from tests.measure.conftest import make_page

Checks = Callable[[str], list[Check]]


@pytest.mark.parametrize(
    ("text", "kind", "verdict"),
    [
        ("Sales rose 5% to 210 million euros from 200 million euros.", "growth", "holds"),
        ("Orders fell 20% to 900 crates from 1,000 crates.", "growth", "fails"),
        ("Output was up 60% to 3.9 million kettles from 2.4 million.", "growth", "holds"),
        ("Debt rose by $40 million to $240 million from $200 million.", "difference", "holds"),
        ("Debt rose by $40 million to $290 million from $200 million.", "difference", "fails"),
        ("Exports dropped 7% to $2.3 billion.", "base", "implied"),
        ("Zip sold 500,000 vans, up 25% from 400,000 a year earlier.", "growth", "holds"),
        ("Zip sold 500,000 vans, up 35% from 400,000 a year earlier.", "growth", "fails"),
        ("Zip sold 900 vans, compared with 600 last year, up 50%.", "growth", "holds"),
        (
            "Sales rose 25% to $5 million, compared with $4 million a year earlier.",
            "growth",
            "holds",
        ),
        ("Sales were $6 million, up 25% on last year's $4 million.", "growth", "fails"),
        ("Sales grew 25%, from $4 million to $5 million.", "growth", "holds"),
        ("Sales grew 45%, from $4 million to $5 million.", "growth", "fails"),
        ("It cut prices by 25%, from $40 to $30.", "growth", "holds"),
        ("Profit fell by a quarter to $3.1 million from $4 million.", "growth", "holds"),
        ("Profit fell by a third to $3.1 million from $4 million.", "growth", "fails"),
        ("The staff fell from 1,200 to 900, a drop of a quarter.", "growth", "holds"),
        ("50 of the 140 workers, or a third, left.", "product", "holds"),
        ("Use rose by 37%, from 0.90 percent to 1.23 percent.", "growth", "holds"),
        ("Use rose by 4%, from 5 percent to 9 percent.", "difference", "holds"),
        ("Use rose by 30%, from 5 percent to 9 percent.", "growth", "fails"),
        ("The rate rose to 5.5% from 5%, up half a percentage point.", "difference", "holds"),
        ("Membership tripled to 120,000 from 40,000.", "multiple", "holds"),
        ("Membership doubled from 40 to 81 clubs.", "multiple", "holds"),
        ("Membership doubled from 40 to 140 clubs.", "multiple", "fails"),
        ("The toll was 12 people: five men and seven women.", "sum", "holds"),
        ("The toll was 12 people: five men and six women.", "sum", "fails"),
        ("The mast is 60 feet (18 metres) tall.", "conversion", "holds"),
        ("The mast is 60 feet (28 metres) tall.", "conversion", "fails"),
        ("It was 30 degrees Celsius (86 degrees Fahrenheit) then.", "conversion", "holds"),
        ("It lost five men and seven women, 12 people in all.", "sum", "holds"),
        ("It employs 40 men and 50 women, for a total of 95 workers.", "sum", "fails"),
        ("Zip sold 5,000 vans, 1,000 more than the 4,000 of 2019.", "difference", "holds"),
        ("Zip sold 5,000 vans, 35% more than the 4,000 a year earlier.", "growth", "fails"),
        ("He is 5 feet 10 inches (1.78 m) tall.", "conversion", "holds"),
        ("Warming stays below 2 degrees Celsius (3.6 degrees Fahrenheit).", "conversion", "holds"),
        ("Warming stays below 3 degrees Celsius (3.6 degrees Fahrenheit).", "conversion", "fails"),
        ("They pay $1,200 a month, or $14,400 a year.", "rate", "holds"),
        ("They pay $1,200 a month, or $12,400 a year.", "rate", "fails"),
        ("It opened in four cities: Arles, Basel, Como and Delft.", "count", "holds"),
        ("It opened in five cities: Arles, Basel, Como and Delft.", "count", "fails"),
        ("40 of the 120 workers, or 33 percent, left.", "product", "holds"),
        ("40 of the 120 workers, or 43 percent, left.", "product", "fails"),
        ("One in five, or 20 percent, agreed.", "share", "holds"),
        ("One in five, or 40 percent, agreed.", "share", "fails"),
        ("One in 64, or 1.56 percent, agreed.", "share", "holds"),
        ("One in 64, or 2.56 percent, agreed.", "share", "fails"),
        ("It has 900 cows, of which 300, or a third, are Jerseys.", "product", "holds"),
        ("It has 900 cows, of which 300, or a quarter, are Jerseys.", "product", "fails"),
        ("It let 80 flats this year, or a third of the 240 it has.", "product", "holds"),
        ("It let 80 flats this year, or half of the 240 it has.", "product", "fails"),
        ("Some 10 % of readers (401 out of 4,000) pay.", "product", "holds"),
        ("Some 15 % of readers (401 out of 4,000) pay.", "product", "fails"),
        ("Of the 320 workers, 140 left and the remaining 180 stayed.", "sum", "holds"),
        ("Of the 320 workers, 140 left and the remaining 130 stayed.", "sum", "fails"),
        (
            "It cost $9 million. It put the hall at $4 million and the rest at $5 million.",
            "sum",
            "holds",
        ),
        ("It will cut 300 jobs, or 25% of its workforce of 1,200.", "product", "holds"),
        ("It will cut 300 jobs, or 35% of its 1,200-strong workforce.", "product", "fails"),
        ("About 25% of its 1,200 staff, or 300 people, will go.", "product", "holds"),
        ("It made $4 million on sales of $40 million, a margin of 10%.", "product", "holds"),
        ("It made $4 million on sales of $50 million, a margin of 10%.", "product", "fails"),
        ("It bought 40 buses at $500,000 each, for a total of $20 million.", "total", "holds"),
        ("It bought 40 buses at $500,000 each, for a total of $30 million.", "total", "fails"),
        ("It pays $500 a month for 24 months, or $12,000 in all.", "total", "holds"),
        ("It pays $500 a month for 36 months, or $12,000 in all.", "total", "fails"),
        ("It has 600 staff: 400 in Arles and 200 in Como.", "sum", "holds"),
        (
            "The fund of $600 million consists of $400 million in cash and $200 million in land.",
            "sum",
            "holds",
        ),
        ("The index fell 102.2 points, or 0.36%, to 27,934.02.", "growth", "holds"),
        ("The index fell 102.2 points, or 0.86%, to 27,934.02.", "growth", "fails"),
        ("Shares rose $1.50, or 5%, to $31.50.", "growth", "holds"),
        (
            "Only 84,000 people came. That's down 16% from the 100,000 people of 2019.",
            "growth",
            "holds",
        ),
        (
            "Only 84,000 people came. That is down 36% from the 100,000 people of 2019.",
            "growth",
            "fails",
        ),
        ("Two of its six posts are empty, a third of the total.", "product", "holds"),
        ("Three of its six posts are empty, a third of the total.", "product", "fails"),
        ("It sells 8,000 tonnes. Brie is a quarter of that, or 2,000 tonnes.", "product", "holds"),
        ("It sells 8,000 tonnes. Brie is a quarter of that, or 3,000 tonnes.", "product", "fails"),
        (
            "The pool was built for 2,000 guests a day and saw 1,200, or 60 % of its capacity.",
            "product",
            "holds",
        ),
        (
            "The pool was built for 2,000 guests a day and saw 1,500, or 60 % of its capacity.",
            "product",
            "fails",
        ),
        ("It wants $275 billion over five years, or $55 billion a year.", "total", "holds"),
        ("It wants $275 billion over five years, or $75 billion a year.", "total", "fails"),
        (
            "It needs $1 billion, which means $250 million a month for five months.",
            "total",
            "fails",
        ),
        ("It bought 40 buses for $20 million, or $500,000 each.", "total", "holds"),
        ("It bought 40 buses for $20 million, or $600,000 each.", "total", "fails"),
        ("It sold 900 vans, more than twice the 400 vans of 2019.", "multiple", "holds"),
        ("It sold 900 vans, more than twice the 600 vans of 2019.", "multiple", "fails"),
        ("It sold 900 vans, twice the 440 vans of 2019.", "multiple", "holds"),
        (
            "It raised $200 million, of which $8 million, or 4 percent, came late.",
            "product",
            "holds",
        ),
        (
            "It raised $200 million, of which $8 million, or 14 percent, came late.",
            "product",
            "fails",
        ),
        ("Sales rose at two mills: Arles by 9 percent; and Basel by 8 percent.", "count", "holds"),
        (
            "Sales rose at three mills: Arles by 9 percent; and Basel by 8 percent.",
            "count",
            "fails",
        ),
        ("The 60-foot-wide (18 metres) hole is dry.", "conversion", "holds"),
        ("The mast is 60 feet, or 28 metres, tall.", "conversion", "fails"),
        ("Zip raised prices 4% to $52 from $50.", "growth", "holds"),
        ("Zip raised prices 9% to $52 from $50.", "growth", "fails"),
        ("Brio won 332 votes, 62 more than the 270 needed to win.", "difference", "holds"),
        ("Brio won 332 votes, 82 more than the 270 needed to win.", "difference", "fails"),
        ("Orla sold 30,000 vans, down 10 percent from a year ago.", "base", "implied"),
    ],
)
def test_a_relation_that_the_text_states_is_recomputed(
    checks_of: Checks, text: str, kind: str, verdict: str
) -> None:
    assert [(check.kind, check.verdict) for check in checks_of(text)] == [(kind, verdict)]


@pytest.mark.parametrize(
    "text",
    [
        "Sales rose 5% while costs fell to $90 million, with debts of $99 million.",
        "The toll was 12 people, including five men and six women.",
        "It has 12 staff: five drivers, six cooks and several guards.",
        "It opened in five cities, including Arles, Basel and Como.",
        "They were led by three moderates: Bell and Govs. Ann Cole of Arden and Tom Dale.",
        "It opened in two countries: Trinidad and Tobago and Barbuda.",
        "It goes from zero to 60 mph (97 kph) in five seconds.",
        "It lost a dog, five men and seven women, 13 people in all.",
        "Zip sold 5,000 vans, and Zap sold 30% more than the 4,000 of Zop.",
        "The road is 10 miles (15 km) long.",
        "Shares fell 0.2% to $31.",
        "A third or 20 men may be enough.",
        "Only 84,000 people came and 9,000 people paid. That's down 36% from 100,000 people.",
        "Shares rose $1.50, or 5%, after it sold $31.50 of them.",
        "It has 600 staff: 400 in Arles and 150 in Como.",
        "It bought 40 buses at $500,000 each, and paid its debts, a total of $30 million.",
        "It pays $500 a month for 24 months, or $9,000 at once.",
        "It made $4 million on sales of $40 million, against a margin of 12%.",
        "It will cut 300 jobs, or 25% of its 1,200 shops.",
        "It made $4 million on sales of $40 million, a gross margin of 30%.",
        "Zip made $5 million on sales of $40 million, with costs up 25% from $16 million.",
        "Zip sold 500,000 vans, compared with the 400,000 that Zap sold, an increase of 30%.",
        "It cost $9 million. It put the hall at $4 million and the rest at $3 million.",
        "Of the 320 workers, 140 left, 30 fell ill and the remaining 120 stayed.",
        "It sells 8,000 tonnes of cheese. It has 40 shops. Brie is a quarter of it all.",
        "It sells 8,000 tonnes here, 3,000 tonnes abroad, a quarter of that, or 900 tonnes, raw.",
        "Two of its six posts are empty, and a third of the town wants them filled.",
        "The pool was built for 2,000 guests and saw 1,500 last year, or 60 % of its staff.",
        "It sold 40 vans in May and 60 in June, and 90 in all of spring.",
        "It wants $275 billion over five years, and $75 billion a year for roads.",
        "It raised $200 million, and $8 million, or 14 percent more, came late.",
        "It sold 900 vans, and twice the 600 vans of Zap were red.",
        "Walk 10 miles, or drive 5 kilometres.",
        "It pays $10 million over five years, or $3 million a year with interest.",
        "It sold 3 of its 20 players for $40m, or $13.3m each.",
        "Sales rose at three mills: Arles by 9 percent; others did not say.",
        "Orla sold 30,000 vans, and Zap is down 10 percent from a peak.",
    ],
)
def test_what_is_not_certain_is_left_unsaid(checks_of: Checks, text: str) -> None:
    assert checks_of(text) == []


PLANT = (
    "The Ashby works, which makes the Orla kettle, is slated to produce 200,000 units a year. "
    "To break even, a works must run at roughly 75 % capacity, or {part} units. "
    "With sales of the Orla under 40,000 units, it is far from that."
)


def test_a_product_is_found_by_what_its_figures_are(checks_of: Checks) -> None:
    found = {check.kind: check for check in checks_of(PLANT.format(part="150,000"))}
    assert found["product"].verdict == "holds"
    assert found["product"].says.startswith("roughly 75 % of 200,000 = 150,000")


def test_a_wrong_product_fails(checks_of: Checks) -> None:
    found = {check.kind: check for check in checks_of(PLANT.format(part="180,000"))}
    assert found["product"].verdict == "fails"


def test_a_shortfall_never_goes_without_its_premise(checks_of: Checks) -> None:
    found = {check.kind: check for check in checks_of(PLANT.format(part="150,000"))}
    for kind in ("utilisation", "shortfall"):
        assert found[kind].verdict == "conditional"
        premise = "if Orla sales were the works' whole output, which the article does not say"
        assert found[kind].premise == premise
        assert found[kind].premise in found[kind].says
    value = found["utilisation"].value
    assert value is not None
    assert (value.low, value.high, value.unit) == (0, 0.2, "1")
    assert "more than 110,000 short" in found["shortfall"].says


def test_two_capacities_leave_the_shortfall_unsaid(checks_of: Checks) -> None:
    text = PLANT.format(part="150,000") + " The other works can produce 90,000 units a year."
    assert {check.kind for check in checks_of(text)} == {"product"}


def test_what_a_place_makes_is_not_what_it_could_make(checks_of: Checks) -> None:
    text = "The works makes 200,000 kettles a year. Orla sales were under 40,000 kettles there."
    assert checks_of(text) == []


def test_sales_that_the_text_does_not_lay_beside_the_place_are_left_alone(
    checks_of: Checks,
) -> None:
    text = "The works can make 200,000 kettles a year. {}"
    apart = text.format("Orla sales in the shops came to 40,000 kettles.")
    assert checks_of(apart) == []
    tied = text.format("Orla sales of 40,000 kettles leave the works half empty.")
    assert [check.verdict for check in checks_of(tied)] == ["conditional"]


MARKETS = (
    "Zip is launching in Arles, Basel, Como, and Delft. It aims to be in more than ten markets. "
    "It works with Orla, Brio, and Nova, and runs in the Elm Bay Area, Fano, and Gent."
)


def test_named_places_are_counted_against_a_bound(checks_of: Checks) -> None:
    (check,) = checks_of(MARKETS)
    assert (check.kind, check.verdict) == ("count", "unsupported")
    assert check.says.startswith("7 named of more than 10 markets: Arles, Basel")
    assert "Orla" not in check.says


def test_a_story_is_not_checked_against_another(kit: Kit) -> None:
    page = make_page(MARKETS.replace("It works", "\n\nIt works"))
    (check,) = check_figures(page, find_figures(page, kit), kit)
    assert check.says.startswith("4 named")


def test_a_check_has_one_id_and_the_story_of_its_figures(checks_of: Checks) -> None:
    once, twice = checks_of(MARKETS), checks_of(MARKETS)
    assert once == twice
    assert once[0].story == "story"


def test_a_hostile_line_is_checked_in_bounded_time(checks_of: Checks) -> None:
    assert checks_of("5% capacity, or 10 people " * 500) is not None
    assert checks_of("Four cities: " + "Arles, " * 5000) == []


TERMINAL = (
    "The Marrow quay terminal is laid out for 300,000 crates a year. A terminal of that kind must "
    "run at about 60 % of capacity, or 180,000 crates, to cover its costs. With Orla's own traffic "
    "below 60,000 crates, it is far from that."
)


def test_what_a_place_is_laid_out_for_is_its_capacity(checks_of: Checks) -> None:
    found = {check.kind: check for check in checks_of(TERMINAL)}
    assert found["product"].verdict == "holds"
    premise = (
        "if Orla's own traffic was the terminal's whole traffic, which the article does not say"
    )
    assert (found["utilisation"].premise, found["shortfall"].premise) == (premise, premise)
    assert found["utilisation"].value is not None
    assert found["utilisation"].value.high == 0.2


def test_places_that_a_line_goes_to_are_counted_over_two_lists(checks_of: Checks) -> None:
    (check,) = checks_of(
        "Zip brings boats to Arles Bay, Como and Delft. It aims at more than nine harbours. Before "
        "that it ran ferries to Fano, Gent and the Isle of Elm."
    )
    assert check.says.startswith("6 named of more than 9 harbours: Arles Bay, Como")
