"""Quantities found against quantities wanted, as the CQE paper counts them."""

import pytest

from onrecord.bench.quantities import LEVELS, count_sentence, score_quantities
from onrecord.kit import load_kit
from onrecord.measure import measure_sentence

Gold = dict[str, object]


def met(sentence: str, *golds: Gold) -> list[int]:
    kit = load_kit()
    counts = count_sentence(measure_sentence(sentence, kit), golds, kit)
    return [counts[level].met for level in LEVELS if level in counts]


@pytest.mark.parametrize(
    ("sentence", "gold"),
    [
        ("It has over 40 mills.", {"value": 40.0, "normalized_unit": "mill", "change": ">"}),
        ("Some 12 percent left.", {"value": "12", "normalized_unit": "percentage", "change": "~"}),
        ("It sells 3-4 vans.", {"value": "3.0-4.0", "normalized_unit": "van", "change": "="}),
        ("Rents rose $90.", {"value": 90, "normalized_unit": "dollar", "change": "up"}),
        ("Dozens of hens fled.", {"value": "12-120", "normalized_unit": "hen", "change": "="}),
    ],
)
def test_a_quantity_meets_gold_in_value_unit_and_bound(sentence: str, gold: Gold) -> None:
    assert met(sentence, gold) == [1, 1, 1]


def test_another_unit_or_bound_is_met_in_value_alone() -> None:
    gold: Gold = {"value": 40, "normalized_unit": "barn", "change": "<"}
    assert met("It has over 40 mills.", gold) == [1, 0, 0]


def test_another_number_is_not_met() -> None:
    gold: Gold = {"value": 41, "normalized_unit": "mill", "change": ">"}
    assert met("It has over 40 mills.", gold) == [0, 0, 0]


def test_each_gold_quantity_is_met_once() -> None:
    gold: Gold = {"value": 40, "normalized_unit": "mill", "change": "="}
    assert met("It has 40 mills and then 40 mills.", gold) == [1, 1, 1]
    assert met("It has 40 mills.", gold, gold) == [1, 1, 1]


def test_gold_without_bounds_counts_for_value_and_unit_alone() -> None:
    assert len(met("It has 40 mills.", {"value": 40, "normalized_unit": "mill"})) == 2


def test_a_value_that_is_no_number_is_never_met() -> None:
    gold: Gold = {"value": "many", "normalized_unit": "mill", "change": "="}
    assert met("It has 40 mills.", gold) == [0, 0, 0]


def test_sentences_are_added_up() -> None:
    kit = load_kit()
    gold: Gold = {"value": 40, "normalized_unit": "mill", "change": "="}
    figures = measure_sentence("It has 40 mills and 3 barns.", kit)
    counts = score_quantities([(figures, [gold]), ((), [gold])], kit)
    assert (counts["value"].met, counts["value"].found, counts["value"].wanted) == (1, 2, 2)
    assert counts["value"].f1 == 0.5
