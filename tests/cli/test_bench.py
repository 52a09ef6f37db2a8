"""`onrecord bench` scores files, and says what is wrong with those that it cannot score."""

import json
from pathlib import Path

import pytest

from .conftest import Command

TEXT = (
    "Orvane drops its plan\n\nOrvane Motors said on Monday that it had dropped its plan for a "
    "plant in Velland.\n"
)


def spans(words: str) -> list[list[int]]:
    """Where the words stand."""
    start = TEXT.rindex(words)
    return [[start, start + len(words)]]


GOLD = {
    "id": "orvane",
    "text": TEXT,
    "attributions": [
        {
            "source": spans("Orvane Motors"),
            "cue": spans("said"),
            "content": spans("it had dropped its plan for a plant in Velland"),
        }
    ],
}


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps(GOLD) + "\n\n", encoding="utf-8")
    return path


@pytest.mark.parametrize("reader", ["rules", "learned"])
def test_attributions_are_read_and_scored_with_the_speed_beside(
    onrecord: Command, gold: Path, reader: str
) -> None:
    done = onrecord("bench", "attribution", "--data", gold, "--reader", reader)
    assert done.status == 0
    assert f"1 articles, --reader {reader}" in done.out
    assert "relation: source and content" in done.out
    assert "characters in a CPU second" in done.out
    told = json.loads(
        onrecord("bench", "attribution", "--data", gold, "--reader", reader, "--json").out
    )
    assert told["measures"]["relation"] == {
        "precision": 1, "recall": 1, "f1": 1, "met": 1, "found": 1, "wanted": 1
    }  # fmt: skip
    assert told["characters"] == len(TEXT)
    assert "kinds" not in told


def test_kinds_are_shown_where_asked_for(onrecord: Command, gold: Path) -> None:
    call = "bench", "attribution", "--data", gold, "--reader", "rules", "--by-kind"
    assert "1 of 1" in onrecord(*call).out.split("indirect")[1].splitlines()[0]
    kinds = json.loads(onrecord(*call, "--json").out)["kinds"]
    assert kinds["indirect"]["recall"] == 1
    assert kinds["direct"]["wanted"] == 0


def test_answers_of_another_tool_are_scored_without_reading(
    onrecord: Command, gold: Path, tmp_path: Path
) -> None:
    theirs = tmp_path / "theirs.jsonl"
    theirs.write_text('{"id": "orvane", "attributions": []}\n', encoding="utf-8")
    done = onrecord("bench", "attribution", "--data", gold, "--found", theirs, "--json")
    told = json.loads(done.out)
    assert told["measures"]["relation"]["wanted"] == 1
    assert told["measures"]["relation"]["found"] == 0
    assert "characters_per_cpu_second" not in told


def test_answers_on_other_pages_are_refused(onrecord: Command, gold: Path, tmp_path: Path) -> None:
    theirs = tmp_path / "theirs.jsonl"
    theirs.write_text('{"id": "other", "attributions": []}\n', encoding="utf-8")
    done = onrecord("bench", "attribution", "--data", gold, "--found", theirs)
    assert done.status == 2
    assert "1 id not there, the first 'other'" in done.err


def test_stances_are_scored(onrecord: Command, tmp_path: Path) -> None:
    claim = "Orvane Motors will sell its Velland works"
    pairs = [
        {"claim": claim, "headline": claim, "stance": "for"},
        {"claim": claim, "text": "Heavy rain fell in Dovrel all week", "stance": "unrelated"},
        {"claim": claim, "text": "Heavy rain fell in Dovrel all week", "stance": "against"},
    ]
    path = tmp_path / "pairs.jsonl"
    path.write_text("\n".join(map(json.dumps, pairs)), encoding="utf-8")
    done = onrecord("bench", "stance", "--data", path)
    assert done.status == 0
    assert "accuracy 0.667" in done.out
    assert "pairs in a CPU second" in done.out
    told = json.loads(onrecord("bench", "stance", "--data", path, "--json").out)
    assert told["measures"]["unrelated"]["precision"] == 0.5
    assert {"wanted": "denies", "told": "unrelated", "pairs": 1} in told["confusion"]


