"""Near-copies: pages whose text was made from another's (wire copy, reposts, light rewrites).

MinHash over runs of five words (Broder 1997) proposes pairs; the exact share of common runs
decides. The earliest page of a family is the one the others were made from.
"""

from collections.abc import Mapping, Sequence

from onrecord.model import Document, Reading
from onrecord.text import find_tokens

RUN = 5  # words
SAME = 0.6  # least share of the shorter page's runs found in the longer one
_PERMUTATIONS, _BANDS, _SEED = 64, 32, 1
_LEAST_RUNS = 12  # shorter texts share runs by chance


def find_copies(pages: Mapping[str, Reading]) -> dict[str, str]:
    """For each near-copy, the page it was made from: the earliest published of its family, and
    of those without a date the one that comes first by id.
    """
    runs = {key: _runs(page.document.text) for key, page in sorted(pages.items())}
    runs = {key: found for key, found in runs.items() if len(found) >= _LEAST_RUNS}
    copies: dict[str, str] = {}
    order = sorted(runs, key=lambda key: _age(pages[key].document))
    for earlier, later in _likely_pairs(order, runs):
        if later not in copies and not _is_version(pages[earlier], pages[later]):
            shorter = min(len(runs[earlier]), len(runs[later]))
            if len(runs[earlier] & runs[later]) / shorter >= SAME:
                copies[later] = earlier
    return copies


def _runs(text: str) -> frozenset[str]:
    words = [t.word for t in find_tokens(text) if t.word[0].isalnum()]
    return frozenset(" ".join(words[i : i + RUN]) for i in range(len(words) - RUN + 1))


def _age(document: Document) -> tuple[str, str]:
    return (document.published or "9999", document.id)


def _is_version(left: Reading, right: Reading) -> bool:
    """Whether two pages are versions of one another (the same address), and no copies."""
    a, b = left.document, right.document
    if a.url or b.url:
        return a.url == b.url
    return a.path is not None and a.path == b.path


def _likely_pairs(
    order: Sequence[str], runs: Mapping[str, frozenset[str]]
) -> list[tuple[str, str]]:
    """Pairs (earlier, later) that share a band of their MinHash, in order of age."""
    from rensa import RMinHash, RMinHashLSH

    index = RMinHashLSH(threshold=SAME, num_perm=_PERMUTATIONS, num_bands=_BANDS)
    pairs: list[tuple[str, str]] = []
    for number, key in enumerate(order):
        sketch = RMinHash(num_perm=_PERMUTATIONS, seed=_SEED)
        sketch.update(sorted(runs[key]))
        pairs.extend((order[found], key) for found in sorted(index.query(sketch)))
        index.insert(number, sketch)
    return pairs
