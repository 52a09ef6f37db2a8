"""Numbers that are names or places in a row, not quantities: dates, scores, models, addresses."""

from onrecord.measure.lexicon import Lexicon
from onrecord.measure.numerals import Numeral, at
from onrecord.measure.pieces import Piece
from onrecord.measure.units import Unit, singular

_FIRST_YEAR, _LAST_YEAR = 1000, 2199
_LIKELY_YEARS = range(1900, 2100)
_DAYS = 31
_YEAR_DIGITS = 4
_SMALL = 13  # a number word below this without a noun tells nothing
_BARE = 100  # bare digits below this, without unit or bound, tell nothing
_JOINTS = frozenset("-/.:")


def is_label(
    pieces: list[Piece], number: Numeral, unit: Unit | None, bounded: bool, lexicon: Lexicon
) -> bool:
    """Whether `number`, which has no currency, is something other than a quantity."""
    measured = unit is not None and unit.kind not in ("count", "")
    if number.form == "digits":
        if _is_joined(pieces, number, unit, lexicon):
            return True
        named = measured and at(pieces, number.last).word in lexicon.grammar["after year"]
        if _is_date(pieces, number, measured and not named, bounded, lexicon):
            return True
        if measured and unit is not None and unit.kind == "temperature":
            return _is_seat(pieces, number, unit, lexicon)
        if not measured and not number.scaled and not number.letter:
            return _is_numbered(pieces, number, unit, bounded, lexicon)
        return False
    if _follows_hyphen(pieces, number, lexicon):
        return True
    return number.form == "words" and _is_word_label(pieces, number, unit, bounded, lexicon)


def _is_joined(pieces: list[Piece], number: Numeral, unit: Unit | None, lexicon: Lexicon) -> bool:
    """Glued to letters or marks: "K5", "787s", "22nd", "11:30", "800-555-0199", "10^400"."""
    before, after = at(pieces, number.first - 1), at(pieces, number.last)
    if pieces[number.first].glued and before.kind == "w":
        return True
    if pieces[number.first].glued and before.raw in _GLUED_MARKS:
        return before.raw != ":" or at(pieces, number.first - 2).kind == "n"
    if _follows_hyphen(pieces, number, lexicon):
        return True
    crosses = (before.word in _CROSS and at(pieces, number.first - 2).kind == "n") or (
        after.word in _CROSS and at(pieces, number.last + 1).kind == "n"
    )
    if crosses:
        return True  # "2560 x 1600"
    if unit is not None and at(pieces, unit.last).kind == "n" and at(pieces, unit.last).glued:
        return True  # "24703L202"
    if not after.glued:
        return False
    if after.kind == "w" and not (unit and unit.last > number.last):
        return True
    if after.kind == "w" and unit is not None and unit.kind == "count" and not unit.letter:
        return True  # "1960s", "4x4"
    return after.raw in ("^", "_", "@") or (after.raw == ":" and _glued_number(pieces, number.last))


def _is_seat(pieces: list[Piece], number: Numeral, unit: Unit, lexicon: Lexicon) -> bool:
    """As in "Row 22F", "Class 9C": a letter on digits that is no temperature."""
    if len(pieces[unit.last - 1].raw) > 1 or unit.last != number.last + 1:
        return False
    before = at(pieces, number.first - 1)
    named = before.word in lexicon.labels or (before.raw[:1].isupper() and number.first > 1)
    return named or len(pieces[number.first].raw) < _TWO


_TWO = 2  # digits: "9C" is a class or a size
_GLUED_MARKS = frozenset("#@^_':*=+")
_CROSS = frozenset({"x", "×"})


def _follows_hyphen(pieces: list[Piece], number: Numeral, lexicon: Lexicon) -> bool:
    """Part of a compound: "last-32", "covid-19", "B-52", "production-four-door"."""
    before, earlier = at(pieces, number.first - 1), at(pieces, number.first - 2)
    joined = pieces[number.first].glued and before.raw == "-" and before.glued
    if joined and earlier.kind == "n":
        return True  # the second half of a score: "a 0-1 record"
    return joined and earlier.kind == "w" and earlier.word not in lexicon.grammar["before compound"]


def _glued_number(pieces: list[Piece], index: int) -> bool:
    following = at(pieces, index + 1)
    return following.kind == "n" and following.glued


def in_chain(pieces: list[Piece], number: Numeral) -> int:
    """Where a chain of digits such as a telephone number, date or score ends, or 0.

    Three or more numbers joined by marks are one; two joined by a slash or colon too.
    """
    index, count, marks = number.first, 1, ""
    while at(pieces, index + 1).raw in _JOINTS and at(pieces, index + 1).glued:
        if not _glued_number(pieces, index + 1):
            break
        marks += at(pieces, index + 1).raw
        index, count = index + 2, count + 1
    if count > 2 or (count == 2 and marks in ("/", ":")):
        return index + 1
    return 0


def _is_date(
    pieces: list[Piece], number: Numeral, measured: bool, bounded: bool, lexicon: Lexicon
) -> bool:
    """A day by a month, an hour, or a year."""
    if measured or number.scaled or not number.value.is_integer():
        return at(pieces, number.last).word in ("am", "pm", "a.m", "p.m", "a.m.", "p.m.")
    before, after = at(pieces, number.first - 1), at(pieces, number.last)
    if lexicon.calendar.get(after.word) == "clock":
        return True
    earlier = at(pieces, number.first - 2) if before.raw in (".", ",") else before
    for piece in (earlier, after):
        if lexicon.calendar.get(piece.word) == "month" and piece.raw[:1].isupper():
            return True
    if lexicon.calendar.get(before.word) == "weekday" and number.value <= _DAYS:
        return True
    dated = any(piece.word == "since" for piece in pieces[max(0, number.first - 3) : number.first])
    if at(pieces, number.first - 1).word == "between" and _is_years(pieces, number, lexicon):
        return True
    firm = bounded and not dated and before.word not in ("about", "around", "circa")
    return not firm and _is_year(pieces, number, lexicon)


