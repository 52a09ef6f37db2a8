"""Trains the tagger and the three rankers on PolNeAR train and writes the kit's weights file.

usage: python training/attribution/train.py [--out FILE]     (about 90 CPU-seconds)
See README.md beside this file (the model card).
"""

import argparse
from collections import Counter
from pathlib import Path
from typing import Any

import numpy as np
import scipy.sparse as sparse
from corpus import label_tokens, read_polnear, read_silver, tokens_of

from onrecord.extract.attributions import nearest_sources, rank_contents, rank_sources, set_scene
from onrecord.extract.candidates import content_candidates, continue_quotation
from onrecord.extract.cues import read_phrases
from onrecord.extract.features import Vocabulary, number_features, table_size
from onrecord.extract.hashing import CONTENT, SOURCE, TABLE, WHOLE, hash_codes
from onrecord.extract.page import Page
from onrecord.extract.ranking import content_features, source_features, whole_features
from onrecord.extract.scene import Scene
from onrecord.extract.segments import Segment
from onrecord.extract.weights import FILE, Weights
from onrecord.kit import load_kit

Row = tuple[dict[str, Any], Page]
MIN_COUNT = 4  # a word seen less often shares the number of its shape
FOLDS = 4  # the rankers see a tagger that was not trained on the page, as on new pages
PHRASES = read_phrases(load_kit())
AUXILIARIES = load_kit().words("extract_auxiliaries")
KIT = Path(__file__).resolve().parents[2] / "onrecord" / "kit"


def fit_tagger(rows: np.ndarray, target: np.ndarray, size: int, epochs: int = 3):
    """Logistic regressions with six outputs, by AdaGrad on batches of 4,096 tokens."""
    rng = np.random.default_rng(0)
    outputs = target.shape[1]
    table, bias = np.zeros((size, outputs), np.float32), np.zeros(outputs, np.float32)
    past, bias_past = np.full((size, outputs), 1e-4, np.float32), np.full(outputs, 1e-4)
    for _ in range(epochs):
        order = rng.permutation(len(rows))
        for start in range(0, len(order), 4096):
            batch = order[start : start + 4096]
            count, width = len(batch), rows.shape[1]
            matrix = sparse.csr_matrix(
                (
                    np.ones(count * width, np.float32),
                    rows[batch].ravel(),
                    np.arange(0, count * width + 1, width),
                ),
                shape=(count, size),
            )
            error = 1 / (1 + np.exp(-(matrix @ table + bias))) - target[batch]
            error = np.nan_to_num(error)  # a target that is not known teaches nothing
            turned = matrix.T.tocsr()
            used = np.flatnonzero(np.diff(turned.indptr))
            slope = turned[used] @ error
            past[used] += slope * slope
            table[used] -= 0.05 * slope / np.sqrt(past[used])
            total = error.sum(0)
            bias_past += total * total
            bias -= (0.05 * total / np.sqrt(bias_past)).astype(np.float32)
    return table, bias


def fit_ranker(groups: list[tuple[np.ndarray, int]], epochs: int = 6) -> np.ndarray:
    """A softmax over the candidates of each group, by AdaGrad."""
    table, past = np.zeros(TABLE, np.float32), np.full(TABLE, 1e-3, np.float32)
    rng = np.random.default_rng(0)
    for _ in range(epochs):
        for number in rng.permutation(len(groups)):
            rows, wanted = groups[number]
            scores = table[rows].sum(1)
            share = np.exp(scores - scores.max())
            share /= share.sum()
            share[wanted] -= 1
            _step(table, past, rows, share, 0.1)
    return table


def fit_whole(rows: np.ndarray, target: np.ndarray, epochs: int = 4) -> np.ndarray:
    """A logistic regression: is this cue with this source and content an attribution?"""
    table, past = np.zeros(TABLE, np.float32), np.full(TABLE, 1e-2, np.float32)
    rng = np.random.default_rng(0)
    for _ in range(epochs):
        order = rng.permutation(len(rows))
        for start in range(0, len(order), 64):
            batch = order[start : start + 64]
            error = 1 / (1 + np.exp(-table[rows[batch]].sum(1))) - target[batch]
            _step(table, past, rows[batch], error, 0.05)
    return table


