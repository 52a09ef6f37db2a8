"""How a sentence that somebody asks about is read: the claim in it, without the frame around it."""

import re
from collections.abc import Iterable, Mapping

from onrecord.kit import Kit
from onrecord.kit.idf import load_idf
from onrecord.link.deeds import find_deeds
from onrecord.link.parties import same_party
from onrecord.link.propositions import telling_stems
from onrecord.model import Entity, EntityKind
from onrecord.text import fold, stem

_AS_DENIAL = "the denial of this claim; the answer is about the claim itself"
_WHO = r"(?P<who>(?:(?!\bthat\b)[^,;]){2,80}?)"
_AUX = r"(?:(?:did|has|have|had|does|do) )?"
_OF_REPORTS = (
    r"(?: (?:the )?(?:claims?|reports?|rumou?rs?|allegations?|accusations?|suggestions?))?"
)
_DENIES = r"(?:den(?:y|ies|ied)|reject(?:s|ed)?|dismiss(?:es|ed)?)"
_SAYS = r"(?:sa(?:y|ys|id)|confirm(?:s|ed)?|announc(?:e|es|ed)|admit(?:s|ted)?|report(?:s|ed)?)"
_DENIAL = re.compile(
    rf"^{_AUX}{_WHO} (?:has |have |had )?{_DENIES}{_OF_REPORTS} (?:that|of) (?P<what>.{{8,}})$",
    re.IGNORECASE,
)
_DENIED_DOING = re.compile(
    rf"^{_AUX}{_WHO} (?:has |have |had )?{_DENIES} "
    r"(?P<what>(?:having )?[a-z]{2,}(?:ing|ed) .{4,})$",
    re.IGNORECASE,
)
_SAID = re.compile(rf"^{_AUX}{_WHO} (?:has |have |had )?{_SAYS} (?P<what>.{{8,}})$", re.IGNORECASE)
_SOURCED = re.compile(r"^according to (?P<who>[^,]{2,80}), (?P<what>.{8,})$", re.IGNORECASE)
_CALLED_FALSE = re.compile(
    r"^(?:the )?(?:claim|report|rumou?r|story|allegation)s? that (?P<what>.{8,}) "
    r"(?:is|are|was|were) (?:false|untrue|wrong|not true|a hoax|fake|made up|invented)$",
    re.IGNORECASE,
)
_NOT = re.compile(
    r"\b(?P<verb>is|are|was|were|will|has|have|had|did|does|do|would|can|could|wo|ca)"
    r"(?P<not>n't| not| never)\b",
    re.IGNORECASE,
)
_NO = re.compile(r"^(?P<there>there (?:is|are|was|were) )?(?:no|none of) (?=[a-z])", re.IGNORECASE)
_WHOLE = {"wo": "will", "ca": "can"}
_PRONOUN = re.compile(r"^(?:it|he|she|they|its|his|her|their)\b", re.IGNORECASE)
_OWNERS = frozenset({"its", "his", "her", "their"})
_SECOND = re.compile(r",? (?:and|but) (?=(?:[A-Z]|the |a |an ))")


def read_question(sentence: str, kit: Kit) -> tuple[str, str | None]:
    """The claim that `sentence` asks about, and how it was read where that is not plain.

    The answer is about the claim, never about its negation: "Ford is not in talks with Xiaomi"
    asks where "Ford is in talks with Xiaomi" stands. Of two claims in one sentence the first is
    asked about.
    """
    asked = " ".join(fold(sentence).split()).rstrip(" ?.!")
    notes: list[str] = []
    asked = _cut_frames(asked, kit, notes)
    asked = _cut_telling(asked, notes)
    asked = _cut_negation(asked, kit, notes)
    asked = _cut_second(asked, kit, notes)
    return asked, "; ".join(dict.fromkeys(notes)) or None


def _cut_telling(asked: str, notes: list[str]) -> str:
    """A question without who denied or said it: "Did Ford deny that it is in talks?" """
    false = _CALLED_FALSE.match(asked)
    if false:
        notes.append(_AS_DENIAL)
        return false["what"]
    for form, told in (
        (_DENIAL, "the claim that {who} denied"),
        (_DENIED_DOING, "the claim that {who} denied"),
        (_SOURCED, "the claim itself, whether or not {who} makes it"),
        (_SAID, "the claim itself, whether or not {who} makes it"),
    ):
        found = form.match(asked)
        if found:
            notes.append(f"a question about {told.format(who=found['who'])}")
            return _with_subject(found["what"].removeprefix("that "), found["who"], form)
    return asked


def _with_subject(what: str, who: str, form: re.Pattern[str]) -> str:
    """What was denied, with its subject: "it is closing" is said of who denies, or of whose
    spokesman does ("Venn's agent denied that he failed").
    """
    spoken_for = re.match(r"(.{2,60}?)(?:'s|s') [a-z]", who)
    name = spoken_for[1] if spoken_for else who
    if form is _DENIED_DOING:
        return f"{name} {what}"
    pronoun = _PRONOUN.match(what)
    if pronoun is None:
        return what
    owned = "'s" if pronoun.group().lower() in _OWNERS else ""
    return f"{name}{owned}{what[pronoun.end() :]}"


def _cut_negation(asked: str, kit: Kit, notes: list[str]) -> str:
    """A claim instead of its negation; "because it did not work" negates no whole claim."""
    negation, clauses = _NOT.search(asked), kit.words("stance_clauses")
    if negation and not clauses & set(asked[: negation.start()].lower().split()):
        verb = negation["verb"]
        notes.append(_AS_DENIAL)
        return asked[: negation.start()] + _WHOLE.get(verb.lower(), verb) + asked[negation.end() :]
    none = _NO.match(asked)
    if none:
        notes.append(_AS_DENIAL)
        return (none["there"] or "") + asked[none.end() :]
    return asked


def _cut_second(asked: str, kit: Kit, notes: list[str]) -> str:
    """The first of two claims in one sentence, each with a subject and a deed of its own."""
    for joint in _SECOND.finditer(asked):
        first, second = asked[: joint.start()], asked[joint.end() :]
        if all(_is_claim(part, kit) for part in (first, second)):
            notes.append(f'the first of two claims; ask about "{second}" by itself')
            return first
    return asked


def _is_claim(part: str, kit: Kit) -> bool:
    """Whether part of a sentence has a verb with something before it."""
    return any(not deed.is_noun and deed.at > 0 and deed.doers for deed in find_deeds(part, kit))


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
        if run.group() in places:
            continue  # a name of the pages as it stands, and not the beginning of a longer one
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