def _is_years(pieces: list[Piece], number: Numeral, lexicon: Lexicon) -> bool:
    """As in "between 1600 and 1900 the climate": two years, unless a noun in the plural follows."""
    second, following = at(pieces, number.last + 1), at(pieces, number.last + 2)
    both = (pieces[number.first].raw, second.raw)
    if at(pieces, number.last).word != "and" or singular(following.word, lexicon) is not None:
        return False
    return all(
        len(raw) == _YEAR_DIGITS and raw.isdecimal() and _FIRST_YEAR <= int(raw) <= _LAST_YEAR
        for raw in both
    )


def _is_year(pieces: list[Piece], number: Numeral, lexicon: Lexicon) -> bool:
    """Four digits ungrouped that no noun follows, or that a date word or habit makes a year."""
    raw = pieces[number.first].raw
    if len(raw) != _YEAR_DIGITS or not raw.isdecimal() or number.last != number.first + 1:
        return False
    value = int(number.value)
    if not _FIRST_YEAR <= value <= _LAST_YEAR:
        return False
    before, after = at(pieces, number.first - 1), at(pieces, number.last)
    if value in _LIKELY_YEARS:
        return before.word not in lexicon.grammar["makes count"] or (
            singular(after.word, lexicon) is None
        )
    return before.word in lexicon.grammar["before year"] and singular(after.word, lexicon) is None


def _is_numbered(
    pieces: list[Piece], number: Numeral, unit: Unit | None, bounded: bool, lexicon: Lexicon
) -> bool:
    """Bare digits after a word that numbers things: "Section 427", "Boeing 737", "No. 5"."""
    before, after = at(pieces, number.first - 1), at(pieces, number.last)
    if before.raw == "." and before.glued:
        before = at(pieces, number.first - 2)
    if _is_address(pieces, number, lexicon):
        return True
    if bounded:
        return False
    counted = unit is not None and unit.name is not None
    plural = counted and singular(after.word, lexicon) is not None
    role = lexicon.labels.get(before.word)
    if role == "before" and (before.raw != before.word or not plural):
        return True
    if before.kind == "w" and before.raw[:1].isupper() and number.first > 1:
        return not plural
    if before.raw == "(" and after.raw == ")":
        return True
    if counted:
        return False
    if after.kind == "w" and after.raw[:1].isupper() and number.value.is_integer():
        return True  # "the 787 Skyliner"
    if _is_partitive(pieces, number, lexicon):
        return False
    return number.value < _BARE and number.value.is_integer()


def _is_partitive(pieces: list[Piece], number: Numeral, lexicon: Lexicon) -> bool:
    """As in "all 70 agreed", "12 of them": bare digits that count what was named before."""
    before, following = at(pieces, number.first - 1), at(pieces, number.last + 1)
    if before.word in lexicon.grammar["before bare count"]:
        return True
    after = at(pieces, number.last).word
    if after in lexicon.comparatives and following.word == "than":
        return True  # "62 more than the 270"
    earlier = at(pieces, number.first - 2).word
    if before.word == "to" and earlier in lexicon.grammar["total"]:
        return True  # "bringing the total to 14"
    if before.word == "from" and earlier in ("up", "down"):
        return True
    return after == "of" and following.word in lexicon.grammar["after bare count"]


_ADDRESS_REACH = 4


def _is_address(pieces: list[Piece], number: Numeral, lexicon: Lexicon) -> bool:
    """A house number ("298 Griffin Street") or a postal code ("AZ 8012")."""
    before = at(pieces, number.first - 1)
    if len(before.raw) == 2 and before.raw.isupper() and number.value >= 1000:
        return True
    for piece in pieces[number.last : number.last + _ADDRESS_REACH]:
        if piece.kind != "w" or not piece.raw[:1].isupper():
            return False
        if lexicon.calendar.get(piece.word) == "street":
            return piece is not at(pieces, number.last)
    return False


def _is_pronoun(pieces: list[Piece], number: Numeral, lexicon: Lexicon) -> bool:
    """Whether "one" stands for a noun: "one goes, one stays", "the old one drew more"."""
    after = at(pieces, number.last)
    if after.word in lexicon.grammar["after one"]:
        return True
    if at(pieces, number.first - 2).word in _ARTICLES and number.first >= 2:
        return at(pieces, number.first - 1).kind == "w"
    return after.word.endswith("s") and singular(after.word, lexicon) is not None


_ARTICLES = frozenset({"the", "a", "an", "this", "that"})


def _is_word_label(
    pieces: list[Piece], number: Numeral, unit: Unit | None, bounded: bool, lexicon: Lexicon
) -> bool:
    """A number word that counts nothing: "no one", "BBC One", "the two", "one day", "Big Ten"."""
    head, before = pieces[number.first], at(pieces, number.first - 1)
    if number.scaled:
        return False
    if head.raw[:1].isupper() and before.kind == "w" and number.first > 0:
        return True
    counted = unit is not None and unit.name is not None
    if number.value == 1:
        if not counted:
            return True
        if (
            unit is not None
            and unit.kind == "count"
            and before.word in lexicon.grammar["before one"]
        ):
            return True
        aged = unit is not None and unit.kind == "age"  # "a promise that is one year old"
        return not aged and _is_pronoun(pieces, number, lexicon)
    return not counted and not bounded and number.value < _SMALL
