"""Train the stance judge and write its sheets of weights; print how well it does.

    python training/stance/train_stance.py --data DATA --out onrecord/kit/weights --seed 0
    python training/stance/train_stance.py --data DATA --measure

Trains in under a minute on one core. DATA holds emergent/ and fnc1/ (see README.md here).
"""

import argparse
from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from pairs import (
    Pair,
    fill_templates,
    find_names,
    read_emergent,
    read_fnc,
    shuffle_claims,
)
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score
from sklearn.model_selection import StratifiedGroupKFold

from onrecord.judge.stance import measure_relation, split_text, tell_stance
from onrecord.judge.stance_articles import find_article_features
from onrecord.judge.stance_features import Features, find_features
from onrecord.judge.stance_model import load_model
from onrecord.judge.stance_words import read_words
from onrecord.kit import load_kit
from onrecord.text import stem

CLASSES = ("supports", "denies", "discusses")
STRENGTH = 0.2  # C of the logistic regression: best of .05-.4 in grouped cross-validation
MIN_CLAIMS = 3  # a word or word pair must stand under so many claims to become a feature
LIGHTER = 0.5  # words and pairs of cues count so much of a cue: .774 cross-validated, not .764
TEMPLATES = 50  # sentences of our own a claim, each counting as a tenth of a real one: of all draws
TEMPLATE_WEIGHT = 0.1  # and weights tried the steadiest over seeds (dev .785-.788)
RELATED_WEIGHT = 15.0  # a related headline thrown away costs more: 1.4 % lost on dev, not 3 %
FNC_PAIRS = 6000
TOPIC_PAIRS = 40
DENIAL_WEIGHT = 2.0  # F1 of denials .24 instead of .14 for 1 % of accuracy

Model = tuple[DictVectorizer, LogisticRegression]


def featurise(pairs: list[Pair]) -> list[Features]:
    """The features of claims and headlines."""
    kit = load_kit()
    return [
        find_features(read_words(p.claim, kit), read_words(p.text, kit), p.text, kit) for p in pairs
    ]


def choose_words(features: list[Features], groups: list[str], names: set[str]) -> set[str]:
    """The lexical features that stand under enough claims and hold no name."""
    under: dict[str, set[str]] = defaultdict(set)
    for found, group in zip(features, groups, strict=True):
        for name in found:
            if name.startswith("w="):
                under[name].add(group)
    stems = {stem(name) for name in names}
    common = (name for name, claims in under.items() if len(claims) >= MIN_CLAIMS)
    return {name for name in common if stems.isdisjoint(name[2:].split())}


class Trainer:
    """A logistic regression over cues and common words, fitted on pairs and on templates."""

    def __init__(self, pairs: list[Pair], names: set[str], seed: int) -> None:
        self.seed = seed
        made = fill_templates(pairs, seed, TEMPLATES)
        features = featurise(pairs)
        self.words = choose_words(features, [pair.group for pair in pairs], names)
        self.vectors = DictVectorizer()
        matrix = self.vectors.fit_transform(self.weigh(features + featurise(made)))
        weights = np.hstack([np.ones(len(pairs)), np.full(len(made), TEMPLATE_WEIGHT)])
        stances = [pair.stance for pair in [*pairs, *made]]
        model = LogisticRegression(C=STRENGTH, max_iter=2000, random_state=seed)
        self.model = model.fit(matrix, stances, sample_weight=weights)

    def weigh(self, features: list[Features]) -> list[Features]:
        """Features without the words left out, words and pairs of cues made lighter."""
        return [
            {name: value * self.scale(name) for name, value in found.items() if self.scale(name)}
            for found in features
        ]

    def scale(self, name: str) -> float:
        """How much a feature counts before the regression weighs it."""
        if name.startswith("w="):
            return LIGHTER if name in self.words else 0.0
        return LIGHTER if "+" in name else 1.0

    def rows(self) -> dict[str, list[float]]:
        """The weights by feature, the scale worked in."""
        names = self.vectors.get_feature_names_out()
        columns = zip(names, self.model.coef_.T, strict=True)
        return {n: [float(v) * self.scale(n) for v in column] for n, column in columns}

    def tell(self, pairs: list[Pair]) -> list[str]:
        """The stances of pairs."""
        matrix = self.vectors.transform(self.weigh(featurise(pairs)))
        return list(self.model.predict(matrix))


