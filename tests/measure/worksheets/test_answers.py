"""What the packaged sheets say about figures that were worked out once by hand."""

from typing import Any

import pytest

from onrecord.errors import QuestionError
from onrecord.measure.worksheets import Verdict
from onrecord.measure.worksheets.conflicts import make_system, settle

from .conftest import Solve


def ends(interval: Any, low: float, high: float, tolerance: float = 1e-4) -> bool:
    """Whether an interval is [low, high] to within a relative tolerance."""
    return bool(interval == pytest.approx((low, high), rel=tolerance, abs=1e-9))


# --- plant ---------------------------------------------------------------------------------------


def test_a_break_even_that_fits_capacity_and_rate_is_no_contradiction(solve: Solve) -> None:
    plant = solve("plant", capacity="400000", be_rate="roughly 80 %", break_even="320,000")
    assert plant.solution.verdict is Verdict.FOUND_NONE
    free = solve("plant", capacity="400000", be_rate="roughly 80 %")
    assert ends(free["break_even"], 300_800, 339_200)


def test_low_sales_leave_the_plant_little_used_under_a_premise(solve: Solve) -> None:
    plant = solve(
        "plant", capacity="400000", be_rate="roughly 80 %", sales="under 100,000", extra="0"
    )
    assert ends(plant["utilisation"], 0, 0.25)
    assert ends(plant["gap"], 200_800, 339_200)
    for name in ("utilisation", "gap"):
        assert "the sales quoted are the plant's whole output" in plant.result(name).premises
    alone = solve("plant", capacity="400000", be_rate="roughly 80 %", sales="under 100,000")
    assert ends(alone["used_now"], 0, 0.25)  # whatever a partner may add
    assert ends(alone["short_now"], 200_800, 339_200)
    assert plant.result("break_even").premises == (
        "the capacity quoted is what the plant can build in a year now",
    )


def test_a_wrong_break_even_contradicts_capacity_and_rate_and_nothing_else(solve: Solve) -> None:
    plant = solve(
        "plant",
        capacity="400000",
        be_rate="roughly 80 %",
        break_even="360,000",
        sales="under 100,000",
    )
    assert plant.solution.verdict is Verdict.CONFLICT
    assert plant.conflict == {"capacity", "be_rate", "break_even"}
    implied = dict(plant.solution.conflict.implied)  # type: ignore[union-attr]
    assert ends(implied["break_even"], 300_800, 339_200)
    assert ends(implied["be_rate"], 0.9, 0.9)


def test_a_plant_that_runs_at_90_percent_contradicts_low_sales(solve: Solve) -> None:
    plant = solve(
        "plant",
        capacity="400000",
        be_rate="roughly 80 %",
        sales="under 100,000",
        extra="0",
        utilisation="at least 90 %",
    )
    assert plant.conflict == {"capacity", "sales", "utilisation", "extra"}


@pytest.mark.parametrize(
    ("values", "low", "high"),
    [
        ({"capacity": "400000", "be_rate": "roughly 80 %"}, 200_800, 390_000),
        ({"capacity": "300000", "be_rate": "75 % to 85 %"}, 125_000, 270_000),
    ],
)
def test_how_many_further_vehicles_break_even_would_take(
    solve: Solve, values: dict[str, str], low: float, high: float
) -> None:
    plant = solve("plant", "gap <= 0", sales="90,000 to 100,000", **values)
    assert ends(plant["extra"], low, high)
    asked = solve("plant", sales="90000..100000", extra="0", **values).solution.answers[-1]
    assert asked.result is not None  # the question sets aside what is given for its own unknown
    assert ends(asked.result.interval, low, high)
    assert asked.result.required == ("gap <= 0",)


def test_what_cannot_be_required_is_named_with_what_forbids_it(solve: Solve) -> None:
    plant = solve("plant", "utilisation >= 90 %", capacity="400k", sales="100000", extra="0")
    assert plant.conflict == {"capacity", "sales", "extra", "utilisation >= 90 %"}


# --- electrode -----------------------------------------------------------------------------------


