"""What a figure counts or measures, in the text's own nouns."""

from onrecord.measure.lexicon import Lexicon
from onrecord.measure.numerals import at
from onrecord.measure.pieces import Piece
from onrecord.measure.quantities import Quantity

_REACH = 6  # words in a noun phrase
_BACK = 14  # pieces looked back for "sales of the X"


def find_subject(
    text: str, pieces: list[Piece], quantity: Quantity, lexicon: Lexicon
) -> str | None:
    """The noun phrase that `quantity` is of: "Escape sales", "factory space", "battery plant"."""
    return (
        _after_link(text, pieces, quantity, lexicon)
        or _measure_before(text, pieces, quantity, lexicon)
        or _counted_noun(text, pieces, quantity, lexicon)
        or _noun_after(text, pieces, quantity, lexicon)
        or _subject_before(text, pieces, quantity, lexicon)
        or _noun_before(text, pieces, quantity, lexicon)
    )


def _after_link(text: str, pieces: list[Piece], q: Quantity, lexicon: Lexicon) -> str | None:
    """As in "12 % of its revenue", "a 90 % reduction in factory space", "a spike in orders"."""
    step = q.last
    while at(pieces, step).word in lexicon.change_nouns or (
        at(pieces, step).word in lexicon.comparatives
    ):
        step += 1
    link = at(pieces, step).word
    if link == "of" or (link in ("in", "for") and (step > q.last or q.unquantified)):
        return _phrase(text, pieces, step + 1, lexicon)
    if step > q.last and at(pieces, q.last).word in lexicon.comparatives:
        return _phrase(text, pieces, step, lexicon)
    return None


def _measure_before(text: str, pieces: list[Piece], q: Quantity, lexicon: Lexicon) -> str | None:
    """As in "sales of the Orla were under 5,000": "Orla sales"; "a price of $30": "price"."""
    for step in range(q.first - 1, max(-1, q.first - _BACK), -1):
        piece = pieces[step]
        if piece.raw in _STOPS and not (piece.raw == "," and at(pieces, step + 1).word == "or"):
            return None
        if at(pieces, step + 1).raw == "-" and at(pieces, step + 1).glued:
            continue  # "lower-cost"
        if piece.word not in lexicon.measures:
            continue
        if at(pieces, step + 1).word == "of" and step + 1 < q.first - 1:
            whose = _phrase(text, pieces, step + 2, lexicon, q.first)
            return f"{whose} {piece.raw.lower()}" if whose else piece.raw.lower()
        start = _phrase_start(pieces, step, lexicon)
        return text[pieces[start].start : piece.end]
    return None


_STOPS = frozenset({",", ";", "(", ")", ".", ":", "–", "—"})


def _counted_noun(text: str, pieces: list[Piece], q: Quantity, lexicon: Lexicon) -> str | None:
    """The counted noun with its adjectives ("rushing yards", "cyber cabs")."""
    if q.kind != "count" or q.unquantified:
        return None
    words = [i for i in range(q.core, q.end) if pieces[i].kind == "w"]
    words = [i for i in words if pieces[i].word not in lexicon.numbers and i > q.core]
    words = [i for i in words if pieces[i].word not in lexicon.stops]
    return text[pieces[words[0]].start : pieces[words[-1]].end] if words else None


def _noun_after(text: str, pieces: list[Piece], q: Quantity, lexicon: Lexicon) -> str | None:
    """As in "A $3.5 billion battery plant", "80 % capacity", "a seven-year loan"."""
    piece = at(pieces, q.last)
    if q.per is not None or q.kind == "count" or q.unquantified:
        return None
    if q.kind == "share":
        known = piece.word in lexicon.measures
        return text[piece.start : piece.end] if known else None
    joined = any(p.raw == "-" and p.glued for p in pieces[q.core : q.last])
    if not joined and at(pieces, q.first - 1).word not in lexicon.grammar["determiner"]:
        return None
    return _phrase(text, pieces, q.last, lexicon)


def _subject_before(text: str, pieces: list[Piece], q: Quantity, lexicon: Lexicon) -> str | None:
    """As in "A midsize van expected to start around $30,000": the noun before its verbs."""
    step = q.first - 1
    while at(pieces, step).word in lexicon.grammar["predicate"]:
        step -= 1
    if step == q.first - 1 or at(pieces, step).kind != "w":
        return None
    if not _in_phrase(pieces, step, 0, lexicon) or at(pieces, step).word in lexicon.numbers:
        return None
    return text[pieces[_phrase_start(pieces, step, lexicon)].start : pieces[step].end]


def _noun_before(text: str, pieces: list[Piece], q: Quantity, lexicon: Lexicon) -> str | None:
    """As in "a fine of $2m": the noun that "of" hangs the figure on."""
    if at(pieces, q.first - 1).word != "of":
        return None
    end = q.first - 2
    if end < 0 or pieces[end].kind != "w" or pieces[end].word in lexicon.stops:
        return None
    return text[pieces[_phrase_start(pieces, end, lexicon)].start : pieces[end].end]


def _phrase(
    text: str, pieces: list[Piece], index: int, lexicon: Lexicon, limit: int | None = None
) -> str | None:
    """The noun phrase that begins at `index`, without its determiner."""
    limit = len(pieces) if limit is None else limit
    while index < limit and pieces[index].word in lexicon.grammar["determiner"]:
        index += 1
    last = index
    while last < limit and last - index < _REACH and _in_phrase(pieces, last, index, lexicon):
        last += 1
    while last > index and pieces[last - 1].kind != "w":
        last -= 1
    return text[pieces[index].start : pieces[last - 1].end] if last > index else None


def _in_phrase(pieces: list[Piece], index: int, first: int, lexicon: Lexicon) -> bool:
    piece = pieces[index]
    if piece.kind == "w":
        if index != first and piece.word.endswith(_VERBAL):
            return False  # "insurgency | aimed", "workers | reportedly"
        return piece.word not in lexicon.stops and piece.word not in lexicon.changes
    return piece.raw in ("-", "'") and piece.glued and index > first


_VERBAL = ("ed", "ly")


def _phrase_start(pieces: list[Piece], last: int, lexicon: Lexicon) -> int:
    """The first word of the noun phrase that ends at `last`."""
    start = last
    while start > 0 and last - start < _REACH and _in_phrase(pieces, start - 1, 0, lexicon):
        start -= 1
    while start < last and pieces[start].kind != "w":
        start += 1
    return start
