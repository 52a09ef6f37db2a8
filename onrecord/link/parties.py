"""Names of parties across pages: "Norvik" and "Norvik Shipping" are one, by the pair alone."""

from collections.abc import Iterable
from functools import lru_cache

from onrecord.text import fold


@lru_cache(maxsize=65536)
def same_party(left: str, right: str) -> bool:
    """Whether two names name one party: equal, or one begins with all the words of the other.

    "Norvik" and "Norvik Shipping" do; "New York Post" and "New York Times" do not.
    """
    ours, theirs = _words(left), _words(right)
    shorter = min(len(ours), len(theirs))
    return bool(shorter) and ours[:shorter] == theirs[:shorter]


def shared_parties(left: Iterable[str], right: Iterable[str]) -> int:
    """How many parties of `left` are among those of `right`."""
    others = list(right)
    return sum(any(same_party(name, other) for other in others) for name in set(left))


def full_names(names: Iterable[str]) -> dict[str, str]:
    """For each name, the longest of `names` for the same party; a short name that could stand for
    two longer ones stays as it is.
    """
    known = sorted(set(names), key=lambda name: (len(_words(name)), name))
    full: dict[str, str] = {}
    for name in known:
        longer = [n for n in known if n != name and same_party(name, n) and len(n) > len(name)]
        longest = max(longer, key=lambda n: (len(_words(n)), n), default=name)
        one = all(same_party(longest, other) for other in longer)
        full[name] = longest if one else name
    return full


@lru_cache(maxsize=16384)
def _words(name: str) -> tuple[str, ...]:
    return tuple(fold(name).lower().replace(".", "").split())


def first_word(name: str) -> str:
    """The word that every name of one party begins with: what `same_party` cannot do without."""
    return next(iter(_words(name)), "")
