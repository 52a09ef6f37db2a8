"""Normalised forms that keep every offset: one code point in, one code point out."""

from functools import lru_cache

_FOLDS = {
    **dict.fromkeys("\u2018\u2019\u201a\u201b\u2032\u02bc\u00b4`", "'"),
    **dict.fromkeys("\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb", '"'),
    **dict.fromkeys("\u2010\u2011\u2012\u00ad\u2212", "-"),
    **dict.fromkeys("\u00a0\u202f\u2007\u2009\u200a\u2002\u2003\u2005\u2006\u2008\u3000", " "),
    **dict.fromkeys("\u2028\u2029\u0085", "\n"),
    **dict.fromkeys("\u200b\u200c\u200d\ufeff\u2060", " "),
}

_MIN_STEM = 3


def fold(text: str) -> str:
    """`text` with curly quotes, odd hyphens and odd spaces made plain; same length, same offsets.

    En and em dashes stay: they separate clauses, which hyphens do not.
    """
    if text.isascii():
        return text.replace("`", "'")
    for odd, plain in _FOLDS.items():  # two hundred times as fast as str.translate
        if odd in text:
            text = text.replace(odd, plain)
    return text


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """A rough stem of an English word, for comparing: "produces", "produced" -> "produc".

    A light version of Porter (1980): plural and tense endings only, so that unlike words are
    rarely joined.
    """
    word = word.lower()
    word = word.removesuffix("'s")
    if len(word) <= _MIN_STEM or not word.isalpha():
        return word
    if word.endswith(("sses", "xes", "ches", "shes", "zes")):
        word = word[:-2]
    elif word.endswith("ies"):
        word = word[:-3] + "y"
    elif word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    for ending in ("ing", "ed"):
        root = word[: -len(ending)]
        if word.endswith(ending) and len(root) >= _MIN_STEM and any(c in "aeiouy" for c in root):
            word = (
                root[:-1] if len(root) > _MIN_STEM and root[-1] == root[-2] not in "lsz" else root
            )
            break
    if word.endswith("e") and len(word) > _MIN_STEM:
        word = word[:-1]
    if word.endswith("y") and len(word) > _MIN_STEM:
        word = word[:-1] + "i"
    return word
