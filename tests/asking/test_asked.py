"""Questions in many wordings, asked of small ledgers: an answer, silence, and never another claim.

What goes wrong as yet stands in `known_gaps.txt`, one question a line, and must go on failing:
whoever mends one takes its line out (`python -m tests.asking.asked --write` lists them anew).
"""

from collections import Counter

import pytest

from tests.asking.asked import Case as Asked
from tests.asking.asked import all_cases, ask, asked_elsewhere, judge, known_gaps

CASES = all_cases()


def test_the_table_has_names_of_its_own_and_the_gaps_are_among_them() -> None:
    names = [case.name for case in CASES]
    assert len(names) == len(set(names)) >= 120
    assert known_gaps() <= set(names)


def test_the_table_asks_in_every_way_that_matters() -> None:
    kinds = Counter(case.kind for case in CASES)
    wanted = "direction modality number place date negation denial passive pronoun role synonym"
    assert set(wanted.split()) <= set(kinds)


@pytest.mark.parametrize(
    "case",
    [
        pytest.param(
            case,
            id=case.name,
            marks=[pytest.mark.xfail(reason="a known gap", strict=True)]
            if case.name in known_gaps()
            else [],
        )
        for case in CASES
    ],
)
def test_the_question_is_answered_as_an_editor_would(case: Asked) -> None:
    assert judge(case) == "right"


def test_no_question_is_answered_by_a_ledger_that_tells_of_something_else() -> None:
    answered = [case.name for name, case in asked_elsewhere() if ask(name, case.question).claim]
    assert answered == []
