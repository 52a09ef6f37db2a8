"""Train the stance judge and write its sheets of weights; print how well it does.

    python training/stance/train_stance.py --data DATA --out onrecord/kit/weights --seed 0
    python training/stance/train_stance.py --data DATA --measure

Trains in under a minute on one core. DATA holds emergent/ and fnc1/ (see README.md here).
"""

import argparse
from collections import defaultdict
from pathlib import Path

import numpy as np
from pairs import Pair, read_emergent, read_fnc, shuffle_claims
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedGroupKFold

from onrecord.judge.stance import measure_relation, split_text, tell_stance
from onrecord.judge.stance_features import Features, find_features
from onrecord.judge.stance_words import read_words
from onrecord.kit import load_kit

CLASSES = ("supports", "denies", "discusses")
STRENGTH = 0.1  # C of the logistic regression: best of .05-.4 in grouped cross-validation
MIN_CLAIMS = 5  # a word or word pair must stand under so many claims to become a feature
FNC_PAIRS = 6000

Model = tuple[DictVectorizer, LogisticRegression]


def featurise(pairs: list[Pair]) -> list[Features]:
    """The features of claims and headlines."""
    kit = load_kit()
    return [
        find_features(read_words(p.claim, kit), read_words(p.text, kit), p.text, kit) for p in pairs
    ]


def choose_words(features: list[Features], groups: list[str]) -> set[str]:
    """The lexical features that stand under enough claims."""
    under: dict[str, set[str]] = defaultdict(set)
    for found, group in zip(features, groups, strict=True):
        for name in found:
            if name.startswith("w="):
                under[name].add(group)
    return {name for name, claims in under.items() if len(claims) >= MIN_CLAIMS}


def fit(features: list[Features], stances: list[str], groups: list[str], seed: int) -> Model:
    """A logistic regression over cues and common words."""
    kept = choose_words(features, groups)
    rows = [{n: v for n, v in f.items() if n[:2] != "w=" or n in kept} for f in features]
    vectors = DictVectorizer()
    model = LogisticRegression(C=STRENGTH, max_iter=2000, random_state=seed)
    return vectors, model.fit(vectors.fit_transform(rows), stances)


def fit_relation(related: list[Features], unrelated: list[Features], weight: float) -> Model:
    """A logistic regression that tells related pairs; `weight` counts each related one so often."""
    vectors = DictVectorizer()
    matrix = vectors.fit_transform(related + unrelated)
    labels = ["related"] * len(related) + ["unrelated"] * len(unrelated)
    model = LogisticRegression(C=10.0, max_iter=2000, class_weight={"related": weight})
    return vectors, model.fit(matrix, labels)


def write_model(path: Path, model: Model) -> None:
    """Write a sheet of weights, one row a feature, rounded to four digits."""
    vectors, fitted = model
    names = vectors.get_feature_names_out()
    columns, bias = fitted.coef_, fitted.intercept_
    if len(fitted.classes_) == 2:  # one row of weights, for the second class
        columns, bias = np.vstack([-columns / 2, columns / 2]), np.hstack([-bias / 2, bias / 2])
    lines = ["\t".join(["feature", *fitted.classes_])]
    for name, row in sorted([("bias", bias), *zip(names, columns.T, strict=True)]):
        lines.append("\t".join([name, *(f"{value:.4f}" for value in row)]))
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


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
    features = featurise(pairs)
    stances, groups = [p.stance for p in pairs], [p.group for p in pairs]
    write_model(out / "stance.tsv", fit(features, stances, groups, seed))
    headlines = fit_relation(relate(pairs), relate(shuffle_claims(pairs, seed)), 6.0)
    write_model(out / "stance_related.tsv", headlines)
    fnc = read_fnc(data, seed, FNC_PAIRS)
    apart = [p for p in fnc if p.stance == "unrelated"]
    together = [p for p in fnc if p.stance != "unrelated"]
    write_model(
        out / "stance_related_article.tsv", fit_relation(relate(together), relate(apart), 1.0)
    )


def cross_validate(data: Path) -> None:
    """Accuracy on Emergent's train split, grouped by claim, over three seeds."""
    pairs = read_emergent(data, "train")
    features, groups = featurise(pairs), [p.group for p in pairs]
    stances = np.array([p.stance for p in pairs])
    for seed in range(3):
        said = np.empty(len(pairs), dtype=stances.dtype)
        folds = StratifiedGroupKFold(5, shuffle=True, random_state=seed)
        for learn, test in folds.split(stances, stances, groups):
            vectors, model = fit(
                [features[i] for i in learn], list(stances[learn]), [groups[i] for i in learn], seed
            )
            said[test] = model.predict(vectors.transform([features[i] for i in test]))
        print(f"seed {seed}: cross-validated accuracy {np.mean(said == stances):.4f}")


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
        measure(arguments.data)


if __name__ == "__main__":
    main()