def fit_relation(related: list[Features], unrelated: list[Features], weight: float) -> Model:
    """A logistic regression that tells related pairs; `weight` counts each related one so often."""
    vectors = DictVectorizer()
    matrix = vectors.fit_transform(related + unrelated)
    labels = ["related"] * len(related) + ["unrelated"] * len(unrelated)
    model = LogisticRegression(C=10.0, max_iter=2000, class_weight={"related": weight})
    return vectors, model.fit(matrix, labels)


def fit_articles(pairs: list[Pair], seed: int) -> Model:
    """A logistic regression over what the sentence model says of articles' sentences.

    A topic counts as the square root of its size, and a stance of a topic at most TOPIC_PAIRS.
    """
    pairs = cap_topics(pairs)
    sizes = Counter(pair.group for pair in pairs)
    weights = [sizes[pair.group] ** -0.5 for pair in pairs]
    vectors = DictVectorizer()
    model = LogisticRegression(
        C=1.0, max_iter=2000, random_state=seed, class_weight={"denies": DENIAL_WEIGHT}
    )
    matrix = vectors.fit_transform(featurise_articles(pairs))
    mean = sum(weights) / len(weights)
    stances = [pair.stance for pair in pairs]
    return vectors, model.fit(matrix, stances, sample_weight=[w / mean for w in weights])


def cap_topics(pairs: list[Pair]) -> list[Pair]:
    """At most TOPIC_PAIRS pairs of a topic and stance: a few topics hold half of FNC-1."""
    seen, kept = Counter[tuple[str, str]](), []
    for pair in pairs:
        seen[pair.group, pair.stance] += 1
        if seen[pair.group, pair.stance] <= TOPIC_PAIRS:
            kept.append(pair)
    return kept


def featurise_articles(pairs: list[Pair]) -> list[Features]:
    """The features of headlines and bodies; each body is read once."""
    kit = load_kit()
    model = load_model("stance", kit)
    read = {
        text: [(s, read_words(s, kit)) for s in split_text(text)[:60]]
        for text in {pair.text for pair in pairs}
    }
    return [
        find_article_features(read_words(p.claim, kit), read[p.text], model, kit) for p in pairs
    ]


def read_rows(model: Model) -> tuple[list[str], dict[str, list[float]]]:
    """The classes of a fitted model and its weights by feature."""
    vectors, fitted = model
    names = vectors.get_feature_names_out()
    rows = {"bias": [float(v) for v in fitted.intercept_]}
    rows |= {n: [float(v) for v in column] for n, column in zip(names, fitted.coef_.T, strict=True)}
    return list(fitted.classes_), rows


def write_sheet(path: Path, classes: Sequence[str], rows: dict[str, list[float]]) -> None:
    """Write a sheet of weights, one row a feature, rounded to four digits."""
    lines = ["\t".join(["feature", *classes])]
    for name in sorted(rows):
        lines.append("\t".join([name, *(f"{value:.4f}" for value in rows[name])]))
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def write_relation(path: Path, model: Model) -> None:
    """Write a model of two classes: half of each weight for the one, half against the other."""
    vectors, fitted = model
    names = ["bias", *vectors.get_feature_names_out()]
    weights = [fitted.intercept_[0], *fitted.coef_[0]]
    rows = {n: [-w / 2, w / 2] for n, w in zip(names, weights, strict=True)}
    write_sheet(path, fitted.classes_, rows)


def relate(pairs: list[Pair]) -> list[Features]:
    """The overlap of each pair."""
    kit = load_kit()
    return [
        measure_relation(read_words(p.claim, kit), [read_words(s, kit) for s in split_text(p.text)])
        for p in pairs
    ]