def _step(table, past, rows, error, rate):
    used, place = np.unique(rows.ravel(), return_inverse=True)
    slope = np.bincount(place, weights=np.repeat(error, rows.shape[1])).astype(np.float32)
    past[used] += slope * slope
    table[used] -= rate * slope / np.sqrt(past[used])


def is_half(found: set[int], gold: set[int]) -> bool:
    """The scorer's test: the overlap is at least half of the longer side."""
    return bool(found and gold) and 2 * len(found & gold) >= max(len(found), len(gold))


def dice(left: set[int], right: set[int]) -> float:
    """The overlap of two sets of tokens."""
    return 2 * len(left & right) / (len(left) + len(right)) if left or right else 0.0


def words_in(page: Page, spans) -> set[int]:
    """The word tokens in token spans; marks do not count."""
    return {t for left, right in spans for t in range(left, right) if page.words[t][0].isalnum()}


def gold_by_cue(record, page: Page, cues: list[Segment]):
    """For each found cue that overlaps a gold one: the gold source and content tokens."""
    found: dict[Segment, list[tuple[set[int], set[int]]]] = {}
    for one in record["attributions"]:
        gold = tokens_of(page, one["cue"])
        near = [c for c in cues if any(c.left < end and c.right > start for start, end in gold)]
        for cue in near[:2]:
            pair = tuple(words_in(page, tokens_of(page, one[r])) for r in ("source", "content"))
            found.setdefault(cue, []).append(pair)
    return found


def source_group(scene: Scene, layers, cue: Segment, gold: set[int]):
    """The candidate sources of a cue, and which of them is the gold one (None: none is)."""
    options = nearest_sources(scene, layers, cue)
    wanted = 0
    if gold:
        shares = [dice(words_in(scene.page, [s]), gold) if s else 0.0 for s in options]
        wanted = int(np.argmax(shares))
        if shares[wanted] < 0.4:
            return options, None, None
    rows = [source_features(scene, cue, s, rank - 1) for rank, s in enumerate(options)]
    return options, hash_codes(rows, SOURCE), wanted


def content_group(scene: Scene, cue: Segment, source, gold: set[int]):
    """The candidate contents of a cue, and which is the gold one; None where none is."""
    options = content_candidates(scene.page, cue, source, scene.beliefs)
    if not options or not gold:
        return None
    shares = []
    for option in options:
        whole = continue_quotation(scene.page, [option], cue, source, scene.spoken_for)
        shares.append(dice(words_in(scene.page, whole), gold))
    wanted = int(np.argmax(shares))
    if shares[wanted] <= 0.6:
        return None
    rows = [content_features(scene, cue, source, option) for option in options]
    return hash_codes(rows, CONTENT), wanted


def rank_rows(scenes):
    """The training groups of the two rankers."""
    sources, contents = [], []
    for scene, layers, gold in scenes:
        for cue, pairs in gold.items():
            gold_source, gold_content = pairs[0]
            options, rows, wanted = source_group(scene, layers, cue, gold_source)
            if rows is not None:
                sources.append((rows, wanted))
            source = options[wanted] if wanted is not None else None
            group = content_group(scene, cue, source, gold_content)
            if group:
                contents.append(group)
    return sources, contents


def whole_rows(scenes, weights: Weights):
    """The training rows of the last judgement, from what the rankers make of each cue."""
    rows, target = [], []
    for scene, layers, gold in scenes:
        for cue, source, content, margins in rank_contents(
            scene, rank_sources(scene, layers, scene.cues, weights), weights
        ):
            pieces = continue_quotation(scene.page, [content], cue, source, scene.spoken_for)
            found = words_in(scene.page, pieces)
            whose = words_in(scene.page, [source]) if source else set()
            good = any(
                is_half(found, c) and (is_half(whose, s) if s else not whose)
                for s, c in gold.get(cue, [])
            )
            rows.append(whole_features(scene, cue, source, content, margins))
            target.append(float(good))
    return rows, target


def with_tables(base: Weights, **tables: np.ndarray) -> Weights:
    """`base` with some tables replaced."""
    return Weights(**{name: tables.get(name, getattr(base, name)) for name in base.__slots__})


