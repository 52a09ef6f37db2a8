"""What bears on a sentence somebody asks about, and how far: the gathering behind `check`."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set

from onrecord.kit import Kit
from onrecord.kit.idf import load_idf
from onrecord.link.anaphora import find_antecedents, points_back, refer
from onrecord.link.asked import Question, take_apart
from onrecord.link.deeds import plain
from onrecord.link.pairs import coverage, likeness
from onrecord.link.parties import shared_parties
from onrecord.link.propositions import CLASS, telling_stems, telling_terms
from onrecord.link.tellings import (
    LONG,
    agrees,
    contradicts,
    gives_a_figure,
    is_overtaken,
    tells,
    tells_of_another,
    tells_otherwise,
    told_of_names,
)
from onrecord.model import Act, Claim, Figure, Nearest, Proposition
from onrecord.text import find_tokens, stem

Key = tuple[str, str]

# Chosen on rumours_dev (28 rumours asked of their own and of other topics' articles).
STORY = 0.4  # least share of the question that a story must hold
PASSAGE = 0.3  # least share that one passage of it must hold, so that the words stand together
BEARS = 0.2  # least resemblance of a statement that is counted with the claim
_COMMON = 1.5  # idf up to which a shared word says nothing
_NEAR_PASSAGE = 0.37  # and where the figure that is asked about is told nowhere
_SAME_PASSAGE = 0.5  # share of a long question in one passage that makes it the same matter
TOLD = 0.6  # resemblance of a statement whose sentence tells all of a question
_AROUND = 0.5  # what a word of the sentence around a statement is worth beside one inside it


def gather(
    asked: str,
    names: Sequence[str],
    propositions: Sequence[Proposition],
    kit: Kit,
    figures: Sequence[Figure] = (),
) -> tuple[dict[Key, float], dict[Key, Proposition]]:
    """The propositions that bear on `asked`, each with its resemblance (0 to 1).

    `names` are the parties that the question names, `figures` the quantities in it. A brief
    question needs one sentence that tells all of it; a longer one counts a story that holds its
    words, and one passage of it enough of them together. Inside a story, reactions that only
    point back ("the claim is false") take the resemblance of what they answer. Empty where the
    record says nothing about it: another claim about the same party is no answer.
    """
    plain = without_asides(asked)
    if _OPEN.match(plain):
        return {}, {}
    question = take_apart(plain, names, [f for f in figures if plain[f.start : f.end].strip()], kit)
    terms = telling_terms(plain, kit)
    parties = frozenset(s for name in names for s in telling_stems(name, kit))
    parties |= capitalised_stems(asked, kit) | question.named
    stories = _stories(propositions)
    known = told_of_names(question, propositions, kit)
    telling = {p.key for story in stories for p in _find_telling(question, story, known, kit)}
    if not telling and (question.brief or _all_tell_otherwise(question, propositions, kit)):
        wordy = question.parts > LONG and _is_in_one_passage(
            terms, propositions, kit, _SAME_PASSAGE
        )
        if not wordy:
            return {}, {}
    found: dict[Key, float] = {}
    bearing: dict[Key, Proposition] = {}
    for story in stories:
        if _bears(question, terms, parties, names, story, telling, kit):
            scores = {p.key: resemble(terms, parties, p, kit) for p in story}
            scores |= {p.key: max(scores[p.key], TOLD) for p in story if p.key in telling}
            for proposition, score in _weigh_story(question, story, scores, telling, kit):
                found[proposition.key] = score
                bearing[proposition.key] = proposition
    return found, bearing


def _weigh_story(
    question: Question,
    story: Sequence[Proposition],
    scores: dict[Key, float],
    telling: Set[Key],
    kit: Kit,
) -> Iterator[tuple[Proposition, float]]:
    """The statements of a story that bear on a question, with their resemblance: what they say
    themselves, and for a reaction that only points back, what is said by what it answers.
    """
    antecedents = find_antecedents(story, kit)
    best = max(scores.values())
    for proposition in story:
        key, answered = proposition.key, _find_answered(proposition, story, antecedents)
        if answered is not None:
            if question.brief and telling and answered.key not in telling:
                continue
            scores[key] = max(scores[key], scores[answered.key])
            proposition = refer(proposition, answered) if key in antecedents else proposition
        elif points_back(proposition):
            scores[key] = max(scores[key], best)
        if proposition.exposes is not None and proposition.falsifies:
            if not _takes_back_another(question, proposition, kit):
                scores[key] = max(scores[key], best)
        elif key not in telling and _is_beside_it(question, proposition, kit):
            continue
        if scores[key] >= BEARS:
            yield proposition, scores[key]


def _takes_back_another(question: Question, proposition: Proposition, kit: Kit) -> bool:
    """Whether a correction tells what was wrong, and that is not what is asked: "an earlier
    version said that his last column was from May".
    """
    if proposition.exposes != "retraction" or points_back(proposition):
        return False
    matter = {stem(plain(word)) for word in question.matter}
    own = {term for term in proposition.terms if term[0] != CLASS} - question.named
    return len(own) >= _SAYS_WHAT and not own & matter


_SAYS_WHAT = 3  # telling words by which a correction names what it corrects


# "How many work there?" asks for more than whether something is so.
_OPEN = re.compile(r"(?:how|who|whom|whose|what|when|where|why|which)\b", re.IGNORECASE)


def _find_telling(
    question: Question, story: Sequence[Proposition], known: Set[str], kit: Kit
) -> list[Proposition]:
    """The propositions of a story that tell all that is asked, and do not only point back."""
    found = []
    for place, proposition in enumerate(story):
        before = [p for p in story[:place] if p.sentence != proposition.sentence]
        earlier = before[-1] if before else None
        if points_back(proposition) or not tells(question, proposition, earlier, kit, known):
            continue
        if not is_overtaken(question, proposition, story, kit):
            found.append(proposition)
    return found


def _all_tell_otherwise(question: Question, propositions: Sequence[Proposition], kit: Kit) -> bool:
    """Whether whoever tells of the deed with these names tells it the other way round, as more or
    less far along, or with other figures and days.
    """
    named = [p for p in propositions if question.named & p.context]
    otherwise = any(tells_otherwise(question, p, kit) for p in named)
    exactly = question.parts <= LONG
    return otherwise and not any(agrees(question, p, kit, exactly=exactly) for p in named)


def _is_in_one_passage(
    terms: frozenset[str], propositions: Sequence[Proposition], kit: Kit, least: float
) -> bool:
    """Whether some passage holds so much of a question's words that it is about the same, though
    it words the deed otherwise.
    """
    return any(coverage(terms, p.context, kit) >= least for p in propositions)


def _holds_all(terms: frozenset[str], stories: Sequence[Sequence[Proposition]], kit: Kit) -> bool:
    """Whether two stories each hold nearly all words of a question, and one passage a third."""
    held = [frozenset[str]().union(*(p.context for p in story)) for story in stories]
    whole = sum(coverage(terms, words, kit) >= _NEARLY_ALL for words in held)
    flat = [p for story in stories for p in story]
    return whole >= _TWO and _is_in_one_passage(terms, flat, kit, PASSAGE)


_NEARLY_ALL, _TWO = 0.8, 2


def _find_answered(
    reaction: Proposition, story: Sequence[Proposition], antecedents: Mapping[Key, Proposition]
) -> Proposition | None:
    """What a reaction that only points back answers: what it was found to answer, else what is
    told right before it (a spokesman called by his own name answers what was said last). A refusal
    to say anything answers too, though "declined to comment" points at nothing.
    """
    if reaction.statement.act is Act.DECLINE:
        return antecedents.get(reaction.key)
    if not points_back(reaction):
        return None
    if reaction.key in antecedents:
        return antecedents[reaction.key]
    before = [
        p
        for p in story
        if p.order < reaction.order and not points_back(p) and p.statement.act in _TELLS
    ]
    return before[-1] if before and not before[-1].headline else None


_TELLS = frozenset({Act.ASSERT, Act.CONFIRM, Act.PLEDGE, Act.FORECAST, Act.STAND_BY})


def _is_beside_it(question: Question, proposition: Proposition, kit: Kit) -> bool:
    """Whether a statement that does not tell what is asked bears on something else."""
    if points_back(proposition):
        return False
    if proposition.checked and proposition.falsifies:  # "found no deaths linked to mould"
        matter = {stem(plain(word)) for word in question.matter}
        return not matter & proposition.terms
    if question.brief and contradicts(question, proposition, kit):
        return True
    if question.brief and proposition.statement.act in _TELLS and not proposition.falsifies:
        return not agrees(question, proposition, kit, exactly=False)
    if question.brief or (question.parts <= LONG and proposition.statement.act is Act.DENY):
        return tells_of_another(question, proposition, kit)
    return False


def _bears(
    question: Question,
    terms: frozenset[str],
    parties: frozenset[str],
    names: Sequence[str],
    story: Sequence[Proposition],
    telling: Set[Key],
    kit: Kit,
) -> bool:
    """Whether a story bears on a question: it tells it, or holds its words and a party."""
    if any(p.key in telling for p in story):
        return True
    if not _is_about(terms, parties, story, kit):
        return False
    counts = not question.figures or any(gives_a_figure(question, p) for p in story)
    if not counts and not _is_in_one_passage(terms, story, kit, _NEAR_PASSAGE):
        return False
    return _names_parties(names, story, strictly=question.brief)


def resemble(
    question: frozenset[str], parties: frozenset[str], proposition: Proposition, kit: Kit
) -> float:
    """How much of the question a statement says: its own words whole, those around it by half.

    Who shares no more than the parties' names speaks of something else: 0.
    """
    matter = question - parties or question
    said = proposition.terms | proposition.context
    if not matter & said:
        return 0.0
    inside = coverage(question, proposition.terms, kit)
    around = coverage(question, said, kit)
    if not matter & proposition.terms:
        inside = 0.0
    return round(inside + _AROUND * (around - inside), 3)


def capitalised_stems(asked: str, kit: Kit) -> frozenset[str]:
    """The stems of the words of a question that are written as names, the first one aside."""
    words = [token for token in find_tokens(asked) if asked[token.start].isupper()]
    named = [token.word for token in words if token.start > 0]
    return frozenset(s for word in named for s in telling_stems(word, kit))


def without_asides(asked: str) -> str:
    """A question without what stands in brackets: an aside helps a reader, the claim is without."""
    return re.sub(r"\([^()]{0,200}\)", lambda aside: " " * len(aside.group()), asked)


def rank_claims(asked: str, claims: Iterable[Claim], kit: Kit, most: int = 3) -> list[Nearest]:
    """The claims most like a sentence, best first; those that share nothing are left out."""
    question = telling_terms(asked, kit)
    ranked = [
        Nearest(claim.id, claim.text, likeness(question, telling_terms(claim.text, kit), kit))
        for claim in claims
    ]
    ranked.sort(key=lambda near: (-near.similarity, near.id))
    return [near for near in ranked[:most] if near.similarity > 0]


def _stories(propositions: Iterable[Proposition]) -> list[list[Proposition]]:
    stories: dict[tuple[str, str], list[Proposition]] = defaultdict(list)
    for proposition in propositions:
        stories[proposition.document, proposition.statement.story or ""].append(proposition)
    return [stories[key] for key in sorted(stories)]


def _is_about(
    question: frozenset[str], parties: frozenset[str], story: Sequence[Proposition], kit: Kit
) -> bool:
    """Whether a story holds the question: its words, its parties, and more than its parties."""
    held = frozenset[str]().union(*(p.context for p in story))
    if coverage(question, held, kit) < STORY:
        return False
    matter = question - parties
    weight = load_idf(kit).weight
    if matter and not any(s[0] == CLASS or weight(s) > _COMMON for s in matter & held):
        return False
    return any(coverage(question, p.context, kit) >= PASSAGE for p in story)


def _names_parties(names: Sequence[str], story: Sequence[Proposition], *, strictly: bool) -> bool:
    """Whether a story names a party that is asked about; strictly, the first and half of all."""
    if not names:
        return True
    told = frozenset[str]().union(*(p.names | p.beside for p in story))
    named = [name for name in names if shared_parties([name], told)]
    if not strictly:
        return bool(named)
    return names[0] in named and 2 * len(named) >= len(names)
