"""Which groups of statements are claims worth an entry in the ledger."""

from collections.abc import Sequence

from onrecord.model import Act, Proposition

_PUTS_FORWARD = frozenset(
    {Act.ASSERT, Act.CONFIRM, Act.DENY, Act.PLEDGE, Act.FORECAST, Act.STAND_BY, Act.MATCH}
)
_LEAST_TERMS = 3  # telling words: "it is good" claims nothing that could be looked up


def is_worth_a_claim(group: Sequence[Proposition]) -> bool:
    """Whether a group says something checkable of somebody: a named party, enough words, and
    either a source, a headline, a promise or more than one page behind it.
    """
    told = [
        p
        for p in group
        if p.statement.act in _PUTS_FORWARD and not p.anaphoric and len(p.terms) >= _LEAST_TERMS
    ]
    if not any(p.names for p in told):
        return False
    attributed = any(p.statement.source is not None for p in told)
    prominent = any(p.headline for p in told) or len({p.document for p in told}) > 1
    promised = any(p.statement.act in {Act.PLEDGE, Act.FORECAST} for p in told)
    return attributed or prominent or promised