def test_what_the_drying_energy_of_a_large_plant_is_worth(solve: Solve) -> None:
    electrode = solve("electrode", dry_cut="80 % to 100 %", output="100 GWh/year")
    assert ends(electrode["energy_saving"], 20.3e6, 366.6e6)
    assert {"energy", "dry_share", "price"} <= set(electrode.result("energy_saving").defaults)


def test_a_billion_without_period_is_flagged_and_needs_a_large_plant(solve: Solve) -> None:
    electrode = solve("electrode", dry_cut="80%..100%", saving="a billion dollars")
    assert electrode.solution.notes[0] == "saving: period missing: taken as a figure for one year"
    small = solve("electrode", dry_cut="80%..100%", saving="1e9", output="100 GWh/year")
    assert small["other_saving"].low > 600e6


def test_a_billion_a_year_from_drying_energy_alone_needs_hundreds_of_gigawatt_hours(
    solve: Solve,
) -> None:
    alone = solve("electrode", dry_cut="80 % to 100 %", saving="1e9", other_saving="0")
    assert ends(alone["output"], 272.8e6, 500e6, 1e-3)  # to the largest site that is assumed
    hundred = solve("electrode", dry_cut="80%..100%", saving="1e9", output="100 GWh/year")
    assert ends(hundred["other_saving"], 633.4e6, 979.7e6, 1e-3)
    assert ends(hundred["per_kwh"], 10, 10)


def test_space_read_as_the_whole_plant_is_outside_the_default_alone(solve: Solve) -> None:
    electrode = solve("electrode", plant_space_cut="rounded 90 %")
    assert electrode.solution.verdict is Verdict.OUTSIDE
    (aside,) = electrode.solution.set_aside
    assert (aside.given, aside.defaults) == (("plant_space_cut",), ("space_share",))
    assert electrode["space_share"].low >= 0.85 - 1e-9


def test_space_read_as_the_electrode_section_is_a_part_of_the_plant(solve: Solve) -> None:
    electrode = solve("electrode", space_cut="rounded 90 %")
    assert ends(electrode["plant_space_cut"], 0.085, 0.475)


# --- fleet ---------------------------------------------------------------------------------------


def test_two_million_cars_a_year_as_a_fleet_and_as_trips(solve: Solve) -> None:
    fleet = solve("fleet", build="two million cabs a year")
    assert ends(fleet["fleet"], 6e6, 16e6)
    assert ends(fleet["demand"], 30e6, 640e6)
    shared = solve("fleet", build="2 million cars/year", markets="11..30")
    assert ends(shared["per_market"], 0.2e6, 1.4545e6)


def test_a_fleet_that_is_known_gives_the_trips_that_are_known(solve: Solve) -> None:
    fleet = solve("fleet", fleet="2,500", trips="25..26.5")
    assert ends(fleet["demand"], 62_500, 66_250)
    published = 450_000 / 7
    assert fleet["demand"].low <= published <= fleet["demand"].high


# --- loan ----------------------------------------------------------------------------------------


def test_a_published_payment_is_met_to_within_its_rounding(solve: Solve) -> None:
    loan = solve("loan", price="235,500 yuan", down="79,900 yuan", n="84 months", rate="0.98 %")
    assert ends(loan["payment"], 1917.4, 1917.4)
    assert loan.result("payment").unit == "CNY"
    assert loan.solution.verdict is Verdict.FOUND_NONE  # a price needs no default


def test_a_published_payment_turned_round_gives_the_rate(solve: Solve) -> None:
    loan = solve("loan", price="235500", down="79900", n="84", payment="printed 1,918")
    assert ends(loan["rate"], 0.00981, 0.00997, 1e-3)


def test_the_published_rate_is_met_only_as_a_rounded_one(solve: Solve) -> None:
    offer = {"price": "235500", "down": "79900", "n": "84", "payment": "printed 1,918"}
    assert solve("loan", rate="0.98 %", **offer).solution.verdict is Verdict.CONFLICT
    assert solve("loan", rate="0.975 % to 0.985 %", **offer).solution.verdict is Verdict.FOUND_NONE


def test_a_payment_by_the_day_is_met(solve: Solve) -> None:
    loan = solve("loan", price="129,900 CNY", down="0", n="eight years",
                 rate="4.88%")  # fmt: skip
    assert ends(loan["payment"], 1637.1, 1637.1)
    assert ends(loan["per_day"], 53.79, 54.57)
    assert loan["per_day"].high <= 55  # published as "as low as 55"


