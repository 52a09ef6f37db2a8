"""Cues from a sheet, found in a list of stems."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.kit import Kit
from onrecord.text import Token, find_tokens, stem

CueIndex = dict[str, tuple[tuple[tuple[str, ...], str], ...]]


@dataclass(frozen=True, slots=True)
class Hit:
    """A cue found: its group, and the positions of its first word and after its last."""

    group: str
    start: int
    end: int


def split_words(text: str) -> list[Token]:
    """The words and marks of a text, hyphenated ones in their parts: "280-pound" tells of 280."""
    found: list[Token] = []
    for token in find_tokens(text):
        if "-" not in token.word or len(token.word) != token.end - token.start:
            found.append(token)
            continue
        start = token.start
        for part in token.word.split("-"):
            if part:
                found.append(Token(start, start + len(part), part))
            start += len(part) + 1
    return found


def load_cues(sheet: str, column: str, kit: Kit) -> CueIndex:
    """The cues of a sheet by their first stem, longest first; `column` names their group."""
    return kit.once(("stance cues", sheet), lambda kit: _index(kit, sheet, column))


def find_cues(stems: Sequence[str], index: CueIndex) -> Iterator[Hit]:
    """Every cue among the stems, from left to right."""
    for start, first in enumerate(stems):
        for cue, group in index.get(first, ()):
            if tuple(stems[start : start + len(cue)]) == cue:
                yield Hit(group, start, start + len(cue))


def find_longest_cues(stems: Sequence[str], index: CueIndex) -> list[Hit]:
    """The cues among the stems that lie in no longer one."""
    kept: list[Hit] = []
    reach = (0, 0)  # the cue that reaches furthest so far; cues come by start, longest first
    for hit in find_cues(stems, index):
        place = (hit.start, hit.end)
        if hit.end > reach[1]:
            reach = place
        if place == reach:
            kept.append(hit)
    return kept


def _index(kit: Kit, sheet: str, column: str) -> CueIndex:
    index: dict[str, set[tuple[tuple[str, ...], str]]] = {}
    for row in kit.rows(sheet):
        stems = tuple(stem(token.word) for token in split_words(row["cue"]))
        index.setdefault(stems[0], set()).add((stems, row[column]))
    return {
        first: tuple(sorted(cues, key=lambda cue: (-len(cue[0]), cue)))
        for first, cues in index.items()
    }