def test_quantities_are_scored(onrecord: Command, tmp_path: Path) -> None:
    people = {"value": "40", "normalized_unit": "van", "change": ">"}
    lines = [
        {"text": "The works makes more than 40 vans.", "quantities": [people]},
        {"text": "Nobody counted.", "quantities": [people | {"value": 3}]},
    ]
    path = tmp_path / "numbers.jsonl"
    path.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    done = onrecord("bench", "quantities", "--data", path)
    assert "sentences in a CPU second" in done.out
    told = json.loads(onrecord("bench", "quantities", "--data", path, "--json").out)
    assert told["sentences"] == 2
    assert {name: one["met"] for name, one in told["measures"].items()} == {
        "value": 1, "value+unit": 1, "value+bound": 1
    }  # fmt: skip
    assert told["measures"]["value"]["wanted"] == 2


@pytest.fixture
def rumours(tmp_path: Path) -> tuple[Path, Path]:
    """Two rumours, each with one article."""
    texts = tmp_path / "texts"
    texts.mkdir()
    denied = (
        "Orvane Motors will sell its Velland works, the Velland Herald reported. Orvane said "
        "there was no truth to the report."
    )
    told = "The Lund Gazette reported on Monday that Kestrel will buy forty lorries from Harlow."
    topics = []
    for number, (text, claim, status) in enumerate(
        [
            (denied, "Orvane Motors will sell its Velland works", "denied"),
            (told, "Kestrel will buy forty lorries from Harlow", "reported"),
        ]
    ):
        (texts / f"{number}.txt").write_text(text, encoding="utf-8")
        source, content = text.index("reported") - 17, text.index("will")
        statement = {
            "source": {"start": source, "end": source + 16},
            "content": {"start": content, "end": content + 25},
            "act": "assert",
        }
        bodies = [{"body_id": number, "statements": [statement]}]
        topics.append(
            {"topic_id": str(number), "claim": claim, "expected_status": status, "bodies": bodies}
        )
    path = tmp_path / "gold.json"
    path.write_text(json.dumps({"topics": topics}), encoding="utf-8")
    return path, texts


def test_rumours_are_asked_and_scored(onrecord: Command, rumours: tuple[Path, Path]) -> None:
    path, texts = rumours
    call = "bench", "rumours", "--data", path, "--texts", texts, "--reader", "rules"
    told = json.loads(onrecord(*call, "--json").out)
    assert (told["strict"], told["lenient"], told["of"], told["silent"]) == (2, 2, 2, 0)
    assert (told["abroad"], told["wrong"], told["articles"]) == (0, [], 2)
    assert told["measures"]["statement"]["wanted"] == 2
    shown = onrecord(*call).out
    assert "silent where not told" in shown
    assert "statements in 1,000 words" in shown


def test_a_rumour_without_its_article_is_refused(
    onrecord: Command, rumours: tuple[Path, Path]
) -> None:
    path, texts = rumours
    (texts / "1.txt").unlink()
    done = onrecord("bench", "rumours", "--data", path, "--texts", texts, "--reader", "rules")
    assert done.status == 2
    assert "1.txt: cannot be opened" in done.err
    path.write_text("[]")
    done = onrecord("bench", "rumours", "--data", path, "--texts", texts)
    assert f"{path}: expected " in done.err


def test_wrong_lines_are_named_with_file_line_and_what_was_expected(
    onrecord: Command, tmp_path: Path
) -> None:
    path = tmp_path / "bad.jsonl"
    lines = [json.dumps(GOLD), "no", '{"id": "b", "text": "c"}', "[1]", "1", "2", "3", "4"]
    path.write_text("\n".join(lines), encoding="utf-8")
    done = onrecord("bench", "attribution", "--data", path)
    assert done.status == 2
    assert f"{path}, line 2: not JSON" in done.err
    assert f'{path}, line 3: "attributions": expected a list' in done.err
    assert "and 2 more lines like it" in done.err
    assert done.err.count("\n") == 1


@pytest.mark.parametrize("kind", ["attribution", "quantities", "stance"])
def test_an_empty_and_an_absent_file_are_refused(
    onrecord: Command, tmp_path: Path, kind: str
) -> None:
    (tmp_path / "empty.jsonl").write_text("\n")
    assert "no line in it" in onrecord("bench", kind, "--data", tmp_path / "empty.jsonl").err
    assert onrecord("bench", kind, "--data", tmp_path / "absent.jsonl").status == 2
    assert onrecord("bench", kind).status == 2


def test_an_id_that_stands_twice_is_refused(onrecord: Command, gold: Path) -> None:
    done = onrecord("bench", "attribution", "--data", gold, "--data", gold)
    assert done.status == 2
    assert "'orvane' stands twice" in done.err


def test_a_reader_that_is_not_there_is_refused(onrecord: Command, gold: Path) -> None:
    done = onrecord("bench", "attribution", "--data", gold, "--reader", "psychic")
    assert done.status == 2
    assert "psychic" in done.err
