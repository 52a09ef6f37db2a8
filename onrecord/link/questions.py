"""How a sentence that somebody asks about is read: the claim in it, without the frame around it."""

import re
from collections.abc import Iterable, Mapping

from onrecord.kit import Kit
from onrecord.kit.idf import load_idf
from onrecord.link.parties import same_party
from onrecord.link.propositions import telling_stems
from onrecord.model import Entity, EntityKind
from onrecord.text import fold, stem

_DENIAL = re.compile(
    r"^(?P<who>.{2,80}?) (?:has |have |had )?(?:den(?:y|ies|ied)|reject(?:s|ed)?|dismiss(?:es|ed)?)"
    r"(?: (?:claims?|reports?|rumou?rs?|allegations?|the \w+))? that (?P<what>.{8,})$",
    re.IGNORECASE,
)
_AS_DENIAL = "the denial of this claim; the answer is about the claim itself"
_NOT = re.compile(
    r"\b(?P<verb>is|are|was|were|will|has|have|had|did|does|do|would|can|could)"
    r"(?:n't| not| never)\b",
    re.IGNORECASE,
)


def read_question(sentence: str, kit: Kit) -> tuple[str, str | None]:
    """The claim that `sentence` asks about, and how it was read where that is not plain.

    The answer is about the claim, never about its negation: "Ford is not in talks with Xiaomi"
    asks where "Ford is in talks with Xiaomi" stands.
    """
    asked = " ".join(fold(sentence).split()).rstrip(" ?.!")
    notes: list[str] = []
    asked = _cut_frames(asked, kit, notes)
    denial = _DENIAL.match(asked)
    if denial:
        asked = denial["what"]
        notes.append(f"a question about the claim that {denial['who']} denied")
    negation = _NOT.search(asked)
    clauses = kit.words("stance_clauses")
    if negation and not clauses & set(asked[: negation.start()].lower().split()):
        asked = _NOT.sub(lambda m: m["verb"], asked, count=1)
        notes.append(_AS_DENIAL)
    return asked, "; ".join(dict.fromkeys(notes)) or None


def match_names(
    asked: str, found: Iterable[str], known: Mapping[str, Entity], kit: Kit
) -> tuple[str, ...]:
    """The parties that a question names, called as the pages call them, in its order.

    A name of the pages counts when all its telling words stand in the question; a name found only
    in the question stays as it is.
    """
    words = telling_stems(asked, kit)
    lower = fold(asked).lower()
    places: dict[str, int] = {}
    for name in sorted(known):
        stems = telling_stems(name, kit)
        if stems and stems <= words and known[name].kind in _PARTIES:
            first = min((lower.find(w) for w in name.lower().split() if w in lower), default=0)
            places[name] = max(first, 0)
    for run in _RUN.finditer(asked):
        if _PLACING.search(asked[: run.start()]):
            continue
        beginning = {n for n in known if _begins(run.group(), n, known[n], kit)}
        fullest = max(sorted(beginning), key=lambda n: (len(n.split()), n), default="")
        if fullest and all(same_party(fullest, n) for n in beginning):
            places.setdefault(fullest, run.start())
    for name in found:
        if name not in places and not any(_is_inside(name, other) for other in places):
            entity = known.get(name)
            if entity is not None and entity.kind in _PARTIES:
                places[name] = max(lower.find(name.lower()), 0)
    longest = [n for n in places if not any(_is_inside(n, m) for m in places if m != n)]
    return tuple(sorted(longest, key=lambda n: (places[n], n)))


_RUN = re.compile(r"\b[A-Z][\w&.-]*(?: [A-Z][\w&.-]*){0,6}")
_PLACING = re.compile(r"\b(?:in|at|near|from|outside) (?:the )?$", re.IGNORECASE)
_TELLERS = frozenset({"outlet", "agency", "platform", "satire"})
_RARE = 4.0  # idf of a word that by itself can call a party: one document in fifty


def _begins(run: str, name: str, entity: Entity, kit: Kit) -> bool:
    """Whether a run of capitalised words calls a party by the beginning of its name, or a person
    by the last ("Norvik" for Norvik Shipping, "Venn" for Dario Venn).
    """
    if (
        entity.kind not in _PARTIES
        or entity.role in _TELLERS
        or load_idf(kit).weight(stem(run.lower())) < _RARE
    ):
        return False
    last = entity.kind is EntityKind.PERSON and name.split()[-1].lower() == run.lower()
    return last or (same_party(run, name) and len(run.split()) < len(name.split()))


_PARTIES = frozenset({"organisation", "person"})


def _is_inside(name: str, other: str) -> bool:
    return name != other and name.lower() in other.lower()


def _cut_frames(asked: str, kit: Kit, notes: list[str]) -> str:
    for row in sorted(kit.rows("link_frames"), key=lambda r: -len(r["frame"])):
        frame = row["frame"]
        if asked.lower().startswith(frame + " "):
            asked = asked[len(frame) + 1 :]
            if row["kind"] == "negated":
                notes.append(_AS_DENIAL)
    return asked
