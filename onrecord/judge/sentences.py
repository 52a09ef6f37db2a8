"""Whether the words of a statement are a sentence of fact, and no fragment, opinion or question."""

import re

from onrecord.judge.opinions import is_opinion
from onrecord.kit import Kit
from onrecord.model import Act, RegionKind, Statement
from onrecord.text import find_tokens, fold, stem

LEAST_WORDS = 4  # a shorter text says too little to be looked up
LONGEST = 60  # words; a longer quotation holds several claims
_PROMISES = frozenset({Act.PLEDGE, Act.FORECAST})
_FINITE = re.compile(r"(?:^(?:it|he|she|that|there|what|who)'s|'(?:re|ve|ll|d)|n't|..ed)$")
_DANGLING = re.compile(r"\b(?:the|a|an|of|to|and|or|that|by|with|for|in|on|at|from|something)$")


def is_fit(statement: Statement, kit: Kit) -> bool:
    """Whether the words of a statement can stand for a claim: a sentence of fact, no fragment, no
    opinion, no question.
    """
    text = plain_words(statement)
    if needs_source(statement, text, kit):
        return statement.cue is not None
    if is_opinion(statement.content.text, kit):
        return False
    return statement.region is RegionKind.HEADLINE or is_sentence(text, kit)


def is_sentence(text: str, kit: Kit) -> bool:
    """Whether a text has a subject and a verb, as far as its words show: "the truce" has none."""
    words = [token.word for token in find_tokens(fold(text).lower())]
    words = [word for word in words if word[0].isalnum()]
    if not LEAST_WORDS <= len(words) <= LONGEST or _DANGLING.search(" ".join(words)):
        return False
    acronym = text[:2].isupper()  # "US officials" does not begin with "us"
    if words[0] in kit.words("judge_openers") and not acronym:
        return False
    verbs = kit.once("judge verbs", _read_verbs)
    return any(_FINITE.search(word) or word in verbs for word in words)


def needs_source(statement: Statement, text: str, kit: Kit) -> bool:
    """Whether a content begins with a verb or a preposition, so that it says of nobody."""
    promised = statement.act in _PROMISES and statement.source is not None
    if promised and not statement.content.text.lstrip().startswith("that "):
        return True
    first = text.split(" ", 1)[0].lower()
    return first in kit.words("judge_subjectless") or first.endswith("ing")


def plain_words(statement: Statement) -> str:
    """The content on one line, without "that" and quotation marks around it."""
    return " ".join(statement.content.text.split()).removeprefix("that ").strip('“”" ')


def _read_verbs(kit: Kit) -> frozenset[str]:
    return kit.words("judge_verbs") | {
        form
        for row in kit.rows("link_events")
        if row["kind"] == "deed"
        for one in row["stems"].split()
        for form in (one, stem(one), f"{one}s", f"{one}es")
    }