def test_a_payment_by_the_day_gives_a_price_that_misses_the_published_one(solve: Solve) -> None:
    offer = {"down": "0", "n": "96", "rate": "4.88%", "days": "30.4166667"}
    loan = solve("loan", per_day="rounded 27 yuan", **offer)
    assert ends(loan["price"], 63_957, 66_370)
    missed = solve("loan", per_day="rounded 27 yuan", price="66,800 yuan", **offer)
    assert missed.solution.verdict is Verdict.CONFLICT


def test_after_three_years_more_is_owed_than_the_car_is_worth(solve: Solve) -> None:
    loan = solve(
        "loan", price="$37,000", n="96", rate="3 %", down="0", k="36", loss="1.4 % to 2.0 %"
    )
    assert ends(loan["equity"], -6274, -1880, 2e-4)


def test_payments_that_cannot_repay_the_price_contradict_it(solve: Solve) -> None:
    loan = solve("loan", price="$37,000", down="0", n="96", payment="$300")
    assert loan.conflict == {"price", "down", "payment"}
    assert loan.solution.conflict.limits == ("n", "interest")  # type: ignore[union-attr]


def test_shaving_brings_a_payment_close_to_its_true_range(solve: Solve) -> None:
    loan = solve("loan", price="37000 USD", down="0", n="84", rate="6.15%..6.75%")
    low, high = loan["payment"]
    assert 542.4 <= low <= 543.21
    assert 553.87 <= high <= 554.1
    system = make_system(loan.sheet)
    held = [system.hold("given", g.variable, g.interval) for g in loan.solution.given]
    unshaved = system.shown(settle(system, held)[0], "payment")
    assert unshaved.low < 540
    assert unshaved.high > 560  # what shaving is for


def test_a_loan_without_interest_is_a_division(solve: Solve) -> None:
    loan = solve("loan", price="8400", down="0", n="84", rate="0")
    assert ends(loan["payment"], 100, 100)


def test_two_currencies_are_not_computed_with_together(solve: Solve) -> None:
    with pytest.raises(QuestionError, match="CNY and USD"):
        solve("loan", price="235,500 yuan", down="$1,000")


# --- line, running_cost, compute, uplift ---------------------------------------------------------


def test_the_time_that_a_line_has_for_each_motor(solve: Solve) -> None:
    assert ends(solve("line", pieces="120,000 motors a year")["takt"], 25.74, 194.4)
    assert ends(solve("line", pieces="120000", shifts="2")["takt"], 51.48, 129.6)


def test_fuel_in_a_year_and_what_five_years_save(solve: Solve) -> None:
    cost = solve("running_cost", mpg="printed 37 MPG", fuel="$3.0 to $3.5", mpg_other="25..30")
    assert ends(cost["annual"], 1200, 1438.36)
    assert ends(cost["saving"], 1335.6, 3500)


def test_a_fuel_label_is_met_from_its_parts_and_missed_from_its_rounded_figure(
    solve: Solve,
) -> None:
    exact = solve("running_cost", city="18", highway="25", fuel="2.80 USD/gallon")
    assert ends(exact["mpg"], 20.595, 20.595)
    assert round(exact["annual"].low) == round(exact["annual"].high) == 2039
    rounded = solve("running_cost", mpg="21", fuel="$2.80")
    assert ends(rounded["annual"], 2000, 2000)
    missed = solve("running_cost", mpg="21", fuel="$2.80", annual="2039")
    assert missed.solution.verdict is Verdict.OUTSIDE  # only the label's 15,000 miles stand aside


def test_the_energy_of_an_inference(solve: Solve) -> None:
    chip = solve("compute", tops="25..26", power="3 to 4 W", ops="7..9")
    assert ends(chip["energy"], 0.8077, 28.8)
    assert ends(chip["range_cost"], 3 / (3 + 220 * 110), 4 / (4 + 130 * 30), 1e-3)


def test_what_the_chip_s_networks_may_be_is_assumed_in_a_wide_range(solve: Solve) -> None:
    chip = solve("compute", tops="25", power="3 W", used="100 %")
    assert ends(chip["rate"], 2.5, 250_000)


