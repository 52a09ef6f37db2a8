"""Currencies written before a number: "$5", "Rs 4,50,000", "MEUR 12"."""

from onrecord.measure.lexicon import CurrencyForm, Lexicon
from onrecord.measure.pieces import Piece


def find_currency(
    pieces: list[Piece], first: int, lexicon: Lexicon, floor: int = 0
) -> tuple[CurrencyForm, int] | None:
    """The currency written before the number at `first`, and the piece it begins at.

    Pieces before `floor` belong to the number before ("15 USD 50").
    """
    if first == 0:
        return None
    longest = lexicon.currency_tails.get(pieces[first - 1].word, 0)
    for length in range(longest, 0, -1):
        start = first - length
        if start < floor:
            continue
        phrase = tuple(piece.word for piece in pieces[start:first])
        found = lexicon.currencies.get(phrase)
        if found is not None and _is_sign(pieces, start, first, found):
            return found, start
    return None


def _is_sign(pieces: list[Piece], start: int, first: int, form: CurrencyForm) -> bool:
    """Whether letters before a number are a currency: capitals, or "Rs", not a word in the text."""
    head = pieces[start]
    if head.kind == "s":
        return True
    if form.place == "code":
        return head.raw[:_CODE].isupper()
    if pieces[first - 1].kind == "s":  # "US$", "US $": "a $5 fine" is no Australian dollar
        return pieces[first - 1].glued or (head.raw.isupper() and len(head.raw) > 1)
    return head.raw[:1].isupper() or pieces[first].glued


_CODE = 3  # letters of an ISO 4217 code
