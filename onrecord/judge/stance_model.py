"""A linear model read from a sheet: one row a feature, one column a class."""

import math
from collections.abc import Mapping
from dataclasses import dataclass

from onrecord.errors import KitError
from onrecord.kit import Kit

_BIAS = "bias"


@dataclass(frozen=True, slots=True)
class LinearModel:
    """Weights of features by class; a feature without a row weighs nothing."""

    classes: tuple[str, ...]
    bias: tuple[float, ...]
    weights: Mapping[str, tuple[float, ...]]

    def judge(self, features: Mapping[str, float]) -> tuple[float, ...]:
        """The probability of each class. Features are added in name order, so sums are exact."""
        sums = list(self.bias)
        for name in sorted(features):
            row = self.weights.get(name)
            if row is not None:
                value = features[name]
                for i, weight in enumerate(row):
                    sums[i] += value * weight
        return soften(sums)


def soften(sums: list[float]) -> tuple[float, ...]:
    """Softmax: any numbers to probabilities that add up to one."""
    top = max(sums)
    powers = [math.exp(value - top) for value in sums]
    whole = sum(powers)
    return tuple(power / whole for power in powers)


def load_model(name: str, kit: Kit) -> LinearModel:
    """The model of the sheet `weights/<name>.tsv`, read on the first call."""
    return kit.once(("linear model", name), lambda kit: _read(name, kit))


def _read(name: str, kit: Kit) -> LinearModel:
    sheet = f"weights/{name}"
    rows = kit.rows(sheet)
    classes = tuple(column for column in rows[0] if column != "feature") if rows else ()
    weights: dict[str, tuple[float, ...]] = {}
    faults = []
    for row in rows:
        try:
            weights[row["feature"]] = tuple(float(row[column]) for column in classes)
        except ValueError:
            faults.append(f"feature {row['feature']!r}: expected numbers, found {row}")
    if faults:
        raise KitError(f"kit: {sheet}.tsv: " + "; ".join(faults))
    if _BIAS not in weights:
        raise KitError(f"kit: {sheet}.tsv: expected a row 'bias' with a number for each class")
    return LinearModel(classes, weights.pop(_BIAS), weights)
