"""What bears on a sentence somebody asks about, and how far: the gathering behind `check`."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from onrecord.kit import Kit
from onrecord.kit.idf import load_idf
from onrecord.link.anaphora import find_antecedents, points_back, refer
from onrecord.link.pairs import coverage, likeness
from onrecord.link.parties import shared_parties
from onrecord.link.propositions import CLASS, telling_stems, telling_terms
from onrecord.model import Claim, Nearest, Proposition
from onrecord.text import find_tokens

Key = tuple[str, str]

# Chosen on rumours_dev (28 rumours asked of their own and of other topics' articles).
STORY = 0.4  # least share of the question that a story must hold
PASSAGE = 0.3  # least share that one passage of it must hold, so that the words stand together
BEARS = 0.2  # least resemblance of a statement that is counted with the claim
_COMMON = 1.5  # idf up to which a shared word says nothing
# Telling words, parties aside, up to which a question turns on its subject, deed and number
# ("Norvik closes the yard"); a longer one tells enough else to be known by.
_BRIEF = 4
_AROUND = 0.5  # what a word of the sentence around a statement is worth beside one inside it


def gather(
    asked: str, names: Sequence[str], propositions: Sequence[Proposition], kit: Kit
) -> tuple[dict[Key, float], dict[Key, Proposition]]:
    """The propositions that bear on `asked`, each with its resemblance (0 to 1).

    `names` are the parties that the question names. A story counts when it holds the question's
    words, and one passage of it enough of them together; inside it, reactions that only point
    back ("the claim is false") take the resemblance of what they answer. Empty where the record
    says nothing about it: another claim about the same party is no answer.
    """
    question = telling_terms(without_asides(asked), kit)
    parties = frozenset(s for name in names for s in telling_stems(name, kit))
    parties |= capitalised_stems(asked, kit)
    brief = sum(s[0].isalpha() for s in question - parties) <= _BRIEF
    subject = subject_stems(asked, kit) if brief else frozenset[str]()
    found: dict[Key, float] = {}
    bearing: dict[Key, Proposition] = {}
    for story in _stories(propositions):
        if not _is_about(question, parties, subject, story, kit):
            continue
        if not _names_parties(names, story, strictly=brief):
            continue
        antecedents = find_antecedents(story, kit)
        scores = {p.key: resemble(question, parties, p, kit) for p in story}
        best = max(scores.values())
        for proposition in story:
            answered = antecedents.get(proposition.key) if points_back(proposition) else None
            if answered is not None:
                scores[proposition.key] = max(scores[proposition.key], scores[answered.key])
                proposition = refer(proposition, answered)
            elif points_back(proposition):
                scores[proposition.key] = max(scores[proposition.key], best)
            if proposition.exposes is not None and proposition.falsifies:
                scores[proposition.key] = max(scores[proposition.key], best)
            if scores[proposition.key] >= BEARS:
                found[proposition.key] = scores[proposition.key]
                bearing[proposition.key] = proposition
    told = list(bearing.values())
    if brief and not (_same_deed(question, told, kit) and _same_numbers(asked, told)):
        return {}, {}
    return found, bearing


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


def subject_stems(asked: str, kit: Kit) -> frozenset[str]:
    """The stems of the name that a question begins with; empty where it begins otherwise."""
    opening = _OPENING_NAME.match(asked)
    return telling_stems(opening.group(), kit) if opening else frozenset()


_OPENING_NAME = re.compile(
    r"(?!(?:An?|The|In|On|At|Some|Two|No)\b)[A-Z][\w'’-]*(?: [A-Z][\w'’-]*)*(?= [a-z])"
)


def without_asides(asked: str) -> str:
    """A question without what stands in brackets: an aside helps a reader, the claim is without."""
    return re.sub(r"\([^()]{0,200}\)", " ", asked)


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
    question: frozenset[str],
    parties: frozenset[str],
    subject: frozenset[str],
    story: Sequence[Proposition],
    kit: Kit,
) -> bool:
    """Whether a story holds the question: its words, its parties, and more than its parties."""
    held = frozenset[str]().union(*(p.context for p in story))
    if subject and not subject & held:
        return False
    if coverage(question, held, kit) < STORY:
        return False
    matter = question - parties
    weight = load_idf(kit).weight
    if matter and not any(s[0] == CLASS or weight(s) > _COMMON for s in matter & held):
        return False
    return any(coverage(question, p.context, kit) >= PASSAGE for p in story)


def _same_deed(question: frozenset[str], told: Sequence[Proposition], kit: Kit) -> bool:
    """Whether what bears on a question tells of its deed: "closes" is not told by "builds"."""
    deeds = kit.once("deeds", _build_deeds)
    asked = question & deeds
    return not asked or any(asked & p.terms for p in told)


def _build_deeds(kit: Kit) -> frozenset[str]:
    return frozenset(CLASS + r["class"] for r in kit.rows("link_events") if r["kind"] == "deed")


def _same_numbers(asked: str, told: Sequence[Proposition]) -> bool:
    """Whether what bears on a question has a number of it: 300 million is not 210 million. Years
    and days of a month are left aside.
    """
    numbers = {n for n in _numbers(without_asides(asked)) if not _DATING.fullmatch(n)}
    if not numbers:
        return True
    given = {n for p in told for n in _numbers(" ".join((*p.context, p.statement.content.text)))}
    return bool(numbers & given)


def _numbers(text: str) -> set[str]:
    return {n.replace(",", "") for n in _NUMBER.findall(text)}


_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_DATING = re.compile(r"(?:19|20)\d\d|[0-3]?\d")


def _names_parties(names: Sequence[str], story: Sequence[Proposition], *, strictly: bool) -> bool:
    """Whether a story names a party that is asked about; strictly, the first and half of all."""
    if not names:
        return True
    told = frozenset[str]().union(*(p.names | p.beside for p in story))
    named = [name for name in names if shared_parties([name], told)]
    if not strictly:
        return bool(named)
    return names[0] in named and 2 * len(named) >= len(names)
