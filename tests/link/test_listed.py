"""A question in the very words of a listed claim."""

from dataclasses import replace

from onrecord.link.listed import differs_from, in_its_words, may_be_listed
from onrecord.model import Status, Voice
from tests.judge.test_status import stands, told
from tests.making import say

CLAIM = stands(told("Harbour Post", voice=Voice.OUTLET))


def test_a_claim_is_found_by_its_own_words_whatever_marks_and_capitals() -> None:
    assert in_its_words("norvik will buy the Belmar yard?", [CLAIM]) == CLAIM
    assert in_its_words("norvik will buy the Ostrand yard?", [CLAIM]) is None
    assert in_its_words("...", [CLAIM]) is None


def test_only_a_question_in_the_words_of_a_page_may_be_listed() -> None:
    page = [say("Norvik has bought the Belmar yard", "Norvik")]
    assert may_be_listed("Norvik bought the Belmar yard", page)
    assert not may_be_listed("The Belmar yard now belongs to Norvik", page)


def test_a_listed_claim_that_stands_elsewhere_is_told() -> None:
    assert differs_from(CLAIM, [CLAIM]) is None
    other = replace(CLAIM, status=Status.DENIED)
    assert "listed as denied" in (differs_from(CLAIM, [other]) or "")
    assert differs_from(replace(CLAIM, id="another"), [other]) is None
