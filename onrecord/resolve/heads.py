"""The head of a source's words: which noun speaks in "a new report from the Journal"."""

import re
from dataclasses import dataclass

_WORD = re.compile(r"[^\W\d_][\w'-]*")
_BREAK = re.compile(
    r",| (?:of|for|at|from|in|by|with|close|familiar|who|which|that|within|inside|on|near|"
    r"around|outside|across|"
    r"speaking|claiming|identified|posted|briefed|named|uploaded|including|and|or|nor|to|"
    r"as|about|under|over|directly|involved|seen|obtained|cited|reviewed|not|has|whose|"
    r"whom|known|described|working|said|told)\b"
)
_DETERMINER = re.compile(
    r"(the|this|that|these|those|both|its|his|her|their|a|an|one|another|some|several|many|any|"
    r"two|three|four|neither|either|each|all|other|no)\b ?",
    re.IGNORECASE,
)
DEFINITE = frozenset("the this that these those both its his her their neither".split())


@dataclass(frozen=True, slots=True)
class Head:
    """A source's first noun phrase: determiner, words before the head, head noun, and the rest."""

    determiner: str
    phrase: str
    noun: str
    rest: str

    @property
    def definite(self) -> bool:
        """Whether it speaks of somebody already known: "the", "both", "its"."""
        return self.determiner.split(" ")[0] in DEFINITE


def read_head(words: str) -> Head:
    """The head of a folded source text: "a spokesman for Ford" -> a, spokesman, "for Ford"."""
    words = words.strip().strip("\"'")
    determiner = ""
    while match := _DETERMINER.match(words):
        determiner = f"{determiner} {match[1].lower()}".strip()
        words = words[match.end() :]
        words = words.removeprefix("of ")
        if not words:
            break
    stop = _BREAK.search(words)
    phrase = words[: stop.start()] if stop else words
    rest = words[stop.start() :] if stop else ""
    found = _WORD.findall(phrase)
    noun = found[-1].lower().removesuffix("'s") if found else ""
    return Head(determiner, phrase.strip(), noun, rest.strip())
