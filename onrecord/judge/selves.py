"""Whether a source speaks of its own doing: what it would know, and nobody else must settle.

A company knows whether it will open a plant, a person whether he resigned. Neither knows by
saying so what others did, and what a person saw is a witness's word.
"""

import re

from onrecord.judge.speakers import begins_alike
from onrecord.kit import Kit
from onrecord.model import Act, Statement
from onrecord.text import fold

_WORD = re.compile(r"[\w'&.-]+")
_ADJUNCT = re.compile(r"^[^,.;:!?]{1,60}, ")  # "On Monday, we closed": the subject comes after it
_DETERMINERS = frozenset({"the", "a", "an", "both", "two", "our", "this"})
_OWN_ACTS = frozenset({Act.PLEDGE, Act.RETRACT, Act.STAND_BY})
_AHEAD = 4  # words after the subject in which a verb of perceiving shows itself
_FIRST_PERSON = frozenset({"i", "i'", "we", "my", "ou", "me", "us"})  # how such pronouns begin
_OPENING = 240  # characters of a content in which the speaker shows himself
_OWN_QUOTED = frozenset({"i", "me", "my", "myself", "i'm", "i've", "i'd"})
_OWN_TOLD = frozenset({"his", "her", "him", "himself", "herself", "she", "he"})
_EXPLETIVE = re.compile(
    r"^it(?:'s| is| was| will be| would be| a| an| the)(?: not| an?| the| very| \w+ly){0,3} "
    r"\w+ (?:\w+ )?(?:that|to|if|when|for|how|why|whether|who)\b"
)


def speaks_of_own(statement: Statement, party: str, person: bool, kit: Kit) -> bool:
    """Whether what a source says is about itself or about `party`, for which it speaks; `person`
    where the party is one.
    """
    if statement.act in _OWN_ACTS:
        return True
    text = _from_subject(statement.content.text, kit)
    if text.startswith("to "):
        return True
    if _EXPLETIVE.match(text.lower()):
        return False
    words = _WORD.findall(text)[: _AHEAD + 2]
    lower = [word.lower() for word in words]
    if not words:
        return False
    kinds = kit.once("judge selves", _read)
    own = _is_self(lower[0], statement.quoted, kinds["person" if person else "body"])
    own = own or _names(words, party, kinds["name"])
    return own and not (person and kinds["perceive"].intersection(lower[1 : 1 + _AHEAD]))


def suffers_it(statement: Statement, kit: Kit) -> bool:
    """Whether a person tells what happened to himself, without being who did it: "a lamp had
    fallen on his foot", "they cut it out of me". What he says that somebody did to him is a
    charge, and is left to `tells_of_wrongdoing`.
    """
    content = fold(statement.content.text[:_OPENING]).lower()
    kinds = kit.once("judge selves", _read)
    words = _WORD.findall(content)
    own = _OWN_QUOTED if statement.quoted else _OWN_TOLD
    at = next((n for n, word in enumerate(words) if word in own), None)
    return at is not None and not kinds["perceive"].intersection(words[: at + _AHEAD])


def tells_of_mind(content: str, kit: Kit) -> bool:
    """Whether a content says what goes on in somebody: "she hoped that", "we are relieved"."""
    words = [word.lower() for word in _WORD.findall(_from_subject(content, kit))[: _AHEAD + 1]]
    kinds = kit.once("judge selves", _read)
    speaks = bool(words) and words[0] in kinds["person"] | kinds["body"]
    return speaks and bool(kinds["perceive"].intersection(words[1:]))


def _is_self(word: str, quoted: bool, pronouns: frozenset[str]) -> bool:
    """Whether a pronoun stands for the speaker; inside quotation marks "he" is somebody else."""
    return word in pronouns and not (quoted and word[:2] not in _FIRST_PERSON)


def _from_subject(content: str, kit: Kit) -> str:
    """A content from its subject on: "that", quotation marks, connectives and one adjunct apart."""
    start = kit.once("judge selves", _read)["start"]
    text = " ".join(fold(content[:400]).replace('"', " ").split()).removeprefix("that ")
    text = text.strip(" ,;:'")
    while True:
        first, _, rest = text.partition(" ")
        if not rest or first.lower().strip(",") not in start:
            break
        text = rest.strip(" ,")
    adjunct = _ADJUNCT.match(text)
    return text[adjunct.end() :] if adjunct else text


def _names(words: list[str], party: str, nouns: frozenset[str]) -> bool:
    """Whether the first words name the party, or describe it ("the company", "both sides")."""
    at = next((n for n, w in enumerate(words) if w.lower() not in _DETERMINERS), len(words))
    if at and any(w.lower() in nouns for w in words[at : at + 2]):
        return True
    named = [w.lower().removesuffix("'s") for w in words[at : at + 3]]
    parts = [part.lower() for part in party.split()]
    whole = any(begins_alike(" ".join(named[:n]), party) for n in (1, 2, 3) if named[:n])
    return whole or bool(named and len(parts) > 1 and named[0] == parts[-1])


def _read(kit: Kit) -> dict[str, frozenset[str]]:
    kinds = ("person", "body", "name", "perceive", "start")
    rows = kit.rows("judge_selves")
    return {kind: frozenset(r["word"] for r in rows if r["kind"] == kind) for kind in kinds}
