"""Where a text stands towards a claim."""

import pytest

from onrecord.judge.stance import tell_stance
from onrecord.kit import load_kit
from onrecord.model import Stance

CLAIM = "Harrow Foods is buying the biscuit maker Tilde & Sons"

CASES = [
    (Stance.SUPPORTS, "Harrow Foods buys biscuit maker Tilde & Sons"),
    (Stance.SUPPORTS, "Biscuit maker Tilde & Sons bought by Harrow Foods for $40 million"),
    (Stance.DENIES, "No, Harrow Foods is not buying Tilde & Sons"),
    (Stance.DENIES, "Harrow Foods denies it is buying biscuit maker Tilde & Sons"),
    (Stance.DENIES, "Story of Harrow Foods buying Tilde & Sons is a hoax"),
    (Stance.DISCUSSES, "Harrow Foods may buy biscuit maker Tilde & Sons, report says"),
    (Stance.DISCUSSES, "Is Harrow Foods buying Tilde & Sons?"),
    (Stance.DISCUSSES, "Harrow Foods reportedly in talks to buy biscuit maker Tilde & Sons"),
    (Stance.UNRELATED, "Ferry crews on the Lune estuary vote to strike in August"),
]


@pytest.mark.parametrize(("stance", "text"), CASES)
def test_a_headline_is_read_for_its_stance(stance: Stance, text: str) -> None:
    assert tell_stance(CLAIM, text, load_kit())[0] is stance


def test_names_decide_nothing() -> None:
    kit = load_kit()
    renamed = "Quillon Freight is buying the biscuit maker Osper & Moy"
    text = "Quillon Freight buys biscuit maker Osper & Moy"
    assert tell_stance(renamed, text, kit)[0] is tell_stance(CLAIM, CASES[0][1], kit)[0]


def test_an_empty_text_is_unrelated() -> None:
    assert tell_stance(CLAIM, "  \n", load_kit()) == (Stance.UNRELATED, 1.0)


def test_a_claim_without_words_is_unrelated_to_everything() -> None:
    assert tell_stance("", "Harrow Foods buys Tilde & Sons", load_kit())[0] is Stance.UNRELATED


def test_curly_quotes_change_nothing() -> None:
    kit = load_kit()
    plain = tell_stance(CLAIM, "Harrow Foods isn't buying Tilde & Sons", kit)
    assert tell_stance(CLAIM, "Harrow Foods isn’t buying Tilde & Sons", kit) == plain


def test_of_an_article_the_sentences_on_the_claim_are_judged() -> None:
    filler = "The bakery trade has had a quiet year and flour is cheap. " * 8
    article = (
        "Harrow Foods is not buying Tilde & Sons, the biscuit maker said. "
        "It called the reports that Harrow Foods is buying it a hoax. " + filler
    )
    assert tell_stance(CLAIM, article, load_kit())[0] is Stance.DENIES


def test_an_article_on_something_else_is_unrelated() -> None:
    article = "The ferry to the island was late again. Crews blamed the tide. " * 12
    assert tell_stance(CLAIM, article, load_kit())[0] is Stance.UNRELATED


def test_a_score_is_a_probability_of_three_digits() -> None:
    for _, text in CASES:
        score = tell_stance(CLAIM, text, load_kit())[1]
        assert 0.3 < score <= 1.0
        assert score == round(score, 3)


def test_a_very_long_line_is_read_in_time() -> None:
    line = "Harrow Foods may not deny a hoax, a rumour? " * 20_000
    assert tell_stance(line, line, load_kit())[0] in set(Stance)
