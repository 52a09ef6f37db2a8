"""What a pair of passages shows."""

import pytest

from onrecord.judge.stance_articles import find_article_features
from onrecord.judge.stance_features import Features, cover, find_features
from onrecord.judge.stance_model import load_model
from onrecord.judge.stance_words import read_words
from onrecord.kit import load_kit

CLAIM = "Harrow Foods closed its biscuit plant in 2019"


def features(text: str, claim: str = CLAIM) -> Features:
    kit = load_kit()
    return find_features(read_words(claim, kit), read_words(text, kit), text, kit)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("negation:touches", "Harrow Foods has not closed its plant"),
        ("antonym", "Harrow Foods opened its biscuit plant"),
        ("number:same", "Harrow closed the plant in 2019"),
        ("number:other", "Harrow closed the plant in 2021"),
        ("number:unanswered", "Harrow closed the plant"),
        ("?:end", "Did Harrow close its plant?"),
        ("?:inside", "Plant closed? Harrow explains"),
        ("report|:", "Report: Harrow closed its plant"),
        (":|report", "Harrow closed its plant: source"),
        ("refute:near", "Harrow plant hoax"),
        ("quotes", "Harrow “closed” its plant"),
        ("shouted_no", "Harrow has NOT closed its plant"),
    ],
)
def test_a_feature_is_found_where_it_should_be(name: str, text: str) -> None:
    assert features(text).get(name) == 1.0


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("negation:touches", "Harrow Foods closed its plant, not its shop"),
        ("antonym", "Harrow Foods closed its biscuit plant"),
        ("number:other", "Harrow closed the plant in 2019"),
        ("?:end", "Harrow closed its plant"),
        ("report|:", "Harrow closed its plant: source"),
        ("quotes", "Harrow's plant closed"),
        ("shouted_no", "HARROW HAS NOT CLOSED ITS PLANT"),
    ],
)
def test_a_feature_is_left_out_where_it_should_be(name: str, text: str) -> None:
    assert not features(text).get(name)


def test_a_cue_of_the_claim_itself_is_no_cue_against_it() -> None:
    found = features("Harrow denies fire", claim="Harrow denies fire at its plant")
    assert "deny" not in found
    assert found["deny:of_claim"] == 1.0


def test_a_name_of_the_claim_is_no_lexical_feature() -> None:
    assert "w=harrow" not in features("Harrow closed its plant")


def test_cover_is_one_for_the_same_words_and_none_for_others() -> None:
    kit = load_kit()
    claim = read_words(CLAIM, kit)
    assert cover(claim, claim) == pytest.approx(1.0)
    assert cover(claim, read_words("Ferry crews strike", kit)) == 0.0
    assert cover(read_words("", kit), claim) == 0.0


def test_an_article_is_weighed_by_its_sentences() -> None:
    kit = load_kit()
    texts = ["Bread is cheap.", "Harrow Foods denied that it closed its biscuit plant in 2019."]
    sentences = [(text, read_words(text, kit)) for text in texts]
    model = load_model("stance", kit)
    found = find_article_features(read_words(CLAIM, kit), sentences, model, kit)
    assert found["share deny"] == 0.5
    assert found["place"] == 0.1
    assert found["best"] > found["lead"]
    assert sum(found[f"mean {stance}"] for stance in model.classes) == pytest.approx(1.0)


def test_it_is_told_which_half_of_the_claim_a_text_says() -> None:
    whom, what = features("Harrow Foods hires a baker"), features("A plant closed in 2019")
    assert (whom["half:first"], whom["half:last"]) == (1.0, 0.0)
    assert (what["half:first"], what["half:last"]) == (0.0, 1.0)
    assert whom["half:beginning"] > whom["half:end"]
    assert what["half:end"] > what["half:beginning"]


def test_a_claim_of_one_telling_word_has_it_in_both_halves_and_one_of_none_has_no_halves() -> None:
    one = features("The harbour burns", "Is it the harbour?")
    assert one["half:beginning"] == one["half:end"] == 1.0
    assert not any(name.startswith("half:") for name in features("The harbour burns", "Is it not?"))
