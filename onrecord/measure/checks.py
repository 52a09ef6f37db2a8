"""Checks."""

from onrecord.kit import Kit
from onrecord.model import Check, Document, Figure


def check_figures(document: Document, figures: tuple[Figure, ...], kit: Kit) -> tuple[Check, ...]:
    """The checks."""
    return ()
