"""Near-copies: pages whose text was made from another's (wire copy, reposts, light rewrites).

MinHash over runs of five words (Broder 1997) proposes pairs; the exact share of common runs
decides. The earliest page of a family is the one the others were made from.
"""

import struct
import zlib
from collections import defaultdict
from collections.abc import Collection, Mapping

from onrecord.link.blocking import as_number
from onrecord.model import Document, Reading
from onrecord.text import find_tokens

RUN = 5  # words
SAME = 0.6  # least share of the shorter page's runs found in the longer one
_PERMUTATIONS, _BANDS, _SEED = 64, 32, 1
_WORD, _WIDTH, _LAST_BITS = "<u4", 4, 0xFFFF  # of a run as it is packed; by which it is counted
_LEAST_RUNS = 12  # shorter texts share runs by chance

Runs = frozenset[str]
Numbers = frozenset[int]  # runs as numbers of 32 bits, which are kept and compared


def find_copies(pages: Mapping[str, Reading]) -> dict[str, str]:
    """For each near-copy, the page it was made from: the earliest published of its family, and
    of those without a date the one that comes first by id.
    """
    runs = {key: find_runs(page.document.text) for key, page in sorted(pages.items())}
    numbers = {key: number_runs(found) for key, found in runs.items()}
    alike: dict[int, list[str]] = defaultdict(list)
    likely: dict[str, set[str]] = defaultdict(set)
    for key, found in runs.items():
        for band in find_bands(found):
            likely[key].update(alike[band])
            alike[band].append(key)
    copies: dict[str, str] = {}
    for key, others in likely.items():
        for other in others:
            earlier, later = sorted((key, other), key=lambda k: age_of(pages[k].document))
            kept = copies.get(later)
            before = kept is not None and age_of(pages[kept].document) < age_of(
                pages[earlier].document
            )
            if before or not overlap(numbers[later], numbers[earlier]):
                continue
            if not are_versions(pages[earlier], pages[later]):
                copies[later] = earlier
    return copies


def find_runs(text: str) -> Runs:
    """The runs of five words of a text; none where it is too short to tell anything."""
    words = [t.word for t in find_tokens(text) if t.word[0].isalnum()]
    runs = frozenset(" ".join(words[i : i + RUN]) for i in range(len(words) - RUN + 1))
    return runs if len(runs) >= _LEAST_RUNS else frozenset()


def find_bands(runs: Runs) -> list[int]:
    """The bands of a page's MinHash: two pages that share none have too few runs in common."""
    if not runs:
        return []
    from rensa import RMinHash

    sketch = RMinHash(num_perm=_PERMUTATIONS, seed=_SEED)
    sketch.update(sorted(runs))
    rows, width = sketch.digest(), _PERMUTATIONS // _BANDS
    return [
        as_number(f"{band} {rows[band * width : (band + 1) * width]}") for band in range(_BANDS)
    ]


def number_runs(runs: Runs) -> Numbers:
    """Runs as numbers; two runs in four thousand million have the same one."""
    return frozenset(zlib.crc32(run.encode("utf-8", "surrogatepass")) for run in runs)


def pack_runs(numbers: Numbers) -> bytes:
    """The runs of a page as they are kept: numbers of 32 bits, the same on every machine."""
    return struct.pack(f"<{len(numbers)}I", *sorted(numbers))


def find_overlapping(mine: bytes, others: Mapping[int, bytes]) -> list[int]:
    """Which of many pages (by any number) overlap with the page whose packed runs are `mine`.

    The last bits of the runs are counted first, for all pages at once: they can only be in common
    more often than the runs are, so nearly all are told apart by them.
    """
    known = [(number, packed) for number, packed in sorted(others.items()) if packed]
    if not mine or not known:
        return []
    import numpy as np  # not at the head: most commands never come here

    here = np.frombuffer(mine, dtype=_WORD)
    ends = np.zeros(_LAST_BITS + 1, dtype=np.int64)
    ends[here & _LAST_BITS] = 1
    there = np.frombuffer(b"".join(packed for _, packed in known), dtype=_WORD)
    sizes = np.array([len(packed) // _WIDTH for _, packed in known])
    common = np.add.reduceat(ends[there & _LAST_BITS], np.cumsum(sizes) - sizes)
    likely = common / np.minimum(sizes, len(here)) >= SAME
    runs = frozenset(here.tolist())
    return [
        number
        for (number, packed), near in zip(known, likely.tolist(), strict=True)
        if near and overlap(runs, np.frombuffer(packed, dtype=_WORD).tolist())
    ]


def overlap(one: Numbers, other: Collection[int]) -> bool:
    """Whether so many runs of the shorter of two pages are in the longer that one was made from
    the other, if they are not versions of one page.
    """
    shorter = min(len(one), len(other))
    return bool(shorter) and len(one.intersection(other)) / shorter >= SAME


def age_of(document: Document) -> tuple[str, str]:
    """By what pages are told which was first: the day, and the id where it is the same."""
    return (document.published or "9999", document.id)


def are_versions(left: Reading, right: Reading) -> bool:
    """Whether two pages are versions of one another (the same address), and no copies."""
    a, b = left.document, right.document
    if a.url or b.url:
        return a.url == b.url
    return a.path is not None and a.path == b.path
