"""The measuring words of the kit, compiled once into look-ups."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from onrecord.kit import Kit
from onrecord.measure.pieces import find_pieces
from onrecord.model import Bound, Change

Phrase = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NumberWord:
    """A word that makes numbers, its value, and its part in them."""

    value: float
    kind: str


@dataclass(frozen=True, slots=True)
class UnitForm:
    """A written form of a unit; `how` says when it may be read as one, `factor` its scale."""

    unit: str
    kind: str
    how: str
    raw: Phrase
    factor: float = 1.0


@dataclass(frozen=True, slots=True)
class CurrencyForm:
    """A currency as it is written before a number; `factor` is the scale on it ("MEUR 12")."""

    code: str
    place: str
    factor: float = 1.0


@dataclass(frozen=True, slots=True)
class BoundForm:
    """A phrase that bounds a number or makes it approximate."""

    bound: Bound
    approx: bool
    place: str


@dataclass(frozen=True, slots=True)
class Conversion:
    """A unit in terms of the base of its kind: value * factor + offset."""

    kind: str
    factor: float
    offset: float


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All measuring words, ready for look-up by the pieces of a phrase."""

    numbers: dict[str, NumberWord]
    starts: frozenset[str]
    units: dict[Phrase, tuple[UnitForm, ...]]
    unit_heads: dict[str, int]
    currencies: dict[Phrase, CurrencyForm]
    currency_tails: dict[str, int]
    bounds: dict[Phrase, BoundForm]
    bound_tails: dict[str, int]
    bounds_after: dict[Phrase, BoundForm]
    bound_heads: dict[str, int]
    changes: dict[str, Change]
    change_nouns: frozenset[str]
    comparatives: dict[str, Change]
    vague_adjectives: frozenset[str]
    vague_adverbs: frozenset[str]
    vague_heads: frozenset[str]
    stops: frozenset[str]
    adjectives: frozenset[str]
    plurals: dict[str, str]
    labels: dict[str, str]
    calendar: dict[str, str]
    measures: dict[str, str]
    products: dict[str, str]
    rates: dict[str, str]
    grammar: dict[str, frozenset[str]]
    adjectival: tuple[str, ...]
    relations: dict[str, str]
    role_words: re.Pattern[str]
    thresholds: frozenset[str]
    conversions: dict[str, Conversion]
    multiples: dict[str, float]
    persons: frozenset[str]
    places: frozenset[str]
    makers: frozenset[str]
    margins: frozenset[str]
    fates: dict[str, str]
    parting: dict[str, str]
    staff: frozenset[str]


def load_lexicon(kit: Kit) -> Lexicon:
    """The lexicon of `kit`, built on the first call."""
    return kit.once("measure.lexicon", _build)


def _build(kit: Kit) -> Lexicon:
    """Every field by its sheet: a table, longer than a function should be."""
    numbers = {
        row["word"]: NumberWord(float(row["value"]), row["kind"])
        for row in kit.rows("measure_numbers")
    }
    units, currencies = _read_units(kit)
    bounds, bounds_after = _read_bounds(kit)
    vague, grammar = partial(_of_kind, kit, "measure_vague"), _read_grammar(kit)
    column = partial(_column, kit)
    relations = column("relations", "phrase", "role")
    return Lexicon(
        numbers=numbers,
        starts=frozenset(w for w, n in numbers.items() if n.kind not in _NEVER_FIRST) | {"a", "an"},
        units=units,
        unit_heads=_lengths(units, first=True),
        currencies=currencies,
        currency_tails=_lengths(currencies, first=False),
        bounds=bounds,
        bound_tails=_lengths(bounds, first=False),
        bounds_after=bounds_after,
        bound_heads=_lengths(bounds_after, first=True),
        changes=_read_changes(kit, "measure_changes"),
        change_nouns=frozenset(r["word"] for r in kit.rows("measure_changes") if r["noun"]),
        comparatives=_read_changes(kit, "measure_comparatives"),
        vague_adjectives=vague("adjective"),
        vague_adverbs=vague("adverb"),
        vague_heads=vague("head"),
        stops=kit.words("measure_stops"),
        adjectives=kit.words("measure_adjectives"),
        plurals=column("plurals", "plural", "singular"),
        labels=column("labels", "word", "role"),
        calendar=column("calendar", "word", "kind"),
        measures=column("measures", "word", "measure"),
        products=column("products", "word", "unit"),
        rates=column("rates", "word", "per"),
        grammar=grammar,
        adjectival=tuple(sorted(grammar["adjectival ending"])),
        relations=relations,
        role_words=_any_of(relations),
        thresholds=frozenset(phrase for phrase, role in relations.items() if role == "threshold"),
        conversions=_read_conversions(kit),
        multiples={w: float(f) for w, f in column("multiples", "word", "factor").items()},
        persons=kit.words("measure_persons"),
        places=kit.words("measure_places"),
        makers=kit.words("measure_makers"),
        margins=kit.words("measure_margins"),
        fates=column("fates", "word", "fate"),
        parting=column("parting", "word", "kind"),
        staff=kit.words("measure_staff"),
    )


