"""Which groups of statements are claims worth an entry in the ledger."""

from collections.abc import Sequence

from onrecord.judge.sentences import is_fit
from onrecord.kit import Kit
from onrecord.model import Act, Proposition

_PUTS_FORWARD = frozenset(
    {Act.ASSERT, Act.CONFIRM, Act.DENY, Act.PLEDGE, Act.FORECAST, Act.STAND_BY, Act.MATCH}
)
_PROMISES = frozenset({Act.PLEDGE, Act.FORECAST})
_LEAST_TERMS = 3  # telling words: "it is good" claims nothing that could be looked up


def is_worth_a_claim(group: Sequence[Proposition], kit: Kit) -> bool:
    """Whether a group says something checkable of somebody: a sentence of fact, a named party,
    enough words, and either a source, a headline, a promise, a figure or more than one page
    behind it.
    """
    told = [p for p in group if _puts_forward(p) and is_fit(p.statement, kit)]
    promised = any(p.statement.act in _PROMISES and p.names | p.beside for p in told)
    if not any(p.names for p in told):
        return promised
    attributed = any(p.statement.source is not None and p.names for p in told)
    prominent = any(p.headline for p in told) or len({p.document for p in told}) > 1
    exact = any(p.figured and p.names for p in told)
    return attributed or prominent or promised or exact


def _puts_forward(proposition: Proposition) -> bool:
    """Whether a statement could found a claim: what a page itself thinks possible could not."""
    statement = proposition.statement
    thinks_aloud = proposition.muses or (statement.source is None and statement.hedged)
    musing = thinks_aloud and not proposition.headline
    denies_only = statement.negated and statement.act is not Act.DENY
    debunks = statement.source is None and proposition.falsifies  # of a tale told elsewhere
    return (
        statement.act in _PUTS_FORWARD
        and not denies_only
        and not debunks
        and not proposition.anaphoric
        and not musing
        and len(proposition.terms) >= _LEAST_TERMS
    )