def test_a_rise_says_little_once_the_trend_is_uncertain(solve: Solve) -> None:
    told = solve("uplift", raw="30 % to 40 %")
    assert ends(told["lift"], 0.08333, 0.75)
    counted = solve("uplift", before="1000", after="1300..1400", spend="8 million USD")
    assert ends(counted["lift"], 0.08333, 0.75)
    assert ends(counted["cost_each"], 8e6 / 4800, 80_000)


# --- what the defaults make of one figure alone ---------------------------------------------------


def test_what_is_paid_in_interest_is_what_is_paid_beyond_the_principal(solve: Solve) -> None:
    loan = solve("loan", price="235,500 yuan", down="79,900 yuan", n="84", rate="0.98 %")
    assert ends(loan["paid"], 161_061.6, 161_061.6, 1e-5)
    assert ends(loan["interest"], 5_461.6, 5_461.6, 1e-5)


def test_a_loan_of_which_only_price_and_term_are_known_takes_rate_and_loss_by_default(
    solve: Solve,
) -> None:
    loan = solve("loan", price="$37,000", down="0", n="60", k="12")
    assert ends(loan["payment"], payment(37_000, 0.0098, 60), payment(37_000, 0.075, 60), 3e-3)
    assert ends(loan["worth"], 37_000 * 0.98**12, 37_000 * 0.99**12)
    assert loan["owed"].high <= 37_000


def payment(principal: float, rate: float, months: int) -> float:
    """The textbook's annuity."""
    return principal * rate / 12 / (1 - (1 + rate / 12) ** -months)


def test_a_line_s_pieces_in_a_shift(solve: Solve) -> None:
    line = solve("line", pieces="120000", shifts="2", days="250")
    assert ends(line["per_shift"], 240, 240)


def test_a_fleet_for_any_number_of_markets_that_is_assumed(solve: Solve) -> None:
    assert ends(solve("fleet", build="2 million cars/year")["per_market"], 6e6 / 500, 16e6)


def test_a_saving_alone_bounds_what_is_saved_on_each_kilowatt_hour(solve: Solve) -> None:
    assert ends(solve("electrode", saving="1e7")["per_kwh"], 0.02, 10)
    large = solve("electrode", saving="1e9")
    assert ends(large["per_kwh"], 2, 40)
    assert ends(large["output"], 25e6, 500e6)


def test_every_packaged_default_is_the_one_that_the_answers_were_worked_out_with(
    solve: Solve,
) -> None:
    assert ends(solve("plant", sales="0")["break_even"], 0.75 * 50e3, 0.85 * 600e3)
    assert ends(solve("plant", capacity="500000", extra="0")["used_now"], 0, 1.2)
    chip = solve("compute", power="300 W", tops="25")
    assert ends(chip["range_cost"], 300 / (300 + 220 * 110), 300 / (300 + 130 * 30))
    cost = solve("running_cost", mpg="40")
    assert ends(cost["annual"], 750, 2250)
    assert ends(cost["annual_other"], 15_000 * 2 / 150, 15_000 * 6 / 5)
    uplift = solve("uplift", before="1000", after="1500")
    assert ends(uplift["extra"], 300, 700 * 8)


# --- what results rest on ------------------------------------------------------------------------


def test_a_result_names_what_it_rests_on(solve: Solve) -> None:
    fleet = solve("fleet", build="1000", markets="2")
    assert fleet.result("per_market").given == ("build", "markets")
    assert fleet.result("per_market").defaults == ("life",)
    assert fleet.result("demand").given == ("build",)


def test_what_is_given_outside_a_default_stands_and_is_told(solve: Solve) -> None:
    plant = solve("plant", capacity="900000", utilisation="50 %")
    assert plant.solution.verdict is Verdict.OUTSIDE
    assert ends(plant["capacity"], 900_000, 900_000)
    assert any(note.startswith("capacity: outside default") for note in plant.solution.notes)


def test_an_open_end_is_closed_by_the_default(solve: Solve) -> None:
    assert ends(solve("plant", capacity="more than 200000")["capacity"], 200_000, 600_000)
