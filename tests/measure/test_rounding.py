"""How far a printed number may be from the true one."""

import pytest

from onrecord.measure.rounding import last_place, widen, write_figure, write_number
from onrecord.model import Bound, Figure


def figure(low: float | None, high: float | None, **more: object) -> Figure:
    fields: dict[str, object] = {
        "unit": None, "per": None, "bound": Bound.EQUAL, "approx": False, "change": None,
        "of": None,
    }  # fmt: skip
    fields.update(more)
    text = fields.pop("text", "60 %")
    return Figure("id", 0, 1, text, low, high, **fields)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("value", "place"), [(3.9, 0.1), (320000, 10000), (41, 1), (0.05, 0.01), (1000, 1000)]
)
def test_the_last_place_is_the_last_that_is_not_nought(value: float, place: float) -> None:
    assert last_place(value) == pytest.approx(place)


def test_rounding_excuses_no_more_than_a_fortieth() -> None:
    assert widen(figure(400000, 400000)) == pytest.approx((390000, 410000))
    assert widen(figure(3.9, 3.9)) == pytest.approx((3.85, 3.95))
    assert widen(figure(0.6, 0.6, unit="1")) == pytest.approx((0.595, 0.605))


def test_a_fraction_in_words_is_a_tenth_either_way() -> None:
    assert widen(figure(0.25, 0.25, unit="1", text="a quarter")) == pytest.approx((0.225, 0.275))


def test_roughly_is_six_per_cent_either_way() -> None:
    assert widen(figure(100, 100, approx=True)) == pytest.approx((94, 106))


def test_a_bound_leaves_its_side_open() -> None:
    assert widen(figure(None, 5, bound=Bound.BELOW)).low == 0
    assert widen(figure(10, None, bound=Bound.ABOVE)).high == float("inf")


def test_numbers_are_written_as_a_newsroom_prints_them() -> None:
    assert write_number(3.5e9, "USD") == "USD 3.5 billion"
    assert write_number(0.25, "1") == "25 %"
    assert write_figure(figure(None, 100000, bound=Bound.BELOW)) == "under 100,000"
    assert write_figure(figure(0.8, 0.8, unit="1", approx=True)) == "roughly 80 %"
    assert write_figure(figure(90, 100)) == "90 to 100"
