"""Words to intervals: "roughly 80 %", "under 100,000", "90,000 to 100,000", by the kit's table.

The table is `worksheets_words.tsv`; what it makes of a number is told with every result. A number
that somebody types without a word is taken as it is; one that an article prints without a bound
is taken as rounded (the row "=").
"""

import math
import re
from dataclasses import dataclass

from onrecord.errors import KitError, QuestionError
from onrecord.kit import Kit
from onrecord.measure.rounding import Interval, last_place
from onrecord.measure.worksheets.dimensions import (
    MONEY,
    BadUnit,
    Dimension,
    Measures,
    Unit,
    combine,
    read_unit,
)
from onrecord.measure.worksheets.sheets import Sheet, Variable
from onrecord.text import fold

LONGEST = 120  # characters of a value
PERIOD_MISSING = "period missing"
_SHEET = "worksheets_words"
_CELL = re.compile(r"(?P<share>\d+(?:\.\d+)?)?x(?P<half>[+-]half)?|(?P<fixed>0|inf)")
_NUMBER = r"[+-]?(?:\d+(?:,\d{2,3}(?!\d))*(?:\.\d+)?|\.\d+)(?:e[+-]?\d{1,5})?"
_AMOUNT = re.compile(rf"\s*(?P<sign>[^\s\d.+-]{{0,4}}?)\s*(?P<number>{_NUMBER}|[+-]?inf)", re.I)
_BETWEEN = re.compile(r"\s*(?P<percent>%)?\s*(?:\.\.|-|to\b|and\b|,)\s*", re.I)
_PERIODS = re.compile(r"/.*?\b(year|month|week|day|hour|second|s)\b")
_WORD = re.compile(r"[A-Za-z]{3,}")
_A_TIME: Dimension = (("[time]", -1.0),)


@dataclass(frozen=True, slots=True)
class Wording:
    """What a word makes of a number."""

    phrase: str
    low: str
    high: str
    most: float | None
    means: str


@dataclass(frozen=True, slots=True)
class Given:
    """What is taken for a variable, in its own unit, with the words and the rule that made it.

    `flags` say what the words leave open ("period missing"); `currency` is that of money.
    """

    variable: str
    interval: Interval
    words: str
    rule: str
    flags: tuple[str, ...] = ()
    currency: str | None = None
    quoted: bool = False


def find_wordings(kit: Kit) -> dict[str, Wording]:
    """The table by its phrases."""
    return kit.once(_SHEET, _read_table)


def _read_table(kit: Kit) -> dict[str, Wording]:
    table = {}
    for row in kit.rows(_SHEET):
        for end in (row["low"], row["high"]):
            if not _CELL.fullmatch(end):
                raise KitError(f"{_SHEET}: {row['phrase']}: expected 0, inf or x, found {end!r}")
        most = float(row["most"]) if row["most"] else None
        wording = Wording(row["phrase"], row["low"], row["high"], most, row["means"])
        table[row["phrase"]] = wording
    return table


def widen(value: float, wording: Wording) -> Interval:
    """The interval that a word makes of a number."""
    half = last_place(value) / 2
    if wording.most is not None:
        half = min(half, abs(value) * wording.most)
    ends = [_end(cell, value, half) for cell in (wording.low, wording.high)]
    return Interval(min(ends), max(ends))


def _end(cell: str, value: float, half: float) -> float:
    match = _CELL.fullmatch(cell)
    assert match is not None  # the table was checked when it was read
    if match["fixed"]:
        return float(match["fixed"])
    shift = {"+half": half, "-half": -half}.get(match["half"] or "", 0.0)
    return float(match["share"] or 1) * value + shift


