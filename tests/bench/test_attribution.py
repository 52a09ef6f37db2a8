"""Attributions are counted as the field counts them."""

import importlib.util
import json
import random
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from onrecord.bench import Attribution, Count, add_counts, count_attributions, parse_attributions
from onrecord.model import Span

from .making import CRITICS, DROPPED, GOLD, LOOKED, TEXT, make, spans


def test_what_is_found_exactly_counts_in_every_measure() -> None:
    counts = count_attributions(TEXT, GOLD, GOLD)
    wanted = {"relation", "content50", "triple_exact", "exact/content", "strict/content"}
    assert {name: counts[name] for name in wanted} == dict.fromkeys(wanted, Count(3, 3, 3))
    assert counts["exact/source"] == Count(2, 2, 2)


def test_a_content_of_half_the_words_is_the_same_relation_and_not_exact() -> None:
    half = replace(DROPPED, content=spans("dropped its plan for a plant"))
    counts = count_attributions(TEXT, [half], [DROPPED])
    assert counts["relation"] == counts["content50"] == Count(1, 1, 1)
    assert counts["exact/content"] == counts["triple_exact"] == Count(0, 1, 1)


def test_a_content_of_less_than_half_the_words_is_none() -> None:
    bit = replace(DROPPED, content=spans("it had dropped"))
    assert count_attributions(TEXT, [bit], [DROPPED])["content50"] == Count(0, 1, 1)


def test_another_source_is_another_relation_with_the_same_content() -> None:
    other = replace(DROPPED, source=spans("Mara Quill"))
    counts = count_attributions(TEXT, [other], [DROPPED])
    assert counts["relation"] == Count(0, 1, 1)
    assert counts["content50"] == Count(1, 1, 1)


def test_a_wanted_one_without_a_source_needs_a_found_one_without() -> None:
    guessed = replace(CRITICS, source=spans("Critics"))
    assert count_attributions(TEXT, [guessed], [CRITICS])["relation"] == Count(0, 1, 1)
    assert count_attributions(TEXT, [CRITICS], [CRITICS])["relation"] == Count(1, 1, 1)


def test_the_same_one_found_twice_is_right_once() -> None:
    longer = replace(DROPPED, content=spans("that it had dropped its plan for a plant in Velland"))
    counts = count_attributions(TEXT, [DROPPED, longer], [DROPPED])
    assert counts["relation"] == Count(1, 2, 1)


def test_quotation_marks_and_white_space_are_no_difference_in_words() -> None:
    bare = replace(LOOKED, content=spans("We looked at it", "and it did not pay"))
    counts = count_attributions(TEXT, [bare], [LOOKED])
    assert counts["exact/content"] == Count(1, 1, 1)
    assert counts["strict/content"] == Count(0, 1, 1)


def test_spans_that_cover_no_word_are_no_attribution() -> None:
    empty = Attribution(content=(Span(0, 0),))
    assert count_attributions(TEXT, [empty], [DROPPED])["relation"] == Count(0, 0, 1)


def test_counts_of_pages_add_up() -> None:
    one = {"relation": Count(1, 2, 3)}
    assert add_counts([one, {"relation": Count(1, 1, 1), "other": Count(0, 1, 0)}]) == {
        "relation": Count(2, 3, 4),
        "other": Count(0, 1, 0),
    }


def test_shares_of_nothing_are_nought() -> None:
    assert (Count().precision, Count().recall, Count().f1) == (0, 0, 0)
    assert Count(1, 2, 4).precision == 0.5
    assert Count(1, 2, 4).recall == 0.25
    assert Count(1, 2, 4).f1 == pytest.approx(1 / 3)


# --- against the scorer of the shared data --------------------------------------------------------


@pytest.fixture(scope="module")
def scorer(shared: Path) -> ModuleType:
    """The scorer beside the data."""
    spec = importlib.util.spec_from_file_location(
        "score_attribution", shared / "score/score_attribution.py"
    )
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def plain(attributions: Sequence[Attribution]) -> list[dict[str, Any]]:
    """Attributions as the scorer takes them."""
    return [
        {role: [list(span) for span in getattr(one, role)] for role in ("source", "cue", "content")}
        for one in attributions
    ]


def compare(scorer: ModuleType, pages: Sequence[tuple[str, Any, Any]]) -> None:
    """Every count of every measure is the scorer's."""
    ours = add_counts(count_attributions(*page) for page in pages)
    gold = {str(n): (text, plain(wanted)) for n, (text, _, wanted) in enumerate(pages)}
    found = {str(n): plain(found) for n, (_, found, _) in enumerate(pages)}
    theirs = scorer.score(gold, found)
    assert {k: (c.met, c.found, c.wanted) for k, c in ours.items()} == {
        k: (v["tp"], v["pred"], v["gold"]) for k, v in theirs.items()
    }
    assert {k: c.f1 for k, c in ours.items()} == pytest.approx(
        {k: v["f1"] for k, v in theirs.items()}
    )


def jiggle(attributions: Sequence[Attribution], size: int, chance: random.Random) -> list[Any]:
    """Attributions as a poor reader would find them: shifted, cut, swapped, lost, doubled."""

    def move(given: Sequence[Span]) -> tuple[Span, ...]:
        moved = []
        for start, end in given:
            start = min(size, max(0, start + chance.randint(-9, 9) * (chance.random() < 0.4)))
            end = min(size, max(start, end + chance.randint(-40, 20) * (chance.random() < 0.4)))
            moved.append(Span(start, end))
        return tuple(moved) if chance.random() < 0.9 else ()

    found = []
    for one in attributions:
        if chance.random() < 0.15:
            continue
        other = chance.choice(attributions) if chance.random() < 0.2 else one
        found.append(Attribution(move(other.source), move(one.cue), move(one.content)))
    return found + found[: chance.randint(0, 3)]


@pytest.mark.needs("shared")
def test_an_invented_page_counts_as_the_scorer_counts(scorer: ModuleType) -> None:
    found = [
        replace(DROPPED, content=spans("dropped its plan for a plant")),
        replace(CRITICS, source=spans("a note")),
        make("Nobody", "was asked", "was asked"),
    ]
    compare(scorer, [(TEXT, found, GOLD), (TEXT, GOLD, GOLD), (TEXT, (), GOLD), (TEXT, GOLD, ())])


@pytest.mark.needs("shared")
def test_pages_badly_read_count_as_the_scorer_counts(scorer: ModuleType) -> None:
    chance = random.Random(4)
    pages = [(TEXT, jiggle(GOLD, len(TEXT), chance), GOLD) for _ in range(200)]
    compare(scorer, pages)


@pytest.mark.slow
@pytest.mark.needs("shared")
def test_the_shared_articles_badly_read_count_as_the_scorer_counts(
    scorer: ModuleType, shared: Path
) -> None:
    chance, pages = random.Random(5), []
    for line in (shared / "data/polnear/dev.jsonl").read_text("utf-8").split("\n"):
        if line.strip():
            page = parse_attributions(json.loads(line))
            found = jiggle(page.attributions, len(page.text), chance)
            pages.append((page.text, found, page.attributions))
    compare(scorer, pages)
