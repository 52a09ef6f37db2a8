"""A passage as the stance judge sees it: stems, cues of doubt and denial, and what it is about."""

from dataclasses import dataclass

from onrecord.judge.stance_cues import Hit, find_cues, load_cues, split_words
from onrecord.kit import Kit
from onrecord.kit.idf import load_idf
from onrecord.model import Span
from onrecord.text import stem

_MIN_WEIGHT = 1.2  # idf: stems in fewer than about 30 % of documents say what a text is about
_KEY_LENGTH = 5  # "burrow" and "burrowing", "Mexico" and "Mexican" meet in their first five letters


@dataclass(frozen=True, slots=True)
class Words:
    """One passage: its words and marks, their stems and keys, its cues, its telling stems.

    `spans` are those of the words in the passage; `topics` maps the key of each telling stem to
    its weight.
    """

    words: tuple[str, ...]
    spans: tuple[Span, ...]
    stems: tuple[str, ...]
    keys: tuple[str, ...]
    hits: tuple[Hit, ...]
    topics: dict[str, float]


def topic_key(stemmed: str) -> str:
    """What two forms of a word share: the first letters of a stem; a number is itself."""
    return stemmed[:_KEY_LENGTH] if stemmed.isalpha() else stemmed


def read_words(text: str, kit: Kit) -> Words:
    """The words of `text`, its cues and topics."""
    tokens = split_words(text)
    words = tuple(token.word for token in tokens)
    stems = tuple(stem(word) for word in words)
    idf = load_idf(kit)
    topics: dict[str, float] = {}
    for word, stemmed in zip(words, stems, strict=True):
        if word[-1].isalnum() or len(word) > 1:
            weight = idf.weight(stemmed)
            if weight >= _MIN_WEIGHT and not is_function_word(word, kit):
                key = topic_key(stemmed)
                topics[key] = max(weight, topics.get(key, 0.0))
    keys = tuple(topic_key(s) for s in stems)
    hits = tuple(find_cues(stems, load_cues("stance_cues", "group", kit)))
    spans = tuple(Span(token.start, token.end) for token in tokens)
    return Words(words, spans, stems, keys, hits, topics)


def is_function_word(word: str, kit: Kit) -> bool:
    """Whether `word` is a question word, a negation or a modal: a cue, never a topic."""
    return word in kit.once("stance function words", _function_words)


def _function_words(kit: Kit) -> frozenset[str]:
    groups = {"negation", "question", "hedge"}
    rows = kit.rows("stance_cues")
    return frozenset(row["cue"] for row in rows if row["group"] in groups)
