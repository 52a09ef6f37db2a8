"""Stances told against stances wanted."""

import pytest

from onrecord.bench import Count, score_stances
from onrecord.model import Stance

FOR, AGAINST, OPEN = Stance.SUPPORTS, Stance.DENIES, Stance.DISCUSSES


def test_pairs_give_accuracy_and_each_stance_its_own_count() -> None:
    score = score_stances([(FOR, FOR), (FOR, OPEN), (AGAINST, AGAINST), (OPEN, FOR)])
    assert (score.pairs, score.right, score.accuracy) == (4, 2, 0.5)
    assert score.stances == {FOR: Count(1, 2, 2), AGAINST: Count(1, 1, 1), OPEN: Count(0, 1, 1)}
    assert score.macro_f1 == pytest.approx((0.5 + 1 + 0) / 3)
    assert score.confusion[FOR, OPEN] == 1


def test_a_stance_that_nobody_wanted_is_counted_and_has_no_part_in_the_mean() -> None:
    score = score_stances([(FOR, FOR), (FOR, Stance.UNRELATED)])
    assert score.stances[Stance.UNRELATED] == Count(0, 1, 0)
    assert score.macro_f1 == pytest.approx(2 / 3)


def test_no_pairs_score_nothing() -> None:
    assert score_stances([]).accuracy == 0
    assert score_stances([]).macro_f1 == 0
