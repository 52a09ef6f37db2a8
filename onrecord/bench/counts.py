"""What was met of what was found and of what was wanted: precision, recall and F1."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol, TypeVar


@dataclass(frozen=True, slots=True)
class Count:
    """How many were met, how many an answer gave, and how many there were to find."""

    met: int = 0
    found: int = 0
    wanted: int = 0

    @property
    def precision(self) -> float:
        """The share of the answers that is right."""
        return self.met / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """The share of what was wanted that was found."""
        return self.met / self.wanted if self.wanted else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def __add__(self, other: "Count") -> "Count":
        return Count(self.met + other.met, self.found + other.found, self.wanted + other.wanted)


Counts = Mapping[str, Count]


class Summable(Protocol):
    """What can be added up page by page."""

    def __add__(self, other: Any, /) -> Any:
        """Both as one."""


Summed = TypeVar("Summed", bound=Summable)


def add_counts(pages: Iterable[Mapping[str, Summed]]) -> dict[str, Summed]:
    """The counts of many pages as one, by name, in the order in which the names come up."""
    summed: dict[str, Summed] = {}
    for page in pages:
        for name, count in page.items():
            summed[name] = summed[name] + count if name in summed else count
    return summed