def read_given(variable: Variable, text: str, sheet: Sheet, kit: Kit) -> Given | None:
    """What `text` gives for a variable; None for "any", which takes back what was given."""
    written = " ".join(fold(text).split())
    if written.lower() in ("", "any"):
        return None
    if len(written) > LONGEST:
        raise QuestionError(f"{variable.name}: a value has at most {LONGEST} characters")
    wording, rest = _take_phrase(written, kit)
    numbers, currency, unit_text = _take_numbers(rest, variable.name, kit)
    unit, currency, flags = _fit_unit(unit_text, currency, variable, sheet, kit)
    if len(numbers) == 2:
        interval, rule = Interval(*sorted(numbers)), "the range as it stands"
    elif wording is None:
        interval, rule = Interval(numbers[0], numbers[0]), "the number itself"
    else:
        interval, rule = widen(numbers[0], wording), wording.means
    scaled = rescale(interval, unit / variable.unit.scale)
    return Given(variable.name, scaled, " ".join(text.split()), rule, flags, currency)


def rescale(interval: Interval, factor: float) -> Interval:
    """An interval in another unit, without the last digits that the change of unit makes up."""
    if factor == 1:
        return interval
    return Interval(*(float(f"{end * factor:.14g}") for end in interval))


def _take_phrase(text: str, kit: Kit) -> tuple[Wording | None, str]:
    """The longest phrase of the table at the beginning, and what follows it."""
    lower, table = text.lower(), find_wordings(kit)
    for phrase in sorted(table, key=len, reverse=True):
        if lower.startswith(phrase) and not (phrase[-1].isalpha() and _runs_on(lower, phrase)):
            return table[phrase], text[len(phrase) :]
    return None, text


def _runs_on(text: str, phrase: str) -> bool:
    return text[len(phrase) : len(phrase) + 1].isalpha()


def _take_numbers(text: str, name: str, kit: Kit) -> tuple[list[float], str | None, str]:
    """One number or the two of a range, their currency, and the words after them."""
    text = _spell_out(text.strip().removeprefix("["), kit)
    numbers: list[float] = []
    currency, percent = None, False
    while len(numbers) < 2:
        match = _AMOUNT.match(text)
        if match is None:
            break
        value, text = _scaled(match, text, name, kit)
        currency = _find_currency(match["sign"], kit) or currency
        if match["sign"] and not _find_currency(match["sign"], kit):
            raise QuestionError(f"{name}: {match['sign']!r} is no currency that is known")
        if numbers and value != (last := _plain_number(match)) and numbers[0] < last:
            numbers[0] *= value / last  # "0.5 to 1.5 billion"
        numbers.append(value)
        between = _BETWEEN.match(text)
        if between is None or not _AMOUNT.match(text[between.end() :]):
            break
        text, percent = text[between.end() :], bool(between["percent"])
    if not numbers:
        raise QuestionError(
            f"{name}: expected a number, such as 400000, 90000..100000 or "
            f'"roughly 80 %", found {text[:40]!r}'
        )
    return numbers, currency, text.strip().removesuffix("]").strip() or "%" * percent


def _spell_out(text: str, kit: Kit) -> str:
    """The text with a number word at its beginning as digits ("two million", "a billion")."""
    word, _, rest = text.partition(" ")
    small = {row["word"]: row["value"] for row in kit.rows("measure_numbers")
             if row["kind"] in ("small", "ten")}  # fmt: skip
    if word.lower() in small:
        return f"{small[word.lower()]} {rest}"
    if word.lower() in ("a", "an") and rest.partition(" ")[0].lower() in _scales(kit):
        return f"1 {rest}"
    return text


def _scaled(match: re.Match[str], text: str, name: str, kit: Kit) -> tuple[float, str]:
    """A number times the scale word after it ("3.5 billion", "400k"), and the rest."""
    value = _plain_number(match)
    rest = text[match.end() :]
    word = re.match(r"\s*([A-Za-z]+)", rest)
    scale = _scales(kit).get(word[1].lower()) if word else None
    if word and scale and not (len(word[1]) == 1 and word[1].islower() and word[1] != "k"):
        value, rest = value * scale, rest[word.end() :]
    if math.isinf(value) and "inf" not in match["number"].lower():
        raise QuestionError(f"{name}: a number that large cannot be computed with")
    return value, rest


