"""The words that stand for a claim: a whole sentence of fact that says of whom it speaks."""

from collections.abc import Mapping, Sequence

from onrecord.judge.sentences import LONGEST, is_fit, needs_source, plain_words
from onrecord.judge.standing_alone import stand_alone
from onrecord.judge.testimony import Testimony
from onrecord.kit import Kit
from onrecord.model import (
    Entity,
    EntityKind,
    Proposition,
    Reading,
    Stance,
    Statement,
)
from onrecord.text import fold

_SAYS_IT_ALL = 0.7  # resemblance from which two wordings say the same
_NO_MARKS = {ord(mark): None for mark in '“”"'}


def word_claim(
    centre: Proposition,
    testimony: Sequence[Testimony],
    because: Sequence[str],
    pages: Mapping[str, Reading],
    kit: Kit,
) -> str:
    """The words of the statement that is most like the others; where they are a fragment, an
    opinion or a denial, or not what was affirmed or denied, of the telling that is.

    `because` are the statements that the claim's status rests on.
    """
    forward = [t for t in testimony if t.stance is Stance.SUPPORTS]
    said = _settled_words(centre, forward, testimony, frozenset(because), kit)
    if said is not None:
        centre = said
    elif (forward and centre not in [t.proposition for t in forward]) or not is_fit(
        centre.statement, kit
    ):
        fit = [t for t in forward if is_fit(t.statement, kit)]
        if fit:
            centre = max(fit, key=_plainness).proposition
    return claim_text(centre.statement, pages[centre.document], kit)


def _settled_words(
    centre: Proposition,
    forward: Sequence[Testimony],
    testimony: Sequence[Testimony],
    because: frozenset[str],
    kit: Kit,
) -> Proposition | None:
    """What was affirmed by those on whose word the claim stands, or what they denied; None where
    the centre says as much.
    """
    behind = [t for t in testimony if t.statement.id in because and t.official]
    affirmed = [t for t in behind if t.stance is Stance.SUPPORTS and not t.proposition.anaphoric]
    answered = {t.statement.refers_to for t in behind if t.stance is Stance.DENIES}
    denied = [t for t in forward if t.statement.id in answered]
    chosen = affirmed if not answered else denied
    fit = [t for t in chosen if is_fit(t.statement, kit)]
    if not fit or any(t.proposition == centre or t.resemblance >= _SAYS_IT_ALL for t in chosen):
        return None
    return max(fit, key=_plainness).proposition


def _plainness(testimony: Testimony) -> tuple[float, int, tuple[str, str]]:
    return testimony.resemblance, -testimony.proposition.order, testimony.proposition.key


def claim_text(statement: Statement, page: Reading, kit: Kit) -> str:
    """A statement's words as a claim: from its source on where the content alone has no subject
    ("to open a second yard"), and with the speaker's name where it begins with a pronoun.
    """
    text = plain_words(statement)
    who = (statement.source.entity or statement.source.text) if statement.source else ""
    if needs_source(statement, text, kit) and statement.cue:
        said = f"{who} {' '.join(statement.cue.text.split())} {text}"
        alone = _from_sentence(statement, page) or stand_alone(text, statement, page, kit)
        follows = statement.cue.spans[0] < statement.content.spans[0]
        text = said if who and follows else alone
    else:
        entities = {e.name: e for e in page.entities}
        named = _name_speaker(text, who, statement, entities, kit) if who else text
        text = named if named != text else stand_alone(text, statement, page, kit)
    text = text.translate(_NO_MARKS).strip(" ,;:.'‘’")
    return text[:1].upper() + text[1:]


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
    return " ".join(said.split()) if len(said.split()) <= LONGEST else ""


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
    source = statement.source.text.lower() if statement.source else ""
    another = source in rows and rows[source]["form"] == "" and source != word  # "she said he"
    another = another or (body == "body" and entity.role not in {"", "company"})
    if statement.quoted or another or row["of"] not in {body, "either"}:
        return text
    return f"{who}{row['form']} {rest}"
