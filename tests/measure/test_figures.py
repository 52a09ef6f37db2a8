"""Figures: quantities with unit, bound, rate and change, exactly where they stand."""

# ruff: noqa: E501 (a table reads better in rows)

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.kit import Kit, load_kit
from onrecord.measure import find_figures
from onrecord.model import Figure, Passage, RegionKind, Where
from tests.measure.conftest import make_page

Find = Callable[[str], list[Figure]]


def told(figure: Figure) -> tuple[object, ...]:
    return (
        figure.text, figure.low, figure.high, figure.unit, figure.per, figure.bound.value,
        figure.approx,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Sales of the Orla are under 5,000 units.", ("under 5,000 units", None, 5000, "unit", None, "<", False)),
        ("It makes up to 90,000 kettles a year.", ("up to 90,000 kettles a year", None, 90000, "kettle", "year", "<=", False)),
        ("The mill runs at roughly 75\u202f% capacity.", ("roughly 75\u202f%", 0.75, 0.75, "1", None, "=", True)),
        ("It sells in more than six countries.", ("more than six countries", 6, None, "country", None, ">", False)),
        ("A van costs about $28,000.", ("about $28,000", 28000, 28000, "USD", None, "=", True)),
        ("At least four brands agreed.", ("At least four brands", 4, None, "brand", None, ">=", False)),
        ("It had 1.2m viewers then.", ("1.2m viewers", 1.2e6, 1.2e6, "viewer", None, "=", False)),
        ("A $1,000-plus phone.", ("$1,000-plus", 1000, None, "USD", None, ">=", False)),
        ("For 20-plus years it stood.", ("20-plus years", 20, None, "year", None, ">=", False)),
        ("Revenue was A$3.2bn.", ("A$3.2bn", 3.2e9, 3.2e9, "AUD", None, "=", False)),
        ("It pays Rs 4,50,000.", ("Rs 4,50,000", 450000, 450000, "INR", None, "=", False)),
        ("The plant cost 70 million yuan.", ("70 million yuan", 7e7, 7e7, "CNY", None, "=", False)),
        ("The Brio manages 41\u00a0MPG.", ("41\u00a0MPG", 41, 41, "mile/gallon", None, "=", False)),
        ("Between 3 and 4 million people came.", ("Between 3 and 4 million people", 3e6, 4e6, "person", None, "=", False)),
        ("They expect 90-100k orders.", ("90-100k orders", 90000, 100000, "order", None, "=", False)),
        ("A seven\u2011year loan was offered.", ("seven\u2011year", 7, 7, "year", None, "=", False)),
        ("They are 20 years old or more.", ("20 years old or more", 20, None, "year of age", None, ">=", False)),
        ("A barrel of it is $70-a-share cheaper.", ("$70-a-share", 70, 70, "USD", "share", "=", False)),
        ("It burns 2 billion gallons of fuel a year.", ("2 billion gallons of fuel a year", 2e9, 2e9, "gallon", "year", "=", False)),
        ("It waited half an hour.", ("half an hour", 0.5, 0.5, "hour", None, "=", False)),
        ("Two police officers came.", ("Two police officers", 2, 2, "officer", None, "=", False)),
        ("The lot is 1.4-square-mile large.", ("1.4-square-mile", 1.4, 1.4, "square mile", None, "=", False)),
        ("It rose 0.5 percentage points.", ("0.5 percentage points", 0.5, 0.5, "percentage point", None, "=", False)),
        ("They raised 2 million pounds.", ("2 million pounds", 2e6, 2e6, "GBP", None, "=", False)),
        ("They shipped 2 million pounds of sugar.", ("2 million pounds", 2e6, 2e6, "pound", None, "=", False)),
        ("A million dollars were lost.", ("A million dollars", 1e6, 1e6, "USD", None, "=", False)),
        ("The bridge takes MEUR 12 to mend.", ("MEUR 12", 12e6, 12e6, "EUR", None, "=", False)),
        ("The loss was 30 MUSD.", ("30 MUSD", 30e6, 30e6, "USD", None, "=", False)),
        ("They lost 75 USD million.", ("75 USD million", 75e6, 75e6, "USD", None, "=", False)),
        ("A seat costs 40,000 ₡ there.", ("40,000 ₡", 40000, 40000, "CRC", None, "=", False)),
        ("The dam cost 9 billion Ethiopian birr.", ("9 billion Ethiopian birr", 9e9, 9e9, "ETB", None, "=", False)),
        ("It cost three dollars and twenty cents.", ("three dollars and twenty cents", 3.2, 3.2, "USD", None, "=", False)),
        ("It cost 15 dollars 50.", ("15 dollars 50", 15.5, 15.5, "USD", None, "=", False)),
        ("The crate weighs 20 (kg) empty.", ("20 (kg)", 20, 20, "kilogram", None, "=", False)),
        ("The rower is 6ft 3in tall.", ("6ft 3in", 6.25, 6.25, "foot", None, "=", False)),
        ("The boxer weighs 13st 7lb now.", ("13st 7lb", 13.5, 13.5, "stone", None, "=", False)),
        ("The kiln yard reached 38C at noon.", ("38C", 38, 38, "degree celsius", None, "=", False)),
        ("It was minus 5 degrees at dawn.", ("minus 5 degrees", -5, -5, "degree", None, "=", False)),
        ("Some three quarters of a billion bricks.", ("Some three quarters of a billion bricks", 75e7, 75e7, "brick", None, "=", True)),
        ("It ships 120 000 tonnes.", ("120 000 tonnes", 120000, 120000, "tonne", None, "=", False)),
        ("It seats 80, 000 spectators.", ("80, 000 spectators", 80000, 80000, "spectator", None, "=", False)),
        ("Bonds slipped 1/4 point.", ("1/4 point", 0.25, 0.25, "point", None, "=", False)),
        ("The ledger is one year old.", ("one year old", 1, 1, "year of age", None, "=", False)),
        ("The risk is 1 in 100,000.", ("1 in 100,000", 1e-5, 1e-5, "1", None, "=", False)),
        ("All 70 agreed to it.", ("70", 70, 70, None, None, "=", False)),
        ("The guard is 6-foot-4.", ("6-foot-4", 6 + 1 / 3, 6 + 1 / 3, "foot", None, "=", False)),
    ],
)  # fmt: skip
def test_a_quantity_is_normalised(figures_of: Find, text: str, wanted: tuple[object, ...]) -> None:
    found = [told(figure) for figure in figures_of(text)]
    assert len(found) == 1
    assert found[0][:1] + found[0][3:] == wanted[:1] + wanted[3:]
    assert found[0][1:3] == pytest.approx(wanted[1:3])


