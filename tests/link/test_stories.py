"""Whole pages joined into stories."""

from onrecord.link.stories import compare_profiles, join_stories, profile_text
from tests.making import KIT

HOLME = [
    "The actor Ilse Varga was arrested on Tuesday in Holme for drunk driving. Police stopped Varga "
    "near the harbour. A lawyer for Varga declined to comment.",
    "Ilse Varga, the star of Tidewater, was held in Holme after she was stopped for drunk driving. "
    "Varga was released on bail.",
]
OSTRAND = [
    "The singer Petra Quill was arrested on Friday in Ostrand for drunk driving. Police stopped "
    "Quill near the station. A lawyer for Quill declined to comment.",
    "Petra Quill was held in Ostrand, after she was stopped for drunk driving; the singer was "
    "released on bail.",
]


def test_two_events_of_one_kind_are_two_stories() -> None:
    first, second, third, fourth = join_stories([*HOLME, *OSTRAND], KIT)
    assert first == second != third == fourth


def test_a_page_about_something_else_stands_alone() -> None:
    numbers = join_stories([*HOLME, "Belmar raised the price of rye bread by a tenth."], KIT)
    assert numbers[2] not in numbers[:2]


def test_the_order_of_the_pages_changes_no_story() -> None:
    one = join_stories([*HOLME, *OSTRAND], KIT)
    other = join_stories([*OSTRAND, *HOLME], KIT)
    assert [a == b for a, b in zip(one, one[1:], strict=False)] == [True, False, True]
    assert [a == b for a, b in zip(other, other[1:], strict=False)] == [True, False, True]


def test_a_text_without_telling_words_is_like_none() -> None:
    assert profile_text("It is what it is.", KIT) == {}
    assert compare_profiles({}, profile_text(HOLME[0], KIT)) == 0.0
    assert join_stories([], KIT) == []
