"""The pairs that the stance judge learns from and is measured on, and what is left out of them."""

import csv
import json
import random
import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from onrecord.kit import load_kit

EMERGENT = {"for": "supports", "against": "denies", "observing": "discusses"}
FNC = {"agree": "supports", "disagree": "denies", "discuss": "discusses", "unrelated": "unrelated"}


SPEAKERS = ("Company", "Police", "Officials", "Spokesman", "Minister", "Agency", "Court", "Firm")
AUXILIARY = re.compile(r"\b(is|are|was|were|has|have|will|can|could|would|does|did)\b(?! not)")


@dataclass(frozen=True, slots=True)
class Pair:
    """A claim, a text, the stance a person gave it, and the group it must not leave."""

    claim: str
    text: str
    stance: str
    group: str


def read_records(path: Path) -> list[dict[str, str]]:
    """The records of an NDJSON file."""
    with path.open(encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def read_emergent(folder: Path, split: str) -> list[Pair]:
    """Emergent's claims and headlines; a group is a claim."""
    return [
        Pair(r["claim"], r["headline"], EMERGENT[r["stance"]], r["claim_id"])
        for r in read_records(folder / "emergent" / f"{split}.jsonl")
    ]


def shuffle_claims(pairs: list[Pair], seed: int) -> list[Pair]:
    """Each headline with a claim of another group: pairs that are unrelated."""
    rng = random.Random(seed)
    claims = sorted({(pair.claim, pair.group) for pair in pairs})
    drawn = ((pair, rng.choice(claims)) for pair in pairs)
    return [Pair(c, p.text, "unrelated", p.group) for p, (c, group) in drawn if group != p.group]


def fill_templates(pairs: list[Pair], seed: int, drawn: int) -> list[Pair]:
    """Sentences of our own around each claim: `drawn` of the sheet's templates a claim."""
    with (Path(__file__).parent / "templates.tsv").open(encoding="utf-8", newline="") as file:
        lines = [line for line in file if not line.startswith("#")]
    rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    opposites = {row["word"]: row["opposite"] for row in load_kit().rows("stance_antonyms")}
    rng, made = random.Random(seed), []
    for claim, group in sorted({(pair.claim, pair.group) for pair in pairs}):
        plain = claim.rstrip(".")
        forms = {"claim": plain, "negated": AUXILIARY.sub(r"\1 not", plain, count=1)}
        forms["opposite"] = turn_round(plain, opposites)
        for row in rng.sample(rows, drawn):
            changed = [n for n in ("negated", "opposite") if f"{{{n}}}" in row["template"]]
            if any(forms[name] == plain for name in changed):
                continue  # "Two men kept a burger" has no word that "not" can follow
            who = rng.choice(SPEAKERS)
            text = row["template"].format(who=who, **forms)
            made.append(Pair(claim, text, row["stance"], group))
    return made


def turn_round(claim: str, opposites: dict[str, str]) -> str:
    """A claim with the first word that has an opposite changed into it."""
    words = claim.split(" ")
    for i, word in enumerate(words):
        if word.lower() in opposites:
            return " ".join([*words[:i], opposites[word.lower()], *words[i + 1 :]])
    return claim


def find_names(folder: Path) -> set[str]:
    """Words that FNC-1's bodies mostly write with a capital inside a sentence."""
    lower, upper = Counter[str](), Counter[str]()
    for record in read_records(folder / "fnc1" / "bodies.jsonl"):
        for word in re.findall(r"(?<=[a-z,;] )[A-Za-z][\w'-]*", record["text"]):
            (upper if word[0].isupper() else lower)[word.lower()] += 1
    return {word for word, count in upper.items() if count > lower[word]}


def read_fnc(folder: Path, seed: int, limit: int | None) -> list[Pair]:
    """FNC-1 headlines and bodies, without headlines that Emergent's dev split holds.

    FNC-1 was made from Emergent, so a headline may stand in both. A group is a topic: headlines
    and bodies that any related pair joins.
    """
    dev = read_emergent(folder, "dev")
    barred = {_plain(pair.text) for pair in dev} | {_plain(pair.claim) for pair in dev}
    bodies = {r["id"]: r["text"] for r in read_records(folder / "fnc1" / "bodies.jsonl")}
    stances = read_records(folder / "fnc1" / "stances.jsonl")
    topics = _join_topics(stances)
    kept = [r for r in stances if _plain(r["headline"]) not in barred]
    random.Random(seed).shuffle(kept)
    return [
        Pair(r["headline"], bodies[r["body_id"]], FNC[r["stance"]], topics[r["body_id"]])
        for r in kept[:limit]
        if r["body_id"] in topics
    ]


def _plain(text: str) -> str:
    return "".join(c for c in text.lower() if c.isalnum())


def _join_topics(stances: list[dict[str, str]]) -> dict[str, str]:
    """The topic of each body id that has a related headline (union-find)."""
    parent: dict[str, str] = {}

    def find(node: str) -> str:
        while parent.setdefault(node, node) != node:
            node = parent[node]
        return node

    for record in stances:
        if record["stance"] != "unrelated":
            parent[find(f"h{record['headline']}")] = find(f"b{record['body_id']}")
    bodies = {record["body_id"] for record in stances}
    return {body: find(f"b{body}") for body in bodies if f"b{body}" in parent}
