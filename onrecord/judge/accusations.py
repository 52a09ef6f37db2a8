"""Claims of wrongdoing, which carry the accused's answer or the words that none was found."""

from collections.abc import Sequence, Set

from onrecord.judge.explain import may_be_among
from onrecord.judge.speakers import finds_nothing
from onrecord.judge.testimony import Testimony
from onrecord.judge.wrongdoing import tells_of_wrongdoing
from onrecord.kit import Kit
from onrecord.model import Charge, Party, Position, Stance, Voice

_NOBODY = "The articles name nobody who could answer for it."
_LONGEST_ANSWER = 200  # characters: a longer answer is read where it stands
_TELLERS = frozenset({Voice.OUTLET, Voice.AUTHOR})


def is_accusation(testimony: Sequence[Testimony], kit: Kit) -> bool:
    """Whether a claim charges somebody with wrongdoing: an accuser puts it forward, or half of
    its tellings use words of wrongdoing.
    """
    told = [t for t in testimony if t.stance is Stance.SUPPORTS]
    if any(t.voice is Voice.ACCUSER for t in told):
        return True
    charged = sum(tells_of_wrongdoing(t.statement, kit) for t in told)
    return bool(told) and 2 * charged >= len(told)


def find_charge(
    testimony: Sequence[Testimony],
    parties: Sequence[Party],
    kit: Kit,
    speakers: Set[str] = frozenset(),
) -> Charge | None:
    """Who accuses whom, and the answer; None where a claim accuses nobody.

    The accused are the parties that neither put the charge forward nor looked into it; `speakers`
    are those who are quoted anywhere in the claim's stories.
    """
    if not is_accusation(testimony, kit):
        return None
    told = [t for t in testimony if t.stance is Stance.SUPPORTS]
    charging = [t for t in told if t.voice is Voice.ACCUSER or _charges(t, kit)]
    named = (t.statement.source.entity for t in charging if t.statement.source)
    accusers = tuple(dict.fromkeys(name for name in named if name))
    looked = {t.entity for t in testimony if _looked_into_it(t)}
    accused = tuple(p for p in parties if p.entity not in accusers and p.entity not in looked)
    answers = tuple(_answer(party, testimony, speakers) for party in accused)
    return Charge(accusers, tuple(p.entity for p in accused), " ".join(answers) or _NOBODY)


def _answer(party: Party, testimony: Sequence[Testimony], speakers: Set[str]) -> str:
    """What one of the accused says to it, or the words that no answer was found."""
    who = party.entity
    own = [t for t in testimony if t.entity == who]
    said = [t for t in own if t.stance is Stance.DENIES and t.strong]
    if party.position is Position.DENIES:
        words = next((t.statement.content.text for t in said if t.statement.quoted), "")
        shown = f": {' '.join(words.split())}" if 0 < len(words) <= _LONGEST_ANSWER else ""
        return f"{who} denies it{shown}."
    if party.position is Position.AFFIRMS:
        return f"{who} admits it."
    if party.position is Position.MIXED:
        return f"{who} has said both."
    if party.position is Position.DECLINES:
        return f"{who} declined to answer."
    if may_be_among(who, speakers):
        return f"{who} is quoted in these articles; whether on this was not worked out."
    return f"No answer by {who} was found in these articles."


def _charges(testimony: Testimony, kit: Kit) -> bool:
    """Whether a named source says it in words of wrongdoing."""
    if testimony.statement.source is None or testimony.voice in _TELLERS:
        return False
    return tells_of_wrongdoing(testimony.statement, kit)


def _looked_into_it(testimony: Testimony) -> bool:
    """Whether it is an authority's word, or tells that somebody looked and found nothing."""
    return testimony.voice is Voice.AUTHORITY or finds_nothing(testimony.statement)
