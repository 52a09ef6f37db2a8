"""What a ledger costs as it grows: time, memory and size at 250 to 20,000 articles.

    python benchmarks/scale.py [MOST]                   articles from our own templates alone
    python benchmarks/scale.py [MOST] --shared ../shared
                        every sixth article is one of the corpora there: bodies of FNC-1, PolNeAR
                        and the article extraction benchmark, pages of Emergent

Articles are generated from our own templates with invented, seeded names; the corpora are mixed
in by a seed, so that every stretch of the curve holds the same share of them. The rules read, so
that settling is what is measured. It prints a line at each size: CPU seconds so far for reading
and for settling, what the last stretch took an article, the peak memory, the size of the file,
the wall time of one article more (read, settled and committed, without the start of Python) and
of one question. Reports, never asserts.
"""

import argparse
import itertools
import json
import random
import resource
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from onrecord import flow
from onrecord.kit import Kit, load_kit
from onrecord.ledger import Ledger
from onrecord.ledger.settling import settle_store
from onrecord.model import Capture, Reading

SIZES = (250, 500, 1_000, 2_000, 5_000, 7_500, 10_000, 15_000, 20_000)
BATCH = 100
EVERY = 6  # one article in so many is of the corpora, where they are at hand
SEED = 7
NOW = "2026-06-01T08:00:00Z"
ONSETS = "b br c cr d dr f fl g gl h j k kl l m n p pr qu r s st t tr v w z".split()
ENDS = "al an and ar ast el en er ett il in ind ist ol on orn um ur us yne".split()
KINDS = "Motors Foods Rail Energy Shipping Bank Steel Pharma Airlines Studios".split()
DEEDS = (
    ("buy", "the {thing} arm of {b}"),
    ("close", "its {thing} works in {place}"),
    ("recall", "{number} {thing} sets"),
    ("open", "a {thing} depot in {place}"),
    ("build", "a {thing} plant in {place} with {b}"),
    ("sell", "its stake in the {thing} line to {b}"),
)
THINGS = (
    "battery turbine ferry cheese tractor vaccine satellite tram cement solar timber wool piano "
    "lantern bicycle harvester brake ceramic diesel helmet laser magnet nickel orchard paper"
).split()
ARTICLE = (
    "{a} to {deed}\n\n{outlet}, {day} May 2026\n\n"
    "{a} is in talks to {deed}, {outlet} reported, citing two people familiar with the matter.\n\n"
    "{reply}\n\n"
    "The {thing} business in {place} employs {number} people, {a} said in March. {person}, an "
    "analyst at {bank}, expects a decision by the end of 2027.\n"
)
REPLIES = (
    "“There is no truth to the report,” said {person}, a spokesperson for {a}.",
    "A spokesperson for {a} declined to comment.",
    "{a} confirmed that it wants to {deed}.",
    "{b} denied that it had spoken to {a} about the {thing} business.",
)


def generate(seed: int) -> Iterator[Capture]:
    """Articles without end: one story in three or four articles, each with its own words."""
    chance = random.Random(seed)

    def name() -> str:
        syllables = chance.randint(1, 2)
        parts = (chance.choice(ONSETS) + chance.choice("aeiou") for _ in range(syllables))
        return ("".join(parts) + chance.choice(ENDS)).capitalize()

    for number in itertools.count():
        verb, rest = chance.choice(DEEDS)
        words = {
            "a": f"{name()} {chance.choice(KINDS)}",
            "b": f"{name()} {chance.choice(KINDS)}",
            "thing": chance.choice(THINGS),
            "place": name(),
            "number": f"{chance.randint(2, 99) * 100:,}",
            "person": f"{name()} {name()}",
            "bank": f"{name()} Bank",
        }
        words["deed"] = f"{verb} {rest.format(**words)}"
        for told in range(chance.randint(1, 6)):
            words |= {"outlet": f"the {name()} Herald", "day": str(chance.randint(1, 28))}
            words["reply"] = chance.choice(REPLIES).format(**words)
            yield Capture(ARTICLE.format(**words), given_id=f"{number}.{told}", captured=NOW)


