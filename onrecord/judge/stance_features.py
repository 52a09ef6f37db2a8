"""What a pair of passages shows of the stance of the second towards the first.

After Ferreira and Vlachos (2016), "Emergent: a novel data-set for stance classification": cue
words, question marks, negation and alignment, read by one linear model. Changed: no parser (the
distance of a cue to the nearest shared word stands for the distance to the root), cues from a
sheet, and no lexical feature for names, so that the model knows no company or person.
"""

from collections.abc import Iterator

from onrecord.judge.stance_words import Words
from onrecord.kit import Kit
from onrecord.text import stem

Features = dict[str, float]

_NEAR = 3  # words between a cue and a word of the claim
_BINS = (0.0, 0.2, 0.4, 0.6, 0.8, 0.95)
_SHARED = "@"  # stands for a word of the claim in word pairs


def find_features(claim: Words, text: Words, raw: str, kit: Kit) -> Features:
    """The features of a pair; `raw` is the text as written."""
    shared = [key in claim.topics for key in text.keys]
    features: Features = {}
    features.update(_measure_overlap(claim, text))
    features.update(_measure_halves(claim, text))
    features.update(_read_cues(claim, text, shared))
    features.update(_read_marks(text, raw))
    features.update(_compare_negation(claim, text, shared))
    features.update(_compare_numbers(claim, text))
    features.update(_find_antonyms(claim, text, kit))
    for name in _name_words(text, shared, kit):
        features[name] = 1.0
    return features


def cover(claim: Words, text: Words) -> float:
    """How much of what the claim is about is in the text, by weight, from 0 to 1."""
    total = sum(claim.topics.values())
    if not total:
        return 0.0
    return sum(w for key, w in claim.topics.items() if key in text.topics) / total


def _measure_overlap(claim: Words, text: Words) -> Features:
    forth, back = cover(claim, text), cover(text, claim)
    missing = max((w for k, w in claim.topics.items() if k not in text.topics), default=0.0)
    features = {"cover": forth, "cover_back": back, "missing": missing / 8.0}
    features["new"] = min(1.0, sum(key not in claim.topics for key in text.topics) / 15.0)
    features["short"] = 1.0 if len(text.words) <= 7 else 0.0
    features["long"] = min(1.0, len(text.words) / 30.0)
    features[f"cover>{max(b for b in _BINS if forth >= b)}"] = 1.0
    features[f"back>{max(b for b in _BINS if back >= b)}"] = 1.0
    return features


