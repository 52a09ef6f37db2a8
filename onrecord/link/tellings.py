"""Whether a statement tells what is asked: the same deed, parties, figures, days and words.

A brief question ("Norvik has bought the yard") is answered only where one sentence of the record
tells all of it. A wrong answer is far worse than silence.
"""

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache

from onrecord.kit import Kit
from onrecord.kit.idf import load_idf
from onrecord.link.asked import BRIEF, Question, tells_much
from onrecord.link.days import find_days, other_day
from onrecord.link.deeds import UNLISTED, Deed, Mood, find_deeds, may_tell, plain, same_deed, sides
from onrecord.link.propositions import telling_stems
from onrecord.model import Bound, Figure, Proposition
from onrecord.text import find_tokens, stem

_SPARE = ((7, 2), (5, 1))  # from so many parts on, so many may be missing
LONG = 6  # parts up to which every figure and day must be told as asked
_TELLS_APART = 4.0  # idf of a word that tells one name from others: one document in fifty
_ROUNDING = 0.02  # "about $900" is $899; a figure given as exact must agree to one in two hundred
_EXACT = 0.005


@dataclass(frozen=True, slots=True)
class _Told:
    """One sentence of the record, taken apart in the same way."""

    words: frozenset[str]
    stems: frozenset[str]
    deeds: tuple[Deed, ...]
    days: frozenset[str]


def tells(
    question: Question,
    proposition: Proposition,
    earlier: Proposition | None,
    kit: Kit,
    known: Set[str] = frozenset(),
) -> bool:
    """Whether the sentence of a proposition tells what a question asks, and nothing against it.

    Of a question with few parts all must be told; a longer one may lack a word or two, but never
    be contradicted. `earlier` stands right before it: a sentence without names of its own goes on
    about the same. `known` are words that the record has beside the same names: a sentence with the
    very figure that is asked need not say them again.
    """
    told = _take(_sentence(proposition), kit)
    if not _says_it_itself(question, _take(proposition.statement.content.text, kit), kit):
        return False
    if contradicts(question, proposition, kit) or _differs(question, proposition, told):
        return False
    exact = sum(not _is_given(figure, proposition) for figure in question.figures)
    exact += len(_undated(question, proposition, told))
    vital = len(_unnamed(question, proposition, told, earlier, kit)) + sum(
        not _is_done(question, at, proposition, told, kit) for at in {d.at for d in question.deeds}
    )
    if (exact and question.parts <= LONG) or (vital and question.parts <= BRIEF):
        return False
    given = known if question.figures and not exact else frozenset[str]()
    missing = sum(not _is_told(word, told, kit) for word in question.matter if word not in given)
    spare = next((most for parts, most in _SPARE if question.parts >= parts), 0)
    return exact + vital + missing <= spare


def told_of_names(
    question: Question, propositions: Sequence[Proposition], kit: Kit
) -> frozenset[str]:
    """The words of a question that the record has beside all the names that are asked about."""
    if not question.names:
        return frozenset()
    naming = [_take(_sentence(p), kit) for p in propositions]
    naming = [
        told for told in naming if all(_is_named(name, told.stems, kit) for name in question.names)
    ]
    return frozenset(w for w in question.matter if any(_is_told(w, told, kit) for told in naming))


def contradicts(question: Question, proposition: Proposition, kit: Kit) -> bool:
    """Whether a proposition tells a deed asked about, but not so: less or more far along, or the
    other way round. Such a statement bears on another claim.
    """
    return any(same and not fits for same, fits in _match_deeds(question, proposition, kit))


def tells_otherwise(question: Question, proposition: Proposition, kit: Kit) -> bool:
    """Whether a proposition tells a deed asked about, but not so, or with another figure or day."""
    pairs = list(_match_deeds(question, proposition, kit))
    if any(same and not fits for same, fits in pairs):
        return True
    told = _take(_sentence(proposition), kit)
    return any(fits for _, fits in pairs) and _differs(question, proposition, told)


def agrees(question: Question, proposition: Proposition, kit: Kit, *, exactly: bool) -> bool:
    """Whether a proposition tells a deed asked about as it is asked (where no deed is asked about:
    half of the words); exactly: with every figure and day of the question.
    """
    told = _take(_sentence(proposition), kit)
    if not question.deeds:
        return _says_it_itself(question, _take(proposition.statement.content.text, kit), kit)
    if not any(fits for _, fits in _match_deeds(question, proposition, kit)):
        return False
    if exactly and not all(_is_given(figure, proposition) for figure in question.figures):
        return False
    if exactly and _undated(question, proposition, told):
        return False
    return not _differs(question, proposition, told)


