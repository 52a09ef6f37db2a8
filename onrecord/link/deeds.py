"""What is done in a sentence, how far it has come, and who does it to whom: for `check` alone.

No parser stands behind this: a deed is a verb or noun of a sheet, its mood comes from the words
before it in its clause, and its sides are the words before and after it, turned where the verb is
passive. Where that is not plain, nothing is said, and nothing is held against a telling.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from onrecord.kit import Kit
from onrecord.link.deed_forms import Form, deed_forms
from onrecord.text import Token, find_tokens, stem

_REACH = 9  # words before a deed that may govern it
_APART = 3  # words between the parts of "shut it down"
_NOUN_PHRASE = 3  # words before a noun: "a completely new design"
_PHRASE = 2  # words of a name before "accusing it of"
_SHORT = 3  # letters: "the", "and" are small in a headline too
_LONGEST = 2000  # characters of a sentence that are read for deeds; a longer one is a fault
_VERBS = frozenset({"plain", "third"})  # forms that a noun may share

UNLISTED = "~"  # begins the name of a deed that no sheet lists

Words = Mapping[str, frozenset[str]]


class Mood(StrEnum):
    """How far a deed has come."""

    DONE = "done"
    HAPPENS = "happens"
    UNDER_WAY = "under way"
    INTENDED = "intended"
    EXPLORED = "explored"
    FAILED = "failed"


# What is asked in the first mood may be told in those after it. A present ("buys", "to buy" in a
# headline) may tell of what is done and of what is to come.
_TOLD_IN = {
    Mood.DONE: {Mood.DONE, Mood.HAPPENS},
    Mood.HAPPENS: {Mood.DONE, Mood.HAPPENS, Mood.UNDER_WAY, Mood.INTENDED},
    Mood.UNDER_WAY: {Mood.UNDER_WAY, Mood.HAPPENS, Mood.INTENDED, Mood.DONE},
    Mood.INTENDED: {Mood.INTENDED, Mood.UNDER_WAY, Mood.HAPPENS},
    Mood.EXPLORED: {Mood.EXPLORED},
    Mood.FAILED: {Mood.FAILED},
}
_TURNED = {("takes", "gives"), ("gives", "takes")}


@dataclass(frozen=True, slots=True)
class Deed:
    """A deed of a sentence; `doers` and `others` are stems of the words on either side of it."""

    name: str
    turn: str
    kin: str
    at: int
    mood: Mood | None
    doers: frozenset[str]
    others: frozenset[str]
    is_noun: bool = False


def find_deeds(sentence: str, kit: Kit) -> tuple[Deed, ...]:
    """The deeds that a sentence tells of, in its order."""
    sentence = sentence[:_LONGEST]
    tokens = find_tokens(sentence)
    forms, words = deed_forms(kit), kit.once("deed words", _build_words)
    found = []
    for place, token in enumerate(tokens):
        known = forms.get(plain(token.word)) or _unlisted(tokens, place, words)
        for form in known:
            if _is_meant(form, sentence, tokens, place, words):
                found.append(_make_deed(form, tokens, place, words))
    return tuple(found)


def _unlisted(tokens: Sequence[Token], place: int, words: Words) -> tuple[Form, ...]:
    """A verb that no sheet lists, known by the auxiliary right before it: "will electrify"."""
    word = tokens[place].word
    before = tokens[place - 1].word if place else ""
    if before not in words["helping"] or not word.isalpha() or len(word) <= _SHORT:
        return ()
    if any(word in words[kind] for kind in ("mood", "adverb", "empty", "before_noun", "break")):
        return ()
    kind = "past" if word.endswith("ed") else "plain"
    return (Form(UNLISTED + stem(word), "plain", "", kind),)


def may_tell(asked: Mood | None, told: Mood | None) -> bool:
    """Whether a telling in one mood can answer a question in the other."""
    return asked is None or told is None or told in _TOLD_IN[asked]


def same_deed(asked: Deed, told: Deed) -> bool:
    """Whether two deeds are one, perhaps seen from the other side ("A buys", "B sells")."""
    return asked.name == told.name or bool(asked.kin and asked.kin == told.kin)


def sides(asked: Deed, told: Deed, names: frozenset[str]) -> int:
    """How far who does it to whom agrees: positive, negative where it is the other way round, 0
    where nothing can be told. Only `names` (stems of the asked names) are looked at.
    """
    doers, others = told.doers & names, told.others & names
    if (asked.turn, told.turn) in _TURNED:
        doers, others = others, doers
    straight = len(asked.doers & names & doers) + len(asked.others & names & others)
    crossed = len(asked.doers & names & others) + len(asked.others & names & doers)
    if "mutual" in (asked.turn, told.turn):
        return straight + crossed
    return straight - crossed


def plain(word: str) -> str:
    """A word without the ending of a possessive."""
    return word.removesuffix("'s").removesuffix("'")


def _is_meant(form: Form, sentence: str, tokens: Sequence[Token], place: int, words: Words) -> bool:
    """Whether a word that may tell of a deed does so here."""
    word = tokens[place].word
    following = [token.word for token in tokens[place + 1 : place + 2 + _APART]]
    if form.particle and form.particle not in following:
        return False
    if _is_in_name(sentence, tokens, place):
        return False
    if form.kind == "noun":
        return not (place and tokens[place - 1].word in words["before_verb"])
    if form.kind in _VERBS and _stands_as_noun(form, tokens, place, words):
        return False
    governs = word == "going" or word in words["governing"] or word in words["mood"]
    noun = bool(words["before_noun"] & set(following[1:2]))  # "agreed to a truce"
    return not (governs and following[:1] == ["to"] and not noun)


def _is_in_name(sentence: str, tokens: Sequence[Token], place: int) -> bool:
    """Whether a word is part of a name: "Norvik Shipping"; in a headline all words are capital."""
    if not place or not sentence[tokens[place].start].isupper():
        return False
    words = [t for t in tokens if t.word[0].isalpha() and len(t.word) > _SHORT]
    capital = sum(sentence[t.start].isupper() for t in words)
    return sentence[tokens[place - 1].start].isupper() and 2 * capital <= len(words)


def _stands_as_noun(form: Form, tokens: Sequence[Token], place: int, words: Words) -> bool:
    """Whether a word that could be a verb follows what only a noun follows: "a drug test"."""
    before = [token.word for token in tokens[max(0, place - _NOUN_PHRASE) : place]]
    if not before:
        return form.kind == "plain" and place + 1 == len(tokens)
    if before[-1] in words["before_noun"] or before[-1].endswith("'s"):
        return True
    singular = form.kind == "plain" and not before[-1].endswith("s")
    farther = before[-3:-2] if before[-2:-1] and before[-2].endswith("ly") else []
    return singular and bool(words["before_noun"] & {*before[-2:-1], *farther})


def _make_deed(form: Form, tokens: Sequence[Token], place: int, words: Words) -> Deed:
    passive = form.kind == "past" and _is_passive(tokens, place, words)
    mood = _find_mood(form, _clause_before(tokens, place, words), passive, words)
    if form.kind == "noun" and mood is None:  # "merger talks"
        after = {token.word for token in tokens[place + 1 : place + 3]}
        mood = Mood.EXPLORED if after & words["explored"] else None
    doers, others = _find_sides(form, tokens, place, passive, words)
    at, is_noun = tokens[place].start, form.kind == "noun"
    return Deed(form.deed, form.turn, form.kin, at, mood, doers, others, is_noun)


def _clause_before(tokens: Sequence[Token], place: int, words: Words) -> list[str]:
    """The words before a deed in its clause, nearest first."""
    clause = []
    for token in reversed(tokens[max(0, place - _REACH) : place]):
        if token.word in words["break"]:
            break
        clause.append(plain(token.word))
    return clause


def _find_mood(form: Form, before: Sequence[str], passive: bool, words: Words) -> Mood | None:
    """The mood that the words before a deed give it, else that of its own form."""
    said = set(before)
    if said & words["failed"]:
        return Mood.FAILED
    if said & words["explored"]:
        return Mood.EXPLORED
    if said & words["intended"] and (form.kind != "past" or passive):
        return Mood.INTENDED
    if form.kind == "noun":
        return None
    if form.kind == "plain":
        return Mood.DONE if "did" in said else Mood.INTENDED if "to" in said else Mood.HAPPENS
    if form.kind == "ing":
        if before[:1] in (["of"], ["for"], ["from"]):  # "was accused of stealing"
            return None
        under_way = (words["being"] | words["auxiliary"]) & set(before[:3])
        return Mood.UNDER_WAY if under_way else None
    if form.kind == "past":
        return _mood_of_past(before, passive)
    return Mood.HAPPENS


def _mood_of_past(before: Sequence[str], passive: bool) -> Mood:
    """ "Is being closed" is under way, "is closed" is so now, "was closed" is done."""
    if passive and "being" in before[:2]:
        return Mood.UNDER_WAY
    return Mood.HAPPENS if passive and before[:1] in (["is"], ["are"], ["be"]) else Mood.DONE


def _is_passive(tokens: Sequence[Token], place: int, words: Words) -> bool:
    """Whether a past form is a passive: after a form of "be", or before "by"."""
    before = [token.word for token in tokens[max(0, place - 3) : place]]
    forms = [number for number, word in enumerate(before) if word in words["being"]]
    if forms:
        between = before[forms[-1] + 1 :]
        if all(word in words["adverb"] or word.endswith("ly") for word in between):
            return True
    # A question turns subject and verb round: "Was Belmar bought", "Are jars being recalled".
    opening = [token.word for token in tokens[1:place]]
    if tokens[0].word in words["being"] and "in" not in opening:
        return True
    return [token.word for token in tokens[place + 1 : place + 2]] == ["by"]


def _find_sides(
    form: Form, tokens: Sequence[Token], place: int, passive: bool, words: Words
) -> tuple[frozenset[str], frozenset[str]]:
    """Stems of the words of who does it and of whom it is done to."""
    before = list(tokens[:place])
    accused = form.kind == "ing" and before and before[-1].word in {"of", "for", "from"}
    before = _accused(before, words) if accused else _own_clause(before, words)
    after = list(tokens[place + 1 :])
    stop = next((n for n, token in enumerate(after) if token.word == "."), len(after))
    after = after[:stop]
    by = next((n for n, token in enumerate(after) if token.word == "by"), len(after))
    if form.kind == "noun" and by < len(after):  # "the takeover of B by A"
        return _stems(after[by + 1 :]), _stems(after[:by])
    if passive:
        return _stems(after[by + 1 :]), _stems([*before, *after[:by]])
    return _stems(before), _stems(after)


def _own_clause(before: Sequence[Token], words: Words) -> list[Token]:
    """The tokens of the clause before a verb; all of them where it has no subject of its own."""
    for place in range(len(before) - 1, -1, -1):
        if before[place].word in words["break"] | words["speaking"]:
            clause = list(before[place + 1 :])
            own = any(t.word not in words["empty"] and not t.word.endswith("ly") for t in clause)
            return clause if own else list(before)
    return list(before)


def _accused(before: Sequence[Token], words: Words) -> list[Token]:
    """Who is meant in "accused Ardent of stealing", "sued Ardent, accusing it of stealing"."""
    phrase = list(before[:-1])
    if phrase and phrase[-1].word in words["object"]:
        commas = [place for place, token in enumerate(phrase) if token.word == ","]
        phrase = phrase[: commas[-1]] if commas else phrase[:-1]
    return phrase[-_PHRASE:]


def _stems(tokens: Sequence[Token]) -> frozenset[str]:
    return frozenset(stem(plain(t.word)) for t in tokens if t.word[0].isalnum())


def _build_words(kit: Kit) -> dict[str, frozenset[str]]:
    """The words of the sheets by kind: those around a deed, and those of each mood."""
    kinds: dict[str, set[str]] = {}
    for row in kit.rows("link_grammar"):
        kinds.setdefault(row["kind"], set()).add(row["word"])
    for row in kit.rows("link_moods"):
        kinds.setdefault(row["mood"], set()).add(row["word"])
        kinds.setdefault("mood", set()).add(row["word"])
    return {kind: frozenset(words) for kind, words in kinds.items()}
