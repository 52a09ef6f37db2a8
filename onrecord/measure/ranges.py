"""Ranges: two numbers read as one interval ("90-100k", "between 3 and 4 million")."""

from dataclasses import replace

from onrecord.measure.lexicon import Lexicon
from onrecord.measure.numbers import read_numeral
from onrecord.measure.numerals import at
from onrecord.measure.pieces import Piece
from onrecord.measure.terms import Term, read_term


def read_partner(pieces: list[Piece], left: Term, lexicon: Lexicon) -> Term | None:
    """The number after "to", a dash, "and" or "or" that may make a pair with `left`."""
    step = _past_joint(pieces, left.last, lexicon)
    if step == left.last or left.number.form == "share":
        return None
    for length in (2, 1):  # the currency of the second number
        if tuple(p.word for p in pieces[step : step + length]) in lexicon.currencies:
            step += length
            break
    head = at(pieces, step)
    if head.kind != "n" and head.word not in lexicon.starts:
        return None
    number = read_numeral(pieces, step, lexicon) if step < len(pieces) else None
    if number is None or number.form in ("share", "open"):
        return None
    return read_term(pieces, number, lexicon)


_JOINTS = frozenset({"to", "-", "–", "—", "and", "or", "through", "of"})


def _past_joint(pieces: list[Piece], index: int, lexicon: Lexicon) -> int:
    """After the word or dash that joins two numbers at `index`, "-to-" as one; else `index`."""
    if at(pieces, index).word not in _JOINTS:
        return index
    if at(pieces, index).raw == "-" and at(pieces, index + 1).word == "to":
        return index + (3 if at(pieces, index + 2).raw == "-" else 2)
    if at(pieces, index).word == "of" and at(pieces, index + 1).word in lexicon.grammar["whole"]:
        return index + 2
    return index + 1


def pair_terms(
    pieces: list[Piece], left: Term, right: Term, lexicon: Lexicon
) -> tuple[Term, Term] | None:
    """`left` and `right` as one range, with unit and scale shared, or None."""
    left = _share_scale(left, right)
    own, name = left.unit.name if left.unit else None, right.unit.name if right.unit else None
    if own is not None and name is not None and own != name:
        return None
    if _is_year(pieces, left) and not _is_year(pieces, right):
        return None  # "in 2014 to 28 million"
    if right.value < left.value or (own is None and name is None and not _is_plain(left, right)):
        return None
    joint, before = pieces[left.last], at(pieces, left.first - 1)
    match joint.word:
        case "and":
            linked = before.word == "between" or at(pieces, left.first - 2).word == "between"
        case "or" | "of":
            linked = False
        case "to" | "through":
            linked = not (own is not None and _is_changing(pieces, left.first, lexicon))
            linked = linked and (before.word != "from" or not _rises_from(pieces, left, lexicon))
        case _:
            linked = _is_dashed(pieces, left, right, joint)
    if not linked:
        return None
    unit = right.unit or left.unit
    return replace(left, unit=unit), replace(right, unit=unit)


def _is_year(pieces: list[Piece], term: Term) -> bool:
    raw = pieces[term.number.first].raw
    plain = len(raw) == len("2014") and raw.isdecimal() and not term.number.scaled
    return plain and raw[:2] in ("19", "20") and term.currency is None


def _share_scale(left: Term, right: Term) -> Term:
    """As in "3 to 4 million", "90-100k": the scale of the second number is the first's too."""
    if left.number.scaled or left.number.letter or not right.number.mantissa:
        return left
    factor = right.value / right.number.mantissa
    if factor > 1 and left.value < right.number.mantissa:
        number = left.number._replace(scaled=True)
        return replace(left, value=left.value * factor, number=number)
    return left


def _is_plain(left: Term, right: Term) -> bool:
    return left.number.scaled and right.number.scaled


def _is_changing(pieces: list[Piece], first: int, lexicon: Lexicon) -> bool:
    """Whether a word of change stands before: "rose $2bn to $5bn" are two figures."""
    before = [piece.word for piece in pieces[max(0, first - 3) : first]]
    return any(word in lexicon.changes for word in before) and before[-1:] != ["from"]


def _rises_from(pieces: list[Piece], left: Term, lexicon: Lexicon) -> bool:
    """Whether "from 5 to 10" is a change of level ("rose from"), not a spread."""
    words = [piece.word for piece in pieces[max(0, left.first - 5) : left.first]]
    return any(word in lexicon.changes or word in lexicon.multiples for word in words)


def _is_dashed(pieces: list[Piece], left: Term, right: Term, joint: Piece) -> bool:
    """Whether a dash between two numbers makes a range; not a score ("21-14") or a year span."""
    if right.value <= left.value:
        return False
    close = joint.glued or not pieces[left.last + 1].glued
    named = right.unit is not None or left.unit is not None
    if right.unit is not None and right.unit.kind == "count":
        named = pieces[right.unit.last - 1].word != right.unit.name  # "a 0-1 record" is a score
    return close and (named or (left.number.scaled and right.number.scaled))


def share_unit(pieces: list[Piece], left: Term, right: Term) -> Term:
    """`left` with the unit of `right` where it has none of its own.

    "8 or 9 euros", "40 of the 120 workers", "rose from 40 to 81 clubs".
    """
    joint = pieces[left.last].word
    if left.unit is not None or right.unit is None or not _takes_unit(pieces, left, right, joint):
        return left
    scaled = left if joint in ("and", "of") else _share_scale(left, right)
    return replace(scaled, unit=right.unit._replace(last=left.last, letter=False))


def _takes_unit(pieces: list[Piece], left: Term, right: Term, joint: str) -> bool:
    counted = right.unit is not None and right.unit.kind == "count"
    match joint:
        case "or":
            return True
        case "and":
            return not counted
        case "of":
            return counted and 1 < left.value <= right.value
        case "to":
            return at(pieces, left.first - 1).word == "from"
        case _:
            return False