def _measure_halves(claim: Words, text: Words) -> Features:
    """How much of the claim's beginning (of whom it is) and of its end (what is done, to what) is
    in the text, by number of telling words; and whether the first and the last of them are.
    """
    asked = [key for key in claim.keys if key in claim.topics]
    if not asked:
        return {}
    middle = max(1, len(asked) // 2)
    said = [float(key in text.topics) for key in asked]
    beginning, end = said[:middle], said[middle:] or said[-1:]
    return {
        "half:beginning": sum(beginning) / len(beginning),
        "half:end": sum(end) / len(end),
        "half:first": said[0],
        "half:last": said[-1],
    }


def _read_cues(claim: Words, text: Words, shared: list[bool]) -> Features:
    features: Features = {}
    asked = {hit.group for hit in claim.hits}
    last_shared = max((i for i, is_shared in enumerate(shared) if is_shared), default=-1)
    first_shared = next((i for i, is_shared in enumerate(shared) if is_shared), -1)
    for hit in text.hits:
        group = hit.group
        if group in asked and all(key in claim.keys for key in text.keys[hit.start : hit.end]):
            features[f"{group}:of_claim"] = 1.0
            continue
        features[group] = 1.0
        if hit.start == 0:
            features[f"{group}:first"] = 1.0
        if any(shared[max(0, hit.start - _NEAR) : hit.end + _NEAR]):
            features[f"{group}:near"] = 1.0
        if first_shared >= 0 and hit.start < first_shared:
            features[f"{group}:before"] = 1.0
        elif hit.start > last_shared >= 0:
            features[f"{group}:after"] = 1.0
    groups = sorted(name for name in features if ":" not in name)
    for i, left in enumerate(groups):
        for right in groups[i + 1 :]:
            features[f"{left}+{right}"] = 1.0
    return features


def _read_marks(text: Words, raw: str) -> Features:
    features: Features = {}
    words = text.words
    if "?" in words:
        features["?"] = 1.0
        features["?:end" if words[-1] == "?" else "?:inside"] = 1.0
        if any(hit.group in ("refute", "negation", "deny") for hit in text.hits):
            features["?+refute"] = 1.0
    if ":" in words:
        place = words.index(":")
        features[":"] = 1.0
        early = [hit for hit in text.hits if hit.end <= place]
        late = [hit for hit in text.hits if hit.start > place]
        for hit in early if place <= len(words) // 2 else ():
            features[f"{hit.group}|:"] = 1.0
        for hit in late if len(words) - place <= 4 else ():
            features[f":|{hit.group}"] = 1.0
    if '"' in words or words.count("'") >= 2:
        features["quotes"] = 1.0
    if "..." in words or "…" in words:
        features["..."] = 1.0
    if "!" in words:
        features["!"] = 1.0
    shouted = [w for w in raw.split() if len(w) > 2 and w.isupper()]
    if shouted and len(shouted) < len(raw.split()) / 2:
        features["shouted"] = 1.0
        if any(w.lower().strip(".,:!?") in ("not", "fake", "hoax", "never") for w in shouted):
            features["shouted_no"] = 1.0
    return features


def _compare_negation(claim: Words, text: Words, shared: list[bool]) -> Features:
    mine = sum(hit.group == "negation" for hit in claim.hits)
    theirs = [hit for hit in text.hits if hit.group == "negation"]
    features: Features = {}
    if mine and not theirs:
        features["negation:lost"] = 1.0
    if theirs and not mine:
        features["negation:gained"] = 1.0
        if any(any(shared[max(0, hit.start - 2) : hit.start]) for hit in theirs):
            features["negation:after_shared"] = 1.0  # "Harrow is not ..."
    if any(any(shared[hit.end : hit.end + 2]) for hit in theirs):
        features["negation:touches"] = 1.0 if not mine else 0.0
        features["negation:touches_negated"] = 1.0 if mine else 0.0
    return features


def _compare_numbers(claim: Words, text: Words) -> Features:
    asked = {w for w in claim.words if w[0].isdigit()}
    found = {w for w in text.words if w[0].isdigit()}
    if not asked or not found:
        return {"number:unanswered": 1.0} if asked else {}
    return {"number:same": 1.0} if asked & found else {"number:other": 1.0}


def _find_antonyms(claim: Words, text: Words, kit: Kit) -> Features:
    opposites = load_antonyms(kit)
    there = set(text.stems) - set(claim.stems)
    if any(not opposites.get(s, frozenset()).isdisjoint(there) for s in claim.stems):
        return {"antonym": 1.0}
    return {}


def _name_words(text: Words, shared: list[bool], kit: Kit) -> Iterator[str]:
    """Names of lexical features: single stems and pairs, words of the claim made alike."""
    previous = "^"
    for stemmed, is_shared in zip(text.stems, shared, strict=True):
        current = _SHARED if is_shared else stemmed
        if current != _SHARED:
            yield f"w={current}"
        if (previous, current) != (_SHARED, _SHARED):
            yield f"w={previous} {current}"
        previous = current
    yield f"w={previous} $"


def load_antonyms(kit: Kit) -> dict[str, frozenset[str]]:
    """Which stems cannot be said of the same thing as a stem."""
    return kit.once("stance antonyms", _pair_antonyms)


def _pair_antonyms(kit: Kit) -> dict[str, frozenset[str]]:
    pairs: dict[str, set[str]] = {}
    for row in kit.rows("stance_antonyms"):
        left, right = stem(row["word"]), stem(row["opposite"])
        pairs.setdefault(left, set()).add(right)
        pairs.setdefault(right, set()).add(left)
    return {word: frozenset(opposites) for word, opposites in pairs.items()}