@pytest.mark.parametrize(
    "text",
    [
        "The Brio C-3 and the K5 beat the Nova 6 and the Arbus 737.",
        "It opened on March 7, 2019 and closed in 2021.",
        "The 22nd floor was the third to burn in the 1970s.",
        "They won 3-1 after a 2-0 lead and have a 0-1 record.",
        "Call 800-555-0199 before 11:30 or at 5 p.m. today.",
        "Write to 298 Rowan Street, Ashby, AZ 85012.",
        "No one knew, and one day the one they meant left.",
        "See Section 4, Row 21 and Game 2 on Channel 5.",
        "The screen is 2560 x 1600 and the value 10^400.",
        "The Euro 2020 qualifier and the Covid-19 rules.",
        "It is the second half of the year.",
        "The Top 10 lists of 3M and of 50 Cent.",
        "The Boeing 737 jets and the iPhone 6 users.",
        "Seat 22F is in Row 9C of the Orla 12C.",
        "Between 1600 and 1900 the climate cooled.",
        "Those 70 agreed.",
        "A 5-4 ruling, a 51-49 vote and a 9-to-5 job.",
        "He earned a 4.0 GPA at Pier 39 on I-95 near Exit 12.",
        "Ordered by type: 1,1,1,1,1,1,1.",
    ],
)
def test_dates_scores_names_and_addresses_are_left_alone(figures_of: Find, text: str) -> None:
    assert figures_of(text) == []


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("Output rose 5%.", "up"),
        ("Orders were down about 300 tonnes.", "down"),
        ("A 90 % reduction followed.", "down"),
        ("It needs 30% less steel.", "down"),
        ("Output rose to 500 tonnes.", None),
        ("They gave up 517 yards.", None),
        ("It opened a third fewer than before.", "down"),
        ("The grant is a quarter lower than it was.", "down"),
        ("It stood a quarter above the norm.", "up"),
        ("Arrests were up by half on the year before.", "up"),
        ("They lost 3 men.", None),
    ],
)
def test_a_change_is_told_from_a_level(figures_of: Find, text: str, change: str | None) -> None:
    assert [figure.change for figure in figures_of(text)] == [change]


def test_than_after_a_change_is_no_bound_of_what_follows(figures_of: Find) -> None:
    found = figures_of("It has 10% more than 3,000 vans and 20% fewer than about 40 boats.")
    levels = [(figure.text, figure.bound) for figure in found if figure.unit != "1"]
    assert levels == [("3,000 vans", "="), ("about 40 boats", "=")]
    (_, bounded) = figures_of("It has 90 vans. It has more than 3,000 boats.")
    assert bounded.bound == ">"


