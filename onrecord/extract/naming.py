"""How a source is named: by name, by office, by description, barely, or not at all."""

import re

from onrecord.kit import Kit
from onrecord.model import Naming
from onrecord.text import fold

_WORD = re.compile(r"[\w.&'-]+")
_CLOSERS = frozenset(
    "of for at from with in on to by within inside close familiar who that which speaking told "
    "briefed involved named identified including such like among".split()
)
_PERSONS = frozenset("he she i him her herself himself we us me".split())
_THINGS = frozenset("they it who that which them its their his itself themselves".split())
_TITLES = frozenset("mr mrs ms dr prof sir lady lord sen rep gov gen sgt lt capt col".split())


def tell_naming(source: str, kit: Kit) -> Naming:
    """How the words of a source name it.

    "He" and "she" stand for somebody named before; what "it" and "they" stand for is left to the
    resolver, and counts as described until then.
    """
    forms = _WORD.findall(fold(source))
    if not forms:
        return Naming.NONE
    words = [form.lower() for form in forms]
    if len(words) == 1 and words[0] in _PERSONS:
        return Naming.NAMED
    if len(words) == 1 and words[0] in _THINGS:
        return Naming.DESCRIBED
    kind, place = head_role(words, kit)
    if kind == "unnamed":
        stop = next((n for n, w in enumerate(words) if n and w in _CLOSERS), len(words))
        if _has_personal_name(forms[:stop], words[:stop], kit):
            return Naming.NAMED
        return Naming.BARE if len(words) <= 2 else Naming.DESCRIBED
    if kind == "crowd" or (kind and len(words) == 1 and kind != "authority"):
        return _by_length(words)
    if kind == "authority" and place == len(words) - 1 and len(words) <= 2:
        return Naming.OFFICE  # "police", "the ministry": the body itself speaks
    if kind in ("office", "authority", "official") and not _has_personal_name(forms, words, kit):
        return Naming.OFFICE if _has_name(forms, place) else _by_length(words)
    if _has_name(forms, None):
        return Naming.NAMED
    return _by_length(words)


def name_unresolved(source: str, kit: Kit) -> Naming:
    """How words that were taken for a name are to be read where nobody of that name is known.

    A capital is no name in "Doctors", "A British fighter" or "Canadian media".
    """
    forms = _WORD.findall(fold(source))
    words = [form.lower() for form in forms]
    if not forms or (len(words) == 1 and words[0] in _PERSONS):
        return Naming.NAMED
    stop = next((n for n, w in enumerate(words) if n and w in _CLOSERS), len(words))
    common, plain = kit.words("names_common_words"), kit.words("names_plain_words")
    if stop == 1:
        told = bool({words[0], words[0].removesuffix("s")} & (common | plain))
        ordinary = told or bool(head_role(words, kit)[0])
        return _by_length(words) if ordinary and forms[0][1:].islower() else Naming.NAMED
    if words[0] not in _ARTICLES and all(form[0].isupper() for form in forms[:2]):
        return Naming.NAMED
    if words[0] in _ARTICLES or forms[stop - 1].islower():
        return _by_length(words)
    return Naming.NAMED


def head_role(words: list[str], kit: Kit) -> tuple[str, int]:
    """The kind of the noun that says what a source is, and its place; ("", -1) where none is."""
    roles = kit.once("extract.roles", _read)
    start = words.index("of") + 1 if "of" in words[1:3] and words[0] in _QUANTIFIERS else 0
    found = "", -1
    for place, word in enumerate(words[start:], start):
        if place > start and word in _CLOSERS:
            break
        kind = roles.get(word)
        if kind and not _is_part_of_office(found[0], kind):
            found = kind, place
    return found


def _is_part_of_office(before: str, kind: str) -> bool:
    """Whether a noun only goes on with the role before it: "police chief", "chief ... officer"."""
    return {before, kind} in ({"office", "authority"}, {"office", "official"})


def _has_name(forms: list[str], but: int | None) -> bool:
    """Whether a form other than number `but` is a name: a capital beyond the first, or alone."""
    for place, form in enumerate(forms):
        if place == but or not form[0].isupper():
            continue
        if place or len(forms) == 1 or (len(forms[0]) > 1 and forms[0].lower() not in _ARTICLES):
            return True
    return False


def _has_personal_name(forms: list[str], words: list[str], kit: Kit) -> bool:
    """Whether two capitalised words in a row, neither of them a role, look like a person."""
    roles = kit.once("extract.roles", _read)
    if not _TITLES.isdisjoint(word.rstrip(".") for word in words):
        return True
    run = 0
    for place, (form, word) in enumerate(zip(forms, words, strict=True)):
        if form[0].isupper() and word not in roles and word not in _ARTICLES:
            run += 1
            after_role = place - run >= 0 and words[place - run] in roles
            before_comma = place + 1 < len(forms) and words[place + 1] in ("a", "an", "the", "who")
            if run >= 2 and (after_role or before_comma or place + 1 == len(forms)):
                return True
        else:
            run = 0
    return False


_QUANTIFIERS = frozenset("one two three four some several many most both any none".split())
_ARTICLES = frozenset(
    "the a an one two some many several most another other both all no any every each sources "
    "officials insiders people police his her its their our my this that these those".split()
)


def _by_length(words: list[str]) -> Naming:
    """Bare ("sources", "critics") or described ("the company", "two former employees")."""
    if words[0] in ("the", "its", "their", "his", "her", "this", "that"):
        return Naming.DESCRIBED
    kept = [word for word in words if word not in _ARTICLES or word in ("sources", "officials")]
    return Naming.BARE if len(kept) <= 1 else Naming.DESCRIBED


def _read(kit: Kit) -> dict[str, str]:
    return {row["word"]: row["kind"] for row in kit.rows("extract_roles")}
