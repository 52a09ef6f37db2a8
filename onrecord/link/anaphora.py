"""Contents that only point back ("the claim", "no truth to the report"), and what they mean."""

import re
from collections.abc import Sequence
from dataclasses import replace

from onrecord.kit import Kit
from onrecord.link.parties import shared_parties
from onrecord.model import Act, Proposition, Voice
from onrecord.text import find_tokens, fold

_KIND = "~"  # begins the term that stands for a kind of event
_SAYS_WHAT = 3  # telling words by which a correction names what it corrects
_LONGEST = 9  # words: a longer content says for itself what it is about
_REACTIONS = frozenset(
    {Act.DENY, Act.CONFIRM, Act.DECLINE, Act.DOUBT, Act.STAND_BY, Act.RETRACT, Act.CORRECT}
)
_OWN_MATTER = re.compile(r"\b(?:that|of|to) \w+ \w+ \w+")
_COMPLEMENT = re.compile(r"^\W*that (?=(?:the|this|these|those|such|there|it|its|their)\b)")
_GOES_ON = re.compile(
    r"\W*(?:that )?(?:the |these |those )?"
    r"(?:contacts?|talks|negotiations|discussions|conversations?)"
    r" (?:is|are|was|were|has|have|had|remains?|continues?|will)?(?: \w+){0,2}? ?"
    r"(?:continu(?:es?|ing|ed?)|ongoing|alive|active|under way|going on|go on|"
    r"(?:never|not)(?: been)? (?:broken|called|cut) off)\b"
)
_DEICTIC = r"(?:the|this|that|these|those|such|any|his|her|their|its|your|our|all)"


def is_anaphoric(content: str, kit: Kit) -> bool:
    """Whether `content` names no matter of its own and points back to one.

    "the claim", "there is no truth to the report", "completely false", "it": yes.
    "the claim that Ford would build cars with Xiaomi": no.
    """
    folded = _COMPLEMENT.sub("", fold(content).lower())
    judged = _judged(kit).match(folded)
    if judged is not None:  # the words after "as" only say what is thought of it
        folded = judged["it"]
    words = [t.word for t in find_tokens(folded) if t.word[0].isalnum()]
    if len(words) <= _LONGEST and goes_on(content):
        return True
    if len(words) > _LONGEST:
        return False
    if any(word[0].isdigit() for word in words) or _OWN_MATTER.search(folded):
        return bool(_judgement_words(kit).search(folded)) and len(words) <= _LONGEST - 3
    pointing = _pointer(kit).search(folded)
    return bool(pointing or _judgement_words(kit).search(folded)) and len(words) <= _LONGEST


def goes_on(content: str) -> bool:
    """Whether `content` says that talks told of before go on: "contact has never been broken off",
    "negotiations are continuing". "Talks ended" and "contact with the crew was lost" do not.
    """
    return bool(_GOES_ON.match(fold(content).lower()))


def find_antecedents(
    propositions: Sequence[Proposition], kit: Kit
) -> dict[tuple[str, str], Proposition]:
    """For each reaction, the proposition of its page that it answers.

    The nearest earlier one of the same story that another source (or the page itself) puts
    forward; reactions answer claims, never one another. None found: left out.
    """
    answers: dict[tuple[str, str], Proposition] = {}
    seen: dict[tuple[str, str | None], list[Proposition]] = {}
    for proposition in sorted(propositions, key=lambda p: (p.document, p.order, p.key)):
        place = (proposition.document, proposition.statement.story)
        earlier = seen.setdefault(place, [])
        back = points_back(proposition)
        if back or proposition.statement.act in _REACTIONS:
            disclaims = proposition.exposes == "satire"  # of all that its page tells
            found = earlier[0] if disclaims and earlier else _nearest(proposition, earlier)
            if found is not None:
                answers[proposition.key] = found
        if not back:
            earlier.append(proposition)
    return answers


def points_back(proposition: Proposition) -> bool:
    """Whether a proposition names no matter and no party of its own: a reaction ("the report"),
    or a telling that goes on from another ("the talks are still alive").
    """
    if proposition.exposes == "satire":  # says of the page it came from that it invents
        return True
    if proposition.exposes == "retraction" and not proposition.names:
        own = [term for term in proposition.terms if term[0] != _KIND]
        return len(own) < _SAYS_WHAT  # "that the line was founded in 1988" says what was wrong
    reaction = proposition.statement.act in _REACTIONS or proposition.falsifies
    return proposition.anaphoric and (reaction or not proposition.names)


def refer(proposition: Proposition, antecedent: Proposition) -> Proposition:
    """`proposition` with its statement pointing at the statement that it answers."""
    statement = replace(proposition.statement, refers_to=antecedent.statement.id)
    return replace(proposition, statement=statement)


