"""Who speaks towards a claim, and whether out loud."""

import pytest

from onrecord.judge.speakers import (
    denies_by_cue,
    is_belligerent,
    keeps_distance,
    party_of,
    says_nothing_itself,
    speaks_out,
    speaks_privately,
    stands_for_party,
)
from onrecord.model import Naming, Part, Source, Span, Statement, Voice
from tests.making import KIT, name, say


def spoken(cue: str) -> Statement:
    return say("buys it", "Norvik", cue=Part((Span(0, 1),), cue)).statement


@pytest.mark.parametrize("cue", ["said", "has announced", "told reporters", "confirmed"])
def test_speech_is_out_loud(cue: str) -> None:
    assert speaks_out(spoken(cue), KIT)


@pytest.mark.parametrize(
    "cue", ["plans", "is weighing", "hopes", "is also said to", "was reported to"]
)
def test_plans_and_hearsay_are_not_the_party_s_own_words(cue: str) -> None:
    assert not speaks_out(spoken(cue), KIT)


def test_a_spokesperson_speaks_for_the_body() -> None:
    person = name("Ada Brandt", affiliation="Norvik Shipping")
    statement = say("no", "Ada Brandt").statement
    assert party_of(statement, {person.name: person}, frozenset({"Norvik"})) == "Norvik"


def test_a_longer_name_is_the_same_party_and_a_likely_one_is_not() -> None:
    parties = frozenset({"Harbour Post"})
    assert party_of(say("no", "Harbour Post Weekly").statement, {}, parties) == "Harbour Post"
    assert party_of(say("no", "Harbour Times").statement, {}, parties) is None


def test_a_description_of_the_company_speaks_for_it_and_a_person_at_it_does_not() -> None:
    def by(words: str) -> Statement:
        return say(
            "no", "Norvik", voice=Voice.UNNAMED, naming=Naming.BARE, source=_source(words)
        ).statement

    assert stands_for_party(by("the ferry operator"), KIT)
    assert not stands_for_party(by("a person at the ferry operator"), KIT)


def _source(words: str) -> Source:
    return Source((Span(0, 1),), words, "Norvik")


@pytest.mark.parametrize("cue", ["claimed", "called", "suggests", "reportedly said", "accused"])
def test_a_page_keeps_its_distance_from_a_claim(cue: str) -> None:
    assert keeps_distance(spoken(cue), KIT)


@pytest.mark.parametrize("cue", ["said", "announced", "confirmed", "told reporters"])
def test_and_not_from_what_is_said(cue: str) -> None:
    assert not keeps_distance(spoken(cue), KIT)


@pytest.mark.parametrize("cue", ["has not acknowledged", "hasn't confirmed", "refused to confirm"])
def test_who_has_not_confirmed_has_said_nothing(cue: str) -> None:
    assert says_nothing_itself(spoken(cue), KIT)


@pytest.mark.parametrize("cue", ["acknowledged", "denied", "said it would not", "is not selling"])
def test_and_who_says_no_has(cue: str) -> None:
    assert not says_nothing_itself(spoken(cue), KIT)


def test_what_a_friend_heard_is_private_and_what_a_reporter_heard_is_not() -> None:
    assert speaks_privately(spoken("told friends"), KIT)
    assert not speaks_privately(spoken("told reporters"), KIT)
    assert not speaks_privately(spoken("said of friends"), KIT)


def test_a_party_to_a_fight_is_known_by_its_description() -> None:
    assert is_belligerent(say("it shot the boat", "the harbour rebels").statement, KIT)
    assert not is_belligerent(say("it shot the boat", "Rebelle Shipping").statement, KIT)
    assert not is_belligerent(say("it shot the boat").statement, KIT)


def test_a_cue_that_denies_is_told_from_one_that_says() -> None:
    assert denies_by_cue(spoken("has denied"), KIT)
    assert not denies_by_cue(spoken("said"), KIT)
