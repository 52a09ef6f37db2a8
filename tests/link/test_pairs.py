"""How near two statements are, by the pair and the kit alone."""

from dataclasses import replace

import pytest

from onrecord.link.pairs import compare, compared_terms, nearness
from onrecord.link.propositions import telling_terms
from onrecord.model import Proposition
from tests.making import KIT, say


def _near(left: str, right: str) -> float:
    return nearness(telling_terms(left, KIT), telling_terms(right, KIT), KIT)


@pytest.mark.parametrize(
    ("said", "kin", "stranger"),
    [
        ("married", "wedding", "harvest"),
        ("stole", "theft", "repair"),
        ("detained", "arrest", "visit"),
    ],
)
def test_words_near_in_meaning_bring_tellings_nearer(said: str, kin: str, stranger: str) -> None:
    telling = f"They {said} the baker of Ostrand"
    near = _near(telling, f"The {kin} of the Ostrand baker")
    assert near > _near(telling, f"The {stranger} of the Ostrand baker")


def test_kin_count_for_less_than_the_word_itself() -> None:
    same = _near("Belmar detained two pilots", "Belmar detained a pilot")
    near = _near("Belmar detained two pilots", "Belmar jailed a pilot")
    far = _near("Belmar detained two pilots", "Belmar praised a pilot")
    assert same > near > far


def test_opposites_are_no_kin() -> None:
    kin = {row["stem"]: row["kin"] for row in KIT.rows("link_kin")}
    assert not any(item.startswith("sell:") for item in kin.get("acquir", "").split())


def test_nearness_is_the_same_both_ways_and_whole_for_the_same_words() -> None:
    one, other = "Norvik sells its oldest ferry", "The oldest Norvik ferry was sold"
    assert _near(one, other) == _near(other, one)
    assert _near(one, one) == 1.0
    assert _near(one, "") == 0.0


def _jobs(number: str, page: str) -> Proposition:
    return say(f"Norvik will cut {number} jobs at the Holme yard", names=("Norvik",), page=page)


def test_two_that_give_other_numbers_are_less_near() -> None:
    same = compare(_jobs("400", "a"), _jobs("400", "b"), KIT)
    other = compare(_jobs("400", "a"), _jobs("20", "c"), KIT)
    none = compare(_jobs("many", "d"), _jobs("400", "e"), KIT)
    assert same and other and none
    assert same.score > none.score > other.score


def test_a_shared_party_alone_is_no_likeness() -> None:
    sale = say("Norvik sells a ferry", names=("Norvik",))
    pilot = say("Norvik hired a pilot", names=("Norvik",))
    assert compare(sale, pilot, KIT) is None


def test_two_that_name_different_parties_are_about_different_things() -> None:
    ours = say("Norvik recalls soft cheese over listeria", names=("Norvik",))
    theirs = say("Ostrand recalls soft cheese over listeria", names=("Ostrand",))
    assert compare(ours, theirs, KIT) is None


def test_a_headline_is_compared_by_all_its_words_and_a_sentence_by_its_content() -> None:
    content, whole = "the bell is gone", frozenset({"verger", "bell", "holm"})
    headline = say(content, "Holme", headline=True)

    assert whole <= compared_terms(replace(headline, context=whole))
    assert "verger" not in compared_terms(replace(say(content, "Holme"), context=whole))