def _plain_number(match: re.Match[str]) -> float:
    return float(match["number"].replace(",", ""))


def _scales(kit: Kit) -> dict[str, float]:
    kinds = ("scale", "suffix")
    rows = kit.rows("measure_numbers")
    return {row["word"]: float(row["value"]) for row in rows if row["kind"] in kinds}


def _find_currency(sign: str, kit: Kit) -> str | None:
    """The ISO code of a currency sign, code or word."""
    rows = kit.rows("measure_currencies")
    return next((row["code"] for row in rows if row["sign"].lower() == sign.lower()), None)


def _fit_unit(
    text: str, currency: str | None, variable: Variable, sheet: Sheet, kit: Kit
) -> tuple[float, str | None, tuple[str, ...]]:
    """How much of the base unit a written unit is, its currency, and what it leaves open."""
    if not text and currency is None:
        return variable.unit.scale, None, ()
    if any(name == f"[{MONEY}]" or "currency" in name for name, _ in variable.unit.dimension):
        text = _WORD.sub(lambda word: _find_currency(word.group(), kit) or word.group(), text)
    codes = [word for word in re.findall(r"[A-Z]{3}", text) if word in sheet.measures.currencies]
    currency = currency or next(iter(codes), None)
    written = re.sub(r"(?i)\bper ?cent\b|^percent\b", "%", text).removeprefix("a ") or "1"
    if currency and currency not in written:
        written = f"{currency}/{written.lstrip('/ ')}" if written != "1" else currency
    try:
        return fit_unit(written, currency, variable, sheet, kit)
    except QuestionError:
        if written != currency or not _names(variable.unit, currency):
            raise
    return variable.unit.scale, currency, ()  # "$3.50" of a price in USD/gallon


def _names(unit: Unit, currency: str | None) -> bool:
    """Whether a unit is made of a currency, or of any."""
    return bool({f"[{MONEY}]", f"[currency_{currency}]"} & dict(unit.dimension).keys())


def fit_unit(
    written: str, currency: str | None, variable: Variable, sheet: Sheet, kit: Kit
) -> tuple[float, str | None, tuple[str, ...]]:
    """As `_fit_unit`, for a unit that names its currency; `QuestionError` where it cannot fit."""
    as_money = currency if f"[{MONEY}]" in dict(variable.unit.dimension) else None
    try:
        unit = read_unit(_known_unit(written, kit), sheet.measures, as_money)
    except BadUnit as error:
        raise QuestionError(f"{variable.name}: {error}") from None
    scale, flags = fit_dimension(unit, variable, sheet)
    return scale, currency, flags


def fit_dimension(unit: Unit, variable: Variable, sheet: Sheet) -> tuple[float, tuple[str, ...]]:
    """How much of the variable's base unit `unit` is, and what it leaves open."""
    if unit.dimension == variable.unit.dimension:
        return unit.scale, ()
    for bind in sheet.binds:
        quoted = bind.unit if bind.variable == variable.name else None
        if quoted is not None and quoted.dimension == unit.dimension:
            return unit.scale / quoted.scale * variable.unit.scale, ()
    period = _PERIODS.search(variable.unit.text)
    if period and combine(unit.dimension, _A_TIME) == variable.unit.dimension:
        scale = unit.scale / read_unit(period[1], Measures()).scale
        return scale, (f"{PERIOD_MISSING}: taken as a figure for one {period[1]}",)
    raise QuestionError(f"{variable.name}: expected {variable.unit.text}, found {unit.text}")


def _known_unit(text: str, kit: Kit) -> str:
    """A unit in the form that is computed with, where the kit knows how it is written."""
    forms = kit.once(("worksheets", "unit forms"), _unit_forms)
    return text if "%" in text else forms.get(text.lower(), text)


def _unit_forms(kit: Kit) -> dict[str, str]:
    rows = kit.rows("measure_units")
    return {form.lower(): row["unit"] for row in rows for form in row["forms"].split("|")}
