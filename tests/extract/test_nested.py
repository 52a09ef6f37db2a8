"""Who reports whom."""

from onrecord.extract.nested import nest_statements
from onrecord.model import Act, Part, RegionKind, Source, Span, Statement


def made(
    name: str,
    source: tuple[int, int],
    cue: tuple[int, int],
    content: tuple[int, int],
    story: str = "a",
) -> Statement:
    return Statement(
        id=name,
        story=story,
        region=RegionKind.BODY,
        source=Source((Span(*source),), "s"),
        cue=Part((Span(*cue),), "c"),
        content=Part((Span(*content),), "t"),
        act=Act.ASSERT,
    )


def test_a_statement_inside_a_content_is_within_it() -> None:
    outer, inner = made("o", (0, 5), (6, 10), (11, 60)), made("i", (12, 20), (21, 25), (26, 60))
    assert [s.within for s in nest_statements([outer, inner])] == [None, "o"]


def test_the_nearest_reporter_is_the_one() -> None:
    first = made("a", (0, 5), (6, 10), (11, 90))
    second = made("b", (12, 20), (21, 25), (26, 90))
    third = made("c", (27, 30), (31, 35), (36, 90))
    assert [s.within for s in nest_statements([first, second, third])] == [None, "a", "b"]


def test_statements_beside_each_other_are_not_nested() -> None:
    left, right = made("l", (0, 5), (6, 10), (11, 30)), made("r", (31, 35), (36, 40), (41, 60))
    assert [s.within for s in nest_statements([left, right])] == [None, None]


def test_a_statement_of_another_story_is_never_within() -> None:
    outer = made("o", (0, 5), (6, 10), (11, 60))
    inner = made("i", (12, 20), (21, 25), (26, 60), story="b")
    assert nest_statements([outer, inner])[1].within is None
