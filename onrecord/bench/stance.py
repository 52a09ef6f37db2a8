"""Stances told against stances wanted: accuracy, and precision and recall of each stance."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.bench.counts import Count
from onrecord.model import Stance


@dataclass(frozen=True, slots=True)
class StanceScore:
    """How many pairs were told right, by stance, and what was told for what."""

    pairs: int
    right: int
    stances: dict[Stance, Count]
    confusion: dict[tuple[Stance, Stance], int]

    @property
    def accuracy(self) -> float:
        """The share of the pairs that was told right."""
        return self.right / self.pairs if self.pairs else 0.0

    @property
    def macro_f1(self) -> float:
        """The mean F1 of the stances that are wanted somewhere."""
        wanted = [count.f1 for count in self.stances.values() if count.wanted]
        return sum(wanted) / len(wanted) if wanted else 0.0


def score_stances(pairs: Iterable[tuple[Stance, Stance]]) -> StanceScore:
    """The score of pairs of a wanted and a told stance."""
    confusion = Counter(pairs)
    stances = {}
    for stance in Stance:
        told = sum(number for (_, ours), number in confusion.items() if ours is stance)
        wanted = sum(number for (gold, _), number in confusion.items() if gold is stance)
        if told or wanted:
            stances[stance] = Count(confusion[stance, stance], told, wanted)
    right = sum(count.met for count in stances.values())
    return StanceScore(confusion.total(), right, stances, dict(sorted(confusion.items())))
