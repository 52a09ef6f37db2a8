"""How well and how fast pages are read: text of web pages, lost body, roundups, strays, speed.

    python benchmarks/reading.py

Reports, never asserts. Needs ../shared: article_extraction_benchmark (MIT; scored as its authors
do, with 4-shingles averaged over pages), FNC-1 bodies and PolNeAR.
"""

import gzip
import json
import os
import random
import re
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from onrecord.errors import InputError
from onrecord.kit import load_kit
from onrecord.model import Capture, RegionKind, Where
from onrecord.read import find_dates, make_document
from onrecord.read.cohesion import find_breaks, find_strays, find_topics
from onrecord.read.pages import capture_page
from onrecord.read.paragraphs import find_paragraphs

ROOT = Path(__file__).resolve().parents[1]
DATA = Path(os.environ.get("ONRECORD_SHARED", ROOT.parent / "shared")) / "data"
KIT = load_kit()
EVIDENCE = frozenset({RegionKind.HEADLINE, RegionKind.BODY})
MIXTURES = 300
SECTIONS = 600
LEAST_SECTION_WORDS = 45


def main() -> None:
    """Print all five measurements."""
    bodies = list(texts("fnc1/bodies.jsonl"))
    articles = [*texts("polnear/dev.jsonl"), *texts("polnear/train.jsonl")]
    measure_speed(bodies + articles)
    measure_pages()
    measure_roundups(bodies, articles)
    measure_strays()


def texts(name: str) -> Iterator[str]:
    """The texts of a file of records."""
    for line in (DATA / name).read_text("utf-8").splitlines():
        yield json.loads(line)["text"]


def measure_speed(pages: list[str]) -> None:
    """Microseconds a character, and what became of the passages."""
    kinds: Counter[str] = Counter()
    start, spent = time.process_time(), 0.0
    for text in pages:
        document = make_document(Capture(text=text), KIT)
        before = time.process_time()
        find_dates(document)
        spent += time.process_time() - before
        kinds.update(one.region.value for one in document.passages)
        kinds["pages cut into stories"] += len(document.stories) > 1
    whole, size = time.process_time() - start, sum(map(len, pages))
    print(f"speed     {whole / size * 1e6:.2f} us a character, {spent / size * 1e6:.2f} for dates")
    print(f"plain     {len(pages):,} pages: {dict(sorted(kinds.items()))}")


def measure_pages() -> None:
    """Precision, recall and F of extracted text, and sentences of articles not called body."""
    folder = DATA / "article_extraction_benchmark"
    truth = json.loads((folder / "ground-truth.json").read_text("utf-8"))
    scores, kinds = [], Counter[str]()
    for name in sorted(truth):
        gold = shingles(truth[name]["articleBody"])
        try:
            capture = capture_page(gzip.decompress((folder / f"html/{name}.html.gz").read_bytes()))
        except InputError as error:
            print(f"          {name[:8]}: {error}")
            scores.append((0.0, 0.0))
            continue
        found = shingles(capture.text)
        both = sum((found & gold).values())
        scores.append((both / sum(found.values()), both / sum(gold.values())))
        document = make_document(capture, KIT)
        for one in document.passages:
            words = shingles(document.string(one.where)[one.start : one.end])
            if one.where is Where.TEXT and sum((words & gold).values()) * 2 > sum(words.values()):
                kinds["kept" if one.region in EVIDENCE else one.region.value] += 1
    precision, recall = (sum(one[side] for one in scores) / len(scores) for side in (0, 1))
    both = 2 * precision * recall / (precision + recall)
    print(f"web pages P {precision:.3f} R {recall:.3f} F {both:.3f} over {len(scores)} pages")
    print(f"          sentences of the articles: {dict(sorted(kinds.items()))}")


def shingles(text: str) -> Counter[tuple[str, ...]]:
    """The runs of four words of a text; of a shorter one, all its words."""
    words = re.findall(r"\w+", text)
    return Counter(tuple(words[at : at + 4]) for at in range(max(1, len(words) - 3)))


def measure_roundups(bodies: list[str], articles: list[str]) -> None:
    """Breaks found in pages mixed of several beginnings, and whole pages cut by mistake."""
    chance = random.Random(1)
    right = wrong = missed = 0
    for _ in range(MIXTURES):
        parts = []
        for body in chance.sample(bodies, chance.randint(3, 6)):
            parts.append(prose(body)[: chance.randint(1, 3)])
        parts = [part for part in parts if part]
        ends = {sum(map(len, parts[:n])) for n in range(1, len(parts))}
        found = breaks("\n\n".join(one for part in parts for one in part))
        right, wrong = right + len(found & ends), wrong + len(found - ends)
        missed += len(ends - found)
    print(f"roundups  P {right / (right + wrong):.2f} R {right / (right + missed):.2f}")
    for name, pages in (("FNC-1", bodies), ("PolNeAR", articles)):
        cut = sum(bool(breaks("\n\n".join(prose(page)))) for page in pages)
        print(f"          {name}: {cut} of {len(pages):,} whole pages cut")


def measure_strays() -> None:
    """Beginnings of other bodies put into sections, found again; whole sections parted."""
    chance, sections = random.Random(1), list(headed_sections())
    for long in (1, 2):
        found = parted = tried = 0
        for _ in range(SECTIONS):
            (heading, own), (other, strange) = chance.sample(sections, 2)
            whole = own[: chance.randint(3, 5)]
            if heading == other:
                continue
            tried += 1
            place = chance.randint(1, len(whole) - 2)
            mixed = [heading, *whole[:place], *strange[:long], *whole[place:-1]]
            found += set(range(place + 1, place + 1 + long)) <= strays(mixed)
            parted += bool(strays([heading, *whole]))
        print(
            f"strays    of {long}: R {found / tried:.2f}, {parted} of {tried} whole sections parted"
        )


def headed_sections() -> Iterator[tuple[str, list[str]]]:
    """FNC-1 bodies as sections: a headline that is about them, paragraphs of 45 words or more."""
    heads: dict[int, str] = {}
    for line in (DATA / "fnc1/stances.jsonl").read_text("utf-8").splitlines():
        record = json.loads(line)
        if record["stance"] in ("agree", "discuss"):
            heads.setdefault(int(record["body_id"]), record["headline"])
    for line in (DATA / "fnc1/bodies.jsonl").read_text("utf-8").splitlines():
        record, merged, part = json.loads(line), [], ""
        for one in find_paragraphs(record["text"]):
            part = f"{part} {one.folded}".strip() if one.is_closed else part
            if len(part.split()) >= LEAST_SECTION_WORDS:
                merged.append(part)
                part = ""
        if int(record["id"]) in heads and len(merged) >= 3:
            yield heads[int(record["id"])], merged


def strays(section: list[str]) -> set[int]:
    """The places of the stray paragraphs of a section, its heading first."""
    topics = find_topics(find_paragraphs("\n\n".join(section)), KIT)
    return {place for run in find_strays(topics, KIT) for place in run}


def prose(text: str) -> list[str]:
    """The paragraphs of a text that could be stories."""
    found = find_paragraphs(text)
    return [one.folded for one in found if one.is_closed and len(one.words) >= 12]


def breaks(text: str) -> set[int]:
    """Where a page without headings is cut: in three stories or not at all."""
    found = find_breaks(find_paragraphs(text), KIT)
    return found if len(found) > 1 else set()


if __name__ == "__main__":
    main()
