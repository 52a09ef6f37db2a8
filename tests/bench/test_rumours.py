"""Rumours are scored as the scorer of the shared data scores them."""

import importlib.util
import json
import random
from pathlib import Path
from types import ModuleType

import pytest

from onrecord.bench import Count, RumourTopic, Said, count_said, parse_topics, score_statuses
from onrecord.errors import InputError
from onrecord.model import Span, Status

TEXT = "Orvane said it would close. Mara Quill denied that it would sell the works to Tallis Foods."


def said(source: tuple[int, int], content: tuple[int, int], act: str) -> Said:
    """A statement by its places."""
    return Said((Span(*source),), (Span(*content),), act)


CLOSE = said((0, 6), (12, 26), "assert")
SELL = said((28, 38), (46, 91), "deny")


def topic(key: str, status: Status, second: Status | None = None) -> RumourTopic:
    """A topic without articles."""
    return RumourTopic(key, "Orvane sells", status, second, second is not None, {})


def test_a_second_reading_passes_leniently_and_only_where_there_is_one() -> None:
    topics = [
        topic("a", Status.DENIED),
        topic("b", Status.REPORTED, Status.DENIED),
        topic("c", Status.RUMOURED),
        topic("d", Status.CONFIRMED),
    ]
    told = {"a": Status.DENIED, "b": Status.DENIED, "c": Status.CONFIRMED, "d": None}
    score = score_statuses(topics, told)
    assert (score.strict, score.unambiguous) == (1, 3)
    assert (score.lenient, score.topics, score.silent) == (2, 4, 1)
    assert score.strong_where_weak == 2
    assert [name for name, _, _ in score.wrong] == ["b", "c", "d"]


def test_a_statement_is_found_with_half_its_content_and_its_source() -> None:
    half = said((28, 38), (46, 70), "deny")
    assert count_said([half], [SELL])["statement"] == Count(1, 1, 1)
    assert count_said([half], [SELL])["statement and act"] == Count(1, 1, 1)


@pytest.mark.parametrize(
    "other",
    [
        said((28, 38), (46, 60), "deny"),
        said((0, 6), (46, 91), "deny"),
        said((0, 91), (46, 91), "deny"),
    ],
)
def test_too_little_content_another_source_or_one_far_too_long_is_not_found(other: Said) -> None:
    assert count_said([other], [SELL])["statement"] == Count(0, 1, 1)


def test_one_found_serves_once_and_the_one_of_the_right_act_first() -> None:
    wrong = said((28, 38), (46, 91), "assert")
    assert count_said([wrong, SELL], [SELL])["statement and act"] == Count(1, 2, 1)
    assert count_said([SELL], [SELL, SELL])["statement"] == Count(1, 1, 2)


TOPICS = {
    "topics": [
        {
            "topic_id": "orvane",
            "claim": "Orvane sells its works",
            "expected_status": "denied",
            "bodies": [
                {
                    "body_id": 7,
                    "statements": [
                        {"source": {"start": 28, "end": 38}, "content": {"start": 46, "end": 91},
                         "act": "deny", "own_voice": False},
                        {"source": {"start": 0, "end": 6}, "content": {"start": 12, "end": 26},
                         "act": "assert", "own_voice": False},
                        {"source": None, "content": {"start": 0, "end": 5}, "act": "assert",
                         "own_voice": True},
                    ],
                }
            ],
        }
    ]
}  # fmt: skip


def test_topics_are_read_without_what_the_page_says_itself() -> None:
    (found,) = parse_topics(TOPICS)
    assert found.status is Status.DENIED
    assert found.bodies == {"7": (SELL, CLOSE)}


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ([], "expected {"),
        ({"topics": []}, "expected {"),
        ({"topics": [3]}, "topic 0: "),
        ({"topics": [TOPICS["topics"][0] | {"expected_status": "maybe"}]}, "topic orvane: "),
        ({"topics": [TOPICS["topics"][0] | {"claim": ""}]}, 'topic orvane: "claim"'),
        ({"topics": [TOPICS["topics"][0] | {"bodies": [{"body_id": 1}]}]}, "'statements'"),
    ],
)
def test_a_wrong_topic_is_named(value: object, message: str) -> None:
    with pytest.raises(InputError) as raised:
        parse_topics(value)
    assert message in str(raised.value)


@pytest.fixture(scope="module")
def scorer(shared: Path) -> ModuleType:
    """The scorer beside the data."""
    spec = importlib.util.spec_from_file_location(
        "score_rumours", shared / "score/score_rumours.py"
    )
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def scatter(chance: random.Random) -> list[Said]:
    """Statements at random places."""

    def span() -> tuple[int, int]:
        start = chance.randint(0, 80)
        return start, chance.randint(start + 1, 91)

    acts = ("assert", "deny")
    return [said(span(), span(), chance.choice(acts)) for _ in range(chance.randint(0, 12))]


@pytest.mark.needs("shared")
def test_statements_count_as_the_scorer_counts(
    scorer: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    chance = random.Random(8)
    for _ in range(300):
        found, wanted = scatter(chance), scatter(chance) + [SELL]
        shape = [
            {"source": {"spans": list(s.source)}, "content": {"spans": list(s.content)},
             "act": s.act}
            for s in found
        ]  # fmt: skip
        line = json.dumps({"id": "7", "statements": shape})
        monkeypatch.setattr(scorer, "run", lambda *_args, line=line: line)
        gold = [
            {"source": dict(zip(("start", "end"), s.source[0], strict=True)),
             "content": dict(zip(("start", "end"), s.content[0], strict=True)), "act": s.act}
            for s in wanted
        ]  # fmt: skip
        bodies = [{"body_id": 7, "statements": gold}]
        theirs = scorer.statements([{"bodies": bodies}], lambda _: TEXT, "onrecord")
        ours = count_said(found, wanted)
        assert theirs["gold"] == ours["statement"].wanted
        assert theirs["recall"] == round(ours["statement"].recall, 3)
        assert theirs["with_act"] == round(ours["statement and act"].recall, 3)


@pytest.mark.needs("shared")
def test_statuses_count_as_the_scorer_counts(scorer: ModuleType) -> None:
    chance = random.Random(9)
    for _ in range(100):
        topics = [
            topic(str(n), chance.choice(list(Status)), chance.choice([None, *Status]))
            for n in range(9)
        ]
        told = {one.id: chance.choice([None, one.status, *Status]) for one in topics}
        shape = [
            {"topic_id": one.id, "expected_status": str(one.status), "ambiguous": one.ambiguous,
             "alternative_status": one.second and str(one.second)}
            for one in topics
        ]  # fmt: skip
        theirs = scorer.tally(
            shape,
            lambda one, told=told: (
                {"status": str(told[one["topic_id"]])} if told[one["topic_id"]] else None
            ),
        )
        ours = score_statuses(topics, told)
        assert (theirs["strict"], theirs["strict_of"]) == (ours.strict, ours.unambiguous)
        assert (theirs["lenient"], theirs["silent"]) == (ours.lenient, ours.silent)
        assert theirs["strong_where_weak"] == ours.strong_where_weak
