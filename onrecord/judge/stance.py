"""Where a text stands towards a claim: it supports it, denies it, discusses it, or is about
something else.

The text may be a headline, a sentence or a whole article. First what both are about is compared
(`unrelated`); then a linear model reads cues, marks, negation and overlap. Of an article, the
sentences that bear most on the claim are judged, and a second model weighs them together.
"""

from onrecord.judge.stance_articles import find_article_features
from onrecord.judge.stance_features import Features, cover, find_features
from onrecord.judge.stance_model import load_model
from onrecord.judge.stance_negation import read_negated, turn
from onrecord.judge.stance_words import Words, read_words
from onrecord.kit import Kit
from onrecord.model import Stance
from onrecord.text import split_sentences

ARTICLE_LENGTH = 400  # characters; headlines and sentences of news stay below
_MAX_LENGTH = 100_000  # characters read of an article
_MAX_CLAIM = 2_000  # characters read of a claim
_RELATED = "related"
_EVEN_CHANCE = 0.5


def tell_stance(claim: str, text: str, kit: Kit) -> tuple[Stance, float]:
    """The stance of `text` towards `claim` and how sure it is, from 0 to 1.

    The score of a stance is the probability of that stance as the model gives it; it depends on
    the pair and the kit alone.
    """
    claim, negated = read_negated(claim[:_MAX_CLAIM], kit)
    asked = read_words(claim, kit)
    sentences = split_text(text[:_MAX_LENGTH])
    if not sentences or not asked.words:
        return Stance.UNRELATED, 1.0
    read = [(sentence, read_words(sentence, kit)) for sentence in sentences]
    related = judge_relation(asked, [words for _, words in read], kit)
    if related < _EVEN_CHANCE:
        return Stance.UNRELATED, round(1.0 - related, 3)
    model = load_model("stance", kit)
    if len(read) == 1:
        features = find_features(asked, read[0][1], read[0][0], kit)
    else:
        features = find_article_features(asked, read, model, kit)
        model = load_model("stance_article", kit)
    chances = model.judge(features)
    top = max(range(len(chances)), key=lambda j: (chances[j], -j))
    stance = Stance(model.classes[top])
    return turn(stance) if negated else stance, round(chances[top], 3)


def split_text(text: str) -> list[str]:
    """A headline or sentence as it is; an article as its sentences."""
    text = text.strip()
    if len(text) <= ARTICLE_LENGTH:
        return [text] if text else []
    return [text[start:end] for start, end in split_sentences(text)]


def judge_relation(claim: Words, sentences: list[Words], kit: Kit) -> float:
    """How likely it is that the sentences are about what the claim is about."""
    features = measure_relation(claim, sentences)
    name = "stance_related" if len(sentences) == 1 else "stance_related_article"
    model = load_model(name, kit)
    return model.judge(features)[model.classes.index(_RELATED)]


def measure_relation(claim: Words, sentences: list[Words]) -> Features:
    """The overlap of a claim with its best sentence and with the whole text, by idf."""
    shares = [cover(claim, words) for words in sentences]
    whole = sum(claim.topics.values())
    there = {key for words in sentences for key in words.topics}
    total = sum(weight for key, weight in claim.topics.items() if key in there)
    best = max(shares)
    return {
        "best_share": best,
        "best_mass": min(2.0, best * whole / 10.0),
        "total_share": total / whole if whole else 0.0,
    }
