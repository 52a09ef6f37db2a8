"""The words that stand for a claim: a whole sentence of fact that says of whom it speaks."""

import re
from collections.abc import Mapping, Sequence

from onrecord.judge.opinions import is_opinion
from onrecord.judge.testimony import Testimony
from onrecord.kit import Kit
from onrecord.model import (
    Act,
    Entity,
    EntityKind,
    Proposition,
    Reading,
    RegionKind,
    Stance,
    Statement,
)
from onrecord.text import find_tokens, fold, stem

LEAST_WORDS = 4  # a shorter text says too little to be looked up
_LONGEST = 60  # words; a longer quotation holds several claims
_NO_MARKS = {ord(mark): None for mark in '“”"'}
_PROMISES = frozenset({Act.PLEDGE, Act.FORECAST})
_FINITE = re.compile(r"(?:'(?:s|re|ve|ll|d)|n't|..ed)$")
_DANGLING = re.compile(r"\b(?:the|a|an|of|to|and|or|that|by|with|for|in|on|at|from|something)$")


def word_claim(
    centre: Proposition, testimony: Sequence[Testimony], pages: Mapping[str, Reading], kit: Kit
) -> str:
    """The words of the statement that is most like the others, or where they are a fragment, an
    opinion or a denial, of the telling that says most of the claim in a whole sentence.
    """
    forward = [t.proposition for t in testimony if t.stance is Stance.SUPPORTS]
    likeness = {t.proposition.key: t.resemblance for t in testimony}
    stands = centre in forward or not forward
    if not (stands and is_fit(centre.statement, kit)):
        fit = [p for p in forward if is_fit(p.statement, kit)]
        if fit:
            centre = max(fit, key=lambda p: (likeness[p.key], -p.order, p.key))
    page = pages[centre.document]
    return claim_text(centre.statement, page, kit)


def is_fit(statement: Statement, kit: Kit) -> bool:
    """Whether the words of a statement can stand for a claim: a sentence of fact, no fragment, no
    opinion, no question.
    """
    text = _plain(statement)
    if needs_source(statement, text, kit):
        return statement.cue is not None
    if is_opinion(statement.content.text, kit):
        return False
    return statement.region is RegionKind.HEADLINE or is_sentence(text, kit)


def is_sentence(text: str, kit: Kit) -> bool:
    """Whether a text has a subject and a verb, as far as its words show: "the truce" has none."""
    words = [token.word for token in find_tokens(fold(text).lower())]
    words = [word for word in words if word[0].isalnum()]
    if not LEAST_WORDS <= len(words) <= _LONGEST or _DANGLING.search(" ".join(words)):
        return False
    if words[0] in kit.words("judge_openers"):
        return False
    verbs = kit.once("judge verbs", _read_verbs)
    return any(_FINITE.search(word) or word in verbs for word in words)


def claim_text(statement: Statement, page: Reading, kit: Kit) -> str:
    """A statement's words as a claim: from its source on where the content alone has no subject
    ("to open a second yard"), and with the speaker's name where it begins with a pronoun.
    """
    text = _plain(statement)
    who = (statement.source.entity or statement.source.text) if statement.source else ""
    if needs_source(statement, text, kit) and statement.cue:
        said = f"{who} {' '.join(statement.cue.text.split())} {text}"
        text = said if who else _from_sentence(statement, page) or text
    elif who:
        entities = {e.name: e for e in page.entities}
        text = _name_speaker(text, who, statement, entities, kit)
    text = text.translate(_NO_MARKS).strip(" ,;:.'‘’")
    return text[:1].upper() + text[1:]


def needs_source(statement: Statement, text: str, kit: Kit) -> bool:
    """Whether a content begins with a verb or a preposition, so that it says of nobody."""
    promised = statement.act in _PROMISES and statement.source is not None
    if promised and not statement.content.text.lstrip().startswith("that "):
        return True
    first = text.split(" ", 1)[0].lower()
    return first in kit.words("judge_subjectless") or first.endswith("ing")


def _plain(statement: Statement) -> str:
    """The content on one line, without "that" and quotation marks around it."""
    return " ".join(statement.content.text.split()).removeprefix("that ").strip('“”" ')


def _from_sentence(statement: Statement, page: Reading) -> str:
    """The words of a content that nobody is named for, from the beginning of its sentence: "The
    hall, expected to be ready by May".
    """
    content = statement.content
    start, end = content.spans[0].start, content.spans[-1].end
    begins = [
        p.start
        for p in page.document.passages
        if p.where is content.where and p.start <= start < p.end
    ]
    said = page.document.string(content.where)[max(begins) : end] if begins else ""
    return " ".join(said.split()) if len(said.split()) <= _LONGEST else ""


def _name_speaker(
    text: str, who: str, statement: Statement, entities: Mapping[str, Entity], kit: Kit
) -> str:
    """A text that begins with a pronoun for its speaker, with the speaker's name in its place, or
    before it where the words are the speaker's own ("We have sold it").
    """
    first, _, rest = text.partition(" ")
    entity = entities.get(who)
    if entity is None or not rest:
        return text
    word = fold(first).lower()
    rows = {r["word"]: r for r in kit.rows("judge_pronouns")}
    row = rows.get(word)
    if row is None:
        return text
    if row["person"] == "first":
        return f"{who}: {text}"
    body = "person" if entity.kind is EntityKind.PERSON else "body"
    if statement.quoted or row["of"] not in {body, "either"}:
        return text
    return f"{who}{row['form']} {rest}"


def _read_verbs(kit: Kit) -> frozenset[str]:
    return kit.words("judge_verbs") | {
        form
        for row in kit.rows("link_events")
        if row["kind"] == "deed"
        for one in row["stems"].split()
        for form in (one, stem(one), f"{one}s", f"{one}es")
    }
