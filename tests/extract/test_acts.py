"""The act, force and approach of a statement, from its words."""

import pytest

from onrecord.extract.acts import tell_act
from onrecord.model import Act, Approach, Force
from tests.extract.pages import KIT


def act_of(cue: str, content: str, source: str = "acme") -> tuple[Act, str | None]:
    deed = tell_act(cue, f"{cue} {content}", content, source, KIT)
    return deed.act, deed.force or deed.approach


@pytest.mark.parametrize(
    ("cue", "content", "act", "more"),
    [
        ("denied", "that it had met borealis", Act.DENY, Force.SPECIFIC),
        ("vehemently denied", "the claims", Act.DENY, Force.CATEGORICAL),
        ("rejected", "the claim", Act.DENY, Force.SPECIFIC),
        ("dismissed", "the report as speculation", Act.DENY, Force.CHARACTERISING),
        ("shot down", "the rumour", Act.DENY, Force.SPECIFIC),
        ("calling", "it completely false", Act.DENY, Force.CATEGORICAL),
        ("called", "the story rubbish", Act.DENY, Force.CHARACTERISING),
        ("stating", "there is no truth to the report", Act.DENY, Force.CATEGORICAL),
        ("said", "the report is not true", Act.DENY, Force.CATEGORICAL),
        ("insisted", "that it had not sold the unit", Act.DENY, Force.SPECIFIC),
        ("said", "it has no plans to leave the country", Act.DENY, Force.PRESENT_ONLY),
        ("said", "it is not negotiating with borealis", Act.DENY, Force.PRESENT_ONLY),
        ("shut the door", "on that idea", Act.DENY, Force.CATEGORICAL),
        ("said", "there was nothing whatsoever in it", Act.DENY, Force.CATEGORICAL),
        ("said", "there is nothing in the story", Act.DENY, Force.CATEGORICAL),
        ("dismissed", "the story as made up from start to finish", Act.DENY, Force.CATEGORICAL),
        ("said", "it was invented from the first word to the last", Act.DENY, Force.CATEGORICAL),
        (
            "said",
            "we look at many things. we don 't talk about any of them",
            Act.DECLINE,
            Approach.DECLINED,
        ),
        ("said", "it is untrue that any loaf was mouldy", Act.DENY, Force.CATEGORICAL),
        ("said", "it wasn 't true that the mill had burned", Act.DENY, Force.CATEGORICAL),
        ("said", "reports that acme had sold the mill are false", Act.DENY, Force.CATEGORICAL),
        ("found", "no evidence that the flour was mouldy", Act.DENY, Force.SPECIFIC),
        ("dismissed", "borealis 's charges of fraud", Act.DENY, Force.SPECIFIC),
        ("denied", "the miller a licence", Act.OPPOSE, None),
        ("denied", "a motion to reopen the case", Act.OPPOSE, None),
        ("denied", "that the licence was forged", Act.DENY, Force.SPECIFIC),
        ("shot down", "a drone over the harbour", Act.ASSERT, None),
        ("said", "that not every loaf was mouldy", Act.ASSERT, None),
        ("said", "we have taken the story down", Act.RETRACT, None),
        ("withdraws", "its report that acme was for sale", Act.RETRACT, None),
        ("declined", "to comment on the matter", Act.DECLINE, Approach.DECLINED),
        ("did not respond", "to a request for comment", Act.DECLINE, Approach.NO_REPLY),
        ("could not be reached", "for comment", Act.DECLINE, Approach.UNREACHABLE),
        ("could not confirm", "the sale", Act.DECLINE, Approach.CANNOT_YET_SAY),
        ("neither confirmed nor denied", "the rumour", Act.DECLINE, Approach.DECLINED),
        ("said", "we do not comment on rumours", Act.DECLINE, Approach.DECLINED),
        ("said", "we have not announced any plans", Act.DECLINE, Force.NON_DENIAL),
        ("confirmed", "that the talks took place", Act.CONFIRM, None),
        ("admitted", "that the valve had failed", Act.CONFIRM, None),
        ("retracted", "the story", Act.RETRACT, None),
        ("clarified", "that the figure covers two years", Act.CORRECT, None),
        ("stands by", "its story", Act.STAND_BY, None),
        ("has independently confirmed", "the sale", Act.MATCH, None),
        ("doubted", "that the plant would open", Act.DOUBT, None),
        ("predicted", "that prices would fall", Act.FORECAST, None),
        ("plans", "to open a mill in may", Act.PLEDGE, None),
        ("vowed", "to appeal", Act.PLEDGE, None),
        ("urged", "members to vote against it", Act.SUPPORT, None),
        ("voiced strong opposition to", "the bill", Act.OPPOSE, None),
    ],
)
def test_plain_words_tell_the_act(cue: str, content: str, act: Act, more: str | None) -> None:
    assert act_of(cue, content) == (act, more)


@pytest.mark.parametrize(
    ("cue", "content"),
    [
        ("did not deny", "that it had met borealis"),
        ("said", "there was nothing in it for the growers"),
        ("said", "there was nothing in it that would stop the sale"),
        ("said", "the machine was invented from the first sketch to the last by one man"),
        ("withdraws", "its ships from the western routes"),
        ("said", "we have taken the ship down the river"),
        ("said", "the board knew for years that the story was untrue"),
        ("said", "the mill opened in may"),
        ("reported", "that sales rose"),
        ("said", "a court will decide whether the claim is false"),
        ("told", "he had not seen the letter"),
    ],
)
def test_words_that_only_look_like_a_denial_are_no_denial(cue: str, content: str) -> None:
    assert act_of(cue, content)[0] is not Act.DENY


@pytest.mark.parametrize(
    ("cue", "content"),
    [
        ("did not confirm", "the sale"),
        ("has yet to confirm", "the sale"),
        ("said", "the sale would be confirmed in may"),
    ],
)
def test_what_is_not_confirmed_is_no_confirmation(cue: str, content: str) -> None:
    assert act_of(cue, content)[0] is not Act.CONFIRM


def test_a_refusal_elsewhere_in_the_sentence_is_not_this_act() -> None:
    content = "there was a fire but would not confirm that a man was hurt"
    deed = tell_act("confirm", f"confirm {content}", content, "police", KIT)
    assert deed.act is Act.CONFIRM


def test_neither_of_two_had_a_comment() -> None:
    assert act_of("had comment on", "the report", "neither acme nor borealis")[0] is Act.DECLINE
    assert act_of("opened", "a mill", "neither acme nor borealis")[0] is not Act.DECLINE


def test_an_editors_note_corrects() -> None:
    assert act_of(":", "the mill is in leeds", "correction")[0] is Act.CORRECT


def test_force_and_approach_belong_to_denials_and_refusals_alone() -> None:
    for row in KIT.rows("extract_acts"):
        assert not row["force"] or row["act"] in ("deny", "decline")
        assert not row["approach"] or row["act"] == "decline"
        assert row["where"] in ("cue", "lead", "content", "both", "source")
        Approach(row["approach"]) if row["approach"] else None
