"""Whether words read alone, and the sentence they come from where they do not."""

import re

from onrecord.kit import Kit
from onrecord.model import Act, Reading, Statement
from onrecord.text import find_tokens, fold

_LEAST, _LONGEST = 4, 60  # words of a text that a reader takes in at once
_ASIDE = re.compile(r", (?:who|which|whose|whom|that|where|when)\b[^,]{0,200}(?:,|$)")
_TITLED = 0.6  # share of capital words from which a text is a headline, whose words all are
_REGULAR = re.compile(r"[a-z]{2,}ed$")
_AFTER_PARTICIPLE = frozenset({"by", "as", "to", "for", "in", "at", "on", "with", "from"})
_AFTER_VERB = frozenset("the a an to his her its their that no more up out".split())
_NO_SUBJECT = frozenset("to a an the of who which whose".split())
_AGAINST = frozenset({Act.DENY, Act.RETRACT, Act.DECLINE, Act.DOUBT, Act.OPPOSE})


def stand_alone(text: str, statement: Statement, page: Reading, kit: Kit) -> str:
    """A claim's words, or, where they are a fragment ("McKinley's comment to refer to it"), the
    whole sentence of the page that they stand in. A denial keeps its own words: its sentence
    says the opposite.
    """
    if reads_alone(text, kit) or statement.act in _AGAINST or statement.negated:
        return text
    sentence = _sentence_of(statement, page)
    return sentence if sentence and _has_verb(sentence, kit) else text


def reads_alone(text: str, kit: Kit) -> bool:
    """Whether a text is a sentence with a subject of its own, as far as its words show.

    "Norvik has sold the yard" is; "which was sold", "it was sold", "to sell the yard", "Norvik
    selling the yard" are not.
    """
    first = next((t.word for t in find_tokens(fold(text)) if t.word[0].isalnum()), "")
    return first not in kit.words("judge_dangling") and _has_verb(text, kit)


def _has_verb(text: str, kit: Kit) -> bool:
    """Whether a text of fair length has a verb that makes a sentence of it, and asks nothing."""
    if text.count("(") != text.count(")") or text.rstrip("”\"' ").endswith("?"):
        return False
    bare = _ASIDE.sub(" ", fold(text))
    tokens = [t for t in find_tokens(bare) if t.word[0].isalnum() or t.word[0] in "'$€£"]
    words = [bare[t.start : t.end] for t in tokens]
    if not _LEAST <= len(words) <= _LONGEST:
        return False
    if sum(word[0].isupper() for word in words) > _TITLED * len(words):
        words = [word.lower() for word in words]
    verbs = kit.once("standing alone verbs", _read_verbs)
    return any(_is_finite(words, place, verbs) for place in range(1, len(words)))


def _is_finite(words: list[str], place: int, verbs: frozenset[str]) -> bool:
    """Whether the word at a place is a verb that makes a sentence of what stands around it."""
    word, before = words[place], words[place - 1].lower()
    if before in _NO_SUBJECT or word[0].isupper():
        return False
    if word in verbs or word.endswith(("n't", "'ll", "'re", "'ve")):
        return True
    following = words[place + 1] if place + 1 < len(words) else ""
    if word.endswith("s") and not word.endswith(("ss", "'s")) and following in _AFTER_VERB:
        return True
    return bool(_REGULAR.match(word)) and following not in _AFTER_PARTICIPLE and following != ""


def _sentence_of(statement: Statement, page: Reading) -> str:
    """The one sentence that a content stands in, on one line; "" where it stands in several."""
    content = statement.content
    start, end = content.spans[0].start, content.spans[-1].end
    for passage in page.document.passages:
        if passage.where is content.where and passage.start <= start and end <= passage.end:
            words = page.document.string(content.where)[passage.start : passage.end]
            return " ".join(words.split()).rstrip(" .")
    return ""


def _read_verbs(kit: Kit) -> frozenset[str]:
    """Finite forms: auxiliaries, irregular pasts, and the third persons of verbs that we know."""
    finite = set(kit.words("judge_finite"))
    finite |= {row["past"] for row in kit.rows("link_irregulars")}
    for row in kit.rows("link_deeds"):
        for verb in row["verbs"].split():
            base = verb.partition("-")[0]
            finite.add(base + ("es" if base.endswith(("s", "x", "ch", "sh")) else "s"))
    return frozenset(finite)
