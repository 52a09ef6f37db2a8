"""Checks: figures of one story recomputed from each other, with the sum written out.

A check fails only where the text itself ties the figures together; where a tie has to be supposed
the verdict is conditional and carries its premise, and where it cannot be told nothing is said.
"""

from onrecord.kit import Kit
from onrecord.measure.additions import check_additions
from onrecord.measure.conversions import check_conversions
from onrecord.measure.directions import check_directions
from onrecord.measure.exchange import check_exchange
from onrecord.measure.growth import check_growth
from onrecord.measure.lexicon import load_lexicon
from onrecord.measure.limits import check_limits
from onrecord.measure.lines import draw_lines
from onrecord.measure.lists import check_counts
from onrecord.measure.margins import check_margins
from onrecord.measure.outlays import check_outlays
from onrecord.measure.portions import check_portions
from onrecord.measure.remainders import check_remainders
from onrecord.measure.retellings import check_retellings
from onrecord.measure.shares import check_shares
from onrecord.measure.shortfalls import check_shortfalls
from onrecord.measure.spells import check_spells
from onrecord.measure.stakes import check_stakes
from onrecord.measure.sums import check_sums
from onrecord.measure.totals import check_totals
from onrecord.measure.wordings import check_wordings
from onrecord.model import Check, Document, Figure

_MOST = 60  # figures of a sentence; what has more is a table, or meant to keep us busy


def check_figures(document: Document, figures: tuple[Figure, ...], kit: Kit) -> tuple[Check, ...]:
    """The checks on the `figures` of `document`, in the order of the text."""
    lexicon = load_lexicon(kit)
    if not figures:
        return ()
    lines = [line for line in draw_lines(document, figures) if len(line.figures) <= _MOST]
    checks = [
        *check_shares(lines, lexicon),
        *check_retellings(lines, lexicon),
        *check_wordings(lines),
        *check_portions(lines),
        *check_growth(lines, lexicon),
        *check_directions(lines, lexicon),
        *check_margins(lines, lexicon),
        *check_sums(lines, lexicon),
        *check_remainders(lines, lexicon),
        *check_totals(lines),
        *check_outlays(lines, lexicon),
        *check_conversions(lines, lexicon),
        *check_counts(lines, lexicon),
        *check_additions(lines, lexicon),
        *check_stakes(lines),
        *check_limits(lines, lexicon),
        *check_spells(lines, document.published),
        *check_exchange(lines),
        *check_shortfalls(lines, lexicon),
    ]
    order = {figure.id: place for place, figure in enumerate(figures)}
    unique = {check.id: check for check in checks}
    return tuple(
        sorted(unique.values(), key=lambda c: (min(order[i] for i in c.figures), c.kind, c.id))
    )
