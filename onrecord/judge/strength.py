"""How much a statement says of a claim: whether a status may rest on it."""

from onrecord.judge.beside import affirms_the_claim, quotes_a_paper
from onrecord.judge.negation import negated_stems, negates_the_deed
from onrecord.judge.opinions import is_opinion, is_possibility
from onrecord.judge.overlap import shares_enough
from onrecord.judge.selves import tells_of_mind
from onrecord.judge.sentences import is_fit
from onrecord.judge.sides import DENIES_THE_CLAIM, SAYS_THE_CLAIM
from onrecord.judge.speakers import denies_by_cue, finds_nothing, keeps_distance, speaks_out
from onrecord.kit import Kit
from onrecord.model import Act, Proposition, Stance

_AGAINST = frozenset({Act.DENY, Act.RETRACT})


def is_strong(
    proposition: Proposition, stance: Stance, resemblance: float, about: frozenset[str], kit: Kit
) -> bool:
    """Whether a statement says the claim (or its denial) itself: out loud, unhedged, as a fact."""
    statement = proposition.statement
    if proposition.anaphoric:
        says = stance is Stance.DENIES or affirms_the_claim(statement, kit)
    elif stance is Stance.DENIES:
        near = resemblance >= DENIES_THE_CLAIM and shares_enough(proposition, about, kit)
        says = near or resemblance >= SAYS_THE_CLAIM
    else:
        says = resemblance >= SAYS_THE_CLAIM and shares_enough(proposition, about, kit)
    if not says or (stance is Stance.DENIES and denies_outright(proposition, kit)):
        return says
    states = not statement.hedged and _states_a_fact(proposition, kit)
    if stance is Stance.DENIES:
        denied = negated_stems(statement.content.text, about, kit)
        return states and (negates_the_deed(denied, kit) or len(denied) > 1)
    says_so = speaks_out(statement, kit) and not quotes_a_paper(proposition, kit)
    return states and says_so and not keeps_distance(statement, kit)


def denies_outright(proposition: Proposition, kit: Kit) -> bool:
    """Whether a statement denies by its cue or by calling the claim false, and not by a "not"."""
    statement = proposition.statement
    if proposition.falsifies:
        return True
    if finds_nothing(statement):
        return True
    by_cue = proposition.anaphoric or denies_by_cue(statement, kit)
    return statement.act in _AGAINST and by_cue


def _states_a_fact(proposition: Proposition, kit: Kit) -> bool:
    """Whether a content can be confirmed at all: no opinion, and no mere possibility, unless it
    only points back at what others say ("the report is right").
    """
    statement = proposition.statement
    if proposition.anaphoric:
        return True
    if statement.act is Act.ASSERT and not is_fit(statement, kit):
        return False
    text = statement.content.text
    thinks = is_opinion(text, kit) or is_possibility(text, kit)
    return not thinks and not tells_of_mind(text, kit)
