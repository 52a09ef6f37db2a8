"""How likely each token of a page is part of a source, a cue or a content.

A linear model (logistic regression, six outputs) over the features of features.py.
"""

from onrecord.extract.features import number_features
from onrecord.extract.page import Page
from onrecord.extract.segments import Beliefs
from onrecord.extract.weights import Weights

_BLOCK = 4096  # tokens scored at a time: bounds memory on a huge page


def tag_tokens(page: Page, weights: Weights) -> Beliefs:
    """The tagger's six beliefs for each token of `page`."""
    import numpy as np

    rows = number_features(page, weights.vocabulary)
    blocks = [
        weights.tagger[rows[start : start + _BLOCK]].sum(axis=1)
        for start in range(0, len(rows), _BLOCK)
    ]
    scores = np.concatenate(blocks) + weights.bias
    beliefs = 1.0 / (1.0 + np.exp(-scores))
    return Beliefs(*beliefs.T.tolist())
