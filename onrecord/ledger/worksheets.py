"""The worksheets that stand with the claims of a ledger, as JSON."""

from collections.abc import Iterable, Sequence

from onrecord.kit import Kit
from onrecord.ledger.contract import Json
from onrecord.measure.worksheets import find_standing, show_solution
from onrecord.model import Claim, Judgement, Reading


def show_worksheets(
    claims: Iterable[Claim],
    readings: Iterable[Reading],
    judgements: Sequence[Judgement],
    kit: Kit,
) -> list[Json]:
    """Each worksheet that stands with a claim: the claim, the page, and the solution."""
    pages = {reading.document.id: reading for reading in readings}
    shown = []
    for claim in claims:
        documents = sorted({evidence.document for evidence in claim.evidence} & pages.keys())
        for standing in find_standing(claim, [pages[key] for key in documents], kit, judgements):
            solved = show_solution(standing.solution, standing.sheet, standing.bindings)
            shown.append({"claim": claim.id, "document": standing.document, **solved})
    return shown
