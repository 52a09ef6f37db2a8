"""Units: the measure, currency or counted noun that stands with a number, and its rate."""

from typing import NamedTuple

from onrecord.measure.lexicon import Lexicon, UnitForm
from onrecord.measure.numerals import Numeral, at
from onrecord.measure.pieces import Piece


class Unit(NamedTuple):
    """A unit in the singular over pieces up to `last`; `kind` is "count" for a counted noun."""

    name: str | None
    kind: str
    last: int
    letter: bool = False  # the "m" after the number is a million
    factor: float = 1.0  # a scale written onto the unit: "30 MUSD"


_REACH = 6  # words after a number within which the noun that it counts is looked for
_SHORT = 3  # letters: "gas", "bus" and other short words in -s are rarely plurals


def read_unit(pieces: list[Piece], number: Numeral, lexicon: Lexicon) -> Unit | None:
    """The unit after `number`, or None."""
    index = number.last
    if index >= len(pieces):
        return None
    if number.letter and not _is_measure(pieces, number, lexicon):
        after = _measured(pieces, index + 1, number, lexicon) or _counted(
            pieces, index + 1, number, lexicon
        )
        if after is None and number.value.is_integer():
            return None  # "3M"
        return (after or Unit(None, "", index + 1))._replace(letter=True)
    glued = pieces[index].raw == "-" and pieces[index].glued and at(pieces, index + 1).glued
    step = index + 1 if glued else index
    return _measured(pieces, step, number, lexicon) or _counted(
        pieces, step, number, lexicon, joined=glued
    )


def _is_measure(pieces: list[Piece], number: Numeral, lexicon: Lexicon) -> bool:
    """Whether the letter after `number` is more likely a unit ("100m", "5t") than a scale."""
    letter = pieces[number.last]
    if letter.word not in ("m", "b") or number.form != "digits":
        return True
    if letter.raw != "m":
        return False
    following = at(pieces, number.last + 1)
    if following.kind != "w" or following.word in lexicon.stops:
        return number.value.is_integer()
    return singular(following.word, lexicon) is None and following.raw not in ("dollars", "euros")


def _measured(pieces: list[Piece], index: int, number: Numeral, lexicon: Lexicon) -> Unit | None:
    """A measure or currency of the sheets at `index`, the longest that fits."""
    if number.form == "open" and at(pieces, index).word == "of":
        index += 1  # "tens of thousands of dollars"
    longest = lexicon.unit_heads.get(at(pieces, index).word, 0)
    for length in range(2 * longest - 1, 0, -1):
        found = pieces[index : index + length]
        words = tuple(piece.word for piece in found)
        forms = lexicon.units.get(words) or lexicon.units.get(_unhyphened(found), ())
        for form in forms:
            if _fits(form, found, number) and _is_own(pieces, index, form, found):
                return Unit(form.unit, form.kind, index + len(found), factor=form.factor)
    return _bracketed(pieces, index, number, lexicon)


def _bracketed(pieces: list[Piece], index: int, number: Numeral, lexicon: Lexicon) -> Unit | None:
    """As in "20 (kg)": a measure alone in a bracket."""
    closing = _BRACKETS.get(at(pieces, index).raw)
    if closing is None:
        return None
    for length in (1, 2, 3):
        if at(pieces, index + 1 + length).raw != closing:
            continue
        found = pieces[index + 1 : index + 1 + length]
        for form in lexicon.units.get(tuple(piece.word for piece in found), ()):
            if form.how in ("any", "exact") and _fits(form, found, number):
                return Unit(form.unit, form.kind, index + 2 + length, factor=form.factor)
    return None


_BRACKETS = {"(": ")", "[": "]"}


def _unhyphened(found: list[Piece]) -> tuple[str, ...]:
    """As in "1.4-square-mile": the words of a unit without the hyphens between them."""
    if found[-1].raw == "-" or len(found) < 3 or found[1].raw != "-":
        return ()
    return tuple(piece.word for piece in found if piece.raw != "-")


def _is_own(pieces: list[Piece], index: int, form: UnitForm, found: list[Piece]) -> bool:
    """Whether a unit is this number's: not a weight ("two million pounds of sugar"), not the
    currency of the number after it ("10 $ 30")."""
    following = at(pieces, index + len(found))
    if form.how == "scaled":
        return following.word != "of"
    return form.kind != "money" or found[-1].kind == "w" or following.kind != "n"


def _fits(form: UnitForm, found: list[Piece], number: Numeral) -> bool:
    """Whether a form may be read as its unit where it stands."""
    if form.kind.startswith("money") and found[-1].raw.istitle() and found[-1].kind == "w":
        return False  # "8 Rand Avenue" is no sum in rand
    if any(piece.kind == "n" and not piece.glued for piece in found):
        return False  # "m2" in one, not "12 m 2"
    match form.how:
        case "any":
            return True
        case "glued":
            return found[0].glued and found[0].raw == form.raw[0] and number.form == "digits"
        case "exact":
            return found[0].raw == form.raw[0]
        case "metre":
            return found[0].raw == form.raw[0] and number.form == "digits"
        case "scaled":
            return number.scaled
        case _:
            return False