def is_overtaken(
    question: Question, proposition: Proposition, story: Sequence[Proposition], kit: Kit
) -> bool:
    """Whether the present of a headline ("Norvik buys the yard") is no deed done, since its own
    story tells of it as still to come ("Norvik will buy the yard").
    """
    wanted = [deed for deed in question.deeds if deed.mood is Mood.DONE]
    own = _take(_sentence(proposition), kit).deeds
    elsewhere = [deed for p in story for deed in _take(_sentence(p), kit).deeds]
    return any(
        Mood.DONE not in {deed.mood for deed in own if same_deed(asked, deed)}
        and _is_to_come([deed for deed in elsewhere if same_deed(asked, deed)])
        for asked in wanted
    )


def _match_deeds(
    question: Question, proposition: Proposition, kit: Kit
) -> Iterator[tuple[bool, bool]]:
    """For each deed of a question: whether a sentence tells of it, and whether it does so alike."""
    told = _take(_sentence(proposition), kit)
    for asked in question.deeds:
        same = [deed for deed in told.deeds if same_deed(asked, deed)]
        fits = any(
            may_tell(asked.mood, deed.mood) and sides(asked, deed, question.named) >= 0
            for deed in same
        )
        yield bool(same), fits


def tells_of_another(question: Question, proposition: Proposition, kit: Kit) -> bool:
    """Whether the content of a proposition has a deed or a name of its own that is not asked
    about: a denial of it denies something else.
    """
    content = proposition.statement.content.text
    deeds = [deed for deed in find_deeds(content, kit) if not deed.is_noun]
    if deeds and question.deeds:
        return not any(same_deed(asked, deed) for asked in question.deeds for deed in deeds)
    known = {stem(plain(t.word)) for t in find_tokens(question.asked)}
    return any(
        content[t.start].isupper() and t.start > 0 and stem(plain(t.word)) not in known
        for t in find_tokens(content)
        if tells_much(t.word, kit)
    )


def _says_it_itself(question: Question, content: _Told, kit: Kit) -> bool:
    """Whether what is said has the deed, or half of the words, and not only the text around it."""
    for asked in question.deeds:
        if any(same_deed(asked, deed) for deed in content.deeds):
            return True
    said = sum(_is_told(word, content, kit) for word in question.matter)
    return bool(said) and 2 * said >= len(question.matter)


def _unnamed(
    question: Question,
    proposition: Proposition,
    told: _Told,
    earlier: Proposition | None,
    kit: Kit,
) -> list[frozenset[str]]:
    """The names of a question that stand neither in nor right before a sentence."""
    parties = proposition.names | proposition.beside
    near = told.stems.union(*(telling_stems(name, kit) for name in parties))
    missing = [name for name in question.names if not _is_named(name, near, kit)]
    if missing and earlier is not None and not _own_names(proposition, question):
        near |= _take(_sentence(earlier), kit).stems
        missing = [name for name in missing if not _is_named(name, near, kit)]
    return missing


def _is_named(name: frozenset[str], near: frozenset[str], kit: Kit) -> bool:
    """Whether half of a name is near, with a word that tells it from others: "Coast Line" is not
    named by "Marsh Line".
    """
    common, weight = name & near, load_idf(kit).weight
    if common == name:
        return True
    return 2 * len(common) >= len(name) and any(weight(word) >= _TELLS_APART for word in common)


def _own_names(proposition: Proposition, question: Question) -> bool:
    """Whether a sentence names somebody or some place that the question does not."""
    words = _sentence(proposition)
    return any(
        words[t.start].isupper() and t.start > 0 and stem(plain(t.word)) not in question.named
        for t in find_tokens(words)
    )


def _is_told(word: str, told: _Told, kit: Kit) -> bool:
    """Whether a word, or one that stands for it, is in a sentence."""
    same = kit.once("synonyms", _build_synonyms)
    if stem(plain(word)) in told.stems or not told.stems.isdisjoint(same.get(stem(word), ())):
        return True
    explored = kit.once("explored", _build_explored)
    if word in explored and told.words & explored:
        return True
    names = {deed.name for deed in find_deeds(word, kit)}
    return any(deed.name in names for deed in told.deeds)


def _is_done(question: Question, at: int, proposition: Proposition, told: _Told, kit: Kit) -> bool:
    """Whether a sentence tells the deed at a place of a question, as far along, by the same."""
    parties = proposition.names | proposition.beside
    named = frozenset[str]().union(*(telling_stems(name, kit) for name in parties))
    for asked in question.deeds:
        alike = [deed for deed in told.deeds if same_deed(asked, deed)]
        if asked.at == at and asked.mood is Mood.DONE and _is_to_come(alike):
            return False
    if any(
        asked.at == at and asked.name[0] == UNLISTED and _only_worded(asked, told)
        for asked in question.deeds
    ):
        return True
    return any(
        same_deed(asked, deed)
        and may_tell(asked.mood, deed.mood)
        and _by_the_same(question, asked, deed, named)
        for asked in question.deeds
        if asked.at == at
        for deed in told.deeds
    )