def read_corpora(shared: Path, seed: int) -> list[Capture]:
    """The articles of the corpora, each text once, in an order that nobody chose."""
    texts: dict[str, str] = {}
    for name, text in _list_texts(shared):
        if text.strip():
            texts.setdefault(text, name)
    captures = [Capture(text, given_id=name, captured=NOW) for text, name in texts.items()]
    random.Random(seed).shuffle(captures)
    return captures


def _list_texts(shared: Path) -> Iterator[tuple[str, str]]:
    """The texts of the corpora with names that tell where they come from."""
    data = shared / "data"
    for name in ("fnc1/bodies", "polnear/train", "polnear/dev"):
        for row in _rows(data / f"{name}.jsonl"):
            yield f"{name}.{row['id']}", row["text"]
    for number, row in enumerate(_rows(data / "emergent_info/pages.jsonl")):
        yield f"emergent.{number}", f"{row['page_headline']}\n\n{row['body']}"
    web = json.loads((data / "article_extraction_benchmark/ground-truth.json").read_text("utf-8"))
    for name, page in web.items():
        yield f"web.{name}", page["articleBody"]


def _rows(path: Path) -> list[dict[str, str]]:
    return [json.loads(line) for line in path.read_text("utf-8").split("\n") if line.strip()]


def mix(shared: Path | None) -> Iterator[Capture]:
    """The articles as they are added: our own, and every sixth from the corpora while they last."""
    own = generate(SEED)
    corpora = iter(read_corpora(shared, SEED) if shared else ())
    for number in itertools.count(1):
        borrowed = next(corpora, None) if number % EVERY == 0 else None
        yield borrowed or next(own)


def main() -> None:
    """Print the curve."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("most", type=int, nargs="?", default=SIZES[-1])
    parser.add_argument("--shared", type=Path, help="the folder of shared data")
    asked = parser.parse_args()
    articles = mix(asked.shared)
    print("articles   read s  settle s  ms each   peak MB   file MB   one more s   question s")
    with tempfile.TemporaryDirectory(prefix="onrecord-scale-") as folder:
        ledger = Ledger(Path(folder, "scale.db"), kit=load_kit())
        kept, spent = 0, {"read": 0.0, "settle": 0.0}
        for size in (size for size in SIZES if size <= asked.most):
            start, before = kept, spent["settle"]
            while kept < size:
                some = list(itertools.islice(articles, min(BATCH, size - kept)))
                kept += len(some)
                _add(ledger, some, spent)
            each = (spent["settle"] - before) / (kept - start) * 1000
            _tell(ledger, kept, spent, each, next(articles))
            kept += 1


def _add(ledger: Ledger, captures: list[Capture], spent: dict[str, float]) -> None:
    start = time.process_time()
    read = [(capture, _read(capture, ledger.kit)) for capture in captures]
    between = time.process_time()
    with ledger.store.writing() as writer:
        for capture, reading in read:
            writer.add_reading(capture, reading, f"/{capture.given_id}")
    settle_store(ledger.store, ledger.kit, ledger.policy)
    spent["read"] += between - start
    spent["settle"] += time.process_time() - between


def _read(capture: Capture, kit: Kit) -> Reading:
    return flow.read(capture, kit, reader="rules")


def _tell(ledger: Ledger, kept: int, spent: dict[str, float], each: float, more: Capture) -> None:
    start = time.perf_counter()
    _add(ledger, [more], dict(spent))
    one = time.perf_counter() - start
    start = time.perf_counter()
    ledger.check(more.text.split("\n", 1)[0])
    asked = time.perf_counter() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3
    size = ledger.path.stat().st_size / 1e6
    print(
        f"{kept:8,} {spent['read']:8.0f} {spent['settle']:9.0f} {each:8.1f} {peak:9.0f} "
        f"{size:9.1f} {one:12.2f} {asked:12.2f}",
        flush=True,
    )


if __name__ == "__main__":
    main()