def _counted(
    pieces: list[Piece], index: int, number: Numeral, lexicon: Lexicon, joined: bool = False
) -> Unit | None:
    """The noun that the number counts: "ten markets", "22 rushing yards", "12 page report"."""
    if number.form == "open" or (number.form == "words" and number.value == 1):
        index = _skip_of(pieces, index, lexicon)
    if at(pieces, index).word in lexicon.grammar["before noun"] and number.value != 1:
        index += 1 if at(pieces, index + 1).word != "than" else 0
    words = _chunk(pieces, index, lexicon)
    if not words:
        return None
    if joined:
        noun = singular(words[0].word, lexicon) or words[0].word
        shaped = noun.endswith("ed")  # "two-pronged", "four-legged"
        return None if shaped else Unit(noun, "count", index + 1)
    if (
        number.value == 1
        and number.form != "open"
        and pieces[index - 1].word not in lexicon.grammar["after of"]
    ):
        return _one_noun(words, pieces, index, lexicon)
    for last, word in _ranked(words):
        name = singular(word.raw, lexicon)
        if name is not None and _may_be_noun(words, last, lexicon):
            last, name = _last_plural(words, last, name, lexicon)
            return Unit(name, "count", _index(pieces, index, last))
    first = words[0]
    is_noun = first.raw.islower() and not first.word.endswith(lexicon.adjectival)
    if len(words) > 1 and is_noun and first.word not in lexicon.adjectives:
        return Unit(first.word, "count", index + 1)
    return None


def _may_be_noun(words: list[Piece], place: int, lexicon: Lexicon) -> bool:
    """Whether a plural may be what is counted: "World Cups", but not "support Sanders"."""
    if words[place].raw.islower():
        return True
    return all(word.raw[:1].isupper() or word.word in lexicon.adjectives for word in words[:place])


def _last_plural(words: list[Piece], place: int, name: str, lexicon: Lexicon) -> tuple[int, str]:
    """The last of plurals in a row: "police officers", "arms deals", "news networks"."""
    for step in range(place + 1, len(words)):
        following = singular(words[step].raw, lexicon) if words[step].raw.islower() else None
        if following is None:
            break
        place, name = step, following
    return place, name


def _index(pieces: list[Piece], index: int, word: int) -> int:
    """The index after the `word`-th word of the chunk that begins at `index`."""
    seen = -1
    while seen < word:
        if pieces[index].kind == "w":
            seen += 1
        index += 1
    return index


def _ranked(words: list[Piece]) -> list[tuple[int, Piece]]:
    """The words of a chunk in the order in which they may be its noun.

    The first plural in small letters, then the last capitalised one ("eight World Cups").
    """
    numbered = list(enumerate(words))
    small = [pair for pair in numbered if pair[1].raw.islower()]
    return small + [pair for pair in reversed(numbered) if not pair[1].raw.islower()]


def _skip_of(pieces: list[Piece], index: int, lexicon: Lexicon) -> int:
    """Past "of the", "of his", after "one" or "dozens"."""
    if at(pieces, index).word != "of":
        return index
    index += 1
    while at(pieces, index).word in lexicon.grammar["after of"]:
        index += 1
    return index


def _chunk(pieces: list[Piece], index: int, lexicon: Lexicon) -> list[Piece]:
    """The words from `index` that may make up one noun, hyphenated ones included."""
    words: list[Piece] = []
    while index < len(pieces) and len(words) < _REACH:
        piece = pieces[index]
        if piece.kind == "w" and piece.word not in lexicon.stops:
            if piece.word in lexicon.numbers and lexicon.numbers[piece.word].kind != "part":
                break
            words.append(piece)
        elif not (piece.raw == "-" and piece.glued and words and at(pieces, index + 1).glued):
            break
        index += 1
    return words


def _one_noun(words: list[Piece], pieces: list[Piece], index: int, lexicon: Lexicon) -> Unit | None:
    """The noun after "one": the first word that is no usual adjective."""
    for order, word in enumerate(words):
        if "'" in word.word:
            return None  # "one that's"
        if word.word not in lexicon.adjectives and word.raw.islower():
            return Unit(word.word, "count", _index(pieces, index, order))
    return None


def singular(word: str, lexicon: Lexicon) -> str | None:
    """The singular of a plural noun; None for what does not look like a plural."""
    known = lexicon.plurals.get(word.lower())
    if known is not None:
        return known
    if len(word) <= _SHORT or not word.endswith("s") or word.endswith(("ss", "us", "is", "'s")):
        return None
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zzes")):
        return word[:-2]
    return word[:-1]