def _any_of(phrases: Iterable[str]) -> re.Pattern[str]:
    """A matcher of whole phrases, the longest first."""
    ranked = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, ranked))})(?![\w-])")


def _column(kit: Kit, sheet: str, key: str, value: str) -> dict[str, str]:
    return {row[key]: row[value] for row in kit.rows(f"measure_{sheet}")}


def _read_changes(kit: Kit, sheet: str) -> dict[str, Change]:
    return {row["word"]: Change(row["change"]) for row in kit.rows(sheet)}


def _read_grammar(kit: Kit) -> dict[str, frozenset[str]]:
    kinds = kit.words("measure_grammar", "kind")
    return {kind: _of_kind(kit, "measure_grammar", kind) for kind in kinds}


def _read_conversions(kit: Kit) -> dict[str, Conversion]:
    return {
        row["unit"]: Conversion(row["kind"], float(row["factor"]), float(row["offset"]))
        for row in kit.rows("measure_conversions")
    }


# Kinds of number word that only follow another number.
_NEVER_FIRST = frozenset({"scale", "suffix", "letter", "money letter", "parts", "hundred"})


def _split(phrase: str) -> Phrase:
    return tuple(piece.word for piece in find_pieces(phrase, phrase, 0, len(phrase)))


def _split_raw(phrase: str) -> Phrase:
    return tuple(piece.raw for piece in find_pieces(phrase, phrase, 0, len(phrase)))


def _read_units(
    kit: Kit,
) -> tuple[dict[Phrase, tuple[UnitForm, ...]], dict[Phrase, CurrencyForm]]:
    """The units that follow a number, currencies among them, and the currencies before one."""
    units: dict[Phrase, list[UnitForm]] = {}
    for row in kit.rows("measure_units"):
        for form in row["forms"].split("|"):
            entry = UnitForm(row["unit"], row["kind"], row["how"], _split_raw(form))
            units.setdefault(_split(form), []).append(entry)
    before: dict[Phrase, CurrencyForm] = {}
    for row in kit.rows("measure_currencies"):
        phrase, code, place = _split(row["sign"]), row["code"], row["place"]
        if place not in ("after", "money"):
            before[phrase] = CurrencyForm(code, place)
        if place != "before":
            how = _AFTER.get(place, "any")
            raw = _split_raw(row["sign"].upper()) if place == "code" else phrase
            units.setdefault(phrase, []).insert(0, UnitForm(code, "money", how, raw))
    for sign, scaled in _scaled_codes(kit):
        before.setdefault((sign.lower(),), CurrencyForm(scaled.unit, "code", scaled.factor))
        units.setdefault((sign.lower(),), []).append(scaled)
    return {phrase: tuple(forms) for phrase, forms in units.items()}, before


_AFTER = {"money": "scaled", "code": "exact"}  # when a currency may follow its number


def _scaled_codes(kit: Kit) -> Iterator[tuple[str, UnitForm]]:
    """ISO codes with a scale written onto them ("MEUR", "SEKm"), each once."""
    codes = {r["code"] for r in kit.rows("measure_currencies") if r["place"] in ("both", "code")}
    for code in sorted(codes):
        for row in kit.rows("measure_money_scales"):
            first = row["place"] == "before"
            sign = row["affix"].upper() + code if first else code + row["affix"]
            yield sign, UnitForm(code, "money", "exact", (sign,), float(row["factor"]))


def _read_bounds(kit: Kit) -> tuple[dict[Phrase, BoundForm], dict[Phrase, BoundForm]]:
    before: dict[Phrase, BoundForm] = {}
    after: dict[Phrase, BoundForm] = {}
    for row in kit.rows("measure_bounds"):
        form = BoundForm(Bound(row["bound"]), row["approx"] == "yes", row["place"])
        (after if row["place"] == "after" else before)[_split(row["phrase"])] = form
    return before, after


def _lengths(phrases: Iterable[Phrase], first: bool) -> dict[str, int]:
    """The first (or last) word of each phrase, with the length of the longest it begins (ends)."""
    longest: dict[str, int] = {}
    for phrase in phrases:
        key = phrase[0 if first else -1]
        longest[key] = max(longest.get(key, 0), len(phrase))
    return longest


def _of_kind(kit: Kit, sheet: str, kind: str) -> frozenset[str]:
    return frozenset(row["word"] for row in kit.rows(sheet) if row["kind"] == kind)
