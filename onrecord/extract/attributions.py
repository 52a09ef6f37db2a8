"""Cues, their sources and their contents on a page: the heart of this room.

The tagger proposes cues; for each cue the candidate sources are ranked, then the candidate
contents given the source, then the whole is weighed. Each step is a linear model.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.extract.candidates import content_candidates, continue_quotation, source_candidates
from onrecord.extract.cues import PLAIN, add_sure_cues, antecedent_of, floor_of, subject_of
from onrecord.extract.hashing import CONTENT, SOURCE, WHOLE, hash_codes
from onrecord.extract.page import Page
from onrecord.extract.ranking import content_features, source_features, whole_features
from onrecord.extract.scene import Scene
from onrecord.extract.segments import Segment, cut_segments
from onrecord.extract.tagger import tag_tokens
from onrecord.extract.weights import Weights

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

CUE_FLOOR = 0.15  # recall of cues on PolNeAR dev: .84 at .15, .75 at .25, .58 at .5
AT_ONCE = 500  # cues ranked at a time: bounds memory on a long page
# A cue without a source, or one none of whose words is part of one in USUAL tenths of its uses
# ("opened"), must be surer: precision on PolNeAR dev rises from .72 to .73 at the same F1.
USUAL, UNUSUAL_FLOOR, SOURCELESS_FLOOR = 3, 0.4, 0.5
PLAIN_SCORE = 0.7  # of a plain refusal with a source: six of the seven on PolNeAR dev were right
SOURCE_LAYERS = (0.1, 0.2, 0.4)  # sources at several beliefs: .93 of the gold ones are among them


@dataclass(frozen=True, slots=True)
class Attribution:
    """A source, a cue and the pieces of a content, as token segments of a page."""

    source: Segment | None
    cue: Segment
    content: tuple[Segment, ...]
    score: float


Sourced = tuple[Segment, Segment | None, float]
Linked = tuple[Segment, Segment | None, Segment, tuple[float, float]]


def find_attributions(page: Page, weights: Weights, floor: float) -> list[Attribution]:
    """The attributions of `page` whose score is at least `floor`, in the order of their cues."""
    if not page.words:
        return []
    scene, layers = set_scene(page, weights)
    found: list[Attribution] = []
    for start in range(0, len(scene.cues), AT_ONCE):
        cues = scene.cues[start : start + AT_ONCE]
        sourced = give_subjects(page, rank_sources(scene, layers, cues, weights), weights)
        found += weigh_whole(scene, rank_contents(scene, sourced, weights), weights, floor)
    return found


def weigh_whole(
    scene: Scene, linked: list[Linked], weights: Weights, floor: float
) -> list[Attribution]:
    """Those of the linked cues that are likely enough to be attributions, their contents whole."""
    rows = [whole_features(scene, *one) for one in linked]
    found = []
    for (cue, source, content, _), score in zip(linked, _chance(weights.whole, rows), strict=True):
        usual = scene.rate(cue) >= USUAL or not _has_letters(scene.page, cue)
        need = floor if usual else max(floor, UNUSUAL_FLOOR)
        need = need if source is not None else max(need, SOURCELESS_FLOOR)
        least = floor_of(scene.page, cue, weights.phrases) if source is not None else 1.0
        if least < PLAIN:
            score = max(score, PLAIN_SCORE)
        if score >= min(need, least):
            pieces = continue_quotation(scene.page, [content], cue, source, scene.spoken_for)
            speaker = antecedent_of(scene.page, source)
            found.append(Attribution(speaker, cue, tuple(pieces), round(score, 3)))
    return found


def _has_letters(page: Page, cue: Segment) -> bool:
    return any(word.isalpha() for word in page.words[cue.left : cue.right])


def set_scene(page: Page, weights: Weights) -> tuple[Scene, list[list[Segment]]]:
    """A page tagged: its possible cues, and its possible sources in layers."""
    beliefs = tag_tokens(page, weights)
    cues = cut_segments(page, beliefs.cue, beliefs.cue_begins, CUE_FLOOR)
    cues = add_sure_cues(page, cues, weights.rates, weights.phrases, weights.auxiliaries)
    layers = [
        cut_segments(page, beliefs.source, beliefs.source_begins, floor) for floor in SOURCE_LAYERS
    ]
    number = weights.vocabulary.number
    numbers = [number(form) for form in page.forms]
    return Scene(page, beliefs, cues, numbers, weights.rates), layers


def nearest_sources(
    scene: Scene, layers: list[list[Segment]], cue: Segment
) -> list[Segment | None]:
    """The candidate sources of a cue, nearest first; nobody before all."""
    found = [one for one in source_candidates(scene.page, cue, layers) if not scene.holds_cue(one)]
    found.sort(key=lambda s: min(abs(s.left - cue.right), abs(cue.left - s.right)))
    return [None, *found]


def rank_sources(
    scene: Scene, layers: list[list[Segment]], cues: list[Segment], weights: Weights
) -> list[Sourced]:
    """Each cue with its likeliest source and how sure that is."""
    options = [nearest_sources(scene, layers, cue) for cue in cues]
    rows = [
        source_features(scene, cue, source, rank - 1)
        for cue, sources in zip(cues, options, strict=True)
        for rank, source in enumerate(sources)
    ]
    best = _pick(weights.source, SOURCE, rows, [len(sources) for sources in options])
    return [
        (cue, sources[choice], sure)
        for cue, sources, (choice, sure) in zip(cues, options, best, strict=True)
    ]


def give_subjects(page: Page, sourced: list[Sourced], weights: Weights) -> list[Sourced]:
    """Plain phrases ("did not respond") that are left without a source get their subject."""
    return [
        (cue, subject_of(page, cue), sure)
        if source is None and floor_of(page, cue, weights.phrases) < PLAIN
        else (cue, source, sure)
        for cue, source, sure in sourced
    ]


def rank_contents(scene: Scene, sourced: list[Sourced], weights: Weights) -> list[Linked]:
    """Each sourced cue with its likeliest content; a cue without any candidate is left out."""
    kept, options = [], []
    for cue, source, sure in sourced:
        found = content_candidates(scene.page, cue, source, scene.beliefs)
        if not found and floor_of(scene.page, cue, weights.phrases) < PLAIN:
            found = [cue]  # "declined to comment." says it all
        if found:
            kept.append((cue, source, sure))
            options.append(found)
    rows = [
        content_features(scene, cue, source, content)
        for (cue, source, _), contents in zip(kept, options, strict=True)
        for content in contents
    ]
    best = _pick(weights.content, CONTENT, rows, [len(contents) for contents in options])
    return [
        (cue, source, contents[choice], (sure, surer))
        for (cue, source, sure), contents, (choice, surer) in zip(kept, options, best, strict=True)
    ]


def _pick(
    table: npt.NDArray[np.float32],
    templates: tuple[int, ...],
    rows: Sequence[Sequence[int]],
    sizes: list[int],
) -> list[tuple[int, float]]:
    """For each group of rows the best one and its share of the softmax."""
    import numpy as np

    if not rows:
        return []
    scores = table[hash_codes(rows, templates)].sum(axis=1)
    picked, start = [], 0
    for size in sizes:
        group = scores[start : start + size]
        choice = int(group.argmax())
        share = 1.0 / float(np.exp(group - group[choice]).sum())
        picked.append((choice, share))
        start += size
    return picked


def _chance(table: npt.NDArray[np.float32], rows: Sequence[Sequence[int]]) -> list[float]:
    import numpy as np

    if not rows:
        return []
    scores = table[hash_codes(rows, WHOLE)].sum(axis=1)
    chances: list[float] = (1.0 / (1.0 + np.exp(-scores))).tolist()
    return chances