def _only_worded(asked: Deed, told: _Told) -> bool:
    """Whether a sentence has the word of a deed that no sheet lists, and no auxiliary before it
    that would tell how far it has come.
    """
    worded = asked.name.removeprefix(UNLISTED) in told.stems
    return worded and not any(same_deed(asked, deed) for deed in told.deeds)


def _is_to_come(told: Sequence[Deed]) -> bool:
    """Whether a present is meant for what is to come: "suspends flights; will suspend them"."""
    moods = {deed.mood for deed in told if not deed.is_noun}
    return Mood.DONE not in moods and bool(moods & {Mood.INTENDED, Mood.EXPLORED})


def _by_the_same(question: Question, asked: Deed, told: Deed, named: frozenset[str]) -> bool:
    """Whether who is asked about does it; "it will" is done by whom the statement is about."""
    way = sides(asked, told, question.named)
    if way < 0:
        return False
    doers = asked.doers & question.named
    if way > 0 and (doers & told.doers or asked.turn != told.turn or asked.turn == "mutual"):
        return True
    if not doers or told.is_noun or doers & told.doers:
        return True
    return bool(doers & named) and not told.doers & (named - doers)


def gives_a_figure(question: Question, proposition: Proposition) -> bool:
    """Whether a proposition gives one of the figures that are asked about."""
    return any(_is_given(figure, proposition) for figure in question.figures)


def _is_given(asked: Figure, proposition: Proposition) -> bool:
    return any(_agree(asked, told) for told in proposition.figures)


def _undated(question: Question, proposition: Proposition, told: _Told) -> list[str]:
    """The parts of a question's days that a sentence does not tell. News rarely names its year: the
    month that is asked about stands for it, where the sentence names no other year.
    """
    missing = [day for day in question.days if not _is_dated(day, proposition, told)]
    told_one = len(missing) < len(question.days)
    if told_one and not any(_YEAR.fullmatch(day) for day in told.days):
        missing = [day for day in missing if not _YEAR.fullmatch(day)]
    return missing


_YEAR = re.compile(r"(?:19|20)\d\d")


def _is_dated(day: str, proposition: Proposition, told: _Told) -> bool:
    return day in told.days or _said_on(day, proposition)


def _differs(question: Question, proposition: Proposition, told: _Told) -> bool:
    """Whether a sentence gives another figure of the same unit, or another month or year."""
    for asked in question.figures:
        alike = [f for f in proposition.figures if asked.unit and f.unit == asked.unit]
        if alike and not _is_given(asked, proposition):
            return True
    return any(
        other_day(part, told.days) and not _is_dated(part, proposition, told)
        for part in question.days
    )


def _agree(asked: Figure, told: Figure) -> bool:
    """Whether a figure that is told satisfies one that is asked."""
    if asked.unit and told.unit and (asked.unit, asked.per) != (told.unit, told.per):
        return False
    given = told.low if told.low is not None else told.high
    wanted = asked.low if asked.low is not None else asked.high
    if given is None or wanted is None:
        return False
    if asked.bound in {Bound.ABOVE, Bound.AT_LEAST}:
        return given >= wanted
    if asked.bound in {Bound.BELOW, Bound.AT_MOST}:
        return given <= wanted
    leeway = _ROUNDING if asked.approx or told.approx else _EXACT
    return abs(given - wanted) <= leeway * max(abs(given), abs(wanted))


def _sentence(proposition: Proposition) -> str:
    """The sentence of a proposition, or its content where the sentence was not kept."""
    return proposition.sentence or proposition.statement.content.text


@lru_cache(maxsize=4096)
def _take(sentence: str, kit: Kit) -> _Told:
    """A sentence taken apart, once."""
    tokens = find_tokens(sentence)
    stems = {stem(plain(token.word)) for token in tokens}
    stems |= {stem(part) for token in tokens if "-" in token.word for part in token.word.split("-")}
    days = frozenset(find_days(sentence, tokens))
    words = frozenset(token.word for token in tokens)
    return _Told(words, frozenset(stems), find_deeds(sentence, kit), days)


def _build_explored(kit: Kit) -> frozenset[str]:
    """Words for what is only thought about or talked over: one may stand for another."""
    return frozenset(row["word"] for row in kit.rows("link_moods") if row["mood"] == "explored")


def _build_synonyms(kit: Kit) -> dict[str, frozenset[str]]:
    same: dict[str, set[str]] = {}
    for row in kit.rows("link_synonyms"):
        stems = {stem(word) for word in row["words"].split()}
        for one in stems:
            same.setdefault(one, set()).update(stems)
    return {word: frozenset(others) for word, others in same.items()}


def _said_on(day: str, proposition: Proposition) -> bool:
    """Whether a statement was made in the year asked about; a report rarely names its own year."""
    said = proposition.statement.said
    return said is not None and day in {(said.end or "")[:4], (said.start or "")[:4]}
