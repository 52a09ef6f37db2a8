"""Ties: statements that a person joined into one claim, or took out of one.

A later word on the same two statements goes before an earlier one.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.model import Judgement

MERGE, SPLIT = "merge", "split"

Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Ties:
    """Pairs of propositions, by document and statement, that belong together or do not."""

    together: frozenset[tuple[Key, Key]] = frozenset()
    apart: frozenset[tuple[Key, Key]] = frozenset()

    @property
    def keys(self) -> frozenset[Key]:
        """Every proposition that is in one of the pairs."""
        return frozenset(key for pair in self.together | self.apart for key in pair)

    def part(self, one: Key, other: Key) -> bool:
        """Whether a person said that two propositions do not belong to one claim."""
        return (min(one, other), max(one, other)) in self.apart


NO_TIES = Ties()


def read_ties(judgements: Sequence[Judgement]) -> Ties:
    """The ties that judgements make, the latest word on every pair."""
    word: dict[tuple[Key, Key], str] = {}
    for judgement in sorted(judgements, key=lambda j: (j.at, j.id)):
        if judgement.kind in (MERGE, SPLIT) and judgement.document is not None:
            one = (judgement.document, judgement.subject)
            for anchor in judgement.against:
                other = (anchor.document, anchor.statement)
                word[min(one, other), max(one, other)] = judgement.kind
    return Ties(
        frozenset(pair for pair, kind in word.items() if kind == MERGE and pair[0] != pair[1]),
        frozenset(pair for pair, kind in word.items() if kind == SPLIT and pair[0] != pair[1]),
    )
