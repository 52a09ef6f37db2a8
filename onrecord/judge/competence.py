"""Who would know: the matters of a claim, and the authorities that are competent on them.

The police are competent on an arrest, a court on a verdict, a league on its fixtures; what the
police say of a merger is one more opinion. Roles and matters are sheets of the kit.
"""

import re
from collections.abc import Iterable, Mapping

from onrecord.kit import Kit
from onrecord.model import Act, Entity, Statement
from onrecord.text import find_tokens, fold, stem

_OUTSIDERS = frozenset({"outlet", "agency", "platform", "satire"})
# What an entity's role in the kit of names is called among the roles of authorities.
_ROLES = {
    "regulator": "regulator",
    "police": "police",
    "court": "court",
    "government": "government",
    "ministry": "ministry",
    "central bank": "bank",
    "league": "league",
    "military": "military",
}
# "The envoy, who has worked for the government": what follows says no longer what the source is.
_ASIDE = re.compile(r"\b(?:who|which|that|where|whose|made up of|on behalf of)\b")
_SAYS_YES_OR_NO = frozenset({Act.CONFIRM, Act.DENY})
# Who tells what it did and found itself, and has no policy to speak for.
_TRADE = "trade"
_AT_THE_SCENE = frozenset({"police", "rescue", "hospital", "coroner", "prosecutor", "court"})


def matters_of(terms: Iterable[str], kit: Kit) -> frozenset[str]:
    """The matters that a claim with these stems belongs to: "arrest", "approval", "sport"."""
    matters = kit.once("judge matters", _read_matters)
    return frozenset(m for term in terms for m in matters.get(term, ()))


def roles_of(statement: Statement, entities: Mapping[str, Entity], kit: Kit) -> frozenset[str]:
    """The roles of authority that a source has: by what its name names, or by how the text
    describes it; none for an outlet, a company or a private person.
    """
    if statement.source is None:
        return frozenset()
    entity = entities.get(statement.source.entity or "")
    if entity is not None and entity.role in _OUTSIDERS:
        return frozenset()
    said = {token.word for token in find_tokens(fold(statement.source.text).lower())}
    if said & kit.words("judge_onlookers"):
        return frozenset()
    described = _ASIDE.split(fold(statement.source.text), maxsplit=1)[0]
    names = [described, statement.source.descriptor or ""]
    roles = set()
    if entity is not None:
        affiliated = entities.get(entity.affiliation or "")
        roles = {entity.role, affiliated.role if affiliated else ""}
        names += [entity.name, entity.title or "", entity.affiliation or ""]
    found = {_ROLES[role] for role in roles if role in _ROLES}
    words, known = kit.once("judge authority words", _build_words), _roles_by_word(kit)
    return frozenset(
        found | {known[m.group()] for name in names for m in words.finditer(fold(name).lower())}
    )


def is_competent(roles: frozenset[str], matters: frozenset[str], act: Act, kit: Kit) -> bool:
    """Whether an authority with these roles is competent on one of these matters.

    On a matter that the sheet does not know, an authority counts where it is asked for a yes or a
    no ("confirmed", "denied"), and not for whatever else it says; the police, rescuers, hospitals
    and courts count there for what they tell of their work, unless it is a matter of trade.
    """
    if not matters - {_TRADE}:
        at_the_scene = _TRADE not in matters and bool(roles & _AT_THE_SCENE)
        return bool(roles) and (act in _SAYS_YES_OR_NO or at_the_scene)
    competent = kit.once("judge competent roles", _read_competent)
    return any(roles & competent[matter] for matter in matters)


def _read_matters(kit: Kit) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for row in kit.rows("judge_competence"):
        for word in {stem(word) for word in row["words"].split()}:
            found.setdefault(word, []).append(row["matter"])
    return {word: tuple(matters) for word, matters in found.items()}


def _read_competent(kit: Kit) -> dict[str, frozenset[str]]:
    return {row["matter"]: frozenset(row["roles"].split()) for row in kit.rows("judge_competence")}


def _roles_by_word(kit: Kit) -> dict[str, str]:
    return kit.once(
        "judge authority roles",
        lambda kit: {row["word"]: row["role"] for row in kit.rows("judge_authorities")},
    )


def _build_words(kit: Kit) -> re.Pattern[str]:
    words = sorted(_roles_by_word(kit), key=lambda w: (-len(w), w))
    return re.compile(r"\b(?:" + "|".join(map(re.escape, words)) + r")(?![\w-])")
