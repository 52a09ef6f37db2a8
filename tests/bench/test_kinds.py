"""Attributions by kind."""

import pytest

from onrecord.bench import KINDS, KindCount, count_kinds
from onrecord.bench.kinds import find_quotations

from .making import CRITICS, DROPPED, GOLD, LOOKED, TEXT, make


def kinds_of(one: object) -> set[str]:
    """The kinds of one attribution."""
    return {kind for kind, count in count_kinds(TEXT, [], [one]).items() if count.wanted}  # type: ignore[list-item]


def test_speech_is_direct_mixed_or_indirect_by_its_quotation_marks() -> None:
    shape = {"direct", "mixed", "indirect"}
    assert kinds_of(LOOKED) & shape == {"direct"}
    assert kinds_of(CRITICS) & shape == {"mixed"}
    assert kinds_of(DROPPED) & shape == {"indirect"}


def test_interrupted_speech_is_discontinuous_and_what_is_only_parted_by_marks_is_not() -> None:
    assert "discontinuous" in kinds_of(LOOKED)
    parted = make("Critics", "call", "late and dear", "” for the town")
    assert "discontinuous" not in kinds_of(parted)


def test_a_cue_of_four_words_is_long_and_one_of_three_is_not() -> None:
    assert "long cue" in kinds_of(CRITICS)
    assert "long cue" not in kinds_of(make("", "according to a", "for the town"))


def test_who_is_not_named_is_no_source() -> None:
    assert "no source" in kinds_of(CRITICS)
    assert "no source" not in kinds_of(DROPPED)


def test_what_stands_inside_the_words_of_another_is_nested() -> None:
    outer = make("", "according to a note", "Critics call the move “late and dear” for the town")
    inner = make("Critics", "call", "late and dear")
    counts = count_kinds(TEXT, [], [outer, inner])
    assert counts["nested"] == KindCount(0, 0, 1, 0)


def test_the_cue_may_come_after_what_is_said() -> None:
    assert "cue after content" in kinds_of(CRITICS)
    assert "cue after content" not in kinds_of(DROPPED)


def test_found_and_wanted_ones_count_in_their_own_kinds() -> None:
    counts = count_kinds(TEXT, [LOOKED, DROPPED], GOLD)
    assert counts["direct"] == KindCount(1, 1, 1, 1)
    assert counts["indirect"] == KindCount(1, 1, 1, 1)
    assert counts["mixed"] == KindCount(0, 0, 1, 0)
    assert list(counts) == list(KINDS)
    assert counts["mixed"].precision == counts["mixed"].recall == 0


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ('She said "no" and "never".', ["no", "never"]),
        ("“It’s late,” he said.", ["It’s late,"]),
        ("‘It’s late,’ he said.", ["It’s late,"]),
        ("The Smiths’ house and the Joneses’ car", []),
        ("“We came.\n\n“We saw,” he said.", ["We came.", "We saw,"]),
        ("A stray “ mark here.\n\nNothing follows.", []),
        ('A 5" pipe and a 6" pipe', []),
        ("nothing", []),
    ],
)
def test_quotations_stand_between_marks_that_belong_together(text: str, quoted: list[str]) -> None:
    assert [text[start:end] for start, end in find_quotations(text)] == quoted


def test_a_hundred_thousand_marks_are_read_in_one_pass() -> None:
    assert len(find_quotations("“a” " * 50_000)) == 50_000
    assert find_quotations('"' * 100_001)[0] == (1, 1)