def train(documents: list[Row]) -> Weights:
    """All four models, from documents with gold attributions."""
    silver = list(read_silver())
    counts = Counter(word for _, page in documents for word in page.words)
    counts.update(word for page, _ in silver for word in page.words)
    vocabulary = Vocabulary(sorted(w for w, n in counts.items() if n >= MIN_COUNT))
    size = table_size(vocabulary)
    rows = [number_features(page, vocabulary).astype(np.int32) for _, page in documents]
    labels = [label_tokens(page, record["attributions"]) for record, page in documents]
    more = np.concatenate(
        [number_features(page, vocabulary).astype(np.int32) for page, _ in silver]
    )
    beliefs = np.concatenate([target for _, target in silver])
    rates = write_cue_words(documents)
    empty = np.zeros(TABLE, np.float32)
    scenes: list[Any] = [None] * len(documents)
    for fold in range(FOLDS):
        kept = [n for n in range(len(documents)) if n % FOLDS != fold]
        table, bias = fit_tagger(
            np.concatenate([*(rows[n] for n in kept), more]),
            np.concatenate([*(labels[n] for n in kept), beliefs]),
            size,
        )
        weights = Weights(vocabulary, table, bias, empty, empty, empty, rates, PHRASES, AUXILIARIES)
        for n in range(fold, len(documents), FOLDS):
            record, page = documents[n]
            scene, layers = set_scene(page, weights)
            scenes[n] = (scene, layers, gold_by_cue(record, page, scene.cues))
        print("tagger", fold, flush=True)
    wholes: tuple[list[Any], list[float]] = ([], [])
    for half in (0, 1):  # the last judgement learns from rankers that did not see the page
        sources, contents = rank_rows(scenes[1 - half :: 2])
        ranked = Weights(
            vocabulary,
            empty,
            empty,
            fit_ranker(sources),
            fit_ranker(contents, 5),
            empty,
            rates,
            PHRASES,
            AUXILIARIES,
        )
        for part, extra in zip(wholes, whole_rows(scenes[half::2], ranked), strict=True):
            part.extend(extra)
        print("ranker", half, len(sources), len(contents), flush=True)
    sources, contents = rank_rows(scenes)
    table, bias = fit_tagger(
        np.concatenate([*rows, more]), np.concatenate([*labels, beliefs]), size
    )
    return Weights(
        vocabulary,
        table,
        bias,
        fit_ranker(sources),
        fit_ranker(contents, 5),
        fit_whole(hash_codes(wholes[0], WHOLE), np.array(wholes[1], np.float32)),
        rates,
        PHRASES,
        AUXILIARIES,
    )


def write_cue_words(documents: list[Row]) -> dict[str, float]:
    """Write the sheet of cue words with their rates; give back the rates."""
    seen: Counter[str] = Counter()
    cues: Counter[str] = Counter()
    for record, page in documents:
        held = {
            token
            for one in record["attributions"]
            for left, right in tokens_of(page, one["cue"])
            for token in range(left, right)
        }
        seen.update(page.words)
        cues.update(page.words[token] for token in held)
    rows = [
        (word, round(count / seen[word], 2), seen[word])
        for word, count in cues.items()
        if count >= 5 and count / seen[word] >= 0.1 and word.isalpha()
    ]
    head = (
        "# How often a word is part of a cue in PolNeAR's training articles (written by\n"
        "# training/attribution/train.py): at least five times and in a tenth of its uses.\n"
        "word\trate\tseen\n"
    )
    lines = [f"{word}\t{rate}\t{count}\n" for word, rate, count in sorted(rows)]
    (KIT / "extract_cue_words.tsv").write_text(head + "".join(lines), encoding="utf-8")
    return {word: rate for word, rate, _ in rows}


def save(weights: Weights, path: Path) -> None:
    """The weights in one small file: the tagger in 8 bits, the rankers in 16."""
    scale = np.abs(weights.tagger).max() / 127
    np.savez_compressed(
        path,
        vocabulary=np.frombuffer("\n".join(weights.vocabulary.known).encode(), np.uint8),
        tagger=np.round(weights.tagger / scale).astype(np.int8),
        scale=np.float32(scale),
        bias=weights.bias.astype(np.float32),
        source=weights.source.astype(np.float16),
        content=weights.content.astype(np.float16),
        whole=weights.whole.astype(np.float16),
    )


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=KIT / FILE)
    save(train(list(read_polnear("train"))), parser.parse_args().out)
