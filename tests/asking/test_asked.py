"""Questions in many wordings, asked of small ledgers: an answer, silence, and never another claim.

What goes wrong as yet stands in `known_gaps.txt`, one question a line. Whoever mends one takes its
line out (`python -m tests.asking.asked --write` lists them anew); a status may come right without.
"""

from collections import Counter

import pytest

from tests.asking.asked import Case as Asked
from tests.asking.asked import all_cases, ask, asked_elsewhere, judge, known_gaps

CASES = all_cases()


def test_the_table_has_names_of_its_own_and_the_gaps_are_among_them() -> None:
    names = [case.name for case in CASES]
    assert len(names) == len(set(names)) >= 120
    assert set(known_gaps()) <= set(names)


def test_the_table_asks_in_every_way_that_matters() -> None:
    kinds = Counter(case.kind for case in CASES)
    wanted = "direction modality number place date negation denial passive pronoun role synonym"
    assert set(wanted.split()) <= set(kinds)


def parametrized(outcomes: set[str], *, strict: bool) -> pytest.MarkDecorator:
    """Every case; those listed with one of `outcomes` are expected to fail."""
    gaps = {name for name, outcome in known_gaps().items() if outcome in outcomes}
    mark = pytest.mark.xfail(reason="a known gap", strict=strict)
    return pytest.mark.parametrize(
        "case",
        [pytest.param(c, id=c.name, marks=[mark] if c.name in gaps else []) for c in CASES],
    )


@parametrized({"wrong answer", "wrongly silent"}, strict=True)
def test_the_question_is_answered_with_its_own_claim_or_not_at_all(case: Asked) -> None:
    assert judge(case) not in {"wrong answer", "wrongly silent"}


@parametrized({"wrong answer", "wrongly silent", "wrong status", "not told"}, strict=False)
def test_the_claim_stands_where_an_editor_would_put_it(case: Asked) -> None:
    assert judge(case) == "right"


def test_no_question_is_answered_by_a_ledger_that_tells_of_something_else() -> None:
    answered = [case.name for name, case in asked_elsewhere() if ask(name, case.question).claim]
    assert answered == []
