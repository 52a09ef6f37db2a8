"""Records as the JSON that others script against: `extract` and `export` say the same thing.

Every key of an object is always there; what a text does not tell is null. Spans are lists.
"""

from onrecord.ledger.contract.claims import show_answer, show_claim, show_judgement
from onrecord.ledger.contract.ledgers import show_entities, show_ledger
from onrecord.ledger.contract.pages import (
    Json,
    show_check,
    show_document,
    show_fault,
    show_figure,
    show_headline,
    show_mention,
    show_page,
    show_statement,
    show_story,
    show_when,
)

__all__ = [
    "Json",
    "show_answer",
    "show_check",
    "show_claim",
    "show_document",
    "show_entities",
    "show_fault",
    "show_figure",
    "show_headline",
    "show_judgement",
    "show_ledger",
    "show_mention",
    "show_page",
    "show_statement",
    "show_story",
    "show_when",
]
