"""The large reader's linker: what the tagger cuts, how pairs stand to each other, who owns what."""

import numpy as np
import pytest

from onrecord.extract.learned.pairing import (
    CONTENT,
    CUE,
    MOST,
    REACH,
    SOURCE,
    PairLinks,
    PairWeights,
    Run,
    find_runs,
    pair,
    pool,
    relate,
)

SIZE, WIDTH, INNER = 6, 5, 3


def make_tags(labels: list[int]) -> np.ndarray:
    """Chances that are sure of one label a piece."""
    tags = np.full((len(labels), 7), 0.01, dtype=np.float32)
    tags[np.arange(len(labels)), labels] = 0.94
    return tags


def make_weights(seed: int = 3) -> PairWeights:
    """Numbers at random, in the shapes of the real ones."""
    rng = np.random.default_rng(seed)

    def draw(*shape: int) -> np.ndarray:
        return rng.normal(size=shape).astype(np.float32)

    return PairWeights(
        cue=draw(5 * SIZE, WIDTH),
        parts=draw(2, 5 * SIZE, WIDTH),
        gap=draw(2, 2 * REACH + 1, WIDTH),
        between=draw(2, MOST + 1, WIDTH),
        beside=draw(2, MOST + 1, WIDTH),
        rank_cue=draw(2, MOST + 1, WIDTH),
        rank_part=draw(2, MOST + 1, WIDTH),
        bias=draw(2, WIDTH),
        inner=draw(2, WIDTH, INNER),
        inner_bias=draw(2, INNER),
        outer=draw(2, INNER),
        outer_bias=draw(2),
    )


@pytest.mark.parametrize(
    ("labels", "role", "runs"),
    [
        ([1, 2, 3, 5, 6, 6], SOURCE, [(0, 2)]),
        ([1, 2, 3, 5, 6, 6], CUE, [(2, 3)]),
        ([1, 2, 3, 5, 6, 6], CONTENT, [(3, 6)]),
        ([5, 6, 5, 6], CONTENT, [(0, 2), (2, 4)]),  # another begins
        ([5, 6, 0, 6, 6], CONTENT, [(0, 5)]),  # a doubt does not cut
        ([5, 6, 0, 0, 0, 6], CONTENT, [(0, 2), (5, 6)]),
        ([5, 6, 3, 6, 6], CONTENT, [(0, 2), (3, 5)]),  # a cue does
        ([1, 0, 2], SOURCE, [(0, 1), (2, 3)]),
        ([0, 0], CUE, []),
    ],
)
def test_runs_are_cut_where_another_begins_or_another_role_stands(
    labels: list[int], role: int, runs: list[tuple[int, int]]
) -> None:
    assert find_runs(make_tags(labels), role) == runs


def test_a_run_is_pooled_with_what_stands_before_and_after_it() -> None:
    vectors = np.arange(12, dtype=np.float32).reshape(4, 3)
    first, last = pool(vectors, [Run(0, 2), Run(2, 4)]).reshape(2, 5, 3)
    assert first.tolist() == [[1.5, 2.5, 3.5], [0, 1, 2], [3, 4, 5], [0, 0, 0], [6, 7, 8]]
    assert last[3].tolist() == [3, 4, 5]
    assert last[4].tolist() == [0, 0, 0]


def test_pairs_know_their_distance_what_lies_between_and_who_is_nearest() -> None:
    cues, parts = [Run(2, 3), Run(10, 11)], [Run(0, 2), Run(3, 8), Run(11, 60)]
    near = relate(cues, parts)
    assert near.shape == (2, 3, 5)
    assert near[0, :, 0].tolist() == [REACH, REACH, REACH + 8]
    assert near[1, :, 0].tolist() == [REACH - 8, REACH - 2, REACH]
    assert near[0, 2, 1] == 1  # the other cue lies between
    assert near[0, 2, 2] == 1  # and another part
    assert near[:, 2, 3].tolist() == [1, 0]  # the second cue is the nearest to the last part
    assert near[1, :, 4].tolist() == [2, 1, 0]


def test_a_pair_is_judged_alike_alone_and_among_many() -> None:
    """Only the counts and ranks know of the others: with those equal, so are the chances."""
    rng = np.random.default_rng(5)
    vectors = rng.normal(size=(40, SIZE)).astype(np.float32)
    weights = make_weights()
    cues, parts = [Run(4, 5)], [Run(5, 9)]
    alone = pair(weights, vectors, cues, parts, CONTENT)
    among = pair(weights, vectors, [*cues, Run(30, 31)], [*parts, Run(31, 36)], CONTENT)
    assert among[0, 0] == pytest.approx(alone[0, 0], abs=1e-6)
    assert among[1, 1] != among[0, 0]


def test_the_pieces_of_a_part_share_its_chance_and_others_have_none() -> None:
    labels = [1, 2, 3, 5, 6, 6, 0, 0]
    vectors = np.random.default_rng(1).normal(size=(len(labels), SIZE)).astype(np.float32)
    links = PairLinks(make_weights(), make_tags(labels), vectors)
    found, sure = links.ask([2])
    assert sure is None
    assert found.shape == (1, 2, len(labels))
    assert found[0, 0, :2] == pytest.approx(found[0, 0, 0])
    assert found[0, 1, 3:6] == pytest.approx(found[0, 1, 3])
    assert not found[0, 0, 2:].any()
    assert not found[0, 1, :3].any()


def test_a_window_without_parts_has_no_chances() -> None:
    labels = [0, 3, 0]
    vectors = np.zeros((3, SIZE), dtype=np.float32)
    found, _ = PairLinks(make_weights(), make_tags(labels), vectors).ask([1])
    assert not found.any()