def _nearest(reaction: Proposition, earlier: Sequence[Proposition]) -> Proposition | None:
    """The earlier proposition that a reaction most likely answers.

    One that names the speaker comes before one that does not, what an outlet or an unnamed source
    puts forward before the page's own words, and a nearer one before a farther one.
    """
    return _nearest_of(reaction, earlier, _NO_CLAIM) or _nearest_of(reaction, earlier, _NO_MATTER)


def _nearest_of(
    reaction: Proposition, earlier: Sequence[Proposition], passed_over: frozenset[Act]
) -> Proposition | None:
    speakers = _speakers(reaction)
    best: tuple[int, Proposition] | None = None
    for distance, candidate in enumerate(reversed(earlier[-_FARTHEST:])):
        said_by = candidate.statement.source.entity if candidate.statement.source else None
        if (said_by and said_by in speakers) or candidate.statement.act in passed_over:
            continue
        names = candidate.names | candidate.beside
        fits = _NAMES_SPEAKER if _names_any(speakers, candidate.names) else 0
        fits += _NAMES_PARTY if candidate.names else 0
        fits -= _MUSES if candidate.statement.hedged and not candidate.names else 0
        fits += _PUT_FORWARD if candidate.statement.voice in _RUMOUR_VOICES else 0
        if speakers and names and not _names_any(speakers | reaction.beside, names):
            continue
        if best is None or fits - distance > best[0]:
            best = (fits - distance, candidate)
    return _first_telling(best[1], earlier) if best else None


def _first_telling(found: Proposition, earlier: Sequence[Proposition]) -> Proposition:
    """Of what one teller says in one breath, the first that names the same parties or more.

    "The Post said that A had met B, an arrangement that would give B its first berths": "the
    report" is the meeting, and what follows only spells it out.
    """
    teller = found.statement.source.entity if found.statement.source else None
    if teller is None:
        return found
    for candidate in earlier[-_FARTHEST:]:
        source = candidate.statement.source
        same = source is not None and source.entity == teller
        if same and found.order - candidate.order <= _BREATH and candidate.names > found.names:
            return candidate
    return found


def _names_any(speakers: frozenset[str], names: frozenset[str]) -> bool:
    return shared_parties(speakers, names) > 0


def _speakers(reaction: Proposition) -> frozenset[str]:
    """Who reacts: the entity, or each of the two that "both companies" stands for."""
    entity = reaction.statement.source.entity if reaction.statement.source else None
    return frozenset(entity.split(" and ")) | {entity} if entity else frozenset()


_FARTHEST = 12  # propositions back
_BREATH = 400  # characters in which one teller spells out one thing
# Worth so many propositions of distance: naming the speaker, naming any party, being put forward
# by somebody; and musing about what might follow counts against it.
_NAMES_SPEAKER, _NAMES_PARTY, _PUT_FORWARD, _MUSES = 6, 2, 4, 3
_NO_CLAIM = frozenset({Act.DENY, Act.DECLINE, Act.OPPOSE, Act.SUPPORT, Act.DOUBT})
_NO_MATTER = _NO_CLAIM - {Act.DENY}
_RUMOUR_VOICES = frozenset({Voice.OUTLET, Voice.UNNAMED, Voice.SOCIAL, Voice.ACCUSER})


def _pointer(kit: Kit) -> re.Pattern[str]:
    return kit.once("anaphora pointer", _build_pointer)


def _build_pointer(kit: Kit) -> re.Pattern[str]:
    nouns = sorted(r["word"] for r in kit.rows("link_anaphora") if r["kind"] in {"report", "claim"})
    pronouns = sorted(r["word"] for r in kit.rows("link_anaphora") if r["kind"] == "pronoun")
    noun = rf"\b{_DEICTIC}(?: \w+)? (?:{'|'.join(nouns)})\b"
    alone = rf"^\W*(?:{'|'.join(pronouns)})\b(?:\W+\w+){{0,3}}\W*$"
    return re.compile(f"{noun}|{alone}")


def _judged(kit: Kit) -> re.Pattern[str]:
    return kit.once("anaphora judged", _build_judged)


def _build_judged(kit: Kit) -> re.Pattern[str]:
    nouns = sorted(r["word"] for r in kit.rows("link_anaphora") if r["kind"] in {"report", "claim"})
    return re.compile(
        rf"^(?P<it>\W*{_DEICTIC}(?: \w+)? (?:{'|'.join(nouns)}))\W+as\b(?!.*\bthat\b)"
    )


def _judgement_words(kit: Kit) -> re.Pattern[str]:
    return kit.once(
        "anaphora judgement",
        lambda kit: re.compile(
            r"\b(?:"
            + "|".join(
                re.escape(row["phrase"])
                for row in kit.rows("link_falsity")
                if row["strength"] not in {"check", "finding"}
            )
            + r")\b"
        ),
    )
