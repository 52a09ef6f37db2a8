"""What bears on a question, and what the record rightly says nothing about."""

from dataclasses import replace

import pytest

from onrecord.link.answers import gather, rank_claims, without_asides
from onrecord.measure import measure_sentence
from onrecord.model import Act, Voice
from tests.judge.test_status import stands, told
from tests.making import KIT, say

PAIR = ("Norvik", "Belmar")
STORY = [
    say("Norvik has bought the Belmar yard for 40 million crowns", "Post", names=PAIR),
    say("the report", "Norvik", Act.DENY, order=90),
    say("the harbour cranes were painted green last week", "Post", order=140),
]


def ask(sentence: str, names: tuple[str, ...] = PAIR) -> dict[str, float]:
    """The contents that bear on a question, with their resemblance."""
    asked = measure_sentence(sentence, KIT)
    story = [replace(p, figures=measure_sentence(p.statement.content.text, KIT)) for p in STORY]
    scores, bearing = gather(sentence, names, story, KIT, asked)
    return {bearing[key].statement.content.text: score for key, score in scores.items()}


def test_the_telling_and_the_denial_that_points_back_bear_on_the_question() -> None:
    found = ask("Norvik has bought the Belmar yard")
    assert set(found) == {STORY[0].statement.content.text, "the report"}
    assert found["the report"] == found[STORY[0].statement.content.text]


@pytest.mark.parametrize(
    "sentence",
    [
        "Norvik bought the Belmar yard for 70 million crowns",  # another number
        "Norvik will close the Belmar yard",  # another deed
        "Norvik employs 600 people",  # the same party, another matter
        "Ostrand has bought the Belmar yard",  # another subject
        "the price of butter fell in March",  # something else
        "How many work at the Belmar yard Norvik bought",  # asks for more than yes or no
        "Norvik is in talks to buy the Belmar yard",  # less far along
    ],
)
def test_the_record_is_silent_about_what_is_not_there(sentence: str) -> None:
    assert ask(sentence, tuple(n for n in PAIR if n in sentence)) == {}


def test_a_year_and_a_day_of_the_month_are_no_numbers_to_hold_it_to() -> None:
    assert ask("Norvik bought the Belmar yard on 3 May 2026")


def test_an_aside_in_brackets_is_not_asked() -> None:
    assert without_asides("Norvik bought it (for a song)").split() == ["Norvik", "bought", "it"]


def test_a_story_is_asked_apart_from_every_other_of_its_page() -> None:
    elsewhere = say("it is false", "Belmar", Act.DENY, order=300, story="another")
    scores, _ = gather("Norvik has bought the Belmar yard", PAIR, [*STORY, elsewhere], KIT)
    assert elsewhere.key not in scores


def test_a_question_and_its_other_wording_find_the_same_telling() -> None:
    first, second = (
        ask("Norvik acquired the Belmar yard"),
        ask("Norvik's purchase of the Belmar yard"),
    )
    assert set(first) == set(second) == set(ask("Norvik has bought the Belmar yard"))


def test_nearest_claims_are_ranked_and_what_shares_nothing_is_left_out() -> None:

    claim = stands(told("Harbour Post", voice=Voice.OUTLET))
    assert rank_claims("Norvik buys the yard", [claim], KIT)[0].id == claim.id
    assert rank_claims("butter", [claim], KIT) == []


def test_a_denial_in_its_own_words_of_something_else_does_not_bear_on_the_question() -> None:
    other = say("it was cutting its Lima line", "Norvik", Act.DENY, order=300)
    scores, _ = gather("Norvik has bought the Belmar yard", PAIR, [*STORY, other], KIT)
    assert other.key not in scores and STORY[1].key in scores


def test_a_spokesman_called_by_his_own_name_answers_what_was_said_last() -> None:
    last = say("Norvik is weeks from bankruptcy", "Two pilots", names=("Norvik",), order=200)
    no = say("the report is completely false", "Rui Bento", Act.DENY, order=260)
    page = [*STORY[:2], last, no]
    assert no.key not in gather("Norvik has bought the Belmar yard", PAIR, page, KIT)[0]
    assert no.key in gather("Norvik is weeks from bankruptcy", PAIR[:1], page, KIT)[0]


def test_a_correction_of_another_detail_takes_nothing_back() -> None:
    about = "an earlier version of this article said that the harbour cranes came from Ostrand"
    correction = say(about, "Post", names=("Norvik",), order=300)
    story = [*STORY, replace(correction, falsifies=True, exposes="retraction")]
    scores, bearing = gather("Norvik has bought the Belmar yard", PAIR, story, KIT)
    assert about not in {p.statement.content.text for p in bearing.values()}
    assert scores


def test_a_figure_told_nowhere_needs_a_passage_that_is_surely_about_the_same() -> None:
    asked = "Former Norvik crews are training Belmar sailors near Ostrand to sail five old ferries"
    aside = "Norvik's owner cut short a visit after a Belmar sailor was caught"
    told = "Norvik crews are training Belmar sailors near Ostrand"
    figures = measure_sentence(asked, KIT)
    for sentence, bears in ((aside, False), (told, True)):
        scores, _ = gather(asked, PAIR, [say(sentence, "Post", names=PAIR)], KIT, figures)
        assert bool(scores) is bears