@pytest.mark.parametrize(
    ("text", "bound"),
    [("That adds up to 3,000 vans.", "="), ("It will add up to 3,000 vans.", "<=")],
)
def test_what_adds_up_to_a_sum_is_no_bound(figures_of: Find, text: str, bound: str) -> None:
    assert [figure.bound for figure in figures_of(text)] == [bound]


@pytest.mark.parametrize("text", ["It is a quarter more like a shed.", "A third higher court."])
def test_a_part_before_another_word_is_no_share(figures_of: Find, text: str) -> None:
    assert figures_of(text) == []


@pytest.mark.parametrize(
    ("text", "span", "change"),
    [
        ("The ad led to a spike in orders.", "a spike", "up"),
        ("They saw a noticeable uptick in visits.", "a noticeable uptick", "up"),
        ("It brings a significant cut in costs.", "a significant cut", "down"),
        ("Sales have fallen sharply.", "fallen sharply", "down"),
    ],
)
def test_a_vague_amount_is_marked_unquantified(
    figures_of: Find, text: str, span: str, change: str
) -> None:
    (figure,) = figures_of(text)
    assert (figure.text, figure.unquantified, figure.change) == (span, True, change)
    assert figure.low is None
    assert figure.high is None


@pytest.mark.parametrize(
    "text", ["It was a cut above.", "The rise of robots.", "They will cut it.", "A drop ceiling."]
)
def test_a_noun_of_change_alone_is_no_amount(figures_of: Find, text: str) -> None:
    assert figures_of(text) == []


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("Sales of the Orla fell under 5,000 units.", "Orla sales"),
        ("It kept 12 % of its revenue.", "revenue"),
        ("It won a 90 % reduction in floor space.", "floor space"),
        ("A $2 billion kettle works is to open.", "kettle works"),
        ("A midsize van expected to start around $30,000 comes.", "midsize van"),
        ("They saw a spike in web orders.", "web orders"),
        ("It opened two large shops.", "large shops"),
    ],
)
def test_a_figure_says_what_it_is_of(figures_of: Find, text: str, of: str) -> None:
    assert figures_of(text)[0].of == of


def test_units_are_what_the_story_makes(figures_of: Find) -> None:
    found = figures_of("The plant builds electric vans. It is to make 9,000 units a year.")
    assert [figure.unit for figure in found] == ["vehicle"]


def test_a_conversion_in_brackets_has_the_bound_of_what_it_converts(figures_of: Find) -> None:
    found = figures_of("It paid more than 7 million Danish crowns (US$1 million) for it.")
    assert [told(figure)[1:6] for figure in found] == [
        (7e6, None, "DKK", None, ">"),
        (1e6, None, "USD", None, ">"),
    ]


def test_a_number_that_leaves_its_noun_out_counts_the_same(figures_of: Find) -> None:
    found = figures_of("Output rose to 3.9 million kettles, up from 2.4 million.")
    assert [figure.unit for figure in found] == ["kettle", "kettle"]


def test_teasers_and_boilerplate_have_no_figures(kit: Kit) -> None:
    for region in (RegionKind.TEASER, RegionKind.BOILERPLATE):
        assert find_figures(make_page("It cost $5 million.", region), kit) == ()


def test_a_title_outside_the_text_has_its_own_figures(kit: Kit) -> None:
    page = make_page("Nothing here.", title="Orla sells 5,000 kettles")
    (figure,) = find_figures(page, kit)
    assert figure.where is Where.TITLE
    assert page.string(figure.where)[figure.start : figure.end] == figure.text == "5,000 kettles"


@given(st.text(alphabet="0123456789.,-/ $€%kmab()to\u00a0\u202f\u2011ſİ", max_size=80))
def test_spans_fit_and_numbers_are_finite(text: str) -> None:
    passages = (Passage(0, len(text), RegionKind.BODY, None, 0),)
    page = make_page("")
    page = type(page)(**{**_fields(page), "text": text, "passages": passages})
    for figure in find_figures(page, load_kit()):
        assert page.text[figure.start : figure.end] == figure.text
        ends = [end for end in (figure.low, figure.high) if end is not None]
        assert all(abs(end) < 1e20 for end in ends)


def _fields(page: object) -> dict[str, object]:
    return {name: getattr(page, name) for name in type(page).__slots__}  # type: ignore[attr-defined]


def test_a_million_digits_take_no_time(figures_of: Find) -> None:
    assert figures_of("9" * 1_000_000) == []
    assert figures_of("1," * 200_000) == []
