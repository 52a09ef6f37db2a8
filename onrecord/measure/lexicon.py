"""The measuring words of the kit, compiled once into look-ups."""

from collections.abc import Iterable
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
    """A written form of a unit; `how` says when it may be read as one."""

    unit: str
    kind: str
    how: str
    raw: Phrase


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
    currencies: dict[Phrase, tuple[str, str]]
    currency_tails: dict[str, int]
    currency_heads: dict[str, int]
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
    thresholds: frozenset[str]
    conversions: dict[str, Conversion]
    multiples: dict[str, float]
    persons: frozenset[str]
    places: frozenset[str]
    makers: frozenset[str]


def load_lexicon(kit: Kit) -> Lexicon:
    """The lexicon of `kit`, built on the first call."""
    return kit.once("measure.lexicon", _build)


def _build(kit: Kit) -> Lexicon:
    numbers = {
        row["word"]: NumberWord(float(row["value"]), row["kind"])
        for row in kit.rows("measure_numbers")
    }
    units = _read_units(kit)
    currencies = [
        (_split(row["sign"]), row["code"], row["place"]) for row in kit.rows("measure_currencies")
    ]
    before = {p: (code, place) for p, code, place in currencies if place in ("before", "both")}
    after = {p: (code, place) for p, code, place in currencies if place != "before"}
    for phrase, (code, place) in after.items():
        form = UnitForm(code, "money", "scaled" if place == "money" else "any", phrase)
        units.setdefault(phrase, []).insert(0, form)
    bounds, bounds_after = _read_bounds(kit)
    vague = partial(_of_kind, kit, "measure_vague")
    changes = {row["word"]: Change(row["change"]) for row in kit.rows("measure_changes")}
    nouns = (row["word"] for row in kit.rows("measure_changes") if row["noun"])
    return Lexicon(
        numbers=numbers,
        starts=frozenset(w for w, n in numbers.items() if n.kind not in _NEVER_FIRST) | {"a", "an"},
        units={phrase: tuple(forms) for phrase, forms in units.items()},
        unit_heads=_lengths(units, first=True),
        currencies=before,
        currency_tails=_lengths(before, first=False),
        currency_heads=_lengths(before, first=True),
        bounds=bounds,
        bound_tails=_lengths(bounds, first=False),
        bounds_after=bounds_after,
        bound_heads=_lengths(bounds_after, first=True),
        changes=changes,
        change_nouns=frozenset(nouns),
        comparatives={r["word"]: Change(r["change"]) for r in kit.rows("measure_comparatives")},
        vague_adjectives=vague("adjective"),
        vague_adverbs=vague("adverb"),
        vague_heads=vague("head"),
        stops=kit.words("measure_stops"),
        adjectives=kit.words("measure_adjectives"),
        plurals={row["plural"]: row["singular"] for row in kit.rows("measure_plurals")},
        labels={row["word"]: row["role"] for row in kit.rows("measure_labels")},
        calendar={row["word"]: row["kind"] for row in kit.rows("measure_calendar")},
        measures={row["word"]: row["measure"] for row in kit.rows("measure_measures")},
        products={row["word"]: row["unit"] for row in kit.rows("measure_products")},
        rates={row["word"]: row["per"] for row in kit.rows("measure_rates")},
        grammar={
            kind: _of_kind(kit, "measure_grammar", kind)
            for kind in kit.words("measure_grammar", "kind")
        },
        adjectival=tuple(sorted(_of_kind(kit, "measure_grammar", "adjectival ending"))),
        relations={row["phrase"]: row["role"] for row in kit.rows("measure_relations")},
        thresholds=frozenset(
            row["phrase"] for row in kit.rows("measure_relations") if row["role"] == "threshold"
        ),
        conversions={
            row["unit"]: Conversion(row["kind"], float(row["factor"]), float(row["offset"]))
            for row in kit.rows("measure_conversions")
        },
        multiples={r["word"]: float(r["factor"]) for r in kit.rows("measure_multiples")},
        persons=kit.words("measure_persons"),
        places=kit.words("measure_places"),
        makers=kit.words("measure_makers"),
    )


# Kinds of number word that only follow another number.
_NEVER_FIRST = frozenset({"scale", "suffix", "letter", "money letter", "parts", "hundred"})


def _split(phrase: str) -> Phrase:
    return tuple(piece.word for piece in find_pieces(phrase, phrase, 0, len(phrase)))


def _split_raw(phrase: str) -> Phrase:
    return tuple(piece.raw for piece in find_pieces(phrase, phrase, 0, len(phrase)))


def _read_units(kit: Kit) -> dict[Phrase, list[UnitForm]]:
    units: dict[Phrase, list[UnitForm]] = {}
    for row in kit.rows("measure_units"):
        for form in row["forms"].split("|"):
            entry = UnitForm(row["unit"], row["kind"], row["how"], _split_raw(form))
            units.setdefault(_split(form), []).append(entry)
    return units


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