def train(data: Path, out: Path, seed: int) -> None:
    """Write the three models."""
    pairs = read_emergent(data, "train")
    trainer = Trainer(pairs, find_names(data), seed)
    rows = {"bias": [float(v) for v in trainer.model.intercept_], **trainer.rows()}
    write_sheet(out / "stance.tsv", trainer.model.classes_, rows)
    headlines = fit_relation(relate(pairs), relate(shuffle_claims(pairs, seed)), RELATED_WEIGHT)
    write_relation(out / "stance_related.tsv", headlines)
    fnc = read_fnc(data, seed, FNC_PAIRS)
    apart = [p for p in fnc if p.stance == "unrelated"]
    together = [p for p in fnc if p.stance != "unrelated"]
    articles = fit_relation(relate(together), relate(apart), 1.0)
    write_relation(out / "stance_related_article.tsv", articles)
    articles = fit_articles(
        [p for p in read_fnc(data, seed, None) if p.stance != "unrelated"], seed
    )
    classes, rows = read_rows(articles)
    write_sheet(out / "stance_article.tsv", classes, rows)


def cross_validate(data: Path) -> None:
    """Accuracy on Emergent's train split, grouped by claim, and on dev, over three seeds."""
    pairs, dev, names = read_emergent(data, "train"), read_emergent(data, "dev"), find_names(data)
    stances, groups = [p.stance for p in pairs], [p.group for p in pairs]
    for seed in range(3):
        right = 0
        folds = StratifiedGroupKFold(5, shuffle=True, random_state=seed)
        for learn, test in folds.split(stances, stances, groups):
            trainer = Trainer([pairs[i] for i in learn], names, seed)
            said = trainer.tell([pairs[i] for i in test])
            right += sum(s == stances[i] for s, i in zip(said, test, strict=True))
        said = Trainer(pairs, names, seed).tell(dev)
        on_dev = np.mean([s == p.stance for s, p in zip(said, dev, strict=True)])
        print(f"seed {seed}: cross-validated {right / len(pairs):.4f}, dev {on_dev:.4f}")


def cross_validate_articles(data: Path) -> None:
    """Accuracy and F1 on FNC-1's related pairs, grouped by topic, over three seeds."""
    for seed in range(3):
        fnc = (p for p in read_fnc(data, seed, None) if p.stance != "unrelated")
        pairs = [p for p in cap_topics(list(fnc)) if len(split_text(p.text)) > 1]
        stances, groups = [p.stance for p in pairs], [p.group for p in pairs]
        said = [""] * len(pairs)
        folds = StratifiedGroupKFold(5, shuffle=True, random_state=seed)
        for learn, test in folds.split(stances, stances, groups):
            vectors, model = fit_articles([pairs[i] for i in learn], seed)
            found = vectors.transform(featurise_articles([pairs[i] for i in test]))
            for i, stance in zip(test, model.predict(found), strict=True):
                said[i] = str(stance)
        right = np.mean([s == t for s, t in zip(said, stances, strict=True)])
        scores = f1_score(stances, said, average=None, labels=CLASSES)
        print(f"articles, seed {seed}: accuracy {right:.4f} of {len(pairs)}, F1 {scores.round(3)}")


def measure(data: Path) -> None:
    """What the door itself says of Emergent's dev split."""
    kit = load_kit()
    pairs = read_emergent(data, "dev")
    said = [tell_stance(p.claim, p.text, kit) for p in pairs]
    right = [s == p.stance for (s, _), p in zip(said, pairs, strict=True)]
    print(f"dev accuracy {np.mean(right):.4f} of {len(pairs)}")
    for stance in CLASSES:
        row = [s for (s, _), p in zip(said, pairs, strict=True) if p.stance == stance]
        print(f"{stance:10}", {name: row.count(name) for name in (*CLASSES, "unrelated")})
    apart = [tell_stance(p.claim, p.text, kit)[0] for p in shuffle_claims(pairs, 0)]
    print(f"unrelated found {np.mean([s == 'unrelated' for s in apart]):.4f} of {len(apart)}")


def main() -> None:
    """Read the arguments; train, measure or both."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", required=True, type=Path)
    parser.add_argument("--out", type=Path)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--measure", action="store_true")
    arguments = parser.parse_args()
    if arguments.out:
        train(arguments.data, arguments.out, arguments.seed)
    if arguments.measure:
        cross_validate(arguments.data)
        cross_validate_articles(arguments.data)
        measure(arguments.data)


if __name__ == "__main__":
    main()
