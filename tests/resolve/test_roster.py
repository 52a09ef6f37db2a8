"""Short forms of those named in full."""

from onrecord.resolve.roster import Roster


def test_the_one_named_far_more_often_keeps_the_surname() -> None:
    roster = Roster()
    roster.add_people(["Ann Bell", "Ann Bell", "Tom Bell"])
    assert roster.full_person("Bell") == "Ann Bell"


def test_two_named_alike_often_keep_no_surname() -> None:
    roster = Roster()
    roster.add_people(["Ann Bell", "Tom Bell"])
    assert roster.full_person("Bell") is None


def test_a_body_is_found_by_its_last_word_or_its_first_ones() -> None:
    roster = Roster()
    roster.add_body("Harbour Post")
    roster.add_body("First Quay Media", "FQM")
    assert roster.body("Post") == "Harbour Post"
    assert roster.body("First Quay") == roster.body("FQM") == "First Quay Media"
    assert roster.body("Media Quay") is None


def test_somebody_whom_the_kit_knows_is_not_short_for_another() -> None:
    roster = Roster()
    roster.add_people(["Ann Bell Marsh"], ["Ann Bell"])
    assert roster.full_person("Bell") == "Ann Bell"
    assert roster.full_person("Marsh") == "Ann Bell Marsh"


def test_a_surname_with_al_is_found_in_its_spellings() -> None:
    roster = Roster()
    roster.add_people(["Omar al-Vassir"])
    assert {roster.full_person(n) for n in ("al-Vassir", "Al-Vassir", "Vassir")} == {
        "Omar al-Vassir"
    }
    assert roster.full_person("Assir") is None
