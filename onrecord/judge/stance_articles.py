"""What a whole article shows of its stance towards a claim.

The sentences nearest to the claim are judged as headlines are; how many sentences of the article
deny, doubt, hedge or report, and what the claim itself does, is weighed with them.
"""

from collections.abc import Sequence

from onrecord.judge.stance_features import Features, cover, find_features
from onrecord.judge.stance_model import LinearModel
from onrecord.judge.stance_words import Words
from onrecord.kit import Kit

_BEST_SENTENCES = 3  # 3 was as good as 4 on FNC-1, cross-validated by topic
_MAX_SENTENCES = 60  # an article says where it stands before this
_LEAD = 3
_GROUPS = (
    "refute", "deny", "doubt", "hedge", "alleged", "report",
    "confirm", "probe", "react", "negation", "resist", "fail",
)  # fmt: skip
_EVEN = 0.01  # so that sentences that share nothing with the claim still count a little

Sentence = tuple[str, Words]


def find_article_features(
    claim: Words, sentences: Sequence[Sentence], sentence_model: LinearModel, kit: Kit
) -> Features:
    """The features of a claim and an article of at least one sentence."""
    sentences = sentences[:_MAX_SENTENCES]
    shares = [cover(claim, words) for _, words in sentences]
    best = sorted(range(len(sentences)), key=lambda i: (-shares[i], i))[:_BEST_SENTENCES]
    features = _judge_sentences(claim, sentences, shares, best, sentence_model, kit)
    for group in _GROUPS:
        features.update(_count_group(group, claim, sentences, best))
    for mark in ("?", '"', "'", ":"):
        if mark in claim.words:
            features[f"claim {mark}"] = 1.0
    features["best"] = shares[best[0]]
    features["lead"] = shares[0]
    features["place"] = min(1.0, best[0] / 10.0)
    features["length"] = min(1.0, len(sentences) / 40.0)
    return features


def _judge_sentences(
    claim: Words,
    sentences: Sequence[Sentence],
    shares: Sequence[float],
    best: Sequence[int],
    model: LinearModel,
    kit: Kit,
) -> Features:
    """The stances of the best sentences and of the first, each, together and at their height."""
    judged = {}
    for i in sorted({0, *best}):
        raw, words = sentences[i]
        judged[i] = model.judge(find_features(claim, words, raw, kit))
    whole = sum(shares[i] + _EVEN for i in best)
    features: Features = {}
    for j, stance in enumerate(model.classes):
        chances = [judged[i][j] for i in best]
        weighed = sum(chance * (shares[i] + _EVEN) for chance, i in zip(chances, best, strict=True))
        features[f"mean {stance}"] = weighed / whole
        features[f"max {stance}"] = max(chances)
        features[f"lead {stance}"] = judged[0][j]
        for rank, chance in enumerate(chances):
            features[f"{stance} {rank}"] = chance
    return features


def _count_group(
    group: str, claim: Words, sentences: Sequence[Sentence], best: Sequence[int]
) -> Features:
    """How often cues of a group stand in the article, its best sentences, its lead, the claim."""
    holds = [any(hit.group == group for hit in words.hits) for _, words in sentences]
    own = [_has_own_cue(group, claim, sentences[i][1]) for i in best]
    asked = float(any(hit.group == group for hit in claim.hits))
    top = sum(own) / len(best)
    return {
        f"share {group}": sum(holds) / len(sentences),
        f"lead3 {group}": float(any(holds[:_LEAD])),
        f"top {group}": top,
        f"claim {group}": asked,
        f"both {group}": asked * top,
    }


def _has_own_cue(group: str, claim: Words, words: Words) -> bool:
    """Whether a sentence holds a cue that it does not merely repeat from the claim."""
    return any(
        hit.group == group and any(key not in claim.keys for key in words.keys[hit.start : hit.end])
        for hit in words.hits
    )
