"""The example articles and the list of what their ledger must show agree with each other."""

import json
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from onrecord.examples import article_paths, expected_ledger

EXPECTED = expected_ledger()


def _texts(path: Path) -> list[str]:
    raw = path.read_text(encoding="utf-8")
    if path.suffix == ".ndjson":
        records = [json.loads(line) for line in raw.splitlines()]
        return [record.get("title", "") + "\n" + record["text"] for record in records]
    return [unescape(raw) if path.suffix == ".html" else raw]


TEXTS = {path.name: _texts(path) for path in article_paths()}


def _text_of(key: str) -> str:
    entry = EXPECTED["documents"][key]
    found = [text for text in TEXTS[entry["path"]] if entry.get("holds", "") in text]
    assert len(found) == 1, f"{key}: {len(found)} records of {entry['path']} hold its words"
    return found[0]


def _quotations() -> list[tuple[str, str]]:
    """Every (document, words) pair that the expected ledger names."""
    pairs: list[tuple[str, str]] = []

    def walk(value: Any) -> None:
        if isinstance(value, dict):
            if {"document", "words"} <= value.keys():
                pairs.append((value["document"], value["words"]))
            for child in value.values():
                walk(child)
        elif isinstance(value, list):
            for child in value:
                walk(child)

    walk(EXPECTED)
    return pairs


def test_there_are_at_least_twelve_articles_of_several_kinds() -> None:
    assert sum(len(texts) for texts in TEXTS.values()) >= 12
    assert {Path(name).suffix for name in TEXTS} == {".txt", ".html", ".ndjson"}


def test_every_file_is_described_in_the_expected_ledger() -> None:
    described = {entry["path"] for entry in EXPECTED["documents"].values()}
    assert described == set(TEXTS)


@pytest.mark.parametrize("key", EXPECTED["documents"])
def test_every_described_document_is_exactly_one_record(key: str) -> None:
    assert _text_of(key)


@pytest.mark.parametrize(("document", "words"), _quotations())
def test_every_quotation_of_the_expected_ledger_stands_in_its_article(
    document: str, words: str
) -> None:
    assert words in _text_of(document)


def test_expected_stories_and_figures_stand_in_their_articles() -> None:
    for story in EXPECTED["stories"]:
        text = _text_of(story["document"])
        pairs = [words for pair in story["apart"] + story["together"] for words in pair]
        assert all(words in text for words in [*story["headings"], story["summary"], *pairs])
    for check in EXPECTED["checks"]:
        text = _text_of(check["document"])
        assert all(words in text for words in check.get("figures", []))


def test_articles_have_the_length_of_news() -> None:
    for texts in TEXTS.values():
        assert all(90 <= len(text.split()) <= 1100 for text in texts)
