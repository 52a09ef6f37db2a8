"""How well names are told: sources of real rumours, garbled marks, kinds, pronouns, speed.

    python benchmarks/names.py            the figures
    python benchmarks/names.py kinds      60 entities with their sentence, to be judged by eye
    python benchmarks/names.py pronouns   40 pronouns and descriptions with their reading, likewise

Reports, never asserts. Needs ../shared: rumours_dev, PolNeAR's development split, FNC-1 bodies.
"""

import json
import os
import random
import re
import sys
import time
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from onrecord.extract import find_statements
from onrecord.kit import load_kit
from onrecord.model import Act, Capture, Document, Part, RegionKind, Source, Span
from onrecord.model import Statement as Said
from onrecord.read import make_document
from onrecord.resolve import find_names, resolve_sources

SHARED = Path(os.environ.get("ONRECORD_SHARED", Path(__file__).resolve().parents[2] / "shared"))
KIT = load_kit()
SEED = int(os.environ.get("ONRECORD_SEED", "7"))
SPLIT = re.compile(r"[^\w]+")
UNNAMED = re.compile(r"^(?:unnamed|anonymous|unknown|unidentified|unattributed|self)\b", re.I)
POINTING = re.compile(r"^(?:he|she|it|they|the|this|that|both|its|his|her)\b", re.I)


def main() -> None:
    """Print what was asked for."""
    asked = sys.argv[1] if len(sys.argv) > 1 else ""
    if asked == "kinds":
        print_kinds()
    elif asked == "pronouns":
        print_pronouns()
    else:
        measure_sources()
        measure_garbled_and_speed()


def measure_sources() -> None:
    """Gold sources of rumours_dev that have a name: right, wrong, or left open."""
    topics = json.loads((SHARED / "rumours_dev/gold.json").read_text("utf-8"))["topics"]
    counts: Counter[str] = Counter()
    for body in (body for topic in topics for body in topic["bodies"]):
        path = SHARED / "rumours_dev/texts" / f"{body['body_id']}.txt"
        with path.open(encoding="utf-8", newline="") as file:
            document = make_document(Capture(text=file.read()), KIT)
        mentions, entities = find_names(document, KIT)
        gold = [row for row in body["statements"] if row["source"] and not row["own_voice"]]
        said = tuple(make_statement(number, row) for number, row in enumerate(gold))
        solved = resolve_sources(document, said, mentions, entities, KIT)
        for row, statement in zip(gold, solved, strict=True):
            verdict = judge_source(row["source"], statement)
            counts[verdict] += 1
            if os.environ.get("ONRECORD_SHOW") == verdict and statement.source:
                found = statement.source.entity
                print(
                    body["body_id"],
                    row["source"]["text"],
                    "|",
                    row["source"]["canonical"],
                    "|",
                    found,
                )
    named = sum(counts[verdict] for verdict in ("right", "wrong", "open"))
    print(
        f"sources with a name: {named}",
        {verdict: f"{counts[verdict] / named:.1%}" for verdict in ("right", "wrong", "open")},
    )
    print("sources without a name:", counts["nobody"], "given a name:", counts["somebody"])


def make_statement(number: int, row: Mapping[str, Any]) -> Said:
    """A gold statement with its source's words only."""
    source, content = row["source"], row["content"]
    where = Span(content["start"], content["end"])
    words = Source((Span(source["start"], source["end"]),), source["text"])
    part = Part((where,), content["text"])
    return Said(str(number), None, RegionKind.BODY, words, None, part, Act.ASSERT)


def judge_source(gold: Mapping[str, Any], statement: Said) -> str:
    """Whether the entity found shares its telling words with the canonical name."""
    canonical = gold["canonical"] or ""
    found = (statement.source.entity if statement.source else None) or ""
    if not canonical or UNNAMED.match(canonical) or not any(c.isupper() for c in canonical):
        return "somebody" if found else "nobody"
    if not found:
        return "open"
    wanted, got = telling(canonical), telling(found)
    return "right" if wanted & got or acronym(canonical) & acronym(found) else "wrong"


def telling(name: str) -> set[str]:
    """The words of a name that tell it from others."""
    return {word.lower() for word in SPLIT.split(name) if len(word) > 2} - {"the", "and", "news"}


def acronym(name: str) -> set[str]:
    """A name squeezed and its capitals."""
    return {"".join(c for c in name if c.isupper()), name.replace(".", "").upper()} - {""}


def texts() -> Iterator[str]:
    """PolNeAR's development texts and the bodies of FNC-1."""
    for name in ("polnear/dev.jsonl", "fnc1/bodies.jsonl"):
        for line in (SHARED / "data" / name).read_text("utf-8").splitlines():
            yield json.loads(line)["text"]


def measure_garbled_and_speed() -> None:
    """Marks of garbled names on ordinary text, kinds of entities, microseconds a character."""
    kinds: Counter[str] = Counter()
    marks, spent, size = [], 0.0, 0
    for text in texts():
        document = make_document(Capture(text=text), KIT)
        said = find_statements(document, KIT) if size < 3_000_000 else ()
        start = time.process_time()
        mentions, entities = find_names(document, KIT)
        if said:
            resolve_sources(document, said, mentions, entities, KIT)
            spent, size = spent + time.process_time() - start, size + len(text)
        kinds.update(entity.kind.value for entity in entities)
        marks += [(m.text, m.candidates[0].name) for m in mentions if m.garbled]
    print("entities", dict(kinds.most_common()))
    print("marked as garbled:", len(marks), marks[:30])
    print(f"both doors: {spent / size * 1e6:.2f} µs a character over {size:,} characters")


def print_kinds(most: int = 60) -> None:
    """Entities drawn at random, each with its sentence."""
    rows = []
    pages = list(texts())
    random.Random(SEED).shuffle(pages)
    for text in pages[:400]:
        document = make_document(Capture(text=text), KIT)
        mentions, entities = find_names(document, KIT)
        for entity in entities:
            first = next(m for m in mentions if m.entity == entity.name)
            rows.append((entity, around(document, first.start, first.end)))
    for entity, words in random.Random(SEED).sample(rows, most):
        known = f"{entity.kind.value} {entity.role}".strip()
        office = " @ ".join(filter(None, (entity.title, entity.affiliation)))
        print(f"{entity.name} [{known}] {office}\n    {words}")


def print_pronouns(most: int = 40) -> None:
    """Pronouns and descriptions of PolNeAR's development split that were given a name."""
    rows = []
    for line in (SHARED / "data/polnear/dev.jsonl").read_text("utf-8").splitlines():
        document = make_document(Capture(text=json.loads(line)["text"]), KIT)
        mentions, entities = find_names(document, KIT)
        said = find_statements(document, KIT)
        for one in resolve_sources(document, said, mentions, entities, KIT):
            source = one.source
            if source and source.entity and source.descriptor and POINTING.match(source.text):
                start = source.spans[0].start
                words = document.text[max(0, start - 500) : source.spans[0].end + 60]
                rows.append((source.text, source.entity, " ".join(words.split())))
    for text, entity, words in random.Random(SEED).sample(rows, most):
        print(f"{text!r} -> {entity}\n    ...{words}")


def around(document: Document, start: int, end: int) -> str:
    """The words around a place."""
    return " ".join(document.text[max(0, start - 70) : end + 70].split())


if __name__ == "__main__":
    main()
